// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/practice/practiceinstallation.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPracticeUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsLoadsAndStops();
    void refusesWhatCannotBe();
    void migratesOverTheStopsAndBack();
    void isGreenAndDeadOnANewerSchema();
    void failsWhereItIsAskedTo();
    void leavesNothingOfADeletedExecution();
};

void TestPracticeUpgrade::startsLoadsAndStops()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    QCOMPARE(it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"200"_s}), 0);
    QCOMPARE(it.sql(u"SELECT COUNT(*) FROM executions"_s), u"202"_s);
    QCOMPARE(it.sql(u"SELECT COUNT(*) FROM worker_job_running"_s), u"2"_s);
    const QJsonObject status = it.status();
    QCOMPARE(status[u"version"].toString(), u"1.0.36"_s);
    QCOMPARE(status[u"schemaVersion"].toString(), u"1.44"_s);
    QCOMPARE(status[u"components"].toArray().size(), 5);
    for (const auto &component : status[u"components"].toArray())
        QCOMPARE(component[u"state"].toString(), u"running"_s);
    QCOMPARE(it.call("GET", u"/ping"_s).body, "pong"_ba);
    QCOMPARE(it.call("GET", u"/api/v1/configs"_s).json()[u"version"].toString(), u"1.0.36"_s);
    const Answer health = callHttp("GET", u"http://127.0.0.1:%1/health"_s.arg(it.port() + 1));
    QCOMPARE(health.json()[u"status"].toString(), u"UP"_s);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    QCOMPARE(it.pidOf(u"worker"_s), 0);
    // A result may still wait for an executor, which stops with the others; the task itself is not lost.
    QCOMPARE(
        it.sql(u"SELECT COUNT(*) FROM worker_job_running j WHERE NOT EXISTS (SELECT 1 FROM queues q WHERE "
               "q.\"value\" LIKE '%' || j.\"key\" || '%SUCCESS%')"_s),
        u"0"_s);
    QVERIFY(it.log(u"worker"_s).contains("Waiting for all worker threads to terminate (remaining: 2)."));
    QVERIFY(it.log(u"worker"_s).contains("All working threads are terminated."));
    QVERIFY(!it.sql(u"SELECT state FROM service_instance"_s).contains(u"RUNNING"_s));
}

void TestPracticeUpgrade::refusesWhatCannotBe()
{
    PracticeInstallation it;
    QCOMPARE(it.run({u"status"_s, u"{}"_s}), 1);
    QCOMPARE(it.run({u"up"_s, u"{}"_s}), 2);
    QCOMPARE(it.run({u"up"_s, u"{}"_s, u"--version"_s, u"newest"_s}), 2);
    QCOMPARE(it.run({u"sideways"_s}), 2);
    QCOMPARE(it.run({u"up"_s, u"{}"_s, u"--sideways"_s}), 2);
    QVERIFY(!QDir(it.path()).exists());
    QDir().mkpath(it.path() + u"/mine"_s);
    QCOMPARE(it.up(u"1.0.36"_s), 1);
    QVERIFY(it.output().contains("not empty"));
}

void TestPracticeUpgrade::migratesOverTheStopsAndBack()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    QCOMPARE(it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"50"_s, u"--running"_s, u"0"_s}), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    const QStringList before = it.rows();
    const QString kept = it.path() + u"/../kept.sqlite"_s;
    QVERIFY(QFile::copy(it.path() + u"/kestra.sqlite"_s, kept));

    QCOMPARE(it.up(u"1.3.44"_s), 0);
    QCOMPARE(it.status()[u"schemaVersion"].toString(), u"1.56"_s);
    // A namespace file is not there until its index was made.
    const QString file = u"/api/v1/main/namespaces/practice.daily/files?path=/README.md"_s;
    QCOMPARE(it.call("GET", file).status, 404);
    QCOMPARE(it.run({u"migrate"_s, u"metadata"_s, u"nsfiles"_s, u"--dir"_s, u"{}"_s}), 0);
    QCOMPARE(it.call("GET", file).status, 200);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);

    QCOMPARE(it.up(u"2.0.8"_s), 0);
    QVERIFY(it.status()[u"schemaVersion"].toString().startsWith(u"2.0."_s));
    QCOMPARE(it.status()[u"components"].toArray().size(), 6);
    QCOMPARE(callHttp("GET", u"http://127.0.0.1:%1/api/v1/configs"_s.arg(it.port()), {}, {}).status, 401);
    QCOMPARE(it.call("GET", u"/api/v1/configs"_s).json()[u"version"].toString(), u"2.0.8"_s);
    QCOMPARE(it.call("POST", u"/api/v1/main/executions/practice.daily/hello?wait=true"_s)
                 .json()[u"state"][u"current"]
                 .toString(),
             u"SUCCESS"_s);
    QCOMPARE(it.call("POST", u"/api/v1/main/executions/practice.shop/each-shop"_s).type,
             "application/problem+json"_ba);
    // The trigger lost its conditions: it answers every end, its own too, but not for ever.
    QTRY_VERIFY_WITH_TIMEOUT(
        it.sql(u"SELECT COUNT(*) FROM executions WHERE flow_id = 'after-report'"_s).toInt() > 3, 10000);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);

    QVERIFY(QFile::remove(it.path() + u"/kestra.sqlite"_s));
    QVERIFY(QFile::copy(kept, it.path() + u"/kestra.sqlite"_s));
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    QCOMPARE(it.rows(), before);
    QCOMPARE(it.call("GET", u"/api/v1/flows/search"_s).status, 200);
}

void TestPracticeUpgrade::isGreenAndDeadOnANewerSchema()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.3.44"_s, u"all"_s), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    QCOMPARE(it.up(u"2.0.8"_s), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);

    QCOMPARE(it.up(u"1.3.44"_s), 0);
    const QString state = u"SELECT DISTINCT state FROM service_instance ORDER BY created_at DESC LIMIT 1"_s;
    QTRY_COMPARE_WITH_TIMEOUT(it.sql(state), u"TERMINATING"_s, 10000);
    QCOMPARE(callHttp("GET", u"http://127.0.0.1:%1/health"_s.arg(it.port() + 1)).json()[u"status"].toString(),
             u"UP"_s);
    QCOMPARE(it.call("GET", u"/api/v1/configs"_s).json()[u"version"].toString(), u"1.3.44"_s);
    // The password was rewritten: nobody gets in.
    QCOMPARE(it.call("GET", u"/api/v1/main/flows/search"_s).status, 401);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);

    // 1.0 comes up as well, and ends by itself.
    QCOMPARE(it.up(u"1.0.36"_s), 0);
    QVERIFY(it.log(u"standalone"_s).contains("that is newer than the latest available migration (1.44) !"));
    QTRY_COMPARE_WITH_TIMEOUT(it.pidOf(u"standalone"_s), 0, 15000);
}

void TestPracticeUpgrade::failsWhereItIsAskedTo()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s, u"all"_s), 0);
    QCOMPARE(it.run({u"down"_s, u"{}"_s}), 0);
    QFile file(it.path() + u"/practice.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll().replace("knobs: {}", "knobs: {fail@1.3: half-migrated}");
    file.resize(0);
    file.write(text);
    file.close();
    QCOMPARE(it.up(u"1.3.44"_s), 1);
    QVERIFY(it.output().contains("Migration of schema \"public\" to version \"1.51"));
    QCOMPARE(it.status()[u"schemaVersion"].toString(), u"1.50"_s);
    QCOMPARE(it.up(u"1.3.44"_s), 1);
    QVERIFY(it.output().contains("Detected failed migration"));
}

void TestPracticeUpgrade::leavesNothingOfADeletedExecution()
{
    PracticeInstallation it;
    QCOMPARE(it.up(u"1.0.36"_s, u"all"_s), 0);
    const QStringList before = it.rows();
    const QJsonObject ended =
        it.call("POST", u"/api/v1/main/executions/practice.shop/stock-level?wait=true"_s).json();
    QCOMPARE(ended[u"state"][u"current"].toString(), u"SUCCESS"_s);
    const QString id = ended[u"id"].toString();
    QVERIFY(QDir(it.path() + u"/storage/main/practice/shop/stock-level/executions/"_s + id).exists());
    QCOMPARE(it.call("DELETE", u"/api/v1/main/executions/"_s + id).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(it.rows(), before, 5000);
    QVERIFY(QDir(it.path() + u"/storage"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeUpgrade)
#include "tst_practiceupgrade.moc"
