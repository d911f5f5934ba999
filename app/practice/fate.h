// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"

#include <QString>

/// What becomes of a binary on a schema of another line, as it was seen with real ones.
enum class Fate {
    Works,       ///< also an older binary on a schema it can live with
    DiesSoon,    ///< health is UP, then the first flow ends the process with 1
    GreenAndDead ///< health stays UP, the version is answered, nothing runs
};

/// `component` is the name of the process: a web server or worker alone lives where a standalone dies.
Fate fateOf(const Version &binary, const Version &schemaLine, const QString &component);
