// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/standalone/standaloneprocess.h"
#include "app/installation/standalone/standaloneunit.h"

/// What systemd says of a unit now.
struct UnitState {
    QString active;  ///< "active", "inactive", "failed", "activating", …
    QString enabled; ///< "enabled", "disabled", "masked", …
    bool needsReload = false;
    int mainPid = 0;
};

/// Every server of Kestra that a machine starts by files: units of systemd and processes, of all
/// installations.
struct StandaloneSite {
    QList<SystemdUnit> units; ///< only those that start Kestra, and those that run it in a container
    QHash<QString, QByteArray> texts;
    QHash<QString, UnitState> states;
    QList<KestraProcess> processes;
    QStringList unreadable; ///< files that could not be read
    bool systemdAnswers = false;
    QString systemdTrouble;
    bool processesSeen = false;
    bool isRoot = false;

    const KestraProcess *processOf(const QString &unit) const;
    QList<KestraProcess> plainProcesses() const; ///< those without a unit of the machine
};

Task<StandaloneSite> lookAtSite(Host *host);
