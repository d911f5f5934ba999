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

QStringList DatabaseAccess::psql() const
{
    QStringList words = psqlCommand.isEmpty() ? QStringList{u"psql"_s} : psqlCommand;
    if (!server.isEmpty())
        words += {u"-h"_s, server};
    if (port > 0)
        words += {u"-p"_s, QString::number(port)};
    if (!user.isEmpty())
        words += {u"-U"_s, user};
    return words;
}

bool DatabaseAccess::answersBesideKestra() const
{
    return kind != Kind::None && (kind != Kind::H2 || !url.isEmpty());
}

QString DatabaseAccess::name() const
{
    if (kind == Kind::Sqlite || (kind == Kind::H2 && url.isEmpty()))
        return file;
    return kind == Kind::H2 ? url : database;
}

QJsonObject DatabaseAccess::toJson() const
{
    static const QHash<Kind, QString> kinds{{Kind::Sqlite, u"sqlite"_s},
                                            {Kind::PostgreSql, u"postgresql"_s},
                                            {Kind::H2, u"h2"_s},
                                            {Kind::MySql, u"mysql"_s}};
    if (kind == Kind::None)
        return {};
    QJsonObject json{{u"kind"_s, kinds.value(kind)}};
    const auto put = [&json](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    const auto putWords = [&json](const QString &key, const QStringList &value) {
        if (!value.isEmpty())
            json.insert(key, QJsonArray::fromStringList(value));
    };
    put(u"file"_s, file);
    putWords(u"psql"_s, psqlCommand);
    put(u"database"_s, database);
    put(u"schema"_s, schema);
    put(u"server"_s, server);
    if (port > 0)
        json.insert(u"port"_s, port);
    put(u"user"_s, user);
    put(u"secret"_s, secret);
    put(u"url"_s, url);
    putWords(u"java"_s, javaCommand);
    put(u"classPath"_s, classPath);
    putWords(u"mysql"_s, mysqlCommand);
    return json;
}

DatabaseAccess DatabaseAccess::fromJson(const QJsonObject &json)
{
    static const QHash<QString, Kind> kinds{{u"sqlite"_s, Kind::Sqlite},
                                            {u"postgresql"_s, Kind::PostgreSql},
                                            {u"h2"_s, Kind::H2},
                                            {u"mysql"_s, Kind::MySql}};
    const auto text = [&json](const QString &key) { return json.value(key).toString(); };
    const auto words = [&json](const QString &key) {
        QStringList list;
        const QJsonArray array = json.value(key).toArray();
        for (const QJsonValue &word : array)
            list.append(word.toString());
        return list;
    };
    DatabaseAccess access;
    access.kind = kinds.value(text(u"kind"_s), Kind::None);
    access.file = text(u"file"_s);
    access.psqlCommand = words(u"psql"_s);
    access.database = text(u"database"_s);
    access.schema = text(u"schema"_s);
    access.server = text(u"server"_s);
    access.port = json.value(u"port"_s).toInt();
    access.user = text(u"user"_s);
    access.secret = text(u"secret"_s);
    access.url = text(u"url"_s);
    access.javaCommand = words(u"java"_s);
    access.classPath = text(u"classPath"_s);
    access.mysqlCommand = words(u"mysql"_s);
    return access;
}

Task<Result<QJsonArray>> queryDatabase(Host *host, DatabaseAccess access, QString sql,
                                       [[maybe_unused]] SecretStore *secrets)
{
    if (access.kind == DatabaseAccess::Kind::Sqlite)
        co_return querySqlite(access.file, sql);
    if (access.kind == DatabaseAccess::Kind::PostgreSql) {
        Result<QJsonArray> rows = co_await queryPostgres(host, access, sql);
        co_return rows;
    }
    co_return failure(ErrorKind::NotFound, tr("It is not known how to reach the database."));
}

Task<Result<QJsonObject>> digestTables(Host *host, DatabaseAccess access, QStringList exclude,
                                       [[maybe_unused]] SecretStore *secrets)
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
