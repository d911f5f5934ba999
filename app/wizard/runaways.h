// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/installation/installation.h"
#include "app/plan/step.h"

/// A text put into another, in code points, in place of `length` of them.
struct TextEdit {
    qsizetype at = 0;
    qsizetype length = 0;
    QString text;
    bool operator==(const TextEdit &) const = default;
};

/// A stored flow whose triggers lose what holds them back when `target` reads it, and its text with these
/// triggers disabled.
struct RunawayFlow {
    QString id; ///< namespace.id
    QStringList triggers;
    QList<int> positions; ///< of the triggers in the flow's list of them
    QString before;
    QString after;
    QList<TextEdit> edits; ///< what leads from one to the other
    bool operator==(const RunawayFlow &) const = default;
};

/// Flows that would run away: a trigger that loses its conditions fires always, one on flows also on itself.
/// Those whose text cannot be changed without a doubt are named in `byHand`.
QList<RunawayFlow> runawayFlows(const Installation &installation, const Version &target, QStringList &byHand);

/// One step for each flow: disables these triggers in the database of the stopped installation, before
/// `target` starts on it for the first time. The engine goes by the flow's text, so the text is changed;
/// nothing but the added words is in the plan, because flows may hold secrets. Taken back by taking the words
/// out again.
Steps disableSteps(const Installation &installation, const QList<RunawayFlow> &flows, const Version &target);

/// A trigger that a run disabled, as its plan says.
struct DisabledTrigger {
    QString flow; ///< namespace.id
    QString trigger;
    QString step;
    QString id() const { return flow + u'.' + trigger; }
    bool operator==(const DisabledTrigger &) const = default;
};
QList<DisabledTrigger> disabledTriggers(const Steps &steps);

/// The flow with that trigger enabled again: without `disabled: true`, every other byte as it is. Errors:
/// NotFound (no such trigger), NeedsPerson (what held it back still stands there, so that it would fire
/// always; it is written in a way that only a person can change).
Result<QString> withTriggerEnabled(const QString &source, const QString &trigger);
/// "disabled", "enabled" or "gone": what a flow's text says of a trigger.
QString triggerState(const QString &source, const QString &trigger);
