// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/control.h"

#include "app/practice/daemon.h"
#include "app/practice/database.h"
#include "app/practice/status.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

QString lastLines(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax<qint64>(0, file.size() - 8192));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return QString::fromUtf8(lines.mid(qMax<qsizetype>(0, lines.size() - count)).join('\n'));
}

QStringList serverArguments(const PracticeFolder &folder, const QString &component)
{
    return {u"server"_s, component, u"--dir"_s, folder.path()};
}

} // namespace

Control::Control(PracticeFolder folder)
    : m_folder(std::move(folder))
{
}

Control::~Control() = default;

Database *Control::database()
{
    if (!m_database && QFile::exists(m_folder.databaseFile())) {
        if (auto opened = Database::openFile(m_folder.databaseFile(), true))
            m_database = std::move(*opened);
    }
    return m_database.get();
}

void Control::complain(const QString &text) const
{
    QTextStream(stderr) << "practice-kestra: " << text << Qt::endl;
}

void Control::waitUntil(const Check &check, double timeout, const std::function<void(bool)> &then)
{
    auto *timer = new QTimer(this);
    QElapsedTimer clock;
    clock.start();
    connect(timer, &QTimer::timeout, this, [timer, clock, check, timeout, then] {
        const bool done = check();
        if (!done && double(clock.elapsed()) / 1000 < timeout)
            return;
        timer->stop();
        timer->deleteLater();
        then(done);
    });
    timer->start(100);
}

void Control::start(const QStringList &components, bool isFirst, double timeout)
{
    m_since = QDateTime::currentDateTimeUtc();
    for (const QString &name : components) {
        if (daemonPid(m_folder, name) != 0)
            continue;
        const auto pid =
            startDaemon(serverArguments(m_folder, name), m_folder.logFile(name), m_folder.path());
        QFile file(m_folder.pidFile(name));
        if (!pid || !file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(*pid) + '\n') < 0) {
            complain(QCoreApplication::translate("Control", "The %1 cannot be started.", "@error").arg(name));
            return QCoreApplication::exit(1);
        }
        m_names.append(name);
    }
    waitUntil(
        [this] { return allAtWork() || !m_died.isEmpty(); }, timeout,
        [this, isFirst](bool) {
            if (m_died.isEmpty() && allAtWork()) {
                const bool waits =
                    isFirst && (m_names.contains(u"scheduler"_s) || m_names.contains(u"standalone"_s));
                return waitUntil(
                    [this, waits] {
                        return !waits || database()->single(u"SELECT COUNT(*) FROM triggers"_s).toInt() > 0;
                    },
                    5, [](bool) { QCoreApplication::exit(0); });
            }
            for (const QString &name : std::as_const(m_names)) {
                const ComponentStatus status = componentStatus(m_folder, database(), name, m_since);
                if (status.state != u"running"_s)
                    complain(QCoreApplication::translate(
                                 "Control", "The %1 did not come to work (%2). The end of %3:\n%4", "@error")
                                 .arg(name, status.state, m_folder.logFile(name),
                                      lastLines(m_folder.logFile(name), 6)));
            }
            QCoreApplication::exit(1);
        });
}

bool Control::allAtWork()
{
    bool all = true;
    for (const QString &name : std::as_const(m_names)) {
        const ComponentStatus status = componentStatus(m_folder, database(), name, m_since);
        if (status.pid == 0 || status.state == u"stopping"_s || status.state == u"dead"_s)
            m_died = name;
        all = all && status.state == u"running"_s;
    }
    return all;
}

void Control::stop(const QStringList &components, double timeout)
{
    static const QStringList order{u"standalone"_s, u"scheduler"_s,  u"worker"_s,   u"executor"_s,
                                   u"indexer"_s,    u"controller"_s, u"webserver"_s};
    for (const QString &name : order) {
        if (components.contains(name))
            m_names.append(name);
    }
    m_timeout = timeout;
    m_stopsWorker = m_names.contains(u"worker"_s) && daemonPid(m_folder, u"worker"_s) != 0;
    stopNext();
}

void Control::stopNext()
{
    if (m_names.isEmpty())
        return QCoreApplication::exit(m_code);
    const QString name = m_names.takeFirst();
    const qint64 pid = daemonPid(m_folder, name);
    if (pid == 0) {
        QFile::remove(m_folder.pidFile(name));
        QTimer::singleShot(0, this, &Control::stopNext);
        return;
    }
    // What the worker reported last is taken in first, when this call stopped the worker too.
    const bool settles = m_stopsWorker && (name == u"executor"_s || name == u"indexer"_s);
    waitUntil([this, settles] { return !settles || isSettled(); }, 3,
              [this, name, pid](bool) { endProcess(name, pid); });
}

bool Control::isSettled()
{
    return !database() ||
           database()
                   ->single(
                       u"SELECT COUNT(*) FROM queues WHERE \"type\" LIKE '%WorkerTaskResult' OR \"type\" LIKE '%Entry'"_s)
                   .toInt() == 0;
}

void Control::endProcess(const QString &name, qint64 pid)
{
    ::kill(pid_t(pid), SIGTERM);
    waitUntil([this, name] { return daemonPid(m_folder, name) == 0; }, m_timeout,
              [this, name, pid](bool gone) {
                  if (!gone) {
                      complain(QCoreApplication::translate(
                                   "Control", "The %1 did not stop in time and was killed.", "@error")
                                   .arg(name));
                      ::kill(pid_t(pid), SIGKILL);
                      m_code = 5;
                  }
                  waitUntil([this, name] { return daemonPid(m_folder, name) == 0; }, 10,
                            [this, name](bool) {
                                QFile::remove(m_folder.pidFile(name));
                                stopNext();
                            });
              });
}

void Control::waitForTasks(int count)
{
    bool worked = false;
    for (const QString &name : {u"standalone"_s, u"worker"_s})
        worked = worked || daemonPid(m_folder, name) != 0;
    if (!worked || count == 0)
        return QCoreApplication::exit(0);
    waitUntil(
        [this, count] {
            return database() &&
                   database()->single(u"SELECT COUNT(*) FROM worker_job_running"_s).toInt() >= count;
        },
        8, [](bool) { QCoreApplication::exit(0); });
}
