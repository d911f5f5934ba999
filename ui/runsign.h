// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"

#include <QString>

#include <utility>

/// Icon and tone of a run's state, a word of the journal.
inline std::pair<QString, Tone> signOfRun(const QString &state)
{
    if (state == QLatin1String("rolled-back"))
        return {QStringLiteral("edit-undo"), Tone::Normal};
    if (state == QLatin1String("needs-help") || state == QLatin1String("failed"))
        return {QStringLiteral("dialog-error"), Tone::Bad};
    if (state == QLatin1String("interrupted") || state == QLatin1String("running"))
        return {QStringLiteral("dialog-warning"), Tone::Caution};
    return {QStringLiteral("dialog-ok"), Tone::Good};
}
