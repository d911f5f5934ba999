// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/handler.h"

#include <functional>

/// Does one piece of work on the host of a step. When the connection to a remote machine is lost under it,
/// waits until the machine answers again and does it once more, as a resume would; a machine that stays away
/// is NeedsPerson, so that the run can be resumed and nothing is taken back blindly.
Task<Result<void>> overLosses(StepContext *context, std::function<Task<Result<void>>()> work);
