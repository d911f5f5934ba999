// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"
#include "app/base/result.h"

/// PostgreSQL: a parallel directory dump by the server's own pg_dump, restored into a new database beside the
/// old one. A database is only ever renamed in place of another, never filled under the name that is in use.
Result<Steps> postgresBackup(const Installation &installation, const BackupLayout &layout);
Result<Steps> postgresProof(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Result<Steps> postgresRestore(const Installation &installation, const BackupLayout &layout);
/// Removes what the restore kept and what an unfinished one left.
Steps postgresCleanup(const Installation &installation, const BackupLayout &layout);

/// SQL that puts `restored` in the place of `database`, which stays as `newer`: both or neither. Runs outside
/// of all three.
QString swapDatabasesSql(const QString &database, const QString &restored, const QString &newer);
/// The database to be connected to while `database` is renamed.
QString maintenanceDatabase(const QString &database);
/// POSIX shell, run where the tools are: makes $3 anew like $2, with its owner, encoding and settings, and
/// restores the dump folder $4 (-: standard input) into it. $1: folder of the tools with its slash; $5:
/// maintenance database; then connection.
QString restoreIntoNewScript();
/// POSIX shell, run where the tools are: brings the schema $4 of the database $3 as $5 into the database $2.
/// $1: folder of the tools with its slash; then connection.
QString moveSchemaScript();
/// SQL that puts one schema in the place of another, which stays as `newer`: both or neither.
QString swapSchemasSql(const QString &schema, const QString &restored, const QString &newer);
