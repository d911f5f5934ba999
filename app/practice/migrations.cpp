// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/migrations.h"

#include "app/practice/database.h"
#include "app/practice/schema.h"

#include <QHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace
{

using Kind = GeneratedColumn::Kind;

// Numbers and gaps as counted in real databases: 20 up to 1.21, 24 up to 1.25, 38 of 0.23 (newest 1.43), 39
// of 1.0 (1.44, with 1.40 behind it in time), 51 of 1.3 (1.56).
const QList<Migration> &everyFlywayMigration()
{
    static const QList<Migration> all = [] {
        QList<Migration> list;
        static const QHash<int, QString> names{{1, u"initial"_s},
                                               {17, u"service instance"_s},
                                               {21, u"executions trigger"_s},
                                               {22, u"flow with source"_s},
                                               {23, u"execution queued index"_s},
                                               {24, u"sla monitor"_s},
                                               {25, u"dashboard"_s},
                                               {40, u"flow tenant index"_s},
                                               {44, u"execution kind"_s},
                                               {45, u"kv metadata"_s},
                                               {50, u"namespace file metadata"_s},
                                               {53, u"logs drop deleted"_s},
                                               {56, u"execution labels index"_s}};
        const auto add = [&list](int number, const QString &line, const QString &until = {}) {
            list.append(
                {u"1.%1"_s.arg(number), names.value(number, u"schema update %1"_s.arg(number)), line, until});
        };
        for (int i = 1; i <= 21; ++i) {
            if (i != 11)
                add(i, u"0.18"_s);
        }
        for (int i = 22; i <= 25; ++i)
            add(i, u"0.20"_s);
        for (int i : {27, 28, 29})
            add(i, u"0.21"_s);
        for (int i : {31, 32, 33, 35, 36})
            add(i, u"0.22"_s);
        add(37, u"0.23"_s, u"0.24"_s);
        for (int i : {38, 39})
            add(i, u"0.23"_s);
        add(40, u"0.24"_s);
        for (int i : {41, 42, 43})
            add(i, u"0.23"_s);
        add(44, u"1.0"_s);
        for (int i = 45; i <= 49; ++i)
            add(i, u"1.1"_s);
        for (int i = 50; i <= 52; ++i)
            add(i, u"1.2"_s);
        for (int i = 53; i <= 56; ++i)
            add(i, u"1.3"_s);
        return list;
    }();
    return all;
}

Result<void> initialSchema(Database &database)
{
    QStringList statements = createHelpers(database) + createQueue(database, false);
    for (const TableShape &shape : baseTables())
        statements += createTable(database, shape);
    return database.runAll(statements);
}

QString setJson(const Database &database, const QString &key, const QString &value)
{
    return database.isSqlite() ? u"json_set(\"value\", '$.%1', %2)"_s.arg(key, value)
                               : u"jsonb_set(\"value\", '{%1}', to_jsonb(%2))"_s.arg(key, value);
}

QString withoutJson(const Database &database, const QString &key)
{
    return database.isSqlite() ? u"json_remove(\"value\", '$.%1')"_s.arg(key)
                               : u"\"value\" - '%1'"_s.arg(key);
}

Result<void> flowWithSource(Database &database)
{
    if (database.isSqlite())
        return {};
    return database.runAll({u"ALTER TYPE queue_type RENAME VALUE 'io.kestra.core.models.flows.Flow' TO "
                            "'io.kestra.core.models.flows.FlowWithSource'"_s});
}

QStringList newStates(const Database &database, const QStringList &states)
{
    QStringList statements;
    for (const QString &state : database.isSqlite() ? QStringList() : states)
        statements.append(u"ALTER TYPE state_type ADD VALUE IF NOT EXISTS '%1'"_s.arg(state));
    return statements;
}

// Rows get a `kind`, indexes are built anew: the time grows with the executions.
Result<void> executionKind(Database &database)
{
    return database.runAll(
        newStates(database, {u"BREAKPOINT"_s, u"RESUBMITTED"_s}) +
        QStringList{addColumn(database, u"executions"_s, {u"kind"_s, Kind::Text, u"kind"_s}),
                    addColumn(database, u"logs"_s, {u"execution_kind"_s, Kind::Text, u"executionKind"_s}),
                    u"CREATE INDEX executions_kind ON executions (kind)"_s});
}

Result<void> secondSchema(Database &database)
{
    QStringList statements{
        u"DROP TABLE IF EXISTS templates"_s,
        u"DROP TABLE IF EXISTS executorstate"_s,
        u"DROP INDEX IF EXISTS worker_job_running_worker_uuid"_s,
        u"ALTER TABLE worker_job_running DROP COLUMN worker_uuid"_s,
        addColumn(database, u"worker_job_running"_s, {u"worker_uid"_s, Kind::Text, u"workerUid"_s}),
        addColumn(database, u"executions"_s, {u"trigger_id"_s, Kind::Text, u"trigger.id"_s}),
        addColumn(database, u"executions"_s, {u"parent_id"_s, Kind::Text, u"parentId"_s}),
        addColumn(database, u"flows"_s, {u"draft"_s, Kind::Bool, u"draft"_s}),
        addColumn(database, u"flows"_s, {u"disabled"_s, Kind::Bool, u"disabled"_s}),
        addColumn(database, u"service_instance"_s, {u"fulltext"_s, Kind::Fulltext, u"id"_s}),
        u"UPDATE executions SET \"value\" = %1"_s.arg(setJson(database, u"migrated"_s, u"2"_s))};
    return database.runAll(newStates(database, {u"SUBMITTED"_s}) + statements);
}

Result<void> secondTriggers(Database &database)
{
    const QString next = database.field(u"nextExecutionDate"_s);
    const QString moved =
        database.isSqlite()
            ? u"json_remove(json_set(\"value\", '$.nextEvaluationDate', %1, '$.vnode', 0, '$.locked', "
              u"json('false')), "
              "'$.nextExecutionDate')"_s.arg(next)
            : u"(\"value\" || jsonb_build_object('nextEvaluationDate', %1, 'vnode', 0, 'locked', false)) - 'nextExecutionDate'"_s
                  .arg(next);
    return database.runAll(
        {u"UPDATE triggers SET \"value\" = "_s + moved,
         u"ALTER TABLE triggers DROP COLUMN next_execution_date"_s,
         addColumn(database, u"triggers"_s, {u"vnode"_s, Kind::Int, u"vnode"_s}),
         addColumn(database, u"triggers"_s, {u"locked"_s, Kind::Bool, u"locked"_s}),
         addColumn(database, u"triggers"_s, {u"next_evaluation_date"_s, Kind::Time, u"nextEvaluationDate"_s}),
         addColumn(database, u"triggers"_s, {u"last_triggered_date"_s, Kind::Time, u"lastTriggeredDate"_s})});
}

// The hash is wrapped once more, so no plain password is needed; 1.x cannot read what comes out.
Result<void> secondPassword(Database &database)
{
    const QString hash = database.field(u"value.password"_s);
    const QString wrapped =
        database.isSqlite()
            ? u"json_set(\"value\", '$.value.password', '$2a$10$' || %1)"_s.arg(hash)
            : u"jsonb_set(\"value\", '{value,password}', to_jsonb('$2a$10$' || %1))"_s.arg(hash);
    return database.runAll(
        {u"UPDATE settings SET \"value\" = %1 WHERE \"key\" = 'kestra.server.basic-auth' AND %2 NOT LIKE '$2a$%'"_s
             .arg(wrapped, hash)});
}

Result<void> secondDuration(Database &database)
{
    const QString duration = database.field(u"state.duration"_s);
    const QString inMs =
        database.isSqlite()
            ? u"json_set(\"value\", '$.state.duration', CAST(%1 * 1000 AS INTEGER))"_s.arg(duration)
            : u"jsonb_set(\"value\", '{state,duration}', to_jsonb(CAST(CAST(%1 AS DOUBLE PRECISION) * 1000 AS BIGINT)))"_s
                  .arg(duration);
    return database.runAll(
        {u"UPDATE executions SET \"value\" = %1 WHERE %2 IS NOT NULL"_s.arg(inMs, duration)});
}

using Effect = std::function<Result<void>(Database &)>;

const QHash<QString, Effect> &effects()
{
    static const auto make = [](const QString &table) -> Effect {
        return
            [table](Database &database) { return database.runAll(createTable(database, laterTable(table))); };
    };
    static const QHash<QString, Effect> map{
        {u"1.1"_s, initialSchema},
        {u"1.22"_s, flowWithSource},
        {u"1.24"_s, make(u"sla_monitor"_s)},
        {u"1.25"_s, make(u"dashboards"_s)},
        {u"1.38"_s, [](Database &database) { return database.runAll(newStates(database, {u"SKIPPED"_s})); }},
        {u"1.44"_s, executionKind},
        {u"1.45"_s, make(u"kv_metadata"_s)},
        {u"1.50"_s, make(u"namespace_file_metadata"_s)},
        {u"1.53"_s,
         [](Database &database) {
             return database.runAll(
                 {u"ALTER TABLE logs DROP COLUMN deleted"_s,
                  u"UPDATE logs SET \"value\" = "_s + withoutJson(database, u"deleted"_s)});
         }},
        {u"1.56"_s,
         [](Database &database) {
             return database.runAll({u"CREATE INDEX executions_end_date ON executions (end_date)"_s});
         }},
        {u"2.0.01-schema"_s, secondSchema},
        {u"2.0.02-queue"_s,
         [](Database &database) {
             return database.runAll(QStringList{u"DROP TABLE queues"_s} + createQueue(database, true));
         }},
        {u"2.0.03-triggers"_s, secondTriggers},
        {u"2.0.04-basic-auth-password"_s, secondPassword},
        {u"2.0.24-execution-duration-millis"_s, secondDuration},
    };
    return map;
}

} // namespace

QList<Migration> flywayMigrations(const Version &version)
{
    QList<Migration> known;
    const Version line = Version::of(version.line());
    for (const Migration &migration : everyFlywayMigration()) {
        if (Version::of(migration.line) <= line &&
            (migration.untilLine.isEmpty() || line <= Version::of(migration.untilLine)))
            known.append(migration);
    }
    return known;
}

QList<Migration> secondMigrations()
{
    return {{u"2.0.01-schema"_s, u"Upgrade the schema to 2.0"_s, u"2.0"_s},
            {u"2.0.02-queue"_s, u"Rebuild the queue"_s, u"2.0"_s},
            {u"2.0.03-triggers"_s, u"Migrate triggers"_s, u"2.0"_s},
            {u"2.0.04-basic-auth-password"_s, u"Migrate the basic auth password to BCrypt"_s, u"2.0"_s},
            {u"2.0.06-widen-logs"_s, u"Widen log columns"_s, u"2.0"_s},
            {u"2.0.09-execution-outputs"_s, u"Execution outputs"_s, u"2.0"_s},
            {u"2.0.11-plugin-auto-install"_s, u"Install missing plugins"_s, u"2.0"_s},
            {u"2.0.24-execution-duration-millis"_s, u"Execution duration in milliseconds"_s, u"2.0"_s}};
}

Result<void> applyMigration(Database &database, const Migration &migration)
{
    const auto effect = effects().constFind(migration.id);
    return effect == effects().constEnd() ? Result<void>() : (*effect)(database);
}

qint32 migrationChecksum(const Migration &migration)
{
    quint32 sum = 2166136261u;
    for (QChar c : QString(migration.id + migration.description))
        sum = (sum ^ c.unicode()) * 16777619u;
    return qint32(sum);
}
