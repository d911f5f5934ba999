// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmvalues.h"

#include "app/installation/imagetag.h"
#include "app/installation/yamltree.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int depthLimit = 4;

ChartGeneration generationOf(const YamlTree &tree, int map)
{
    if (tree.child(map, u"configurations") >= 0 && tree.child(map, u"common") >= 0)
        return ChartGeneration::One;
    if (tree.childAt(map, {u"image"_s, u"image"_s}) >= 0 && tree.child(map, u"deployments") >= 0)
        return ChartGeneration::Zero;
    return ChartGeneration::Other;
}

QString repositoryOf(const YamlTree &tree, int image)
{
    for (const QString &key : {u"repository"_s, u"image"_s}) {
        const QString text = tree.text(tree.child(image, key));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// The map that holds Kestra's values: the top, or the one of a sub-chart.
bool findPrefix(const YamlTree &tree, int map, const QString &prefix, int depth, QString *found)
{
    const int image = tree.child(map, u"image");
    if (tree.isMap(image) &&
        (generationOf(tree, map) != ChartGeneration::Other || isKestraImage(repositoryOf(tree, image)))) {
        *found = prefix;
        return true;
    }
    if (depth >= depthLimit || !tree.isMap(map))
        return false;
    for (const auto &[key, value] : tree.entries(map)) {
        if (tree.isMap(value) && findPrefix(tree, value, prefix + key + u'.', depth + 1, found))
            return true;
    }
    return false;
}

int mapAt(const YamlTree &tree, const QString &prefix)
{
    return tree.roots().isEmpty()
               ? -1
               : tree.childAt(tree.roots().first(), prefix.split(u'.', Qt::SkipEmptyParts));
}

QStringList replicaKeysOf(const YamlTree &tree, int map, ChartGeneration generation)
{
    QStringList keys;
    for (const QString &group : {u"deployments"_s, u"workerGroup"_s, u"workerGroups"_s}) {
        const int parts = tree.child(map, group);
        if (!tree.isMap(parts))
            continue;
        for (const auto &[name, part] : tree.entries(parts)) {
            const QString key = group + u'.' + name;
            const bool isOld = tree.child(part, u"replicaCount") >= 0;
            if (isOld || generation == ChartGeneration::Zero)
                keys.append(key + u".replicaCount"_s);
            else if (generation == ChartGeneration::One || tree.child(part, u"replicas") >= 0)
                keys.append(key + u".replicas"_s);
        }
    }
    return keys;
}

QHash<QString, int> replicasOf(const YamlTree &tree, int map, const QStringList &keys)
{
    // An empty number and 0 give the default of the chart, as its templates have it.
    const int common = std::max(1, tree.text(tree.childAt(map, {u"common"_s, u"replicas"_s})).toInt());
    QHash<QString, int> result;
    for (const QString &key : keys) {
        const int own = tree.text(tree.childAt(map, key.split(u'.'))).toInt();
        result.insert(key.section(u'.', 0, -2), own > 0 ? own : common);
    }
    return result;
}

/// 0.24 and later refuse weaker ones: eight characters, upper case, lower case, a digit.
bool isStrong(const QString &password)
{
    static const QRegularExpression shape(u"^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)\\S{8,256}$"_s);
    return shape.match(password).hasMatch();
}

} // namespace

QString generationName(ChartGeneration generation)
{
    switch (generation) {
    case ChartGeneration::Zero:
        return u"0.x"_s;
    case ChartGeneration::One:
        return u"1.x"_s;
    case ChartGeneration::Other:
        break;
    }
    return u"other"_s;
}

ChartGeneration generationFromName(const QString &name)
{
    return name == u"0.x"   ? ChartGeneration::Zero
           : name == u"1.x" ? ChartGeneration::One
                            : ChartGeneration::Other;
}

Result<ValuesShape> ValuesShape::read(const QByteArray &all, const QByteArray &own)
{
    const Result<YamlTree> computed = YamlTree::parse(all, u"helm get values --all"_s);
    if (!computed)
        return std::unexpected(computed.error());
    const Result<YamlTree> given = YamlTree::parse(own, u"helm get values"_s);
    if (!given)
        return std::unexpected(given.error());
    ValuesShape shape;
    if (computed->roots().isEmpty() ||
        !findPrefix(*computed, computed->roots().first(), {}, 0, &shape.prefix))
        return shape;
    const int map = mapAt(*computed, shape.prefix);
    shape.generation = generationOf(*computed, map);
    const int image = computed->child(map, u"image");
    shape.repository = repositoryOf(*computed, image);
    shape.tagKey = shape.prefix + u"image.tag"_s;
    shape.tag = computed->text(computed->child(image, u"tag"));
    const int mine = mapAt(*given, shape.prefix);
    shape.tagIsOwn = mine >= 0 && !given->text(given->childAt(mine, {u"image"_s, u"tag"_s})).isEmpty();
    shape.replicaKeys = replicaKeysOf(*computed, map, shape.generation);
    shape.replicas = replicasOf(*computed, map, shape.replicaKeys);
    return shape;
}

QString ValuesShape::replicasKey(const QString &valuesKey) const
{
    for (const QString &key : replicaKeys) {
        if (key.section(u'.', 0, -2) == valuesKey)
            return prefix + key;
    }
    return {};
}

QString ValuesShape::graceKey(const QString &valuesKey) const
{
    return generation == ChartGeneration::Other || valuesKey.isEmpty()
               ? QString()
               : prefix + valuesKey + u".terminationGracePeriodSeconds"_s;
}

QString withHiddenSecrets(const QString &yaml)
{
    static const QRegularExpression secret(
        u"^(\\s*(?:-\\s+)?[\"']?[\\w.\\-/]*(?:password|passwd|secret|token|credential|access-?key|api-?key|"
        "private-?key|license|licence|passphrase)[\\w.\\-]*[\"']?\\s*:)[ \\t]+(\\S.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inUrl(u"((?:password|secret|token)=|://[^/\\s:@]+:)[^@&\\s\"']+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inFlow(
        u"([{,]\\s*[\"']?[\\w.\\-]*(?:password|secret|token|access-?key|api-?key)[\\w.\\-]*[\"']?\\s*:\\s*)[^,}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList lines = yaml.split(u'\n');
    qsizetype blockIndent = -1;
    for (QString &line : lines) {
        qsizetype indent = 0;
        while (indent < line.size() && line[indent] == u' ')
            ++indent;
        if (blockIndent >= 0 && (line.trimmed().isEmpty() || indent > blockIndent)) {
            line = line.trimmed().isEmpty() ? line : QString(indent, u' ') + u"hidden"_s;
            continue;
        }
        blockIndent = -1;
        const QRegularExpressionMatch match = secret.match(line);
        const QString value = match.captured(2).trimmed();
        if (match.hasMatch() && (value.startsWith(u'|') || value.startsWith(u'>'))) {
            blockIndent = indent;
        } else if (match.hasMatch() && !value.startsWith(u'{') && !value.startsWith(u'[') &&
                   !value.startsWith(u"${"_s)) {
            QString plain = value;
            plain.remove(u'"').remove(u'\'');
            line = match.captured(1) + (isStrong(plain) ? u" Hidden-Value-1"_s : u" hidden"_s);
        } else {
            line.replace(inFlow, u"\\1hidden"_s);
            line.replace(inUrl, u"\\1hidden"_s);
        }
    }
    return lines.join(u'\n');
}
