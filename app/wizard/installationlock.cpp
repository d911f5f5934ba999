// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/installationlock.h"

#include "app/base/hash.h"
#include "app/wizard/address.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

InstallationLock::InstallationLock(int descriptor)
    : m_descriptor(descriptor)
{
}

InstallationLock::InstallationLock(InstallationLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

InstallationLock &InstallationLock::operator=(InstallationLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

InstallationLock::~InstallationLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<InstallationLock> InstallationLock::take(const QString &address)
{
    Result<Address> parsed = Address::parse(address, u"/"_s);
    if (!parsed)
        return InstallationLock(-1);
    // The same place by whatever links it is reached.
    const QString real = parsed->host.isEmpty() ? QFileInfo(parsed->rest).canonicalFilePath() : QString();
    if (!real.isEmpty())
        parsed->rest = real;
    const QByteArray name = "kestra-upgrade/" + sha256Hex(parsed->toString().toUtf8()).toLatin1();
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    // A leading zero: a name that the kernel keeps, and no file.
    std::ranges::copy(name, place.sun_path + 1);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + size_t(name.size()));
    InstallationLock lock(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (::bind(lock.m_descriptor, reinterpret_cast<const sockaddr *>(&place), size) != 0 &&
        errno == EADDRINUSE)
        return failure(ErrorKind::Blocked,
                       QCoreApplication::translate(
                           "InstallationLock",
                           "Another assistant, with another home, is at work on %1. Wait for it to end, or "
                           "end it there.",
                           "@error")
                           .arg(address));
    return lock;
}
