// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QString>
#include <QStringList>

/// Which release in which namespace of which cluster: what stands behind "helm:" in an address. A context may
/// hold slashes (arn:aws:eks:…/name), namespace and release never do.
struct HelmPlace {
    QString context;
    QString nameSpace;
    QString release;

    static Result<HelmPlace> parse(const QString &rest);
    QString address() const; ///< helm:CONTEXT/NAMESPACE/RELEASE
    QString host() const;    ///< kube://CONTEXT/NAMESPACE

    /// The whole command, program first; context and namespace are always said.
    QStringList kubectl(const QStringList &words) const;
    QStringList helm(const QStringList &words) const;
    bool operator==(const HelmPlace &) const = default;
};
