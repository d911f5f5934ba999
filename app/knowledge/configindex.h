// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"

#include <QList>
#include <QString>
#include <QStringList>

struct YamlValue;

/// One key of Kestra's configuration as it was found.
struct ConfigKey {
    QString path;  ///< dotted, kebab-case: "kestra.server.basic-auth.username"
    QString raw;   ///< the same as written
    QString value; ///< of scalars
    QString file;
    int line = 0;
    bool fromVariable = false; ///< written as KESTRA_SERVER_…: dots and hyphens cannot be told apart
};

/// All configuration keys of an installation in one spelling, from its files, from blocks within Compose and
/// Helm files, and from variables.
class ConfigIndex
{
public:
    explicit ConfigIndex(const QList<ConfigText> &texts);

    /// Keys at that path; with a trailing ".*" those below it.
    QList<ConfigKey> find(const QString &path) const;
    const QList<ConfigKey> &keys() const { return m_keys; }
    /// Nothing was handed in, or some of it could not be understood.
    bool isComplete() const { return m_seen && m_unreadable.isEmpty(); }
    const QStringList &unreadable() const { return m_unreadable; }

    /// "basicAuth" and "basic_auth" to "basic-auth".
    static QString kebab(const QString &word);

private:
    void readYaml(const ConfigText &text);
    void readVariables(const ConfigText &text);
    void flatten(const YamlValue &node, const ConfigText &text, int line, const QString &path,
                 const QString &raw);
    void block(const YamlValue &node, const ConfigText &text, int line);
    void variable(const QString &name, const QString &value, const ConfigText &text, int line);

    QList<ConfigKey> m_keys;
    QStringList m_unreadable;
    bool m_seen = false;
};
