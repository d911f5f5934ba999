// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QList>
#include <QString>

class Database;
class Knobs;
struct Migration;

/// Brings the schema to what a version needs, with the words of Flyway (up to 1.3) or of the runner of 2.0.
/// An older binary on a newer schema only warns, as Kestra does. Only one process migrates at a time.
class Migrator
{
public:
    Migrator(Database &database, const Version &version, const Knobs &knobs);

    Result<void> migrate();
    /// Steps of 2.0 that are not done yet.
    QList<Migration> pendingSecond();

    /// Newest step: "1.44", or the last script of 2.0; empty for an empty database.
    static QString schemaVersion(Database &database);
    /// The line whose tables these are: "1.0", "2.0"; invalid for an empty database.
    static Version schemaLine(Database &database);

private:
    Result<void> migrateFlyway();
    Result<void> migrateSecond();
    Result<void> ensureFlywayTable();
    Result<void> apply(const QList<Migration> &pending, bool second);
    Result<void> record(const Migration &migration, bool second, qint64 milliseconds, bool success);
    void dawdle() const;

    Database &m_database;
    Version m_version;
    const Knobs &m_knobs;
};
