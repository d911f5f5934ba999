// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sqlcommand.h"
#include "app/host/sqlkinds.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace
{

ProcessCall mysqlCall(const DatabaseAccess &access, const QString &sql, const QString &password)
{
    QStringList words =
        mysqlWords(access) +
        QStringList{u"--batch"_s, u"--xml"_s, u"--default-character-set=utf8mb4"_s, access.database};
    ProcessCall call;
    // Columns of Kestra's have names that MySQL keeps for itself; elsewhere they stand in double quotes.
    call.input = "set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES');\n" + sql.toUtf8() + ";\n";
    if (!access.secret.isEmpty()) {
        const qsizetype tool = mysqlPrefix(access);
        words = words.first(tool) + withOptionFile(words.mid(tool));
        call.input.prepend(password.toUtf8() + '\n');
    }
    call.program = words.first();
    call.arguments = words.mid(1);
    call.timeout = std::chrono::minutes(30);
    return call;
}

Result<QJsonArray> rowsOfXml(const QByteArray &text, const DatabaseAccess &access)
{
    QJsonArray rows;
    if (text.trimmed().isEmpty())
        return rows;
    QXmlStreamReader reader(text);
    QJsonObject row;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"row") {
            row = {};
        } else if (reader.isEndElement() && reader.name() == u"row") {
            rows.append(row);
        } else if (reader.isStartElement() && reader.name() == u"field") {
            const QString name = reader.attributes().value(u"name"_s).toString();
            const bool isNull = reader.attributes().value(u"xsi:nil"_s) == u"true";
            const QString value = reader.readElementText();
            row.insert(name, isNull ? QJsonValue(QJsonValue::Null) : cellOfText(value));
        }
    }
    if (reader.hasError())
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate(
                           "Sql", "The database %1 gave an answer that is no list of rows.", "@error")
                           .arg(access.database),
                       reader.errorString() + u'\n' + QString::fromUtf8(text.left(2000)));
    return rows;
}

QString identifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

QString digestStatement(const QString &table, const QStringList &columns)
{
    QStringList cells;
    for (const QString &column : columns)
        cells.append(u"coalesce(sha2(%1, 256), '-')"_s.arg(identifier(column)));
    QString name = table;
    return u"select '%1' as name, count(*) as n, concat(coalesce(sum(conv(substr(h, 1, 15), 16, 10)), 0), "
           "'/', coalesce(sum(conv(substr(h, 17, 15), 16, 10)), 0)) as digest "
           "from (select sha2(concat(%2), 256) as h from %3) t"_s.arg(name.replace(u'\'', u"''"_s),
                                                                      cells.join(u", "_s), identifier(table));
}

} // namespace

Task<Result<QJsonArray>> queryMySql(Host *host, DatabaseAccess access, QString sql, QString password)
{
    Result<ProcessResult> result = co_await runInContainer(host, mysqlCall(access, sql, password));
    if (!result)
        co_return std::unexpected(databaseError(result.error(), access, password));
    co_return rowsOfXml(result->output, access);
}

Task<Result<QJsonObject>> digestMySql(Host *host, DatabaseAccess access, QStringList exclude,
                                      QString password)
{
    const QString columns =
        u"select t.table_name as name, c.column_name as col from information_schema.tables t "
        "join information_schema.columns c on c.table_schema = t.table_schema and "
        "c.table_name = t.table_name where t.table_schema = database() and "
        "t.table_type = 'BASE TABLE' order by 1, c.ordinal_position"_s;
    Result<QJsonArray> found = co_await queryMySql(host, access, columns, password);
    if (!found)
        co_return std::unexpected(found.error());
    QStringList statements;
    QStringList names;
    for (qsizetype i = 0; i < found->size(); ++i) {
        const QString table = found->at(i)[u"name"_s].toVariant().toString();
        names.append(found->at(i)[u"col"_s].toVariant().toString());
        if (i + 1 < found->size() && found->at(i + 1)[u"name"_s] == found->at(i)[u"name"_s])
            continue;
        if (!exclude.contains(table, Qt::CaseInsensitive))
            statements.append(digestStatement(table, names));
        names.clear();
    }
    QJsonObject tables;
    if (statements.isEmpty())
        co_return tables;
    Result<QJsonArray> rows = co_await queryMySql(host, access, statements.join(u" union all "_s), password);
    if (!rows)
        co_return std::unexpected(rows.error());
    for (const QJsonValue &row : std::as_const(*rows))
        tables.insert(
            row[u"name"_s].toVariant().toString(),
            QJsonObject{{u"rows"_s, row[u"n"_s]}, {u"digest"_s, row[u"digest"_s].toVariant().toString()}});
    co_return tables;
}
