// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"
#include "app/installation/dockerengine.h"
#include "app/installation/kestraconfig.h"

/// A container that runs a server of Kestra's, with the configuration it was given.
struct DockerServer {
    EngineContainer container;
    Component component = Component::None;
    KestraConfig config;
    QString where;                             ///< what holds the configuration
    const EngineContainer *database = nullptr; ///< its database's container on the same engine
};

/// Servers that belong to nobody else who would start them again: no Compose project, swarm service or pod.
/// Told by what they run, not by their names.
bool isLooseServer(const EngineContainer &container);

/// The container that answers under a host name which `from` uses; null when none does. `port` is that of the
/// URL.
const EngineContainer *containerBehind(const QList<EngineContainer> &all, const EngineContainer &from,
                                       const QString &host, const QString &port);

/// Servers that share one database, each list one installation, the one that speaks for all first. Stopped
/// ones that another has taken the place of are left out.
QList<QList<DockerServer>> groupsOf(const QList<DockerServer> &servers);

/// "jdbc:postgresql://db:5432/kestra" without user, password and other parameters.
QString bareUrl(const QString &jdbcUrl);
/// Configuration text with the values of its secret keys blotted out.
QString withoutSecrets(const QString &text);
