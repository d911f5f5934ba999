// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// What a tag named in its registry when the plan was made, what was fetched under it, and what runs are to
/// be the same. `details.targetDigests` holds the first: "repository:tag" -> "sha256:…".

/// Asks the registries, fetching nothing, for `targets` and for the tags of what runs. A tag that cannot be
/// asked, and one that moved since it was fetched, is listed as unknown.
Task<Installation> lookAtDigests(Host *host, Installation installation, QStringList targets);

/// The digest that was seen; empty: not known.
QString plannedDigest(const Installation &installation, const QString &image);
/// The name under which exactly what was planned is known once it is fetched: by its digest, else by its tag.
QString plannedName(const Installation &installation, const QString &image);
/// Fetches an image unless it is there, and stops where its tag has moved since the plan was made.
Steps pullSteps(const Installation &installation, const QString &image);
