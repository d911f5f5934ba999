// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runmodel.h"

#include "app/base/humantext.h"
#include "app/wizard/engine.h"
#include "app/wizard/lanetracker.h"
#include "app/wizard/runner.h"

#include <QRegularExpression>
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
    DrainState drain;
    QTimer clock;
    QDateTime lastSign;
    QString lastComponent;
    QString outcome; ///< state after the end; empty: none yet
    bool rollingBack = false;
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
    });
    connect(&d->runner, &Runner::stepChanged, this,
            [this](const QString &id, const QString &state, const QDateTime &time) {
                d->tracker.stepChanged(id, state, time);
                d->lastSign = QDateTime::currentDateTime();
                d->undone += state == u"undone" ? 1 : 0;
                if (state == u"undoing")
                    d->rollingBack = true;
                const Step *step = m_session->plan.step(id);
                const bool drains =
                    step && step->effect == u"draining" && step->component == Component::Worker;
                if (drains && state == u"started")
                    d->drain = {true,
                                time,
                                time.addSecs(m_session->installation.graceSeconds),
                                {},
                                {},
                                tr("Tasks that are not done by then are cut off and run again after the "
                                   "start.",
                                   "@info")};
                else if (drains)
                    d->drain.active = false;
                Q_EMIT changed();
            });
    connect(
        &d->runner, &Runner::logLine, this,
        [this](const QDateTime &time, const QString &component, const QString &level, const QString &text) {
            d->lastSign = QDateTime::currentDateTime();
            d->lastComponent = component;
            static const QRegularExpression remaining(
                u"Waiting for all worker threads to terminate \\(remaining: (\\d+)\\)"_s);
            if (const auto match = remaining.match(text); match.hasMatch() && d->drain.active)
                d->drain.left.append({time, match.captured(1).toInt()});
            Q_EMIT logged({time, component, level, text});
        });
    d->clock.setInterval(1000);
    connect(&d->clock, &QTimer::timeout, this, [this] {
        d->tracker.tick(QDateTime::currentDateTime());
        Q_EMIT changed();
    });
}

RunModel::~RunModel() = default;

QString RunModel::title() const
{
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
    if (!isRunning())
        return errorText();
    if (d->rollingBack)
        return tr("%n step(s) taken back.", "@info", d->undone);
    return tr("Step %1 of %2.", "@info").arg(d->tracker.stepNumber()).arg(m_session->plan.steps.size());
}

QString RunModel::railText() const
{
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
    return d->drain;
}

QString RunModel::stalledText() const
{
    if (!isRunning() || !d->lastSign.isValid())
        return {};
    const qint64 silent = d->lastSign.secsTo(QDateTime::currentDateTime());
    // A step that is known to take its time, such as the watch at the end, is not stalled while it does.
    const qsizetype index = d->tracker.stepNumber() - 1;
    const qint64 patience = index >= 0 && index < m_session->plan.steps.size()
                                ? m_session->plan.steps[index].expectedSeconds + 10
                                : 0;
    return silent < qMax<qint64>(40, patience)
               ? QString()
               : tr("stalled for %1: no output from %2", "@status")
                     .arg(durationText(silent),
                          d->lastComponent.isEmpty() ? tr("the step", "@info") : d->lastComponent);
}

int RunModel::maskedSecrets() const
{
    return m_engine->redactor().count();
}

void RunModel::follow(Task<RunOutcome> task, bool back)
{
    clearError();
    d->rollingBack = back;
    d->undone = 0;
    d->outcome.clear();
    d->lastSign = QDateTime::currentDateTime();
    d->clock.start();
    m_job.start(std::move(task), [this](const RunOutcome &outcome) {
        d->clock.stop();
        d->outcome = outcome.state;
        if (outcome.error)
            showError(*outcome.error);
        Q_EMIT changed();
        Q_EMIT ended();
    });
    Q_EMIT changed();
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
