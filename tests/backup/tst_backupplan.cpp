// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupplan.h"
#include "app/backup/estimate.h"
#include "app/backup/postgrestools.h"
#include "app/backup/restorescript.h"
#include "app/plan/plan.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString folder = u"/srv/back ups/one"_s;

Installation practice()
{
    Installation installation;
    installation.address = u"practice:/home/me/practice"_s;
    installation.kind = InstallationKind::Practice;
    installation.title = u"practice"_s;
    installation.folder = u"/home/me/practice"_s;
    installation.version = Version::of(u"1.0.36");
    installation.components = {{.component = Component::Webserver, .name = u"webserver"_s},
                               {.component = Component::Worker, .name = u"worker"_s}};
    installation.database = {
        .kind = u"sqlite"_s,
        .bytes = 5'000'000,
        .access = {.kind = DatabaseAccess::Kind::Sqlite, .file = u"/home/me/practice/kestra.sqlite"_s}};
    installation.storage = {.kind = u"local"_s,
                            .basePath = u"/home/me/practice/storage"_s,
                            .hostPath = u"/home/me/practice/storage"_s,
                            .bytes = 1000,
                            .files = 2};
    installation.configurations = {{u"/home/me/practice/application.yaml"_s, 1, u"application"_s, {}}};
    return installation;
}

Installation compose()
{
    Installation installation;
    installation.address = u"compose:/srv/kestra/docker-compose.yml"_s;
    installation.kind = InstallationKind::Compose;
    installation.title = u"production"_s;
    installation.folder = u"/srv/kestra"_s;
    installation.version = Version::of(u"1.0.36");
    installation.components = {{.component = Component::Standalone, .name = u"kestra"_s},
                               {.component = Component::Database, .name = u"postgres"_s}};
    installation.images = {{u"kestra"_s, u"kestra/kestra"_s, u"v1.0.36"_s,
                            u"/srv/kestra/docker-compose.yml:20"_s, u"sha256:aa"_s, u"sha256:bb"_s}};
    installation.database = {
        .kind = u"postgresql"_s,
        .serverVersion = u"17.6"_s,
        .bytes = 800'000'000,
        .access = {.kind = DatabaseAccess::Kind::PostgreSql,
                   .psqlCommand = {u"docker"_s, u"exec"_s, u"-i"_s, u"kestra-postgres-1"_s, u"psql"_s,
                                   u"-U"_s, u"kestra"_s},
                   .database = u"kestra"_s}};
    installation.storage = {.kind = u"local"_s,
                            .basePath = u"/app/storage"_s,
                            .volume = u"kestra_kestra-data"_s,
                            .bytes = 2'000'000'000,
                            .files = 20000};
    installation.configurations = {{u"/srv/kestra/docker-compose.yml"_s, 1, u"compose"_s, {}},
                                   {u"/srv/kestra/docker-compose.yml"_s, 30, u"application"_s, {}},
                                   {u"/srv/kestra/.env"_s, 1, u"env"_s, {}}};
    installation.details = {{u"storageContainer"_s, u"kestra-kestra-1"_s},
                            {u"project"_s, u"kestra"_s},
                            {u"files"_s, QJsonArray{u"/srv/kestra/docker-compose.yml"_s}},
                            {u"envFiles"_s, QJsonArray{u"/srv/kestra/other.env"_s}}};
    installation.storage.hostPath = u"/var/lib/docker/volumes/kestra_kestra-data/_data"_s;
    return installation;
}

QJsonArray shown(const Result<Steps> &steps)
{
    QJsonArray array;
    for (const Step &step : steps.value_or(Steps())) {
        QJsonObject json = step.toJson();
        QJsonObject args = json.value(u"args"_s).toObject();
        // The texts of README and script have golden files of their own.
        for (const QString &key : {u"edits"_s, u"afterSha256"_s, u"beforeSha256"_s})
            args.remove(key);
        json.insert(u"args"_s, args);
        array.append(json);
    }
    return array;
}

/// Compares with tests/golden/backup; with UPDATE_GOLDEN in the environment it writes instead.
void compareGolden(const QString &name, const QByteArray &text)
{
    const QString path = QStringLiteral(GOLDEN_FOLDER) + u'/' + name;
    QFile file(path);
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(file.readAll()));
}

} // namespace

class TestBackupPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data() { installations(); }
    void golden();
    void isASoundPlan_data() { installations(); }
    void isASoundPlan();
    void whatRunsIsNotCompared();
    void refuses_data();
    void refuses();
    void toolsOf_data();
    void toolsOf();
    void connectionNames_data();
    void connectionNames();
    void longNamesKeepTheStamp();
    void estimates();
    void hostileNamesStayWords();

private:
    void installations();
};

void TestBackupPlan::installations()
{
    QTest::addColumn<Installation>("installation");
    QTest::newRow("practice") << practice();
    QTest::newRow("compose") << compose();
}

void TestBackupPlan::golden()
{
    QFETCH(Installation, installation);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QJsonObject plan{{u"backup"_s, shown(backupSteps(installation, folder))},
                           {u"proof"_s, shown(proofSteps(installation, folder))},
                           {u"restore"_s, shown(restoreSteps(installation, folder))}};
    compareGolden(name + u".json"_s, QJsonDocument(plan).toJson());
    compareGolden(name + u".restore.sh"_s, restoreScript(installation, BackupLayout(folder)));
    compareGolden(name + u".README.md"_s,
                  backupReadme(installation, BackupLayout(folder), BackupMode::Stopped));
}

void TestBackupPlan::isASoundPlan()
{
    QFETCH(Installation, installation);
    Plan plan;
    plan.backupFolder = folder;
    plan.steps = backupSteps(installation, folder).value_or(Steps()) +
                 proofSteps(installation, folder).value_or(Steps());
    Step door;
    door.kind = u"ask-person"_s;
    door.instruction = u"x"_s;
    door.changesData = true;
    door.reversal = Reversal::FromBackup;
    for (const Step &step : restoreSteps(installation, folder).value_or(Steps()))
        door.inverse.append(step.toJson());
    plan.steps += door;
    numberSteps(plan);
    const Result<void> sound = checkPlan(plan);
    QVERIFY2(sound, sound ? "" : qPrintable(sound.error().message));
    QVERIFY(plan.steps.size() > 10);
    for (const Step &step : plan.steps)
        QVERIFY2(!step.title.isEmpty() || step.kind == u"ask-person", qPrintable(step.id));
}

void TestBackupPlan::whatRunsIsNotCompared()
{
    // Rows come while it is taken: equality would fail a good backup.
    for (const Installation &installation : {practice(), compose()}) {
        const Result<Steps> steps = proofSteps(installation, folder, BackupMode::Running);
        QVERIFY(steps && steps->size() > 3);
        for (const Step &step : *steps)
            QVERIFY2(!step.args.contains(u"equalTo"_s), qPrintable(step.id));
    }
    const Result<Steps> taken = backupSteps(practice(), folder, BackupMode::Running);
    const QString words = QString::fromUtf8(QJsonDocument(shown(taken)).toJson());
    QVERIFY(words.contains(u"practice-kestra"_s) && words.contains(u"\"oneMoment\": false"_s));
}

void TestBackupPlan::refuses_data()
{
    QTest::addColumn<Installation>("installation");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    Installation mysql = compose();
    mysql.database.access = {};
    mysql.database.kind = u"mysql"_s;
    QTest::newRow("MySQL") << mysql << ErrorKind::Blocked << u"mysql"_s;
    Installation s3 = compose();
    s3.storage.kind = u"s3"_s;
    QTest::newRow("S3") << s3 << ErrorKind::Blocked << u"s3"_s;
    Installation noTools = compose();
    noTools.database.access.psqlCommand = {u"docker"_s, u"exec"_s};
    QTest::newRow("no psql") << noTools << ErrorKind::NotFound << u"psql"_s;
    Installation noContainer = compose();
    noContainer.details.remove(u"storageContainer"_s);
    noContainer.storage.hostPath.clear();
    QTest::newRow("storage out of reach") << noContainer << ErrorKind::NotFound << u"internal storage"_s;
}

void TestBackupPlan::refuses()
{
    QFETCH(Installation, installation);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, says);
    for (const Result<Steps> &steps : {backupSteps(installation, folder), proofSteps(installation, folder),
                                       restoreSteps(installation, folder)}) {
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, kind);
        QVERIFY2(steps.error().message.contains(says), qPrintable(steps.error().message));
    }
}

void TestBackupPlan::toolsOf_data()
{
    QTest::addColumn<QStringList>("psql");
    QTest::addColumn<QString>("dump");
    QTest::addColumn<QString>("copy");
    QTest::newRow("here") << QStringList{u"/opt/pg/bin/psql"_s, u"-h"_s, u"/run/a b"_s,
                                         u"-Ukestra"_s,         u"-v"_s, u"x=1"_s}
                          << u"/opt/pg/bin/pg_dump -h /run/a b -Ukestra -Fd"_s << QString();
    QTest::newRow("other user") << QStringList{u"sudo"_s, u"-n"_s, u"-u"_s, u"postgres"_s, u"psql"_s}
                                << u"sudo -n -u postgres pg_dump -Fd"_s << QString();
    QTest::newRow("docker") << QStringList{u"docker"_s, u"exec"_s, u"-i"_s,    u"pg"_s,
                                           u"psql"_s,   u"-U"_s,   u"kestra"_s}
                            << u"docker exec -i pg pg_dump -U kestra -Fd"_s
                            << u"docker cp pg:/there/. /here"_s;
    QTest::newRow("compose service") << QStringList{u"docker"_s, u"compose"_s, u"-f"_s, u"/x.yml"_s,
                                                    u"exec"_s,   u"-T"_s,      u"db"_s, u"psql"_s}
                                     << u"docker compose -f /x.yml exec -T db pg_dump -Fd"_s
                                     << u"docker compose -f /x.yml cp db:/there/. /here"_s;
}

void TestBackupPlan::toolsOf()
{
    QFETCH(QStringList, psql);
    QFETCH(QString, dump);
    QFETCH(QString, copy);
    const Result<PostgresTools> tools = PostgresTools::from(
        {.kind = DatabaseAccess::Kind::PostgreSql, .psqlCommand = psql, .database = u"kestra"_s});
    QVERIFY(tools);
    QCOMPARE(tools->command(u"pg_dump"_s, {u"-Fd"_s}).join(u' '), dump);
    QCOMPARE(tools->place == PostgresTools::Place::Container, !copy.isEmpty());
    if (!copy.isEmpty())
        QCOMPARE(tools->copyOut(u"/there"_s, u"/here"_s).join(u' '), copy);
}

void TestBackupPlan::connectionNames_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"kestra"_s << u"kestra"_s;
    QTest::newRow("blank") << u"my kestra"_s << u"my kestra"_s;
    QTest::newRow("option") << u"-h"_s << u"dbname='-h'"_s;
    QTest::newRow("connection string") << u"host=evil"_s << u"dbname='host=evil'"_s;
    QTest::newRow("address") << u"postgres://evil/x"_s << u"dbname='postgres://evil/x'"_s;
    QTest::newRow("quote") << u"a'b\\c"_s << u"dbname='a\\'b\\\\c'"_s;
}

void TestBackupPlan::connectionNames()
{
    QFETCH(QString, database);
    QFETCH(QString, name);
    QCOMPARE(connectionName(database), name);
}

void TestBackupPlan::longNamesKeepTheStamp()
{
    const BackupLayout layout(folder);
    const QString newer = layout.newerDatabase(QString(40, QChar(u'ü')));
    QVERIFY(newer.toUtf8().size() <= 63);
    QVERIFY(newer.endsWith(u"_newer_"_s + layout.stamp));
    QVERIFY(BackupLayout(u"/other"_s).stamp != layout.stamp);
}

void TestBackupPlan::estimates()
{
    const BackupEstimate small = estimateBackup(practice());
    QVERIFY(small.complete && small.serverBytes == 0 && small.folderBytes > 10'000'000);
    const BackupEstimate large = estimateBackup(compose());
    QVERIFY(large.complete && large.serverBytes > 1'600'000'000 && large.folderBytes > 6'800'000'000 &&
            large.seconds > 60);
    Installation unknown = practice();
    unknown.database.bytes = -1;
    QVERIFY(!estimateBackup(unknown).complete);
}

void TestBackupPlan::hostileNamesStayWords()
{
    const QTemporaryDir dir;
    const QString evil = u"x'; touch pwned #\n$(touch pwned)`touch pwned` \"touch pwned\" -rf"_s;
    for (Installation installation : {practice(), compose()}) {
        installation.title = evil;
        installation.folder = u"/none/"_s + evil;
        installation.database.access.database = evil;
        installation.database.access.file = u"/none/"_s + evil;
        installation.configurations = {{u"/none/"_s + evil, 1, u"application"_s, {}}};
        installation.details.insert(u"storageContainer"_s, evil);
        installation.details.insert(u"project"_s, evil);
        QFile script(dir.filePath(u"restore.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(restoreScript(installation, BackupLayout(folder)));
        script.close();
        for (const QStringList &words :
             {QStringList{u"-n"_s, script.fileName()}, QStringList{script.fileName(), u"--help"_s}}) {
            QProcess process;
            process.setWorkingDirectory(dir.path());
            process.start(u"sh"_s, words);
            QVERIFY(process.waitForFinished());
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
        QVERIFY(!QFile::exists(dir.filePath(u"pwned"_s)));
        const QByteArray readme = backupReadme(installation, BackupLayout(folder), BackupMode::Stopped);
        QVERIFY(!readme.contains("\n$(touch"));
    }
}

QTEST_GUILESS_MAIN(TestBackupPlan)
#include "tst_backupplan.moc"
