// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/api.h"
#include "app/practice/database.h"
#include "app/practice/metadata.h"
#include "app/practice/servercontext.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

HttpResponse Api::namespaces(const HttpRequest &request, const QStringList &at)
{
    if (at.value(2) == u"kv"_s)
        return keyValues(request, at[1], at.value(3));
    if (at.value(2) == u"files"_s)
        return namespaceFiles(request, at[1], at.value(3));
    return error(404, u"Not Found"_s, request.path);
}

HttpResponse Api::keyValues(const HttpRequest &request, const QString &space, const QString &key)
{
    const bool indexed = m_context.version >= Version::of(u"1.1");
    if (key.isEmpty()) {
        // From 1.1 the list comes from the index: what was not migrated is not shown.
        QStringList names = m_context.storage.kvKeys(space);
        if (indexed) {
            const auto listed = indexedNames(m_context.database, MetadataKind::KeyValue, space);
            if (!listed)
                return failed(listed.error(), request.path);
            names = *listed;
        }
        QJsonArray results;
        for (const QString &name : std::as_const(names))
            results.append(QJsonObject{{u"namespace"_s, space}, {u"key"_s, name}});
        return HttpResponse::json(results);
    }
    const QString path = m_context.storage.kvFile(space, key);
    if (request.method == "PUT") {
        auto done = m_context.storage.write(path, request.body);
        if (done && indexed)
            done = addToIndex(m_context.database, MetadataKind::KeyValue, space, key);
        return done ? HttpResponse::empty(200) : failed(done.error(), request.path);
    }
    QFile file(path);
    if (!file.exists())
        return error(404, u"No value found for key '%1' in namespace '%2'"_s.arg(key, space), request.path);
    if (request.method == "DELETE") {
        file.remove();
        if (indexed)
            removeFromIndex(m_context.database, MetadataKind::KeyValue, space, key);
        return HttpResponse::json(QJsonObject{{u"deleted"_s, true}});
    }
    if (!file.open(QIODevice::ReadOnly))
        return error(500, file.errorString(), request.path);
    const QString text = QString::fromUtf8(file.readAll()).trimmed();
    const bool isText = text.startsWith(u'"');
    return HttpResponse::json(
        QJsonObject{{u"type"_s, u"STRING"_s},
                    {u"value"_s, isText ? text.sliced(1, qMax<qsizetype>(0, text.size() - 2)) : text}});
}

HttpResponse Api::namespaceFiles(const HttpRequest &request, const QString &space, const QString &what)
{
    const bool indexed = m_context.version >= Version::of(u"1.2");
    const QString path = request.query.queryItemValue(u"path"_s, QUrl::FullyDecoded);
    // From 1.2 a file that is not in the index does not exist, whatever lies in the storage.
    QStringList names = m_context.storage.namespaceFiles(space);
    if (indexed) {
        const auto listed = indexedNames(m_context.database, MetadataKind::NamespaceFile, space);
        if (!listed)
            return failed(listed.error(), request.path);
        names = *listed;
    }
    if (what == u"directory"_s || what == u"search"_s) {
        QJsonArray results;
        for (const QString &name : std::as_const(names))
            results.append(what == u"search"_s ? QJsonValue(name)
                                               : QJsonValue(QJsonObject{{u"type"_s, u"File"_s},
                                                                        {u"fileName"_s, name.sliced(1)}}));
        return HttpResponse::json(results);
    }
    QFile file(m_context.storage.namespaceFile(space, path));
    const QString clean = u'/' + path.mid(path.startsWith(u'/') ? 1 : 0);
    if (request.method == "POST" && !path.isEmpty()) {
        auto done = m_context.storage.write(file.fileName(), request.form().value(u"fileContent"_s));
        if (done && indexed)
            done = addToIndex(m_context.database, MetadataKind::NamespaceFile, space, clean);
        return done ? HttpResponse::empty(200) : failed(done.error(), request.path);
    }
    if (!names.contains(clean) || !QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return error(404, u"File not found: "_s + path, request.path);
    if (request.method == "DELETE") {
        file.remove();
        if (indexed)
            removeFromIndex(m_context.database, MetadataKind::NamespaceFile, space, clean);
        return HttpResponse::empty(204);
    }
    return HttpResponse::text(file.readAll(), "application/octet-stream");
}
