// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// Moves everything in the internal storage below `main/`, where 0.23 looks for it (migration guide v0.23.0,
/// tenant-migration-oss), while every server is down; may be repeated. For storage that is not local a person
/// is asked to do it with the tools of that storage. Taken back by the restore of the backup.
Result<Steps> storageBelowTenantSteps(const Installation &installation);
