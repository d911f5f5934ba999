// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

#include <memory>

struct YamlNode;
using YamlPointer = std::shared_ptr<const YamlNode>;

struct YamlEntry {
    QString key;
    int line = 0;
    qsizetype offset = 0; ///< of the key, in bytes of UTF-8
    YamlPointer value;
};

/// A node of a YAML text with where it stands (lines from 1). Anchored nodes are shared, cycles cannot arise, and
/// texts whose aliases would unfold beyond a million nodes are refused.
struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    QString text;        ///< of a scalar
    bool quoted = false; ///< written in quotes or as a block: certainly a text
    int line = 0;
    qsizetype offset = 0; ///< where it begins, in bytes of UTF-8
    QList<YamlEntry> entries;
    QList<YamlPointer> items;

    bool isMapping() const { return kind == Kind::Mapping; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isScalar() const { return kind == Kind::Scalar; }
    /// First value of that key, looking through merge keys as well; null: not there.
    const YamlNode *value(QStringView key) const;
    QString scalar(QStringView key) const; ///< empty when it is not there or no scalar
};

struct YamlText {
    QList<YamlPointer> documents;
    QString duplicateKey; ///< first key that stands twice in one mapping; empty: none
    int duplicateLine = 0;
};

/// Error BadInput with the line: no YAML, an alias within its own anchor, too deep, too big (8 MiB).
Result<YamlText> parseYaml(const QString &text);
