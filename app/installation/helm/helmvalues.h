// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

/// Layout of Kestra's own chart; their numbers say little: chart 1.0.28 was of Kestra 1.2.0.
enum class ChartGeneration {
    Other, ///< somebody else's chart, or an own one
    Zero,  ///< 0.x: image.image, configuration, deployments.*.replicaCount, bundled PostgreSQL and MinIO
    One,   ///< 1.x: image.repository, common, configurations, deployments.*.replicas
};

QString generationName(ChartGeneration generation); ///< "0.x", "1.x", "other"
ChartGeneration generationFromName(const QString &name);

/// Where the values of a release say what matters for an upgrade. Holds keys and image names, no other value.
struct ValuesShape {
    ChartGeneration generation = ChartGeneration::Other;
    QString prefix;          ///< "" or the key of the sub-chart with a dot: "kestra."
    QString repository;      ///< image without tag
    QString tagKey;          ///< "image.tag", with the prefix; empty: the values do not decide the tag
    QString tag;             ///< as the values say it; empty: the chart's own
    bool tagIsOwn = false;   ///< the person's values hold it, not the chart's
    QStringList replicaKeys; ///< of the workloads the values know: "deployments.worker.replicas"

    QHash<QString, int> replicas; ///< what the values say, by the key without its last part

    /// `all` are the computed values (`helm get values -a`), `own` those that were handed in. Errors:
    /// BadInput.
    static Result<ValuesShape> read(const QByteArray &all, const QByteArray &own);
    /// Key that decides how many of a workload there are; empty when the values say nothing of it.
    QString replicasKey(const QString &valuesKey) const;
    QString graceKey(const QString &valuesKey) const;
};

/// The text with everything that looks like a password taken out; its lines stay the same ones. A password
/// for the web page keeps its strength, so that rules can judge it.
QString withHiddenSecrets(const QString &yaml);
