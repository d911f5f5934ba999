// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/secrets.h"
#include "app/host/host.h"
#include "app/installation/installation.h"

/// What Kestra itself says of an installation whose database access and API address are known; whatever
/// cannot be asked is listed as unknown.

/// Schema, size, flows, and the versions that its servers report.
Task<void> readFromDatabase(Host *host, Installation *installation, SecretStore *secrets = nullptr);
/// Version, login and health; what was seen running beats what a tag says.
Task<void> readFromApi(Host *host, Installation *installation, SecretStore *secrets);
