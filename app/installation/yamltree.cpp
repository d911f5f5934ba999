// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("YamlTree", text, "@error");
}

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// Ends the parse from inside yaml-cpp, whose handlers have no other way out.
struct Refused {
    QString message;
};

} // namespace

class YamlTreeBuilder : public YAML::EventHandler
{
public:
    YamlTreeBuilder(YamlTree &tree, qsizetype shift)
        : m_tree(tree)
        , m_shift(shift)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override { m_anchors.clear(); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(YamlNode::Kind::Null, mark, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const int target = m_anchors.value(anchor, -1);
        if (target >= 0 && m_open.contains(target))
            throw Refused{tr("line %1: an alias that contains itself").arg(mark.line + 1)};
        m_tree.m_nodes[add(YamlNode::Kind::Alias, mark, 0)].target = target;
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        m_tree.m_nodes[add(YamlNode::Kind::Scalar, mark, anchor)].value = QString::fromStdString(value);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Sequence, mark, anchor, style);
    }
    void OnSequenceEnd() override { m_open.removeLast(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Map, mark, anchor, style);
    }
    void OnMapEnd() override { noteDuplicates(m_open.takeLast()); }

private:
    int add(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const int index = static_cast<int>(m_tree.m_nodes.size());
        YamlNode node;
        node.kind = kind;
        node.offset = mark.pos + m_shift;
        node.line = mark.line + 1;
        m_tree.m_nodes.append(node);
        if (m_open.isEmpty())
            m_tree.m_roots.append(index);
        else
            m_tree.m_nodes[m_open.last()].children.append(index);
        if (anchor != 0)
            m_anchors.insert(anchor, index);
        return index;
    }
    void open(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style)
    {
        const int index = add(kind, mark, anchor);
        m_tree.m_nodes[index].flow = style == YAML::EmitterStyle::Flow;
        m_open.append(index);
    }
    void noteDuplicates(int map)
    {
        QHash<QString, int> lines;
        const QList<int> children = m_tree.m_nodes[map].children;
        for (qsizetype i = 0; i + 1 < children.size(); i += 2) {
            const YamlNode &key = m_tree.m_nodes[children[i]];
            if (key.kind != YamlNode::Kind::Scalar || key.value == u"<<")
                continue;
            if (const auto first = lines.constFind(key.value); first != lines.cend())
                m_tree.m_duplicates.append({key.value, *first, key.line});
            lines.insert(key.value, key.line);
        }
    }

    YamlTree &m_tree;
    qsizetype m_shift;
    QHash<YAML::anchor_t, int> m_anchors;
    QList<int> m_open;
};

Result<YamlTree> YamlTree::parse(const QByteArray &bytes, const QString &path)
{
    if (bytes.size() > sizeLimit)
        return failure(
            ErrorKind::BadInput,
            tr("%1 has %2 bytes: too large to be a file of this kind.").arg(path).arg(bytes.size()));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        return failure(ErrorKind::BadInput, tr("%1 is not a text in UTF-8.").arg(path));
    YamlTree tree;
    const bool hasMark = bytes.startsWith(byteOrderMark);
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        YamlTreeBuilder builder(tree, hasMark ? byteOrderMark.size() : 0);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Refused &refused) {
        return failure(ErrorKind::BadInput, tr("%1 cannot be read, %2.").arg(path, refused.message));
    } catch (const YAML::Exception &exception) {
        return failure(ErrorKind::BadInput, tr("%1 is not valid YAML, line %2: %3.")
                                                .arg(path)
                                                .arg(exception.mark.line + 1)
                                                .arg(QString::fromStdString(exception.msg)));
    } catch (const std::exception &exception) {
        return failure(ErrorKind::BadInput, tr("%1 is not valid YAML.").arg(path),
                       QString::fromUtf8(exception.what()));
    }
    return tree;
}

int YamlTree::resolved(int index) const
{
    while (index >= 0 && m_nodes[index].kind == YamlNode::Kind::Alias)
        index = m_nodes[index].target;
    return index;
}

const YamlNode &YamlTree::node(int index) const
{
    static const YamlNode none;
    const int target = resolved(index);
    return target < 0 ? none : m_nodes[target];
}

bool YamlTree::isMap(int index) const
{
    return node(index).kind == YamlNode::Kind::Map;
}

bool YamlTree::isSequence(int index) const
{
    return node(index).kind == YamlNode::Kind::Sequence;
}

int YamlTree::ownChild(int map, QStringView key) const
{
    const QList<int> &children = node(map).children;
    for (qsizetype i = children.size() - 2; i >= 0; i -= 2) {
        const YamlNode &name = node(children[i]);
        if (name.kind == YamlNode::Kind::Scalar && name.value == key)
            return children[i + 1];
    }
    return -1;
}

/// The map, then what it merges, nearest first; each once, so that nested merges cannot grow without bound.
QList<int> YamlTree::mergedMaps(int map) const
{
    QList<int> order;
    QSet<int> seen;
    QList<int> waiting{resolved(map)};
    while (!waiting.isEmpty()) {
        const int current = waiting.takeFirst();
        if (current < 0 || seen.contains(current) || !isMap(current))
            continue;
        seen.insert(current);
        order.append(current);
        const int merge = ownChild(current, u"<<");
        QList<int> next;
        if (isSequence(merge)) {
            for (const int item : node(merge).children)
                next.append(resolved(item));
        } else if (merge >= 0) {
            next.append(resolved(merge));
        }
        waiting = next + waiting;
    }
    return order;
}

int YamlTree::child(int map, QStringView key) const
{
    if (!isMap(map))
        return -1;
    for (const int current : mergedMaps(map)) {
        if (const int found = ownChild(current, key); found >= 0)
            return found;
    }
    return -1;
}

int YamlTree::childAt(int map, const QStringList &keys) const
{
    int current = map;
    for (const QString &key : keys)
        current = child(current, key);
    return current;
}

QList<QPair<QString, int>> YamlTree::entries(int map) const
{
    QList<QPair<QString, int>> result;
    if (!isMap(map))
        return result;
    QSet<QString> seen;
    for (const int current : mergedMaps(map)) {
        const QList<int> &children = m_nodes[current].children;
        for (qsizetype i = 0; i + 1 < children.size(); i += 2) {
            const QString key = text(children[i]);
            if (key == u"<<" || seen.contains(key))
                continue;
            seen.insert(key);
            result.append({key, ownChild(current, key)});
        }
    }
    return result;
}

QString YamlTree::text(int index) const
{
    const YamlNode &found = node(index);
    return found.kind == YamlNode::Kind::Scalar ? found.value : QString();
}

QStringList YamlTree::texts(int index) const
{
    QStringList result;
    const YamlNode &found = node(index);
    if (found.kind == YamlNode::Kind::Scalar)
        result.append(found.value);
    for (const int item : found.kind == YamlNode::Kind::Sequence ? found.children : QList<int>())
        result.append(text(item));
    return result;
}

namespace
{

qsizetype behindProperties(const QByteArray &bytes, qsizetype at)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (at < bytes.size() && (bytes[at] == '&' || bytes[at] == '!')) {
        while (at < bytes.size() && !isBlank(bytes[at]))
            ++at;
        while (at < bytes.size() && isBlank(bytes[at]))
            ++at;
    }
    return at;
}

} // namespace

qsizetype scalarTextOffset(const QByteArray &bytes, const YamlNode &scalar)
{
    const QByteArray value = scalar.value.toUtf8();
    const qsizetype at = behindProperties(bytes, scalar.offset);
    if (scalar.kind != YamlNode::Kind::Scalar || at >= bytes.size())
        return -1;
    const char first = bytes[at];
    if (first == '"' || first == '\'') {
        const bool plain = QByteArrayView(bytes).sliced(at + 1).startsWith(value);
        const qsizetype end = at + 1 + value.size();
        return plain && end < bytes.size() && bytes[end] == first ? at + 1 : -1;
    }
    if (first == '|' || first == '>') {
        const qsizetype lineEnd = bytes.indexOf('\n', at);
        const QByteArray line = value.trimmed();
        if (lineEnd < 0 || line.contains('\n'))
            return -1;
        qsizetype start = lineEnd + 1;
        while (start < bytes.size() && (bytes[start] == ' ' || bytes[start] == '\n' || bytes[start] == '\r'))
            ++start;
        return QByteArrayView(bytes).sliced(start).startsWith(line) ? start : -1;
    }
    return QByteArrayView(bytes).sliced(at).startsWith(value) ? at : -1;
}
