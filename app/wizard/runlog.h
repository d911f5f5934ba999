// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

/// One line of the live log; already without secrets.
struct LogLine {
    QDateTime time;
    QString component; ///< "assistant", "webserver", …
    QString level;     ///< "INFO", "WARN", "ERROR", "STEP"
    QString text;
};

/// One stretch of a component's life on the common clock.
struct LaneSpan {
    QString state; ///< "running", "draining", "stopped", "migrating", "starting", "healthy", "failed"
    QString label; ///< version or word inside the bar
    QDateTime from;
    QDateTime to;          ///< end, expected or seen
    bool expected = false; ///< dashed
};

struct Lane {
    QString component;
    QString stateWord;
    QList<LaneSpan> spans;
};

/// A worker that finishes its tasks.
struct DrainState {
    bool active = false;
    bool canExtend = false; ///< a person may give it more time
    QDateTime since;
    QDateTime graceEnds;
    QList<QPair<QDateTime, int>> left; ///< tasks left over time
    QStringList longest;               ///< "nightly-load, dbt_run  3 min 02 s"
    QString consequence;               ///< what happens to those that are not done
};
