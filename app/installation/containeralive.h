// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// The containers of one component, as `docker ps --filter` finds them, and what they are to be.
struct AliveDemand {
    QStringList filters; ///< one to three
    QString image;       ///< name under which the fetched image is known; empty: any will do
    ComponentState state;
    Version version;
};

/// Waits until every container of a component runs the fetched image and shows fresh heartbeats on the
/// version; gives up, with the last words of its log, when one ends. Without a database that can be asked:
/// until they run, and go on running.
WaitArgs containerAliveWait(const DatabaseAccess &access, const AliveDemand &demand);
