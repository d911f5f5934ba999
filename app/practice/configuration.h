// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

/// Kestra's configuration as its process sees it: YAML files flattened to dotted kebab-case keys, then the
/// environment (KESTRA_SERVER_TERMINATION_GRACE_PERIOD), then the packaged defaults. Files win.
class Configuration
{
public:
    /// `file` from -c; empty: MICRONAUT_CONFIG_FILES, KESTRA_CONFIGURATION, then the usual places of an
    /// image. Relative paths in values are meant from `folder`.
    static Result<Configuration> load(const QString &file, const QString &folder);

    QString value(const QString &key, const QString &fallback = {}) const;
    int number(const QString &key, int fallback) const;
    bool flag(const QString &key, bool fallback) const;
    /// "5m", "10s", "500ms", "PT5M" in seconds.
    double seconds(const QString &key, double fallback) const;
    /// Whether the key stands in the files in exactly this spelling (2.0 reads no camelCase `basicAuth`).
    bool isSpelled(const QString &key) const { return m_spellings.contains(key); }
    /// The names below a key: {"postgres"} for "datasources".
    QStringList namesBelow(const QString &key) const;
    QString path(const QString &key, const QString &fallback) const;
    QString folder() const { return m_folder; }

private:
    Result<void> add(const QString &yaml, const QString &origin);

    QHash<QString, QString> m_values;
    QSet<QString> m_spellings;
    QString m_folder;
};

/// The number of seconds in "5m", "PT20S", "1.5s", "300ms" or plain "30"; nothing for other text.
double durationSeconds(const QString &text, double fallback);
