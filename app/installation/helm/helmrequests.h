// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/helm/helmcalls.h"

/// Changes of values that somebody else's repository must make, as steps: a person is asked, then the cluster
/// is watched until it arrives.
class HelmRequests
{
public:
    explicit HelmRequests(const Installation &installation);

    /// "Flux"; empty: nobody else writes to the release.
    QString owner() const { return m_owner; }
    Step stopAll() const;
    Step writeTag(const QString &before, const QString &tag) const;
    /// The whole change of the values, as a text before and after.
    FileChange change(const QString &tag) const;
    Step startAll(const QString &tag) const;
    /// Every workload's template names the image.
    Step waitArrived(const QString &image) const;

private:
    struct Change {
        QString key;
        QString before; ///< empty: not said
        QString after;
    };
    Step request(const QString &slug, const QString &title, const QList<Change> &changes,
                 bool isUndone) const;
    QList<Change> replicas(bool toZero) const;
    static QString diffOf(const QList<Change> &changes);

    const Installation &m_installation;
    QString m_owner;
    QString m_name;
};
