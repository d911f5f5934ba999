// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

struct ServerContext;

/// Kestra's basic authentication: the user of the configuration, kept as a salted hash in `settings`.
/// From 2.0 the hash has another form, which 1.x cannot read: nobody gets in there any more.
class BasicAuth
{
public:
    explicit BasicAuth(ServerContext &context)
        : m_context(context)
    {
    }

    /// Checks the configuration and stores it when what is stored differs. With the words of Kestra's
    /// failure.
    Result<void> initialise();
    bool isRequired() const;
    bool isInitialised();
    /// `header` is the value of Authorization.
    Result<bool> accepts(const QByteArray &header);
    /// From the set-up page: stores another user.
    Result<void> store(const QString &user, const QString &password);

private:
    QString configured(const QString &name) const;
    bool matches(const QString &stored, const QString &password, const QString &salt) const;

    ServerContext &m_context;
};
