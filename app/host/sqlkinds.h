// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sql.h"

/// The answers of each kind of database to queryDatabase() and digestTables(); `password` is empty when the
/// access names no secret.
Result<QJsonArray> querySqlite(const QString &file, const QString &sql);
Result<QJsonObject> digestSqlite(const QString &file, const QStringList &exclude);
/// The same with the host's own sqlite3; digests are comparable among themselves.
Task<Result<QJsonArray>> querySqliteThere(Host *host, DatabaseAccess access, QString sql);
Task<Result<QJsonObject>> digestSqliteThere(Host *host, DatabaseAccess access, QStringList exclude);

Task<Result<QJsonArray>> queryPostgres(Host *host, DatabaseAccess access, QString sql, QString password);
Task<Result<QJsonObject>> digestPostgres(Host *host, DatabaseAccess access, QStringList exclude,
                                         QString password);

Task<Result<QJsonArray>> queryH2(Host *host, DatabaseAccess access, QString sql, QString password);
Task<Result<QJsonObject>> digestH2(Host *host, DatabaseAccess access, QStringList exclude, QString password);

Task<Result<QJsonArray>> queryMySql(Host *host, DatabaseAccess access, QString sql, QString password);
Task<Result<QJsonObject>> digestMySql(Host *host, DatabaseAccess access, QStringList exclude,
                                      QString password);

/// A cell that came as text: whole numbers and true/false become what they are.
QJsonValue cellOfText(const QString &text);
/// Denied, Unreachable or Blocked where the tool's words say so; the password is not in it.
Error databaseError(const Error &error, const DatabaseAccess &access, const QString &password);
