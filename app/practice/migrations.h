// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QList>
#include <QString>

class Database;

/// One step of the schema: Flyway's up to 1.3 (`id` "1.44"), the engine's own from 2.0 (`id`
/// "2.0.01-schema").
struct Migration {
    QString id;
    QString description;
    QString line;           ///< the first line that has it: "0.18", "1.3"
    QString untilLine = {}; ///< the last line that still has it; empty: all
};

/// All steps that a binary of `version` knows, in order.
QList<Migration> flywayMigrations(const Version &version);
QList<Migration> secondMigrations();
/// Does what the step does to tables and rows.
Result<void> applyMigration(Database &database, const Migration &migration);
/// The checksum that Flyway would store: stable, may be negative.
qint32 migrationChecksum(const Migration &migration);
