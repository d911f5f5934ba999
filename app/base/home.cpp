// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/home.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Home", text, "@error");
}

bool onNetwork(const QString &folder)
{
    static const QList<QByteArray> network{"nfs",        "nfs4", "cifs", "smb3", "smbfs",
                                           "fuse.sshfs", "9p",   "afs",  "ceph"};
    return network.contains(QStorageInfo(folder).fileSystemType());
}

} // namespace

Result<Home> Home::open(const QString &folder)
{
    Home home;
    if (folder.isEmpty()) {
        home.m_data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      u"/kestra-upgrade-assistant"_s;
        home.m_cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                       u"/kestra-upgrade-assistant"_s;
    } else {
        home.m_data = QDir(folder).absolutePath();
        home.m_cache = home.m_data + u"/cache"_s;
    }
    for (const QString &path : {home.m_data, home.m_cache, home.backupsFolder(), home.m_data + u"/runs"_s}) {
        if (!QDir().mkpath(path))
            return failure(ErrorKind::Denied,
                           tr("The folder %1 cannot be made. Choose another one with --home.").arg(path));
    }
    QFile::setPermissions(home.m_data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // SQLite's write-ahead log needs shared memory, which network file systems do not give.
    if (onNetwork(home.m_data))
        return failure(ErrorKind::BadInput,
                       tr("The folder %1 is on a network file system, where the journal is not "
                          "safe. Choose a local one with --home.")
                           .arg(home.m_data));
    return home;
}

QString Home::journalPath() const
{
    return m_data + u"/runs.sqlite"_s;
}

QString Home::runFolder(const QString &runId) const
{
    return m_data + u"/runs/"_s + runId;
}

QString Home::backupsFolder() const
{
    return m_data + u"/backups"_s;
}

QString Home::cacheFolder() const
{
    return m_cache;
}

QString Home::settingsPath() const
{
    return m_data + u"/settings.ini"_s;
}
