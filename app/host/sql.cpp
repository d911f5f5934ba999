// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sql.h"

#include "app/base/hash.h"
#include "app/base/sqlite.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Sql", text, "@error");
}

QJsonValue jsonValue(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::Bool:
        return value.toBool();
    default:
        return value.toString();
    }
}

Result<QJsonArray> querySqlite(const QString &file, const QString &sql)
{
    auto database = SqliteFile::open(file, SqliteFile::Access::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    const auto rows = database->run(sql);
    if (!rows)
        return std::unexpected(rows.error());
    QJsonArray result;
    for (const SqlRow &row : rows->rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(rows->columns[i], jsonValue(row[i]));
        result.append(object);
    }
    return result;
}

/// Sum of the rows' SHA-256 values modulo 2^256: the same whatever order the rows come in.
class UnorderedDigest
{
public:
    void add(const QByteArray &row)
    {
        const QByteArray hash = QCryptographicHash::hash(row, QCryptographicHash::Sha256);
        unsigned carry = 0;
        for (size_t i = m_sum.size(); i-- > 0;) {
            carry += m_sum[i] + static_cast<unsigned char>(hash[static_cast<qsizetype>(i)]);
            m_sum[i] = static_cast<unsigned char>(carry & 0xff);
            carry >>= 8;
        }
    }
    QString hex() const
    {
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(m_sum.data()), static_cast<qsizetype>(m_sum.size()))
                .toHex());
    }

private:
    std::array<unsigned char, 32> m_sum{};
};

Result<QJsonObject> digestSqlite(const QString &file, const QStringList &exclude)
{
    auto database = SqliteFile::open(file, SqliteFile::Access::ReadOnly);
    if (!database)
        return std::unexpected(database.error());
    const auto tables = database->run(
        u"select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"_s);
    if (!tables)
        return std::unexpected(tables.error());
    QJsonObject result;
    for (const SqlRow &table : tables->rows) {
        const QString name = table.first().toString();
        if (exclude.contains(name))
            continue;
        QString quoted = name;
        const auto rows = database->run(u"select * from \"%1\""_s.arg(quoted.replace(u'"', u"\"\""_s)));
        if (!rows)
            return std::unexpected(rows.error());
        UnorderedDigest digest;
        for (const SqlRow &row : rows->rows) {
            QByteArray bytes;
            for (const QVariant &value : row) {
                const QByteArray text = value.toByteArray();
                bytes += value.isNull() ? "n;" : QByteArray::number(text.size()) + ':' + text + ';';
            }
            digest.add(bytes);
        }
        result.insert(name, QJsonObject{{u"rows"_s, rows->rows.size()}, {u"digest"_s, digest.hex()}});
    }
    return result;
}

ProcessCall psqlCall(const DatabaseAccess &access, const QByteArray &sql)
{
    ProcessCall call;
    call.program = access.psqlCommand.value(0);
    call.arguments = access.psqlCommand.mid(1) + QStringList{u"-X"_s, u"-q"_s,        u"-A"_s,
                                                             u"-t"_s, u"-v"_s,        u"ON_ERROR_STOP=1"_s,
                                                             u"-d"_s, access.database};
    call.input = sql;
    call.timeout = std::chrono::minutes(30);
    return call;
}

Error databaseFailure(const Error &error, const DatabaseAccess &access)
{
    const QString &text = error.details;
    const ErrorKind kind =
        text.contains(u"authentication failed"_s) || text.contains(u"permission denied"_s) ? ErrorKind::Denied
        : text.contains(u"could not connect"_s) || text.contains(u"connection to server"_s) ||
                text.contains(u"is not running"_s) || text.contains(u"No such container"_s)
            ? ErrorKind::Unreachable
            : ErrorKind::Failed;
    return {kind, tr("The database %1 did not answer the question: %2").arg(access.database, error.message),
            error.details};
}

Task<Result<QJsonArray>> queryPostgres(Host *host, DatabaseAccess access, QString sql)
{
    const QByteArray wrapped = "select coalesce(json_agg(t), '[]'::json) from (" + sql.toUtf8() + "\n) t;\n";
    Result<ProcessResult> result = co_await host->runChecked(psqlCall(access, wrapped));
    if (!result)
        co_return std::unexpected(databaseFailure(result.error(), access));
    const QJsonDocument document = QJsonDocument::fromJson(result->output);
    if (!document.isArray())
        co_return failure(ErrorKind::BadInput,
                          tr("The database %1 gave an answer that is no list of rows.").arg(access.database),
                          QString::fromUtf8(result->output.left(2000)));
    co_return document.array();
}

Task<Result<QJsonObject>> digestPostgres(Host *host, DatabaseAccess access, QStringList exclude)
{
    // One statement per table, made by the server itself: names are quoted by quote_ident there.
    static const QByteArray script =
        "select format('select %L, count(*), "
        "coalesce(sum((''x''||substr(md5(t::text),1,15))::bit(60)::bigint),0)"
        "||''-''||coalesce(sum((''x''||substr(md5(t::text),17,15))::bit(60)::bigint),0) from %I.%I t', "
        "c.relname, n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        "where c.relkind in ('r','p') and n.nspname = 'public' order by c.relname \\gexec\n";
    Result<ProcessResult> result = co_await host->runChecked(psqlCall(access, script));
    if (!result)
        co_return std::unexpected(databaseFailure(result.error(), access));
    QJsonObject tables;
    for (const QString &line : QString::fromUtf8(result->output).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        if (cells.size() == 3 && !exclude.contains(cells[0]))
            tables.insert(cells[0], QJsonObject{{u"rows"_s, cells[1].toLongLong()}, {u"digest"_s, cells[2]}});
    }
    co_return tables;
}

} // namespace

QJsonObject DatabaseAccess::toJson() const
{
    switch (kind) {
    case Kind::Sqlite:
        return {{u"kind"_s, u"sqlite"_s}, {u"file"_s, file}};
    case Kind::PostgreSql:
        return {{u"kind"_s, u"postgresql"_s},
                {u"psql"_s, QJsonArray::fromStringList(psqlCommand)},
                {u"database"_s, database}};
    case Kind::None:
        break;
    }
    return {};
}

DatabaseAccess DatabaseAccess::fromJson(const QJsonObject &json)
{
    DatabaseAccess access;
    const QString kind = json.value(u"kind"_s).toString();
    if (kind == u"sqlite") {
        access.kind = Kind::Sqlite;
        access.file = json.value(u"file"_s).toString();
    } else if (kind == u"postgresql") {
        access.kind = Kind::PostgreSql;
        access.database = json.value(u"database"_s).toString();
        const QJsonArray words = json.value(u"psql"_s).toArray();
        for (const QJsonValue &word : words)
            access.psqlCommand.append(word.toString());
    }
    return access;
}

Task<Result<QJsonArray>> queryDatabase(Host *host, DatabaseAccess access, QString sql)
{
    if (access.kind == DatabaseAccess::Kind::Sqlite)
        co_return querySqlite(access.file, sql);
    if (access.kind == DatabaseAccess::Kind::PostgreSql) {
        Result<QJsonArray> rows = co_await queryPostgres(host, access, sql);
        co_return rows;
    }
    co_return failure(ErrorKind::NotFound, tr("It is not known how to reach the database."));
}

Task<Result<QJsonObject>> digestTables(Host *host, DatabaseAccess access, QStringList exclude)
{
    if (access.kind == DatabaseAccess::Kind::Sqlite) {
        const auto work = [file = access.file, exclude](std::stop_token) {
            return digestSqlite(file, exclude);
        };
        Result<QJsonObject> tables = co_await inThread(work);
        co_return tables;
    }
    if (access.kind == DatabaseAccess::Kind::PostgreSql) {
        Result<QJsonObject> tables = co_await digestPostgres(host, access, exclude);
        co_return tables;
    }
    co_return failure(ErrorKind::NotFound, tr("It is not known how to reach the database."));
}
