// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/secrets.h"
#include "app/installation/composefile.h"
#include "app/installation/dockerengine.h"
#include "app/installation/installation.h"
#include "app/installation/kestraconfig.h"

/// Pure parts of reading a Compose installation: what files and engine answers mean. Each fills the
/// Installation it is given and leaves evidence.

/// Where the project is: address, title, files, everything that planning needs to call `docker compose`.
void takeProject(Installation &installation, const ComposeProject &project, const QString &projectName,
                 const QStringList &envFiles);
/// Components, images and configuration texts as the files say them; a tag that names a release gives an
/// assumed version.
void takeServices(Installation &installation, const ComposeProject &project);
/// States, digests, image ids, and which local image is which.
void takeContainers(Installation &installation, const QList<EngineContainer> &containers,
                    const QList<EngineImage> &images);
/// What Kestra's own configuration says: database, storage, login, ports.
void takeConfig(Installation &installation, const KestraConfig &config, const QString &where,
                SecretStore *secrets);
/// The database container and how to ask it.
void takeDatabase(Installation &installation, const ComposeProject &project, const KestraConfig &config,
                  const QList<EngineContainer> &containers, const QList<EngineImage> &images);
/// Where the internal storage lies on the host.
void takeStorage(Installation &installation, const ComposeProject &project,
                 const QList<EngineContainer> &containers);
/// Where the API and the management port answer.
void takePorts(Installation &installation, const KestraConfig &config,
               const QList<EngineContainer> &containers);

/// The service whose configuration speaks for all: the webserver or standalone one first.
const ComposeService *leadingService(const ComposeProject &project);
/// The container of a service; null when none.
const EngineContainer *containerOf(const QList<EngineContainer> &containers, const QString &service);

void addEvidence(Installation &installation, const QString &fact, const QString &text);
