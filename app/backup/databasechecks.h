// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/installation/installation.h"

/// Whether the database answers and nothing stands in the way of dumping and of going back, by kind: rights,
/// tools, room at the server, neighbours in the same database. Read-only.
Task<QList<CheckResult>> databaseChecks(Host *host, Installation installation, SecretStore *secrets);
