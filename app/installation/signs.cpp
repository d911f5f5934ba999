// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/signs.h"

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

QString signsStatement(DatabaseAccess::Kind kind, const Version &version)
{
    const bool isPostgres = kind == DatabaseAccess::Kind::PostgreSql;
    const QString saidVersion =
        isPostgres ? u"\"value\"->'server'->>'version'"_s : u"json_extract(\"value\", '$.server.version')"_s;
    const QString fresh =
        isPostgres
            ? u"(\"value\"->>'updatedAt')::timestamptz > now() - interval '%1 seconds'"_s.arg(
                  signOfLifeSeconds)
            : u"(julianday('now') - julianday(json_extract(\"value\", '$.updatedAt'))) * 86400 < %1"_s.arg(
                  signOfLifeSeconds);
    const QString alive = u"state = 'RUNNING' and "_s + fresh;
    QStringList columns;
    for (const Component component : allKinds())
        columns.append(
            u"coalesce(sum(case when service_type = '%1' and %2 and %3 = '%4' then 1 else 0 end), 0) as %5"_s
                .arg(signColumn(component).toUpper(), alive, saidVersion, version.toString(),
                     signColumn(component)));
    columns.append(u"coalesce(sum(case when %1 and %2 <> '%3' then 1 else 0 end), 0) as others"_s.arg(
        alive, saidVersion, version.toString()));
    return u"select %1 from service_instance"_s.arg(columns.join(u", "_s));
}

WaitArgs signsOfLife(const DatabaseAccess &access, const QList<ComponentState> &components,
                     const Version &version)
{
    WaitArgs wait;
    if (access.kind == DatabaseAccess::Kind::None)
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

Result<Steps> purgeSteps(const DatabaseAccess &access, const QString &nameSpace)
{
    static const QRegularExpression plain(u"\\A[a-z0-9][a-z0-9.-]*\\z"_s);
    if (!plain.match(nameSpace).hasMatch())
        return failure(ErrorKind::Usage, tr("“%1” is no name of a namespace.", "@error").arg(nameSpace));
    CommandArgs command;
    if (access.kind == DatabaseAccess::Kind::PostgreSql) {
        command.program = access.psqlCommand.value(0);
        command.arguments = access.psqlCommand.mid(1) +
                            QStringList{u"-X"_s, u"-q"_s,         u"-v"_s, u"ON_ERROR_STOP=1"_s,
                                        u"-d"_s, access.database, u"-c"_s, postgresPurge(nameSpace)};
    } else if (access.kind == DatabaseAccess::Kind::Sqlite) {
        command.program = u"sh"_s;
        command.arguments = {u"-c"_s, sqlitePurge(), u"sh"_s, access.file, nameSpace};
    } else {
        return Steps();
    }
    Step step = runCommand(u"remove-trial-rows"_s,
                           tr("Remove the rows that the trial left behind", "@action"), command);
    return Steps{step};
}
