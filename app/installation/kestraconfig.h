// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

class SecretStore;

/// What a Kestra configuration says; values that are secret are not in it (see rememberSecrets()).
class KestraConfig
{
public:
    /// `text` is YAML as Kestra reads it (kebab-case and camelCase alike); empty: environment only.
    /// `environment` is that of the process: it fills ${NAME:default} and the keys that the text does not
    /// have.
    static Result<KestraConfig> parse(const QString &text, const QString &path,
                                      const QHash<QString, QString> &environment);

    /// By its full path in any spelling: "kestra.storage.local.base-path".
    QString value(const QString &key) const;
    bool has(const QString &key) const;

    QString databaseKind() const; ///< "postgresql", "mysql", "h2", "sqlite", empty
    QString jdbcUrl() const;
    QString databaseHost() const;
    QString databaseName() const;
    QString databaseSchema() const; ///< currentSchema of the URL; empty: public
    QString databaseUser() const;
    QString storageKind() const;
    QString storageBasePath() const;
    QString apiUser() const;    ///< of basic auth; empty: none configured
    int serverPort() const;     ///< 8080
    int managementPort() const; ///< 8081
    QString url() const;
    int graceSeconds() const; ///< kestra.server.terminationGracePeriod, default 300

    /// Puts the passwords into the store as "<address>#api-password" and "<address>#database-password".
    void rememberSecrets(SecretStore *store, const QString &address) const;

private:
    QString datasourceName() const;
    QString datasource(const QString &key) const;

    QHash<QString, QString> m_values; ///< by the path without dots, dashes and case
    QStringList m_datasources;
};

QString apiSecretName(const QString &address);
QString databaseSecretName(const QString &address);
