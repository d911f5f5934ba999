// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"
#include "app/plan/plan.h"

/// Everything a plan is made from. The plan is a pure function of it.
struct PlanRequest {
    Installation installation;
    QList<Version> route;       ///< stops, the target last; empty for a backup alone
    QList<ConfigEdit> edits;    ///< answered findings, applied before the first start of `editsAt`
    Version editsAt;            ///< the stop before whose first start the edits are written
    QString backupFolder;       ///< absolute, new
    bool withoutBackup = false; ///< accepted by name
    int watchSeconds = 60;      ///< how long the new version is watched before it is believed
};

/// Stops, backs up and proves, hops, starts, verifies; every step with its way back. Errors: NotFound (no
/// driver), Blocked (the driver or the backup cannot plan this; the message says why).
Result<Plan> makeUpgradePlan(const PlanRequest &request);
/// A backup with its proof, Kestra running on.
Result<Plan> makeBackupPlan(const PlanRequest &request);

/// Words of the Kestra commands that a hop needs on its new version (migration guide 0.19, 0.23, 1.1, 1.2).
QList<QStringList> hopMigrations(const Version &from, const Version &to);
/// Whether the internal storage has to go below the tenant on the way (migration guide 0.23).
bool movesStorage(const Version &from, const Version &to);
