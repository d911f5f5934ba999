// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backuplayout.h"
#include "app/base/sqlite.h"
#include "app/wizard/planner.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString folder = u"/home/me/practice"_s;
const QString composePath = u"/srv/kestra/docker-compose.yml"_s;

Installation practice()
{
    Installation installation;
    installation.address = u"practice:"_s + folder;
    installation.kind = InstallationKind::Practice;
    installation.title = u"practice"_s;
    installation.folder = folder;
    installation.version = Version::of(u"1.0.36");
    for (const Component component : {Component::Webserver, Component::Executor, Component::Scheduler,
                                      Component::Worker, Component::Indexer})
        installation.components.append(
            {.component = component, .name = componentName(component), .state = u"running"_s});
    installation.database = {
        .kind = u"sqlite"_s,
        .access = {.kind = DatabaseAccess::Kind::Sqlite, .file = folder + u"/kestra.sqlite"_s}};
    installation.storage = {.kind = u"local"_s, .hostPath = folder + u"/storage"_s};
    installation.api = {u"http://localhost:8080"_s, u"admin@example.com"_s, u"practice-login"_s, true,
                        u"/api/v1/main"_s};
    installation.configurations = {
        {folder + u"/practice.yaml"_s, 1, u"practice"_s, u"version: 1.0.36\nmode: separate\n"_s},
        {folder + u"/application.yaml"_s, 1, u"application"_s, u"kestra: {}\n"_s}};
    return installation;
}

Installation compose()
{
    Installation installation;
    installation.address = u"compose:"_s + composePath;
    installation.kind = InstallationKind::Compose;
    installation.title = u"production"_s;
    installation.folder = u"/srv/kestra"_s;
    installation.version = Version::of(u"1.0.36");
    installation.components = {
        {.component = Component::Standalone, .name = u"kestra"_s, .state = u"running"_s}};
    installation.images = {{u"kestra"_s, u"kestra/kestra"_s, u"v1.0.36"_s, composePath + u":5"_s,
                            u"sha256:aa"_s, u"sha256:bb"_s}};
    installation.database = {
        .kind = u"postgresql"_s,
        .serverVersion = u"17.6"_s,
        .access = {.kind = DatabaseAccess::Kind::PostgreSql,
                   .psqlCommand = {u"docker"_s, u"exec"_s, u"-i"_s, u"kestra-postgres-1"_s, u"psql"_s},
                   .database = u"kestra"_s}};
    installation.storage = {.kind = u"local"_s, .basePath = u"/app/storage"_s, .volume = u"kestra_data"_s};
    installation.configurations = {
        {composePath, 1, u"compose"_s,
         u"services:\n  postgres:\n    image: postgres:17\n  kestra:\n    image: kestra/kestra:v1.0.36\n"
         "    command: server standalone\n    volumes: ['data:/app/storage']\n"_s}};
    installation.details = {{u"project"_s, u"kestra"_s},
                            {u"folder"_s, u"/srv/kestra"_s},
                            {u"files"_s, QJsonArray{composePath}},
                            {u"databaseService"_s, u"postgres"_s},
                            {u"databaseContainer"_s, u"kestra-postgres-1"_s},
                            {u"storageContainer"_s, u"kestra-kestra-1"_s}};
    return installation;
}

PlanRequest request(const Installation &installation)
{
    PlanRequest request;
    request.installation = installation;
    request.route = {Version::of(u"1.3.44"), Version::of(u"2.0.8")};
    request.editsAt = Version::of(u"2.0.8");
    request.backupFolder = u"/backups/one"_s;
    request.watchSeconds = 30;
    return request;
}

qsizetype first(const Plan &plan, auto &&holds)
{
    const auto found = std::ranges::find_if(plan.steps, holds);
    return found == plan.steps.end() ? -1 : found - plan.steps.begin();
}

/// Phases as they follow each other, each named once.
QStringList phases(const Plan &plan)
{
    QStringList names;
    for (const Step &step : plan.steps) {
        if (names.isEmpty() || names.last() != step.phase)
            names.append(step.phase);
    }
    return names;
}

ConfigEdit edit(const Installation &installation)
{
    if (installation.kind == InstallationKind::Practice)
        return {folder + u"/application.yaml"_s, 0, "kestra: {}", "kestra: {jdbc: {}}", u"rule"_s};
    return {composePath, 0, "server standalone", "server standalone --worker-thread=4", u"rule"_s};
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesFollowEachOther_data()
    {
        QTest::addColumn<Installation>("installation");
        QTest::addColumn<QStringList>("order");
        const QStringList work{u"stop"_s, u"backup"_s, u"hop-1.3.44"_s, u"hop-2.0.8"_s};
        QTest::newRow("practice") << practice() << work + QStringList{u"start"_s, u"verify"_s};
        // One container holds every component: the last hop has started it.
        QTest::newRow("compose, all in one")
            << compose() << QStringList{u"prepare"_s} + work + QStringList{u"verify"_s};
    }

    void phasesFollowEachOther()
    {
        QFETCH(Installation, installation);
        const auto plan = makeUpgradePlan(request(installation));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QTEST(phases(*plan), "order");
        QCOMPARE(plan->route.size(), 2);
        QCOMPARE(plan->to, Version::of(u"2.0.8"));
        QVERIFY(std::ranges::all_of(plan->afterRollback,
                                    [](const Step &step) { return step.phase == u"verify"; }));
        QVERIFY(!plan->afterRollback.isEmpty());
    }

    void doorStandsBehindTheProof_data() { kinds(); }
    void doorStandsBehindTheProof()
    {
        QFETCH(Installation, installation);
        const auto plan = makeUpgradePlan(request(installation));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        const qsizetype door = first(*plan, [](const Step &step) { return step.changesData; });
        const qsizetype proof = first(*plan, [](const Step &step) { return step.kind == u"verify-backup"; });
        const qsizetype sealed = first(*plan, [](const Step &step) { return step.kind == u"seal-backup"; });
        const qsizetype compared =
            first(*plan, [](const Step &step) { return step.id.endsWith(u"-tables-in-backup"); });
        const qsizetype stopped = first(*plan, [](const Step &step) { return step.phase == u"stop"; });
        QVERIFY(stopped >= 0 && stopped < sealed);
        QVERIFY(sealed < compared);
        QVERIFY(compared < proof);
        QVERIFY(door > proof);
        QCOMPARE(plan->pointOfNoReturn, plan->steps[door].id);
        QVERIFY(std::ranges::none_of(plan->steps, [&](const Step &step) {
            return step.changesData && step.id < plan->pointOfNoReturn;
        }));
    }

    void onlyTheDoorCarriesTheRestore_data() { kinds(); }
    void onlyTheDoorCarriesTheRestore()
    {
        QFETCH(Installation, installation);
        const auto plan = makeUpgradePlan(request(installation));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        int changing = 0;
        QStringList restoring;
        for (const Step &step : plan->steps) {
            changing += step.changesData ? 1 : 0;
            if (step.changesData) {
                QCOMPARE(step.reversal, Reversal::FromBackup);
                QVERIFY(step.instruction.contains(u"/backups/one"));
            }
            if (QJsonDocument(step.inverse).toJson().contains("restore-database"))
                restoring.append(step.id);
        }
        QVERIFY(changing > 1);
        QCOMPARE(restoring, QStringList{plan->pointOfNoReturn});
    }

    void withoutABackupAPersonTakesBack_data() { kinds(); }
    void withoutABackupAPersonTakesBack()
    {
        QFETCH(Installation, installation);
        PlanRequest without = request(installation);
        without.withoutBackup = true;
        const auto plan = makeUpgradePlan(without);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QVERIFY(!phases(*plan).contains(u"backup"_s));
        QCOMPARE(first(*plan, [](const Step &step) { return step.kind == u"verify-backup"; }), -1);
        QVERIFY(plan->backupFolder.isEmpty());
        QVERIFY(!plan->pointOfNoReturn.isEmpty());
        for (const Step &step : plan->steps) {
            QVERIFY(step.reversal != Reversal::FromBackup);
            QVERIFY(!step.changesData ||
                    (step.reversal == Reversal::ByPerson && !step.instruction.isEmpty()));
        }
    }

    void answersAreWrittenBeforeTheLastHopAlone_data() { kinds(); }
    void answersAreWrittenBeforeTheLastHopAlone()
    {
        QFETCH(Installation, installation);
        PlanRequest edited = request(installation);
        edited.edits = {edit(installation)};
        const auto plan = makeUpgradePlan(edited);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QStringList writing;
        for (const Step &step : plan->steps) {
            if (step.kind == u"edit-file" &&
                QJsonDocument(step.args).toJson().contains(edited.edits.first().after))
                writing.append(step.phase);
        }
        QCOMPARE(writing, QStringList{u"hop-2.0.8"_s});
        const auto changed = std::ranges::find(plan->files, edited.edits.first().path, &FileChange::path);
        QVERIFY(changed != plan->files.end());
        QVERIFY(changed->after.contains(edited.edits.first().after));
    }

    void refusesWhatItCannotPlan_data()
    {
        QTest::addColumn<PlanRequest>("request");
        QTest::addColumn<ErrorKind>("kind");
        PlanRequest unknownVersion = request(practice());
        unknownVersion.installation.version = {};
        QTest::newRow("version not known") << unknownVersion << ErrorKind::Blocked;
        PlanRequest noDriver = request(practice());
        noDriver.installation.kind = static_cast<InstallationKind>(99);
        QTest::newRow("no driver for the kind") << noDriver << ErrorKind::NotFound;
        PlanRequest noRoute = request(practice());
        noRoute.route.clear();
        QTest::newRow("no stop to go to") << noRoute << ErrorKind::Blocked;
        PlanRequest lost = request(compose());
        lost.installation.details.insert(u"storageLost"_s, true);
        QTest::newRow("storage inside the container") << lost << ErrorKind::Blocked;
        PlanRequest foreign = request(practice());
        foreign.edits = {{folder + u"/application.yaml"_s, 0, "not there", "x", u"rule"_s}};
        QTest::newRow("a change that no longer fits") << foreign << ErrorKind::NotFound;
    }

    void refusesWhatItCannotPlan()
    {
        QFETCH(PlanRequest, request);
        const auto plan = makeUpgradePlan(request);
        QVERIFY(!plan);
        QTEST(plan.error().kind, "kind");
        QVERIFY(!plan.error().message.isEmpty());
    }

    void whatWouldRunAwayIsDisabledBeforeTheDoor_data()
    {
        QTest::addColumn<Installation>("installation");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("route");
        QTest::addColumn<int>("steps");
        for (const Installation &one : {practice(), compose()}) {
            const QByteArray kind = installationKindName(one.kind).toUtf8();
            const auto row = [&](const char *name, const QString &from, const QStringList &route, int steps) {
                QTest::newRow((kind + ": " + name).constData()) << one << from << route << steps;
            };
            row("over 1.3", u"1.0.36"_s, {u"1.3.44"_s, u"2.0.8"_s}, 1);
            row("from 1.3", u"1.3.44"_s, {u"2.0.8"_s}, 1);
            row("not as far as the door", u"1.0.36"_s, {u"1.3.44"_s}, 0);
            row("behind the door", u"2.0.1"_s, {u"2.0.8"_s}, 0);
        }
    }
    void whatWouldRunAwayIsDisabledBeforeTheDoor()
    {
        QFETCH(Installation, installation);
        QFETCH(QString, from);
        QFETCH(QStringList, route);
        QFETCH(int, steps);
        installation.version = Version::of(from);
        installation.flows = {{u"flows table"_s, u"shop.nightly"_s,
                               u"id: nightly\nnamespace: shop\ntriggers:\n  - id: s\n    type: "
                               "io.kestra.plugin.core.trigger.Flow\n    conditions:\n      - type: "
                               "io.kestra.plugin.core.condition.ExecutionStatus\n        in: [FAILED]\n"_s}};
        PlanRequest asked = request(installation);
        asked.route.clear();
        for (const QString &stop : std::as_const(route))
            asked.route.append(Version::of(stop));
        const auto plan = makeUpgradePlan(asked);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QStringList held;
        qsizetype at = -1;
        for (const Step &step : plan->steps) {
            if (step.args.contains(u"triggers"_s)) {
                held.append(step.phase + u' ' + step.id.section(u'-', 1));
                at = plan->steps.indexOf(step);
            }
        }
        QCOMPARE(held.size(), steps);
        if (steps == 0)
            return;
        QCOMPARE(held.first(), u"hop-2.0.8 disable-triggers-of-shop-nightly"_s);
        const auto phaseBefore = [&](qsizetype index) { return plan->steps[index].phase; };
        // Nothing of the new version was started yet, and the backup is proven.
        for (qsizetype i = 0; i < at; ++i)
            QVERIFY(phaseBefore(i) != u"hop-2.0.8" && phaseBefore(i) != u"start");
        QVERIFY(first(*plan, [](const Step &step) { return step.kind == u"seal-backup"; }) < at);
    }

    void firstMinutesOfTheNewEngineAreWatched_data() { kinds(); }
    void firstMinutesOfTheNewEngineAreWatched()
    {
        QFETCH(Installation, installation);
        const auto plan = makeUpgradePlan(request(installation));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        const auto watched = [](const Steps &steps) {
            QStringList gives;
            for (const Step &step : steps) {
                const QJsonArray conditions = step.args.value(u"failWhen"_s).toArray();
                for (const QJsonValue &condition : conditions)
                    gives.append(step.id.section(u'-', -2) + u' ' + condition[u"at"_s].toString());
                if (step.id.endsWith(u"see-scheduler-calm"))
                    gives.append(u"log"_s);
            }
            return gives;
        };
        const bool hasLog = installation.kind == InstallationKind::Compose;
        QCOMPARE(watched(plan->steps).filter(u"runaway"_s), QStringList{u"watch-components 0/runaway"_s});
        QCOMPARE(watched(plan->steps).contains(u"log"_s), hasLog);
        // What runs after going back is what ran before.
        QVERIFY(watched(plan->afterRollback).filter(u"runaway"_s).isEmpty());
        QVERIFY(!watched(plan->afterRollback).contains(u"log"_s));
    }

    /// The question itself, asked of a database.
    void runAwayIsWhatBeganOnTheNewVersion_data()
    {
        QTest::addColumn<int>(
            "before");                  // executions of the last minute, ended before the new version came up
        QTest::addColumn<int>("since"); // and begun after it did
        QTest::addColumn<int>("day");   // those of the day before
        QTest::addColumn<int>("runaway");
        QTest::newRow("quiet") << 0 << 1 << 10 << 0;
        QTest::newRow("filled a moment before the upgrade") << 300 << 2 << 0 << 0;
        QTest::newRow("schedules catch up") << 0 << 60 << 0 << 0;
        QTest::newRow("hundreds in half a minute") << 0 << 359 << 100 << 1;
        QTest::newRow("a busy site") << 200 << 200 << 9000 << 0;
    }

    void runAwayIsWhatBeganOnTheNewVersion()
    {
        QFETCH(int, before);
        QFETCH(int, since);
        QFETCH(int, day);
        const auto plan = makeUpgradePlan(request(practice()));
        QVERIFY(plan.has_value());
        QString statement;
        for (const Step &step : plan->steps) {
            if (step.id.endsWith(u"watch-components"))
                statement = step.args[u"probe"_s][u"statement"_s].toString();
        }
        const QTemporaryDir folder;
        auto file = SqliteFile::open(folder.filePath(u"kestra.sqlite"_s), SqliteFile::Access::ReadWrite);
        QVERIFY(file.has_value());
        QVERIFY(file->runScript(
            u"create table executions (start_date text);"
            "create table service_instance (\"value\" text, service_type text, state text)"_s));
        const auto begun = [&](int count, const QString &ago) {
            const QString rows =
                u"with recursive n(i) as (select 1 where ? > 0 union all select i + 1 from n "
                "where i < ?) insert into executions select "
                "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?) from n"_s;
            QVERIFY(file->run(rows, {count, count, ago}));
        };
        begun(before, u"-40 seconds"_s);
        begun(since, u"-10 seconds"_s);
        begun(day, u"-5 hours"_s);
        QVERIFY(
            file->run(u"insert into service_instance select json_object('server', json_object('version', ?), "
                      "'updatedAt', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'createdAt', "
                      "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-20 seconds')), 'EXECUTOR', 'RUNNING'"_s,
                      {plan->to.toString()}));
        const auto seen = file->run(statement);
        QVERIFY2(seen.has_value(), seen ? "" : qPrintable(seen.error().message + seen.error().details));
        QTEST(seen->rows[0][seen->columns.indexOf(u"runaway"_s)].toInt(), "runaway");
        QCOMPARE(seen->rows[0][seen->columns.indexOf(u"executor"_s)].toInt(), 1);
    }

    void whatDidNotRunIsNotWaitedForAfterwards()
    {
        PlanRequest asked = request(practice());
        for (ComponentState &state : asked.installation.components)
            state.state = u"stopped"_s;
        const auto none = makeUpgradePlan(asked);
        QVERIFY2(none.has_value(), none ? "" : qPrintable(none.error().message));
        QVERIFY(none->afterRollback.isEmpty());
        asked.installation.components.first().state = u"running"_s;
        QVERIFY(!makeUpgradePlan(asked)->afterRollback.isEmpty());
    }

    void whatIsRemovedOnceItIsKept_data() { kinds(); }
    void whatIsRemovedOnceItIsKept()
    {
        QFETCH(Installation, installation);
        const auto plan = makeUpgradePlan(request(installation));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QVERIFY(!plan->afterKeep.isEmpty());
        for (const Step &step : plan->afterKeep) {
            QVERIFY(step.id.startsWith(u"keep-"));
            QVERIFY(step.phase == u"keep" || step.phase == Plan::setAsidePhase);
            QCOMPARE(step.reversal, Reversal::NotNeeded);
            QCOMPARE(plan->step(step.id)->title, step.title);
        }
        QCOMPARE(Plan::fromJson(plan->toJson()).afterKeep, plan->afterKeep);
        // Only going back sets anything newer aside.
        QCOMPARE(plan->removals(true), plan->afterKeep);
        for (const Step &step : plan->removals(false))
            QVERIFY2(!step.id.contains(u"newer"), qPrintable(step.id));
        QVERIFY(plan->removals(false).size() < plan->afterKeep.size());
        PlanRequest without = request(installation);
        without.withoutBackup = true;
        QVERIFY(makeUpgradePlan(without)->afterKeep.size() < plan->afterKeep.size());
    }

    void backupAloneStopsNothing_data() { kinds(); }
    void backupAloneStopsNothing()
    {
        QFETCH(Installation, installation);
        PlanRequest alone = request(installation);
        alone.route.clear();
        const auto plan = makeBackupPlan(alone);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(phases(*plan), QStringList{u"backup"_s});
        QVERIFY(plan->pointOfNoReturn.isEmpty());
        QCOMPARE(plan->to, plan->from);
    }

    void planIsAPureFunction_data() { kinds(); }
    void planIsAPureFunction()
    {
        QFETCH(Installation, installation);
        const auto one = makeUpgradePlan(request(installation));
        const auto other = makeUpgradePlan(request(installation));
        QVERIFY2(one.has_value(), one ? "" : qPrintable(one.error().message));
        QCOMPARE(QJsonDocument(one->toJson()).toJson(), QJsonDocument(other->toJson()).toJson());
    }

    void commandsOfAHop_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QStringList>("commands");
        const QString queues = u"sys state-store migrate"_s;
        const QString tenant = u"migrate default-tenant"_s;
        const QString keys = u"migrate metadata kv"_s;
        const QString files = u"migrate metadata nsfiles"_s;
        QTest::newRow("inside a line") << u"1.0.30"_s << u"1.0.36"_s << QStringList();
        QTest::newRow("0.18 to 0.23") << u"0.18.3"_s << u"0.23.30"_s << QStringList{queues, tenant};
        QTest::newRow("0.19.0 itself is not crossed again") << u"0.19.0"_s << u"0.22.5"_s << QStringList();
        QTest::newRow("0.22 to 0.23.0") << u"0.22.9"_s << u"0.23.0"_s << QStringList{tenant};
        QTest::newRow("0.23 to 1.0") << u"0.23.30"_s << u"1.0.36"_s << QStringList();
        QTest::newRow("1.0 to 1.1") << u"1.0.36"_s << u"1.1.2"_s << QStringList{keys};
        QTest::newRow("1.1 to 1.2") << u"1.1.2"_s << u"1.2.0"_s << QStringList{files};
        QTest::newRow("1.0 to 1.3") << u"1.0.36"_s << u"1.3.44"_s << QStringList{keys, files};
        QTest::newRow("1.3 to 2.0 migrates at its start") << u"1.3.44"_s << u"2.0.8"_s << QStringList();
    }

    void commandsOfAHop()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QStringList commands;
        for (const QStringList &words : hopMigrations(Version::of(from), Version::of(to)))
            commands.append(words.join(u' '));
        QTEST(commands, "commands");
    }

    /// Before anything of 0.23 starts, and only on the way across it.
    void storageMovesOnce_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("route");
        QTest::addColumn<int>("moves");
        QTest::newRow("across") << u"0.19.26"_s << QStringList{u"0.23.29"_s, u"1.0.36"_s} << 1;
        QTest::newRow("behind") << u"0.23.0"_s << QStringList{u"0.23.29"_s, u"1.0.36"_s} << 0;
        QTest::newRow("far behind") << u"1.0.36"_s << QStringList{u"1.3.44"_s} << 0;
    }

    void storageMovesOnce()
    {
        QFETCH(QString, from);
        QFETCH(QStringList, route);
        PlanRequest request;
        request.installation = practice();
        request.installation.version = Version::of(from);
        for (const QString &stop : route)
            request.route.append(Version::of(stop));
        request.backupFolder = u"/backup"_s;
        const Result<Plan> plan = makeUpgradePlan(request);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        int moves = 0;
        bool started = false;
        for (const Step &step : plan->steps) {
            const bool moving = step.id.endsWith(u"-move-storage"_s);
            moves += moving;
            started =
                started || (step.phase.startsWith(u"hop-"_s) && step.effect == u"migrating"_s && !moving);
            if (moving)
                QVERIFY2(!started && step.reversal == Reversal::FromBackup, qPrintable(step.id));
        }
        QTEST(moves, "moves");
    }

private:
    static void kinds()
    {
        QTest::addColumn<Installation>("installation");
        QTest::newRow("practice") << practice();
        QTest::newRow("compose") << compose();
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
