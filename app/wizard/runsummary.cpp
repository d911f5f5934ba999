// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runsummary.h"

#include "app/base/humantext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return QCoreApplication::translate("RunSummary", text, kind, count);
}

/// Ids of the plan's own steps that are done and not undone, those begun, and the last failure.
struct Progress {
    QSet<QString> done;
    QSet<QString> begun;
    QString failedStep;
    QString failure;
    bool rollbackBegun = false;
    bool keepBegun = false;
};

Progress progressOf(const QList<JournalEvent> &events)
{
    Progress progress;
    for (const JournalEvent &event : events) {
        if (event.kind == u"intent") {
            progress.begun.insert(event.step);
        } else if (event.kind == u"done") {
            progress.done.insert(event.step);
        } else if (event.kind == u"undone") {
            progress.done.remove(event.step);
            progress.begun.remove(event.step);
        } else if (event.kind == u"failed" || event.kind == u"undo-failed") {
            progress.failedStep = event.step;
            progress.failure = event.data.value(u"message"_s).toString();
        } else if (event.kind == u"rollback") {
            progress.rollbackBegun = true;
        } else if (event.kind == u"keep") {
            progress.keepBegun = true;
        }
    }
    return progress;
}

bool passedDoor(const Plan &plan, const Progress &progress)
{
    return !plan.pointOfNoReturn.isEmpty() && progress.begun.contains(plan.pointOfNoReturn);
}

QString sentenceFor(const RunRecord &run, const Plan &plan, const Progress &progress)
{
    if (run.state == u"upgraded")
        return tr("%1 runs and was seen to work. It waits for your decision.").arg(run.to);
    if (run.state == u"kept")
        return tr("%1 runs and was kept.").arg(run.to);
    if (run.state == u"rolled-back")
        return tr("Everything is back at %1.").arg(run.from);
    const Step *failed = plan.step(progress.failedStep);
    if (run.state == u"needs-help")
        return tr("Going back stopped: %1").arg(progress.failure);
    if (failed)
        return tr("Step “%1” failed: %2").arg(failed->title, progress.failure);
    return tr("It was cut off after %n of its steps.", "@info", int(progress.done.size()));
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString tableRow(const QStringList &cells)
{
    QString row = u"<tr>"_s;
    for (const QString &cell : cells)
        row += u"<td>"_s + escaped(cell) + u"</td>"_s;
    return row + u"</tr>\n"_s;
}

} // namespace

int secondsBack(const Plan &plan, const QSet<QString> &begun)
{
    int seconds = 5;
    for (const Step &step : plan.steps) {
        if (!begun.contains(step.id))
            continue;
        for (const QJsonValue &inverse : step.inverse)
            seconds += Step::fromJson(inverse.toObject()).expectedSeconds;
    }
    for (const Step &step : plan.afterRollback)
        seconds += step.expectedSeconds;
    return seconds;
}

RunSummary summarize(Journal &journal, const RunRecord &run)
{
    RunSummary summary;
    const Plan plan = Plan::fromJson(run.plan);
    const auto events = journal.events(run.id);
    const Progress progress = progressOf(events.value_or(QList<JournalEvent>()));
    summary.title = plan.title.isEmpty() ? run.installation : plan.title;
    summary.nextStep = 0;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        if (progress.done.contains(plan.steps[i].id))
            continue;
        if (summary.nextStep == 0)
            summary.nextStep = static_cast<int>(i) + 1;
        ++summary.stepsLeft;
        summary.secondsLeft += plan.steps[i].expectedSeconds;
    }
    summary.doorPassed = passedDoor(plan, progress);
    summary.sentence = sentenceFor(run, plan, progress);
    summary.rollBackSeconds = secondsBack(plan, progress.begun);
    summary.canRollBack =
        !progress.keepBegun && run.kind == u"upgrade" &&
        (run.state == u"upgraded" || run.state == u"interrupted" || run.state == u"needs-help");
    summary.canResume = run.kind == u"upgrade" && run.state == u"interrupted" &&
                        (!progress.rollbackBegun || progress.keepBegun);
    summary.price =
        summary.doorPassed
            ? tr("%1, loses what was done since the backup").arg(aboutDuration(summary.rollBackSeconds))
            : tr("%1, loses nothing").arg(aboutDuration(summary.rollBackSeconds));
    return summary;
}

QString runStateText(const QString &state)
{
    static const QHash<QString, const char *> texts{
        {u"running"_s, QT_TRANSLATE_NOOP("RunSummary", "running")},
        {u"interrupted"_s, QT_TRANSLATE_NOOP("RunSummary", "not finished")},
        {u"upgraded"_s, QT_TRANSLATE_NOOP("RunSummary", "upgraded, to be decided")},
        {u"kept"_s, QT_TRANSLATE_NOOP("RunSummary", "kept")},
        {u"rolled-back"_s, QT_TRANSLATE_NOOP("RunSummary", "rolled back")},
        {u"needs-help"_s, QT_TRANSLATE_NOOP("RunSummary", "needs a person")},
        {u"failed"_s, QT_TRANSLATE_NOOP("RunSummary", "did not begin")},
    };
    const auto found = texts.find(state);
    return found == texts.end() ? state : QCoreApplication::translate("RunSummary", *found);
}

QString runReportHtml(Journal &journal, const RunRecord &run)
{
    const Plan plan = Plan::fromJson(run.plan);
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>\n"
        "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;line-height:1.5}"
        "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid "
        "#ccc;text-align:left;padding:.3em .6em;"
        "vertical-align:top}code,pre{font-size:.9em;white-space:pre-wrap}</style></head><body>\n"_s.arg(
            escaped(tr("Report of run %1").arg(run.id)));
    html += u"<h1>%1</h1>\n"_s.arg(escaped(tr("%1: %2 to %3").arg(plan.title, run.from, run.to)));
    html +=
        u"<table>\n"_s + tableRow({tr("Run"), run.id}) + tableRow({tr("Installation"), run.installation}) +
        tableRow({tr("Outcome"), runStateText(run.state)}) +
        tableRow({tr("Started"), run.startedAt.toString(Qt::ISODate)}) +
        tableRow({tr("Ended"), run.endedAt.isValid() ? run.endedAt.toString(Qt::ISODate) : tr("not ended")}) +
        tableRow({tr("Backup"), plan.backupFolder}) + u"</table>\n"_s;
    if (const auto answers = journal.answers(run.id); answers && !answers->isEmpty()) {
        html += u"<h2>%1</h2>\n<table>\n"_s.arg(escaped(tr("Accepted, by whom")));
        for (const Answer &answer : *answers)
            html += tableRow({answer.subject, answer.answer, answer.by, answer.at.toString(Qt::ISODate)});
        html += u"</table>\n"_s;
    }
    html += u"<h2>%1</h2>\n<table>\n"_s.arg(escaped(tr("What was done, when")));
    const auto events = journal.events(run.id);
    for (const JournalEvent &event : events.value_or(QList<JournalEvent>())) {
        if (event.kind == u"receipt")
            continue;
        const Step *step = plan.step(event.step);
        html += tableRow({event.time.toString(u"HH:mm:ss"_s), event.step, step ? step->title : QString(),
                          event.kind, event.data.value(u"message"_s).toString()});
    }
    html += u"</table>\n<h2>%1</h2>\n"_s.arg(escaped(tr("What was seen")));
    if (const auto seen = journal.observations(run.id)) {
        for (auto it = seen->begin(); it != seen->end(); ++it) {
            const QJsonDocument text = it.value().isArray() ? QJsonDocument(it.value().toArray())
                                                            : QJsonDocument(it.value().toObject());
            html += u"<h3>%1</h3><pre>%2</pre>\n"_s.arg(escaped(it.key()),
                                                        escaped(QString::fromUtf8(text.toJson())));
        }
    }
    return html + u"</body></html>\n"_s;
}
