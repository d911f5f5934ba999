// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/knowledge/rule.h"
#include "app/knowledge/yamlvalue.h"

#include <QHash>
#include <QList>
#include <QString>

/// A place in a flow that a detector points at.
struct FlowPlace {
    QString file;
    QString flow;
    int line = 0;
    QString key; ///< the word as written: what a fix would replace
    bool operator==(const FlowPlace &) const = default;
};

/// A flow cut up for rules, once for all of them.
class FlowFacts
{
public:
    explicit FlowFacts(const FlowText &flow);

    bool isReadable() const { return m_readable; }
    const QString &where() const { return m_where; }
    /// Places in this flow where the detector (of Where::Flow) hits.
    QList<FlowPlace> find(const Detector &detector) const;

private:
    struct Part {
        QString of; ///< root, task, trigger, input, output, retry, check, other
        QString type;
        const YamlValue *node = nullptr;
    };
    struct Expression {
        QString text; ///< what stands between the braces, texts in quotes taken out
        int line = 0;
    };

    void collect(const YamlValue &node, const QString &of, int depth);
    void expressionsOf(const YamlValue &node);
    void findParts(const Detector &detector, const Part &part, QList<FlowPlace> &places) const;
    void findExpressions(const Detector &detector, QList<FlowPlace> &places) const;
    FlowPlace place(int line, const QString &key) const;

    QString m_where;
    QString m_id;
    bool m_readable = false;
    QList<YamlValuePointer> m_documents;
    QList<Part> m_parts;
    QList<Expression> m_expressions;
};

/// "io.kestra.plugin.core.flow.*" against a type; the star stands for anything.
bool matchesPattern(const QString &text, const QString &pattern);
