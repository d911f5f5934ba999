// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/task/task.h"

#include <functional>

/// Makes a fresh practice installation in a folder of its own below `root`, with some data in it, and returns
/// its address. The processes of earlier ones end first; their folders stay. `told` gets every line.
Task<Result<QString>> makePractice(QString root, std::function<void(const QString &line)> told);
