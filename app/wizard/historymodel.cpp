// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/historymodel.h"

#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/engine.h"
#include "app/wizard/evidence.h"
#include "app/wizard/runsummary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString secondsClock(const QDateTime &when)
{
    return when.toLocalTime().time().toString(u"HH:mm:ss"_s);
}

/// The step that took longest, with its seconds; null where none has ended.
std::pair<const Step *, qint64> slowest(const Plan &plan, const QList<JournalEvent> &events)
{
    QHash<QString, QDateTime> begun;
    std::pair<const Step *, qint64> most{nullptr, -1};
    for (const JournalEvent &event : events) {
        const Step *step = plan.step(event.step);
        if (step && event.kind == u"intent")
            begun.insert(event.step, event.time);
        if (step && event.kind == u"done" && begun.value(event.step).secsTo(event.time) > most.second)
            most = {step, begun.value(event.step).secsTo(event.time)};
    }
    return most;
}

QList<std::pair<QString, QString>> factsOf(const RunRecord &run, const Plan &plan,
                                           const QList<JournalEvent> &events)
{
    QList<std::pair<QString, QString>> facts;
    QSet<QString> done;
    for (const JournalEvent &event : events) {
        const bool own = std::ranges::contains(plan.steps, event.step, &Step::id);
        if (event.kind == u"done" && own)
            done.insert(event.step);
    }
    facts.append(
        {HistoryModel::tr("Began", "@label"), momentText(run.startedAt, QDateTime::currentDateTime())});
    const QDateTime last = run.endedAt.isValid() ? run.endedAt
                           : events.isEmpty()    ? run.startedAt
                                                 : events.last().time;
    facts.append({run.endedAt.isValid() ? HistoryModel::tr("Ended", "@label")
                                        : HistoryModel::tr("Last sign", "@label"),
                  HistoryModel::tr("%1, after %2; %3 of %4 steps", "@info")
                      .arg(secondsClock(last), durationText(run.startedAt.secsTo(last)))
                      .arg(done.size())
                      .arg(plan.steps.size())});
    if (const auto [step, seconds] = slowest(plan, events); step)
        facts.append(
            {HistoryModel::tr("Slowest", "@label"),
             HistoryModel::tr("“%1”, %2", "@info step, time").arg(step->title, durationText(seconds))});
    return facts;
}

QList<EvidenceRow> evidenceOf(const RunRecord &run, const Plan &plan, const QList<JournalEvent> &events,
                              const QJsonObject &seen)
{
    QList<EvidenceRow> rows;
    if (run.kind == u"backup") {
        for (const ProofRow &row : proofRows(seen))
            rows.append({row.label,
                         row.original,
                         row.copy,
                         row.verdict == u"equal"     ? u"good"_s
                         : row.verdict == u"differs" ? u"bad"_s
                                                     : u"unknown"_s,
                         {}});
    } else {
        QStringList done;
        for (const JournalEvent &event : events) {
            if (event.kind == u"done")
                done.append(event.step);
        }
        rows = evidenceRows(plan, run.state == u"kept" ? u"upgraded"_s : run.state, seen, done, {}, {});
    }
    // How it is now was seen by nobody: this is the record of the run.
    rows.removeIf([](const EvidenceRow &row) { return row.verdict == u"unknown"; });
    return rows;
}

} // namespace

HistoryModel::HistoryModel(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

QList<HistoryRow> HistoryModel::rows() const
{
    QList<HistoryRow> rows;
    const auto runs = m_engine->journal().runs();
    for (const RunRecord &run : runs.value_or(QList<RunRecord>())) {
        const RunSummary summary = summarize(m_engine->journal(), run);
        HistoryRow row;
        row.id = run.id;
        row.installation = run.installation;
        row.title = summary.title;
        row.fromTo = run.kind == u"backup" ? tr("backup of %1", "@info").arg(run.from)
                                           : tr("%1 to %2", "@info").arg(run.from, run.to);
        row.when = momentText(run.startedAt, QDateTime::currentDateTime());
        row.state = run.state;
        row.stateText =
            run.kind == u"backup" && run.state == u"kept" ? tr("proven", "@status") : runStateText(run.state);
        row.canRollBack = summary.canRollBack;
        row.canResume = summary.canResume;
        row.price = summary.price;
        rows.append(row);
    }
    return rows;
}

HistoryDetail HistoryModel::detail(const QString &id) const
{
    const auto found = m_engine->journal().run(id);
    if (id.isEmpty() || !found)
        return {};
    const RunRecord &run = *found;
    const Plan plan = Plan::fromJson(run.plan);
    const RunSummary summary = summarize(m_engine->journal(), run);
    const QList<JournalEvent> events = m_engine->journal().events(id).value_or(QList<JournalEvent>());
    const QJsonObject seen = m_engine->journal().observations(id).value_or(QJsonObject());
    HistoryDetail detail;
    detail.sentence = summary.sentence;
    detail.logFolder = m_engine->home().runFolder(id);
    detail.facts = factsOf(run, plan, events);
    if (const auto answers = m_engine->journal().answers(id); answers && !answers->isEmpty())
        detail.facts.append(
            {tr("Accepted", "@label"),
             tr("%n answer(s), by %1", "@info", static_cast<int>(answers->size())).arg(answers->first().by)});
    if (!plan.backupFolder.isEmpty())
        detail.facts.append({tr("Backup", "@label"), plan.backupFolder});
    detail.evidence = evidenceOf(run, plan, events, seen);
    if (summary.canRollBack) {
        detail.goingBack = {
            {tr("Takes", "@label"),
             tr("%1 without Kestra", "@info").arg(aboutDuration(summary.rollBackSeconds))},
            {tr("Loses", "@label"),
             summary.doorPassed ? tr("what was done since the backup", "@info") : tr("nothing", "@info")},
            {tr("Needs", "@label"), summary.doorPassed ? tr("the backup and the old version", "@info")
                                                       : tr("the old version", "@info")}};
    }
    return detail;
}

QString HistoryModel::reportHtml(const QString &id) const
{
    const auto run = m_engine->journal().run(id);
    return run ? runReportHtml(m_engine->journal(), *run) : run.error().message.toHtmlEscaped();
}

void HistoryModel::refresh()
{
    Q_EMIT changed();
}
