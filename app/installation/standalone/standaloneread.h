// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Reads the installation whose program lies in a folder: units, processes, links, Java, plugins,
/// configuration, then database and API as far as they answer. Never runs Kestra's program.
Task<Result<Installation>> readStandalone(LookAround around, QString host, QString folder);

/// Installations on a host that a hint leads to: "" all that units and processes show, a folder, a unit file,
/// the program itself.
Task<Result<QList<Installation>>> findStandalone(LookAround around, QString host, QString hint);
