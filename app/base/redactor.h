// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Replaces secrets by eight dots before text reaches a log, a journal, a report or a screen: those it was
/// told (values from the keyring, of configurations) and those that show by their shape (password=…, bearer
/// tokens, URLs with a password, private keys).
class Redactor
{
public:
    /// A value that must never be seen; shorter than four characters are ignored, they would match
    /// everything.
    void add(const QString &secret);
    QString redact(const QString &text) const;
    /// How many were replaced since the start.
    int count() const { return m_count; }

private:
    QList<QString> m_secrets;
    mutable int m_count = 0;
};

/// "••••••••": what stands in place of a secret.
QString secretDots();
