// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

/// The words of one call of kestra-upgrade, checked against what its command takes.
struct Arguments {
    QString command;
    QStringList words;                   ///< behind the command, without options
    QHash<QString, QStringList> options; ///< "to" -> {"2.0.8"}; a flag has one empty value
    bool json = false;
    QString home;

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option).value(0); }

    /// Errors: Usage, saying what is wrong and how the command is called.
    static Result<Arguments> parse(const QStringList &arguments);
};

/// The whole help text; `command` empty: all commands.
QString usageText(const QString &command = {});
