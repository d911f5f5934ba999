// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupchecks.h"
#include "app/backup/backupplan.h"
#include "app/backup/postgrestools.h"
#include "app/host/sql.h"
#include "app/installation/databaseread.h"
#include "app/installation/signs.h"
#include "backuprun.h"
#include "postgrescluster.h"
#include "secretwatch.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString password = uR"x(pa:ss\wo'rd "$(id)" x)x"_s;
const QString secretName = u"standalone:/srv/kestra#database-password"_s;

const QString tables = uR"(
create type state_type as enum ('CREATED', 'RUNNING', 'SUCCESS');
create function state_fromtext(text) returns state_type language sql immutable return $1::state_type;
create table executions (key varchar primary key, value jsonb not null, namespace varchar, flow_id varchar,
  state_current state_type generated always as (state_fromtext(value ->> 'state')) stored);
create table queues ("offset" serial primary key, type text, value jsonb, key text);
create table service_instance (key text, value jsonb, service_type text, state text, updated_at timestamp);
create table flyway_schema_history (version text, success boolean);
create function touch() returns trigger language plpgsql as 'begin new.type = upper(new.type); return new; end';
create trigger touching before insert on queues for each row execute function touch();
insert into executions (key, value, namespace) select 'e' || n, jsonb_build_object('state', 'SUCCESS', 'n', n), 'prod' from generate_series(1, 3000) n;
insert into queues (type, value) select 't', jsonb_build_object('n', n) from generate_series(1, 500) n;
insert into flyway_schema_history values ('1.25', true), ('1.9', true);
insert into service_instance values ('w', jsonb_build_object('server', jsonb_build_object('version', '1.0.36'),
  'updatedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'config', jsonb_build_object('terminationGracePeriod', '300.000000000')), 'WORKER', 'RUNNING', now());
)"_s;

/// Plays kubectl: exec runs the words behind "--", and nothing can be copied.
const QByteArray kubectlStandIn = R"(#!/bin/sh
set -eu
[ "$1" = exec ] && [ "$2" = -i ]
while [ "$1" != -- ]; do shift; done
shift
exec "$@"
)";

} // namespace

/// A server on TCP that wants passwords, shared with others; Kestra's user is no superuser.
class TestPostgresSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void comesBackAfterTheDoor_data() { ways(); }
    void comesBackAfterTheDoor();
    void scriptBringsItBack_data() { ways(); }
    void scriptBringsItBack();
    void readsAndPurges_data() { ways(); }
    void readsAndPurges();
    void wrongPasswordIsDenied();
    void unknownPasswordNeedsAPerson();
    void checksSeeNeighbours();
    void olderDumpIsRefused();

private:
    void ways();
    void reachBy(const QString &way);
    QJsonObject digests(BackupRun &run) { return digests(run, m_installation.database.access); }
    static QJsonObject digests(BackupRun &run, const DatabaseAccess &access)
    {
        return BackupRun::await(digestTables(run.host(), access, {}, &run.secrets())).value_or(QJsonObject());
    }
    QString sql(const QString &database, const QString &text) { return m_cluster.sql(database, text); }
    /// Everything there is but Kestra's own: schemas with their tables' sizes, per database.
    QString others();
    QStringList spoil() const;
    /// Files with passwords and dumps on their way.
    static QStringList leftBehind()
    {
        return QDir(u"/tmp"_s).entryList({u"kestra-upgrade-*"_s}, QDir::AllEntries);
    }
    QString executable(const QString &name, const QByteArray &text) const;

    PostgresCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_dir;
    Installation m_installation;
    QString m_backup;
    QString m_database;
    QString m_schema;
};

void TestPostgresSecret::initTestCase()
{
    if (PostgresCluster::toolsFolder().isEmpty())
        QSKIP("no PostgreSQL server is installed");
    QCOMPARE(m_cluster.startWithPasswords(), QString());
    QString quoted = password;
    QCOMPARE(sql(u"postgres"_s,
                 u"create role kestra_app login createdb password %1; create role other login;"_s.arg(
                     sqlLiteral(quoted))),
             QString());
}

void TestPostgresSecret::ways()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("a database of its own") << u"database"_s;
    QTest::newRow("its own schema in a shared database") << u"schema"_s;
    QTest::newRow("a pod that nothing can be copied from") << u"stream"_s;
    QTest::newRow("its own schema in a pod") << u"stream schema"_s;
}

void TestPostgresSecret::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_backup = m_dir->path() + u"/back ups/one"_s;
    m_cluster.sql(u"postgres"_s, uR"(select format('drop database %I with (force)', datname) from pg_database
where datname not in ('postgres', 'template0', 'template1') \gexec)"_s);
    m_installation = {};
    m_installation.address = u"standalone:/srv/kestra"_s;
    m_installation.kind = InstallationKind::Standalone;
    m_installation.title = u"production"_s;
    m_installation.version = Version::of(u"1.0.36"_s);
    m_installation.database.kind = u"postgresql"_s;
    m_installation.database.bytes = 10'000'000;
    // Its neighbours: another database, and another schema of somebody else's.
    QCOMPARE(sql(u"postgres"_s, u"create database neighbour owner other;"_s), QString());
    QCOMPARE(sql(u"neighbour"_s, u"create table theirs (a int); insert into theirs values (1), (2);"_s),
             QString());
    reachBy(u"database"_s);
}

QString TestPostgresSecret::executable(const QString &name, const QByteArray &text) const
{
    QFile file(m_dir->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestPostgresSecret::reachBy(const QString &way)
{
    m_database = u"kes'tra \"x\""_s;
    m_schema = way.endsWith(u"schema"_s) ? u"Kes\"tra"_s : QString();
    QCOMPARE(
        sql(u"postgres"_s,
            u"set client_min_messages to error; drop database if exists %1; create database %1 owner kestra_app;"_s
                .arg(sqlIdentifier(m_database))),
        QString());
    QString prefix = u"set role kestra_app;"_s;
    if (!m_schema.isEmpty()) {
        QCOMPARE(sql(m_database, u"create schema theirs; create table theirs.kept (a int); insert into "
                                 "theirs.kept values (7); create schema %1 authorization kestra_app;"_s.arg(
                                     sqlIdentifier(m_schema))),
                 QString());
        prefix += u"set search_path to %1;"_s.arg(sqlIdentifier(m_schema));
    }
    QCOMPARE(sql(m_database, prefix + tables), QString());
    DatabaseAccess access;
    access.kind = DatabaseAccess::Kind::PostgreSql;
    access.database = m_database;
    access.schema = m_schema;
    access.server = u"127.0.0.1"_s;
    access.port = m_cluster.port();
    access.user = u"kestra_app"_s;
    access.secret = secretName;
    const QString psql = PostgresCluster::toolsFolder() + u"psql"_s;
    access.psqlCommand = {psql};
    if (way.startsWith(u"stream"_s))
        access.psqlCommand = {
            executable(u"kubectl"_s, kubectlStandIn), u"exec"_s, u"-i"_s, u"pg-0"_s, u"--"_s, psql};
    m_installation.database.access = access;
}

QString TestPostgresSecret::others()
{
    QString all =
        sql(u"neighbour"_s,
            u"select string_agg(t::text, ',') || max(pg_relation_filenode('theirs')) from theirs t"_s);
    if (!m_schema.isEmpty())
        all += sql(
            m_database,
            u"select string_agg(t::text, ',') || max(pg_relation_filenode('theirs.kept')) from theirs.kept t"_s);
    return all;
}

QStringList TestPostgresSecret::spoil() const
{
    const QString path =
        m_schema.isEmpty() ? QString() : u"set search_path to %1; "_s.arg(sqlIdentifier(m_schema));
    return QStringList{
               u"sh"_s, u"-c"_s, u"printf '%s' \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s,
               u"set role kestra_app; "_s + path +
                   u"alter type state_type rename value 'SUCCESS' to 'DONE'; create table newer (a int); "
                   "delete from executions where key < 'e2'; drop table queues;"_s} +
           m_cluster.psql() + QStringList{u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, m_database};
}

void TestPostgresSecret::comesBackAfterTheDoor()
{
    QFETCH(QString, way);
    reachBy(way);
    const QStringList leftBefore = leftBehind();
    SecretWatch watch(password.toUtf8());
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QString othersBefore = others();
    const QString listed = u"select string_agg(datname, ',' order by 1) from pg_database"_s;
    const QString databasesBefore = sql(u"postgres"_s, listed);
    const QJsonObject before = digests(run);
    QCOMPARE(before.size(), 4);
    QCOMPARE(before[u"executions"][u"rows"].toInt(), 3000);
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QVERIFY(digests(run) != before);
    QCOMPARE(sql(u"postgres"_s, listed), databasesBefore);

    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    QCOMPARE(digests(run), before);
    QCOMPARE(others(), othersBefore);
    // What was newer is kept until it is let go of.
    DatabaseAccess newer = m_installation.database.access;
    QString &name = m_schema.isEmpty() ? newer.database : newer.schema;
    name = BackupLayout(m_backup).newerDatabase(name);
    QVERIFY(digests(run, newer).contains(u"newer"_s));
    const Steps cleanup = cleanupSteps(m_installation, m_backup);
    QVERIFY(cleanup.first().title.contains(name));
    for (int again = 0; again < 2; ++again)
        QVERIFY2(run.apply(m_installation, cleanup) == u"upgraded", qPrintable(run.error()));
    QVERIFY(!digests(run, newer).contains(u"newer"_s));
    QCOMPARE(sql(u"postgres"_s, listed), databasesBefore);
    QCOMPARE(digests(run), before);
    QCOMPARE(others(), othersBefore);

    const QStringList seen = watch.end();
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join(u'\n')));
    QVERIFY(watch.looks() > 100);
    for (const QString &left : leftBehind())
        QVERIFY2(leftBefore.contains(left), qPrintable(left));
}

void TestPostgresSecret::scriptBringsItBack()
{
    QFETCH(QString, way);
    reachBy(way);
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QString othersBefore = others();
    const QJsonObject before = digests(run);
    QVERIFY2(run.forward(m_installation, m_backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(u"sh"_s, {m_backup + u"/restore.sh"_s, u"--yes"_s});
    QVERIFY(process.waitForFinished(60000));
    QByteArray output = process.readAll();
    QVERIFY2(process.exitCode() == 1 && output.contains("KESTRA_DATABASE_PASSWORD"), output.constData());

    SecretWatch watch(password.toUtf8());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KESTRA_DATABASE_PASSWORD"_s, password);
    process.setProcessEnvironment(environment);
    process.start(u"sh"_s, {m_backup + u"/restore.sh"_s, u"--yes"_s});
    QVERIFY(process.waitForFinished(60000));
    output = process.readAll();
    QVERIFY2(process.exitCode() == 0, output.constData());
    QCOMPARE(digests(run), before);
    QCOMPARE(others(), othersBefore);
    const QStringList seen = watch.end();
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join(u'\n')));
}

void TestPostgresSecret::readsAndPurges()
{
    QFETCH(QString, way);
    reachBy(way);
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const DatabaseAccess access = m_installation.database.access;
    const Result<DatabaseReading> reading =
        BackupRun::await(readDatabase(run.host(), access, &run.secrets()));
    QVERIFY(reading);
    QCOMPARE(reading->schemaVersion, u"1.25"_s);
    QCOMPARE(reading->services.size(), 1);
    QCOMPARE(reading->services.first().version, u"1.0.36"_s);
    QVERIFY(reading->services.first().fresh);
    QCOMPARE(reading->graceSeconds, 300);
    const Result<QJsonArray> signs = BackupRun::await(queryDatabase(
        run.host(), access, signsStatement(access.kind, Version::of(u"1.0.36")), &run.secrets()));
    QVERIFY(signs);
    QCOMPARE(signs->first()[u"worker"].toInt(), 1);
    const Result<Steps> purge = purgeSteps(access, u"prod"_s);
    QVERIFY(purge);
    QVERIFY2(run.apply(m_installation, *purge) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(digests(run)[u"executions"][u"rows"].toInt(), 0);
    QCOMPARE(digests(run)[u"queues"][u"rows"].toInt(), 500);
}

void TestPostgresSecret::wrongPasswordIsDenied()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, u"not it at all"_s);
    const Result<QJsonArray> rows = BackupRun::await(
        queryDatabase(run.host(), m_installation.database.access, u"select 1 as n"_s, &run.secrets()));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Denied);
    QVERIFY(!rows.error().details.contains(u"not it at all"_s));
}

void TestPostgresSecret::unknownPasswordNeedsAPerson()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    const Result<QJsonArray> rows = BackupRun::await(
        queryDatabase(run.host(), m_installation.database.access, u"select 1 as n"_s, &run.secrets()));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::NeedsPerson);
    QVERIFY(rows.error().message.contains(secretName));
}

void TestPostgresSecret::checksSeeNeighbours()
{
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const auto lines = [&] {
        QStringList list;
        for (const CheckResult &result :
             BackupRun::await(backupChecks(run.host(), m_installation, m_backup, &run.secrets())))
            list.append(result.id + u' ' + checkVerdictName(result.verdict));
        return list;
    };
    QVERIFY2(lines().contains(u"backup-rights pass"_s), qPrintable(lines().join(u'\n')));
    QVERIFY(!lines().contains(u"database-neighbours fail"_s));
    QCOMPARE(sql(m_database, u"create schema theirs; create table theirs.kept (a int);"_s), QString());
    QVERIFY2(lines().contains(u"database-neighbours fail"_s), qPrintable(lines().join(u'\n')));
}

void TestPostgresSecret::olderDumpIsRefused()
{
    // Beside psql lies what pg_dump is looked for.
    const QString folder = m_dir->filePath(u"old tools"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::link(PostgresCluster::toolsFolder() + u"psql"_s, folder + u"/psql"_s));
    executable(u"old tools/pg_dump"_s, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n");
    m_installation.database.access.psqlCommand = {folder + u"/psql"_s};
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    bool refused = false;
    for (const CheckResult &result :
         BackupRun::await(backupChecks(run.host(), m_installation, m_backup, &run.secrets())))
        refused = refused || (result.id == u"backup-tools" && result.verdict == CheckVerdict::Fail &&
                              result.blocking && result.message.contains(u"pg_dump 9"_s));
    QVERIFY(refused);
}

QTEST_GUILESS_MAIN(TestPostgresSecret)
#include "tst_postgressecret.moc"
