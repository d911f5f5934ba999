// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"
#include "app/wizard/stagemodel.h"

#include <QDate>
#include <QList>

class Engine;
struct Session;

/// One line of versions on the line of time.
struct LineRow {
    QString line; ///< "1.3"
    Version newest;
    QDate firstDate;
    QDate supportEnd; ///< invalid: unknown
    bool lts = false;
    bool onRoute = false;
    bool current = false; ///< the installation's own line
    QString stateText;    ///< "LTS until 3 Mar 2027", "out of support since …"
};

struct StopRow {
    Version version;
    QString why;
};

/// One variant of the target's image; the one that matches what runs is taken.
struct VariantRow {
    QString tag;
    QString words;
    bool chosen = false;
};

/// The version to go to and the way there.
class TargetModel : public StageModel
{
    Q_OBJECT

public:
    TargetModel(Engine *engine, Session *session, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QList<LineRow> lines() const;
    QList<Version> versions() const; ///< every known one, newest first, for the plain list
    QList<StopRow> stops() const;
    Version target() const;
    QList<VariantRow> variants() const; ///< the chosen one first; empty: no image is known
    QString variantNote() const;        ///< what becomes of the tag that is written now; may be empty

    void choose(const Version &version);

Q_SIGNALS:
    void targetChanged();

private:
    Engine *m_engine;
    Session *m_session;
};
