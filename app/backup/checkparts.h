// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backupchecks.h"

/// What the checks before a backup share.
CheckResult checkResult(const QString &id, const QString &title, CheckVerdict verdict, const QString &message,
                        const QString &remedy = {}, bool blocking = false);
/// The last line of `df -P -k`.
Result<FreeSpace> understandDf(const QByteArray &output);
CheckResult judgeSpace(const QString &id, const QString &title, const Result<FreeSpace> &space, qint64 needed,
                       bool complete, const QString &remedy);
