// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/postgrestools.h"

#include "app/host/sqlcommand.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

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
    const QStringList words = access.psql();
    const qsizetype index = toolIndex(words, {u"psql"_s});
    if (access.kind != DatabaseAccess::Kind::PostgreSql || index < 0)
        return failure(
            ErrorKind::NotFound,
            QCoreApplication::translate(
                "Backup",
                "It is not known how to start psql for the database %1. Make the database's container or its "
                "tools reachable, then look again.",
                "@error")
                .arg(access.database));
    PostgresTools tools;
    tools.prefix = words.first(index);
    tools.folder = words[index].chopped(4);
    tools.secret = access.secret;
    tools.connection = connectionWords(words.mid(index + 1));
    const qsizetype exec = tools.prefix.indexOf(u"exec"_s);
    if (toolIndex(tools.prefix, {u"kubectl"_s, u"k3s"_s, u"run"_s}) >= 0) {
        tools.place = Place::Stream;
    } else if (exec > 0) {
        tools.place = Place::Container;
        tools.engine = tools.prefix.first(exec);
        tools.container = tools.prefix.last();
    } else if (!tools.prefix.isEmpty()) {
        tools.place = Place::OtherUser;
    }
    return tools;
}

QStringList PostgresTools::tool(const QString &name, const QStringList &arguments) const
{
    return QStringList{folder + name} + connection + arguments;
}

QStringList PostgresTools::command(const QString &name, const QStringList &arguments) const
{
    return prefix + (secret.isEmpty() ? tool(name, arguments) : withPassFile(tool(name, arguments)));
}

QStringList PostgresTools::shell(const QString &script, const QStringList &words) const
{
    const QStringList call = QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
    return prefix + (secret.isEmpty() ? call : withPassFile(call));
}

QStringList PostgresTools::plainShell(const QString &script, const QStringList &words) const
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
