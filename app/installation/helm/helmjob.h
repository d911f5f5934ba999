// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/helm/helmworkload.h"

/// JSON patch that turns a Job around the template of a server into a pod that runs `command` once and ends:
/// no probes, no side-cars. `image` empty: the template's. `isBare`: no volumes (a pod on another node may
/// hold them) and no init containers.
QString helmJobPatch(const HelmWorkload &workload, const QStringList &command, const QString &image,
                     bool isBare);
