// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/practice/practiceinstallation.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

const QString running = u"SELECT COUNT(*) FROM worker_job_running"_s;

QString stateOf(const PracticeInstallation &it, const QString &id)
{
    return it.sql(u"SELECT state_current FROM executions WHERE id = '%1'"_s.arg(id));
}

} // namespace

class TestPracticeDrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTasksFinish();
    void keepsTheRowWhenTheExecutorGoesFirst();
    void cutsAtTheEndOfTheGrace_data();
    void cutsAtTheEndOfTheGrace();
    void runsAgainWhatWasKilled();
    void killsWhatHangs();
};

void TestPracticeDrain::letsTasksFinish()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    const QString id = it.startSleep(u"PT2S"_s);
    QTRY_COMPARE_WITH_TIMEOUT(it.sql(running), u"1"_s, 5000);
    QCOMPARE(it.run({u"stop"_s, u"{}"_s, u"worker"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(it, id), u"SUCCESS"_s, 5000);
    QVERIFY(it.log(u"worker"_s).contains("All working threads are terminated."));
}

void TestPracticeDrain::keepsTheRowWhenTheExecutorGoesFirst()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    const QString id = it.startSleep(u"PT2S"_s);
    QTRY_COMPARE_WITH_TIMEOUT(it.sql(running), u"1"_s, 5000);
    QCOMPARE(it.run({u"stop"_s, u"{}"_s, u"executor"_s}), 0);
    QCOMPARE(it.run({u"stop"_s, u"{}"_s, u"worker"_s}), 0);
    QCOMPARE(it.sql(running), u"1"_s);
    QCOMPARE(stateOf(it, id), u"RUNNING"_s);
    QCOMPARE(it.run({u"start"_s, u"{}"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(it, id), u"SUCCESS"_s, 5000);
    QCOMPARE(it.sql(running), u"0"_s);
}

void TestPracticeDrain::cutsAtTheEndOfTheGrace_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("first");
    QTest::newRow("0.20 makes a failure of it") << "0.20.7" << "FAILED";
    QTest::newRow("1.0 runs it again") << "1.0.36" << "SUCCESS";
}

void TestPracticeDrain::cutsAtTheEndOfTheGrace()
{
    QFETCH(QString, version);
    QFETCH(QString, first);
    PracticeInstallation it;
    QCOMPARE(it.up(version), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    it.configure("    terminationGracePeriod: 1s\n");
    QCOMPARE(it.run({u"start"_s, u"{}"_s}), 0);
    const QString id = it.startSleep(u"PT4S"_s);
    QTRY_COMPARE_WITH_TIMEOUT(it.sql(running), u"1"_s, 5000);
    QCOMPARE(it.run({u"stop"_s, u"{}"_s, u"worker"_s}), 0);
    QVERIFY(it.log(u"worker"_s).contains("Forcing shutdown now."));
    QVERIFY(
        it.sql(
              u"SELECT state FROM service_instance WHERE service_type = 'WORKER' ORDER BY created_at DESC LIMIT 1"_s)
            .startsWith(u"TERMINATED_FORCED"_s));
    QCOMPARE(it.run({u"start"_s, u"{}"_s, u"worker"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(it, id), first, 20000);
}

void TestPracticeDrain::runsAgainWhatWasKilled()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    it.configure("    terminationGracePeriod: 1s\n    liveness: {timeout: 4s}\n");
    QCOMPARE(it.run({u"start"_s, u"{}"_s}), 0);
    const QString id = it.startSleep(u"PT2S"_s);
    QTRY_COMPARE_WITH_TIMEOUT(it.sql(running), u"1"_s, 5000);
    QCOMPARE(::kill(pid_t(it.pidOf(u"worker"_s)), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(it.pidOf(u"worker"_s), 0, 5000);
    QCOMPARE(it.run({u"start"_s, u"{}"_s, u"worker"_s}), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(it, id), u"SUCCESS"_s, 20000);
    QVERIFY(it.log(u"executor"_s).contains("Trigger task restart for non-responding workers"));
}

void TestPracticeDrain::killsWhatHangs()
{
    PracticeInstallation it;
    qputenv("PRACTICE_KNOBS", "hang-on-stop");
    const int made = it.up(u"1.0.36"_s, u"all"_s);
    qunsetenv("PRACTICE_KNOBS");
    QCOMPARE(made, 0);
    QCOMPARE(it.run({u"stop"_s, u"{}"_s, u"--timeout"_s, u"1"_s}), 5);
    QCOMPARE(it.pidOf(u"standalone"_s), 0);
}

QTEST_GUILESS_MAIN(TestPracticeDrain)
#include "tst_practicedrain.moc"
