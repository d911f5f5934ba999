// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

/// The words and options of one call. Options with a value take the next word or what follows "=".
class CommandLine
{
public:
    static Result<CommandLine> parse(const QStringList &arguments);

    QString word(int index) const { return m_words.value(index); }
    QStringList words() const { return m_words; }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const
    {
        return m_options.value(option, fallback);
    }

    static QString help();

private:
    QStringList m_words;
    QHash<QString, QString> m_options;
};
