// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/mysqlbackup.h"

#include "app/backup/postgrestools.h"
#include "app/host/sqlcommand.h"
#include "app/installation/sqlorder.h"
#include "app/plan/steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int hours = 3600;

QJsonObject demand(const QJsonObject &probe, const QList<Condition> &conditions)
{
    return {{u"probe"_s, probe}, {u"conditions"_s, conditionsToJson(conditions)}};
}

DatabaseAccess accessTo(const Installation &installation, const QString &database)
{
    DatabaseAccess access = installation.database.access;
    access.database = database;
    return access;
}

int secondsFor(qint64 bytes, qint64 bytesPerSecond)
{
    return static_cast<int>(std::clamp<qint64>(bytes / bytesPerSecond, 2, 24 * hours));
}

/// The words, with the password where the access names one.
QStringList let(const DatabaseAccess &access, const QStringList &words)
{
    const qsizetype tool = mysqlPrefix(access);
    return access.secret.isEmpty() ? words : words.first(tool) + withOptionFile(words.mid(tool));
}

Step dumpStep(const Installation &installation, const BackupLayout &layout, bool routines)
{
    const DatabaseAccess &access = installation.database.access;
    QStringList words = let(access, mysqlDumpWords(access, routines));
    // Whoever restores them owns them: another owner may only be set by the server's own administrator.
    if (routines)
        words =
            QStringList{u"sh"_s, u"-c"_s, u"\"$@\" | sed 's/ DEFINER=`[^`]*`@`[^`]*`//'"_s, u"sh"_s} + words;
    CommandArgs command = withSecret(access.secret, words);
    command.outputFile = routines ? layout.mysqlRoutines() : layout.mysqlFile();
    command.timeoutSeconds = 12 * hours;
    command.expect = demand(Probe::command(u"tail"_s, {u"-c"_s, u"200"_s, command.outputFile}),
                            {{u"output"_s, u"contains"_s, u"Dump completed"_s}});
    if (routines)
        return runCommand(u"dump-functions"_s, backupTitle("Dump the stored functions"), command);
    Step step = runDetached(u"dump-database"_s, backupTitle("Dump the database with its server's own tool"),
                            command, layout.detached(u"dump"_s));
    step.expectedSeconds = secondsFor(installation.database.bytes, 30'000'000);
    return step;
}

/// Loads a file of the backup into a schema.
CommandArgs loading(const DatabaseAccess &access, const QString &file)
{
    const QStringList words =
        mysqlWords(access) + QStringList{u"--default-character-set=utf8mb4"_s, access.database};
    CommandArgs command;
    if (access.secret.isEmpty()) {
        command = withSecret({}, words);
        command.inputFile = file;
    } else {
        command = withSecret(access.secret, let(access, words));
        command.arguments =
            QStringList{u"-c"_s, handOverWithFileScript(), u"sh"_s, file} + let(access, words);
    }
    command.timeoutSeconds = 12 * hours;
    return command;
}

Step orderStep(const QString &slug, const QString &title, const DatabaseAccess &access, const QString &sql)
{
    CommandArgs command = sqlOrder(access, sql);
    command.timeoutSeconds = hours;
    return runCommand(slug, title, command);
}

Step dropStep(const Installation &installation, const QString &slug, const QString &title,
              const QString &schema)
{
    return orderStep(slug, title, installation.database.access,
                     u"drop database if exists %1;\n"_s.arg(mysqlIdentifier(schema)));
}

/// Restores the backup into `schema`, made anew.
Steps restoreInto(const Installation &installation, const BackupLayout &layout, const QString &slug,
                  const QString &title, const QString &schema)
{
    const DatabaseAccess &access = installation.database.access;
    Step make =
        orderStep(u"make-schema-for-"_s + slug, backupTitle("Make a new schema beside the one in use"),
                  access, mysqlMakeSchema(schema, access.database));
    make.reversal = Reversal::Automatic;
    make.inverse = {
        dropStep(installation, u"drop-"_s + slug, backupTitle("Remove the schema made for it"), schema)
            .toJson()};
    Step load = runDetached(slug, title, loading(accessTo(installation, schema), layout.mysqlFile()),
                            layout.detached(slug));
    load.expectedSeconds = secondsFor(installation.database.bytes, 8'000'000);
    return {make, load};
}

Step compareTables(const Installation &installation, const QString &slug, const QString &title,
                   const QString &schema, bool equal)
{
    ObserveArgs args;
    args.name = slug;
    args.probe = Probe::tables(accessTo(installation, schema).toJson(), tablesThatTick());
    if (equal)
        args.equalTo = BackupObservation::tables.toString();
    return observe(slug, title, args);
}

} // namespace

QString mysqlIdentifier(const QString &name)
{
    QString escaped = name;
    return u'`' + escaped.replace(u'`', u"``"_s) + u'`';
}

QStringList mysqlDumpWords(const DatabaseAccess &access, bool routines)
{
    const bool isMariaDb = toolIndex(access.mysqlCommand, {u"mariadb"_s}) >= 0 &&
                           toolIndex(access.mysqlCommand, {u"mysql"_s}) < 0;
    const QStringList what =
        routines ? QStringList{u"--routines"_s, u"--no-data"_s, u"--no-create-info"_s, u"--skip-triggers"_s}
                 : QStringList{u"--single-transaction"_s, u"--quick"_s, u"--hex-blob"_s};
    return mysqlWords(access, isMariaDb ? u"mariadb-dump"_s : u"mysqldump"_s) + what +
           QStringList{u"--no-tablespaces"_s, u"--loose-set-gtid-purged=OFF"_s,
                       u"--default-character-set=utf8mb4"_s, access.database};
}

QString mysqlMakeSchema(const QString &name, const QString &like)
{
    return uR"(drop database if exists %1;
set @make = (select concat('create database %2 character set ', default_character_set_name, ' collate ', default_collation_name)
  from information_schema.schemata where schema_name = %3);
prepare making from @make;
execute making;
)"_s.arg(mysqlIdentifier(name), mysqlIdentifier(name).replace(u'\'', u"''"_s), sqlLiteral(like));
}

QString mysqlSwap(const QString &database, const QString &restored, const QString &newer)
{
    // One statement for all tables: the server renames all of them or none.
    const auto inText = [](const QString &name) { return mysqlIdentifier(name).replace(u'\'', u"''"_s); };
    return uR"(set session group_concat_max_len = 1000000;
%1set @swap = (select concat('rename table ', group_concat(renaming order by place separator ', ')) from (
  select 1 as place, concat('%4.`', replace(table_name, '`', '``'), '` to %6.`', replace(table_name, '`', '``'), '`') as renaming
    from information_schema.tables where table_schema = %2 and table_type = 'BASE TABLE'
  union all
  select 2, concat('%5.`', replace(table_name, '`', '``'), '` to %4.`', replace(table_name, '`', '``'), '`')
    from information_schema.tables where table_schema = %3 and table_type = 'BASE TABLE') both_ways);
prepare swapping from @swap;
execute swapping;
)"_s.arg(mysqlMakeSchema(newer, database), sqlLiteral(database), sqlLiteral(restored), inText(database),
         inText(restored), inText(newer));
}

Result<Steps> mysqlBackup(const Installation &installation, const BackupLayout &layout)
{
    return Steps{commandStep(u"make-database-folder"_s, backupTitle("Make a private folder for the dump"),
                             {u"mkdir"_s, u"-p"_s, u"-m"_s, u"700"_s, u"--"_s, layout.database()}, 60),
                 dumpStep(installation, layout, false), dumpStep(installation, layout, true)};
}

Result<Steps> mysqlProof(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const QString proof = layout.proofDatabase();
    const bool equal = mode == BackupMode::Stopped;
    Steps steps = restoreInto(installation, layout, u"prove-database"_s,
                              backupTitle("Restore the dump into a throw-away schema"), proof);
    steps += compareTables(installation, u"tables-in-backup"_s,
                           equal ? backupTitle("Compare every table of the copy with the database")
                                 : backupTitle("Count every table of the copy"),
                           proof, equal);
    steps += dropStep(installation, u"drop-proof"_s, backupTitle("Remove the throw-away schema"), proof);
    return steps;
}

Result<Steps> mysqlRestore(const Installation &installation, const BackupLayout &layout)
{
    const DatabaseAccess &access = installation.database.access;
    const QString restoring = layout.restoringDatabase();
    const QString newer = layout.newerDatabase(access.database);
    Steps steps = restoreInto(installation, layout, u"restore-database"_s,
                              backupTitle("Restore the dump into a new schema"), restoring);
    steps +=
        compareTables(installation, u"tables-restored"_s,
                      backupTitle("Compare every table of the new schema with the backup"), restoring, true);
    // Tables in the newer schema are there once the swap is through, and only then.
    const QJsonObject swapped =
        demand(Probe::sql(access.toJson(),
                          u"select count(*) as n from information_schema.tables where table_schema = "_s +
                              sqlLiteral(newer)),
               {{u"0/n"_s, u"atLeast"_s, 1}});
    CommandArgs swap = sqlOrder(access, mysqlSwap(access.database, restoring, newer));
    swap.unless = swapped;
    swap.expect = swapped;
    swap.timeoutSeconds = hours;
    steps += runCommand(u"swap-database"_s,
                        backupTitle("Put the restored tables in the place of the newer ones, which are kept"),
                        swap);
    steps += runCommand(u"restore-functions"_s, backupTitle("Put the stored functions back"),
                        loading(access, layout.mysqlRoutines()));
    steps += dropStep(installation, u"drop-restoring"_s, backupTitle("Remove what an earlier try left"),
                      restoring);
    steps += compareTables(installation, u"tables-after"_s,
                           backupTitle("Compare every table with the state before"), access.database, true);
    return steps;
}

Steps mysqlCleanup(const Installation &installation, const BackupLayout &layout)
{
    const QString newer = layout.newerDatabase(installation.database.access.database);
    Steps steps{dropStep(installation, u"remove-newer-database"_s,
                         backupTitle("Remove the newer schema %1").arg(newer), newer)};
    for (const QString &schema : {layout.proofDatabase(), layout.restoringDatabase()})
        steps += dropStep(installation, u"remove-"_s + schema,
                          backupTitle("Remove the throw-away schema %1").arg(schema), schema);
    return steps;
}
