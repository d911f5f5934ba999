// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/driver.h"

/// Releases of Kestra that the current context of the kubeconfig leads to, within ten seconds; other contexts
/// are never asked unnamed. With a folder or file: what the manifests in it are, see helmfiles.h.
Task<Result<QList<Installation>>> findHelm(LookAround around, QString host, QString hint);
/// By CONTEXT/NAMESPACE/RELEASE.
Task<Result<Installation>> readHelm(LookAround around, QString rest);
/// Whether the chart renders with the values of every stop, and what changes in the cluster then
/// (`details.rendered`, without secrets).
Task<Installation> lookAheadHelm(LookAround around, Installation installation, QList<Version> stops);
