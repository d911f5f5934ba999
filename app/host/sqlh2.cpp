// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlcommand.h"
#include "app/host/sqlkinds.h"

using namespace Qt::StringLiterals;

namespace
{

/// RFC 4180 as H2 writes it: what is there is quoted, an empty cell without quotes is null.
QList<QList<QJsonValue>> cellsOfCsv(const QString &text)
{
    QList<QList<QJsonValue>> rows;
    QList<QJsonValue> row;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == u'"') {
            QString cell;
            for (++i; i < text.size(); ++i) {
                if (text[i] != u'"')
                    cell += text[i];
                else if (i + 1 < text.size() && text[i + 1] == u'"')
                    cell += text[i++];
                else
                    break;
            }
            row.append(cell);
            ++i;
        } else if (text[i] == u',' || text[i] == u'\n') {
            row.append(QJsonValue::Null);
        }
        if (i >= text.size() || text[i] == u'\n') {
            rows.append(row);
            row.clear();
            ++i;
        } else if (text[i] == u',') {
            // An empty last cell has neither comma nor quote of its own.
            if (++i < text.size() && text[i] == u'\n') {
                row.append(QJsonValue::Null);
                rows.append(row);
                row.clear();
                ++i;
            }
        } else {
            ++i;
        }
    }
    return rows;
}

Task<Result<QJsonArray>> ask(Host *host, DatabaseAccess access, QString sql, QString password)
{
    const auto [head, tail] = h2Question(access, sql);
    QString secret = password;
    const QStringList words = h2Runner(access);
    ProcessCall call;
    call.program = words.first();
    call.arguments = words.mid(1);
    call.input = (head + secret.replace(u'\'', u"''"_s) + tail).toUtf8();
    call.timeout = std::chrono::minutes(30);
    Result<ProcessResult> result = co_await host->runChecked(std::move(call));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, password));
    const QList<QList<QJsonValue>> rows = cellsOfCsv(QString::fromUtf8(result->output).remove(u'\r'));
    QJsonArray objects;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        QJsonObject object;
        for (qsizetype k = 0; k < rows[i].size() && k < rows[0].size(); ++k)
            object.insert(rows[0][k].toString().toLower(),
                          rows[i][k].isNull() ? rows[i][k] : cellOfText(rows[i][k].toString()));
        objects.append(object);
    }
    co_return objects;
}

QString identifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

QString literal(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

/// A hash of one value, whatever its type and length; null has its own.
QString hashOf(const QString &column, const QString &type)
{
    QString value = u"cast(%1 as clob)"_s.arg(identifier(column));
    if (type.contains(u"BINARY"_s))
        value = identifier(column);
    else if (type == u"JSON")
        value = u"cast(cast(%1 as varchar) as clob)"_s.arg(identifier(column));
    return u"coalesce(hash('SHA-256', %1), X'00')"_s.arg(value);
}

QString digestStatement(const QString &table, const QStringList &hashes)
{
    return u"select %1 as name, count(*) as n, cast(coalesce(sum(cast(substring(h, 1, 8) as bigint)), 0) as "
           u"varchar) || "
           "'/' || cast(coalesce(sum(cast(substring(h, 9, 8) as bigint)), 0) as varchar) as digest "
           "from (select hash('SHA-256', %2) as h from PUBLIC.%3)"_s.arg(
               literal(table), hashes.join(u" || "_s), identifier(table));
}

} // namespace

Task<Result<QJsonArray>> queryH2(Host *host, DatabaseAccess access, QString sql, QString password)
{
    Result<QJsonArray> rows = co_await ask(host, access, sql, password);
    co_return rows;
}

Task<Result<QJsonObject>> digestH2(Host *host, DatabaseAccess access, QStringList exclude, QString password)
{
    const QString columns =
        u"select t.table_name as name, c.column_name as col, c.data_type as type from "
        "information_schema.tables t "
        "join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = "
        "t.table_name "
        "where t.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE' order by 1, "
        "c.ordinal_position"_s;
    Result<QJsonArray> found = co_await ask(host, access, columns, password);
    if (!found)
        co_return std::unexpected(found.error());
    QStringList statements;
    QStringList hashes;
    for (qsizetype i = 0; i < found->size(); ++i) {
        const QJsonObject row = found->at(i).toObject();
        const QString table = row.value(u"name"_s).toVariant().toString();
        hashes.append(hashOf(row.value(u"col"_s).toVariant().toString(), row.value(u"type"_s).toString()));
        if (i + 1 < found->size() && found->at(i + 1)[u"name"_s] == row.value(u"name"_s))
            continue;
        // Names are upper case there and lower case in what is asked for.
        if (!exclude.contains(table, Qt::CaseInsensitive))
            statements.append(digestStatement(table, hashes));
        hashes.clear();
    }
    QJsonObject tables;
    if (statements.isEmpty())
        co_return tables;
    Result<QJsonArray> rows = co_await ask(host, access, statements.join(u" union all "_s), password);
    if (!rows)
        co_return std::unexpected(rows.error());
    for (const QJsonValue &row : std::as_const(*rows))
        tables.insert(row[u"name"_s].toVariant().toString(),
                      QJsonObject{{u"rows"_s, row[u"n"_s]}, {u"digest"_s, row[u"digest"_s].toString()}});
    co_return tables;
}
