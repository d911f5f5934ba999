// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sql.h"
#include "app/plan/steps.h"
#include "app/wizard/runaways.h"

/// Databases in which triggers can be disabled while Kestra is stopped.
bool canDisableTriggers(DatabaseAccess::Kind kind);
/// Puts the edits into the newest revision of the flow, where it is still the text that was read; applied
/// twice it does nothing the second time.
QString disablingSql(DatabaseAccess::Kind kind, const RunawayFlow &flow);
QString enablingSql(DatabaseAccess::Kind kind, const RunawayFlow &flow);
/// One row with "n": how many newest revisions have these triggers disabled by the edits.
QString disabledSql(DatabaseAccess::Kind kind, const RunawayFlow &flow);
/// A command that has the database carry it out.
CommandArgs textOrder(const DatabaseAccess &access, const QString &sql);
