// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/sqlite.h"

#include <QString>

/// "KUAj": in the header of every journal, so that another program's database is never taken for one.
constexpr qint64 journalApplicationId = 0x4B55416A;

/// What became of the file named.
enum class JournalHealth {
    Good,
    Empty,   ///< no table yet
    Old,     ///< of an earlier version: scripts are to be run
    Damaged, ///< to be set aside
};

/// BadInput for one of a newer version or of another program; Failed when the disk does not let it be read.
Result<JournalHealth> journalHealth(SqliteFile &file);
/// Settings of each connection, then the schema scripts that are missing.
Result<void> prepareJournal(SqliteFile &file);
/// Renames the database and what SQLite keeps beside it; returns the new name.
Result<QString> setJournalAside(const QString &path);
