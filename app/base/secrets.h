// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

/// Passwords and tokens by name ("compose:/srv/kestra/docker-compose.yml#api-password"). Kept in the
/// desktop's keyring where there is one, else only in memory for as long as the program runs. Plans, journals
/// and logs hold the names, never the values.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(bool useKeyring, QObject *parent = nullptr);

    /// A value already known to this process; empty when not.
    QString known(const QString &name) const { return m_values.value(name); }
    bool isKnown(const QString &name) const { return m_values.contains(name); }
    /// For values read from the installation itself: this process only.
    void remember(const QString &name, const QString &value);
    /// Stores in the keyring too; calls back with what failed (the value is remembered all the same).
    void store(const QString &name, const QString &value, const std::function<void(Result<void>)> &done);
    /// Asks the keyring; calls back with the value, or NotFound.
    void fetch(const QString &name, const std::function<void(Result<QString>)> &done);

Q_SIGNALS:
    /// A value became known: whoever redacts must learn it.
    void learned(const QString &value);

private:
    bool m_useKeyring;
    QHash<QString, QString> m_values;
};
