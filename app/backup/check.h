// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

enum class CheckVerdict { Pass, Warn, Fail, Unknown };

QString
checkVerdictName(CheckVerdict verdict); ///< "pass", "warn", "fail", "unknown": as in the terminal's JSON

/// One thing looked at before anything is changed.
struct CheckResult {
    QString id;    ///< "backup-space": stable, for answers and tools
    QString title; ///< what is looked at
    CheckVerdict verdict = CheckVerdict::Unknown;
    QString message;       ///< what was seen, with figures
    QString remedy;        ///< what to do; empty when nothing need be done
    bool blocking = false; ///< a failure that cannot be accepted, only mended

    bool operator==(const CheckResult &) const = default;
};
