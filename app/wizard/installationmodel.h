// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/wizard/stagemodel.h"

class Engine;
struct Session;

/// One card of the installation page.
struct FactCard {
    QString
        key; ///< "version", "image", "components", "database", "storage", "plugins", "java", "login", "where"
    QString icon;         ///< freedesktop name
    QString label;        ///< "Database"
    QString value;        ///< "PostgreSQL 16.4, 3.8 GB"
    QString note;         ///< second line
    QStringList evidence; ///< how this is known
    bool unknown = false;
    QString remedy;        ///< unknown: what would make it known
    bool accepted = false; ///< unknown: going on without
};

/// The facts of the chosen installation, each with its evidence; unknown is shown as unknown.
class InstallationModel : public StageModel
{
    Q_OBJECT

public:
    InstallationModel(Engine *engine, Session *session, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QList<FactCard> cards() const;

    /// Reads everything about it; the session's later stages are cleared.
    void read(const QString &address);
    void lookAgain();
    /// "Go on without" for one unknown fact.
    void acceptUnknown(const QString &fact);
    /// The login for the API; kept in the keyring when `keep`. Looks again afterwards.
    void setLogin(const QString &user, const QString &password, bool keep);

Q_SIGNALS:
    void installationChanged();

private:
    Engine *m_engine;
    Session *m_session;
    QString m_address;
};
