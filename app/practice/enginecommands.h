// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/practice/server.h"

class CommandLine;

/// Which version this process is and where its configuration lies: of a practice folder, or of an image.
Result<ServerOptions> engineOptions(const CommandLine &line, const QString &component);

/// Kestra's own commands beside `server`: sys, migrate, --version. Gives the exit code.
int runEngineCommand(const CommandLine &line);
