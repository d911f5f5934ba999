// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/commands.h"
#include "app/knowledge/findings.h"
#include "app/releases/route.h"
#include "app/wizard/session.h"

/// What the words of `findings`, `plan` and `run` lead to, read once and the same way for all of them.
struct UpgradeOptions {
    Session session; ///< installation, route, answers (--fix, --accept), backup folder
    Route route;
    QList<Finding> findings;
};

/// The installation of the first word, with --from for what cannot be seen.
Task<Result<Installation>> readInstallation(CommandContext *context);
/// Errors: Usage (no version, a fix that names no finding or one that no plan can mend), what reading says,
/// what the route says.
Task<Result<UpgradeOptions>> readUpgradeOptions(CommandContext *context);
