// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/steps.h"
#include "app/wizard/drainwatch.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

/// What still runs while workers stop, by what is seen alone.
class TestDrainWatch : public QObject
{
    Q_OBJECT

private:
    static QDateTime at(int seconds)
    {
        return QDateTime({2026, 11, 24}, {22, 33, 0}, QTimeZone::utc()).addSecs(seconds);
    }

    static Plan plan(const char *from, const char *to)
    {
        Plan plan;
        plan.from = Version::of(QString::fromLatin1(from));
        plan.to = Version::of(QString::fromLatin1(to));
        WaitArgs wait;
        wait.observeAs = u"executions-under-way"_s;
        wait.timeoutSeconds = 300;
        wait.goOn = true;
        Step ends = waitUntil(u"end"_s, u"Let executions end"_s, wait);
        Step stop = runCommand(u"stop-worker"_s, u"Stop worker"_s, {});
        stop.component = Component::Worker;
        stop.effect = u"draining"_s;
        plan.steps = {ends, stop};
        numberSteps(plan);
        return plan;
    }

    static QJsonArray rows(int total)
    {
        QJsonArray rows;
        for (int i = 0; i < total; ++i)
            rows.append(QJsonObject{{u"flow"_s, u"nightly"_s},
                                    {u"task"_s, u"load"_s},
                                    {u"since"_s, u"2026-11-24 22:32:00.5"_s},
                                    {u"total"_s, total}});
        return rows;
    }

private Q_SLOTS:
    void followsTheDatabase()
    {
        const Plan made = plan("1.0.36", "1.3.44");
        DrainWatch watch(made, 300);
        QVERIFY(!watch.state().active);
        watch.stepChanged(made.steps[0].id, u"started"_s, at(0));
        QVERIFY(watch.state().active && watch.state().canExtend);
        QCOMPARE(watch.state().graceEnds, at(300));
        watch.observed(u"executions-under-way"_s, rows(3), at(2));
        watch.observed(u"something else"_s, rows(9), at(3));
        QCOMPARE(watch.tasksLeft(), 3);
        watch.tick(at(60));
        QCOMPARE(watch.state().longest.first(), u"nightly, load  1 min 59 s"_s);
        watch.giveMore(300);
        QCOMPARE(watch.state().graceEnds, at(600));
        watch.observed(u"executions-under-way"_s, QJsonArray(), at(70));
        watch.stepChanged(made.steps[0].id, u"done"_s, at(70));
        QVERIFY(!watch.state().active);
        watch.stepChanged(made.steps[1].id, u"started"_s, at(71));
        QVERIFY(!watch.state().active); // nothing is left to drain
    }

    void whatIsLeftDrainsWithTheWorker()
    {
        const Plan made = plan("1.0.36", "1.3.44");
        DrainWatch watch(made, 120);
        watch.stepChanged(made.steps[0].id, u"started"_s, at(0));
        watch.observed(u"executions-under-way"_s, rows(2), at(2));
        watch.stepChanged(made.steps[0].id, u"done"_s, at(300));
        watch.stepChanged(made.steps[1].id, u"started"_s, at(301));
        QVERIFY(watch.state().active && !watch.state().canExtend);
        QCOMPARE(watch.state().graceEnds, at(421));
        watch.logged(u"WARN Waiting for all worker threads to terminate (remaining: 1)."_s, at(310));
        QCOMPARE(watch.tasksLeft(), 1);
    }

    void theWorkersOwnWordsAreEnough()
    {
        const Plan made = plan("1.0.36", "1.3.44");
        DrainWatch watch(made, 120);
        watch.stepChanged(made.steps[1].id, u"started"_s, at(0));
        QVERIFY(!watch.state().active);
        watch.logged(u"Waiting for all worker threads to terminate (remaining: 4)."_s, at(5));
        QVERIFY(watch.state().active);
        QCOMPARE(watch.tasksLeft(), 4);
    }

    void whatBecomesOfThem_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("word");
        QTest::newRow("1.x runs it again") << u"1.3.44"_s << u"runs again after the start"_s;
        QTest::newRow("2.0 does not take it up") << u"2.0.8"_s << u"2.0 does not take it up"_s;
    }

    void whatBecomesOfThem()
    {
        QFETCH(QString, to);
        QFETCH(QString, word);
        const Plan made = plan("1.0.36", to.toLatin1());
        DrainWatch watch(made, 300);
        watch.stepChanged(made.steps[0].id, u"started"_s, at(0));
        QVERIFY2(watch.state().consequence.contains(word), qPrintable(watch.state().consequence));
    }
};

QTEST_GUILESS_MAIN(TestDrainWatch)
#include "tst_drainwatch.moc"
