// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/plan/plan.h"
#include "app/wizard/backupmodel.h"
#include "app/wizard/resultmodel.h"

#include <QJsonObject>

/// What was there before and what is there now, row by row, from observations alone; what was not seen is
/// "unknown". Pure. `observations`: names with values as the journal keeps them ("tables-before",
/// "tables-after", …).
QList<EvidenceRow> evidenceRows(const Plan &plan, const QString &state, const QJsonObject &observations,
                                const QStringList &doneSteps, const Installation &before,
                                const Installation &now);
/// Tables side by side: the proof of a backup.
QList<ProofRow> proofRows(const QJsonObject &observations);
/// Rows that came in since the backup and would be lost: executions, flow revisions; -1: not known.
qint64 rowsGained(const QJsonObject &before, const QJsonObject &now, const QString &table);
