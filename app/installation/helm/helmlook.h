// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/installation/helm/helmplace.h"
#include "app/installation/helm/helmrights.h"
#include "app/installation/helm/helmworkload.h"
#include "app/installation/installation.h"

/// What the API server and helm say about one release, as they said it. Holds secrets: stays in memory.
struct HelmLook {
    QString server; ///< URL of the API server
    QString uid;    ///< of the namespace: another cluster has another one
    HelmRights rights;
    QList<QJsonObject> objects; ///< workloads, pods, services, claims, autoscalers, budgets of the namespace
    QList<HelmWorkload> workloads; ///< of the release, with a Kestra server in them
    QJsonArray history;            ///< of helm, oldest first; empty: there is no release of that name
    QByteArray wholeManifest; ///< of the newest whole revision; only looked at where a newer one is not whole
    QByteArray ownValues;
    QByteArray allValues;
    QList<Unknown> unknown;

    QList<QJsonObject> ofKind(const QString &kind) const; ///< "Service"
    const HelmWorkload *leading() const;                  ///< whose configuration speaks for all
};

/// Errors: NotFound (kubectl, context, namespace), Unreachable, Denied.
Task<Result<HelmLook>> lookAtRelease(Host *host, HelmPlace place);

/// What a pod of the workload reads its configuration from.
struct HelmConfiguration {
    struct File {
        QString path;   ///< inside of the pod
        QString source; ///< "configmap/kestra-config:_default.yml"
        QString text;
        bool isSecret = false;
    };
    QList<File> files; ///< in order: the last one wins
    QHash<QString, QString> environment;
    QList<Unknown> unknown;
};
Task<HelmConfiguration> readHelmConfiguration(Host *host, HelmPlace place, HelmWorkload workload);

/// Newest revision of a release's history that was ever whole; 0: none.
int wholeRevision(const QJsonArray &history);
/// Whether an object belongs to the release: Helm's mark, or the label that charts give.
bool belongsTo(const QJsonObject &object, const QString &release);
