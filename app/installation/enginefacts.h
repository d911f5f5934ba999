// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/secrets.h"
#include "app/installation/dockerengine.h"
#include "app/installation/installation.h"
#include "app/installation/kestraconfig.h"

/// Pure parts of reading an installation in containers: what engine answers and Kestra's configuration mean.
/// Each fills the Installation it is given and leaves evidence.

/// States, digests, image ids, and which local image is which. A container belongs to the component with the
/// name of its `service`.
void takeContainers(Installation &installation, const QList<EngineContainer> &containers,
                    const QList<EngineImage> &images);
/// What Kestra's own configuration says: database, storage, login, ports.
void takeConfig(Installation &installation, const KestraConfig &config, const QString &where,
                SecretStore *secrets);
/// The container of a PostgreSQL database and how to ask it.
void takePostgresContainer(Installation &installation, const KestraConfig &config,
                           const EngineContainer &container, const QList<EngineImage> &images);
/// Where the internal storage of a container lies on the host; `storageLost` when it is in the container's
/// own layer.
void takeStorageContainer(Installation &installation, const EngineContainer &container);
/// Where the API and the management port answer.
void takePorts(Installation &installation, const KestraConfig &config,
               const QList<EngineContainer> &containers);

/// The container of a service; null when none.
const EngineContainer *containerOf(const QList<EngineContainer> &containers, const QString &service);
/// Whether `path` lies in what is mounted at `target`.
bool covers(const QString &target, const QString &path);

void addEvidence(Installation &installation, const QString &fact, const QString &text);
