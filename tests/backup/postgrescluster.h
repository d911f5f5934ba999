// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// A PostgreSQL server of its own under a temporary folder, reached by its socket alone; gone with this
/// object. Where the tests run as root it runs as the user postgres, since it refuses root.
class PostgresCluster
{
public:
    ~PostgresCluster();

    /// Empty when it runs; else why it does not.
    QString start();
    /// The same, and on 127.0.0.1 too, where every user needs a password.
    QString startWithPasswords();
    int port() const { return m_port; }
    static QString toolsFolder(); ///< with its slash; empty: not installed
    QString folder() const { return m_dir.path(); }
    QString socketFolder() const { return m_dir.filePath(QStringLiteral("socket")); }
    QStringList psql() const; ///< as DatabaseAccess wants it
    /// Output of SQL on standard input; "failed: …" when psql says so.
    QString sql(const QString &database, const QString &statements) const;

private:
    QStringList asServer(const QStringList &command) const;
    QString startWith(const QString &how);

    QTemporaryDir m_dir{QStringLiteral("/tmp/kua-pg-XXXXXX")};
    bool m_running = false;
    int m_port = 5432;
};
