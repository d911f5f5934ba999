// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/installation/installation.h"
#include "app/installation/standalone/standaloneprogram.h"
#include "app/installation/standalone/standaloneunit.h"

/// Units of the installation as the texts say them.
QList<SystemdUnit> plannedUnits(const Installation &installation, const QHash<QString, QByteArray> &texts);
/// The unit of that name, or none.
const SystemdUnit *unitNamed(const QList<SystemdUnit> &units, const QString &name);
QList<StandaloneProgram> programsOf(const Installation &installation);

/// Writes the path of `to` wherever a version in a path decides what is started. An error when no single
/// place of the files does.
Result<void> writeProgramPath(const Installation &installation, const Version &to,
                              QHash<QString, QByteArray> &texts);

/// The drop-in that gives a unit more time to stop than Kestra gives itself: path and text; empty when it
/// has enough.
std::pair<QString, QByteArray> graceDropIn(const SystemdUnit &unit, int graceSeconds);
