// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "postgrescluster.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

struct Ended {
    int code = -1;
    QString output;
};

Ended run(const QStringList &command, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(u"/"_s);
    process.start(command.first(), command.mid(1));
    if (!process.waitForStarted())
        return {-1, process.errorString()};
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

} // namespace

PostgresCluster::~PostgresCluster()
{
    if (m_running)
        run(asServer({toolsFolder() + u"pg_ctl"_s, u"-D"_s, m_dir.filePath(u"data"_s), u"-m"_s,
                      u"immediate"_s, u"-w"_s, u"stop"_s}));
}

QString PostgresCluster::toolsFolder()
{
    const QDir root(u"/usr/lib/postgresql"_s);
    const QStringList versions =
        root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    return versions.isEmpty() ? QString() : root.filePath(versions.first()) + u"/bin/"_s;
}

QStringList PostgresCluster::asServer(const QStringList &command) const
{
    if (::geteuid() != 0)
        return command;
    return QStringList{u"setpriv"_s, u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--init-groups"_s} +
           command;
}

QString PostgresCluster::start()
{
    return startWith(u"-c listen_addresses=''"_s);
}

QString PostgresCluster::startWithPasswords()
{
    // A port that was free a moment ago.
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        return free.errorString();
    m_port = free.serverPort();
    free.close();
    const QString failed = startWith(u"-c listen_addresses=127.0.0.1 -p %1"_s.arg(m_port));
    if (!failed.isEmpty())
        return failed;
    const QByteArray rules = "local all kestra trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
    const Ended written = run(asServer({u"tee"_s, m_dir.filePath(u"data/pg_hba.conf"_s)}), rules);
    if (written.code != 0)
        return written.output;
    const QString reloaded = sql(u"postgres"_s, u"select pg_reload_conf()"_s);
    return reloaded == u"t" ? QString() : reloaded;
}

QString PostgresCluster::startWith(const QString &how)
{
    if (toolsFolder().isEmpty())
        return u"no PostgreSQL server is installed"_s;
    if (::geteuid() == 0)
        run({u"chown"_s, u"postgres:postgres"_s, m_dir.path()});
    const QString data = m_dir.filePath(u"data"_s);
    const Ended made =
        run(asServer({toolsFolder() + u"initdb"_s, u"-D"_s, data, u"-U"_s, u"kestra"_s, u"-A"_s, u"trust"_s,
                      u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"--no-sync"_s}));
    if (made.code != 0)
        return made.output;
    run(asServer({u"mkdir"_s, u"-m"_s, u"755"_s, socketFolder()}));
    run({u"chmod"_s, u"755"_s, m_dir.path()});
    const QString options = u"-k %1 %2 -c fsync=off"_s.arg(socketFolder(), how);
    const Ended started = run(asServer({toolsFolder() + u"pg_ctl"_s, u"-D"_s, data, u"-l"_s,
                                        m_dir.filePath(u"log"_s), u"-o"_s, options, u"-w"_s, u"start"_s}));
    m_running = started.code == 0;
    return m_running ? QString() : started.output;
}

QStringList PostgresCluster::psql() const
{
    return {toolsFolder() + u"psql"_s, u"-h"_s, socketFolder(), u"-p"_s,
            QString::number(m_port),   u"-U"_s, u"kestra"_s};
}

QString PostgresCluster::sql(const QString &database, const QString &statements) const
{
    const Ended ended = run(psql() + QStringList{u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s,
                                                 u"ON_ERROR_STOP=1"_s, u"-d"_s, database},
                            statements.toUtf8());
    return ended.code == 0 ? ended.output.trimmed() : u"failed: "_s + ended.output;
}
