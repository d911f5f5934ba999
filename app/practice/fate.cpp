// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/fate.h"

using namespace Qt::StringLiterals;

Fate fateOf(const Version &binary, const Version &schemaLine, const QString &component)
{
    const Version line = Version::of(binary.line());
    if (!schemaLine.isValid() || schemaLine <= line || line.major() >= 2)
        return Fate::Works;
    const bool hasQueues = component != u"webserver"_s && component != u"worker"_s;
    // 2.0: the queue has other columns, triggers too.
    if (schemaLine.major() >= 2)
        return line >= Version::of(u"1.3") ? Fate::GreenAndDead : Fate::DiesSoon;
    // 0.20 renamed the queue type of flows.
    if (line < Version::of(u"0.20") && schemaLine >= Version::of(u"0.20"))
        return hasQueues ? Fate::DiesSoon : Fate::Works;
    // 1.0 knows states that 0.x cannot read.
    if (line.major() == 0 && schemaLine.major() == 1)
        return hasQueues ? Fate::DiesSoon : Fate::Works;
    return Fate::Works;
}
