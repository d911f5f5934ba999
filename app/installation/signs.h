// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// How old a heartbeat may be and still be a sign of life, in seconds (Kestra writes one every 3 s).
constexpr int signOfLifeSeconds = 15;

/// Column of signsStatement() for a kind of server: "executor".
QString signColumn(Component component);
/// Expressions on a row of service_instance: the version that it names, and whether it reported lately.
QString serviceVersion(DatabaseAccess::Kind kind);
QString serviceIsFresh(DatabaseAccess::Kind kind, int seconds);
/// One row: per kind of server the number of processes with a fresh heartbeat on `version` ("webserver",
/// "executor", …), and "others": fresh ones on any other version.
QString signsStatement(DatabaseAccess::Kind kind, const Version &version);
/// Probe and conditions that hold when all of `components` show a fresh sign of life on `version` and nothing
/// else lives. Empty probe when the database cannot be asked.
WaitArgs signsOfLife(const DatabaseAccess &access, const QList<ComponentState> &components,
                     const Version &version);
/// Kinds of server whose heartbeat a component of that version writes: a standalone one runs four of them.
Components signKinds(Component component, const Version &version);

/// One row for each execution that is under way, longest first, at most fifty: "flow", "since" (UTC), "task"
/// where the database can look into it, and "total", the number of all of them.
QString underWayStatement(DatabaseAccess::Kind kind);

/// Step that deletes every row of one namespace which the API leaves behind. Refused for a name that is no
/// plain namespace.
Result<Steps> purgeSteps(const DatabaseAccess &access, const QString &nameSpace);
