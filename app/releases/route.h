// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/releases/catalogue.h"

#include <QJsonObject>

/// One version to upgrade to, and why there.
struct RouteStop {
    Version version;
    QString why;
    int java = 0;             ///< what its standalone binary needs
    QStringList commands;     ///< to be run at this stop by hand or by the plan, in this order
    QList<DigestItem> digest; ///< of every line that this hop passes or reaches
    bool operator==(const RouteStop &) const = default;
};

/// The versions to go through, the target last.
struct Route {
    Version from;
    Version to;
    QList<RouteStop> stops;
    QStringList
        warnings; ///< sentences: a risky target, one that is not the newest of its line, support at its end

    QJsonObject toJson() const;
    bool operator==(const Route &) const = default;
};

/// Required stops and the reason for each; pure. Errors: BadInput (no version), NotFound (target or line
/// unknown), Usage (same version, older version).
Result<Route> planRoute(const Version &from, const Version &to, const Catalogue &catalogue);

/// For somebody who insists on one hop. Error Blocked when a required stop lies between, naming it.
Result<void> checkSingleHop(const Version &from, const Version &to, const Catalogue &catalogue);
