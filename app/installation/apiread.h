// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/secrets.h"
#include "app/host/host.h"
#include "app/installation/installation.h"
#include "app/task/task.h"

/// Asks the API which version answers and whether the login works; fills version, api, evidence and unknown.
/// `url` is as seen from the host and without a slash at its end.
struct ApiReading {
    Version version;
    ApiFacts api;
    QList<Evidence> evidence;
    QList<Unknown> unknown;
};

Task<ApiReading> readApi(Host *host, QString url, QString user, QString secretName, SecretStore *secrets);

/// "UP", "DOWN", or empty when the management port does not answer.
Task<QString> readHealth(Host *host, QString managementUrl);
