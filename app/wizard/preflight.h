// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/installation/installation.h"
#include "app/releases/route.h"

#include <QList>

/// Checks over what was read, beside those of the backup: pure. Everything is reported together.
QList<CheckResult> preflightChecks(const Installation &installation, const Route &route);
