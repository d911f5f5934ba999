// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/databaseread.h"
#include "app/installation/driver.h"
#include "app/installation/signs.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

Installation practice(bool separate)
{
    Installation installation;
    installation.kind = InstallationKind::Practice;
    installation.address = u"practice:/p"_s;
    installation.folder = u"/p"_s;
    installation.version = Version::of(u"1.0.36");
    installation.configurations.append(
        {u"/p/practice.yaml"_s, 1, u"practice"_s, u"# tag\nversion: 1.0.36  # runs\nmode: all\n"_s});
    const Components components =
        separate ? Components{Component::Webserver, Component::Executor, Component::Scheduler,
                              Component::Worker, Component::Indexer}
                 : Components{Component::Standalone};
    for (const Component component : components) {
        ComponentState state;
        state.component = component;
        state.name = componentName(component);
        installation.components.append(state);
    }
    installation.database.access.kind = DatabaseAccess::Kind::Sqlite;
    installation.database.access.file = u"/p/kestra.sqlite"_s;
    return installation;
}

QStringList slugs(const Result<Steps> &steps)
{
    QStringList result;
    for (const Step &step : steps ? *steps : Steps())
        result.append(step.id);
    return result;
}

} // namespace

class TestPracticeDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersOfStopAndStart_data()
    {
        QTest::addColumn<bool>("separate");
        QTest::addColumn<QStringList>("stop");
        QTest::addColumn<QStringList>("hop");
        QTest::addColumn<QStringList>("start");
        QTest::newRow("all in one") << false << QStringList{u"end-executions"_s, u"stop-standalone"_s}
                                    << QStringList{u"set-version"_s, u"start-standalone"_s} << QStringList();
        QTest::newRow("separate servers; the controller comes with 2.0")
            << true << QStringList{u"stop-scheduler"_s, u"end-executions"_s, u"stop-executor"_s,
                                   u"stop-worker"_s,    u"stop-indexer"_s,   u"stop-webserver"_s}
            << QStringList{u"set-version"_s, u"start-webserver"_s}
            << QStringList{u"start-controller"_s, u"start-indexer"_s, u"start-executor"_s,
                           u"start-scheduler"_s, u"start-worker"_s};
    }

    void ordersOfStopAndStart()
    {
        QFETCH(bool, separate);
        const Installation installation = practice(separate);
        const Driver *driver = driverFor(InstallationKind::Practice);
        const Hop hop{Version::of(u"1.3.44"), Version::of(u"2.0.8"), true, {}, {}};
        QList<FileChange> files;
        QTEST(slugs(driver->stop(installation)), "stop");
        QTEST(slugs(driver->hop(installation, hop, files)), "hop");
        QTEST(slugs(driver->start(installation, hop)), "start");
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().after, QByteArray("# tag\nversion: 2.0.8  # runs\nmode: all\n"));
    }

    void secondHopEditsWhatTheFirstWrote()
    {
        const Installation installation = practice(false);
        const Driver *driver = driverFor(InstallationKind::Practice);
        QList<FileChange> files;
        const Hop first{Version::of(u"1.0.36"),
                        Version::of(u"1.3.44"),
                        false,
                        {{u"migrate"_s, u"metadata"_s, u"kv"_s}},
                        {}};
        const Hop second{Version::of(u"1.3.44"), Version::of(u"2.0.8"), true, {}, {}};
        QCOMPARE(slugs(driver->hop(installation, first, files)),
                 (QStringList{u"set-version"_s, u"start-standalone"_s, u"stop-standalone"_s,
                              u"migrate-metadata-kv"_s}));
        QVERIFY(driver->hop(installation, second, files).has_value());
        QCOMPARE(files.size(), 1);
        QVERIFY(files.first().before.contains("1.0.36"));
        QVERIFY(files.first().after.contains("2.0.8"));
    }

    void changeOfAFindingMustFitOnce_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("fits");
        QTest::newRow("once") << QByteArray("mode: all") << true;
        QTest::newRow("not there") << QByteArray("mode: none") << false;
        QTest::newRow("twice") << QByteArray("o") << false;
    }

    void changeOfAFindingMustFitOnce()
    {
        QFETCH(QByteArray, before);
        QFETCH(bool, fits);
        QList<FileChange> files;
        ConfigEdit edit;
        edit.path = u"/p/practice.yaml"_s;
        edit.before = before;
        edit.after = "x";
        edit.finding = u"rule"_s;
        const Hop hop{Version::of(u"1.0.36"), Version::of(u"1.3.44"), true, {}, {edit}};
        QCOMPARE(driverFor(InstallationKind::Practice)->hop(practice(false), hop, files).has_value(), fits);
    }

    void purgeTakesPlainNamesOnly_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("taken");
        QTest::newRow("plain") << u"kestra.upgrade.assistant"_s << true;
        QTest::newRow("quote") << u"a'; drop table flows; --"_s << false;
        QTest::newRow("wildcard") << u"a%"_s << false;
        QTest::newRow("any character") << u"a_b"_s << false;
        QTest::newRow("shell") << u"$(reboot)"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void purgeTakesPlainNamesOnly()
    {
        QFETCH(QString, name);
        DatabaseAccess access;
        access.kind = DatabaseAccess::Kind::PostgreSql;
        access.psqlCommand = {u"psql"_s};
        access.database = u"kestra"_s;
        QTEST(purgeSteps(access, name).has_value(), "taken");
    }

    void newestMigrationIsByNumber()
    {
        QCOMPARE(newestMigration({u"1.9"_s, u"1.44"_s, u"1.40"_s}), u"1.44"_s);
        QCOMPARE(newestMigration({u"0-init"_s, u"2.0.01-schema"_s, u"2.0.24-execution-duration"_s}),
                 u"2.0.24"_s);
        QCOMPARE(newestMigration({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestPracticeDriver)
#include "tst_practicedriver.moc"
