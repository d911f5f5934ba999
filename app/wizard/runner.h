// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/executor.h"
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

    /// The run's id is told by begun() before its first step.
    Task<RunOutcome> upgrade(Session session);
    Task<RunOutcome> backup(Plan plan);
    Task<RunOutcome> resume(QString runId);
    Task<RunOutcome> rollback(QString runId);
    /// The new version stays. Blocked for a run that is not "upgraded".
    Result<void> keep(const QString &runId);
    void stopSafely() { m_executor->stopSafely(); }
    void cancel() { m_executor->cancel(); }

Q_SIGNALS:
    void begun(const QString &runId, const Plan &plan);
    void stepChanged(const QString &id, const QString &state, const QDateTime &time);
    void logLine(const QDateTime &time, const QString &component, const QString &level, const QString &text);
    void observed(const QString &name, const QJsonValue &value);

private:
    Task<Result<RunRecord>> prepared(QString runId);

    Engine *m_engine;
    std::unique_ptr<Handlers> m_handlers;
    std::unique_ptr<Executor> m_executor;
};

/// Who answers: the user of this machine.
QString whoAnswers();
