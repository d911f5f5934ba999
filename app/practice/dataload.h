// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

class PracticeFolder;

/// Fills a practice installation: ended executions with task runs, logs and metrics over the last month, KV
/// values and namespace files, and `running` executions of the sleeping flow that the executor picks up.
Result<void> loadData(const PracticeFolder &folder, int executions, int running);
