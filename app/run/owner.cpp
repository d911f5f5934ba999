// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/owner.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

/// Field 22 of /proc/PID/stat; empty when there is no such process or no /proc.
QString ticksOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    // The second field is the program's name in brackets and may hold blanks and brackets.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing and does nothing any more.
    return fields.value(0) == "Z" ? QString() : QString::fromLatin1(fields.value(19));
}

QString place()
{
    QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
    const QString id =
        boot.open(QIODevice::ReadOnly) ? QString::fromLatin1(boot.readAll()).trimmed() : QString();
    return id + u'/' + QFileInfo(u"/proc/self/ns/pid"_s).symLinkTarget().section(u'/', -1);
}

} // namespace

Owner Owner::self()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {QSysInfo::machineHostName(), pid, place() + u'/' + ticksOf(pid)};
}

Presence presence(const Owner &owner)
{
    if (owner.host != QSysInfo::machineHostName() || owner.pid <= 0)
        return Presence::CannotTell;
    const QString here = place();
    const QString boot = here.section(u'/', 0, 0);
    if (!boot.isEmpty() && owner.start.section(u'/', 0, 0) != boot)
        return Presence::Gone;
    if (owner.start.section(u'/', 0, 1) != here)
        return Presence::CannotTell;
    const QString ticks = ticksOf(owner.pid);
    if (boot.isEmpty())
        return ::kill(static_cast<pid_t>(owner.pid), 0) == 0 || errno == EPERM ? Presence::Alive
                                                                               : Presence::Gone;
    return !ticks.isEmpty() && owner.start == here + u'/' + ticks ? Presence::Alive : Presence::Gone;
}

bool isGone(const Owner &owner, const QDateTime &heartbeat, const QDateTime &now)
{
    switch (presence(owner)) {
    case Presence::Alive:
        return false;
    case Presence::Gone:
        return true;
    case Presence::CannotTell:
        break;
    }
    return !heartbeat.isValid() || heartbeat.secsTo(now) > 60;
}
