// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/compose/composefile.h"
#include "app/installation/enginefacts.h"

/// Pure parts of reading a Compose installation: what files and engine answers mean. Each fills the
/// Installation it is given and leaves evidence.

/// Where the project is: address, title, files, everything that planning needs to call `docker compose`.
void takeProject(Installation &installation, const ComposeProject &project, const QString &projectName,
                 const QStringList &envFiles);
/// Components, images and configuration texts as the files say them; a tag that names a release gives an
/// assumed version.
void takeServices(Installation &installation, const ComposeProject &project);
/// The database container and how to ask it.
void takeDatabase(Installation &installation, const ComposeProject &project, const KestraConfig &config,
                  const QList<EngineContainer> &containers, const QList<EngineImage> &images);
/// Where the internal storage lies on the host.
void takeStorage(Installation &installation, const ComposeProject &project,
                 const QList<EngineContainer> &containers);
/// The service whose configuration speaks for all: the webserver or standalone one first.
const ComposeService *leadingService(const ComposeProject &project);
