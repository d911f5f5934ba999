// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/trouble.h"

#include "app/base/humantext.h"
#include "app/plan/plan.h"
#include "app/run/progress.h"
#include "app/wizard/runsummary.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return QCoreApplication::translate("Trouble", text, kind, count);
}

QString secondsClock(const QDateTime &when)
{
    return when.toLocalTime().time().toString(u"HH:mm:ss"_s);
}

/// What the events of one run say, once over.
class Story
{
public:
    Story(Journal &journal, const RunRecord &run)
        : plan(Plan::fromJson(run.plan))
        , summary(summarize(journal, run))
    {
        const auto events = journal.events(run.id);
        for (const JournalEvent &event : events.value_or(QList<JournalEvent>()))
            take(event);
        const auto seen = journal.observation(run.id, u"executions-under-way"_s);
        if (seen && *seen)
            underWay = static_cast<int>((*seen)->toArray().size());
    }

    int numberOf(const QString &id) const
    {
        const auto at = std::ranges::find(plan.steps, id, &Step::id);
        return at == plan.steps.end() ? 0 : static_cast<int>(at - plan.steps.begin()) + 1;
    }
    QString titleOf(const QString &id) const
    {
        const Step *step = plan.step(id);
        return step ? step->title : id;
    }
    bool backupProven() const
    {
        bool any = false;
        for (const Step &step : plan.steps) {
            any = any || step.phase == u"backup";
            if (step.phase == u"backup" && !progress.of(step.id).done)
                return false;
        }
        return any;
    }

    Plan plan;
    RunSummary summary;
    RunProgress progress;
    JournalEvent last; ///< the newest "failed", "stopped" or "undo-failed"
    QDateTime newest;
    QDateTime backupAt;
    QDateTime doorAt;
    QDateTime awaySince; ///< of what answers on the web; invalid: it runs
    QString begunStep;
    int done = 0;
    int underWay = -1;

private:
    void take(const JournalEvent &event)
    {
        progress.take(event.step, event.kind, event.data);
        newest = event.time;
        const Step *step = plan.step(event.step);
        if (event.kind == u"failed" || event.kind == u"stopped" || event.kind == u"undo-failed")
            last = event;
        else if (event.kind == u"intent" || event.kind == u"undo-intent")
            last = {};
        if (!step)
            return;
        if (event.kind == u"intent") {
            begunStep = event.step;
            if (event.step == plan.pointOfNoReturn)
                doorAt = event.time;
        }
        done += event.kind == u"done" ? 1 : 0;
        if (event.kind == u"done" && step->phase == u"backup")
            backupAt = event.time;
        const bool answers =
            step->component == Component::Webserver || step->component == Component::Standalone;
        if (!answers || step->effect.isEmpty())
            return;
        const bool stops = step->effect == u"stopped" || step->effect == u"draining";
        const bool gone = (event.kind == u"done" && stops) || (event.kind == u"undone" && !stops);
        if (gone && !awaySince.isValid())
            awaySince = event.time;
        if ((event.kind == u"done" && !stops) || (event.kind == u"undone" && stops))
            awaySince = {};
    }
};

QList<TroubleFact> factsOf(const Story &story, const QDateTime &now)
{
    QList<TroubleFact> facts;
    if (!story.summary.doorPassed)
        facts.append({true, tr("The data is as it was: no newer version has touched it")});
    else
        facts.append({false, tr("The one-way door was passed at %1").arg(clockText(story.doorAt))});
    if (story.backupProven())
        facts.append({true, tr("The backup of %1 is proven and untouched").arg(clockText(story.backupAt))});
    else if (story.plan.backupFolder.isEmpty())
        facts.append({false, tr("There is no backup")});
    else
        facts.append({!story.summary.doorPassed, tr("The backup of this run is not finished")});
    if (story.progress.isGoingBack())
        facts.append({true, tr("Going back has begun; it only goes back from here")});
    else
        facts.append({true, tr("%1 of %2 steps are done").arg(story.done).arg(story.plan.steps.size())});
    if (story.awaySince.isValid())
        facts.append(
            {false, tr("Kestra has been away since %1, %2 so far")
                        .arg(clockText(story.awaySince), durationText(story.awaySince.secsTo(now)))});
    else
        facts.append({true, tr("Kestra's web page was not stopped")});
    if (story.underWay == 0)
        facts.append({true, tr("No execution was under way when it was looked at")});
    else if (story.underWay > 0)
        facts.append({false, tr("%n execution(s) were under way when it was last looked at", "@info",
                                story.underWay)});
    return facts;
}

TroubleWay wayBack(const Story &story)
{
    const QString to = story.plan.from.toString();
    if (story.progress.isGoingBack())
        return {TroubleWay::GoBack, tr("Go on with going back"),
                tr("What is taken back already stays so. Takes %1.").arg(story.summary.price),
                tr("Go on going back to %1…", "@action").arg(to)};
    return {TroubleWay::GoBack, tr("Go back to %1").arg(to),
            story.summary.doorPassed ? tr("Restores the backup: %1.").arg(story.summary.price)
                                     : tr("Starts what was stopped: %1.").arg(story.summary.price),
            tr("Roll back to %1…", "@action").arg(to)};
}

TroubleWay wayOn(const Story &story, bool failed)
{
    const int next = qMax(1, story.summary.nextStep);
    const QString left = aboutDuration(story.summary.secondsLeft);
    if (failed)
        return {TroubleWay::Again, tr("Try again"),
                tr("When what was in the way is mended. %n step(s) are left, %1.", "@info",
                   story.summary.stepsLeft)
                    .arg(left),
                tr("Try step %1 again", "@action").arg(next)};
    return {TroubleWay::Again, tr("Go on"),
            tr("From where it stopped. %n step(s) are left, %1.", "@info", story.summary.stepsLeft).arg(left),
            tr("Resume at step %1", "@action").arg(next)};
}

QString comfort(const Story &story)
{
    return !story.summary.doorPassed || story.backupProven() ? tr("Nothing is lost, and there is no hurry.")
                                                             : QString();
}

/// A tool's words without the colours of a terminal.
QString plainWords(const QString &text)
{
    static const QRegularExpression colours(u"\\x{1b}\\[[0-9;]*[A-Za-z]"_s);
    QString plain = text;
    plain.remove(colours);
    plain.removeIf([](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; });
    return plain;
}

QString lastLines(const QString &text)
{
    const QStringList lines = plainWords(text).trimmed().split(u'\n');
    return lines.mid(qMax<qsizetype>(0, lines.size() - 8)).join(u'\n');
}

Trouble needsPerson(const Story &story)
{
    Trouble trouble;
    trouble.kind = Trouble::NeedsPerson;
    const bool back = story.progress.isGoingBack();
    const QString id = story.last.step.isEmpty() ? story.begunStep : story.last.step;
    const Step *step = story.plan.step(id);
    const int number = story.numberOf(id);
    trouble.title = back ? tr("Going back needs a person", "@title")
                         : tr("Step %1 waits for a person", "@title").arg(number);
    trouble.subtitle = tr("“%1”.").arg(story.titleOf(id)) + u' ' + comfort(story);
    trouble.when = tr("waiting since %1", "@status").arg(secondsClock(story.newest));
    trouble.railText = tr("needs a person", "@status");
    trouble.instruction = step ? step->instruction : QString();
    trouble.happened = plainWords(story.last.data.value(u"message"_s).toString());
    if (trouble.instruction.isEmpty() && !back)
        std::swap(trouble.instruction, trouble.happened);
    trouble.step = back ? id + u".undo"_s : id;
    trouble.ways.append({TroubleWay::Done, tr("It is done"),
                         tr("Say so when the above is done. It is written down with your name, and the run "
                            "goes on."),
                         tr("It is done: go on", "@action")});
    trouble.ways.append(wayBack(story));
    return trouble;
}

} // namespace

Trouble troubleOf(Journal &journal, const RunRecord &run, const QDateTime &now)
{
    if (run.kind != u"upgrade" || (run.state != u"interrupted" && run.state != u"needs-help"))
        return {};
    const Story story(journal, run);
    const Step *begun = story.plan.step(story.begunStep);
    Trouble trouble;
    if (run.state == u"needs-help" ||
        (story.last.kind == u"stopped" && begun && begun->kind == u"ask-person")) {
        trouble = needsPerson(story);
        trouble.facts = factsOf(story, now);
        return trouble;
    }
    if (story.progress.isKept()) {
        trouble.kind = Trouble::Stopped;
        trouble.title = tr("Keeping %1 is not finished", "@title").arg(story.plan.to.toString());
        trouble.when = tr("stopped at %1", "@status").arg(secondsClock(story.newest));
        trouble.railText = tr("not finished", "@status");
        trouble.happened = tr("What only the way back needed was being removed. The decision stands; a part "
                              "of it is still there.");
        trouble.details = lastLines(story.last.data.value(u"message"_s).toString());
        trouble.facts.append({true, tr("Kestra keeps running, the new version stays")});
        trouble.ways.append(
            {TroubleWay::Again, tr("Go on"), tr("Removes what is left of it."), tr("Go on", "@action")});
        return trouble;
    }
    const bool failed = story.last.kind == u"failed" || story.last.kind == u"undo-failed";
    const QString id = failed ? story.last.step : story.begunStep;
    const int number = failed ? story.numberOf(id) : qMax(1, story.summary.nextStep);
    trouble.kind = failed ? Trouble::Failed : Trouble::Stopped;
    trouble.step = id;
    const QString clock = secondsClock(story.newest);
    if (failed) {
        trouble.title = tr("Step %1 failed: %2", "@title").arg(number).arg(story.titleOf(id));
        trouble.when = tr("failed at %1", "@status").arg(clock);
        trouble.railText = tr("failed at step %1", "@status").arg(number);
        trouble.happened = plainWords(story.last.data.value(u"message"_s).toString());
        trouble.details = lastLines(story.last.data.value(u"details"_s).toString());
    } else {
        trouble.title = story.progress.isGoingBack() ? tr("Going back is not finished", "@title")
                                                     : tr("Stopped before step %1", "@title").arg(number);
        trouble.when = tr("stopped at %1", "@status").arg(clock);
        trouble.railText = tr("stopped at step %1", "@status").arg(number);
        trouble.happened = tr("The last step that began is “%1”. The run was stopped there, or this program "
                              "was ended; what goes on by itself on the machine went on.")
                               .arg(story.titleOf(story.begunStep));
    }
    trouble.subtitle = comfort(story);
    trouble.facts = factsOf(story, now);
    if (!story.progress.isGoingBack())
        trouble.ways.append(wayOn(story, failed));
    trouble.ways.append(wayBack(story));
    return trouble;
}

Trouble stalledTrouble(Journal &journal, const RunRecord &run, const Silence &silence, const QDateTime &now)
{
    const Story story(journal, run);
    const Step *step = story.plan.step(silence.step);
    const int number = story.numberOf(silence.step);
    const QString hint = step ? step->args.value(u"stallHint"_s).toString() : QString();
    Trouble trouble;
    trouble.kind = Trouble::Stalled;
    trouble.step = silence.step;
    trouble.title = hint.isEmpty() ? tr("Step %1 shows no sign of life", "@title").arg(number)
                                   : tr("Step %1 waits for %2", "@title").arg(QString::number(number), hint);
    trouble.subtitle =
        tr("No output for %1.").arg(durationText(silence.since.secsTo(now))) + u' ' + comfort(story);
    trouble.when = tr("stalled since %1", "@status").arg(secondsClock(silence.since));
    trouble.railText = tr("stalled at step %1", "@status").arg(number);
    trouble.happened = tr("“%1” takes longer than it was expected to. It was expected to take %2.")
                           .arg(story.titleOf(silence.step), aboutDuration(step ? step->expectedSeconds : 0));
    trouble.details = lastLines(silence.lastWords);
    trouble.facts = factsOf(story, now);
    trouble.ways.append({TroubleWay::Wait, tr("Wait"), tr("The run goes on by itself as soon as it can."),
                         tr("Keep waiting", "@action")});
    trouble.ways.append(wayBack(story));
    return trouble;
}
