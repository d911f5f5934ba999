// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlcommand.h"
#include "app/task/job.h"
#include "tests/installation/fakehost.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSqlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainOnlyWhereNothingRan_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("errors");
        QTest::addColumn<int>("calls");
        QTest::newRow("an answer") << 0 << QByteArray() << 1;
        QTest::newRow("the database says no") << 2 << QByteArray("psql: error: FATAL: password") << 1;
        QTest::newRow("the engine could not start it")
            << 126 << QByteArray("OCI runtime exec failed: exec failed: connection reset by peer") << 2;
    }

    void asksAgainOnlyWhereNothingRan()
    {
        QFETCH(int, exitCode);
        QFETCH(QByteArray, errors);
        FakeHost host;
        host.answers = {{u"docker exec"_s, {}, "1", exitCode, errors}};
        ProcessCall call;
        call.program = u"docker"_s;
        call.arguments = {u"exec"_s, u"c"_s, u"psql"_s};
        Job job;
        bool worked = false;
        job.start(runInContainer(&host, call),
                  [&](const Result<ProcessResult> &result) { worked = result.has_value(); });
        QTRY_VERIFY(!job.isRunning());
        QCOMPARE(worked, exitCode == 0);
        QTEST(int(host.calls.size()), "calls");
    }
};

QTEST_GUILESS_MAIN(TestSqlCommand)
#include "tst_sqlcommand.moc"
