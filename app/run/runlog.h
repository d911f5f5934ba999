// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QString>

/// The output of one run: an append-only file of lines "time TAB component TAB level TAB text".
class RunLog
{
public:
    RunLog() = default;
    ~RunLog();
    Q_DISABLE_COPY_MOVE(RunLog)

    Result<void> open(const QString &folder);
    /// Never fails a run by itself: what could not be written shows in sync().
    void write(const QDateTime &time, const QString &component, const QString &level, const QString &text);
    /// Brings it to disk and returns the length that is known to be there.
    Result<qint64> sync();

private:
    int m_descriptor = -1;
    int m_error = 0;
    QString m_path;
};
