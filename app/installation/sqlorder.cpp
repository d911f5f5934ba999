// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/sqlorder.h"

#include "app/host/sqlcommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

CommandArgs commandOf(const QStringList &words)
{
    CommandArgs command;
    command.program = words.value(0);
    command.arguments = words.mid(1);
    return command;
}

QString setSchema(const DatabaseAccess &access)
{
    QString schema = access.schema;
    return u"set search_path to \"%1\""_s.arg(schema.replace(u'"', u"\"\""_s));
}

CommandArgs postgresOrder(const DatabaseAccess &access, const QString &sql)
{
    QStringList words = access.psql();
    words += {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, access.database};
    if (!access.schema.isEmpty())
        words += {u"-c"_s, setSchema(access)};
    words += {u"-c"_s, sql};
    const qsizetype tool = std::max<qsizetype>(toolIndex(words, {u"psql"_s}), 0);
    return access.secret.isEmpty()
               ? commandOf(words)
               : withSecret(access.secret, words.first(tool) + withPassFile(words.mid(tool)));
}

CommandArgs mysqlOrder(const DatabaseAccess &access, const QString &sql)
{
    // -e takes no `delimiter`: SQL comes on standard input, behind the password when there is one.
    const QStringList words = mysqlWords(access) + QStringList{access.database};
    const qsizetype tool = mysqlPrefix(access);
    if (access.secret.isEmpty())
        return commandOf(
            QStringList{u"sh"_s, u"-c"_s, u"printf '%s' \"$1\" | { shift; exec \"$@\"; }"_s, u"sh"_s, sql} +
            words);
    CommandArgs command = commandOf(QStringList{u"sh"_s, u"-c"_s, handOverWithTextScript(), u"sh"_s, sql} +
                                    words.first(tool) + withOptionFile(words.mid(tool)));
    command.secretEnvironment = {{secretVariable(), access.secret}};
    return command;
}

CommandArgs h2CommandFor(const DatabaseAccess &access, const QString &sql)
{
    const auto [head, tail] = h2Order(access, sql);
    CommandArgs command =
        commandOf(QStringList{u"sh"_s, u"-c"_s, h2HandOverScript(), u"sh"_s, head, tail} + h2Runner(access));
    if (!access.secret.isEmpty())
        command.secretEnvironment = {{secretVariable(), access.secret}};
    return command;
}

} // namespace

CommandArgs withSecret(const QString &secret, const QStringList &words)
{
    if (secret.isEmpty())
        return commandOf(words);
    CommandArgs command = commandOf(QStringList{u"sh"_s, u"-c"_s, handOverScript(), u"sh"_s} + words);
    command.secretEnvironment = {{secretVariable(), secret}};
    return command;
}

CommandArgs sqlOrder(const DatabaseAccess &access, const QString &sql)
{
    if (access.kind == DatabaseAccess::Kind::MySql)
        return mysqlOrder(access, sql);
    if (access.kind == DatabaseAccess::Kind::H2)
        return h2CommandFor(access, sql);
    return postgresOrder(access, sql);
}
