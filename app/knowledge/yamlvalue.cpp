// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/yamlvalue.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaximumBytes = 8 * 1024 * 1024;
constexpr qint64 MaximumNodes = 1'000'000;
constexpr qsizetype MaximumDepth = 200;

struct Refused : std::runtime_error {
    Refused(const char *what, int at)
        : std::runtime_error(what)
        , line(at)
    {
    }
    int line;
};

/// Builds the tree from the parser's events; the parser's own node graph cannot tell alias cycles from data.
class Builder : public YAML::EventHandler
{
public:
    YamlStream result;

    void OnDocumentStart(const YAML::Mark &) override
    {
        m_anchors.clear();
        m_open.clear();
        m_root.reset();
    }
    void OnDocumentEnd() override
    {
        if (m_root)
            result.documents.append(m_root);
    }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        leaf(make(YamlValue::Kind::Null, mark), anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const YamlValuePointer node = m_anchors.value(anchor);
        if (!node)
            throw Refused("an alias stands within what it names", mark.line + 1);
        m_nodes += m_sizes.value(node.get(), 1);
        if (m_nodes > MaximumNodes)
            throw Refused("its aliases unfold without end", mark.line + 1);
        attach(node, mark);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const auto node = make(YamlValue::Kind::Scalar, mark);
        node->text = QString::fromStdString(value);
        node->quoted = tag == "!";
        if (!node->quoted &&
            (value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL"))
            node->kind = YamlValue::Kind::Null;
        leaf(node, anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        begin(YamlValue::Kind::Sequence, mark, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        begin(YamlValue::Kind::Mapping, mark, anchor);
    }
    void OnMapEnd() override { end(); }

private:
    struct Open {
        std::shared_ptr<YamlValue> node;
        YAML::anchor_t anchor = 0;
        qint64 before = 0;
        bool hasKey = false;
        YamlMember entry;
        QSet<QString> keys;
    };

    std::shared_ptr<YamlValue> make(YamlValue::Kind kind, const YAML::Mark &mark)
    {
        if (++m_nodes > MaximumNodes)
            throw Refused("it has too many nodes", mark.line + 1);
        auto node = std::make_shared<YamlValue>();
        node->kind = kind;
        node->line = mark.line + 1;
        node->offset = mark.pos;
        return node;
    }

    void leaf(const std::shared_ptr<YamlValue> &node, YAML::anchor_t anchor)
    {
        if (anchor)
            m_anchors.insert(anchor, node);
        attach(node, {});
    }

    void begin(YamlValue::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_open.size() >= MaximumDepth)
            throw Refused("it is nested too deeply", mark.line + 1);
        const qint64 before = m_nodes;
        m_open.append({make(kind, mark), anchor, before, false, {}, {}});
    }

    void end()
    {
        const Open open = m_open.takeLast();
        m_sizes.insert(open.node.get(), m_nodes - open.before);
        if (open.anchor)
            m_anchors.insert(open.anchor, open.node);
        attach(open.node, {});
    }

    void attach(const YamlValuePointer &node, const YAML::Mark &)
    {
        if (m_open.isEmpty()) {
            m_root = node;
            return;
        }
        Open &parent = m_open.last();
        if (parent.node->isSequence()) {
            parent.node->items.append(node);
        } else if (!parent.hasKey) {
            parent.entry = {node->text, node->line, node->offset, {}};
            parent.hasKey = true;
            if (parent.keys.contains(node->text) && result.duplicateKey.isEmpty()) {
                result.duplicateKey = node->text;
                result.duplicateLine = node->line;
            }
            parent.keys.insert(node->text);
        } else {
            parent.entry.value = node;
            parent.node->entries.append(parent.entry);
            parent.hasKey = false;
        }
    }

    QHash<YAML::anchor_t, YamlValuePointer> m_anchors;
    QHash<const YamlValue *, qint64> m_sizes;
    QList<Open> m_open;
    YamlValuePointer m_root;
    qint64 m_nodes = 0;
};

std::unexpected<Error> refuse(const QString &why, int line)
{
    return failure(
        ErrorKind::BadInput,
        QCoreApplication::translate("Yaml", "This is no YAML that can be read (line %1): %2.", "@error")
            .arg(line)
            .arg(why));
}

} // namespace

Result<YamlStream> readYamlStream(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() > MaximumBytes)
        return refuse(u"it is larger than 8 MiB"_s, 1);
    std::istringstream stream(bytes.toStdString());
    Builder builder;
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return builder.result;
    } catch (const Refused &refused) {
        return refuse(QString::fromUtf8(refused.what()), refused.line);
    } catch (const YAML::Exception &error) {
        return refuse(QString::fromStdString(error.msg), error.mark.line + 1);
    }
}

const YamlValue *YamlValue::value(QStringView key) const
{
    const YamlValue *merged = nullptr;
    for (const YamlMember &entry : entries) {
        if (entry.key == key)
            return entry.value.get();
        if (entry.key != u"<<" || merged)
            continue;
        if (entry.value->isMapping())
            merged = entry.value->value(key);
        for (const YamlValuePointer &item : entry.value->items)
            merged = merged ? merged : item->value(key);
    }
    return merged;
}

QString YamlValue::scalar(QStringView key) const
{
    const YamlValue *found = value(key);
    return found && found->isScalar() ? found->text : QString();
}
