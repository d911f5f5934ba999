// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/sqlite.h"

#include <functional>
#include <memory>

class Configuration;
class QSqlDatabase;

/// The one connection of a process to its datasource: a SQLite file or PostgreSQL. Hides what differs between
/// the two dialects; everything else is plain SQL with quoted "key" and "value".
class Database
{
public:
    enum class Dialect { Sqlite, Postgres };

    /// Errors carry the words of Kestra's connection pool.
    static Result<std::unique_ptr<Database>> open(const Configuration &configuration);
    /// A SQLite file only, for the commands that work on a folder.
    static Result<std::unique_ptr<Database>> openFile(const QString &path, bool readOnly);
    ~Database();

    Dialect dialect() const { return m_dialect; }
    bool isSqlite() const { return m_dialect == Dialect::Sqlite; }
    QString url() const { return m_url; }
    QString serverVersion() const { return m_serverVersion; }
    QString user() const { return m_user; }

    Result<SqlRows> run(const QString &sql, const SqlRow &values = {});
    Result<void> runAll(const QStringList &statements);
    /// All or nothing; takes the write lock at once, so that two processes never wait for each other.
    Result<void> transaction(const std::function<Result<void>()> &work);
    /// First column of the first row; invalid when there is none or the statement failed.
    QVariant single(const QString &sql, const SqlRow &values = {});
    /// Rows that the last statement changed.
    int changed() const { return m_changed; }

    bool hasTable(const QString &name);
    bool hasColumn(const QString &table, const QString &column);
    /// SQL text for a dotted path inside "value", as text.
    QString field(const QString &path) const;
    /// A statement failed because the server went away.
    bool isLost() const { return m_lost; }
    bool reconnect();

    /// Waits for and holds the lock under which only one process migrates; released with the object.
    class MigrationLock;
    std::unique_ptr<MigrationLock> lockMigration();

private:
    Database() = default;
    void configure();

    std::unique_ptr<QSqlDatabase> m_database;
    Dialect m_dialect = Dialect::Sqlite;
    QString m_url;
    QString m_user;
    QString m_serverVersion;
    int m_changed = 0;
    int m_depth = 0;
    bool m_lost = false;
};

class Database::MigrationLock
{
public:
    explicit MigrationLock(Database &database);
    ~MigrationLock();
    MigrationLock(const MigrationLock &) = delete;
    MigrationLock &operator=(const MigrationLock &) = delete;

private:
    Database &m_owner;
    int m_folder = -1;
};
