// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/configindex.h"

#include "app/knowledge/yamlvalue.h"

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaximumKeys = 100'000;

/// Where Kestra's own tree begins, whatever it is wrapped in ("configurations.application.kestra…",
/// "kestra…").
QString below(const QString &path)
{
    static const QStringList roots{u"kestra"_s, u"micronaut"_s, u"datasources"_s, u"endpoints"_s};
    const QStringList parts = path.split(u'.');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        // The Helm chart of an umbrella has a "kestra" of its own above the values.
        const bool wrapper = parts[i] == u"kestra" && i + 1 < parts.size() &&
                             (parts[i + 1].startsWith(u"configuration") || parts[i + 1] == u"image");
        if (roots.contains(parts[i]) && !wrapper)
            return parts.sliced(i).join(u'.');
    }
    return path;
}

bool isVariable(const QString &name)
{
    return name.startsWith(u"KESTRA_") || name.startsWith(u"MICRONAUT_") ||
           name.startsWith(u"DATASOURCES_") || name.startsWith(u"ENDPOINTS_");
}

} // namespace

ConfigIndex::ConfigIndex(const QList<ConfigText> &texts)
{
    for (const ConfigText &text : texts) {
        m_seen = true;
        if (text.format == u"env")
            readVariables(text);
        else if (text.format != u"dockerfile")
            readYaml(text);
    }
}

QString ConfigIndex::kebab(const QString &word)
{
    QString result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word[i].isUpper() && i > 0 && !word[i - 1].isUpper() && word[i - 1] != u'-')
            result += u'-';
        result += word[i] == u'_' ? QChar(u'-') : word[i].toLower();
    }
    return result;
}

void ConfigIndex::readYaml(const ConfigText &text)
{
    const Result<YamlStream> yaml = readYamlStream(text.text);
    if (!yaml) {
        m_unreadable.append(text.path);
        return;
    }
    for (const YamlValuePointer &document : yaml->documents)
        flatten(*document, text, document->line, {}, {});
}

void ConfigIndex::readVariables(const ConfigText &text)
{
    int line = 0;
    for (const QStringView &row : QStringView(text.text).split(u'\n')) {
        ++line;
        QStringView entry = row.trimmed();
        if (entry.startsWith(u"export "))
            entry = entry.sliced(7).trimmed();
        const qsizetype equals = entry.indexOf(u'=');
        if (equals > 0 && !entry.startsWith(u'#'))
            variable(entry.first(equals).trimmed().toString(), entry.sliced(equals + 1).toString(), text,
                     line);
    }
}

void ConfigIndex::flatten(const YamlValue &node, const ConfigText &text, int line, const QString &path,
                          const QString &raw)
{
    if (m_keys.size() > MaximumKeys)
        return;
    if (!path.isEmpty())
        m_keys.append({below(path), raw, node.isScalar() ? node.text : QString(), text.path,
                       text.firstLine + line - 1, false});
    for (const YamlMember &entry : node.entries) {
        if (entry.key == u"KESTRA_CONFIGURATION")
            block(*entry.value, text, entry.value->line);
        else if (isVariable(entry.key))
            variable(entry.key, entry.value->text, text, entry.line);
        else if (entry.value->isScalar() && entry.value->text.contains(u"\nkestra:"))
            block(*entry.value, text, entry.value->line);
        const QString dot = path.isEmpty() ? QString() : u"."_s;
        QStringList words;
        for (const QString &word : entry.key.split(u'.'))
            words.append(kebab(word));
        flatten(*entry.value, text, entry.line, path + dot + words.join(u'.'), raw + dot + entry.key);
    }
    for (const YamlValuePointer &item : node.items) {
        // Variables as a list: "- KESTRA_X=y"
        const qsizetype equals = item->isScalar() ? item->text.indexOf(u'=') : -1;
        if (equals > 0 && isVariable(item->text.first(equals)))
            variable(item->text.first(equals), item->text.sliced(equals + 1), text, item->line);
        flatten(*item, text, item->line, path, raw);
    }
}

void ConfigIndex::block(const YamlValue &node, const ConfigText &text, int line)
{
    if (!node.isScalar() || !node.text.contains(u':'))
        return;
    // Compose replaces ${…} before Kestra sees it; for the keys it does not matter.
    readYaml({text.path, text.firstLine + line, u"application"_s, node.text});
}

void ConfigIndex::variable(const QString &name, const QString &value, const ConfigText &text, int line)
{
    if (!isVariable(name))
        return;
    if (name == u"KESTRA_CONFIGURATION" && value.contains(u":"))
        return readYaml({text.path, text.firstLine + line - 1, u"application"_s, value});
    m_keys.append({name.toLower().replace(u"__"_s, u"-"_s).replace(u'_', u'.'), name, value, text.path,
                   text.firstLine + line - 1, true});
}

QList<ConfigKey> ConfigIndex::find(const QString &path) const
{
    const bool open = path.endsWith(u".*");
    const QString wanted = open ? path.chopped(2) : path;
    QString dotted = wanted;
    dotted.replace(u'-', u'.');
    QList<ConfigKey> found;
    for (const ConfigKey &key : m_keys) {
        const QString &name = key.fromVariable ? dotted : wanted;
        const bool exact = key.path == name;
        const bool deeper =
            key.path.size() > name.size() && key.path.startsWith(name) && key.path[name.size()] == u'.';
        // A variable names a leaf: it also sets what lies above it.
        if ((exact && !open) || (deeper && (open || key.fromVariable)))
            found.append(key);
    }
    return found;
}
