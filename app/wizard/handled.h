// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/knowledge/findings.h"
#include "app/plan/plan.h"

#include <QHash>

/// What the way itself does about a finding that hits everybody who goes it.
struct Handling {
    QString text; ///< for people: "The plan runs `kestra migrate metadata kv` at 1.3.44."
    Version stop; ///< the hop whose steps do it; invalid: it is so already
    QString slug; ///< of the step in that hop
    bool operator==(const Handling &) const = default;
};

/// Findings that nobody need answer, by id: every plan over this route does what they ask for.
QHash<QString, Handling> handledFindings(const QList<Finding> &findings, const Version &from,
                                         const QList<Version> &route);
/// Id of the step that does it; empty: the plan has none, or none is needed.
QString stepOf(const Plan &plan, const Handling &handling);
