// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/knowledge/yamlvalue.h"

#include <QString>

/// Why a literal does not fit the input it is for; empty: it fits, or only the engine can tell (expressions).
QString misfit(const YamlValue &input, const YamlValue &value);

/// The narrower question of older lines: is it already of the type when the flow is read.
bool isTyped(const QString &inputType, const YamlValue &value);

/// Five fields or a nickname such as @daily; six with seconds.
QString cronProblem(const QString &cron, bool withSeconds);
