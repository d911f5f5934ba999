// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

#include <memory>

struct YamlValue;
using YamlValuePointer = std::shared_ptr<const YamlValue>;

struct YamlMember {
    QString key;
    int line = 0;
    qsizetype offset = 0; ///< of the key, in bytes of UTF-8
    YamlValuePointer value;
};

/// A node of a YAML text with where it stands (lines from 1). Anchored nodes are shared, cycles cannot arise,
/// and texts whose aliases would unfold beyond a million nodes are refused.
struct YamlValue {
    enum class Kind { Null, Scalar, Sequence, Mapping };

    Kind kind = Kind::Null;
    QString text;        ///< of a scalar
    bool quoted = false; ///< written in quotes or as a block: certainly a text
    int line = 0;
    qsizetype offset = 0; ///< where it begins, in bytes of UTF-8
    QList<YamlMember> entries;
    QList<YamlValuePointer> items;

    bool isMapping() const { return kind == Kind::Mapping; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isScalar() const { return kind == Kind::Scalar; }
    /// First value of that key, looking through merge keys as well; null: not there.
    const YamlValue *value(QStringView key) const;
    QString scalar(QStringView key) const; ///< empty when it is not there or no scalar
};

struct YamlStream {
    QList<YamlValuePointer> documents;
    QString duplicateKey; ///< first key that stands twice in one mapping; empty: none
    int duplicateLine = 0;
};

/// Error BadInput with the line: no YAML, an alias within its own anchor, too deep, too big (8 MiB).
Result<YamlStream> readYamlStream(const QString &text);
