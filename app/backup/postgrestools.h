// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/host/sql.h"

#include <QString>
#include <QStringList>

/// How PostgreSQL's own tools are called beside the server they belong to, derived from the command that
/// starts psql there. One value serves a container, another user of this machine, and a plain host.
struct PostgresTools {
    /// Whose files the tools see.
    enum class Place {
        Here,      ///< ours
        OtherUser, ///< the same file system, with somebody else's rights (sudo, runuser, setpriv)
        Container, ///< their own, which the engine can copy from and to
        Stream, ///< their own and out of reach (a pod, a container for each call): standard input and output
    };

    QStringList prefix;     ///< words before the tool: docker exec -i <container>
    QString folder;         ///< of the tools, with its slash; empty: looked up in PATH
    QStringList connection; ///< -h, -p, -U and the like; never a password
    QString secret;         ///< name of the password; its value is the first line of standard input then
    Place place = Place::Here;
    QStringList engine; ///< for `cp`: docker, or docker compose -f FILE
    QString container;

    /// Errors: a psql command that does not name psql.
    static Result<PostgresTools> from(const DatabaseAccess &access);

    /// pg_dump, psql, … with the connection before `arguments`, as a script where the tools are calls it.
    QStringList tool(const QString &name, const QStringList &arguments) const;
    /// The same from here.
    QStringList command(const QString &name, const QStringList &arguments) const;
    /// A script of ours where the tools are; words come as $1, $2, … and the tools let in what it calls.
    QStringList shell(const QString &script, const QStringList &words) const;
    /// A script that asks no database.
    QStringList plainShell(const QString &script, const QStringList &words) const;
    /// `command`, one word for each, that copies between the folder in the container and ours.
    QStringList copyOut(const QString &there, const QString &here) const;
    QStringList copyIn(const QString &here, const QString &there) const;
};

/// A database's name as the tools take it: text that libpq would read as a connection string is wrapped in
/// one.
QString connectionName(const QString &database);
/// As a literal and as an identifier in SQL.
QString sqlLiteral(const QString &text);
QString sqlIdentifier(const QString &text);
