// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"
#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/task/task.h"

class Engine;
class Runner;

/// What every command gets; owned by main().
struct CommandContext {
    Engine *engine = nullptr;
    Runner *runner = nullptr;
    Output output;
    Arguments arguments;
};

/// Runs the command of the arguments to its exit code.
Task<int> runCommandLine(CommandContext *context);

// The commands, by file: looking at installations, at releases, acting, history.
Task<int> findCommand(CommandContext *context);
Task<int> showCommand(CommandContext *context);
Task<int> findingsCommand(CommandContext *context);
Task<int> flowsCommand(CommandContext *context);
Task<int> checkCommand(CommandContext *context);
Task<int> planCommand(CommandContext *context);
Task<int> releasesCommand(CommandContext *context);
Task<int> routeCommand(CommandContext *context);
Task<int> notesCommand(CommandContext *context);
Task<int> backupCommand(CommandContext *context);
Task<int> verifyCommand(CommandContext *context);
Task<int> runUpgradeCommand(CommandContext *context);
Task<int> resumeCommand(CommandContext *context);
Task<int> rollbackCommand(CommandContext *context);
Task<int> commitCommand(CommandContext *context);
Task<int> runsCommand(CommandContext *context);
Task<int> reportCommand(CommandContext *context);
Task<int> triggersCommand(CommandContext *context);

/// Writes the error and gives its exit code.
int failed(const CommandContext &context, const Error &error);
/// The value of --to as a version; Usage when it is missing or none.
Result<Version> versionOption(const Arguments &arguments, const QString &name);
