// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"

#include <QHash>
#include <QString>

/// Failures and slowness asked for by a test: `name`, `name@version`, `name/component` or
/// `name@version/component` with a value. The most exact name that fits wins. Read from `knobs:` of
/// practice.yaml and from PRACTICE_KNOBS ("fail=migrate,slow-health=3"), which wins.
class Knobs
{
public:
    Knobs() = default;
    Knobs(const Version &version, const QString &component);

    void set(const QString &name, const QString &value) { m_values.insert(name, value); }
    void readEnvironment();

    QString value(const QString &name) const;
    bool isSet(const QString &name) const;
    double number(const QString &name, double fallback = 0) const;
    /// `fail` may hold several words joined by "+".
    bool fails(const QString &stage) const;

    /// The list of all knobs for --help.
    static QString help();

private:
    QHash<QString, QString> m_values;
    Version m_version;
    QString m_component;
};
