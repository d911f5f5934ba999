// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// A key of the old values that has no place in the new ones.
struct LostKey {
    QString key;
    QString reason; ///< for people: what becomes of it, and what to do
    bool operator==(const LostKey &) const = default;
};

/// Values of Kestra's 0.x chart in the layout of the 1.x one.
struct MigratedValues {
    QByteArray yaml;
    QList<LostKey> ignored;  ///< the new chart would read them without a word
    QList<LostKey> blockers; ///< with these the new chart takes something away that is in use
    bool operator==(const MigratedValues &) const = default;
};

/// `own` are the values that were handed in, in the layout of chart 0.x; `release` names the release, for
/// objects that are made anew. Follows "Migration from 0.x.x to 1.0.0" of Kestra's chart. Errors: BadInput.
Result<MigratedValues> migrateValues(const QByteArray &own, const QString &release);
