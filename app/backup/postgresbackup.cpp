// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/postgresbackup.h"

#include "app/backup/postgrestools.h"
#include "app/plan/steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int hours = 3600;

/// $1 is what pg_dump makes, straight where it stays.
QString dumpInPlaceScript()
{
    return uR"(set -eu
umask 077
dump=$1
rm -rf -- "$dump"
shift
exec "$@" -f "$dump")"_s;
}

/// $1 is made anew, the command after it fills it. Readable for all inside of a folder that only its owner
/// may enter: what `docker cp` carries keeps these modes, whoever it belongs to afterwards.
QString dumpScript()
{
    return uR"(set -eu
umask 077
rm -rf -- "$1"
mkdir -p -- "$1"
dump=$1/dump
shift
"$@" -f "$dump"
chmod -R a+rX -- "$dump")"_s;
}

/// $1 is made anew before the command after it fills it.
QString freshFolderScript()
{
    return uR"(set -eu
umask 077
rm -rf -- "$1"
mkdir -p -- "$1"
shift
exec "$@")"_s;
}

/// Copies the folder $1 to $2/dump, for the owner of $2.
QString handOverScript()
{
    return uR"(set -eu
cp -R -- "$1" "$2/dump"
chown -R --reference="$2" -- "$2/dump")"_s;
}

QJsonObject demand(const QJsonObject &probe, const QList<Condition> &conditions)
{
    return {{u"probe"_s, probe}, {u"conditions"_s, conditionsToJson(conditions)}};
}

QJsonObject fileIsThere(const QString &path)
{
    return demand(Probe::command(u"test"_s, {u"-s"_s, path}), {{u"exitCode"_s, u"equals"_s, 0}});
}

Step commandWith(const QString &slug, const QString &title, const QStringList &words,
                 const QJsonObject &unless, const QJsonObject &expect)
{
    CommandArgs command;
    command.program = words.value(0);
    command.arguments = words.mid(1);
    command.timeoutSeconds = hours;
    command.unless = unless;
    command.expect = expect;
    return runCommand(slug, title, command);
}

Step detachedStep(const QString &slug, const QString &title, const QStringList &words,
                  const QJsonObject &expect, const QString &folder)
{
    CommandArgs command;
    command.program = words.value(0);
    command.arguments = words.mid(1);
    command.timeoutSeconds = 12 * hours;
    command.expect = expect;
    return runDetached(slug, title, command, folder);
}

QJsonObject accessTo(const Installation &installation, const QString &database)
{
    DatabaseAccess access = installation.database.access;
    access.database = database;
    return access.toJson();
}

/// Seconds for so many bytes; generous, as it is what a person waits for.
int secondsFor(qint64 bytes, qint64 bytesPerSecond)
{
    return static_cast<int>(std::clamp<qint64>(bytes / bytesPerSecond, 2, 24 * hours));
}

Step removeThere(const PostgresTools &tools, const BackupLayout &layout)
{
    return commandStep(u"clear-dump"_s, backupTitle("Remove the dump's working copy"),
                       tools.shell(u"rm -rf -- \"$1\""_s, {layout.scratchThere()}), 600);
}

Step dropDatabase(const PostgresTools &tools, const QString &slug, const QString &title,
                  const QString &database)
{
    return commandStep(
        slug, title,
        tools.command(u"dropdb"_s, {u"--no-password"_s, u"--if-exists"_s, u"--force"_s, database}), 600);
}

/// Where a restore reads the dump: in place, or where it has been brought to.
QString dumpForRestore(const PostgresTools &tools, const BackupLayout &layout)
{
    return tools.place == PostgresTools::Place::Here ? layout.database() : layout.scratchThere() + u"/dump"_s;
}

/// Brings the dump of the backup folder (not what pg_dump left behind) to the tools.
Steps bringDump(const PostgresTools &tools, const BackupLayout &layout)
{
    if (tools.place == PostgresTools::Place::Here)
        return {};
    Step room = commandStep(u"make-room-for-dump"_s, backupTitle("Make a private folder beside the database"),
                            tools.shell(freshFolderScript(), {layout.scratchThere(), u"true"_s}), 600);
    room.reversal = Reversal::Automatic;
    room.inverse = {removeThere(tools, layout).toJson()};
    const QStringList words = tools.place == PostgresTools::Place::Container
                                  ? tools.copyIn(layout.database(), layout.scratchThere() + u"/dump"_s)
                                  : QStringList{u"sh"_s, u"-c"_s,           handOverScript(),
                                                u"sh"_s, layout.database(), layout.scratchThere()};
    Step bring =
        commandStep(u"bring-dump"_s, backupTitle("Bring the dump to the database's tools"), words, hours);
    return {room, bring};
}

/// Restores the backup into `database`, made anew; what an earlier try left goes first.
Step restoreInto(const Installation &installation, const PostgresTools &tools, const BackupLayout &layout,
                 const QString &slug, const QString &title, const QString &database)
{
    const QString current = installation.database.access.database;
    const QStringList words = tools.shell(restoreIntoNewScript(), QStringList{tools.folder, current, database,
                                                                              dumpForRestore(tools, layout),
                                                                              maintenanceDatabase(current)} +
                                                                      tools.connection);
    Step step = detachedStep(slug, title, words,
                             demand(Probe::sql(accessTo(installation, database),
                                               u"select count(*) as n from information_schema.tables "
                                               "where table_schema = 'public'"_s),
                                    {{u"0/n"_s, u"atLeast"_s, 1}}),
                             layout.detached(slug));
    step.expectedSeconds = secondsFor(installation.database.bytes, 15'000'000);
    step.reversal = Reversal::Automatic;
    step.inverse = {
        dropDatabase(tools, u"drop-"_s + slug, backupTitle("Remove the database made for it"), database)
            .toJson()};
    return step;
}

Step compareTables(const Installation &installation, const QString &slug, const QString &title,
                   const QString &database, bool equal)
{
    ObserveArgs args;
    args.name = slug;
    args.probe = Probe::tables(accessTo(installation, database), tablesThatTick());
    if (equal)
        args.equalTo = BackupObservation::tables.toString();
    return observe(slug, title, args);
}

} // namespace

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
"${bin}pg_restore" "$@" --no-password --exit-on-error -j 2 -d "$new" "$dump")sh"_s;
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

Result<Steps> postgresBackup(const Installation &installation, const BackupLayout &layout)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return std::unexpected(tools.error());
    const QStringList arguments{u"--no-password"_s,
                                u"-Fd"_s,
                                u"-j"_s,
                                u"2"_s,
                                u"-d"_s,
                                connectionName(installation.database.access.database)};
    const QStringList pgDump = tools->command(u"pg_dump"_s, arguments).mid(tools->prefix.size());
    const QString title = backupTitle("Dump the database with its server's own pg_dump");
    const int seconds = secondsFor(installation.database.bytes, 40'000'000);
    const QJsonObject fetched = fileIsThere(layout.database() + u"/toc.dat"_s);
    if (tools->place == PostgresTools::Place::Here) {
        Step dump = detachedStep(u"dump-database"_s, title,
                                 tools->shell(dumpInPlaceScript(), QStringList{layout.database()} + pgDump),
                                 fetched, layout.detached(u"dump"_s));
        dump.expectedSeconds = seconds;
        return Steps{dump};
    }

    const QString there = layout.scratchThere();
    Step dump =
        detachedStep(u"dump-database"_s, title, tools->shell(dumpScript(), QStringList{there} + pgDump), {},
                     layout.detached(u"dump"_s));
    dump.expectedSeconds = seconds;
    dump.reversal = Reversal::Automatic;
    dump.inverse = {removeThere(*tools, layout).toJson()};
    const QStringList fetching =
        tools->place == PostgresTools::Place::Container
            ? tools->copyOut(there + u"/dump"_s, layout.database())
            : QStringList{u"cp"_s, u"-R"_s, u"--"_s, there + u"/dump/."_s, layout.database()};
    Step fetch =
        commandWith(u"fetch-dump"_s, backupTitle("Put the dump into the backup"),
                    QStringList{u"sh"_s, u"-c"_s, freshFolderScript(), u"sh"_s, layout.database()} + fetching,
                    {}, fetched);
    fetch.expectedSeconds = secondsFor(installation.database.bytes, 200'000'000);
    return Steps{dump, fetch, removeThere(*tools, layout)};
}

Result<Steps> postgresProof(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return std::unexpected(tools.error());
    Steps steps = bringDump(*tools, layout);
    steps += restoreInto(installation, *tools, layout, u"prove-database"_s,
                         backupTitle("Restore the dump into a throw-away database"), layout.proofDatabase());
    steps += compareTables(installation, u"tables-in-backup"_s,
                           mode == BackupMode::Stopped
                               ? backupTitle("Compare every table of the copy with the database")
                               : backupTitle("Count every table of the copy"),
                           layout.proofDatabase(), mode == BackupMode::Stopped);
    steps += dropDatabase(*tools, u"drop-proof"_s, backupTitle("Remove the throw-away database"),
                          layout.proofDatabase());
    if (tools->place != PostgresTools::Place::Here)
        steps += removeThere(*tools, layout);
    return steps;
}

Result<Steps> postgresRestore(const Installation &installation, const BackupLayout &layout)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return std::unexpected(tools.error());
    const QString current = installation.database.access.database;
    const QString newer = layout.newerDatabase(current);
    Steps steps = bringDump(*tools, layout);
    steps += restoreInto(installation, *tools, layout, u"restore-database"_s,
                         backupTitle("Restore the dump into a new database"), layout.restoringDatabase());
    steps += compareTables(installation, u"tables-restored"_s,
                           backupTitle("Compare every table of the new database with the backup"),
                           layout.restoringDatabase(), true);

    // A swap that was cut off after its commit is seen by the name that only it makes.
    const QJsonObject maintenance = accessTo(installation, maintenanceDatabase(current));
    const QJsonObject swapped = demand(
        Probe::sql(maintenance,
                   u"select count(*) as n from pg_database where datname = %1"_s.arg(sqlLiteral(newer))),
        {{u"0/n"_s, u"equals"_s, 1}});
    const QStringList words = tools->shell(
        uR"(printf '%s' "$1" | { shift; exec "$@"; })"_s,
        QStringList{swapDatabasesSql(current, layout.restoringDatabase(), newer), tools->folder + u"psql"_s} +
            tools->connection +
            QStringList{u"-X"_s, u"-q"_s, u"-w"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s,
                        maintenanceDatabase(current)});
    steps +=
        commandWith(u"swap-database"_s,
                    backupTitle("Put the restored database in the place of the newer one, which is kept"),
                    words, swapped, swapped);
    steps += dropDatabase(*tools, u"drop-restoring"_s, backupTitle("Remove what an earlier try left"),
                          layout.restoringDatabase());
    if (tools->place != PostgresTools::Place::Here)
        steps += removeThere(*tools, layout);
    steps += compareTables(installation, u"tables-after"_s,
                           backupTitle("Compare every table with the state before"), current, true);
    return steps;
}
