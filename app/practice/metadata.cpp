// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/metadata.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/storage.h"

using namespace Qt::StringLiterals;

namespace
{

QString table(MetadataKind kind)
{
    return kind == MetadataKind::KeyValue ? u"kv_metadata"_s : u"namespace_file_metadata"_s;
}

QString column(MetadataKind kind)
{
    return kind == MetadataKind::KeyValue ? u"name"_s : u"path"_s;
}

QString rowKey(const QString &space, const QString &name)
{
    return u"main_%1_%2"_s.arg(space, name);
}

} // namespace

Result<QStringList> indexedNames(Database &database, MetadataKind kind, const QString &space)
{
    const auto rows = database.run(
        u"SELECT \"%1\" FROM %2 WHERE namespace = ? ORDER BY 1"_s.arg(column(kind), table(kind)), {space});
    if (!rows)
        return std::unexpected(rows.error());
    QStringList names;
    for (const SqlRow &row : rows->rows)
        names.append(row.first().toString());
    return names;
}

Result<void> addToIndex(Database &database, MetadataKind kind, const QString &space, const QString &name)
{
    if (auto gone = removeFromIndex(database, kind, space, name); !gone)
        return gone;
    const QJsonObject value{{u"tenantId"_s, u"main"_s}, {u"namespace"_s, space}, {column(kind), name},
                            {u"version"_s, 1},          {u"last"_s, true},       {u"deleted"_s, false}};
    auto done = database.run(u"INSERT INTO %1 (\"key\", \"value\") VALUES (?, ?)"_s.arg(table(kind)),
                             {rowKey(space, name), jsonText(value)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> removeFromIndex(Database &database, MetadataKind kind, const QString &space, const QString &name)
{
    auto done = database.run(u"DELETE FROM %1 WHERE \"key\" = ?"_s.arg(table(kind)), {rowKey(space, name)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<int> migrateMetadata(Database &database, const Storage &storage, MetadataKind kind)
{
    int added = 0;
    auto done = database.transaction([&]() -> Result<void> {
        const bool isKv = kind == MetadataKind::KeyValue;
        for (const QString &space : storage.spacesWith(isKv ? u"_kv"_s : u"_files"_s)) {
            const auto known = indexedNames(database, kind, space);
            if (!known)
                return std::unexpected(known.error());
            for (const QString &name : isKv ? storage.kvKeys(space) : storage.namespaceFiles(space)) {
                if (known->contains(name))
                    continue;
                if (auto put = addToIndex(database, kind, space, name); !put)
                    return put;
                ++added;
            }
        }
        return {};
    });
    return done ? Result<int>(added) : std::unexpected(done.error());
}
