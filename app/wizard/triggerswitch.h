// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/journal.h"
#include "app/task/task.h"
#include "app/wizard/runaways.h"

class Engine;

/// A trigger that a run disabled, and how it stands now.
struct TriggerNow {
    DisabledTrigger trigger;
    QString state;  ///< "disabled", "enabled", "gone", "unknown"
    QString reason; ///< why it cannot be enabled as it stands, or is not known
};

/// Those that a run disabled and did not enable again by going back.
QList<DisabledTrigger> triggersOfRun(Journal &journal, const RunRecord &run);
/// The same with their state, asked of the API of what runs now. Errors: what reading the installation says.
Task<Result<QList<TriggerNow>>> triggersNow(Engine *engine, RunRecord run);

/// What was seen while a trigger that was just enabled was watched.
struct TriggerWatch {
    int seconds = 0;
    qint64 executions = -1; ///< that its flow began in that time; -1: cannot be counted
};
/// Enables one by its id (namespace.flow.trigger), watches its flow, and disables it again when it runs away.
/// Both stand in the journal of the run. Errors: NotFound, NeedsPerson (it would fire always, or it did),
/// Failed (the API refuses the flow; the message says why).
Task<Result<TriggerWatch>> enableTrigger(Engine *engine, RunRecord run, QString id, int watchSeconds);
