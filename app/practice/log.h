// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

/// One line on standard output in the form of Kestra's own log: time, level, thread, logger, text; with ANSI
/// colours, as Kestra writes them even into a file.
void logInfo(const QString &logger, const QString &text);
void logWarn(const QString &logger, const QString &text);
void logError(const QString &logger, const QString &text);
