// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

enum class RuleSeverity { Soft, Break, Block, RunAway };
enum class RuleEdition { Any, OpenSource, Enterprise };

QString severityName(RuleSeverity severity); ///< "soft", "break", "block", "runaway"

/// Where a rule looks and for what. Lists mean: any of them.
struct Detector {
    enum class Where {
        Config,   ///< keys of Kestra's configuration, in any spelling, from files, blocks and variables
        Flow,     ///< types, properties, expressions and ids of flows
        Image,    ///< tags of Kestra's images
        Java,     ///< the Java of a standalone installation
        Database, ///< kind of database
        Storage,  ///< kind of internal storage
        Text,     ///< words in configuration texts and flows
        Kind,     ///< kind of installation
        Always,   ///< concerns everybody
        Outside,  ///< concerns what this program cannot see: clients, roles, monitors
    };

    Where where = Where::Always;
    QStringList keys;       ///< Config: dotted paths in kebab-case; a trailing ".*" means any below
    QStringList values;     ///< Config: these values only; property: with * as a placeholder
    bool camelOnly = false; ///< Config: only when written in camelCase
    bool absent = false;    ///< Config: hits where it is missing; property: where none of them is there
    QStringList types;      ///< Flow: types with * as a placeholder
    QString of;             ///< Flow: root, task, trigger, input, output, retry, check, any
    QStringList properties; ///< Flow: dotted paths below `of`
    QStringList also;       ///< property: only where all of these stand beside it
    QStringList functions, filters, variables; ///< Flow: in expressions
    QString argument;                          ///< Flow: of these functions only with this named argument
    QStringList ids;                           ///< Flow: ids of flows
    QStringList tags;                          ///< Image: with * as a placeholder; "(none)" for no tag
    QStringList kinds;                         ///< Database, Storage, Kind
    QStringList words;                         ///< Text
    int below = 0;                             ///< Java
};

/// A mechanical repair of one word where a rule hits.
struct RuleFix {
    QString kind; ///< "rename-key", "rename-property", "rename-type", "rename-function"; empty: none
    QString from;
    QString to;
};

/// One change of a version that somebody may have to act on: a row of resources/knowledge/rules.
struct Rule {
    QString id;
    Version version;
    RuleEdition edition = RuleEdition::Any;
    RuleSeverity severity = RuleSeverity::Soft;
    QString title;
    QString what;
    QString action;
    QUrl source;
    QList<Detector> detectors; ///< it hits when any of them does
    QList<RuleFix> fixes;
};

/// One file of rules. Error BadInput names the rule and what is wrong with it.
Result<QList<Rule>> rulesFromYaml(const QByteArray &text, const QString &file);
/// All rules that are compiled in, by version. An error means the program was built wrongly.
Result<QList<Rule>> builtInRules();
