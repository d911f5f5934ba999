// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/kestraconfig.h"
#include "app/installation/standalone/standaloneservers.h"

/// How the database of the configuration is reached from the host: a cluster of the machine itself as its
/// owner when we are root, everything else with the user and password of the configuration.
Task<void> takeDatabase(Host *host, Installation *installation, KestraConfig config,
                        const StandaloneServer *leading, SecretStore *secrets);
