// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/daemon.h"

#include "app/practice/practicefolder.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace
{

// Twice forked, so that nobody is left to reap it.
[[noreturn]] void becomeDaemon(int report, const char *log, const char *folder, char *const *arguments)
{
    ::setsid();
    const pid_t pid = ::fork();
    if (pid != 0) {
        [[maybe_unused]] const auto told = ::write(report, &pid, sizeof pid);
        ::_exit(0);
    }
    const int output = ::open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);
    const int input = ::open("/dev/null", O_RDONLY);
    if (output < 0 || input < 0 || ::chdir(folder) != 0)
        ::_exit(127);
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::close_range(3, ~0U, 0);
    ::execv(arguments[0], arguments);
    ::_exit(127);
}

} // namespace

Result<qint64> startDaemon(const QStringList &arguments, const QString &logFile, const QString &workingFolder)
{
    QList<QByteArray> words{QFile::encodeName(QCoreApplication::applicationFilePath())};
    for (const QString &argument : arguments)
        words.append(QFile::encodeName(argument));
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const QByteArray log = QFile::encodeName(logFile);
    const QByteArray folder = QFile::encodeName(workingFolder);
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return failure(ErrorKind::Failed, u"No process can be started."_s);
    const pid_t child = ::fork();
    if (child == 0)
        becomeDaemon(pipe[1], log.constData(), folder.constData(), pointers.data());
    ::close(pipe[1]);
    pid_t pid = 0;
    const bool told = child > 0 && ::read(pipe[0], &pid, sizeof pid) == sizeof pid && pid > 0;
    ::close(pipe[0]);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    if (!told)
        return failure(ErrorKind::Failed, u"No process can be started."_s);
    return pid;
}

qint64 daemonPid(const PracticeFolder &folder, const QString &component)
{
    QFile file(folder.pidFile(component));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pid = file.readAll().trimmed().toLongLong();
    // A number may have gone to another process since.
    QFile line(u"/proc/%1/cmdline"_s.arg(pid));
    if (pid <= 0 || !line.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> words = line.readAll().split('\0');
    return words.contains("server") && words.contains(component.toUtf8()) &&
                   words.contains(QFile::encodeName(folder.path()))
               ? pid
               : 0;
}
