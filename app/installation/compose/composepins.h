// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/compose/composecalls.h"
#include "app/installation/driver.h"

/// Which image texts a plan writes into the files of a Compose project.

/// The project as the texts say it now.
Result<ComposeProject> plannedProject(const Installation &installation,
                                      const QHash<QString, QByteArray> &texts);

/// Before anything stops: moving tags become exactly what runs, `pull_policy: always` becomes `missing`, the
/// database's image is pinned when it moves, and stop limits below Kestra's own grace are mended.
Result<void> pinWhatRuns(const Installation &installation, QHash<QString, QByteArray> &texts);
/// The hop's tag in the same variant for every Kestra service.
Result<void> writeTarget(const Installation &installation, const Hop &hop, QHash<QString, QByteArray> &texts);
/// Images that the hops need, each once, in order.
Result<QStringList> targetImages(const Installation &installation, const QList<Hop> &hops,
                                 const QHash<QString, QByteArray> &texts);
/// What one service runs after a hop; empty when it is built here.
QString targetImage(const Installation &installation, const QString &service, const Hop &hop);
/// Images that the stops need, for asking their registry; nothing of what cannot be planned.
QStringList composeTargets(const Installation &installation, const QList<Version> &stops);
/// Whether the database's image moves and has no digest of its own, so that it is kept under a name of ours.
bool databaseIsKept(const Installation &installation);
/// Builds of services with a Dockerfile of their own.
Steps buildSteps(const Installation &installation, const ComposeProject &project, const ComposeCalls &calls);
