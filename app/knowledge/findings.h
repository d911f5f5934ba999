// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/installation/installation.h"
#include "app/knowledge/rule.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

enum class Verdict { Hits, Clear, Unknown };

QString verdictName(Verdict verdict); ///< "hits", "clear", "unknown"

/// A word on one line of a file, and what should stand there: every other byte stays.
struct FindingFix {
    QString path;
    int line = 0;
    QByteArray before;
    QByteArray after;
    bool operator==(const FindingFix &) const = default;
};

/// A rule held against one installation.
struct Finding {
    QString id;
    Version version;
    RuleSeverity severity = RuleSeverity::Soft;
    Verdict verdict = Verdict::Unknown;
    QStringList where; ///< "file:line word", with the flow where it is one
    QString why;       ///< also for clear: what was looked at
    QUrl source;
    QString title;
    QString what;
    QString action;
    QList<FindingFix> fixes;

    QJsonObject toJson() const;
    bool operator==(const Finding &) const = default;
};

/// Every rule of a version after `from` up to `to`, the gravest first, what hits before what is unknown
/// before what is clear. Unknown whenever what a rule must look at was not seen; never clear then.
QList<Finding> matchRules(const QList<Rule> &rules, const Installation &installation, const Version &from,
                          const Version &to);

/// The bytes of a file after its fixes. Error BadInput when a line does not hold the word any more.
Result<QByteArray> applyFixes(const QByteArray &file, const QList<FindingFix> &fixes);
