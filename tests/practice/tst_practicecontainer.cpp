// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/practice/practiceinstallation.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

const QString tools = u"/usr/lib/postgresql/17/bin/"_s;

/// A PostgreSQL cluster of its own, run by an unprivileged user.
class Cluster
{
public:
    bool start()
    {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                   QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
        return run({tools + u"initdb"_s, u"-D"_s, data(), u"-U"_s, u"kestra"_s, u"-A"_s, u"trust"_s,
                    u"--no-sync"_s}) == 0 &&
               run({tools + u"pg_ctl"_s, u"-D"_s, data(), u"-w"_s, u"-l"_s, m_folder.path() + u"/log"_s,
                    u"-o"_s, u"-p %1 -k %2 -c fsync=off"_s.arg(port).arg(m_folder.path()), u"start"_s}) == 0;
    }
    ~Cluster() { run({tools + u"pg_ctl"_s, u"-D"_s, data(), u"-m"_s, u"immediate"_s, u"stop"_s}); }

    QByteArray sql(const QString &statement, const QString &database = u"postgres"_s)
    {
        run({tools + u"psql"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-U"_s, u"kestra"_s,
             u"-d"_s, database, u"-Atc"_s, statement});
        return m_output.trimmed();
    }
    int tool(const QString &name, const QStringList &arguments)
    {
        return run(QStringList{tools + name, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-U"_s,
                               u"kestra"_s} +
                   arguments);
    }
    QString folder() const { return m_folder.path(); }
    QByteArray output() const { return m_output; }

    int port = freePorts(1);

private:
    QString data() const { return m_folder.path() + u"/data"_s; }
    int run(QStringList command)
    {
        if (::geteuid() == 0)
            command = QStringList{u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s} + command;
        QProcess process;
        // pg_ctl leaves a server behind that would keep a pipe open.
        process.setStandardErrorFile(m_folder.path() + u"/errors"_s);
        process.setWorkingDirectory(u"/"_s);
        if (command.contains(u"start"_s))
            process.setStandardOutputFile(QProcess::nullDevice());
        process.start(command.takeFirst(), command);
        process.waitForFinished(60000);
        m_output = process.readAllStandardOutput();
        return process.exitCode();
    }

    QTemporaryDir m_folder{QDir::tempPath() + u"/practice-pg-XXXXXX"_s};
    QByteArray m_output;
};

/// The program as an image runs it: configured by Kestra's own variables alone.
class Container
{
public:
    Container(int database, const QString &storage)
        : m_database(database)
        , m_storage(storage)
    {
    }
    ~Container() { stop(); }

    void start(const QString &version, const QString &name = u"kestra"_s)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PRACTICE_VERSION"_s, version);
        environment.insert(u"MICRONAUT_SERVER_PORT"_s, QString::number(port));
        environment.insert(u"ENDPOINTS_ALL_PORT"_s, QString::number(port + 1));
        environment.insert(
            u"KESTRA_CONFIGURATION"_s,
            u"datasources:\n  postgres:\n    url: jdbc:postgresql://127.0.0.1:%1/%2\n    driverClassName: "
            u"org.postgresql.Driver\n"
            "    username: kestra\n    password: k3str4\nkestra:\n  server:\n    basic-auth: {username: "
            "admin@example.com, password: "
            "Practice1}\n  repository: {type: postgres}\n  storage: {type: local, local: {basePath: %3}}\n  queue: {type: postgres}\n"_s
                .arg(m_database)
                .arg(name, m_storage));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QString::fromUtf8(PRACTICE_KESTRA), {u"server"_s, u"standalone"_s});
    }
    int stop()
    {
        process.terminate();
        process.waitForFinished(15000);
        return process.exitCode();
    }
    int isUp() const
    {
        return callHttp("GET", u"http://127.0.0.1:%1/health"_s.arg(port + 1), {}, {}, 1000).status;
    }
    Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        return callHttp(method, u"http://127.0.0.1:%1%2"_s.arg(port).arg(path), body);
    }

    QProcess process;
    int port = freePorts(2);

private:
    int m_database;
    QString m_storage;
};

const QByteArray canary = "id: canary\nnamespace: tests\ntasks:\n  - id: say\n    type: "
                          "io.kestra.plugin.core.log.Log\n    message: hi\n";
const QString runCanary = u"/api/v1/executions/tests/canary?wait=true"_s;

} // namespace

class TestPracticeContainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void upgradesAndRestores();
    void endsWithKestrasCodes();

private:
    Cluster m_cluster;
};

void TestPracticeContainer::initTestCase()
{
    if (!QFile::exists(tools + u"initdb"_s))
        QSKIP("PostgreSQL 17 is not installed here");
    QVERIFY2(m_cluster.start(), m_cluster.output().constData());
    m_cluster.sql(u"CREATE DATABASE kestra"_s);
}

void TestPracticeContainer::upgradesAndRestores()
{
    Container kestra(m_cluster.port, m_cluster.folder() + u"/storage"_s);
    kestra.start(u"1.0.36"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kestra.isUp(), 200, 15000);
    QCOMPARE(kestra.call("POST", u"/api/v1/flows"_s, canary).status, 200);
    QCOMPARE(kestra.call("POST", runCanary).json()[u"state"][u"current"].toString(), u"SUCCESS"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_cluster.sql(u"SELECT COUNT(*) FROM logs"_s, u"kestra"_s), "1"_ba, 5000);
    QCOMPARE(kestra.stop(), 143);
    QCOMPARE(
        m_cluster.sql(u"SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1"_s,
                      u"kestra"_s),
        "1.44"_ba);
    QCOMPARE(
        m_cluster.sql(u"SELECT value #>> '{config,terminationGracePeriod}' FROM service_instance LIMIT 1"_s,
                      u"kestra"_s),
        "300.000000000"_ba);
    const QString rows =
        u"SELECT md5(string_agg(value::text, '' ORDER BY key)) FROM (SELECT key, value FROM executions UNION "
        u"ALL "
        "SELECT key, value FROM flows UNION ALL SELECT key, value FROM settings UNION ALL SELECT key, value FROM logs) a"_s;
    const QByteArray before = m_cluster.sql(rows, u"kestra"_s);
    QVERIFY(before.size() == 32);
    QCOMPARE(m_cluster.tool(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, m_cluster.folder() + u"/kept"_s, u"kestra"_s}),
             0);

    for (const QString &version : {u"1.3.44"_s, u"2.0.8"_s}) {
        kestra.start(version);
        QTRY_COMPARE_WITH_TIMEOUT(kestra.call("GET", u"/api/v1/configs"_s).json()[u"version"].toString(),
                                  version, 15000);
        QCOMPARE(kestra.call("POST", runCanary).json()[u"state"][u"current"].toString(), u"SUCCESS"_s);
        QCOMPARE(kestra.stop(), 143);
    }
    QCOMPARE(m_cluster.sql(u"SELECT COUNT(*) FROM kestra_migration_history"_s, u"kestra"_s), "10"_ba);

    m_cluster.sql(u"CREATE DATABASE restored"_s);
    QCOMPARE(m_cluster.tool(u"pg_restore"_s, {u"-d"_s, u"restored"_s, m_cluster.folder() + u"/kept"_s}), 0);
    kestra.start(u"1.0.36"_s, u"restored"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kestra.isUp(), 200, 15000);
    QCOMPARE(m_cluster.sql(rows, u"restored"_s), before);
    QCOMPARE(kestra.call("POST", runCanary).json()[u"state"][u"current"].toString(), u"SUCCESS"_s);
}

void TestPracticeContainer::endsWithKestrasCodes()
{
    Container lost(freePorts(1), m_cluster.folder() + u"/storage"_s);
    lost.start(u"1.0.36"_s);
    QVERIFY(lost.process.waitForFinished(15000));
    QCOMPARE(lost.process.exitCode(), 1);
    QVERIFY(lost.process.readAll().contains("refused. Check that the hostname and port are correct"));

    Container nowhere(m_cluster.port, m_cluster.folder() + u"/storage"_s);
    nowhere.start(u"1.0.36"_s, u"nodb"_s);
    QVERIFY(nowhere.process.waitForFinished(15000));
    QCOMPARE(nowhere.process.exitCode(), 1);
    QVERIFY(nowhere.process.readAll().contains("FATAL: database \"nodb\" does not exist"));
}

QTEST_GUILESS_MAIN(TestPracticeContainer)
#include "tst_practicecontainer.moc"
