// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/installation/installation.h"
#include "app/releases/route.h"

#include <QList>

/// What only an installation of files and units needs: the Java of every stop, the right to stop its units,
/// plugins that belong to the old version.
QList<CheckResult> standaloneChecks(const Installation &installation, const Route &route);
