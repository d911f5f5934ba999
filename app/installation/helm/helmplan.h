// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// The plan for one release, as pure functions. What Flux, Argo CD or Terraform own is not fought: the plan
/// asks for the change in their repository and watches it arrive.
Result<Steps> helmPrepare(const Installation &installation, const QList<Hop> &hops, QList<FileChange> &files);
Result<Steps> helmStop(const Installation &installation);
Result<Steps> helmHop(const Installation &installation, const Hop &hop);
Result<Steps> helmStart(const Installation &installation, const Hop &hop);

/// Tag of the same variant for another version.
QString helmTag(const Installation &installation, const Version &version);
/// Kestra command that brings the schema to a version without starting a server.
QStringList schemaCommand(const Version &version);
