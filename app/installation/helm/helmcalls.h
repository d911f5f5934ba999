// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/helm/helmplace.h"
#include "app/installation/helm/helmworkload.h"
#include "app/installation/installation.h"
#include "app/plan/steps.h"

/// The calls of kubectl and helm that a plan for one release is made of. All name context and namespace;
/// passwords go from the API server to it and to nobody else (pipes, never words of a command).
class HelmCalls
{
public:
    explicit HelmCalls(const Installation &installation);

    /// Stops a run whose context was pointed elsewhere since the plan was made.
    Step sameCluster() const;
    /// Stops a run when somebody upgraded the release since.
    Step sameRevision() const;
    /// `helm rollback` to the last whole revision, where an interrupted helm holds everything up.
    Step repair() const;

    Step scale(const HelmWorkload &workload, int replicas) const;
    /// Every pod of the workloads has ended; scaling does not say so by itself.
    Step waitGone(const QList<HelmWorkload> &workloads, int timeoutSeconds) const;
    /// As many pods as wanted are ready, all on `image` (empty: any); gives up with the pod's own reason.
    Step waitReady(const HelmWorkload &workload, int replicas, const QString &image,
                   int timeoutSeconds) const;
    /// Fresh heartbeats of them on `version`; nothing where the database cannot be asked.
    Steps waitSigns(const HelmWorkload &workload, int replicas, const Version &version,
                    int timeoutSeconds) const;

    /// What one `helm upgrade` says beyond the values of the release as they were.
    struct Sets {
        QString tag;
        bool holdsAtZero = false; ///< all workloads get no replicas
        bool keepsNow = false; ///< as many as there were, also where an autoscaler or a person said otherwise
        bool isTrial = false;  ///< rendered and taken by the API server as a trial, nothing is changed
    };
    Step upgrade(const QString &slug, const QString &title, const Sets &sets) const;
    /// Back to the revision that ran when the plan was made; with exactly what ran where its tag moves.
    Step takeBack() const;
    /// Words of HelmScripts::upgrade() and render(), behind context and namespace.
    QStringList upgradeWords(const QString &slug, const Sets &sets) const;

    /// A one-off pod from the workload's template: same configuration, secrets and volumes, no probes, no
    /// side-cars. Made, watched to its end, its last words logged, removed.
    struct JobArgs {
        QString name; ///< of the Job, behind the release's
        QString title;
        QStringList command;
        QString image;       ///< empty: the template's
        bool isBare = false; ///< no init containers, and no volumes: a pod on another node may hold them
        bool changesData = false;
        int timeoutSeconds = 4 * 3600;
    };
    Steps job(const HelmWorkload &workload, const JobArgs &args) const;

    /// The same job for an image that nothing runs yet: no volumes, no variables used, its digest written
    /// down.
    Steps fetch(const HelmWorkload &workload, const QString &image, const QString &name) const;
    /// Every server runs exactly what fetch() got under that name.
    Step sameDigest(const QString &name) const;

    /// Keeps KEDA from scaling meanwhile; undone by letting it again.
    Step pause(const QJsonObject &scaler) const;
    Step unpause(const QJsonObject &scaler) const;
    /// Writes down what scales by itself: an HPA leaves alone whatever has no replicas.
    Step noteAutoscalers() const;

private:
    Step script(const QString &slug, const QString &title, const QString &text, const QStringList &words,
                int timeoutSeconds) const;
    QStringList settings(const Sets &sets) const;
    QString jobName(const QString &name) const;
    QJsonObject ask(const QString &text, const QStringList &words, int timeoutSeconds = 60) const;
    QString detail(QStringView key) const { return m_installation.details[key].toString(); }

    const Installation &m_installation;
    HelmPlace m_place;
};
