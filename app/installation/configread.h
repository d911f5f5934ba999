// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/installation.h"
#include "app/installation/kestraconfig.h"

/// Where the configuration of a server in a container comes from.
struct ConfigSources {
    QHash<QString, QString> environment;
    QStringList files;                         ///< paths inside that are given on its command line
    QList<std::pair<QString, QString>> mounts; ///< path inside -> path on the host
    QString where;                             ///< what holds the environment, for messages
};

/// The configuration with its files from the host put in; files that were read are taken note of, what is
/// broken is listed as unknown.
Task<KestraConfig> readConfig(Host *host, Installation *installation, ConfigSources sources);
