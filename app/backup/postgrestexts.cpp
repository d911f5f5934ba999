// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/postgresbackup.h"

#include "app/backup/postgrestools.h"

using namespace Qt::StringLiterals;

QString maintenanceDatabase(const QString &database)
{
    return database == u"postgres" ? u"template1"_s : u"postgres"_s;
}

QString restoreIntoNewScript()
{
    // Databases get their encoding, locale, owner and settings from the one they stand in for: pg_restore
    // only brings what lies inside.
    return uR"sh(set -eu
bin=$1 like=$2 new=$3 dump=$4 maintenance=$5
shift 5
"${bin}psql" "$@" -X -q -A -t -v ON_ERROR_STOP=1 -v new="$new" -v like="$like" -d "$maintenance" <<'SQL'
select format('drop database if exists %I', :'new') \gexec
select format('create database %I template template0 encoding %L lc_collate %L lc_ctype %L owner %I',
    :'new', pg_encoding_to_char(encoding), datcollate, datctype, pg_get_userbyid(datdba))
  || case to_jsonb(d)->>'datlocprovider'
     when 'i' then format(' locale_provider icu icu_locale %L', coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale'))
     when 'b' then format(' locale_provider builtin builtin_locale %L', to_jsonb(d)->>'datlocale')
     else '' end
  from pg_database d where datname = :'like' \gexec
select format('alter %s database %I set %I to %s',
    case when s.setrole = 0 then '' else format('role %I in', pg_get_userbyid(s.setrole)) end, :'new',
    split_part(item, '=', 1),
    case when split_part(item, '=', 1) in ('search_path', 'temp_tablespaces', 'session_preload_libraries', 'local_preload_libraries')
         then substr(item, strpos(item, '=') + 1) else quote_literal(substr(item, strpos(item, '=') + 1)) end)
  from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) item
  where d.datname = :'like' \gexec
SQL
if [ "$dump" = - ]; then set -- "$@" --no-password --exit-on-error -d "$new"
else set -- "$@" --no-password --exit-on-error -j 2 -d "$new" "$dump"; fi
"${bin}pg_restore" "$@")sh"_s;
}

QString swapDatabasesSql(const QString &database, const QString &restored, const QString &newer)
{
    return uR"(select count(pg_terminate_backend(pid)) from pg_stat_activity where datname in (%1, %2) and pid <> pg_backend_pid();
begin;
alter database %3 rename to %5;
alter database %4 rename to %3;
commit;
)"_s.arg(sqlLiteral(database), sqlLiteral(restored), sqlIdentifier(database), sqlIdentifier(restored),
         sqlIdentifier(newer));
}

QString moveSchemaScript()
{
    return uR"sh(set -eu
umask 077
bin=$1 database=$2 restoring=$3 schema=$4 fresh=$5
shift 5
sql() { "${bin}psql" "$@" -X -q -v ON_ERROR_STOP=1 -v schema="$schema" -v fresh="$fresh"; }
sql "$@" -d "$database" <<'SQL'
drop schema if exists :"fresh" cascade;
SQL
sql "$@" -d "$restoring" <<'SQL'
select format('alter schema %I rename to %I', :'schema', :'fresh')
  where exists (select from pg_namespace where nspname = :'schema') \gexec
SQL
dump=$(mktemp -d "${TMPDIR:-/tmp}/kestra-upgrade-XXXXXX")
trap 'rm -rf -- "$dump"' EXIT
"${bin}pg_dump" "$@" --no-password -Fd -j 2 -n "$(printf '"%s"' "$(printf '%s' "$fresh" | sed 's/"/""/g')")" -d "$restoring" -f "$dump/schema" </dev/null
"${bin}pg_restore" "$@" --no-password --exit-on-error -j 2 -d "$database" "$dump/schema" </dev/null)sh"_s;
}

QString swapSchemasSql(const QString &schema, const QString &restored, const QString &newer)
{
    return uR"(begin;
alter schema %1 rename to %3;
alter schema %2 rename to %1;
commit;
)"_s.arg(sqlIdentifier(schema), sqlIdentifier(restored), sqlIdentifier(newer));
}
