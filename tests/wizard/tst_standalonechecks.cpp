// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/standalonechecks.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What only an installation of files and units needs.
class TestStandaloneChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStopNamesItsJava_data();
    void everyStopNamesItsJava();
    void onlyRootStopsUnits_data();
    void onlyRootStopsUnits();
    void pluginsOfTheOldVersionAreNamed();
};

namespace
{

CheckResult checkOf(const Installation &installation, const Route &route, const QString &id)
{
    const QList<CheckResult> checks = standaloneChecks(installation, route);
    const auto found = std::ranges::find(checks, id, &CheckResult::id);
    return found == checks.end() ? CheckResult() : *found;
}

Route wayTo(const QList<std::pair<QString, int>> &stops)
{
    Route route;
    for (const auto &[version, java] : stops) {
        RouteStop stop;
        stop.version = Version::of(version);
        stop.java = java;
        route.stops.append(stop);
    }
    return route;
}

} // namespace

void TestStandaloneChecks::everyStopNamesItsJava_data()
{
    QTest::addColumn<QString>("runsOn");
    QTest::addColumn<QString>("other");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::newRow("new enough") << u"25.0.1"_s << QString() << CheckVerdict::Pass;
    QTest::newRow("too old for the second stop") << u"21.0.8"_s << QString() << CheckVerdict::Fail;
    QTest::newRow("too old, a newer one is there")
        << u"21.0.8"_s << u"/usr/lib/jvm/java-25/bin/java"_s << CheckVerdict::Fail;
    QTest::newRow("numbered as long ago") << u"1.8.0_402"_s << QString() << CheckVerdict::Fail;
    QTest::newRow("not seen") << QString() << QString() << CheckVerdict::Unknown;
}

void TestStandaloneChecks::everyStopNamesItsJava()
{
    QFETCH(QString, runsOn);
    QFETCH(QString, other);
    QFETCH(CheckVerdict, verdict);
    Installation installation;
    installation.javaVersion = runsOn;
    QJsonArray others;
    if (!other.isEmpty())
        others.append(QJsonObject{{u"program"_s, other}, {u"version"_s, u"25.0.1"_s}});
    installation.details.insert(u"java"_s,
                                QJsonObject{{u"program"_s, u"/usr/bin/java"_s}, {u"others"_s, others}});
    const CheckResult check =
        checkOf(installation, wayTo({{u"1.0.60"_s, 21}, {u"1.3.44"_s, 25}, {u"2.0.8"_s, 25}}), u"java"_s);
    QCOMPARE(check.verdict, verdict);
    for (const QString &said :
         {u"1.0.60 needs Java 21"_s, u"1.3.44 needs Java 25"_s, u"2.0.8 needs Java 25"_s})
        QVERIFY2(check.message.contains(said), qPrintable(check.message));
    QCOMPARE(check.remedy.contains(u"java-25"_s), !other.isEmpty());
}

void TestStandaloneChecks::onlyRootStopsUnits_data()
{
    QTest::addColumn<bool>("root");
    QTest::addColumn<bool>("units");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::newRow("root") << true << true << CheckVerdict::Pass;
    QTest::newRow("somebody") << false << true << CheckVerdict::Fail;
    QTest::newRow("somebody, plain processes") << false << false << CheckVerdict::Pass;
}

void TestStandaloneChecks::onlyRootStopsUnits()
{
    QFETCH(bool, root);
    QFETCH(bool, units);
    QFETCH(CheckVerdict, verdict);
    Installation installation;
    installation.details.insert(u"root"_s, root);
    if (units)
        installation.details.insert(u"units"_s, QJsonArray{QJsonObject{{u"name"_s, u"kestra.service"_s}}});
    QCOMPARE(checkOf(installation, {}, u"rights"_s).verdict, verdict);
}

void TestStandaloneChecks::pluginsOfTheOldVersionAreNamed()
{
    Installation installation;
    installation.details.insert(u"pluginsFolder"_s, u"/opt/kestra/plugins"_s);
    QCOMPARE(checkOf(installation, {}, u"plugins"_s).verdict, CheckVerdict::Pass);
    installation.plugins = {u"plugin-aws-1.0.4.jar"_s};
    const CheckResult check = checkOf(installation, {}, u"plugins"_s);
    QCOMPARE(check.verdict, CheckVerdict::Warn);
    QVERIFY2(check.message.contains(u"plugin-aws-1.0.4.jar"_s), qPrintable(check.message));
}

QTEST_GUILESS_MAIN(TestStandaloneChecks)
#include "tst_standalonechecks.moc"
