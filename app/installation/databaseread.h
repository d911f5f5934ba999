// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sql.h"
#include "app/installation/installation.h"

/// A row of service_instance: one server process as it last reported.
struct ServiceRow {
    QString type; ///< "WORKER"
    QString state;
    QString version;
    bool fresh = false; ///< reported within the last half minute
};

/// What Kestra's own tables say.
struct DatabaseReading {
    QString serverVersion;
    QString schemaVersion;
    int failedMigrations = 0;
    qint64 bytes = -1;
    int graceSeconds = -1; ///< of the workers' own rows
    QList<ServiceRow> services;
    QList<FlowText> flows;
    bool flowsKnown = false;
    QList<Unknown> unknown;
};

/// Asks read-only questions; an error only when the database cannot be reached at all (Blocked: Kestra keeps
/// its file to itself while it runs).
Task<Result<DatabaseReading>> readDatabase(Host *host, DatabaseAccess access, SecretStore *secrets = nullptr);

/// Newest of migration ids such as "1.9", "1.44" or "2.0.24-execution-duration", by number.
QString newestMigration(const QStringList &ids);

/// How old a row of service_instance may be and still be alive, in seconds.
constexpr int freshSeconds = 30;
/// Statement whose rows are (type, state, version, fresh) of every service, newest report of each kind first.
QString serviceStatement(DatabaseAccess::Kind kind);
