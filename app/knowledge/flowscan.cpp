// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/flowscan.h"

#include "app/knowledge/flowchecks.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Flow", text, "@info");
}

bool isSimpleType(const QString &type)
{
    return type == u"text" || type == u"bool" || type == u"int" || type == u"duration";
}

/// Walks a flow along what the target knows of its parts.
class Walker
{
public:
    Walker(int line, const EngineKnowledge &knowledge)
        : m_line(line)
        , m_knowledge(knowledge)
    {
    }

    void walk(const YamlValue &flow) { properties(flow, *m_knowledge.group(u"Flow"_s), tr("a flow"), {}); }

    QList<FlowIssue> issues;

private:
    void add(FlowIssue::Effect effect, const QString &text, const QString &key, int line)
    {
        issues.append({effect, text, key, line});
    }

    /// `kind` is "trigger" where a lost property may let it fire always.
    void properties(const YamlValue &node, const PropertyMap &known, const QString &owner,
                    const QString &kind)
    {
        for (const YamlMember &entry : node.entries) {
            const auto facts = known.constFind(entry.key);
            if (facts != known.cend() && facts->range.holds(m_line)) {
                value(entry.key, *entry.value, *facts, facts->isList, entry.line);
                continue;
            }
            lost(node, entry, facts == known.cend() ? nullptr : &*facts, owner, kind);
        }
    }

    void lost(const YamlValue &node, const YamlMember &entry, const PropertyFacts *facts,
              const QString &owner, const QString &kind)
    {
        const bool wasKnown = facts && facts->range.last < m_line;
        const bool gate = kind == u"trigger" && wasKnown && !isEmpty(*entry.value) &&
                          (entry.key == u"conditions" || entry.key == u"preconditions");
        if (gate) {
            const bool disabled = node.scalar(u"disabled") == u"true";
            add(disabled ? FlowIssue::Effect::Dropped : FlowIssue::Effect::RunAway,
                tr("`%1` of trigger `%2` is no longer known and is dropped without a word: the trigger then "
                   "fires always.")
                    .arg(entry.key, node.scalar(u"id")),
                entry.key, entry.line);
            return;
        }
        // What no line ever knew was never in effect: a stored flow stays what it was.
        add(wasKnown ? FlowIssue::Effect::Dropped : FlowIssue::Effect::Refused,
            wasKnown ? tr("`%1` is no longer a property of %2: it is dropped from a stored flow.")
                           .arg(entry.key, owner)
                     : tr("`%1` is no property of %2.").arg(entry.key, owner),
            entry.key, entry.line);
    }

    static bool isEmpty(const YamlValue &node)
    {
        return node.kind == YamlValue::Kind::Null || (node.isSequence() && node.items.isEmpty()) ||
               (node.isMapping() && node.entries.isEmpty());
    }

    void value(const QString &key, const YamlValue &node, const PropertyFacts &facts, bool isList, int line)
    {
        if (key == u"taskRunner" && node.isMapping())
            return runner(node);
        if (node.kind == YamlValue::Kind::Null || facts.type == u"any")
            return;
        if (isList) {
            if (!node.isSequence())
                return misshapen(key, tr("a list"), line);
            for (const YamlValuePointer &item : node.items)
                value(key, *item, facts, false, item->line);
            return;
        }
        if (isSimpleType(facts.type)) {
            if (!node.isScalar())
                misshapen(key, tr("a single value"), line);
        } else if (facts.type == u"map") {
            if (!node.isMapping())
                misshapen(key, tr("a mapping"), line);
        } else if (facts.type == u"tasks-by-name") {
            for (const YamlMember &entry : node.entries)
                value(entry.key, *entry.value, {u"task"_s, true, {}}, true, entry.line);
        } else if (facts.type == u"unusable") {
            add(FlowIssue::Effect::Unreadable, tr("`%1` cannot hold anything.").arg(key), key, line);
        } else if (facts.type.startsWith(u"enum:")) {
            word(key, node, facts.type.sliced(5));
        } else if (facts.type.startsWith(u"one:")) {
            choice(key, node, facts.type.sliced(4));
        } else if (facts.type == u"task" || facts.type == u"trigger" || facts.type == u"condition") {
            typed(key, node, facts.type);
        } else if (const PropertyMap *group = m_knowledge.group(facts.type); group && !group->isEmpty()) {
            if (node.isMapping())
                properties(node, *group, u"`%1`"_s.arg(key), {});
            else if (node.isSequence())
                misshapen(key, tr("a mapping"), line);
        }
    }

    void misshapen(const QString &key, const QString &wanted, int line)
    {
        add(FlowIssue::Effect::Unreadable, tr("`%1` must be %2.").arg(key, wanted), key, line);
    }

    void word(const QString &key, const YamlValue &node, const QString &name)
    {
        if (!node.isScalar())
            return misshapen(key, tr("a single word"), node.line);
        if (!m_knowledge.enumHolds(name, node.text, m_line) &&
            !m_knowledge.enumHolds(name, node.text.toUpper(), m_line))
            add(FlowIssue::Effect::Unreadable, tr("`%1` is no value of `%2`.").arg(node.text.left(80), key),
                key, node.line);
    }

    void choice(const QString &key, const YamlValue &node, const QString &name)
    {
        if (!node.isMapping())
            return misshapen(key, tr("a mapping"), node.line);
        const QString type = node.scalar(u"type").trimmed();
        const QString group = m_knowledge.choice(name, type, m_line);
        if (group.isEmpty())
            return add(FlowIssue::Effect::Unreadable,
                       type.isEmpty() ? tr("An entry of `%1` has no type.").arg(key)
                                      : tr("`%1` is no type of `%2`.").arg(type.left(80), key),
                       type.isEmpty() ? key : type, node.line);
        PropertyMap known = m_knowledge.group(group) ? *m_knowledge.group(group) : PropertyMap();
        if (known.isEmpty())
            return;
        known.insert(u"type"_s, {u"text"_s, false, {}});
        properties(node, known, tr("`%1` of type %2").arg(key, type), {});
    }

    void typed(const QString &key, const YamlValue &node, const QString &kind)
    {
        if (!node.isMapping())
            return misshapen(key, tr("a mapping"), node.line);
        const QString type = node.scalar(u"type").trimmed();
        const std::optional<TypeFacts> facts = m_knowledge.type(type, m_line);
        if (facts)
            return properties(node, *facts->properties, u"`%1`"_s.arg(type), facts->kind);
        if (type.isEmpty())
            return add(FlowIssue::Effect::Unreadable, tr("An entry of `%1` has no type.").arg(key), key,
                       node.line);
        const YamlValue *at = node.value(u"type");
        if (m_knowledge.isCore(type))
            return add(FlowIssue::Effect::Unreadable, tr("The type `%1` is not known.").arg(type), type,
                       at->line);
        add(FlowIssue::Effect::Unknown,
            tr("`%1` belongs to a plugin, whose own properties are not known here.").arg(type), type,
            at->line);
        plugin(node, type, kind);
    }

    /// Where a script runs: a type of its own, whose properties hang on it.
    void runner(const YamlValue &node)
    {
        const QString type = node.scalar(u"type").trimmed();
        const YamlValue *at = node.value(u"type");
        if (!at || m_knowledge.type(type, m_line))
            return;
        if (m_knowledge.isCore(type))
            add(FlowIssue::Effect::Unreadable, tr("The type `%1` is not known.").arg(type), type, at->line);
        else
            add(FlowIssue::Effect::Unknown,
                tr("`%1` belongs to a plugin, whose own properties are not known here.").arg(type), type,
                at->line);
    }

    /// Of a plugin's type, only what all tasks or triggers share can be judged.
    void plugin(const YamlValue &node, const QString &type, const QString &kind)
    {
        const PropertyMap &base = m_knowledge.base(kind);
        for (const YamlMember &entry : node.entries) {
            const auto facts = base.constFind(entry.key);
            if (facts == base.cend())
                continue;
            if (!facts->range.holds(m_line) && facts->range.last < m_line)
                lost(node, entry, &*facts, u"`%1`"_s.arg(type), kind);
            else if (entry.key == u"retry" || entry.key == u"workerSelector")
                value(entry.key, *entry.value, *facts, facts->isList, entry.line);
        }
    }

    const int m_line;
    const EngineKnowledge &m_knowledge;
};

void answer(FlowReport &report, bool draft)
{
    bool refused = false;
    bool changed = false;
    bool unreadable = false;
    bool unknown = false;
    for (const FlowIssue &issue : std::as_const(report.issues)) {
        unknown = unknown || issue.effect == FlowIssue::Effect::Unknown;
        refused = refused || issue.effect != FlowIssue::Effect::Unknown;
        unreadable = unreadable || issue.effect == FlowIssue::Effect::Unreadable;
        changed = changed || issue.effect == FlowIssue::Effect::Dropped ||
                  issue.effect == FlowIssue::Effect::RunAway;
    }
    report.save = refused && !draft   ? FlowSave::Refused
                  : unknown && !draft ? FlowSave::Unknown
                                      : FlowSave::Accepted;
    report.stored = unreadable ? FlowStored::Unreadable
                    : unknown  ? FlowStored::Unknown
                    : changed  ? FlowStored::Changed
                               : FlowStored::Same;
    // A dropped property is an answer whatever the plugin does with the rest.
    if (report.stored == FlowStored::Unknown && changed)
        report.stored = FlowStored::Changed;
}

FlowReport unreadable(const QString &file, const QString &why, int line)
{
    FlowReport report;
    report.file = file;
    report.line = line;
    report.save = FlowSave::Refused;
    report.stored = FlowStored::Unreadable;
    report.issues.append({FlowIssue::Effect::Unreadable, why, {}, line});
    return report;
}

} // namespace

FlowReport scanFlow(const YamlValue &flow, const Version &target, const EngineKnowledge &knowledge)
{
    if (!flow.isMapping())
        return unreadable({}, tr("This is no flow: it is no mapping."), flow.line);
    FlowReport report;
    const QString space = flow.scalar(u"namespace");
    report.id = (space.isEmpty() ? QString() : space + u'.') + flow.scalar(u"id");
    report.line = flow.line;
    const int line = knowledge.lineOf(target);
    Walker walker(line, knowledge);
    walker.walk(flow);
    report.issues = walker.issues;
    report.issues += checkFlowValues(flow, line, knowledge);
    answer(report, flow.scalar(u"draft") == u"true" && knowledge.checks(u"draft-unchecked"_s, line));
    return report;
}

QList<FlowReport> scanFlows(const QString &text, const QString &file, const Version &target,
                            const EngineKnowledge &knowledge)
{
    const Result<YamlStream> yaml = readYamlStream(text);
    if (!yaml)
        return {unreadable(file, yaml.error().message, 1)};
    if (yaml->documents.isEmpty())
        return {unreadable(file, tr("There is no flow in it."), 1)};
    QList<FlowReport> reports;
    for (const YamlValuePointer &document : yaml->documents) {
        if (document->kind == YamlValue::Kind::Null)
            continue;
        FlowReport report = scanFlow(*document, target, knowledge);
        report.file = file;
        if (!yaml->duplicateKey.isEmpty()) {
            report.issues.append({FlowIssue::Effect::Refused,
                                  tr("The key `%1` stands twice in one mapping.").arg(yaml->duplicateKey),
                                  yaml->duplicateKey, yaml->duplicateLine});
            report.save = FlowSave::Refused;
        }
        reports.append(report);
    }
    return reports.isEmpty() ? QList{unreadable(file, tr("There is no flow in it."), 1)} : reports;
}

QString flowSaveName(FlowSave save)
{
    return save == FlowSave::Accepted  ? u"accepted"_s
           : save == FlowSave::Refused ? u"refused"_s
                                       : u"unknown"_s;
}

QString flowStoredName(FlowStored stored)
{
    switch (stored) {
    case FlowStored::Same:
        return u"same"_s;
    case FlowStored::Changed:
        return u"changed"_s;
    case FlowStored::Unreadable:
        return u"unreadable"_s;
    case FlowStored::Unknown:
        break;
    }
    return u"unknown"_s;
}

bool FlowReport::isClean() const
{
    return save != FlowSave::Refused && stored != FlowStored::Changed && stored != FlowStored::Unreadable;
}

QJsonObject FlowReport::toJson() const
{
    static const QStringList effects{u"refused"_s, u"dropped"_s, u"unreadable"_s, u"runaway"_s, u"unknown"_s};
    QJsonArray findings;
    for (const FlowIssue &issue : issues)
        findings.append(QJsonObject{{u"effect"_s, effects.value(int(issue.effect))},
                                    {u"text"_s, issue.text},
                                    {u"key"_s, issue.key},
                                    {u"where"_s, u"%1:%2"_s.arg(file).arg(issue.line)}});
    return {{u"file"_s, file},
            {u"id"_s, id},
            {u"save"_s, flowSaveName(save)},
            {u"stored"_s, flowStoredName(stored)},
            {u"findings"_s, findings}};
}
