// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// What the answer to a SelfSubjectRulesReview says about everything that a plan does.
struct HelmRights {
    bool isKnown = false; ///< the API server could list all rules
    QStringList missing;  ///< "patch deployments.apps": as `kubectl auth can-i` takes them

    /// `kinds` are those of the workloads: "deployment", "statefulset".
    static HelmRights from(const QJsonObject &review, const QStringList &kinds);
};

/// The question: body of a POST to rightsPath.
QByteArray rightsQuestion(const QString &nameSpace);
inline constexpr QStringView rightsPath = u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
