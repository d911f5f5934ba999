// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/schema.h"

#include "app/practice/database.h"

using namespace Qt::StringLiterals;

using Kind = GeneratedColumn::Kind;

namespace
{

GeneratedColumn text(const QString &name, const QString &path)
{
    return {name, Kind::Text, path};
}

const GeneratedColumn deleted{u"deleted"_s, Kind::Bool, u"deleted"_s};
const GeneratedColumn tenant{u"tenant_id"_s, Kind::Text, u"tenantId"_s};
const GeneratedColumn space{u"namespace"_s, Kind::Text, u"namespace"_s};
const GeneratedColumn flowId{u"flow_id"_s, Kind::Text, u"flowId"_s};

TableShape executions()
{
    return {u"executions"_s,
            {deleted,
             space,
             flowId,
             {u"state_current"_s, Kind::State, u"state.current"_s},
             {u"state_duration"_s, Kind::Double, u"state.duration"_s},
             {u"start_date"_s, Kind::Time, u"state.startDate"_s},
             {u"end_date"_s, Kind::Time, u"state.endDate"_s},
             {u"fulltext"_s, Kind::Fulltext, u"id"_s},
             text(u"id"_s, u"id"_s),
             tenant,
             text(u"trigger_execution_id"_s, u"trigger.variables.executionId"_s)},
            {u"namespace"_s, u"state_current"_s, u"start_date"_s}};
}

TableShape logs()
{
    return {u"logs"_s,
            {deleted,
             space,
             flowId,
             text(u"task_id"_s, u"taskId"_s),
             text(u"execution_id"_s, u"executionId"_s),
             text(u"taskrun_id"_s, u"taskRunId"_s),
             {u"attempt_number"_s, Kind::Int, u"attemptNumber"_s},
             text(u"trigger_id"_s, u"triggerId"_s),
             text(u"message"_s, u"message"_s),
             text(u"thread"_s, u"thread"_s),
             {u"level"_s, Kind::Level, u"level"_s},
             {u"timestamp"_s, Kind::Time, u"timestamp"_s},
             {u"fulltext"_s, Kind::Fulltext, u"message"_s},
             tenant},
            {u"execution_id"_s, u"timestamp"_s}};
}

TableShape metrics()
{
    return {u"metrics"_s,
            {space,
             flowId,
             text(u"task_id"_s, u"taskId"_s),
             text(u"execution_id"_s, u"executionId"_s),
             text(u"taskrun_id"_s, u"taskRunId"_s),
             text(u"metric_name"_s, u"name"_s),
             {u"metric_value"_s, Kind::Double, u"value"_s},
             {u"timestamp"_s, Kind::Time, u"timestamp"_s},
             tenant},
            {u"execution_id"_s}};
}

TableShape serviceInstance()
{
    return {u"service_instance"_s,
            {text(u"service_id"_s, u"id"_s),
             text(u"service_type"_s, u"type"_s),
             text(u"state"_s, u"state"_s),
             {u"created_at"_s, Kind::Time, u"createdAt"_s},
             {u"updated_at"_s, Kind::Time, u"updatedAt"_s}},
            {}};
}

QString sqlType(Kind kind)
{
    switch (kind) {
    case Kind::Bool:
        return u"BOOL"_s;
    case Kind::Int:
        return u"INT"_s;
    case Kind::Double:
        return u"DOUBLE PRECISION"_s;
    case Kind::Time:
        return u"TIMESTAMP"_s;
    case Kind::State:
        return u"state_type"_s;
    case Kind::Level:
        return u"log_level"_s;
    case Kind::Fulltext:
        return u"TSVECTOR"_s;
    case Kind::Text:
        break;
    }
    return u"VARCHAR(4000)"_s;
}

QString expression(const Database &database, const GeneratedColumn &column)
{
    const QString field = database.field(column.path);
    if (database.isSqlite())
        return field;
    switch (column.kind) {
    case Kind::Time:
        return u"parse_iso8601_timestamp(%1)"_s.arg(field);
    case Kind::State:
        return u"state_fromtext(%1)"_s.arg(field);
    case Kind::Level:
        return u"loglevel_fromtext(%1)"_s.arg(field);
    case Kind::Fulltext:
        return u"fulltext_index(%1)"_s.arg(field);
    case Kind::Text:
        return field;
    default:
        return u"CAST(%1 AS %2)"_s.arg(field, sqlType(column.kind));
    }
}

QString definition(const Database &database, const GeneratedColumn &column)
{
    // SQLite adds no stored column to a table that exists, so all are virtual there.
    QString sql = u"\"%1\" %2 GENERATED ALWAYS AS (%3) %4"_s.arg(
        column.name, database.isSqlite() && column.kind >= Kind::Time ? u"TEXT"_s : sqlType(column.kind),
        expression(database, column), database.isSqlite() ? u"VIRTUAL"_s : u"STORED"_s);
    if (column.name == u"deleted"_s)
        sql += u" NOT NULL"_s;
    return sql;
}

} // namespace

QList<TableShape> baseTables()
{
    return {executions(),
            logs(),
            metrics(),
            serviceInstance(),
            {u"flows"_s,
             {deleted,
              text(u"id"_s, u"id"_s),
              space,
              {u"revision"_s, Kind::Int, u"revision"_s},
              {u"fulltext"_s, Kind::Fulltext, u"id"_s},
              text(u"source_code"_s, u"source"_s),
              tenant},
             {u"namespace"_s}},
            {u"triggers"_s,
             {space,
              flowId,
              text(u"trigger_id"_s, u"triggerId"_s),
              text(u"execution_id"_s, u"executionId"_s),
              {u"fulltext"_s, Kind::Fulltext, u"triggerId"_s},
              tenant,
              {u"next_execution_date"_s, Kind::Time, u"nextExecutionDate"_s},
              text(u"worker_id"_s, u"workerId"_s)},
             {}},
            {u"worker_job_running"_s,
             {text(u"worker_uuid"_s, u"workerInstance.workerUuid"_s)},
             {u"worker_uuid"_s}},
            {u"execution_queued"_s, {space, flowId, tenant}, {}},
            {u"executordelayed"_s, {{u"date"_s, Kind::Time, u"date"_s}}, {}},
            {u"executorstate"_s, {}, {}},
            {u"flow_topologies"_s, {text(u"source_id"_s, u"source.id"_s), tenant}, {}},
            {u"multipleconditions"_s, {space, flowId, tenant}, {}},
            {u"settings"_s, {}, {}},
            {u"subflow_executions"_s, {}, {}},
            {u"templates"_s, {deleted, space, text(u"id"_s, u"id"_s), tenant}, {}}};
}

TableShape laterTable(const QString &name)
{
    if (name == u"dashboards"_s)
        return {name, {deleted, text(u"id"_s, u"id"_s), text(u"title"_s, u"title"_s), tenant}, {}};
    if (name == u"kv_metadata"_s)
        return {name, {deleted, space, text(u"name"_s, u"name"_s), tenant}, {u"namespace"_s}};
    if (name == u"namespace_file_metadata"_s)
        return {name, {deleted, space, text(u"path"_s, u"path"_s), tenant}, {u"namespace"_s}};
    return {name, {space, flowId, tenant}, {}};
}

QStringList createTable(const Database &database, const TableShape &shape)
{
    QStringList parts{u"\"key\" VARCHAR(768) NOT NULL PRIMARY KEY"_s,
                      u"\"value\" %1 NOT NULL"_s.arg(database.isSqlite() ? u"TEXT"_s : u"JSONB"_s)};
    for (const GeneratedColumn &column : shape.columns)
        parts.append(definition(database, column));
    QStringList statements{u"CREATE TABLE %1 (%2)"_s.arg(shape.name, parts.join(u", "_s))};
    for (const QString &column : shape.indexes)
        statements.append(u"CREATE INDEX %1_%2 ON %1 (\"%2\")"_s.arg(shape.name, column));
    return statements;
}

QStringList createQueue(const Database &database, bool second)
{
    const QString offset =
        database.isSqlite() ? u"\"offset\" INTEGER PRIMARY KEY"_s : u"\"offset\" BIGSERIAL PRIMARY KEY"_s;
    const QString json = database.isSqlite() ? u"TEXT"_s : u"JSONB"_s;
    if (second)
        return {u"CREATE TABLE queues (%1, \"type\" VARCHAR(250) NOT NULL, routing_key VARCHAR(250), \"key\" "
                u"VARCHAR(250) NOT NULL, "
                "\"value\" %2 NOT NULL, created TIMESTAMP DEFAULT CURRENT_TIMESTAMP)"_s.arg(offset, json),
                u"CREATE INDEX queues_type ON queues (\"type\", \"offset\")"_s};
    return {u"CREATE TABLE queues (%1, \"type\" %3 NOT NULL, \"key\" VARCHAR(250) NOT NULL, \"value\" %2 NOT "
            u"NULL, "
            "updated TIMESTAMP DEFAULT CURRENT_TIMESTAMP, consumer_indexer BOOL DEFAULT FALSE, "
            "consumer_executor BOOL "
            "DEFAULT FALSE, consumer_worker BOOL DEFAULT FALSE, consumer_scheduler BOOL DEFAULT FALSE, "
            "consumer_flow_topology BOOL DEFAULT FALSE, consumer_group VARCHAR(250))"_s.arg(
                offset, json, database.isSqlite() ? u"VARCHAR(250)"_s : u"queue_type"_s),
            u"CREATE INDEX queues_type ON queues (\"type\", \"offset\")"_s};
}

QString addColumn(const Database &database, const QString &table, const GeneratedColumn &column)
{
    return u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(table, definition(database, column));
}

QStringList createHelpers(const Database &database)
{
    if (database.isSqlite())
        return {};
    // SQL-standard bodies are bound when made, so that a dump can be restored with an empty search path.
    return {
        u"CREATE TYPE state_type AS ENUM ('CREATED', 'RUNNING', 'PAUSED', 'RESTARTED', 'KILLING', 'SUCCESS', "
        u"'WARNING', "
        "'FAILED', 'KILLED', 'CANCELLED', 'QUEUED', 'RETRYING', 'RETRIED')"_s,
        u"CREATE TYPE log_level AS ENUM ('ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE')"_s,
        u"CREATE TYPE queue_type AS ENUM ('io.kestra.core.models.executions.Execution', "
        u"'io.kestra.core.models.flows.Flow', "
        "'io.kestra.core.models.executions.LogEntry', 'io.kestra.core.models.executions.MetricEntry', "
        "'io.kestra.core.runners.WorkerJob', 'io.kestra.core.runners.WorkerTaskResult')"_s,
        u"CREATE FUNCTION state_fromtext(text) RETURNS state_type LANGUAGE SQL IMMUTABLE RETURN CAST($1 AS state_type)"_s,
        u"CREATE FUNCTION loglevel_fromtext(text) RETURNS log_level LANGUAGE SQL IMMUTABLE RETURN CAST($1 AS log_level)"_s,
        u"CREATE FUNCTION fulltext_index(text) RETURNS tsvector LANGUAGE SQL IMMUTABLE "
        "RETURN to_tsvector('simple'::regconfig, $1)"_s,
        u"CREATE FUNCTION parse_iso8601_timestamp(text) RETURNS timestamp LANGUAGE SQL IMMUTABLE "
        "RETURN CAST($1 AS timestamptz) AT TIME ZONE 'utc'"_s};
}
