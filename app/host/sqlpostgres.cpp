// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlcommand.h"
#include "app/host/sqlkinds.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Sql", text, "@error");
}

QByteArray quotedIdentifier(QString name)
{
    return '"' + name.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

ProcessCall psqlCall(const DatabaseAccess &access, const QByteArray &sql, const QString &password)
{
    QStringList words = access.psql();
    words += {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, access.database};
    ProcessCall call;
    call.input = sql;
    if (!access.schema.isEmpty())
        call.input.prepend("set search_path to " + quotedIdentifier(access.schema) + ";\n");
    if (!access.secret.isEmpty()) {
        const qsizetype tool = std::max<qsizetype>(toolIndex(words, {u"psql"_s}), 0);
        words.append(u"-w"_s);
        words = words.first(tool) + withPassFile(words.mid(tool));
        call.input.prepend(password.toUtf8() + '\n');
    }
    call.program = words.value(0);
    call.arguments = words.mid(1);
    call.timeout = std::chrono::minutes(30);
    return call;
}

} // namespace

Task<Result<QJsonArray>> queryPostgres(Host *host, DatabaseAccess access, QString sql, QString password)
{
    const QByteArray wrapped = "select coalesce(json_agg(t), '[]'::json) from (" + sql.toUtf8() + "\n) t;\n";
    Result<ProcessResult> result = co_await runInContainer(host, psqlCall(access, wrapped, password));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, password));
    const QJsonDocument document = QJsonDocument::fromJson(result->output);
    if (!document.isArray())
        co_return failure(ErrorKind::BadInput,
                          tr("The database %1 gave an answer that is no list of rows.").arg(access.database),
                          QString::fromUtf8(result->output.left(2000)));
    co_return document.array();
}

Task<Result<QJsonObject>> digestPostgres(Host *host, DatabaseAccess access, QStringList exclude,
                                         QString password)
{
    // One statement per table, made by the server itself: names are quoted by quote_ident there.
    QString schema = access.schemaName();
    const QByteArray script =
        "select format('select %L, count(*), "
        "coalesce(sum((''x''||substr(md5(t::text),1,15))::bit(60)::bigint),0)"
        "||''-''||coalesce(sum((''x''||substr(md5(t::text),17,15))::bit(60)::bigint),0) from %I.%I t', "
        "c.relname, n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        "where c.relkind in ('r','p') and n.nspname = '" +
        schema.replace(u'\'', u"''"_s).toUtf8() + "' order by c.relname \\gexec\n";
    Result<ProcessResult> result = co_await runInContainer(host, psqlCall(access, script, password));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, password));
    QJsonObject tables;
    for (const QString &line : QString::fromUtf8(result->output).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        if (cells.size() == 3 && !exclude.contains(cells[0]))
            tables.insert(cells[0], QJsonObject{{u"rows"_s, cells[1].toLongLong()}, {u"digest"_s, cells[2]}});
    }
    co_return tables;
}
