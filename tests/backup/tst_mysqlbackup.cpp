// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupchecks.h"
#include "app/backup/backupplan.h"
#include "app/installation/databaseread.h"
#include "app/installation/signs.h"
#include "backuprun.h"
#include "secretwatch.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

const QString password = u"pa ss\\wo'rd of MariaDB \"$(id)\""_s;
const QString secretName = u"standalone:/srv/kestra#database-password"_s;

const QString schema = uR"sql(
create table executions (`key` varchar(250) primary key, `value` json not null, namespace varchar(150) generated always as (json_unquote(json_extract(`value`, '$.namespace'))) stored,
  flow_id varchar(150), start_date datetime(6), state_current enum('CREATED', 'RUNNING', 'SUCCESS'));
create table queues (`offset` int auto_increment primary key, `key` varchar(250), `value` json);
create table `odd `` name` (a int);
create table service_instance (`key` varchar(250), `value` json, service_type varchar(30), state varchar(30), updated_at datetime);
create table flows (`key` varchar(250), namespace varchar(150), id varchar(100), revision int, deleted bool, tenant_id varchar(100), source_code text);
create table flyway_schema_history (version varchar(50), success bool);
create function twice(n int) returns int deterministic return n * 2;
insert into executions (`key`, `value`, state_current) select concat('e', seq), json_object('namespace', 'prod', 'n', seq, 'umlaut', 'é'), 'SUCCESS' from seq_1_to_3000;
insert into executions (`key`, `value`, flow_id, state_current) values ('r', '{"namespace": "trial"}', 'slow', 'RUNNING');
insert into queues (`value`) select json_object('namespace', 'trial') from seq_1_to_500;
insert into `odd `` name` values (1), (1), (null);
insert into service_instance values ('w', concat('{"server":{"type":"STANDALONE","version":"1.3.5"},"config":{"terminationGracePeriod":"300.000000000"},"updatedAt":"',
  date_format(utc_timestamp(), '%Y-%m-%dT%H:%i:%s'), '.123Z"}'), 'WORKER', 'RUNNING', now());
insert into flows values ('a', 'prod', 'daily', 1, false, null, 'old'), ('a', 'prod', 'daily', 2, false, null, 'id: daily
text: "quoted & <é>"'), ('b', 'prod', 'gone', 1, true, null, '');
insert into flyway_schema_history values ('1.9', true), ('1.56', true);
)sql"_s;

const QString spoiling =
    uR"sql(delete from executions where `key` < 'e2'; create table newer (a int); drop table queues;
drop function twice; create function twice(n int) returns int deterministic return 0;)sql"_s;

} // namespace

/// A MariaDB server under a temporary folder, reached by its socket, with a user that needs a password.
class TestMySqlBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void comesBackAfterTheDoor();
    void scriptBringsItBack();
    void readsAndPurges();
    void checksPass();
    void wrongPasswordIsDenied();

private:
    QString sql(const QString &text, const QString &database = {});
    QStringList client() const { return {u"mariadb"_s, u"-S"_s, m_dir.filePath(u"sock"_s)}; }
    QJsonObject digests(BackupRun &run)
    {
        return BackupRun::await(digestTables(run.host(), m_installation.database.access, {}, &run.secrets()))
            .value_or(QJsonObject());
    }
    QString others() { return sql(u"checksum table neighbour.theirs; show databases;"_s); }

    QTemporaryDir m_dir{u"/tmp/kua-my-XXXXXX"_s};
    QProcess m_server;
    Installation m_installation;
    std::unique_ptr<QTemporaryDir> m_run;
};

QString TestMySqlBackup::sql(const QString &text, const QString &database)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(client().first(), client().mid(1) + QStringList{u"-N"_s, u"-u"_s, u"root"_s, database});
    if (!process.waitForStarted())
        return process.errorString();
    process.write(text.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAll()).trimmed();
}

void TestMySqlBackup::initTestCase()
{
    const QStringList folders{u"/usr/sbin"_s, u"/usr/bin"_s};
    const QString server = QStandardPaths::findExecutable(u"mariadbd"_s, folders);
    if (server.isEmpty())
        QSKIP("no MariaDB server is installed");
    const QString user = ::geteuid() == 0 ? u"--user=root"_s : u"--no-defaults"_s;
    QProcess install;
    install.start(u"mariadb-install-db"_s, {u"--no-defaults"_s, u"--datadir="_s + m_dir.filePath(u"data"_s),
                                            u"--auth-root-authentication-method=normal"_s, user});
    QVERIFY(install.waitForFinished(120000));
    QVERIFY2(install.exitCode() == 0, install.readAllStandardError().constData());
    m_server.setStandardErrorFile(m_dir.filePath(u"log"_s));
    m_server.start(server, {u"--no-defaults"_s, user, u"--datadir="_s + m_dir.filePath(u"data"_s),
                            u"--socket="_s + m_dir.filePath(u"sock"_s), u"--skip-networking"_s,
                            u"--pid-file="_s + m_dir.filePath(u"pid"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(sql(u"select 1"_s), u"1"_s, 60000);
    QString quoted = password;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    QCOMPARE(
        sql(u"create user kestra_app@localhost identified by '%1'; grant all on `kes\\_%`.* to "
            u"kestra_app@localhost; "
            "grant all on `kestra\\_%`.* to kestra_app@localhost; create database neighbour; "
            "create table neighbour.theirs (a int); insert into neighbour.theirs values (7);"_s.arg(quoted)),
        QString());
}

void TestMySqlBackup::cleanupTestCase()
{
    m_server.terminate();
    m_server.waitForFinished();
}

void TestMySqlBackup::init()
{
    m_run = std::make_unique<QTemporaryDir>();
    for (const QString &name : sql(u"show databases like 'kes%'"_s).split(u'\n', Qt::SkipEmptyParts))
        sql(u"drop database `%1`"_s.arg(name));
    QCOMPARE(sql(u"create database `kes_tra x` character set utf8mb4 collate utf8mb4_bin"_s), QString());
    QCOMPARE(sql(schema, u"kes_tra x"_s), QString());
    m_installation = {};
    m_installation.address = u"standalone:/srv/kestra"_s;
    m_installation.kind = InstallationKind::Standalone;
    m_installation.title = u"production"_s;
    m_installation.version = Version::of(u"1.3.5"_s);
    m_installation.database.kind = u"mysql"_s;
    m_installation.database.bytes = 10'000'000;
    DatabaseAccess &access = m_installation.database.access;
    access.kind = DatabaseAccess::Kind::MySql;
    access.mysqlCommand = client();
    access.database = u"kes_tra x"_s;
    access.user = u"kestra_app"_s;
    access.secret = secretName;
}

void TestMySqlBackup::comesBackAfterTheDoor()
{
    SecretWatch watch(password.toUtf8());
    BackupRun run(m_run->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QString othersBefore = others();
    const QJsonObject before = digests(run);
    QCOMPARE(before.size(), 6);
    QCOMPARE(before[u"executions"][u"rows"].toInt(), 3001);
    const QString backup = m_run->path() + u"/back ups/one"_s;
    const QStringList spoil =
        QStringList{u"sh"_s, u"-c"_s, u"printf '%s' \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s, spoiling} +
        client() + QStringList{u"-u"_s, u"root"_s, u"kes_tra x"_s};
    QVERIFY2(run.forward(m_installation, backup, spoil) == u"upgraded", qPrintable(run.error()));
    QVERIFY(digests(run).contains(u"newer"_s));
    QCOMPARE(others(), othersBefore);
    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    QCOMPARE(digests(run), before);
    QCOMPARE(sql(u"select twice(4)"_s, u"kes_tra x"_s), u"8"_s);
    QCOMPARE(
        sql(u"select default_collation_name from information_schema.schemata where schema_name = 'kes_tra x'"_s),
        u"utf8mb4_bin"_s);
    const QString newer = BackupLayout(backup).newerDatabase(u"kes_tra x"_s);
    QCOMPARE(sql(u"select count(*) from newer"_s, newer), u"0"_s);
    const Steps cleanup = cleanupSteps(m_installation, backup);
    QVERIFY(cleanup.first().title.contains(newer));
    for (int again = 0; again < 2; ++again)
        QVERIFY2(run.apply(m_installation, cleanup) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(others(), othersBefore);
    QCOMPARE(digests(run), before);
    const QStringList seen = watch.end();
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join(u'\n')));
    QVERIFY(watch.looks() > 100);
}

void TestMySqlBackup::scriptBringsItBack()
{
    BackupRun run(m_run->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QJsonObject before = digests(run);
    const QString backup = m_run->path() + u"/back ups/one"_s;
    QVERIFY2(run.forward(m_installation, backup, {u"true"_s}) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(sql(spoiling, u"kes_tra x"_s), QString());
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KESTRA_DATABASE_PASSWORD"_s, password);
    process.setProcessEnvironment(environment);
    process.start(u"sh"_s, {backup + u"/restore.sh"_s, u"--yes"_s});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitCode() == 0, output.constData());
    QCOMPARE(digests(run), before);
    QCOMPARE(sql(u"select twice(4)"_s, u"kes_tra x"_s), u"8"_s);
}

void TestMySqlBackup::readsAndPurges()
{
    BackupRun run(m_run->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const DatabaseAccess access = m_installation.database.access;
    const Result<DatabaseReading> reading =
        BackupRun::await(readDatabase(run.host(), access, &run.secrets()));
    QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().message + reading.error().details));
    QStringList unknown;
    for (const Unknown &one : reading->unknown)
        unknown.append(one.fact + u' ' + one.reason);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    QCOMPARE(reading->schemaVersion, u"1.56"_s);
    QVERIFY(reading->bytes > 10'000);
    QCOMPARE(reading->graceSeconds, 300);
    QCOMPARE(reading->services.size(), 1);
    QVERIFY(reading->services.first().fresh);
    QCOMPARE(reading->flows.size(), 1);
    QCOMPARE(reading->flows.first().source, u"id: daily\ntext: \"quoted & <é>\""_s);
    const auto ask = [&](const QString &text) {
        return BackupRun::await(queryDatabase(run.host(), access, text, &run.secrets()))
            .value_or(QJsonArray());
    };
    QCOMPARE(ask(signsStatement(access.kind, Version::of(u"1.3.5")))[0][u"worker"].toInt(), 1);
    QCOMPARE(ask(underWayStatement(access.kind))[0][u"flow"].toString(), u"slow"_s);
    const Result<Steps> purge = purgeSteps(access, u"trial"_s);
    QVERIFY(purge);
    QVERIFY2(run.apply(m_installation, *purge) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(digests(run)[u"queues"][u"rows"].toInt(), 0);
    QCOMPARE(digests(run)[u"executions"][u"rows"].toInt(), 3000);
}

void TestMySqlBackup::checksPass()
{
    BackupRun run(m_run->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    QStringList lines;
    for (const CheckResult &result : BackupRun::await(
             backupChecks(run.host(), m_installation, m_run->path() + u"/one"_s, &run.secrets())))
        lines.append(result.id + u' ' + checkVerdictName(result.verdict));
    QCOMPARE(lines,
             (QStringList{u"database-reachable pass"_s, u"database-migrations pass"_s,
                          u"running-executions warn"_s, u"backup-tools pass"_s, u"backup-rights pass"_s,
                          u"storage-reachable unknown"_s, u"backup-space pass"_s}));
}

void TestMySqlBackup::wrongPasswordIsDenied()
{
    BackupRun run(m_run->filePath(u"home"_s));
    run.secrets().remember(secretName, u"not it at all"_s);
    const Result<QJsonArray> rows = BackupRun::await(
        queryDatabase(run.host(), m_installation.database.access, u"select 1 as n"_s, &run.secrets()));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Denied);
}

QTEST_GUILESS_MAIN(TestMySqlBackup)
#include "tst_mysqlbackup.moc"
