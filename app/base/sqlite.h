// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <memory>

class QSqlDatabase;

using SqlRow = QList<QVariant>;

/// Rows of one statement, with the names of their columns.
struct SqlRows {
    QStringList columns;
    QList<SqlRow> rows;
};

/// One SQLite file, opened and closed with this object. Not shared between threads. The only user of Qt Sql
/// in the engine.
class SqliteFile
{
public:
    enum class Access { ReadOnly, ReadWrite };

    static Result<SqliteFile> open(const QString &path, Access access, int busyTimeoutMs = 5000);
    SqliteFile(SqliteFile &&) noexcept;
    SqliteFile &operator=(SqliteFile &&) noexcept;
    ~SqliteFile();

    /// Runs one statement with positional values. Every error carries the file, SQLite's own text in details.
    Result<SqlRows> run(const QString &sql, const SqlRow &values = {});
    /// Runs `;`-separated statements without values (schema scripts); stops at the first failure.
    Result<void> runScript(const QString &script);
    qint64 lastInsertId() const { return m_lastInsertId; }
    QString path() const { return m_path; }

private:
    SqliteFile() = default;

    std::unique_ptr<QSqlDatabase> m_database;
    QString m_path;
    qint64 m_lastInsertId = 0;
};
