// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupplan.h"
#include "app/backup/h2backup.h"
#include "app/host/sqlcommand.h"
#include "app/installation/databaseread.h"
#include "app/installation/signs.h"
#include "app/installation/sqlorder.h"
#include "backuprun.h"
#include "secretwatch.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString password = u"pa ss\\wo'rd \"$(id)\""_s;
const QString secretName = u"standalone:/srv/kestra#database-password"_s;

/// As Kestra's H2 schema has it: tables in capitals, columns in small letters and quotes.
const QString schema = uR"sql(
create table EXECUTIONS ("key" varchar primary key, "value" text not null, "namespace" varchar, "flow_id" varchar, "start_date" timestamp,
  "state_current" enum('CREATED', 'RUNNING', 'SUCCESS'), "blob" blob, "j" json);
create table QUEUES ("offset" int auto_increment, "key" varchar, "value" text);
create table "odd "" name" (A int);
create table SERVICE_INSTANCE ("key" varchar, "value" text, "service_type" varchar, "state" varchar, "updated_at" timestamp);
create table FLOWS ("key" varchar, "namespace" varchar, "id" varchar, "revision" int, "deleted" boolean, "tenant_id" varchar, "source_code" text);
create table "flyway_schema_history" ("version" varchar, "success" boolean);
create table KESTRA_MIGRATION_HISTORY (SCRIPT_ID varchar, SUCCESS boolean);
insert into EXECUTIONS select 'e' || x, '{"n":' || x || '}', 'prod', 'daily', now(), 'SUCCESS', X'0102', JSON '{"a":1}' from system_range(1, 3000);
insert into EXECUTIONS values ('r', '{}', 'prod', 'slow', now(), 'RUNNING', null, null);
insert into QUEUES ("value") select '{"namespace":"trial"}' from system_range(1, 500);
insert into "odd "" name" values (1), (1), (null);
insert into SERVICE_INSTANCE values ('w', '{"server":{"type":"STANDALONE","version":"1.3.5"},"config":{"terminationGracePeriod":"300.000000000"},"updatedAt":"' ||
  formatdatetime(current_timestamp, 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z''', 'en', 'UTC') || '"}', 'WORKER', 'RUNNING', now());
insert into FLOWS values ('a', 'prod', 'daily', 1, false, null, 'old'), ('a', 'prod', 'daily', 2, false, null, 'id: daily
text: "quoted, é"'), ('b', 'prod', 'gone', 1, true, null, '');
insert into "flyway_schema_history" values ('1.9', true), ('1.56', true), (null, true);
insert into KESTRA_MIGRATION_HISTORY values ('2.0.24-execution-duration', true);
)sql"_s;

} // namespace

/// Real H2, in the versions that Kestra brings. The jars are fetched once by the test folder's script.
class TestH2Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup();
    void comesBackAfterTheDoor_data() { versions(); }
    void comesBackAfterTheDoor();
    void scriptBringsItBack_data() { versions(); }
    void scriptBringsItBack();
    void reads_data() { versions(); }
    void reads();
    void lockedFileIsBlocked();
    void runningServerIsCopied();
    void brokenCopyFailsItsProof();

private:
    void versions();
    void makeDatabase(const QString &version);
    QString startServer(const QString &version);
    QJsonObject digests(BackupRun &run)
    {
        return BackupRun::await(digestTables(run.host(), m_installation.database.access, {}, &run.secrets()))
            .value_or(QJsonObject());
    }
    static QString jar(const QString &version)
    {
        return qEnvironmentVariable("H2_JARS") + u"/h2-"_s + version + u".jar"_s;
    }
    QString order(BackupRun &run, const QString &sql)
    {
        const CommandArgs command = sqlOrder(m_installation.database.access, sql);
        return run.apply(m_installation, {runCommand(u"order"_s, u"Order"_s, command)});
    }
    /// Words that spoil the data; the plan's own way, without a password in them.
    QStringList spoil() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_server;
    Installation m_installation;
};

void TestH2Backup::initTestCase()
{
    if (!QFile::exists(jar(u"2.4.240"_s)))
        QSKIP("no H2 jars: their folder is named by the variable H2_JARS");
    QProcess java;
    java.start(u"java"_s, {u"-version"_s});
    if (!java.waitForFinished() || java.exitCode() != 0)
        QSKIP("no Java is installed");
}

void TestH2Backup::cleanup()
{
    if (m_server) {
        m_server->terminate();
        m_server->waitForFinished();
        m_server.reset();
    }
}

void TestH2Backup::versions()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("server");
    for (const QString &version : {u"2.2.224"_s, u"2.3.232"_s, u"2.4.240"_s})
        QTest::newRow(qPrintable(version + u", a file"_s)) << version << false;
    QTest::newRow("2.4.240, a server") << u"2.4.240"_s << true;
}

void TestH2Backup::makeDatabase(const QString &version)
{
    m_installation = {};
    m_installation.address = u"standalone:/srv/kestra"_s;
    m_installation.kind = InstallationKind::Standalone;
    m_installation.title = u"production"_s;
    m_installation.version = Version::of(u"1.3.5"_s);
    m_installation.database.kind = u"h2"_s;
    m_installation.database.bytes = 10'000'000;
    DatabaseAccess &access = m_installation.database.access;
    access.kind = DatabaseAccess::Kind::H2;
    access.file = m_dir->path() + u"/da ta/it's a database"_s;
    access.classPath = jar(version);
    access.secret = secretName;
    QVERIFY(QDir().mkpath(m_dir->path() + u"/da ta"_s));
    QProcess shell;
    shell.start(u"java"_s, {u"-cp"_s, jar(version), u"org.h2.tools.RunScript"_s, u"-url"_s,
                            u"jdbc:h2:file:"_s + access.file, u"-user"_s, u"sa"_s, u"-password"_s, password,
                            u"-script"_s, u"/dev/stdin"_s});
    QVERIFY(shell.waitForStarted());
    shell.write(schema.toUtf8());
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(60000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().left(2000).constData());
}

QString TestH2Backup::startServer(const QString &version)
{
    quint16 port = 0;
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            return free.errorString();
        port = free.serverPort();
    }
    m_server = std::make_unique<QProcess>();
    // Without it the server asks for its own name, which not every machine can resolve.
    m_server->start(u"java"_s,
                    {u"-Dh2.bindAddress=127.0.0.1"_s, u"-cp"_s, jar(version), u"org.h2.tools.Server"_s,
                     u"-tcp"_s, u"-tcpPort"_s, QString::number(port), u"-baseDir"_s, m_dir->path()});
    for (int tries = 0; tries < 100; ++tries) {
        QTest::qWait(100);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(1000)) {
            m_installation.database.access.url =
                u"jdbc:h2:tcp://127.0.0.1:%1/./da ta/it's a database"_s.arg(port);
            return {};
        }
    }
    return QString::fromUtf8(m_server->readAllStandardError());
}

QStringList TestH2Backup::spoil() const
{
    return QStringList{u"sh"_s, u"-c"_s, u"cat -- \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s,
                       m_dir->filePath(u"order"_s)} +
           h2Runner(m_installation.database.access);
}

void TestH2Backup::comesBackAfterTheDoor()
{
    QFETCH(QString, version);
    QFETCH(bool, server);
    makeDatabase(version);
    if (server)
        QCOMPARE(startServer(version), QString());
    const DatabaseAccess access = m_installation.database.access;
    SecretWatch watch(password.toUtf8());
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QJsonObject before = digests(run);
    QCOMPARE(before.size(), 7);
    QCOMPARE(before[u"EXECUTIONS"][u"rows"].toInt(), 3001);
    QFile file(m_dir->filePath(u"order"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto [head, tail] = h2Order(
        access,
        u"delete from EXECUTIONS where \"key\" < 'e2'; create table NEWER (A int); drop table QUEUES;"_s);
    QString secret = password;
    file.write((head + secret.replace(u'\'', u"''"_s) + tail).toUtf8());
    file.close();
    const QString backup = m_dir->path() + u"/back ups/one"_s;
    QVERIFY2(run.forward(m_installation, backup, spoil()) == u"upgraded", qPrintable(run.error()));
    QVERIFY(digests(run).contains(u"NEWER"_s));
    QVERIFY2(run.rollback() == u"rolled-back", qPrintable(run.error()));
    QCOMPARE(digests(run), before);

    const QString newer = BackupLayout(backup).newer(access.file + u".mv.db"_s);
    QVERIFY(QFile::exists(newer));
    const Steps cleanup = cleanupSteps(m_installation, backup);
    QVERIFY(cleanup.first().title.contains(newer));
    for (int again = 0; again < 2; ++again)
        QVERIFY2(run.apply(m_installation, cleanup) == u"upgraded", qPrintable(run.error()));
    QVERIFY(!QFile::exists(newer));
    QCOMPARE(digests(run), before);
    const QStringList seen = watch.end();
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join(u'\n')));
    QVERIFY(watch.looks() > 100);
}

void TestH2Backup::scriptBringsItBack()
{
    QFETCH(QString, version);
    QFETCH(bool, server);
    makeDatabase(version);
    if (server)
        QCOMPARE(startServer(version), QString());
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QJsonObject before = digests(run);
    const QString backup = m_dir->path() + u"/back ups/one"_s;
    QVERIFY2(run.forward(m_installation, backup, {u"true"_s}) == u"upgraded", qPrintable(run.error()));
    QCOMPARE(order(run, u"drop table QUEUES;"_s), u"upgraded"_s);
    QVERIFY(digests(run) != before);
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
}

void TestH2Backup::reads()
{
    QFETCH(QString, version);
    QFETCH(bool, server);
    makeDatabase(version);
    if (server)
        QCOMPARE(startServer(version), QString());
    const DatabaseAccess access = m_installation.database.access;
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const Result<DatabaseReading> reading =
        BackupRun::await(readDatabase(run.host(), access, &run.secrets()));
    QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().message));
    QStringList unknown;
    for (const Unknown &one : reading->unknown)
        unknown.append(one.fact + u' ' + one.reason);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    QCOMPARE(reading->schemaVersion, u"2.0.24"_s);
    QCOMPARE(reading->serverVersion, version);
    QVERIFY(reading->bytes > 10'000);
    QCOMPARE(reading->graceSeconds, 300);
    QCOMPARE(reading->services.size(), 1);
    QCOMPARE(reading->services.first().version, u"1.3.5"_s);
    QVERIFY(reading->services.first().fresh);
    QCOMPARE(reading->flows.size(), 1);
    QCOMPARE(reading->flows.first().source, u"id: daily\ntext: \"quoted, é\""_s);
    const auto ask = [&](const QString &sql) {
        return BackupRun::await(queryDatabase(run.host(), access, sql, &run.secrets()))
            .value_or(QJsonArray());
    };
    QCOMPARE(ask(signsStatement(access.kind, Version::of(u"1.3.5")))[0][u"worker"].toInt(), 1);
    QCOMPARE(ask(signsStatement(access.kind, Version::of(u"1.3.4")))[0][u"others"].toInt(), 1);
    QCOMPARE(ask(underWayStatement(access.kind))[0][u"flow"].toString(), u"slow"_s);
    const Result<Steps> purge = purgeSteps(access, u"trial"_s);
    QVERIFY(purge);
    QCOMPARE(purge->size(), server ? 1 : 0);
    QCOMPARE(signsOfLife(access, {}, Version::of(u"1.3.5")).probe.isEmpty(), !server);
    if (server) {
        QVERIFY2(run.apply(m_installation, *purge) == u"upgraded", qPrintable(run.error()));
        QCOMPARE(digests(run)[u"QUEUES"][u"rows"].toInt(), 0);
        QCOMPARE(digests(run)[u"EXECUTIONS"][u"rows"].toInt(), 3001);
    }
}

void TestH2Backup::lockedFileIsBlocked()
{
    makeDatabase(u"2.4.240"_s);
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    // Somebody opens the file and does not let go: a server that was asked once.
    const DatabaseAccess file = m_installation.database.access;
    QCOMPARE(startServer(u"2.4.240"_s), QString());
    m_installation.database.access.url += u";DB_CLOSE_DELAY=-1"_s;
    QVERIFY(!digests(run).isEmpty());
    const Result<QJsonArray> rows =
        BackupRun::await(queryDatabase(run.host(), file, u"select 1 as n"_s, &run.secrets()));
    QVERIFY(!rows);
    QVERIFY2(rows.error().kind == ErrorKind::Blocked, qPrintable(rows.error().details));
    QVERIFY(!rows.error().details.contains(password));
    run.secrets().remember(secretName, u"some other one"_s);
    const Result<QJsonArray> denied = BackupRun::await(
        queryDatabase(run.host(), m_installation.database.access, u"select 1 as n"_s, &run.secrets()));
    QVERIFY(!denied);
    QVERIFY2(denied.error().kind == ErrorKind::Denied, qPrintable(denied.error().details));
    QVERIFY(!denied.error().details.contains(u"some other one"_s));
    m_installation.database.access = file;
    QVERIFY(!file.answersBesideKestra());
    const Result<Steps> running = backupSteps(m_installation, u"/none"_s, BackupMode::Running);
    QVERIFY(!running);
    QCOMPARE(running.error().kind, ErrorKind::Blocked);
}

void TestH2Backup::runningServerIsCopied()
{
    makeDatabase(u"2.4.240"_s);
    QCOMPARE(startServer(u"2.4.240"_s), QString());
    m_installation.database.access.url += u";DB_CLOSE_DELAY=-1"_s;
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    QVERIFY(!digests(run).isEmpty());
    const QString backup = m_dir->path() + u"/back ups/one"_s;
    const Result<Steps> taken = backupSteps(m_installation, backup, BackupMode::Running);
    const Result<Steps> proven = proofSteps(m_installation, backup, BackupMode::Running);
    QVERIFY(taken && proven);
    QVERIFY2(run.apply(m_installation, *taken + *proven) == u"upgraded", qPrintable(run.error()));
    QVERIFY(QFile::exists(BackupLayout(backup).h2File()));
    QCOMPARE(QDir(m_dir->path() + u"/da ta"_s).entryList({u"*.zip"_s}), QStringList());
}

void TestH2Backup::brokenCopyFailsItsProof()
{
    makeDatabase(u"2.4.240"_s);
    BackupRun run(m_dir->filePath(u"home"_s));
    run.secrets().remember(secretName, password);
    const QString backup = m_dir->path() + u"/back ups/one"_s;
    // A row that goes between the fingerprint and the copy.
    const CommandArgs meddle =
        sqlOrder(m_installation.database.access, u"delete from \"odd \"\" name\" where A is null;"_s);
    run.setAfterFingerprint(runCommand(u"meddle"_s, u"Meddle"_s, meddle));
    QCOMPARE(run.forward(m_installation, backup, {u"true"_s}), u"rolled-back"_s);
    QVERIFY2(run.error().contains(u"odd \" name"_s), qPrintable(run.error()));
}

QTEST_GUILESS_MAIN(TestH2Backup)
#include "tst_h2backup.moc"
