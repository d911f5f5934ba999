// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/signs.h"

#include "app/installation/sqlorder.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind)
{
    return QCoreApplication::translate("Signs", text, kind);
}

const Components &allKinds()
{
    static const Components kinds{Component::Webserver, Component::Executor, Component::Scheduler,
                                  Component::Worker,    Component::Indexer,  Component::Controller};
    return kinds;
}

/// Finds the tables that have a namespace of their own and those that only carry it inside their JSON.
QString postgresPurge(const QString &nameSpace)
{
    return uR"(do $$
declare t text; mark text := '%"namespace": "%1"%';
begin
  if to_regclass('executorstate') is not null and to_regclass('queues') is not null then
    execute format('delete from executorstate where key in (select key from queues where value::text like %L)', mark);
  end if;
  foreach t in array array['queues', 'flow_topologies'] loop
    if to_regclass(t) is not null then execute format('delete from %I where value::text like %L', t, mark); end if;
  end loop;
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and pg_table_is_visible(c.oid) and a.attname = 'namespace' and not a.attisdropped
  loop execute format('delete from %I where namespace = %L', t, '%1'); end loop;
end $$)"_s.replace(u"%1"_s, nameSpace);
}

/// MySQL has no blocks outside of procedures.
QString mysqlPurge(const QString &nameSpace)
{
    return uR"sql(set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES');
drop procedure if exists kestra_upgrade_purge;
delimiter //
create procedure kestra_upgrade_purge()
begin
  declare done int default 0;
  declare q text;
  declare deletes cursor for
    select concat('delete from "', c.table_name, '" where ', case
      when c.column_name = 'namespace' then '"namespace" = ''@NS@'''
      when c.table_name = 'executorstate' then '"key" in (select "key" from queues where json_unquote(json_extract("value", ''$.namespace'')) = ''@NS@'')'
      else 'cast("value" as char) like ''%"namespace"%"@NS@"%''' end)
    from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = database() and t.table_type = 'BASE TABLE'
      and (c.column_name = 'namespace' or (c.column_name = 'value' and c.table_name in ('executorstate', 'queues', 'flow_topologies')))
    order by c.table_name <> 'executorstate';
  declare continue handler for not found set done = 1;
  open deletes;
  one: loop
    fetch deletes into q;
    if done then leave one; end if;
    set @kestra_upgrade_delete = q;
    prepare deleting from @kestra_upgrade_delete;
    execute deleting;
    deallocate prepare deleting;
  end loop;
  close deletes;
end //
delimiter ;
call kestra_upgrade_purge();
drop procedure kestra_upgrade_purge;
)sql"_s.replace(u"@NS@"_s, nameSpace);
}

/// H2 has no blocks: the n-th statement is for the n-th of the tables, and for none when there are fewer.
QString h2Purge(const QString &nameSpace)
{
    constexpr int mostTables = 40;
    QStringList statements;
    for (int i = 0; i < mostTables; ++i)
        statements.append(
            uR"sql(EXECUTE IMMEDIATE coalesce((select 'delete from "' || c.table_name || '" where ' || case
    when c.column_name = 'namespace' then '"namespace" = ''@NS@'''
    when c.table_name = 'EXECUTORSTATE' then '"key" in (select "key" from QUEUES where "value" like ''%"namespace":"@NS@"%'')'
    else '"value" like ''%"namespace":"@NS@"%''' end
  from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE'
    and (c.column_name = 'namespace' or (c.column_name = 'value' and c.table_name in ('EXECUTORSTATE', 'QUEUES', 'FLOW_TOPOLOGIES')))
  order by case c.table_name when 'EXECUTORSTATE' then 0 else 1 end, c.table_name, c.column_name
  offset @ROW@ rows fetch first row only), 'set @nothing = 1'))sql"_s.replace(u"@NS@"_s, nameSpace)
                .replace(u"@ROW@"_s, QString::number(i)));
    statements.append(u"COMMIT"_s);
    return statements.join(u";\n"_s);
}

/// The same for SQLite, which has no blocks: a first statement writes the second ones.
QString sqlitePurge()
{
    return uR"sh(set -eu
ask() { sqlite3 -batch -bail -cmd '.timeout 10000' -- "$@"; }
mark="%\"namespace\":\"$2\"%"
states=$(ask "$1" "select 'delete from executorstate where \"key\" in (select \"key\" from queues where \"value\" like ''$mark'');'
  from sqlite_master where name = 'executorstate'")
queues=$(ask "$1" "select 'delete from ' || name || ' where \"value\" like ''$mark'';'
  from sqlite_master where type = 'table' and name in ('queues', 'flow_topologies')")
rows=$(ask "$1" "select 'delete from ' || m.name || ' where \"namespace\" = ''$2'';'
  from sqlite_master m join pragma_table_xinfo(m.name) c where m.type = 'table' and c.name = 'namespace'")
ask "$1" "begin immediate; $states $queues $rows commit;")sh"_s;
}

} // namespace

QString signColumn(Component component)
{
    return componentName(component);
}

Components signKinds(Component component, const Version &version)
{
    if (component == Component::Standalone)
        return {Component::Webserver, Component::Executor, Component::Scheduler, Component::Worker};
    // An indexer wrote no row of its own before 0.20; a controller is there from 2.0 on.
    if (component == Component::Indexer && version < Version::of(u"0.20.0"))
        return {};
    if (component == Component::Controller && version < Version::of(u"2.0.0-rc0"))
        return {};
    if (component == Component::None || component == Component::Database)
        return {};
    return {component};
}

QString serviceVersion(DatabaseAccess::Kind kind)
{
    switch (kind) {
    case DatabaseAccess::Kind::PostgreSql:
        return u"\"value\"->'server'->>'version'"_s;
    case DatabaseAccess::Kind::MySql:
        return u"json_unquote(json_extract(\"value\", '$.server.version'))"_s;
    case DatabaseAccess::Kind::H2:
        // H2 looks into no JSON; the key stands once in such a row.
        return u"regexp_substr(\"value\", '\"version\"\\s*:\\s*\"([^\"]*)', 1, 1, null, 1)"_s;
    case DatabaseAccess::Kind::Sqlite:
    case DatabaseAccess::Kind::None:
        break;
    }
    return u"json_extract(\"value\", '$.server.version')"_s;
}

QString serviceIsFresh(DatabaseAccess::Kind kind, int seconds)
{
    switch (kind) {
    case DatabaseAccess::Kind::PostgreSql:
        return u"(\"value\"->>'updatedAt')::timestamptz > now() - interval '%1 seconds'"_s.arg(seconds);
    case DatabaseAccess::Kind::MySql:
        return u"timestampdiff(second, str_to_date(left(json_unquote(json_extract(\"value\", "
               u"'$.updatedAt')), "
               "19), '%Y-%m-%dT%H:%i:%s'), utc_timestamp()) < "_s +
               QString::number(seconds);
    case DatabaseAccess::Kind::H2:
        return u"datediff(second, parsedatetime(regexp_substr(\"value\", "
               u"'\"updatedAt\"\\s*:\\s*\"([^\".Z]*)', 1, "
               "1, null, 1), 'yyyy-MM-dd''T''HH:mm:ss', 'en', 'UTC'), current_timestamp) < "_s +
               QString::number(seconds);
    case DatabaseAccess::Kind::Sqlite:
    case DatabaseAccess::Kind::None:
        break;
    }
    return u"(julianday('now') - julianday(json_extract(\"value\", '$.updatedAt'))) * 86400 < %1"_s.arg(
        seconds);
}

QString signsStatement(DatabaseAccess::Kind kind, const Version &version)
{
    const QString saidVersion = serviceVersion(kind);
    // H2 takes a name without quotes for one in capitals.
    const bool isH2 = kind == DatabaseAccess::Kind::H2;
    const QString type = isH2 ? u"\"service_type\""_s : u"service_type"_s;
    const QString state = isH2 ? u"\"state\""_s : u"state"_s;
    const QString alive = state + u" = 'RUNNING' and "_s + serviceIsFresh(kind, signOfLifeSeconds);
    QStringList columns;
    for (const Component component : allKinds())
        columns.append(
            u"coalesce(sum(case when %6 = '%1' and %2 and %3 = '%4' then 1 else 0 end), 0) as %5"_s.arg(
                signColumn(component).toUpper(), alive, saidVersion, version.toString(),
                signColumn(component), type));
    columns.append(u"coalesce(sum(case when %1 and %2 <> '%3' then 1 else 0 end), 0) as others"_s.arg(
        alive, saidVersion, version.toString()));
    return u"select %1 from service_instance"_s.arg(columns.join(u", "_s));
}

WaitArgs signsOfLife(const DatabaseAccess &access, const QList<ComponentState> &components,
                     const Version &version)
{
    WaitArgs wait;
    if (!access.answersBesideKestra())
        return wait;
    QMap<QString, int> wanted;
    for (const ComponentState &state : components) {
        for (const Component kind : signKinds(state.component, version))
            wanted[signColumn(kind)] += std::max(state.replicas, 1);
    }
    wait.probe = Probe::sql(access.toJson(), signsStatement(access.kind, version));
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        wait.conditions.append({u"0/"_s + it.key(), u"atLeast"_s, it.value()});
    wait.conditions.append({u"0/others"_s, u"equals"_s, 0});
    return wait;
}

QString underWayStatement(DatabaseAccess::Kind kind)
{
    QString task;
    QString text = u"text"_s;
    if (kind == DatabaseAccess::Kind::PostgreSql)
        task = u"jsonb_path_query_first(\"value\", '$.taskRunList[*] ? (@.state.current == "
               u"\"RUNNING\").taskId') "
               "#>> '{}' as task, "_s;
    else if (kind == DatabaseAccess::Kind::Sqlite)
        task = u"(select json_extract(t.value, '$.taskId') from json_each(executions.\"value\", "
               "'$.taskRunList') t where json_extract(t.value, '$.state.current') = 'RUNNING' limit 1) as "
               "task, "_s;
    else if (kind == DatabaseAccess::Kind::MySql)
        text = u"char"_s;
    else if (kind == DatabaseAccess::Kind::H2)
        return u"select \"flow_id\" as flow, \"start_date\" as since, count(*) over () as total from "
               u"executions "
               "where cast(\"state_current\" as varchar) in "
               "('CREATED','RUNNING','RESTARTED','KILLING','RETRYING') order by \"start_date\" limit 50"_s;
    return u"select flow_id as flow, %1start_date as since, count(*) over () as total from executions where "
           "cast(state_current as %2) in ('CREATED','RUNNING','RESTARTED','KILLING','RETRYING') "
           "order by start_date limit 50"_s.arg(task, text);
}

Result<Steps> purgeSteps(const DatabaseAccess &access, const QString &nameSpace)
{
    static const QRegularExpression plain(u"\\A[a-z0-9][a-z0-9.-]*\\z"_s);
    if (!plain.match(nameSpace).hasMatch())
        return failure(ErrorKind::Usage, tr("“%1” is no name of a namespace.", "@error").arg(nameSpace));
    CommandArgs command;
    switch (access.kind) {
    case DatabaseAccess::Kind::PostgreSql:
        command = sqlOrder(access, postgresPurge(nameSpace));
        break;
    case DatabaseAccess::Kind::MySql:
        command = sqlOrder(access, mysqlPurge(nameSpace));
        break;
    case DatabaseAccess::Kind::H2:
        // Kestra runs when its trial is over, and keeps its file to itself.
        if (!access.answersBesideKestra())
            return Steps();
        command = sqlOrder(access, h2Purge(nameSpace));
        break;
    case DatabaseAccess::Kind::Sqlite:
        command.program = u"sh"_s;
        command.arguments = {u"-c"_s, sqlitePurge(), u"sh"_s, access.file, nameSpace};
        break;
    case DatabaseAccess::Kind::None:
        return Steps();
    }
    Step step = runCommand(u"remove-trial-rows"_s,
                           tr("Remove the rows that the trial left behind", "@action"), command);
    return Steps{step};
}
