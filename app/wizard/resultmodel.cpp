// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/resultmodel.h"

#include "app/base/humantext.h"
#include "app/wizard/engine.h"
#include "app/wizard/evidence.h"
#include "app/wizard/runner.h"
#include "app/wizard/runsummary.h"
#include "app/wizard/triggerswitch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

ResultModel::ResultModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
    , m_keeper(std::make_unique<Runner>(engine))
{
}

ResultModel::~ResultModel() = default;

QString ResultModel::title() const
{
    const Plan &plan = m_session->plan;
    const QString now = state();
    const auto any = [this](QStringView verdict) {
        return std::ranges::any_of(m_rows, [&](const EvidenceRow &row) { return row.verdict == verdict; });
    };
    const bool bad = any(u"bad");
    const bool unseen = any(u"unknown");
    if (isBusy())
        return tr("Looking at it from outside", "@title");
    if (now == u"upgraded" || now == u"kept")
        return bad      ? tr("%1 runs, but something is not as planned", "@title").arg(plan.to.toString())
               : unseen ? tr("%1 runs, but not everything could be seen", "@title").arg(plan.to.toString())
               : any(u"attention")
                   ? tr("%1 runs, and something waits for you", "@title").arg(plan.to.toString())
                   : tr("%1 runs, and everything is there", "@title").arg(plan.to.toString());
    if (now == u"rolled-back")
        return bad ? tr("Back at %1, but something differs", "@title").arg(plan.from.toString())
               : unseen
                   ? tr("Back at %1, but not everything could be seen", "@title").arg(plan.from.toString())
                   : tr("Back at %1, as it was before", "@title").arg(plan.from.toString());
    if (now == u"needs-help")
        return tr("A person is needed", "@title");
    return now.isEmpty() ? tr("Nothing has run yet", "@title") : tr("The upgrade is not finished", "@title");
}

QString ResultModel::subtitle() const
{
    return m_nowTime.isEmpty() ? errorText() : tr("Seen from outside at %1.", "@info").arg(m_nowTime);
}

QString ResultModel::railText() const
{
    const QString now = state();
    return now == u"upgraded"                   ? tr("to decide", "@status")
           : now.isEmpty() || now == u"running" ? QString()
                                                : runStateText(now);
}

StageState ResultModel::railState() const
{
    const QString now = state();
    // What is not finished is said where it stopped.
    if (now.isEmpty() || now == u"running" || now == u"interrupted" || now == u"needs-help")
        return StageState::Later;
    return now == u"kept" || now == u"rolled-back" ? StageState::Done
           : now == u"upgraded"                    ? StageState::Attention
                                                   : StageState::Failed;
}

QString ResultModel::state() const
{
    if (m_session->runId.isEmpty())
        return {};
    const auto run = m_engine->journal().run(m_session->runId);
    return run ? run->state : QString();
}

QString ResultModel::runId() const
{
    return m_session->runId;
}

QString ResultModel::cause() const
{
    if (m_session->runId.isEmpty() || state() != u"rolled-back")
        return {};
    const auto events = m_engine->journal().events(m_session->runId);
    for (const JournalEvent &event : events.value_or(QList<JournalEvent>())) {
        if (event.kind == u"rollback")
            return event.data.value(u"cause"_s).toString();
    }
    return {};
}

QList<EvidenceRow> ResultModel::evidence() const
{
    return m_rows;
}

QString ResultModel::beforeTime() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    return run ? clockText(run->startedAt) : QString();
}

bool ResultModel::canKeep() const
{
    const QString now = state();
    return now == u"upgraded" || ((now == u"kept" || now == u"rolled-back") && !leftBeside().isEmpty());
}

bool ResultModel::canRollBack() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    return run && summarize(m_engine->journal(), *run).canRollBack;
}

bool ResultModel::canResume() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    return run && summarize(m_engine->journal(), *run).canResume;
}

QString ResultModel::keepText() const
{
    return state() == u"upgraded" ? tr("Keep %1", "@action").arg(m_session->plan.to.toString())
                                  : tr("Remove what was kept beside", "@action");
}

QStringList ResultModel::keepConsequences() const
{
    const QStringList beside = leftBeside();
    return {beside.isEmpty() ? tr("Takes effect at once, Kestra keeps running", "@info")
                             : tr("Kestra keeps running. %1", "@info").arg(beside.join(u". "_s)),
            tr("The backup stays in %1 until you delete it", "@info").arg(m_session->plan.backupFolder),
            tr("No rolling back by this program any more; the backup's restore.sh still can", "@info")};
}

QString ResultModel::rollBackText() const
{
    return tr("Roll back to %1…", "@action").arg(m_session->plan.from.toString());
}

QStringList ResultModel::rollBackPrice() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    if (!run)
        return {};
    const RunSummary summary = summarize(m_engine->journal(), *run);
    QStringList lines{tr("%1 without Kestra", "@info").arg(aboutDuration(summary.rollBackSeconds))};
    if (!summary.doorPassed)
        return lines + QStringList{tr("Loses nothing: the data was not touched", "@info")};
    const auto observations = m_engine->journal().observations(m_session->runId);
    const QJsonObject seen = observations.value_or(QJsonObject());
    const qint64 executions = rowsGained(seen.value(u"tables-before"_s).toObject(),
                                         seen.value(u"tables-upgraded"_s).toObject(), u"executions"_s);
    lines.append(executions == 0
                     ? tr("No execution had come in since the backup when it was looked at; what came after "
                          "that is lost",
                          "@info")
                 : executions < 0
                     ? tr("Loses what was done since the backup; how much is not known", "@info")
                     : tr("Loses %n execution(s) that were seen since the backup, and what came after",
                          "@info", static_cast<int>(executions)));
    lines.append(tr("What is newer now is kept beside it, under another name", "@info"));
    return lines;
}

QString ResultModel::typedWord() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    return run && summarize(m_engine->journal(), *run).doorPassed ? m_session->installation.title : QString();
}

QString ResultModel::instruction() const
{
    if (state() != u"needs-help")
        return {};
    const auto run = m_engine->journal().run(m_session->runId);
    return run ? summarize(m_engine->journal(), *run).sentence : QString();
}

void ResultModel::fill()
{
    const auto observations = m_engine->journal().observations(m_session->runId);
    const auto events = m_engine->journal().events(m_session->runId);
    QStringList done;
    for (const JournalEvent &event : events.value_or(QList<JournalEvent>())) {
        if (event.kind == u"done")
            done.append(event.step);
    }
    m_rows = evidenceRows(m_session->plan, state(), observations.value_or(QJsonObject()), done,
                          m_session->installation, m_now);
    m_rows += triggerRows();
}

QList<EvidenceRow> ResultModel::triggerRows() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    QList<EvidenceRow> rows;
    for (const DisabledTrigger &one :
         run ? triggersOfRun(m_engine->journal(), *run) : QList<DisabledTrigger>()) {
        const auto flow = std::ranges::find(m_now.flows, one.flow, &FlowText::id);
        const QString now = flow == m_now.flows.end() ? QString() : triggerState(flow->source, one.trigger);
        EvidenceRow row;
        row.label = tr("Trigger %1", "@label").arg(one.id());
        row.before = tr("enabled", "@status");
        row.now = now == u"enabled"    ? tr("enabled", "@status")
                  : now == u"disabled" ? tr("disabled", "@status")
                  : now == u"gone"     ? tr("gone", "@status")
                                       : tr("not seen", "@status");
        row.verdict = now.isEmpty() ? u"unknown"_s : now == u"disabled" ? u"attention"_s : u"good"_s;
        if (row.verdict == u"attention")
            row.note =
                tr("would fire always: rewrite it, then kestra-upgrade triggers %1 --enable %2", "@info")
                    .arg(run->id, one.id());
        rows.append(row);
    }
    return rows;
}

void ResultModel::lookAgain()
{
    if (m_session->plan.installation.isEmpty())
        return;
    beBusy(tr("Asking %1…", "@status").arg(m_session->plan.installation));
    m_job.start(m_engine->read(m_session->plan.installation, {}), [this](const Result<Installation> &read) {
        m_now = read.value_or(Installation());
        m_nowTime = clockText(QDateTime::currentDateTime());
        if (!read)
            showError(read.error());
        if (m_session->installation.address.isEmpty())
            m_session->installation = m_now;
        fill();
    });
    Q_EMIT changed();
}

void ResultModel::keep()
{
    beBusy(tr("Removing what was kept beside…", "@status"));
    m_job.start(m_keeper->keep(m_session->runId), [this](const RunOutcome &outcome) {
        if (outcome.error)
            showError(*outcome.error);
        fill();
    });
    Q_EMIT changed();
}

QStringList ResultModel::leftBeside() const
{
    const auto events = m_engine->journal().events(m_session->runId);
    const RunProgress progress(events.value_or(QList<JournalEvent>()));
    QStringList titles;
    for (const Step &step : m_session->plan.removals(progress.isGoingBack())) {
        if (!progress.of(step.id).done)
            titles.append(step.title);
    }
    return titles;
}

void ResultModel::rollBack()
{
    Q_EMIT rollBackRequested(m_session->runId);
}

void ResultModel::resume()
{
    Q_EMIT resumeRequested(m_session->runId);
}

QString ResultModel::nowTime() const
{
    return m_nowTime;
}

QString ResultModel::reportHtml() const
{
    const auto run = m_engine->journal().run(m_session->runId);
    return run ? runReportHtml(m_engine->journal(), *run) : QString();
}
