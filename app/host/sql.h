// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"

#include <QJsonArray>
#include <QJsonObject>

/// How a database is reached, as a plan writes it. SQLite by its file; PostgreSQL by the command that starts
/// psql where it is allowed in (in its container, on its host), to which SQL goes on standard input.
struct DatabaseAccess {
    enum class Kind { None, Sqlite, PostgreSql };

    Kind kind = Kind::None;
    QString file;            ///< SQLite
    QStringList psqlCommand; ///< e.g. docker exec -i <container> psql -U kestra; without the database name
    QString database;        ///< name of the database

    QJsonObject toJson() const;
    static DatabaseAccess fromJson(const QJsonObject &json);
    bool operator==(const DatabaseAccess &) const = default;
};

/// Rows of one statement, each an object by column name; values are text, numbers, true/false or null.
Task<Result<QJsonArray>> queryDatabase(Host *host, DatabaseAccess access, QString sql);

/// Per table: {"rows": n, "digest": "hex over all rows, in no order"}. Equal digests mean equal content.
/// Tables of the `public` schema (PostgreSQL) or all (SQLite). `exclude`: names left out.
Task<Result<QJsonObject>> digestTables(Host *host, DatabaseAccess access, QStringList exclude);
