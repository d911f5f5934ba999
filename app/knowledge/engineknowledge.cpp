// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/engineknowledge.h"

#include "app/knowledge/yamlvalue.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace
{

std::unexpected<Error> broken(const QString &details)
{
    return failure(ErrorKind::BadInput,
                   QCoreApplication::translate(
                       "EngineKnowledge",
                       "What this program knows of Kestra cannot be read. Install it again.", "@error"),
                   details);
}

Result<YamlValuePointer> rootOf(const QByteArray &text)
{
    const Result<YamlStream> yaml = readYamlStream(QString::fromUtf8(text));
    if (!yaml)
        return broken(yaml.error().message);
    if (yaml->documents.isEmpty() || !yaml->documents.constFirst()->isMapping() ||
        !yaml->duplicateKey.isEmpty())
        return broken(u"no mapping, or a key twice: %1"_s.arg(yaml->duplicateKey));
    return yaml->documents.constFirst();
}

const QList<YamlMember> &entriesOf(const YamlValuePointer &root, QStringView key)
{
    static const QList<YamlMember> none;
    const YamlValue *node = root->value(key);
    return node ? node->entries : none;
}

QByteArray resource(const QString &name)
{
    registerResources();
    QFile file(u":/knowledge/engine/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

LineRange EngineKnowledge::rangeOf(const QString &text) const
{
    const qsizetype dots = text.indexOf(u"..");
    if (dots < 0)
        return {};
    const qsizetype first = m_lines.indexOf(text.first(dots));
    const qsizetype last = m_lines.indexOf(text.sliced(dots + 2));
    return {int(qMax(first, qsizetype(0))), last < 0 ? 99 : int(last)};
}

PropertyFacts EngineKnowledge::propertyOf(const QString &text) const
{
    PropertyFacts facts;
    for (const QString &word : text.split(u' ')) {
        if (word == u"list")
            facts.isList = true;
        else if (word.contains(u".."))
            facts.range = rangeOf(word);
        else
            facts.type = word;
    }
    return facts;
}

Result<EngineKnowledge> EngineKnowledge::load(const QByteArray &structure, const QByteArray &checks)
{
    const Result<YamlValuePointer> table = rootOf(structure);
    if (!table)
        return std::unexpected(table.error());
    const Result<YamlValuePointer> extra = rootOf(checks);
    if (!extra)
        return std::unexpected(extra.error());
    EngineKnowledge knowledge;
    const YamlValue *lines = (*table)->value(u"lines");
    for (const YamlValuePointer &line : lines ? lines->items : QList<YamlValuePointer>())
        knowledge.m_lines.append(line->text);
    const auto properties = [&](const YamlValuePointer &node) {
        PropertyMap map;
        for (const YamlMember &entry : node->entries)
            map.insert(entry.key, knowledge.propertyOf(entry.value->text));
        return map;
    };
    for (const YamlMember &entry : entriesOf(*table, u"base"))
        knowledge.m_base.insert(entry.key, properties(entry.value));
    for (const YamlMember &entry : entriesOf(*table, u"types")) {
        PropertyMap map = properties(entry.value);
        const PropertyFacts is = map.take(u"is"_s);
        // What its kind has in common counts unless the type says otherwise.
        PropertyMap all = knowledge.m_base.value(is.type);
        all.insert(map);
        knowledge.m_typeProperties.insert(entry.key, all);
        knowledge.m_types.insert(entry.key, {entry.key, is.type, is.range, nullptr, false});
    }
    for (const YamlMember &entry : entriesOf(*table, u"aliases")) {
        const PropertyFacts facts = knowledge.propertyOf(entry.value->text.section(u' ', 1));
        knowledge.m_aliases.insert(entry.key, {entry.value->text.section(u' ', 0, 0), facts.range});
    }
    for (const YamlMember &entry : entriesOf(*table, u"groups"))
        knowledge.m_groups.insert(entry.key, properties(entry.value));
    for (const YamlMember &entry : entriesOf(*table, u"choices"))
        knowledge.m_choices.insert(entry.key, properties(entry.value));
    for (const YamlMember &entry : entriesOf(*table, u"enums")) {
        QHash<QString, LineRange> words;
        for (const YamlMember &word : entry.value->entries)
            words.insert(word.key, knowledge.rangeOf(word.value->text));
        knowledge.m_enums.insert(entry.key, words);
    }
    for (const YamlMember &entry : entriesOf(*extra, u"refusedTypes"))
        knowledge.m_refusedTypes.insert(entry.key, entry.value->text);
    for (const YamlMember &entry : entriesOf(*extra, u"checks"))
        knowledge.m_checks.insert(entry.key, knowledge.rangeOf(entry.value->text));
    if (const YamlValue *reserved = (*extra)->value(u"reservedIds")) {
        knowledge.m_reservedRange = knowledge.rangeOf(reserved->scalar(u"range"));
        if (const YamlValue *ids = reserved->value(u"ids"))
            for (const YamlValuePointer &id : ids->items)
                knowledge.m_reservedIds.append(id->text);
    }
    if (const YamlValue *plugins = (*extra)->value(u"plugins")) {
        const LineRange range = knowledge.rangeOf(plugins->scalar(u"range"));
        PropertyMap common = knowledge.m_typeProperties.value(u"io.kestra.plugin.core.log.Log"_s);
        common.remove(u"message"_s);
        if (const YamlValue *node = plugins->value(u"common"))
            for (const YamlMember &entry : node->entries)
                common.insert(entry.key, knowledge.propertyOf(entry.value->text));
        const YamlValue *types = plugins->value(u"types");
        for (const YamlMember &entry : types ? types->entries : QList<YamlMember>()) {
            PropertyMap all = common;
            all.insert(properties(entry.value));
            knowledge.m_typeProperties.insert(entry.key, all);
            knowledge.m_types.insert(entry.key, {entry.key, u"task"_s, range, nullptr, true});
        }
    }
    if (knowledge.m_lines.isEmpty() || knowledge.m_types.isEmpty() || !knowledge.m_groups.contains(u"Flow"_s))
        return broken(u"lines, types or the group Flow are missing"_s);
    return knowledge;
}

const Result<EngineKnowledge> &EngineKnowledge::builtIn()
{
    static const Result<EngineKnowledge> knowledge =
        load(resource(u"structure.yaml"_s), resource(u"checks.yaml"_s));
    return knowledge;
}

int EngineKnowledge::lineOf(const Version &version) const
{
    int found = 0;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        // A release candidate belongs to its line.
        const Version line = Version::of(m_lines[i]);
        if (version.major() > line.major() ||
            (version.major() == line.major() && version.minor() >= line.minor()))
            found = int(i);
    }
    return found;
}

std::optional<TypeFacts> EngineKnowledge::type(const QString &name, int line) const
{
    QString known = name;
    if (const auto alias = m_aliases.constFind(name); alias != m_aliases.cend()) {
        if (!alias->range.holds(line))
            return {};
        known = alias->name;
    }
    const auto found = m_types.constFind(known);
    if (found == m_types.cend() || !found->range.holds(line))
        return {};
    TypeFacts facts = *found;
    facts.properties = &*m_typeProperties.constFind(known);
    return facts;
}

bool EngineKnowledge::isCore(const QString &name) const
{
    if (const auto known = m_types.constFind(name); known != m_types.cend())
        return !known->isPlugin;
    return m_aliases.contains(name) || name.startsWith(u"io.kestra.plugin.core.") ||
           (name.startsWith(u"io.kestra.core.") && !name.startsWith(u"io.kestra.core.tasks.scripts.")) ||
           name.startsWith(u"org.kestra.");
}

const PropertyMap &EngineKnowledge::base(const QString &kind) const
{
    // Types without much of their own stand for all of their kind.
    return *m_typeProperties.constFind(kind == u"trigger" ? u"io.kestra.plugin.core.trigger.ScheduleOnDates"_s
                                                          : u"io.kestra.plugin.core.log.Log"_s);
}

const PropertyMap *EngineKnowledge::group(const QString &name) const
{
    const auto found = m_groups.constFind(name);
    return found == m_groups.cend() ? nullptr : &*found;
}

QString EngineKnowledge::choice(const QString &name, const QString &word, int line) const
{
    const PropertyFacts facts = m_choices.value(name).value(word);
    return !facts.type.isEmpty() && facts.range.holds(line) ? facts.type : QString();
}

bool EngineKnowledge::enumHolds(const QString &name, const QString &word, int line) const
{
    const auto words = m_enums.constFind(name);
    if (words == m_enums.cend())
        return true;
    const auto range = words->constFind(word);
    return range != words->cend() && range->holds(line);
}
