// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/postgrestools.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

bool isPsql(const QString &word)
{
    return word == u"psql" || word.endsWith(u"/psql");
}

/// Only what says where and as whom: what else psql was given means nothing to pg_dump.
QStringList connectionWords(const QStringList &words)
{
    static const QStringList taking{u"-h"_s, u"-p"_s, u"-U"_s, u"--host"_s, u"--port"_s, u"--username"_s};
    static const QRegularExpression joined(u"^(-[hpU].+|--(host|port|username)=.*|-w|--no-password)$"_s);
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (taking.contains(words[i]) && i + 1 < words.size())
            result += {words[i], words[i + 1]}, ++i;
        else if (joined.match(words[i]).hasMatch())
            result.append(words[i]);
    }
    return result;
}

} // namespace

Result<PostgresTools> PostgresTools::from(const DatabaseAccess &access)
{
    const QStringList &words = access.psqlCommand;
    const auto psql = std::ranges::find_if(words, isPsql);
    if (access.kind != DatabaseAccess::Kind::PostgreSql || psql == words.end())
        return failure(
            ErrorKind::NotFound,
            QCoreApplication::translate(
                "Backup",
                "It is not known how to start psql for the database %1. Make the database's container or its "
                "tools reachable, then look again.",
                "@error")
                .arg(access.database));
    PostgresTools tools;
    const qsizetype index = psql - words.begin();
    tools.prefix = words.first(index);
    tools.folder = psql->chopped(4);
    tools.connection = connectionWords(words.mid(index + 1));
    const qsizetype exec = tools.prefix.indexOf(u"exec"_s);
    if (exec > 0) {
        tools.place = Place::Container;
        tools.engine = tools.prefix.first(exec);
        tools.container = tools.prefix.last();
    } else if (!tools.prefix.isEmpty()) {
        tools.place = Place::OtherUser;
    }
    return tools;
}

QStringList PostgresTools::command(const QString &tool, const QStringList &arguments) const
{
    return prefix + QStringList{folder + tool} + connection + arguments;
}

QStringList PostgresTools::shell(const QString &script, const QStringList &words) const
{
    return prefix + QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
}

QStringList PostgresTools::copyOut(const QString &there, const QString &here) const
{
    return engine + QStringList{u"cp"_s, container + u':' + there + u"/."_s, here};
}

QStringList PostgresTools::copyIn(const QString &here, const QString &there) const
{
    return engine + QStringList{u"cp"_s, here + u"/."_s, container + u':' + there};
}

QString connectionName(const QString &database)
{
    static const QRegularExpression plain(u"^[^=:/'\\\\-][^=:/'\\\\]*$"_s);
    if (plain.match(database).hasMatch())
        return database;
    QString escaped = database;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u"dbname='%1'"_s.arg(escaped);
}

QString sqlLiteral(const QString &text)
{
    QString escaped = text;
    return u'\'' + escaped.replace(u'\'', u"''"_s) + u'\'';
}

QString sqlIdentifier(const QString &text)
{
    QString escaped = text;
    return u'"' + escaped.replace(u'"', u"\"\""_s) + u'"';
}
