// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QHash>
#include <QString>
#include <QStringList>

/// First and last line of Kestra (by its number in EngineKnowledge) in which something is known.
struct LineRange {
    int first = 0;
    int last = 99;
    bool holds(int line) const { return line >= first && line <= last; }
    bool operator==(const LineRange &) const = default;
};

/// What may stand in a property: its type as in structure.yaml, without "list".
struct PropertyFacts {
    QString type;
    bool isList = false;
    LineRange range;
};

using PropertyMap = QHash<QString, PropertyFacts>;

struct TypeFacts {
    QString name; ///< of the class, whatever alias led to it
    QString kind; ///< task, trigger, condition, runner
    LineRange range;
    const PropertyMap *properties = nullptr;
    bool isPlugin = false; ///< not of the core
};

/// Which types, former names, properties and words each line of Kestra knows: data, not code.
class EngineKnowledge
{
public:
    static Result<EngineKnowledge> load(const QByteArray &structure, const QByteArray &checks);
    /// The tables that are compiled in, loaded once. An error means the program was built wrongly.
    static const Result<EngineKnowledge> &builtIn();

    /// Number of the newest line that is not newer than the version (0 for all below the first).
    int lineOf(const Version &version) const;
    const QStringList &lines() const { return m_lines; }

    /// A type by any of its names, known in that line; nothing: not known there.
    std::optional<TypeFacts> type(const QString &name, int line) const;
    /// Known in some line, or named like a type of the core: its absence is an answer, not ignorance.
    bool isCore(const QString &name) const;
    /// Every task's or trigger's own properties, for judging types of plugins.
    const PropertyMap &base(const QString &kind) const;
    const PropertyMap *group(const QString &name) const;
    /// Name of the group that a value "type: word" of a choice leads to; empty: not known in that line.
    QString choice(const QString &name, const QString &word, int line) const;
    bool enumHolds(const QString &name, const QString &word, int line) const;
    bool checks(const QString &name, int line) const
    {
        return m_checks.contains(name) && m_checks[name].holds(line);
    }
    QString refusedType(const QString &name) const { return m_refusedTypes.value(name); }
    bool isReservedId(const QString &id, int line) const
    {
        return m_reservedRange.holds(line) && m_reservedIds.contains(id);
    }

private:
    struct Alias {
        QString name;
        LineRange range;
    };

    LineRange rangeOf(const QString &text) const;
    PropertyFacts propertyOf(const QString &text) const;

    QStringList m_lines;
    QHash<QString, PropertyMap> m_base;
    QHash<QString, TypeFacts> m_types;
    QHash<QString, PropertyMap> m_typeProperties;
    QHash<QString, Alias> m_aliases;
    QHash<QString, PropertyMap> m_groups;
    QHash<QString, QHash<QString, PropertyFacts>> m_choices;
    QHash<QString, QHash<QString, LineRange>> m_enums;
    QHash<QString, LineRange> m_checks;
    QHash<QString, QString> m_refusedTypes;
    QStringList m_reservedIds;
    LineRange m_reservedRange;
};
