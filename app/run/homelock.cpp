// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/homelock.h"

#include "app/run/owner.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("HomeLock", text, "@error");
}

Owner holderIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.read(4096)).object();
    return {json.value(u"host"_s).toString(), json.value(u"pid"_s).toInteger(),
            json.value(u"start"_s).toString()};
}

std::unexpected<Error> taken(const QString &folder, const Owner &holder)
{
    return failure(
        ErrorKind::Blocked,
        tr("Another assistant (process %1 on %2) is at work in %3. Wait for it to end, or end it there.")
            .arg(holder.pid)
            .arg(holder.host.isEmpty() ? u"?"_s : holder.host, folder));
}

} // namespace

HomeLock::HomeLock(int descriptor)
    : m_descriptor(descriptor)
{
}

HomeLock::HomeLock(HomeLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

HomeLock &HomeLock::operator=(HomeLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

HomeLock::~HomeLock()
{
    if (m_descriptor < 0)
        return;
    // An empty file says "let go in peace"; should it stay full, the next one sees that its writer is gone.
    [[maybe_unused]] const int emptied = ::ftruncate(m_descriptor, 0);
    ::close(m_descriptor);
}

Result<HomeLock> HomeLock::take(const QString &folder)
{
    const QString path = folder + u"/lock"_s;
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(ErrorKind::Denied, tr("The lock file %1 cannot be opened: %2")
                                              .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        ::close(descriptor);
        if (code == EWOULDBLOCK)
            return taken(folder, holderIn(path));
        return failure(ErrorKind::Failed, tr("The lock file %1 cannot be locked: %2")
                                              .arg(path, QString::fromLocal8Bit(std::strerror(code))));
    }
    const Owner self = Owner::self();
    const Owner before = holderIn(path);
    // Free for the kernel but named by a living process: somebody replaced the file under its holder.
    if (before.pid > 0 && before != self && presence(before) == Presence::Alive) {
        ::close(descriptor);
        return taken(folder, before);
    }
    HomeLock lock(descriptor);
    const QByteArray text =
        QJsonDocument(QJsonObject{{u"host"_s, self.host}, {u"pid"_s, self.pid}, {u"start"_s, self.start}})
            .toJson();
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, text.constData(), static_cast<size_t>(text.size()), 0) != text.size())
        return failure(ErrorKind::Failed, tr("The lock file %1 cannot be written: %2")
                                              .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    return lock;
}
