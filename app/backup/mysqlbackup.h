// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"
#include "app/base/result.h"

/// MySQL and MariaDB: a dump of one moment by the server's own tool, restored into a new schema beside the
/// one in use, whose tables take the place of the newer ones in one RENAME TABLE.
Result<Steps> mysqlBackup(const Installation &installation, const BackupLayout &layout);
Result<Steps> mysqlProof(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Result<Steps> mysqlRestore(const Installation &installation, const BackupLayout &layout);
/// Removes the schema of the newer tables and what an unfinished restore left.
Steps mysqlCleanup(const Installation &installation, const BackupLayout &layout);

/// A name in SQL.
QString mysqlIdentifier(const QString &name);
/// SQL that makes `name` anew and empty, with the character set of the schema in use.
QString mysqlMakeSchema(const QString &name, const QString &like);
/// SQL that puts the tables of `restored` in the place of those of `database`, which go to `newer`.
QString mysqlSwap(const QString &database, const QString &restored, const QString &newer);
/// Words of the dump tool: of the tables, or of the stored functions alone.
QStringList mysqlDumpWords(const DatabaseAccess &access, bool routines);
