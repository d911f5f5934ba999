// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/executor.h"
#include "app/wizard/installationlock.h"
#include "app/wizard/session.h"

#include <QObject>

class Engine;

/// Runs on behalf of a head: makes the run in the journal with the answers that led to it, lets the Executor
/// act, and says what happens. The one place where both heads begin, resume, take back and keep.
class Runner : public QObject
{
    Q_OBJECT

public:
    explicit Runner(Engine *engine, QObject *parent = nullptr);
    ~Runner() override;

    /// The right to act, for this home and this installation, before anything is read: what a second
    /// assistant would see half-done is never judged. Every run claims it by itself; a head that reads first
    /// claims it before. Blocked: somebody else has it.
    Result<void> claim(const QString &address);
    void release();

    /// The run's id is told by begun() before its first step.
    Task<RunOutcome> upgrade(Session session);
    Task<RunOutcome> backup(Plan plan);
    Task<RunOutcome> resume(QString runId);
    Task<RunOutcome> rollback(QString runId);
    /// The new version stays (or, of a rolled-back run, the old one): what was left for the way back is
    /// removed. Blocked for a run that has not ended so.
    Task<RunOutcome> keep(QString runId);
    void stopSafely() { m_executor->stopSafely(); }
    void cancel() { m_executor->cancel(); }
    void giveMore(std::chrono::seconds time) { m_executor->giveMore(time); }

Q_SIGNALS:
    void begun(const QString &runId, const Plan &plan);
    void stepChanged(const QString &id, const QString &state, const QDateTime &time);
    void logLine(const QDateTime &time, const QString &component, const QString &level, const QString &text);
    void observed(const QString &name, const QJsonValue &value);

private:
    auto releasedAtTheEnd();
    Result<RunRecord> claimed(const QString &runId);
    Task<void> learnSecrets(RunRecord run);

    Engine *m_engine;
    std::unique_ptr<Handlers> m_handlers;
    std::unique_ptr<Executor> m_executor;
    std::optional<InstallationLock> m_installationLock;
};

/// Who answers: the user of this machine.
QString whoAnswers();
