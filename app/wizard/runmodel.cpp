// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runmodel.h"

#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/drainwatch.h"
#include "app/wizard/engine.h"
#include "app/wizard/lanetracker.h"
#include "app/wizard/runner.h"

#include <QTimer>

using namespace Qt::StringLiterals;

class RunModel::Private
{
public:
    explicit Private(Engine *engine)
        : runner(engine)
    {
    }

    Runner runner;
    LaneTracker tracker;
    DrainWatch drain;
    QTimer clock;
    QDateTime lastSign;
    QString lastWords; ///< "webserver: …"
    QString step;      ///< id of the one under way
    QString outcome;   ///< state after the end; empty: none yet
    Trouble trouble;
    QDateTime patient; ///< the silence that a person chose to wait through began then
    bool rollingBack = false;
    bool wantsBack = false;
    int undone = 0;
};

RunModel::RunModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
    , d(std::make_unique<Private>(engine))
{
    connect(&d->runner, &Runner::begun, this, [this](const QString &id, const Plan &plan) {
        m_session->runId = id;
        m_session->plan = plan;
        d->tracker.begin(plan, QDateTime::currentDateTime());
        d->drain = DrainWatch(plan, m_session->installation.graceSeconds);
    });
    connect(&d->runner, &Runner::stepChanged, this, &RunModel::takeStep);
    connect(&d->runner, &Runner::logLine, this, &RunModel::takeLine);
    connect(&d->runner, &Runner::observed, this, [this](const QString &name, const QJsonValue &value) {
        d->lastSign = QDateTime::currentDateTime();
        d->drain.observed(name, value, d->lastSign);
        Q_EMIT changed();
    });
    d->clock.setInterval(1000);
    connect(&d->clock, &QTimer::timeout, this, &RunModel::tick);
}

void RunModel::takeStep(const QString &id, const QString &state, const QDateTime &time)
{
    d->tracker.stepChanged(id, state, time);
    d->lastSign = QDateTime::currentDateTime();
    d->drain.stepChanged(id, state, time);
    if (state == u"started" || state == u"undoing")
        d->step = id;
    d->undone += state == u"undone" ? 1 : 0;
    if (state == u"undoing")
        d->rollingBack = true;
    Q_EMIT changed();
}

void RunModel::takeLine(const QDateTime &time, const QString &component, const QString &level,
                        const QString &text)
{
    d->lastSign = QDateTime::currentDateTime();
    d->lastWords = component.isEmpty() ? text : component + u": "_s + text;
    d->drain.logged(text, time);
    static const QHash<QString, QString> levels{
        {u"warning"_s, u"WARN"_s}, {u"error"_s, u"ERROR"_s}, {u"step"_s, u"STEP"_s}};
    Q_EMIT logged({time, component, levels.value(level, u"INFO"_s), text});
}

void RunModel::tick()
{
    const QDateTime now = QDateTime::currentDateTime();
    d->tracker.tick(now);
    d->drain.tick(now);
    d->trouble = {};
    const qint64 silent = d->lastSign.secsTo(now);
    // A step that is known to take its time, such as the watch at the end, is not stalled while it does.
    const Step *step = m_session->plan.step(d->step);
    const qint64 patience = step ? step->expectedSeconds + 10 : 0;
    const bool waitsForTasks = d->drain.state().active;
    if (silent >= qMax<qint64>(40, patience) && !waitsForTasks && d->patient != d->lastSign) {
        if (const auto run = m_engine->journal().run(m_session->runId))
            d->trouble = stalledTrouble(m_engine->journal(), *run, {d->step, d->lastSign, d->lastWords}, now);
    }
    Q_EMIT changed();
}

RunModel::~RunModel() = default;

QString RunModel::title() const
{
    if (d->trouble.kind != Trouble::None)
        return d->trouble.title;
    if (d->drain.state().active && !d->rollingBack && d->drain.tasksLeft() > 0)
        return tr("Waiting for the last %n execution(s)", "@title", d->drain.tasksLeft());
    if (d->rollingBack && isRunning())
        return tr("Going back to %1", "@title").arg(m_session->plan.from.toString());
    if (isRunning())
        return d->tracker.stepTitle().isEmpty() ? tr("The run begins", "@title") : d->tracker.stepTitle();
    if (d->outcome == u"upgraded")
        return tr("%1 runs", "@title").arg(m_session->plan.to.toString());
    if (d->outcome == u"rolled-back")
        return tr("Back at %1", "@title").arg(m_session->plan.from.toString());
    return d->outcome.isEmpty() ? tr("Nothing has run yet", "@title") : tr("The run stopped", "@title");
}

QString RunModel::subtitle() const
{
    if (d->trouble.kind != Trouble::None)
        return d->trouble.subtitle;
    if (!isRunning())
        return errorText();
    if (d->rollingBack)
        return tr("%n step(s) taken back.", "@info", d->undone);
    return tr("Step %1 of %2.", "@info").arg(d->tracker.stepNumber()).arg(m_session->plan.steps.size());
}

QString RunModel::railText() const
{
    if (d->trouble.kind != Trouble::None)
        return d->trouble.railText;
    if (isRunning())
        return d->rollingBack ? tr("going back", "@status")
                              : tr("step %1 of %2", "@status")
                                    .arg(d->tracker.stepNumber())
                                    .arg(m_session->plan.steps.size());
    if (d->outcome.isEmpty())
        return {};
    return d->outcome == u"upgraded" || d->outcome == u"rolled-back" || d->outcome == u"kept"
               ? tr("finished", "@status")
               : tr("stopped", "@status");
}

StageState RunModel::railState() const
{
    if (d->trouble.kind == Trouble::Stalled || d->trouble.kind == Trouble::Stopped)
        return StageState::Attention;
    if (d->outcome.isEmpty())
        return StageState::Later;
    return d->outcome == u"upgraded" || d->outcome == u"rolled-back" ? StageState::Done : StageState::Failed;
}

bool RunModel::isReady() const
{
    return !isRunning() && !d->outcome.isEmpty();
}

QString RunModel::notReadyReason() const
{
    return tr("The run is not finished", "@info");
}

bool RunModel::isRunning() const
{
    return m_job.isRunning();
}

bool RunModel::isRollingBack() const
{
    return d->rollingBack;
}

QString RunModel::remainingText() const
{
    return d->rollingBack ? QString() : tr("%1 left", "@info").arg(aboutDuration(d->tracker.secondsLeft()));
}

QString RunModel::doneAround() const
{
    return clockText(d->tracker.expectedEnd(QDateTime::currentDateTime()));
}

double RunModel::progress() const
{
    if (!d->rollingBack)
        return d->tracker.progress();
    return m_session->plan.steps.isEmpty() ? 0
                                           : qMin(1.0, static_cast<double>(d->undone) /
                                                           static_cast<double>(m_session->plan.steps.size()));
}

const QList<Lane> &RunModel::lanes() const
{
    return d->tracker.lanes();
}

QDateTime RunModel::doorTime() const
{
    return d->tracker.doorTime(QDateTime::currentDateTime());
}

QDateTime RunModel::startedAt() const
{
    return d->tracker.startedAt();
}

QDateTime RunModel::expectedEnd() const
{
    return d->tracker.expectedEnd(QDateTime::currentDateTime());
}

const DrainState &RunModel::drain() const
{
    return d->drain.state();
}

const Trouble &RunModel::trouble() const
{
    return d->trouble;
}

int RunModel::maskedSecrets() const
{
    return m_engine->redactor().count();
}

void RunModel::follow(Task<RunOutcome> task, bool back)
{
    clearError();
    d->rollingBack = back;
    d->wantsBack = false;
    d->undone = 0;
    d->outcome.clear();
    d->trouble = {};
    d->lastSign = QDateTime::currentDateTime();
    d->clock.start();
    m_job.start(std::move(task), [this](const RunOutcome &outcome) { settle(outcome); });
    Q_EMIT changed();
}

void RunModel::settle(const RunOutcome &outcome)
{
    d->clock.stop();
    d->drain = {};
    const auto run = m_engine->journal().run(m_session->runId);
    d->outcome = run ? run->state : outcome.state;
    if (run)
        d->trouble = troubleOf(m_engine->journal(), *run, QDateTime::currentDateTime());
    if (outcome.error && d->trouble.kind == Trouble::None)
        showError(*outcome.error);
    // Past the door a wish to go back only ends the step; the way back is a run of its own.
    if (d->wantsBack && d->trouble.kind == Trouble::Stopped) {
        QMetaObject::invokeMethod(this, [this] { rollBack(m_session->runId); }, Qt::QueuedConnection);
        return;
    }
    Q_EMIT changed();
    Q_EMIT ended();
}

void RunModel::start()
{
    follow(d->runner.upgrade(*m_session), false);
}

void RunModel::resume(const QString &runId)
{
    follow(d->runner.resume(runId), false);
}

void RunModel::rollBack(const QString &runId)
{
    follow(d->runner.rollback(runId), true);
}

void RunModel::stopSafely()
{
    d->runner.stopSafely();
}

void RunModel::look(const QString &runId)
{
    const auto run = m_engine->journal().run(runId);
    if (!run || isRunning())
        return;
    clearError();
    d->drain = {};
    d->outcome = run->state;
    d->tracker.begin(m_session->plan, run->startedAt);
    d->trouble = troubleOf(m_engine->journal(), *run, QDateTime::currentDateTime());
    Q_EMIT changed();
}

void RunModel::answerDone()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto written = m_engine->journal().record(
        {m_session->runId, u"step:"_s + d->trouble.step, u"done"_s, whoAnswers(), now});
    if (written) {
        resume(m_session->runId);
        return;
    }
    showError(written.error());
    Q_EMIT changed();
}

void RunModel::goBack()
{
    if (!isRunning()) {
        rollBack(m_session->runId);
        return;
    }
    d->wantsBack = true;
    d->runner.cancel();
    keepWaiting();
}

void RunModel::keepWaiting()
{
    d->patient = d->lastSign;
    d->trouble = {};
    Q_EMIT changed();
}

void RunModel::giveMore(int seconds)
{
    d->runner.giveMore(std::chrono::seconds(seconds));
    d->drain.giveMore(seconds);
    Q_EMIT changed();
}
