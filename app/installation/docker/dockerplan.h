// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// The plan of an installation in containers without Compose, part by part; pure (see Driver).
Result<Steps> dockerPrepare(const Installation &installation, const QList<Hop> &hops);
Result<Steps> dockerStop(const Installation &installation);
Result<Steps> dockerHop(const Installation &installation, const Hop &hop, QList<FileChange> &files);
Result<Steps> dockerStart(const Installation &installation, const Hop &hop);
Steps dockerKeep(const Plan &plan);

/// Images that the stops need, each once; for asking the registry as well. Images whose tags are not Kestra's
/// are left out.
QStringList dockerTargets(const Installation &installation, const QList<Version> &stops);
