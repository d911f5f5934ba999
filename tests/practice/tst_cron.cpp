// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/cron.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCron : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNextMoment_data();
    void findsTheNextMoment();
    void refusesOther_data();
    void refusesOther();
};

void TestCron::findsTheNextMoment_data()
{
    QTest::addColumn<QString>("cron");
    QTest::addColumn<bool>("withSeconds");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    QTest::newRow("every minute") << "* * * * *" << false << "2026-11-24T17:00:30Z" << "2026-11-24T17:01:00Z";
    QTest::newRow("monthly") << "0 9 1 * *" << false << "2026-11-24T17:00:30Z" << "2026-12-01T09:00:00Z";
    QTest::newRow("exactly then is not next")
        << "0 9 1 * *" << false << "2026-12-01T09:00:00Z" << "2027-01-01T09:00:00Z";
    QTest::newRow("every two seconds")
        << "*/2 * * * * *" << true << "2026-11-24T17:00:30Z" << "2026-11-24T17:00:32Z";
    QTest::newRow("weekdays, on a Friday evening")
        << "30 6 * * 1-5" << false << "2026-11-27T20:00:00Z" << "2026-11-30T06:30:00Z";
    QTest::newRow("Sunday as 7") << "0 0 * * 7" << false << "2026-11-24T17:00:30Z" << "2026-11-29T00:00:00Z";
    QTest::newRow("29 February") << "0 0 29 2 *" << false << "2026-11-24T17:00:30Z" << "2028-02-29T00:00:00Z";
    QTest::newRow("@daily") << "@daily" << false << "2026-12-31T17:00:30Z" << "2027-01-01T00:00:00Z";
}

void TestCron::findsTheNextMoment()
{
    QFETCH(QString, cron);
    QFETCH(bool, withSeconds);
    QFETCH(QString, after);
    QFETCH(QString, next);
    const auto parsed = Cron::parse(cron, withSeconds);
    QVERIFY(parsed);
    QCOMPARE(parsed->next(QDateTime::fromString(after, Qt::ISODate)).toString(Qt::ISODate), next);
}

void TestCron::refusesOther_data()
{
    QTest::addColumn<QString>("cron");
    QTest::newRow("words") << "every day";
    QTest::newRow("too few") << "* * *";
    QTest::newRow("out of range") << "99 * * * *";
    QTest::newRow("a step of nothing") << "*/0 * * * *";
}

void TestCron::refusesOther()
{
    QFETCH(QString, cron);
    QVERIFY(!Cron::parse(cron, false));
}

QTEST_GUILESS_MAIN(TestCron)
#include "tst_cron.moc"
