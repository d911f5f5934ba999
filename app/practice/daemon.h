// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QString>
#include <QStringList>

class PracticeFolder;

/// Starts this program as a process of its own session that survives the caller; output goes to `logFile`.
Result<qint64> startDaemon(const QStringList &arguments, const QString &logFile,
                           const QString &workingFolder);
/// The process of a component, or 0 when it is not alive.
qint64 daemonPid(const PracticeFolder &folder, const QString &component);
