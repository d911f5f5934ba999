// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/databaseread.h"

#include "app/installation/signs.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 flowBytesLimit = 64 * 1024 * 1024;

QString tr(const char *text, const char *kind)
{
    return QCoreApplication::translate("DatabaseRead", text, kind);
}

using Kind = DatabaseAccess::Kind;

QString tablesStatement(Kind kind)
{
    switch (kind) {
    case Kind::PostgreSql:
        return u"select c.relname as name from pg_class c where c.relkind in ('r','p') and pg_table_is_visible(c.oid)"_s;
    case Kind::H2:
        return u"select table_name as name from information_schema.tables where table_schema = 'PUBLIC'"_s;
    case Kind::MySql:
        return u"select table_name as name from information_schema.tables where table_schema = database()"_s;
    case Kind::Sqlite:
    case Kind::None:
        break;
    }
    return u"select name from sqlite_master where type = 'table'"_s;
}

QString sizeStatement(Kind kind)
{
    switch (kind) {
    case Kind::PostgreSql:
        return u"select pg_database_size(current_database()) as bytes, current_setting('server_version') as version"_s;
    case Kind::H2:
        return u"select coalesce(sum(cast(setting_value as bigint)), 0) as bytes, h2version() as "
               u"version "
               "from information_schema.settings where setting_name = 'info.FILE_SIZE'"_s;
    case Kind::MySql:
        return u"select cast(coalesce(sum(data_length + index_length), 0) as signed) as bytes, version() as "
               u"version "
               "from information_schema.tables where table_schema = database()"_s;
    case Kind::Sqlite:
    case Kind::None:
        break;
    }
    return u"select page_count * page_size as bytes, sqlite_version() as version from pragma_page_count(), pragma_page_size()"_s;
}

/// The newest revision of each flow.
QString flowsStatement(Kind kind)
{
    if (kind == Kind::PostgreSql)
        return u"select distinct on (tenant_id, namespace, id) namespace, id, deleted, source_code from "
               u"flows "
               "order by tenant_id, namespace, id, revision desc"_s;
    const QString same = kind == Kind::Sqlite  ? u"g.\"tenant_id\" is f.\"tenant_id\""_s
                         : kind == Kind::MySql ? u"g.\"tenant_id\" <=> f.\"tenant_id\""_s
                                               : u"g.\"tenant_id\" is not distinct from f.\"tenant_id\""_s;
    return u"select \"namespace\", \"id\", \"deleted\", \"source_code\" from flows f where \"revision\" = "
           "(select max(\"revision\") from flows g where g.\"namespace\" = f.\"namespace\" and g.\"id\" = "
           "f.\"id\" and %1)"_s.arg(same);
}

QString graceStatement(Kind kind)
{
    switch (kind) {
    case Kind::PostgreSql:
        return u"select max((\"value\"->'config'->>'terminationGracePeriod')::numeric)::int as grace from "
               u"service_instance "
               "where service_type = 'WORKER' and \"value\"->'config'->>'terminationGracePeriod' ~ '^[0-9.]+$'"_s;
    case Kind::H2:
        return u"select cast(max(cast(regexp_substr(\"value\", "
               u"'\"terminationGracePeriod\"\\s*:\\s*\"?([0-9.]+)', "
               "1, 1, null, 1) as decfloat)) as integer) as grace from service_instance where "
               "\"service_type\" = 'WORKER'"_s;
    case Kind::MySql:
        return u"select cast(max(json_unquote(json_extract(\"value\", '$.config.terminationGracePeriod')) + "
               u"0) as "
               "signed) as grace from service_instance where \"service_type\" = 'WORKER'"_s;
    case Kind::Sqlite:
    case Kind::None:
        break;
    }
    return u"select cast(max(json_extract(\"value\", '$.config.terminationGracePeriod') + 0.0) as integer) "
           u"as grace "
           "from service_instance where service_type = 'WORKER'"_s;
}

bool truth(const QJsonValue &value)
{
    return value.isDouble() ? value.toInt() != 0
                            : value.toBool() || value.toString() == u"true" || value.toString() == u"t";
}

/// Who is asked, and who knows the password.
struct Asked {
    Host *host = nullptr;
    DatabaseAccess access;
    SecretStore *secrets = nullptr;
};

/// Rows of a question that may fail: what it was about is then unknown.
Task<QJsonArray> ask(Asked asked, QString fact, QString sql, QList<Unknown> *unknown)
{
    const Result<QJsonArray> rows = co_await queryDatabase(asked.host, asked.access, sql, asked.secrets);
    if (rows)
        co_return *rows;
    unknown->append({fact, rows.error().message,
                     tr("Look whether the database user may read Kestra's tables.", "@info")});
    co_return QJsonArray();
}

void takeMigrations(const QJsonArray &rows, const QString &column, DatabaseReading &reading)
{
    QStringList ids;
    for (const QJsonValue &row : rows) {
        if (truth(row[u"success"_s]))
            ids.append(row[column].toVariant().toString());
        else
            ++reading.failedMigrations;
    }
    const QString newest = newestMigration(ids);
    if (!newest.isEmpty())
        reading.schemaVersion = newest;
}

void takeFlows(const QJsonArray &rows, DatabaseReading &reading)
{
    reading.flowsKnown = true;
    for (const QJsonValue &row : rows) {
        if (truth(row[u"deleted"_s]))
            continue;
        const QString id =
            row[u"namespace"_s].toVariant().toString() + u'.' + row[u"id"_s].toVariant().toString();
        const QString source = row[u"source_code"_s].toString();
        if (source.isEmpty())
            reading.flowsKnown = false;
        else
            reading.flows.append({u"flows table"_s, id, source});
    }
}

Task<DatabaseReading> readFlows(Asked asked, DatabaseReading reading)
{
    const QString size = u"select coalesce(sum(length(\"source_code\")), 0) as bytes from flows"_s;
    const QJsonArray sizes = co_await ask(asked, u"flows"_s, size, &reading.unknown);
    if (sizes.isEmpty())
        co_return reading;
    if (sizes.first()[u"bytes"_s].toInteger() > flowBytesLimit) {
        reading.unknown.append(
            {u"flows"_s, tr("The stored flows with all their revisions are larger than 64 MB.", "@info"),
             tr("Export the flows and match them with `kestra-upgrade flows`.", "@info")});
        co_return reading;
    }
    const qsizetype before = reading.unknown.size();
    const QJsonArray rows =
        co_await ask(asked, u"flows"_s, flowsStatement(asked.access.kind), &reading.unknown);
    if (reading.unknown.size() == before)
        takeFlows(rows, reading);
    co_return reading;
}

Task<DatabaseReading> readServices(Asked asked, DatabaseReading reading)
{
    const QJsonArray rows =
        co_await ask(asked, u"components"_s, serviceStatement(asked.access.kind), &reading.unknown);
    for (const QJsonValue &row : rows)
        reading.services.append({row[u"type"_s].toString(), row[u"state"_s].toString(),
                                 row[u"version"_s].toVariant().toString(), truth(row[u"fresh"_s])});
    const QJsonArray graces =
        co_await ask(asked, u"components"_s, graceStatement(asked.access.kind), &reading.unknown);
    const int grace = graces.isEmpty() ? 0 : graces.first()[u"grace"_s].toInt();
    reading.graceSeconds = grace > 0 ? grace : -1;
    co_return reading;
}

} // namespace

QString newestMigration(const QStringList &ids)
{
    static const QRegularExpression number(u"^\\d+(?:\\.\\d+)+"_s);
    QString newest;
    Version best;
    for (const QString &id : ids) {
        const QRegularExpressionMatch match = number.match(id);
        const Version version = Version::of(match.captured());
        if (match.hasMatch() && (!best.isValid() || version > best)) {
            best = version;
            newest = match.captured();
        }
    }
    return newest;
}

QString serviceStatement(DatabaseAccess::Kind kind)
{
    return u"select \"service_type\" as type, \"state\" as state, %1 as version, "
           "case when \"state\" = 'RUNNING' and %2 then 1 else 0 end as fresh "
           "from service_instance order by \"updated_at\" desc limit 200"_s.arg(
               serviceVersion(kind), serviceIsFresh(kind, freshSeconds));
}

Task<Result<DatabaseReading>> readDatabase(Host *host, DatabaseAccess access, SecretStore *secrets)
{
    const Asked asked{host, access, secrets};
    const Result<QJsonArray> tables =
        co_await queryDatabase(host, access, tablesStatement(access.kind), secrets);
    if (!tables)
        co_return std::unexpected(tables.error());
    QStringList names;
    for (const QJsonValue &row : *tables)
        names.append(row[u"name"_s].toString().toLower());
    DatabaseReading reading;
    const QJsonArray sizes = co_await ask(asked, u"database"_s, sizeStatement(access.kind), &reading.unknown);
    if (!sizes.isEmpty()) {
        reading.bytes = sizes.first()[u"bytes"_s].toInteger(-1);
        reading.serverVersion = sizes.first()[u"version"_s].toString().section(u' ', 0, 0);
    }
    if (names.contains(u"flyway_schema_history"_s)) {
        const QString sql =
            u"select \"version\", \"success\" from \"flyway_schema_history\" where \"version\" is not null"_s;
        const QJsonArray rows = co_await ask(asked, u"database"_s, sql, &reading.unknown);
        takeMigrations(rows, u"version"_s, reading);
    }
    // From 2.0 on Kestra keeps a history of its own and leaves Flyway's as it was.
    if (names.contains(u"kestra_migration_history"_s)) {
        const QString sql = u"select script_id, success from kestra_migration_history"_s;
        const QJsonArray rows = co_await ask(asked, u"database"_s, sql, &reading.unknown);
        takeMigrations(rows, u"script_id"_s, reading);
    }
    if (names.contains(u"service_instance"_s))
        reading = co_await readServices(asked, std::move(reading));
    if (names.contains(u"flows"_s))
        reading = co_await readFlows(asked, std::move(reading));
    co_return reading;
}
