// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/rule.h"

#include "app/knowledge/yamlvalue.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace
{

[[noreturn]] void reject(const QString &rule, const QString &what)
{
    throw std::runtime_error(u"%1: %2"_s.arg(rule, what).toStdString());
}

QStringList listOf(const YamlValue &node, QStringView key)
{
    QStringList list;
    const YamlValue *value = node.value(key);
    if (value && value->isScalar())
        list.append(value->text);
    else if (value)
        for (const YamlValuePointer &item : value->items)
            list.append(item->text);
    return list;
}

void onlyKeys(const YamlValue &node, const QString &rule, const QStringList &known)
{
    for (const YamlMember &entry : node.entries) {
        if (!known.contains(entry.key))
            reject(rule, u"unknown key \"%1\""_s.arg(entry.key));
    }
}

Detector::Where whereOf(const QString &name, const QString &rule)
{
    static const QHash<QString, Detector::Where> names{
        {u"config"_s, Detector::Where::Config},     {u"flow"_s, Detector::Where::Flow},
        {u"image"_s, Detector::Where::Image},       {u"java"_s, Detector::Where::Java},
        {u"database"_s, Detector::Where::Database}, {u"storage"_s, Detector::Where::Storage},
        {u"text"_s, Detector::Where::Text},         {u"kind"_s, Detector::Where::Kind},
        {u"always"_s, Detector::Where::Always},     {u"outside"_s, Detector::Where::Outside}};
    const auto found = names.constFind(name);
    if (found == names.cend())
        reject(rule, u"unknown place \"%1\""_s.arg(name));
    return *found;
}

Detector detectorOf(const YamlValue &node, const QString &rule)
{
    onlyKeys(node, rule,
             {u"where"_s, u"keys"_s, u"values"_s, u"camelOnly"_s, u"absent"_s, u"types"_s, u"of"_s,
              u"properties"_s, u"also"_s, u"functions"_s, u"filters"_s, u"variables"_s, u"argument"_s,
              u"ids"_s, u"tags"_s, u"kinds"_s, u"words"_s, u"below"_s});
    Detector detector;
    detector.where = whereOf(node.scalar(u"where"), rule);
    detector.keys = listOf(node, u"keys");
    detector.values = listOf(node, u"values");
    detector.camelOnly = node.scalar(u"camelOnly") == u"true";
    detector.absent = node.scalar(u"absent") == u"true";
    detector.types = listOf(node, u"types");
    detector.of = node.scalar(u"of");
    detector.properties = listOf(node, u"properties");
    detector.also = listOf(node, u"also");
    detector.functions = listOf(node, u"functions");
    detector.filters = listOf(node, u"filters");
    detector.variables = listOf(node, u"variables");
    detector.argument = node.scalar(u"argument");
    detector.ids = listOf(node, u"ids");
    detector.tags = listOf(node, u"tags");
    detector.kinds = listOf(node, u"kinds");
    detector.words = listOf(node, u"words");
    detector.below = node.scalar(u"below").toInt();
    using Where = Detector::Where;
    const bool flow = !detector.types.isEmpty() || !detector.properties.isEmpty() ||
                      !detector.functions.isEmpty() || !detector.filters.isEmpty() ||
                      !detector.variables.isEmpty() || !detector.ids.isEmpty();
    const bool complete = (detector.where == Where::Config && !detector.keys.isEmpty()) ||
                          (detector.where == Where::Flow && flow) ||
                          (detector.where == Where::Image && !detector.tags.isEmpty()) ||
                          (detector.where == Where::Java && detector.below > 0) ||
                          ((detector.where == Where::Database || detector.where == Where::Storage ||
                            detector.where == Where::Kind) &&
                           !detector.kinds.isEmpty()) ||
                          (detector.where == Where::Text && !detector.words.isEmpty()) ||
                          detector.where == Where::Always || detector.where == Where::Outside;
    if (!complete)
        reject(rule, u"a detector that looks for nothing"_s);
    if (!detector.properties.isEmpty() && detector.of.isEmpty())
        reject(rule, u"properties without \"of\""_s);
    return detector;
}

RuleSeverity severityOf(const QString &name, const QString &rule)
{
    for (const RuleSeverity severity :
         {RuleSeverity::Soft, RuleSeverity::Break, RuleSeverity::Block, RuleSeverity::RunAway}) {
        if (severityName(severity) == name)
            return severity;
    }
    reject(rule, u"unknown severity \"%1\""_s.arg(name));
}

Rule ruleOf(const YamlValue &node, const QString &version)
{
    Rule rule;
    rule.id = version + u'/' + node.scalar(u"id");
    onlyKeys(node, rule.id,
             {u"id"_s, u"since"_s, u"edition"_s, u"severity"_s, u"title"_s, u"what"_s, u"action"_s,
              u"source"_s, u"detect"_s, u"fix"_s});
    // Some changes came with a patch of the line.
    const QString since = node.scalar(u"since");
    rule.version = Version::of(since.isEmpty() ? version + u".0"_s : since);
    const QString edition = node.scalar(u"edition");
    if (!edition.isEmpty() && edition != u"oss" && edition != u"ee")
        reject(rule.id, u"unknown edition \"%1\""_s.arg(edition));
    rule.edition = edition == u"oss"  ? RuleEdition::OpenSource
                   : edition == u"ee" ? RuleEdition::Enterprise
                                      : RuleEdition::Any;
    rule.severity = severityOf(node.scalar(u"severity"), rule.id);
    rule.title = node.scalar(u"title");
    rule.what = node.scalar(u"what");
    rule.action = node.scalar(u"action");
    rule.source = QUrl(node.scalar(u"source"), QUrl::StrictMode);
    if (!rule.version.isValid() || rule.title.isEmpty() || rule.what.isEmpty() || rule.action.isEmpty() ||
        rule.source.scheme() != u"https")
        reject(rule.id, u"version, title, what, action or source is missing"_s);
    const YamlValue *detect = node.value(u"detect");
    if (detect && detect->isMapping())
        rule.detectors.append(detectorOf(*detect, rule.id));
    for (const YamlValuePointer &item : detect ? detect->items : QList<YamlValuePointer>())
        rule.detectors.append(detectorOf(*item, rule.id));
    if (rule.detectors.isEmpty())
        reject(rule.id, u"no detector"_s);
    const YamlValue *fixes = node.value(u"fix");
    for (const YamlValuePointer &fix : fixes ? fixes->items : QList<YamlValuePointer>()) {
        onlyKeys(*fix, rule.id, {u"kind"_s, u"from"_s, u"to"_s});
        rule.fixes.append({fix->scalar(u"kind"), fix->scalar(u"from"), fix->scalar(u"to")});
        static const QStringList kinds{u"rename-key"_s, u"rename-property"_s, u"rename-type"_s,
                                       u"rename-function"_s, u"rename-value"_s};
        if (!kinds.contains(rule.fixes.constLast().kind) || rule.fixes.constLast().from.isEmpty())
            reject(rule.id, u"a fix that is none"_s);
    }
    return rule;
}

} // namespace

QString severityName(RuleSeverity severity)
{
    switch (severity) {
    case RuleSeverity::Soft:
        return u"soft"_s;
    case RuleSeverity::Break:
        return u"break"_s;
    case RuleSeverity::Block:
        return u"block"_s;
    case RuleSeverity::RunAway:
        break;
    }
    return u"runaway"_s;
}

Result<QList<Rule>> rulesFromYaml(const QByteArray &text, const QString &file)
{
    const auto broken = [&file](const QString &details) {
        return failure(
            ErrorKind::BadInput,
            QCoreApplication::translate("Rule", "The rules in %1 cannot be read.", "@error").arg(file),
            details);
    };
    const Result<YamlStream> yaml = readYamlStream(QString::fromUtf8(text));
    if (!yaml)
        return broken(yaml.error().message);
    if (!yaml->duplicateKey.isEmpty() || yaml->documents.size() != 1)
        return broken(u"a key twice, or not one document: %1"_s.arg(yaml->duplicateKey));
    const YamlValuePointer root = yaml->documents.constFirst();
    const YamlValue *list = root->value(u"rules");
    if (!list || list->items.isEmpty())
        return broken(u"no rules"_s);
    QList<Rule> rules;
    QSet<QString> ids;
    try {
        for (const YamlValuePointer &node : list->items) {
            rules.append(ruleOf(*node, root->scalar(u"version")));
            if (ids.contains(rules.constLast().id))
                reject(rules.constLast().id, u"stands twice"_s);
            ids.insert(rules.constLast().id);
        }
    } catch (const std::runtime_error &error) {
        return broken(QString::fromUtf8(error.what()));
    }
    return rules;
}

Result<QList<Rule>> builtInRules()
{
    registerResources();
    const QDir folder(u":/knowledge/rules"_s);
    QList<Rule> all;
    for (const QString &name : folder.entryList({u"*.yaml"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                ErrorKind::Failed,
                QCoreApplication::translate("Rule", "The rules in %1 cannot be read.", "@error").arg(name));
        const Result<QList<Rule>> rules = rulesFromYaml(file.readAll(), name);
        if (!rules)
            return rules;
        all += *rules;
    }
    std::ranges::stable_sort(all, {}, &Rule::version);
    return all;
}
