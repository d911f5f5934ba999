// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/storage.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

Storage::Storage(QString root, const Version &version)
    : m_root(std::move(root))
    , m_tenant(version >= Version::of(u"0.23") ? u"main/"_s : QString())
{
}

QString Storage::spaceFolder(const QString &space) const
{
    return m_root + u'/' + m_tenant + QString(space).replace(u'.', u'/');
}

QString Storage::kvFile(const QString &space, const QString &key) const
{
    return u"%1/_kv/%2.ion"_s.arg(spaceFolder(space), QString(key).replace(u'/', u'_'));
}

QString Storage::namespaceFile(const QString &space, const QString &path) const
{
    return spaceFolder(space) + u"/_files"_s + QDir::cleanPath(u'/' + path);
}

QString Storage::executionFolder(const QJsonObject &execution) const
{
    return u"%1/%2/executions/%3"_s.arg(spaceFolder(execution[u"namespace"].toString()),
                                        execution[u"flowId"].toString(), execution[u"id"].toString());
}

Result<void> Storage::write(const QString &path, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return failure(ErrorKind::Failed, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

QStringList Storage::kvKeys(const QString &space) const
{
    QStringList keys;
    for (const QString &name :
         QDir(spaceFolder(space) + u"/_kv"_s).entryList({u"*.ion"_s}, QDir::Files, QDir::Name))
        keys.append(name.chopped(4));
    return keys;
}

QStringList Storage::namespaceFiles(const QString &space) const
{
    QStringList paths;
    const QString folder = spaceFolder(space) + u"/_files"_s;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        paths.append(walk.next().sliced(folder.size()));
    paths.sort();
    return paths;
}

QStringList Storage::spacesWith(const QString &folder) const
{
    QStringList spaces;
    const QString base = m_root + u'/' + m_tenant;
    QDirIterator walk(base, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (QFileInfo(path).fileName() == folder)
            spaces.append(QDir(base).relativeFilePath(QFileInfo(path).path()).replace(u'/', u'.'));
    }
    spaces.sort();
    return spaces;
}

QString Storage::fileOfUri(const QString &uri) const
{
    if (!uri.startsWith(u"kestra:///"_s))
        return {};
    const QString path = QDir::cleanPath(m_root + u'/' + m_tenant + uri.sliced(10));
    return path.startsWith(m_root + u'/') ? path : QString();
}

QString Storage::uriOfFile(const QString &path) const
{
    return u"kestra:///"_s + QDir(m_root + u'/' + m_tenant).relativeFilePath(path);
}
