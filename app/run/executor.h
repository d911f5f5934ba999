// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/plan/plan.h"
#include "app/run/homelock.h"
#include "app/run/steprunner.h"
#include "app/task/task.h"

#include <QDateTime>
#include <QJsonValue>
#include <QObject>

/// How a run ended, or where it stands. `error` says why when it is not what was asked for.
struct RunOutcome {
    QString state; ///< as RunRecord::state
    std::optional<Error> error;
};

/// Runs a plan step by step, goes on after a crash, goes back over the receipts. Knows nothing of Kestra,
/// only steps, journal and handlers. Holds the home's lock for as long as it acts. Outlives its tasks; one at
/// a time.
class Executor : public QObject
{
    Q_OBJECT

public:
    explicit Executor(RunParts parts, QObject *parent = nullptr);

    /// Takes the home's lock before anything is looked at, so that what a second assistant sees half-done is
    /// never judged. Held until release(); without it the lock is taken when a run begins to act. Blocked:
    /// somebody else has it.
    Result<void> reserve();
    void release() { m_lock.reset(); }

    /// A fresh run made with Journal::createRun(). A failure before the point of no return is taken back by
    /// itself (state "rolled-back"); after it the run stands "interrupted" and a person decides.
    Task<RunOutcome> run(Plan plan, QString runId);
    /// Goes on where an interrupted run stopped, forward or, when it was going back, back.
    Task<RunOutcome> resume(QString runId);
    /// Takes everything back that began, newest first, then looks at it from outside.
    Task<RunOutcome> rollback(QString runId);
    /// The end of an upgraded or rolled-back run: does what the plan names for it (`afterKeep`), after which
    /// nothing can be taken back. A step that fails leaves the run as it ended and is tried by the next call.
    Task<RunOutcome> keep(QString runId);

    /// Finishes the step in hand, then stands as "interrupted".
    void stopSafely() { m_wish = Wish::Stop; }
    /// Finishes the step in hand, then takes everything back; after the point of no return as stopSafely().
    /// On the way back already: nothing more to cancel.
    void cancel();
    /// A wait that would go on without what it waits for waits that much longer.
    void giveMore(std::chrono::seconds time) { m_moreTime += time; }

Q_SIGNALS:
    /// States: started, done, failed, undoing, undone, skipped.
    void stepChanged(const QString &id, const QString &state, const QDateTime &time);
    void logLine(const QDateTime &time, const QString &component, const QString &level, const QString &text);
    void observed(const QString &name, const QJsonValue &value);
    void finished(const QString &outcome);

private:
    enum class Wish { GoOn, Stop, Cancel };
    enum class Direction { Forward, Back, Keep };
    class Guard;

    Task<RunOutcome> act(Plan plan, QString runId, Direction direction);
    Task<RunOutcome> forward(Plan plan, StepRunner *runner);
    Task<RunOutcome> back(Plan plan, StepRunner *runner, std::optional<Error> cause);
    Task<RunOutcome> lookAfterwards(Plan plan, StepRunner *runner, std::optional<Error> cause);
    Task<RunOutcome> tidyUp(Plan plan, StepRunner *runner);
    Task<RunOutcome> stopped(Plan plan, StepRunner *runner);
    RunListener listener();

    RunParts m_parts;
    std::optional<HomeLock> m_lock;
    Wish m_wish = Wish::GoOn;
    bool m_goesBack = false;
    std::chrono::seconds m_moreTime{0};
};
