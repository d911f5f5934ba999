// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"
#include "app/knowledge/engineknowledge.h"
#include "app/knowledge/yamlvalue.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// May the target save it?
enum class FlowSave { Accepted, Refused, Unknown };
/// What becomes of it when it is already in the database?
enum class FlowStored { Same, Changed, Unreadable, Unknown };

QString flowSaveName(FlowSave save);       ///< "accepted", "refused", "unknown"
QString flowStoredName(FlowStored stored); ///< "same", "changed", "unreadable", "unknown"

/// One thing in a flow that the target takes differently.
struct FlowIssue {
    enum class Effect {
        Refused,    ///< cannot be saved; a stored one is read all the same
        Dropped,    ///< cannot be saved; silently left out of a stored one
        Unreadable, ///< cannot be saved nor read
        RunAway,    ///< dropped, and what is left fires always
        Unknown,    ///< hangs on a plugin that is not known here
    };

    Effect effect = Effect::Refused;
    QString text; ///< a sentence: what, and why
    QString key;  ///< property or type it is about
    int line = 0;
    bool operator==(const FlowIssue &) const = default;
};

/// One flow of a text, and the two answers.
struct FlowReport {
    QString file;
    QString id;   ///< namespace.id as far as known
    int line = 1; ///< first line of the flow in its text
    FlowSave save = FlowSave::Unknown;
    FlowStored stored = FlowStored::Unknown;
    QList<FlowIssue> issues;

    QJsonObject toJson() const;
    bool isClean() const;
};

/// Every flow of a YAML text (several documents are several flows), judged for `target`. `from`: the version
/// that stored it; without it, the newest line before the target that knew a property counts. A text that is
/// no YAML gives one report that says so.
QList<FlowReport> scanFlows(const QString &text, const QString &file, const Version &target,
                            const EngineKnowledge &knowledge);
FlowReport scanFlow(const YamlValue &flow, const Version &target, const EngineKnowledge &knowledge);
