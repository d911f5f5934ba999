// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"

#include <QJsonArray>
#include <QJsonObject>

class SecretStore;

/// How a database is reached, as a plan writes it: commands, names and paths, and of a password only its name
/// in the SecretStore. Every command runs on the host of the installation; SQL and passwords go to it on
/// standard input, so `docker exec`, `docker run` and `kubectl exec` need their `-i`.
///
/// SQLite: `file`.
/// PostgreSQL: `psqlCommand` and `database`; with a password its name in `secret`; `schema` when Kestra's is
/// not `public`. Either the command is let in where it runs ("docker exec -i C psql -U kestra"), or the
/// server is named by `server`, `port` and `user` and the command only says where psql is ("psql",
/// "docker run --rm -i --network N postgres:17 psql"; empty: psql of the host).
/// H2: `javaCommand` with `classPath` (an H2 jar, or Kestra's own, in which it is), `user` (empty: sa),
/// `secret` when it has a password, and `file`, `url` or both. `file` is the path without ".mv.db" as that
/// Java sees it: what is copied. `url` is what is asked when a server (or AUTO_SERVER=TRUE) shares the file;
/// empty: the file itself, which Kestra keeps to itself while it runs. MySQL, MariaDB: `mysqlCommand`
/// ("mariadb", "docker exec -i C mysql"; empty: mysql of the host), `database`, `user`, `secret`, `server`
/// and `port` when it is not on the host itself.
struct DatabaseAccess {
    enum class Kind { None, Sqlite, PostgreSql, H2, MySql };

    Kind kind = Kind::None;
    QString file;
    QStringList psqlCommand; ///< without the database name
    QString database;
    QString schema;
    QString server; ///< host name or address
    int port = 0;   ///< 0: the usual one
    QString user;
    QString secret;          ///< name of the password in the SecretStore; empty: none is needed
    QString url;             ///< jdbc:h2:tcp://… or jdbc:h2:file:…;AUTO_SERVER=TRUE, never with a password
    QStringList javaCommand; ///< "java", or docker run --rm -i --volumes-from C --entrypoint java IMAGE
    QString classPath;
    QStringList mysqlCommand;

    /// psql with everything that says where and as whom; no database, no password.
    QStringList psql() const;
    /// Schema of PostgreSQL's in which Kestra's tables are.
    QString schemaName() const { return schema.isEmpty() ? QStringLiteral("public") : schema; }
    /// Whether it can be asked while Kestra runs: not when Kestra locks the file.
    bool answersBesideKestra() const;
    /// For people.
    QString name() const;

    QJsonObject toJson() const;
    static DatabaseAccess fromJson(const QJsonObject &json);
    bool operator==(const DatabaseAccess &) const = default;
};

/// Rows of one statement, each an object by column name; values are text, numbers, true/false or null.
/// Errors: Denied, Unreachable, Blocked (another process keeps the file to itself), NeedsPerson (the password
/// is not known), Failed.
Task<Result<QJsonArray>> queryDatabase(Host *host, DatabaseAccess access, QString sql,
                                       SecretStore *secrets = nullptr);

/// Per table: {"rows": n, "digest": "hex over all rows, in no order"}. Equal digests mean equal content.
/// Tables of Kestra's schema. `exclude`: names left out.
Task<Result<QJsonObject>> digestTables(Host *host, DatabaseAccess access, QStringList exclude,
                                       SecretStore *secrets = nullptr);
