// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"
#include "app/plan/plan.h"

/// Looks from outside that `version` works: its own answer, every component alive for `watchSeconds`, a trial
/// execution that ends in SUCCESS. Health and exit codes alone are never believed. What cannot be looked at
/// (no login known) is added to `assumed`.
Steps verificationSteps(const Installation &installation, const Version &version, const QString &phase,
                        int watchSeconds, QStringList &assumed);
