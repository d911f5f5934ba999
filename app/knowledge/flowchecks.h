// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/knowledge/engineknowledge.h"
#include "app/knowledge/flowscan.h"
#include "app/knowledge/yamlvalue.h"

#include <QList>

/// What the engine refuses although every type and property is known: ids, duplicates, defaults, missing
/// inputs, cycles, editions.
QList<FlowIssue> checkFlowValues(const YamlValue &flow, int line, const EngineKnowledge &knowledge);

/// Calls `visit(task, isTrigger)` for every mapping below `node` that has a type, deepest last.
template<typename Visit>
void forEachTyped(const YamlValue &node, Visit visit, bool inTriggers = false)
{
    if (node.isMapping() && node.value(u"type") && node.value(u"id"))
        visit(node, inTriggers);
    for (const YamlMember &entry : node.entries)
        forEachTyped(*entry.value, visit, inTriggers || entry.key == u"triggers");
    for (const YamlValuePointer &item : node.items)
        forEachTyped(*item, visit, inTriggers);
}
