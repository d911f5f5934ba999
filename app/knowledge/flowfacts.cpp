// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/flowfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaximumParts = 50'000;
constexpr qsizetype MaximumExpression = 20'000;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Position behind `word` when it stands there as a word of its own, not behind a dot.
qsizetype findWord(const QString &text, const QString &word, qsizetype from)
{
    for (qsizetype at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool starts = at == 0 || (!isWordCharacter(text[at - 1]) && text[at - 1] != u'.');
        if (starts && (end == text.size() || !isWordCharacter(text[end])))
            return end;
    }
    return -1;
}

qsizetype skipBlanks(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

bool callsFunction(const QString &text, const QString &name, const QString &argument)
{
    for (qsizetype end = findWord(text, name, 0); end >= 0; end = findWord(text, name, end)) {
        const qsizetype open = skipBlanks(text, end);
        if (open >= text.size() || text[open] != u'(')
            continue;
        // A name behind a bar is a filter.
        qsizetype before = end - name.size() - 1;
        while (before >= 0 && text[before].isSpace())
            --before;
        if (before >= 0 && text[before] == u'|')
            continue;
        if (argument.isEmpty())
            return true;
        int depth = 0;
        qsizetype close = open;
        for (; close < text.size(); ++close) {
            depth += text[close] == u'(' ? 1 : text[close] == u')' ? -1 : 0;
            if (depth == 0)
                break;
        }
        const QString inside = text.sliced(open, close - open);
        const qsizetype name1 = findWord(inside, argument, 0);
        if (name1 >= 0 && skipBlanks(inside, name1) < inside.size() &&
            inside[skipBlanks(inside, name1)] == u'=')
            return true;
    }
    return false;
}

bool usesFilter(const QString &text, const QString &name)
{
    for (qsizetype end = findWord(text, name, 0); end >= 0; end = findWord(text, name, end)) {
        qsizetype before = end - name.size() - 1;
        while (before >= 0 && text[before].isSpace())
            --before;
        if (before >= 0 && text[before] == u'|')
            return true;
    }
    return false;
}

bool usesVariable(const QString &text, const QString &name)
{
    for (qsizetype end = findWord(text, name, 0); end >= 0; end = findWord(text, name, end)) {
        const qsizetype next = skipBlanks(text, end);
        if (next >= text.size() || (text[next] != u'(' && text[next] != u':' && text[next] != u'='))
            return true;
    }
    return false;
}

QString partName(const QString &key, const QString &owner)
{
    if (key == u"triggers")
        return u"trigger"_s;
    if (key == u"inputs" && owner == u"root")
        return u"input"_s;
    if (key == u"outputs" && owner == u"root")
        return u"output"_s;
    if (key == u"checks" && owner == u"root")
        return u"check"_s;
    if (key == u"retry")
        return u"retry"_s;
    return u"other"_s;
}

const YamlValue *atPath(const YamlValue &node, const QString &path, const YamlMember **last)
{
    const YamlValue *at = &node;
    for (const QString &part : path.split(u'.')) {
        const YamlMember *found = nullptr;
        for (const YamlMember &entry : at->entries)
            found = entry.key == part ? &entry : found;
        if (!found)
            return nullptr;
        *last = found;
        at = found->value.get();
    }
    return at;
}

} // namespace

bool matchesPattern(const QString &text, const QString &pattern)
{
    const QStringList parts = pattern.split(u'*');
    if (parts.size() == 1)
        return text == pattern;
    if (!text.startsWith(parts.constFirst()))
        return false;
    qsizetype at = parts.constFirst().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype found = text.indexOf(parts[i], at);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return text.size() - at >= parts.constLast().size() && text.endsWith(parts.constLast());
}

FlowFacts::FlowFacts(const FlowText &flow)
    : m_where(flow.where)
    , m_id(flow.id)
{
    const Result<YamlStream> yaml = readYamlStream(flow.source);
    m_readable = yaml && !yaml->documents.isEmpty();
    if (!m_readable)
        return;
    m_documents = yaml->documents;
    for (const YamlValuePointer &document : std::as_const(m_documents))
        collect(*document, u"root"_s, 0);
}

void FlowFacts::collect(const YamlValue &node, const QString &of, int depth)
{
    if (m_parts.size() > MaximumParts || depth > 100)
        return;
    QString kind = of;
    if (node.isMapping()) {
        const QString type = node.scalar(u"type").trimmed();
        if (of == u"other" && type.contains(u'.'))
            kind = u"task"_s;
        m_parts.append({kind, type, &node});
    } else if (node.isScalar()) {
        expressionsOf(node);
    }
    for (const YamlMember &entry : node.entries)
        collect(*entry.value, partName(entry.key, kind), depth + 1);
    for (const YamlValuePointer &item : node.items)
        collect(*item, of, depth + 1);
}

void FlowFacts::expressionsOf(const YamlValue &node)
{
    const QString &text = node.text;
    int line = node.line;
    qsizetype counted = 0;
    for (qsizetype at = text.indexOf(u'{'); at >= 0 && at + 1 < text.size();
         at = text.indexOf(u'{', at + 1)) {
        const QChar mark = text[at + 1];
        if (mark != u'{' && mark != u'%')
            continue;
        const qsizetype end = text.indexOf(mark == u'{' ? u"}}"_s : u"%}"_s, at + 2);
        if (end < 0)
            return;
        for (; counted < at; ++counted)
            line += text[counted] == u'\n';
        QString inside;
        QChar quote;
        for (qsizetype i = at + 2; i < end && inside.size() < MaximumExpression; ++i) {
            const QChar c = text[i];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'\'' || c == u'"')
                quote = c;
            else
                inside += c;
        }
        m_expressions.append({inside, line});
        at = end;
    }
}

FlowPlace FlowFacts::place(int line, const QString &key) const
{
    return {m_where, m_id, line, key};
}

QList<FlowPlace> FlowFacts::find(const Detector &detector) const
{
    QList<FlowPlace> places;
    for (const Part &part : m_parts)
        findParts(detector, part, places);
    findExpressions(detector, places);
    return places;
}

void FlowFacts::findParts(const Detector &detector, const Part &part, QList<FlowPlace> &places) const
{
    if (!detector.ids.isEmpty() && part.of == u"root" && detector.ids.contains(part.node->scalar(u"id")))
        places.append(place(part.node->line, part.node->scalar(u"id")));
    bool typed = detector.types.isEmpty();
    for (const QString &pattern : detector.types)
        typed = typed || (!part.type.isEmpty() && matchesPattern(part.type, pattern));
    if (!typed)
        return;
    if (detector.properties.isEmpty()) {
        if (!detector.types.isEmpty())
            places.append(place(part.node->value(u"type")->line, part.type));
        return;
    }
    if (detector.of != u"any" && detector.of != part.of)
        return;
    const auto has = [&part](const QString &path) {
        const YamlMember *entry = nullptr;
        return atPath(*part.node, path, &entry) != nullptr;
    };
    if (!std::ranges::all_of(detector.also, has))
        return;
    if (detector.absent) {
        if (std::ranges::none_of(detector.properties, has))
            places.append(place(part.node->line, detector.properties.constFirst()));
        return;
    }
    for (const QString &path : detector.properties) {
        const YamlMember *entry = nullptr;
        const YamlValue *value = atPath(*part.node, path, &entry);
        if (!value)
            continue;
        const QString text = value->text.trimmed();
        if (detector.values.isEmpty())
            places.append(place(entry->line, entry->key));
        else if (std::ranges::any_of(detector.values,
                                     [&](const QString &wanted) { return matchesPattern(text, wanted); }))
            places.append(place(entry->line, text));
    }
}

void FlowFacts::findExpressions(const Detector &detector, QList<FlowPlace> &places) const
{
    for (const Expression &expression : m_expressions) {
        for (const QString &name : detector.functions) {
            if (callsFunction(expression.text, name, detector.argument))
                places.append(place(expression.line, name));
        }
        for (const QString &name : detector.filters) {
            if (usesFilter(expression.text, name))
                places.append(place(expression.line, name));
        }
        for (const QString &name : detector.variables) {
            if (usesVariable(expression.text, name))
                places.append(place(expression.line, name));
        }
    }
}
