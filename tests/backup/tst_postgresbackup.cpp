// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupchecks.h"
#include "app/backup/backuplayout.h"
#include "app/backup/postgrestools.h"
#include "app/host/sql.h"
#include "backuprun.h"
#include "postgrescluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString database = u"kes'tra \"x\" $(id)"_s;

/// Enumeration, generated columns, function, trigger, sequence, a name in need of quotes: as Kestra's schema
/// has.
const QString schema = uR"(
create type state_type as enum ('CREATED', 'RUNNING', 'SUCCESS');
create function state_fromtext(text) returns state_type language sql immutable return $1::state_type;
create table executions (key varchar primary key, value jsonb not null,
  state_current state_type generated always as (state_fromtext(value ->> 'state')) stored);
create table queues ("offset" serial primary key, type text, value jsonb);
create table "od""d name" (a int);
create table service_instance (key text);
create table flyway_schema_history (version text, success boolean);
create function touch() returns trigger language plpgsql as 'begin new.type = upper(new.type); return new; end';
create trigger touching before insert on queues for each row execute function touch();
insert into executions select 'e' || n, jsonb_build_object('state', 'SUCCESS', 'n', n) from generate_series(1, 3000) n;
insert into queues (type, value) select 't', jsonb_build_object('n', n) from generate_series(1, 500) n;
insert into "od""d name" values (1), (1), (null);
insert into flyway_schema_history values ('1.25', true);
)"_s;

/// Plays the engine: exec runs the words, cp copies; what a container is called is dropped.
const QByteArray dockerStandIn = R"(#!/bin/sh
set -eu
case $1 in
  exec) shift; [ "$1" = -i ]; [ "$2" = 'pg 1' ]; shift 2; exec "$@" ;;
  cp) mkdir -p -- "${3#'pg 1:'}"; exec cp -R -- "${2#'pg 1:'}" "${3#'pg 1:'}" ;;
  start) exit 0 ;;
esac
exit 99
)";

} // namespace

/// A real server; the tools reached in each of the ways that installations have.
class TestPostgresBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void comesBackAfterTheDoor_data() { places(); }
    void comesBackAfterTheDoor();
    void scriptBringsItBack_data() { places(); }
    void scriptBringsItBack();
    void cutDumpIsRefused();
    void brokenDumpFailsItsProof();
    void checksPass();
    void checksFail_data();
    void checksFail();

private:
    void places();
    void reachBy(const QString &place);
    QJsonObject tables() const;
    QStringList databases() const
    {
        return m_cluster.sql(u"postgres"_s, u"select datname from pg_database order by 1"_s).split(u'\n');
    }
    QStringList spoil() const;

    PostgresCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_dir;
    Installation m_installation;
    QString m_backup;
};

void TestPostgresBackup::initTestCase()
{
    if (PostgresCluster::toolsFolder().isEmpty())
        QSKIP("no PostgreSQL server is installed");
    QCOMPARE(m_cluster.start(), QString());
}

void TestPostgresBackup::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_backup = m_dir->path() + u"/back ups/it's \"one\""_s;
    m_cluster.sql(u"postgres"_s, uR"(select format('drop database %I with (force)', datname) from pg_database
where datname not in ('postgres', 'template0', 'template1') \gexec)"_s);
    QCOMPARE(m_cluster.sql(u"postgres"_s, u"create database %1;"_s.arg(sqlIdentifier(database))), QString());
    QCOMPARE(m_cluster.sql(u"postgres"_s,
                           u"alter database %1 set timezone to 'Asia/Tokyo'; alter database %1 set "
                           u"search_path to public, pg_temp; "
                           "alter role kestra in database %1 set statement_timeout to '77min';"_s.arg(
                               sqlIdentifier(database))),
             QString());
    QCOMPARE(m_cluster.sql(database, schema), QString());
    m_installation = {};
    m_installation.address = u"standalone:/srv/kestra"_s;
    m_installation.kind = InstallationKind::Standalone;
    m_installation.title = u"production"_s;
    m_installation.version = Version::of(u"1.0.36"_s);
    m_installation.database.kind = u"postgresql"_s;
    m_installation.database.bytes = 10'000'000;
    reachBy(u"here"_s);
}

void TestPostgresBackup::places()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("tools of our own") << u"here"_s;
    QTest::newRow("tools with another's rights") << u"other"_s;
    QTest::newRow("tools in a container") << u"container"_s;
}

void TestPostgresBackup::reachBy(const QString &place)
{
    QStringList command = m_cluster.psql();
    if (place == u"other") {
        command = QStringList{u"env"_s, u"PGAPPNAME=a b"_s} + command;
    } else if (place == u"container") {
        const QString docker = m_dir->filePath(u"docker stand-in"_s);
        QFile file(docker);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(dockerStandIn);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        command = QStringList{docker, u"exec"_s, u"-i"_s, u"pg 1"_s} + command;
    }
    m_installation.database.access = {
        .kind = DatabaseAccess::Kind::PostgreSql, .psqlCommand = command, .database = database};
}

QJsonObject TestPostgresBackup::tables() const
{
    const std::unique_ptr<Host> host = localHost();
    return BackupRun::await(digestTables(host.get(), m_installation.database.access, {}))
        .value_or(QJsonObject());
}

QStringList TestPostgresBackup::spoil() const
{
    return QStringList{u"sh"_s, u"-c"_s, u"printf '%s' \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s,
                       u"alter type state_type rename value 'SUCCESS' to 'DONE'; create table newer (a int); "
                       "delete from executions where key < 'e2'; drop table queues;"_s} +
           m_cluster.psql() + QStringList{u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, database};
}

void TestPostgresBackup::comesBackAfterTheDoor()
{
    QFETCH(QString, place);
    reachBy(place);
    const QStringList databasesBefore = databases();
    const QJsonObject before = tables();
    QCOMPARE(before.size(), 5);
    QCOMPARE(before[u"executions"][u"rows"].toInt(), 3000);
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QVERIFY(tables() != before);
    QCOMPARE(databases(), databasesBefore);

    // What a killed restore left, and somebody who will not let go of the database.
    const BackupLayout layout(m_backup);
    QCOMPARE(m_cluster.sql(u"postgres"_s, u"create database %1"_s.arg(layout.restoringDatabase())),
             QString());
    QCOMPARE(m_cluster.sql(layout.restoringDatabase(), u"create table executions (half text)"_s), QString());
    QProcess holder;
    holder.start(m_cluster.psql().first(), m_cluster.psql().mid(1) + QStringList{u"-d"_s, database});
    QVERIFY(holder.waitForStarted());
    holder.write("select 'connected';\n");
    QVERIFY(holder.waitForReadyRead(30000));

    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    QCOMPARE(tables(), before);
    QCOMPARE(m_cluster.sql(database, u"show timezone; show search_path; show statement_timeout"_s),
             u"Asia/Tokyo\npublic, pg_temp\n77min"_s);
    QCOMPARE(
        m_cluster.sql(database, u"insert into queues (type) values ('late') returning \"offset\", type"_s),
        u"501|LATE"_s);
    // The newer one is kept, nothing else stays.
    const QString newer = layout.newerDatabase(database);
    QStringList expected = databasesBefore + QStringList{newer};
    expected.sort();
    QStringList there = databases();
    there.sort();
    QCOMPARE(there, expected);
    QCOMPARE(m_cluster.sql(newer, u"select count(*) from newer"_s), u"0"_s);
    QVERIFY(!QFile::exists(layout.scratchThere()));
    QVERIFY(!QFile::exists(layout.scratch()));
    holder.kill();
    holder.waitForFinished();
}

void TestPostgresBackup::scriptBringsItBack()
{
    QFETCH(QString, place);
    reachBy(place);
    const QStringList databasesBefore = databases();
    const QJsonObject before = tables();
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(u"sh"_s, {m_backup + u"/restore.sh"_s, u"--yes"_s});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("Start Kestra 1.0.36 now"), output.constData());
    QCOMPARE(tables(), before);
    QCOMPARE(m_cluster.sql(database, u"show search_path"_s), u"public, pg_temp"_s);
    QCOMPARE(databases().size(), databasesBefore.size() + 1);
}

void TestPostgresBackup::cutDumpIsRefused()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    const QJsonObject newer = tables();
    const QStringList data =
        QDir(m_backup + u"/database"_s).entryList({u"*.dat.gz"_s}, QDir::Files, QDir::Size);
    QVERIFY(!data.isEmpty());
    QFile largest(m_backup + u"/database/"_s + data.first());
    QVERIFY(largest.resize(largest.size() - 100));
    QCOMPARE(run.rollback(), u"needs-help"_s);
    QVERIFY2(run.error().contains(u"shortened"_s), qPrintable(run.error()));
    QCOMPARE(tables(), newer);
}

void TestPostgresBackup::brokenDumpFailsItsProof()
{
    // A row that goes between the fingerprint and the dump is not in it: the proof must see that it is
    // missing.
    const QStringList databasesBefore = databases();
    const QJsonObject before = tables();
    BackupRun run(m_dir->filePath(u"home"_s));
    const QStringList meddle =
        QStringList{u"sh"_s, u"-c"_s, u"printf '%s' \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s,
                    u"delete from \"od\"\"d name\" where a is null"_s} +
        m_cluster.psql() + QStringList{u"-q"_s, u"-d"_s, database};
    run.setAfterFingerprint(commandStep(u"meddle"_s, u"Meddle"_s, meddle, 60));
    QCOMPARE(run.forward(m_installation, m_backup, spoil()), u"rolled-back"_s);
    QVERIFY2(run.error().contains(u"od\"d name"_s), qPrintable(run.error()));
    QCOMPARE(databases(), databasesBefore);
    QCOMPARE(tables().value(u"executions"_s), before.value(u"executions"_s));
}

void TestPostgresBackup::checksPass()
{
    const std::unique_ptr<Host> host = localHost();
    const QList<CheckResult> results = BackupRun::await(backupChecks(host.get(), m_installation, m_backup));
    QStringList lines;
    for (const CheckResult &result : results)
        lines.append(result.id + u' ' + checkVerdictName(result.verdict));
    QCOMPARE(lines,
             (QStringList{u"database-reachable pass"_s, u"database-migrations pass"_s,
                          u"running-executions pass"_s, u"backup-tools pass"_s, u"backup-rights pass"_s,
                          u"database-space pass"_s, u"storage-reachable unknown"_s, u"backup-space pass"_s}));
}

void TestPostgresBackup::checksFail_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("user");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("failed migration") << u"insert into flyway_schema_history values ('1.26', false)"_s
                                      << u"kestra"_s << qint64(1) << u"database-migrations fail"_s;
    QTest::newRow("something runs") << u"insert into executions values ('r', '{\"state\": \"RUNNING\"}')"_s
                                    << u"kestra"_s << qint64(1) << u"running-executions warn"_s;
    QTest::newRow("may not make databases") << u"create role humble login; grant pg_read_all_data to humble"_s
                                            << u"humble"_s << qint64(1) << u"backup-rights fail"_s;
    QTest::newRow("no such user") << u""_s << u"nobody"_s << qint64(1) << u"database-reachable fail"_s;
    QTest::newRow("not enough room") << u""_s << u"kestra"_s << (qint64(1) << 50) << u"backup-space fail"_s;
    QTest::newRow("size not known") << u""_s << u"kestra"_s << qint64(-1) << u"backup-space warn"_s;
}

void TestPostgresBackup::checksFail()
{
    QFETCH(QString, sql);
    QFETCH(QString, user);
    QFETCH(qint64, bytes);
    QFETCH(QString, line);
    m_cluster.sql(database, u"drop role if exists humble"_s);
    QCOMPARE(m_cluster.sql(database, sql), QString());
    m_installation.database.access.psqlCommand.last() = user;
    m_installation.database.bytes = bytes;
    const std::unique_ptr<Host> host = localHost();
    const QList<CheckResult> results = BackupRun::await(backupChecks(host.get(), m_installation, m_backup));
    QStringList lines;
    for (const CheckResult &result : results) {
        lines.append(result.id + u' ' + checkVerdictName(result.verdict));
        QVERIFY2(result.verdict == CheckVerdict::Pass || !result.message.isEmpty(), qPrintable(result.id));
    }
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestPostgresBackup)
#include "tst_postgresbackup.moc"
