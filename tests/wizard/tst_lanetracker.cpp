// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/lanetracker.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime start = QDateTime::fromString(u"2026-03-01T22:00:00Z"_s, Qt::ISODate);

QDateTime at(int seconds)
{
    return start.addSecs(seconds);
}

Step step(const QString &id, Component component, const QString &effect, int seconds)
{
    Step step;
    step.id = id;
    step.title = u"title of "_s + id;
    step.component = component;
    step.effect = effect;
    step.expectedSeconds = seconds;
    return step;
}

/// Drain, backup, migrate behind the door, start: 100 s in all.
Plan plan()
{
    Plan plan;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    plan.steps = {step(u"010-stop-worker"_s, Component::Worker, u"draining"_s, 20),
                  step(u"020-copy"_s, Component::None, {}, 30),
                  step(u"030-start-webserver"_s, Component::Webserver, u"migrating"_s, 40),
                  step(u"040-start-worker"_s, Component::Worker, u"starting"_s, 10),
                  step(u"050-look"_s, Component::Database, u"watched"_s, 0)};
    plan.pointOfNoReturn = u"030-start-webserver"_s;
    return plan;
}

/// "running 0-5, draining 5-9, …": what was seen only.
QString seen(const LaneTracker &tracker, const QString &component)
{
    QStringList spans;
    for (const Lane &lane : tracker.lanes()) {
        for (const LaneSpan &span : lane.spans) {
            if (lane.component == component && !span.expected)
                spans.append(
                    u"%1 %2-%3"_s.arg(span.state).arg(start.secsTo(span.from)).arg(start.secsTo(span.to)));
        }
    }
    return spans.join(u", "_s);
}

QString expected(const LaneTracker &tracker, const QString &component)
{
    QStringList spans;
    for (const Lane &lane : tracker.lanes()) {
        for (const LaneSpan &span : lane.spans) {
            if (lane.component == component && span.expected)
                spans.append(
                    u"%1 %2-%3"_s.arg(span.state).arg(start.secsTo(span.from)).arg(start.secsTo(span.to)));
        }
    }
    return spans.join(u", "_s);
}

} // namespace

class TestLaneTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewInTheTargetDidNotRunBefore()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.tick(at(5));
        QCOMPARE(seen(tracker, u"webserver"_s), u"stopped 0-5"_s);
    }

    void aStartTakenBackStandsStill()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"030-start-webserver"_s, u"started"_s, at(1));
        tracker.stepChanged(u"030-start-webserver"_s, u"undone"_s, at(3));
        tracker.tick(at(4));
        QCOMPARE(seen(tracker, u"webserver"_s), u"stopped 0-1, migrating 1-3, stopped 3-4"_s);
    }

    void beforeTheFirstStepAllIsExpected()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        QCOMPARE(tracker.lanes().size(), 2);
        QCOMPARE(tracker.lanes()[0].component, u"worker"_s);
        QCOMPARE(tracker.lanes()[1].component, u"webserver"_s);
        QCOMPARE(seen(tracker, u"worker"_s), u"running 0-0"_s);
        QCOMPARE(expected(tracker, u"worker"_s), u"draining 0-20, starting 90-100"_s);
        QCOMPARE(expected(tracker, u"webserver"_s), u"migrating 50-90"_s);
        QCOMPARE(tracker.secondsLeft(), 100);
        QCOMPARE(tracker.expectedEnd(start), at(100));
        QCOMPARE(tracker.doorTime(start), at(50));
        QCOMPARE(tracker.progress(), 0.0);
    }

    void followsWhatIsSeen()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"010-stop-worker"_s, u"started"_s, at(5));
        QCOMPARE(tracker.stepNumber(), 1);
        QCOMPARE(tracker.stepTitle(), u"title of 010-stop-worker"_s);
        tracker.tick(at(8));
        QCOMPARE(seen(tracker, u"worker"_s), u"running 0-5, draining 5-8"_s);
        tracker.stepChanged(u"010-stop-worker"_s, u"done"_s, at(9));
        QCOMPARE(seen(tracker, u"worker"_s), u"running 0-5, draining 5-9, stopped 9-9"_s);
        QCOMPARE(tracker.progress(), 0.2);
        tracker.stepChanged(u"020-copy"_s, u"started"_s, at(9));
        tracker.stepChanged(u"020-copy"_s, u"done"_s, at(12));
        tracker.stepChanged(u"030-start-webserver"_s, u"started"_s, at(12));
        QCOMPARE(tracker.doorTime(at(13)), at(12));
        tracker.stepChanged(u"030-start-webserver"_s, u"done"_s, at(20));
        tracker.stepChanged(u"040-start-worker"_s, u"started"_s, at(20));
        tracker.stepChanged(u"040-start-worker"_s, u"done"_s, at(22));
        tracker.stepChanged(u"050-look"_s, u"done"_s, at(22));
        tracker.tick(at(30));
        QCOMPARE(seen(tracker, u"worker"_s),
                 u"running 0-5, draining 5-9, stopped 9-20, starting 20-22, healthy 22-30"_s);
        QCOMPARE(seen(tracker, u"webserver"_s), u"stopped 0-12, migrating 12-20, healthy 20-30"_s);
        QCOMPARE(expected(tracker, u"worker"_s), QString());
        QCOMPARE(tracker.secondsLeft(), 0);
        QCOMPARE(tracker.progress(), 1.0);
        const auto worker = std::ranges::find(tracker.lanes(), u"worker"_s, &Lane::component);
        QCOMPARE(worker->stateWord, u"healthy"_s);
        QCOMPARE(worker->spans.first().label, u"1.0.36"_s);
        QCOMPARE(worker->spans.last().label, u"2.0.8"_s);
    }

    void aFailedStepIsShownAsFailed()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"010-stop-worker"_s, u"started"_s, at(1));
        tracker.stepChanged(u"010-stop-worker"_s, u"failed"_s, at(2));
        tracker.tick(at(3));
        QCOMPARE(seen(tracker, u"worker"_s), u"running 0-1, draining 1-2, failed 2-3"_s);
        QCOMPARE(tracker.progress(), 0.0);
    }

    void whatIsUndoneRunsAgain()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"010-stop-worker"_s, u"started"_s, at(1));
        tracker.stepChanged(u"010-stop-worker"_s, u"done"_s, at(2));
        tracker.stepChanged(u"010-stop-worker"_s, u"undone"_s, at(6));
        tracker.tick(at(7));
        QCOMPARE(seen(tracker, u"worker"_s), u"running 0-1, draining 1-2, stopped 2-6, running 6-7"_s);
        QCOMPARE(tracker.progress(), 0.0);
    }

    void withoutADoorThereIsNoTimeForIt()
    {
        Plan backup = plan();
        backup.pointOfNoReturn.clear();
        LaneTracker tracker;
        tracker.begin(backup, start);
        QVERIFY(!tracker.doorTime(start).isValid());
    }

    void foreignStepsChangeNothing()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"030-start-webserver.undo.1-stop-webserver"_s, u"started"_s, at(1));
        QCOMPARE(tracker.stepNumber(), 0);
        QCOMPARE(tracker.secondsLeft(), 100);
    }

    void anotherRunBeginsAnew()
    {
        LaneTracker tracker;
        tracker.begin(plan(), start);
        tracker.stepChanged(u"030-start-webserver"_s, u"started"_s, at(1));
        tracker.begin(plan(), at(100));
        QCOMPARE(tracker.startedAt(), at(100));
        QCOMPARE(tracker.doorTime(at(100)), at(150));
        QCOMPARE(tracker.stepNumber(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLaneTracker)
#include "tst_lanetracker.moc"
