// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/helm/helmlook.h"
#include "app/installation/helm/helmvalues.h"
#include "app/installation/kestraconfig.h"

/// Pure parts of reading a release: what the answers of API server and helm mean. Each fills the Installation
/// it is given and leaves evidence; nothing secret gets into it.

/// Address, chart, revision and state of the release, rights that are missing.
void takeRelease(Installation &installation, const HelmPlace &place, const HelmLook &look);
/// How the values are laid out, and in which key the tag stands.
Result<void> takeValues(Installation &installation, const HelmLook &look);
/// Components, images, digests, troubles of pods; a tag that names a release gives an assumed version.
void takeWorkloads(Installation &installation, const HelmLook &look);
/// Who else writes to the release: Flux, Argo CD, Terraform.
void takeOwner(Installation &installation, const HelmPlace &place, const HelmLook &look);
/// What would scale behind our back, and disruption budgets.
void takeAutoscalers(Installation &installation, const HelmLook &look);
/// The pod of the database and how to ask it, or the server outside.
void takeHelmDatabase(Installation &installation, const HelmPlace &place, const HelmLook &look,
                      const KestraConfig &config);
/// Where the internal storage lies: a claim, or lost with the pod.
void takeHelmStorage(Installation &installation, const HelmLook &look);
/// Names of the Services through which API and management port answer.
void takeServices(Installation &installation, const HelmLook &look, const KestraConfig &config);

/// "kestra-1.0.54" into name and version.
QString chartNameOf(const QString &chart);
QString chartVersionOf(const QString &chart);
QList<HelmWorkload> workloadsOf(const Installation &installation);
