// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/durablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

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
    return QCoreApplication::translate("DurableFile", text, "@error");
}

std::unexpected<Error> systemFailure(const QString &sentence, const QString &path)
{
    const int code = errno;
    const ErrorKind kind = code == EACCES || code == EPERM || code == EROFS ? ErrorKind::Denied
                           : code == ENOENT                                 ? ErrorKind::NotFound
                                                                            : ErrorKind::Failed;
    return failure(kind, sentence.arg(path, QString::fromLocal8Bit(std::strerror(code))));
}

/// Closes the descriptor and removes the half-made file unless it was renamed into place.
struct HalfMadeFile {
    QByteArray path;
    int descriptor = -1;
    bool inPlace = false;

    ~HalfMadeFile()
    {
        if (descriptor >= 0)
            ::close(descriptor);
        if (!inPlace && !path.isEmpty())
            ::unlink(path.constData());
    }
};

} // namespace

Result<void> syncFolder(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(tr("The folder %1 cannot be opened: %2"), path);
    const bool synced = ::fsync(descriptor) == 0;
    const int code = errno;
    ::close(descriptor);
    errno = code;
    if (!synced)
        return systemFailure(tr("The folder %1 cannot be written to disk: %2"), path);
    return {};
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    // A symbolic link stays one: what it points to is replaced.
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.symLinkTarget() : path;
    const QByteArray name = QFile::encodeName(target);
    HalfMadeFile half{name + ".writing-" + QByteArray::number(::getpid())};

    mode_t mode = 0;
    struct stat existing = {};
    const bool exists = ::stat(name.constData(), &existing) == 0;
    if (exists)
        mode = existing.st_mode & 07777;
    else
        mode = (permissions & QFileDevice::ReadOwner ? 0400 : 0) |
               (permissions & QFileDevice::WriteOwner ? 0200 : 0) |
               (permissions & QFileDevice::ExeOwner ? 0100 : 0) |
               (permissions & QFileDevice::ReadGroup ? 040 : 0) |
               (permissions & QFileDevice::ExeGroup ? 010 : 0) |
               (permissions & QFileDevice::ReadOther ? 04 : 0) |
               (permissions & QFileDevice::ExeOther ? 01 : 0);

    half.descriptor = ::open(half.path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (half.descriptor < 0) {
        half.path.clear();
        return systemFailure(tr("The file %1 cannot be written: %2"), target);
    }
    qint64 written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(half.descriptor, bytes.constData() + written,
                                      static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return systemFailure(tr("The file %1 cannot be written: %2"), target);
        written += count;
    }
    if (::fchmod(half.descriptor, mode) != 0)
        return systemFailure(tr("The file %1 cannot be given its permissions: %2"), target);
    if (exists && (existing.st_uid != ::geteuid() || existing.st_gid != ::getegid()) &&
        ::fchown(half.descriptor, existing.st_uid, existing.st_gid) != 0 && errno != EPERM)
        return systemFailure(tr("The file %1 cannot be given its owner: %2"), target);
    if (::fsync(half.descriptor) != 0)
        return systemFailure(tr("The file %1 cannot be written to disk: %2"), target);
    const int descriptor = std::exchange(half.descriptor, -1);
    if (::close(descriptor) != 0)
        return systemFailure(tr("The file %1 cannot be written to disk: %2"), target);
    if (::rename(half.path.constData(), name.constData()) != 0)
        return systemFailure(tr("The file %1 cannot be put in place: %2"), target);
    half.inPlace = true;
    return syncFolder(QFileInfo(target).absolutePath());
}

Result<QByteArray> readWhole(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return failure(ErrorKind::NotFound, tr("There is no file %1.").arg(path));
    if (QFileInfo(path).isDir())
        return failure(ErrorKind::BadInput, tr("%1 is a folder, a file was expected.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Denied, tr("The file %1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > limit)
        return failure(ErrorKind::BadInput,
                       tr("The file %1 is too large to be read here (%2 MB, at most %3 MB).")
                           .arg(path)
                           .arg(file.size() / 1000000)
                           .arg(limit / 1000000));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::Failed, tr("The file %1 cannot be read: %2").arg(path, file.errorString()));
    return bytes;
}
