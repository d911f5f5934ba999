// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/wizard/stagemodel.h"

#include <QList>

class Engine;
struct Session;

struct CheckRow {
    QString id;
    QString title;
    QString verdict; ///< "pass", "warn", "fail", "unknown", "running"
    QString message;
    QString remedy;
    bool blocking = false; ///< must pass; cannot be accepted
    bool accepted = false;
};

/// Pre-flight checks, all reported together, each re-runnable.
class ChecksModel : public StageModel
{
    Q_OBJECT

public:
    ChecksModel(Engine *engine, Session *session, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QList<CheckRow> rows() const; ///< failed first
    void runAll();
    /// That check alone, with a fresh look at the installation; those of the backup's own group are asked
    /// together.
    void runOne(const QString &id);
    void accept(const QString &id);
    /// Forgets what was seen, for another installation or target.
    void clear();

private:
    int openCount() const;
    void run(const QString &only);
    Task<Result<QList<CheckResult>>> look(QString only);
    void take(const QList<CheckResult> &results);

    Engine *m_engine;
    Session *m_session;
    QList<CheckResult> m_results;
};
