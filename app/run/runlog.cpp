// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/runlog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("RunLog", text, "@error");
}

} // namespace

RunLog::~RunLog()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> RunLog::open(const QString &folder)
{
    m_path = folder + u"/log.txt"_s;
    if (QDir().mkpath(folder))
        m_descriptor =
            ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return failure(
            ErrorKind::Denied,
            tr("The log %1 cannot be opened: %2").arg(m_path, QString::fromLocal8Bit(std::strerror(errno))));
    return {};
}

void RunLog::write(const QDateTime &time, const QString &component, const QString &level, const QString &text)
{
    QString clean = text;
    clean.replace(u'\n', u' ').replace(u'\t', u' ').remove(u'\r');
    const QByteArray line =
        (QStringList{time.toUTC().toString(Qt::ISODateWithMs), component, level, clean}.join(u'\t') + u'\n')
            .toUtf8();
    qint64 written = 0;
    while (written < line.size() && m_descriptor >= 0) {
        const ssize_t count =
            ::write(m_descriptor, line.constData() + written, static_cast<size_t>(line.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            m_error = errno;
            return;
        }
        written += count;
    }
}

Result<qint64> RunLog::sync()
{
    struct stat info = {};
    if (m_error == 0 && (::fsync(m_descriptor) != 0 || ::fstat(m_descriptor, &info) != 0))
        m_error = errno;
    if (m_error != 0)
        return failure(ErrorKind::Failed,
                       tr("The log %1 could not be written: %2. Free disk space, then resume.")
                           .arg(m_path, QString::fromLocal8Bit(std::strerror(m_error))));
    return info.st_size;
}
