// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

/// One process of one machine, so that a pid used again is not taken for it.
struct Owner {
    QString host;
    qint64 pid = 0;
    QString start; ///< boot id, pid namespace and start time, as the kernel counts them

    static Owner self();
    bool operator==(const Owner &) const = default;
};

enum class Presence {
    Alive,
    Gone,
    CannotTell, ///< another machine or another pid namespace
};

Presence presence(const Owner &owner);
/// As above; where the process cannot be seen, an owner silent for a minute counts as gone.
bool isGone(const Owner &owner, const QDateTime &heartbeat, const QDateTime &now);
