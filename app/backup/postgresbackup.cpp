// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/postgresbackup.h"

#include "app/backup/postgrestools.h"
#include "app/host/sqlcommand.h"
#include "app/installation/sqlorder.h"
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

Step commandWith(const QString &slug, const QString &title, CommandArgs command, const QJsonObject &unless,
                 const QJsonObject &expect)
{
    command.timeoutSeconds = hours;
    command.unless = unless;
    command.expect = expect;
    return runCommand(slug, title, command);
}

Step detachedStep(const QString &slug, const QString &title, CommandArgs command, const QJsonObject &expect,
                  const QString &folder)
{
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

/// Whether the dump passes through a folder of its own beside the tools.
bool hasScratchThere(const PostgresTools &tools)
{
    return tools.place == PostgresTools::Place::OtherUser || tools.place == PostgresTools::Place::Container;
}

Step removeThere(const PostgresTools &tools, const BackupLayout &layout)
{
    return commandStep(u"clear-dump"_s, backupTitle("Remove the dump's working copy"),
                       tools.plainShell(u"rm -rf -- \"$1\""_s, {layout.scratchThere()}), 600);
}

Step dropDatabase(const PostgresTools &tools, const QString &slug, const QString &title,
                  const QString &database)
{
    CommandArgs command = withSecret(
        tools.secret,
        tools.command(u"dropdb"_s, {u"--no-password"_s, u"--if-exists"_s, u"--force"_s, database}));
    command.timeoutSeconds = 600;
    return runCommand(slug, title, command);
}

/// Where a restore reads the dump: in place, or where it has been brought to.
QString dumpForRestore(const PostgresTools &tools, const BackupLayout &layout)
{
    switch (tools.place) {
    case PostgresTools::Place::Here:
        return layout.database();
    case PostgresTools::Place::Stream:
        return u"-"_s;
    case PostgresTools::Place::OtherUser:
    case PostgresTools::Place::Container:
        break;
    }
    return layout.scratchThere() + u"/dump"_s;
}

/// Brings the dump of the backup folder (not what pg_dump left behind) to the tools.
Steps bringDump(const PostgresTools &tools, const BackupLayout &layout)
{
    if (!hasScratchThere(tools))
        return {};
    Step room = commandStep(u"make-room-for-dump"_s, backupTitle("Make a private folder beside the database"),
                            tools.plainShell(freshFolderScript(), {layout.scratchThere(), u"true"_s}), 600);
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

/// The words with the file behind the password on their standard input.
CommandArgs fromFile(const PostgresTools &tools, const QStringList &words, const QString &file)
{
    CommandArgs command;
    if (tools.secret.isEmpty()) {
        command.program = words.value(0);
        command.arguments = words.mid(1);
        command.inputFile = file;
        return command;
    }
    command = withSecret(tools.secret, words);
    command.arguments = QStringList{u"-c"_s, handOverWithFileScript(), u"sh"_s, file} + words;
    return command;
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
    Step step = detachedStep(slug, title,
                             tools.place == PostgresTools::Place::Stream
                                 ? fromFile(tools, words, layout.databaseStream())
                                 : withSecret(tools.secret, words),
                             demand(Probe::sql(accessTo(installation, database),
                                               u"select count(*) as n from information_schema.tables "
                                               "where table_schema = "_s +
                                                   sqlLiteral(installation.database.access.schemaName())),
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

namespace
{

/// What pg_dump is to take: the database, or only Kestra's own schema in it.
QStringList dumpWords(const DatabaseAccess &access)
{
    const QStringList database{u"-d"_s, connectionName(access.database)};
    if (access.schema.isEmpty())
        return database;
    return QStringList{u"-n"_s, sqlIdentifier(access.schema)} + database;
}

/// Runs SQL in another database than the one that is in use.
CommandArgs sqlThere(const PostgresTools &tools, const QString &sql, const QString &database)
{
    return withSecret(tools.secret,
                      tools.shell(uR"(printf '%s' "$1" | { shift; exec "$@"; })"_s,
                                  QStringList{sql, tools.folder + u"psql"_s} + tools.connection +
                                      QStringList{u"-X"_s, u"-q"_s, u"-w"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s,
                                                  u"-d"_s, database}));
}

/// The dump is one file that comes out of the tools' standard output.
Steps streamBackup(const Installation &installation, const BackupLayout &layout, const PostgresTools &tools)
{
    CommandArgs command =
        withSecret(tools.secret, tools.command(u"pg_dump"_s, QStringList{u"--no-password"_s, u"-Fc"_s} +
                                                                 dumpWords(installation.database.access)));
    command.outputFile = layout.databaseStream();
    Step dump =
        detachedStep(u"dump-database"_s, backupTitle("Dump the database with its server's own pg_dump"),
                     command, fileIsThere(layout.databaseStream()), layout.detached(u"dump"_s));
    dump.expectedSeconds = secondsFor(installation.database.bytes, 20'000'000);
    return {
        commandStep(u"make-database-folder"_s, backupTitle("Make a private folder for the dump"),
                    QStringList{u"sh"_s, u"-c"_s, freshFolderScript(), u"sh"_s, layout.database(), u"true"_s},
                    60),
        dump};
}

/// Puts the restored schema beside the one in use, inside of the same database, compares and swaps.
Steps restoreSchema(const Installation &installation, const BackupLayout &layout, const PostgresTools &tools)
{
    const DatabaseAccess access = installation.database.access;
    const QString fresh = layout.restoringSchema(access.schema);
    const QString newer = layout.newerDatabase(access.schema);
    const QStringList words =
        tools.shell(moveSchemaScript(), QStringList{tools.folder, connectionName(access.database),
                                                    layout.restoringDatabase(), access.schema, fresh} +
                                            tools.connection);
    const QJsonObject swapped =
        demand(Probe::sql(access.toJson(),
                          u"select count(*) as n from pg_namespace where nspname = "_s + sqlLiteral(newer)),
               {{u"0/n"_s, u"equals"_s, 1}});
    CommandArgs move = withSecret(tools.secret, words);
    move.unless = swapped;
    Step beside = detachedStep(u"bring-schema"_s, backupTitle("Put the restored schema beside the newer one"),
                               move, {}, layout.detached(u"bring-schema"_s));
    beside.expectedSeconds = secondsFor(installation.database.bytes, 10'000'000);
    return {beside,
            commandWith(
                u"swap-schema"_s,
                backupTitle("Put the restored schema in the place of the newer one, which is kept"),
                sqlThere(tools, swapSchemasSql(access.schema, fresh, newer), connectionName(access.database)),
                swapped, swapped)};
}

Steps swapDatabase(const Installation &installation, const BackupLayout &layout, const PostgresTools &tools)
{
    // A swap that was cut off after its commit is seen by the name that only it makes.
    const QString current = installation.database.access.database;
    const QString newer = layout.newerDatabase(current);
    const QJsonObject maintenance = accessTo(installation, maintenanceDatabase(current));
    const QJsonObject swapped = demand(
        Probe::sql(maintenance,
                   u"select count(*) as n from pg_database where datname = %1"_s.arg(sqlLiteral(newer))),
        {{u"0/n"_s, u"equals"_s, 1}});
    return {commandWith(u"swap-database"_s,
                        backupTitle("Put the restored database in the place of the newer one, which is kept"),
                        sqlThere(tools, swapDatabasesSql(current, layout.restoringDatabase(), newer),
                                 maintenanceDatabase(current)),
                        swapped, swapped)};
}

} // namespace

Result<Steps> postgresBackup(const Installation &installation, const BackupLayout &layout)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return std::unexpected(tools.error());
    if (tools->place == PostgresTools::Place::Stream)
        return streamBackup(installation, layout, *tools);
    const QStringList pgDump =
        tools->tool(u"pg_dump"_s, QStringList{u"--no-password"_s, u"-Fd"_s, u"-j"_s, u"2"_s} +
                                      dumpWords(installation.database.access));
    const QString title = backupTitle("Dump the database with its server's own pg_dump");
    const int seconds = secondsFor(installation.database.bytes, 40'000'000);
    const QJsonObject fetched = fileIsThere(layout.database() + u"/toc.dat"_s);
    if (tools->place == PostgresTools::Place::Here) {
        Step dump =
            detachedStep(u"dump-database"_s, title,
                         withSecret(tools->secret, tools->shell(dumpInPlaceScript(),
                                                                QStringList{layout.database()} + pgDump)),
                         fetched, layout.detached(u"dump"_s));
        dump.expectedSeconds = seconds;
        return Steps{dump};
    }

    const QString there = layout.scratchThere();
    Step dump =
        detachedStep(u"dump-database"_s, title,
                     withSecret(tools->secret, tools->shell(dumpScript(), QStringList{there} + pgDump)), {},
                     layout.detached(u"dump"_s));
    dump.expectedSeconds = seconds;
    dump.reversal = Reversal::Automatic;
    dump.inverse = {removeThere(*tools, layout).toJson()};
    const QStringList fetching =
        tools->place == PostgresTools::Place::Container
            ? tools->copyOut(there + u"/dump"_s, layout.database())
            : QStringList{u"cp"_s, u"-R"_s, u"--"_s, there + u"/dump/."_s, layout.database()};
    Step fetch = commandWith(
        u"fetch-dump"_s, backupTitle("Put the dump into the backup"),
        withSecret({},
                   QStringList{u"sh"_s, u"-c"_s, freshFolderScript(), u"sh"_s, layout.database()} + fetching),
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
    if (hasScratchThere(*tools))
        steps += removeThere(*tools, layout);
    return steps;
}

Result<Steps> postgresRestore(const Installation &installation, const BackupLayout &layout)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return std::unexpected(tools.error());
    Steps steps = bringDump(*tools, layout);
    steps += restoreInto(installation, *tools, layout, u"restore-database"_s,
                         backupTitle("Restore the dump into a new database"), layout.restoringDatabase());
    steps += compareTables(installation, u"tables-restored"_s,
                           backupTitle("Compare every table of the new database with the backup"),
                           layout.restoringDatabase(), true);
    steps += installation.database.access.schema.isEmpty() ? swapDatabase(installation, layout, *tools)
                                                           : restoreSchema(installation, layout, *tools);
    steps += dropDatabase(*tools, u"drop-restoring"_s, backupTitle("Remove what an earlier try left"),
                          layout.restoringDatabase());
    if (hasScratchThere(*tools))
        steps += removeThere(*tools, layout);
    steps += compareTables(installation, u"tables-after"_s,
                           backupTitle("Compare every table with the state before"),
                           installation.database.access.database, true);
    return steps;
}

Steps postgresCleanup(const Installation &installation, const BackupLayout &layout)
{
    const Result<PostgresTools> tools = PostgresTools::from(installation.database.access);
    if (!tools)
        return {};
    const DatabaseAccess &access = installation.database.access;
    Steps steps;
    if (access.schema.isEmpty()) {
        const QString newer = layout.newerDatabase(access.database);
        steps += dropDatabase(*tools, u"remove-newer-database"_s,
                              backupTitle("Remove the newer database %1").arg(newer), newer);
    } else {
        const QString newer = layout.newerDatabase(access.schema);
        CommandArgs drop =
            sqlThere(*tools,
                     u"drop schema if exists %1 cascade; drop schema if exists %2 cascade;"_s.arg(
                         sqlIdentifier(newer), sqlIdentifier(layout.restoringSchema(access.schema))),
                     connectionName(access.database));
        steps += runCommand(
            u"remove-newer-schema"_s,
            backupTitle("Remove the newer schema %1 of the database %2").arg(newer, access.database), drop);
    }
    for (const QString &database : {layout.proofDatabase(), layout.restoringDatabase()})
        steps += dropDatabase(*tools, u"remove-"_s + database,
                              backupTitle("Remove the throw-away database %1").arg(database), database);
    if (hasScratchThere(*tools))
        steps += removeThere(*tools, layout);
    return steps;
}
