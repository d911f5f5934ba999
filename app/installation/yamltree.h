// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

/// One node of a YAML text with the place it stands at.
struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Map, Alias };
    Kind kind = Kind::Null;
    QString value;        ///< of a scalar
    qsizetype offset = 0; ///< in bytes; at its anchor or tag when it has one
    int line = 1;
    bool flow = false;   ///< [ ] or { }
    int target = -1;     ///< of an alias: the node with the anchor
    QList<int> children; ///< of a map: key, value, key, value, …
};

/// A key that stands twice in one map.
struct YamlDuplicate {
    QString key;
    int firstLine = 0;
    int line = 0;
};

/// A YAML text as a tree with byte positions, so that one scalar can be changed where it stands and every
/// other byte is kept. Aliases stay visible, merge keys (<<) are followed by child() and entries(). A text
/// that cannot be read is BadInput with file and line; alias cycles are one of the reasons.
class YamlTree
{
public:
    static constexpr qsizetype sizeLimit = 2 * 1024 * 1024;

    static Result<YamlTree> parse(const QByteArray &bytes, const QString &path);

    bool isEmpty() const { return m_roots.isEmpty(); }
    const QList<int> &roots() const { return m_roots; } ///< one a document
    /// Aliases are followed.
    const YamlNode &node(int index) const;
    int resolved(int index) const;
    bool isMap(int index) const;
    bool isSequence(int index) const;
    /// Value of a key, -1 when there is none. Own keys win over merged ones, the last of two equal ones wins.
    int child(int map, QStringView key) const;
    int childAt(int map, const QStringList &keys) const;
    /// Keys in order with their values, merged ones last.
    QList<QPair<QString, int>> entries(int map) const;
    /// Text of a scalar; empty for everything else.
    QString text(int index) const;
    /// Scalars of a sequence, or the one scalar.
    QStringList texts(int index) const;
    const QList<YamlDuplicate> &duplicates() const { return m_duplicates; }
    const QList<YamlNode> &nodes() const { return m_nodes; }

private:
    friend class YamlTreeBuilder;
    int ownChild(int map, QStringView key) const;
    QList<int> mergedMaps(int map) const;

    QList<YamlNode> m_nodes;
    QList<int> m_roots;
    QList<YamlDuplicate> m_duplicates;
};

/// Where the text of a scalar begins in the bytes (behind anchor, tag and quote); -1 when it does not stand
/// there as it is (escapes, folded lines).
qsizetype scalarTextOffset(const QByteArray &bytes, const YamlNode &scalar);
