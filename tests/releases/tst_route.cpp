// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/route.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stops_data();
    void stops();
    void refusals_data();
    void refusals();
    void oneHop();
    void fetchedPatchesMoveTheStops();
    void riskyTargetIsTold();
    void commandsOfAHop();
    void jsonEndsWithTheTarget();
    void catalogueKnowsEveryLine();
    void brokenCatalogueIsRefused_data();
    void brokenCatalogueIsRefused();

private:
    Catalogue m_catalogue;
};

void TestRoute::initTestCase()
{
    const Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().details));
    m_catalogue = *catalogue;
}

void TestRoute::stops_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("stops");

    QTest::newRow("1.0 to 2.0 stops at the newest 1.3") << "1.0.36" << "2.0.8" << "1.3.44 2.0.8";
    QTest::newRow("0.x stops everywhere") << "0.15.10.1" << "2.0.8" << "0.23.29 1.0.36 1.3.44 2.0.8";
    QTest::newRow("0.23 has its stop behind it") << "0.23.5" << "2.0.8" << "1.0.36 1.3.44 2.0.8";
    QTest::newRow("0.24 to 1.3") << "0.24.4" << "1.3.44" << "1.0.36 1.3.44";
    QTest::newRow("an older 1.3 goes to the newest first") << "1.3.5" << "2.0.8" << "1.3.44 2.0.8";
    QTest::newRow("the newest 1.3 goes on at once") << "1.3.44" << "2.0.8" << "2.0.8";
    QTest::newRow("within a line") << "1.3.5" << "1.3.44" << "1.3.44";
    QTest::newRow("below the first wall") << "0.15.0" << "0.22.13" << "0.22.13";
    QTest::newRow("to a line that is only passed otherwise") << "0.20.7" << "1.1.5" << "0.23.29 1.0.36 1.1.5";
    QTest::newRow("1.1 to 1.3") << "1.1.0" << "1.3.44" << "1.3.44";
    QTest::newRow("from a patch newer than the digest knows") << "1.0.60" << "2.0.8" << "1.3.44 2.0.8";
}

void TestRoute::stops()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, stops);
    const Result<Route> route = planRoute(Version::of(from), Version::of(to), m_catalogue);
    QVERIFY(route);
    QStringList names;
    for (const RouteStop &stop : route->stops) {
        names.append(stop.version.toString());
        QVERIFY(!stop.why.isEmpty());
        QVERIFY(stop.java >= 17);
    }
    QCOMPARE(names.join(u' '), stops);
}

void TestRoute::refusals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<ErrorKind>("kind");

    QTest::newRow("same") << "1.3.44" << "1.3.44" << ErrorKind::Usage;
    QTest::newRow("older patch") << "1.3.44" << "1.3.2" << ErrorKind::Usage;
    QTest::newRow("older line") << "2.0.1" << "1.3.44" << ErrorKind::Usage;
    QTest::newRow("unknown line") << "1.0.36" << "9.9.9" << ErrorKind::NotFound;
    QTest::newRow("unknown patch") << "1.0.36" << "1.3.4444" << ErrorKind::NotFound;
    QTest::newRow("pre-release nobody listed") << "1.0.36" << "2.0.0-rc7" << ErrorKind::NotFound;
    QTest::newRow("no version") << "x" << "2.0.8" << ErrorKind::BadInput;
}

void TestRoute::refusals()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(ErrorKind, kind);
    const Result<Route> route = planRoute(Version::of(from), Version::of(to), m_catalogue);
    QVERIFY(!route);
    QCOMPARE(route.error().kind, kind);
    QVERIFY(route.error().message.endsWith(u'.'));
}

void TestRoute::oneHop()
{
    QVERIFY(checkSingleHop(Version::of(u"1.0.36"), Version::of(u"1.3.44"), m_catalogue));
    const Result<void> skipping = checkSingleHop(Version::of(u"1.0.36"), Version::of(u"2.0.8"), m_catalogue);
    QVERIFY(!skipping);
    QCOMPARE(skipping.error().kind, ErrorKind::Blocked);
    QVERIFY(skipping.error().message.contains(u"1.3.44"));
}

void TestRoute::fetchedPatchesMoveTheStops()
{
    Catalogue catalogue = m_catalogue;
    Release patch;
    patch.version = Version::of(u"1.3.50");
    patch.publishedAt = QDateTime(QDate(2026, 11, 3), QTime(12, 0), QTimeZone::UTC);
    Release candidate;
    candidate.version = Version::of(u"2.1.0-rc1");
    candidate.preRelease = true;
    Release line;
    line.version = Version::of(u"2.1.0");
    catalogue.merge({patch, candidate, line});
    const Result<Route> route = planRoute(Version::of(u"1.0.36"), Version::of(u"2.1.0"), catalogue);
    QVERIFY(route);
    QCOMPARE(route->stops.size(), 3);
    QCOMPARE(route->stops[0].version, Version::of(u"1.3.50"));
    QCOMPARE(route->stops[1].version, Version::of(u"2.0.8"));
    QCOMPARE(catalogue.line(patch.version)->newestDate, QDate(2026, 11, 3));
    QVERIFY(catalogue.knows(candidate.version));
    QCOMPARE(catalogue.newest(), Version::of(u"2.1.0"));
}

void TestRoute::riskyTargetIsTold()
{
    QVERIFY(planRoute(Version::of(u"1.3.44"), Version::of(u"2.0.0"), m_catalogue)
                ->warnings.join(u' ')
                .contains(u"risky"));
    QVERIFY(planRoute(Version::of(u"0.20.1"), Version::of(u"0.22.3"), m_catalogue)
                ->warnings.join(u' ')
                .contains(u"0.22.32"));
    QVERIFY(planRoute(Version::of(u"1.3.44"), Version::of(u"2.0.8"), m_catalogue)->warnings.isEmpty());
}

void TestRoute::commandsOfAHop()
{
    const Result<Route> route = planRoute(Version::of(u"1.0.36"), Version::of(u"2.0.8"), m_catalogue);
    QVERIFY(route);
    QCOMPARE(route->stops[0].commands,
             (QStringList{u"kestra migrate metadata kv"_s, u"kestra migrate metadata nsfiles"_s}));
    QCOMPARE(route->stops[1].commands, QStringList{u"kestra migrate plan"_s});
}

void TestRoute::jsonEndsWithTheTarget()
{
    const QJsonArray stops =
        planRoute(Version::of(u"1.0.36"), Version::of(u"2.0.8"), m_catalogue)->toJson()["stops"_L1].toArray();
    QCOMPARE(stops.size(), 2);
    QCOMPARE(stops.last().toObject()["version"_L1].toString(), u"2.0.8"_s);
    QVERIFY(!stops.first().toObject()["why"_L1].toString().isEmpty());
}

void TestRoute::catalogueKnowsEveryLine()
{
    QStringList names;
    for (const ReleaseLine &line : m_catalogue.lines()) {
        names.append(line.name);
        QVERIFY2(!line.digest.isEmpty(), qPrintable(line.name));
    }
    QCOMPARE(names.join(u' '),
             u"0.11 0.12 0.13 0.14 0.15 0.16 0.17 0.18 0.19 0.20 0.21 0.22 0.23 0.24 1.0 1.1 1.2 1.3 2.0"_s);
    QVERIFY(m_catalogue.lineNamed(u"1.0"_s)->longTerm);
    QCOMPARE(m_catalogue.lineNamed(u"1.3"_s)->supportEnd, QDate(2027, 3, 3));
    QCOMPARE(m_catalogue.lineNamed(u"1.2"_s)->firstDate, QDate(2026, 1, 13));
}

void TestRoute::brokenCatalogueIsRefused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("no yaml") << QByteArray("lines: [");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no version") << QByteArray("lines: [{line: '1.0', first: {version: x}}]");
    QTest::newRow("version of another line") << QByteArray(
        "lines: [{line: '1.0', first: {version: 1.1.0, date: 2025-01-01}, newest: {version: 1.1.0}, java: 21,"
        " digest: [{kind: new, text: a, source: 'https://a.b'}]}]");
    QTest::newRow("source that is no link") << QByteArray(
        "lines: [{line: '1.0', first: {version: 1.0.0, date: 2025-01-01}, newest: {version: 1.0.0}, java: 21,"
        " digest: [{kind: new, text: a, source: 'file:///a'}]}]");
}

void TestRoute::brokenCatalogueIsRefused()
{
    QFETCH(QByteArray, yaml);
    const Result<Catalogue> catalogue = Catalogue::fromYaml(yaml);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().kind, ErrorKind::BadInput);
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
