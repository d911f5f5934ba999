// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Everything about the installation to which a container belongs, by the container's name.
Task<Result<Installation>> readDocker(LookAround around, QString host, QString name);
/// Installations in containers that no Compose project, swarm or pod owns.
Task<Result<QList<Installation>>> findDocker(LookAround around, QString host);
