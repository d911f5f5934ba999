// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/executor.h"

#include <QPointer>
#include <QScopeGuard>
#include <QTimer>

#include <ranges>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds heartbeat(5);

bool isPastDoor(const Plan &plan, const RunProgress &progress)
{
    const StepProgress door = progress.of(plan.pointOfNoReturn);
    return !plan.pointOfNoReturn.isEmpty() && door.started && !door.undone;
}

RunOutcome stands(ErrorKind kind, const QString &message, const QString &details = {})
{
    return {u"interrupted"_s, Error{kind, message, details}};
}

} // namespace

/// Keeps the heartbeat while a run acts. When the task is dropped half-way, the run stands as
/// interrupted.
class Executor::Guard
{
public:
    Guard(Journal *journal, QString runId)
        : m_journal(journal)
        , m_runId(std::move(runId))
    {
        // A beat that fails says nothing new: the next event of the run fails too, and that one counts.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { [[maybe_unused]] const auto beaten = m_journal->beat(m_runId); });
        m_timer.start(heartbeat);
    }
    ~Guard()
    {
        if (!m_settled) [[maybe_unused]]
            const auto stands = m_journal->setState(m_runId, u"interrupted"_s);
    }
    Q_DISABLE_COPY_MOVE(Guard)
    Result<void> settle(const QString &state)
    {
        m_settled = true;
        return m_journal->setState(m_runId, state);
    }

private:
    Journal *m_journal;
    QString m_runId;
    QTimer m_timer;
    bool m_settled = false;
};

Executor::Executor(RunParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    connect(m_parts.secrets, &SecretStore::learned, this,
            [this](const QString &value) { m_parts.redactor->add(value); });
}

Result<void> Executor::reserve()
{
    if (m_lock)
        return {};
    auto lock = HomeLock::take(m_parts.home.root());
    if (!lock)
        return std::unexpected(lock.error());
    m_lock.emplace(std::move(*lock));
    return {};
}

void Executor::cancel()
{
    if (m_wish == Wish::GoOn && !m_goesBack)
        m_wish = Wish::Cancel;
}

RunListener Executor::listener()
{
    RunListener listener;
    listener.stepChanged = [this](const QString &id, const QString &state) {
        Q_EMIT stepChanged(id, state, QDateTime::currentDateTimeUtc());
    };
    listener.logLine = [this](const QString &component, const QString &level, const QString &text) {
        Q_EMIT logLine(QDateTime::currentDateTimeUtc(), component, level, text);
    };
    listener.observed = [this](const QString &name, const QJsonValue &value) {
        Q_EMIT observed(name, value);
    };
    listener.stopRequested = [this] { return m_wish != Wish::GoOn; };
    listener.moreTime = [this] { return m_moreTime; };
    return listener;
}

Task<RunOutcome> Executor::run(Plan plan, QString runId)
{
    if (auto sound = checkPlan(plan); !sound) {
        const auto noted = m_parts.journal->setState(runId, u"failed"_s);
        co_return RunOutcome{u"failed"_s, noted ? sound.error() : noted.error()};
    }
    RunOutcome outcome = co_await act(std::move(plan), runId, Direction::Forward);
    // Another assistant is at work: this run never began.
    if (outcome.state.isEmpty()) {
        const auto noted = m_parts.journal->setState(runId, u"failed"_s);
        co_return RunOutcome{u"failed"_s, noted ? outcome.error : noted.error()};
    }
    co_return outcome;
}

Task<RunOutcome> Executor::resume(QString runId)
{
    const auto record = m_parts.journal->run(runId);
    if (!record)
        co_return RunOutcome{{}, record.error()};
    if (record->state != u"interrupted" && record->state != u"needs-help" && record->state != u"running")
        co_return RunOutcome{
            record->state,
            Error{ErrorKind::Usage,
                  tr("The run %1 is finished; there is nothing to resume.", "@error").arg(record->id),
                  {}}};
    RunOutcome outcome = co_await act(Plan::fromJson(record->plan), record->id, Direction::Forward);
    co_return outcome;
}

Task<RunOutcome> Executor::rollback(QString runId)
{
    const auto record = m_parts.journal->run(runId);
    if (!record)
        co_return RunOutcome{{}, record.error()};
    if (record->state == u"rolled-back")
        co_return RunOutcome{record->state, std::nullopt};
    if (record->state == u"failed")
        co_return RunOutcome{
            record->state,
            Error{ErrorKind::Usage,
                  tr("The run %1 cannot be rolled back: it did nothing.", "@error").arg(record->id),
                  {}}};
    const auto events = m_parts.journal->events(record->id);
    if (!events)
        co_return RunOutcome{{}, events.error()};
    if (record->state == u"kept" || RunProgress(*events).isKept())
        co_return RunOutcome{
            record->state,
            Error{ErrorKind::Blocked,
                  tr("The run %1 cannot be rolled back any more: it was kept, and what going back needs was "
                     "removed. The backup's own restore.sh still brings the old version back.",
                     "@error")
                      .arg(record->id),
                  {}}};
    RunOutcome outcome = co_await act(Plan::fromJson(record->plan), record->id, Direction::Back);
    co_return outcome;
}

Task<RunOutcome> Executor::keep(QString runId)
{
    const auto record = m_parts.journal->run(runId);
    if (!record)
        co_return RunOutcome{{}, record.error()};
    const auto events = m_parts.journal->events(record->id);
    if (!events)
        co_return RunOutcome{{}, events.error()};
    const bool ended = record->state == u"upgraded" || record->state == u"kept" ||
                       record->state == u"rolled-back" || RunProgress(*events).isKept();
    if (!ended || record->kind != u"upgrade")
        co_return RunOutcome{
            record->state,
            Error{ErrorKind::Blocked,
                  tr("The run %1 is %2; only an upgraded or a rolled-back one can be kept.", "@error")
                      .arg(record->id, record->state),
                  {}}};
    RunOutcome outcome = co_await act(Plan::fromJson(record->plan), record->id, Direction::Keep);
    co_return outcome;
}

Task<RunOutcome> Executor::act(Plan plan, QString runId, Direction direction)
{
    m_wish = Wish::GoOn;
    m_goesBack = false;
    const bool wasReserved = m_lock.has_value();
    if (auto reserved = reserve(); !reserved)
        co_return RunOutcome{{}, reserved.error()};
    const auto released = qScopeGuard([alive = QPointer(this), wasReserved] {
        if (alive && !wasReserved)
            alive->release();
    });
    if (auto owned = m_parts.journal->takeOver(runId); !owned)
        co_return RunOutcome{{}, owned.error()};
    Guard guard(m_parts.journal, runId);
    StepRunner runner(m_parts, runId, listener());
    if (auto opened = runner.open(); !opened)
        co_return RunOutcome{u"interrupted"_s, opened.error()};
    const bool keeps = direction == Direction::Keep || runner.progress().isKept();
    const bool goesBack = direction == Direction::Back || runner.progress().isGoingBack();
    Task<RunOutcome> work = keeps      ? tidyUp(plan, &runner)
                            : goesBack ? back(plan, &runner, std::nullopt)
                                       : forward(plan, &runner);
    RunOutcome outcome = co_await work;
    if (outcome.error)
        outcome.error = runner.redacted(*outcome.error);
    if (auto settled = guard.settle(outcome.state); !settled)
        outcome = {u"interrupted"_s, settled.error()};
    Q_EMIT finished(outcome.state);
    co_return outcome;
}

Task<RunOutcome> Executor::forward(Plan plan, StepRunner *runner)
{
    for (const Step &step : plan.steps) {
        if (runner->progress().of(step.id).done) {
            Q_EMIT stepChanged(step.id, u"skipped"_s, QDateTime::currentDateTimeUtc());
            continue;
        }
        Result<void> done;
        if (m_wish == Wish::GoOn)
            done = co_await runner->perform(step, step.id);
        if (m_wish != Wish::GoOn && (done || done.error().kind == ErrorKind::Cancelled)) {
            RunOutcome outcome = co_await stopped(plan, runner);
            co_return outcome;
        }
        if (done)
            continue;
        const Error error = done.error();
        if (runner->journalFailed() || error.kind == ErrorKind::NeedsPerson)
            co_return RunOutcome{u"interrupted"_s, error};
        if (isPastDoor(plan, runner->progress()))
            co_return stands(ErrorKind::NeedsPerson,
                             tr("The step “%1” failed after the point of no return: %2 Resume to try it "
                                "again, or roll back to bring "
                                "application and data back from the backup.",
                                "@error")
                                 .arg(step.title, error.message),
                             error.details);
        RunOutcome outcome = co_await back(plan, runner, error);
        co_return outcome;
    }
    // A backup has nothing that could be taken back or kept later.
    const auto record = m_parts.journal->run(runner->runId());
    if (!record)
        co_return RunOutcome{u"interrupted"_s, record.error()};
    co_return RunOutcome{record->kind == u"backup" ? u"kept"_s : u"upgraded"_s, std::nullopt};
}

Task<RunOutcome> Executor::stopped(Plan plan, StepRunner *runner)
{
    const bool cancels = m_wish == Wish::Cancel && !isPastDoor(plan, runner->progress());
    if (!cancels && m_wish == Wish::Cancel)
        co_return stands(ErrorKind::NeedsPerson,
                         tr("Stopped after the point of no return. Resume to go on, or roll back to bring "
                            "application and data back from the backup.",
                            "@error"));
    if (!cancels)
        co_return stands(ErrorKind::Cancelled,
                         tr("Stopped after the step in hand. Resume to go on, or roll back.", "@error"));
    m_wish = Wish::GoOn;
    RunOutcome outcome =
        co_await back(plan, runner, Error{ErrorKind::Cancelled, tr("Cancelled.", "@error"), {}});
    co_return outcome;
}

Task<RunOutcome> Executor::back(Plan plan, StepRunner *runner, std::optional<Error> cause)
{
    m_goesBack = true;
    const QString why = cause ? cause->message : QString();
    if (auto noted = runner->note({}, u"rollback"_s, {{u"cause"_s, why}}); !noted)
        co_return RunOutcome{u"interrupted"_s, noted.error()};
    for (const Step &step : plan.steps | std::views::reverse) {
        const StepProgress progress = runner->progress().of(step.id);
        if (!progress.started || progress.undone)
            continue;
        if (m_wish == Wish::Stop)
            co_return stands(ErrorKind::Cancelled, tr("Stopped on the way back. Resume to go on.", "@error"));
        Result<void> undone = co_await runner->takeBack(step);
        if (undone)
            continue;
        if (runner->journalFailed() || undone.error().kind == ErrorKind::Cancelled)
            co_return RunOutcome{u"interrupted"_s, undone.error()};
        if (auto noted = runner->note(step.id, u"undo-failed"_s, {{u"message"_s, undone.error().message}});
            !noted)
            co_return RunOutcome{u"interrupted"_s, noted.error()};
        QString message =
            tr("“%1” could not be taken back: %2", "@error").arg(step.title, undone.error().message);
        if (!step.instruction.isEmpty() && !message.contains(step.instruction))
            message += u' ' + step.instruction;
        co_return RunOutcome{u"needs-help"_s, Error{ErrorKind::NeedsPerson, message, undone.error().details}};
    }
    RunOutcome outcome = co_await lookAfterwards(plan, runner, cause);
    co_return outcome;
}

Task<RunOutcome> Executor::tidyUp(Plan plan, StepRunner *runner)
{
    // First of all: from here on nobody may rely on what goes.
    if (auto noted = runner->note({}, u"keep"_s); !noted)
        co_return RunOutcome{u"interrupted"_s, noted.error()};
    const QString state = runner->progress().isGoingBack() ? u"rolled-back"_s : u"kept"_s;
    std::optional<Error> first;
    for (const Step &step : plan.removals(runner->progress().isGoingBack())) {
        if (runner->progress().of(step.id).done)
            continue;
        if (m_wish != Wish::GoOn)
            co_return RunOutcome{state, Error{ErrorKind::Cancelled,
                                              tr("Stopped before everything was removed. Commit it again to "
                                                 "remove the rest.",
                                                 "@error"),
                                              {}}};
        Result<void> done = co_await runner->perform(step, step.id);
        if (done)
            continue;
        if (runner->journalFailed())
            co_return RunOutcome{u"interrupted"_s, done.error()};
        if (!first)
            first = Error{ErrorKind::NeedsPerson,
                          tr("“%1” could not be done: %2 Nothing that runs needs it; commit the run again to "
                             "try once more.",
                             "@error")
                              .arg(step.title, done.error().message),
                          done.error().details};
    }
    co_return RunOutcome{state, first};
}

Task<RunOutcome> Executor::lookAfterwards(Plan plan, StepRunner *runner, std::optional<Error> cause)
{
    const bool touchedData = runner->progress().of(plan.pointOfNoReturn).started;
    for (const Step &step : plan.afterRollback) {
        // Ended before it came to the look it would be compared with, so before anything that needs it.
        if (!touchedData && !runner->canCompare(step)) {
            Q_EMIT stepChanged(step.id, u"skipped"_s, QDateTime::currentDateTimeUtc());
            continue;
        }
        Result<void> seen = co_await runner->perform(step, step.id);
        if (seen)
            continue;
        if (runner->journalFailed() || seen.error().kind == ErrorKind::Cancelled)
            co_return RunOutcome{u"interrupted"_s, seen.error()};
        co_return RunOutcome{u"needs-help"_s, Error{ErrorKind::NeedsPerson,
                                                    tr("Everything was taken back, but what is seen is not "
                                                       "as before: %1 Look at it, then roll back again.",
                                                       "@error")
                                                        .arg(seen.error().message),
                                                    seen.error().details}};
    }
    co_return RunOutcome{u"rolled-back"_s, cause};
}
