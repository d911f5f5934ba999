// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/sqlitebackup.h"

#include "app/installation/practice/practiceread.h"
#include "app/plan/steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

/// Copies the database $1 with its write-ahead log to $2, whose folder is made anew.
QString copyScript()
{
    return uR"(set -eu
umask 077
folder=$(dirname -- "$2")
rm -rf -- "$folder"
mkdir -p -- "$folder"
cp -p -- "$1" "$2"
if [ -e "$1-wal" ]; then cp -p -- "$1-wal" "$2-wal"; fi)"_s;
}

/// The folder of $1 is made anew before the command after it writes there.
QString copyRunningScript()
{
    return uR"(set -eu
umask 077
folder=$(dirname -- "$1")
rm -rf -- "$folder"
mkdir -p -- "$folder"
shift
exec "$@")"_s;
}

/// Takes the write-ahead log of the newer database $1 away before another file gets its name: SQLite would
/// play it into the wrong one. $2 is the name that the newer database keeps.
QString setAsideScript()
{
    return uR"(set -eu
for part in -wal -shm -journal; do
  if [ -e "$1$part" ]; then mv -f -- "$1$part" "$2$part"; fi
done)"_s;
}

/// Brings the log that belongs to the backup $1 to the database $2, if there is one.
QString bringLogScript()
{
    return uR"(set -eu
if [ -e "$1-wal" ]; then cp -p -- "$1-wal" "$2-wal"; fi)"_s;
}

QStringList shell(const QString &script, const QStringList &words)
{
    return QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
}

QJsonObject accessTo(const QString &file)
{
    return DatabaseAccess{.kind = DatabaseAccess::Kind::Sqlite, .file = file}.toJson();
}

Step compareTables(const QString &name, const QString &title, const QString &file, bool equal)
{
    ObserveArgs args;
    args.name = name;
    args.probe = Probe::tables(accessTo(file), tablesThatTick());
    if (equal)
        args.equalTo = BackupObservation::tables.toString();
    return observe(name, title, args);
}

Step checkIntegrity(const QString &name, const QString &file)
{
    ObserveArgs args;
    args.name = name;
    args.probe = Probe::sql(accessTo(file), u"pragma integrity_check"_s);
    args.conditions = {{u"0/integrity_check"_s, u"equals"_s, u"ok"_s}};
    return observe(name, backupTitle("Let SQLite check the copy from end to end"), args);
}

} // namespace

Steps sqliteBackup(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const QString file = installation.database.access.file;
    const QString copied = layout.sqliteFile();
    const QStringList words = mode == BackupMode::Stopped
                                  ? shell(copyScript(), {file, copied})
                                  : shell(copyRunningScript(), {copied, practiceProgram(), u"backup"_s,
                                                                installation.folder, copied});
    Step copy = commandStep(u"copy-database"_s, backupTitle("Copy the database"), words, 3600);
    copy.expectedSeconds =
        static_cast<int>(std::clamp<qint64>(installation.database.bytes / 100'000'000, 1, 3600));
    return {copy};
}

Steps sqliteProof(const BackupLayout &layout, BackupMode mode)
{
    // Opening the copy would leave files beside it that the manifest does not know.
    const QString trial = layout.scratch() + u"/database/kestra.sqlite"_s;
    Step copy = commandStep(u"prove-database"_s, backupTitle("Restore the database into a throw-away place"),
                            shell(copyScript(), {layout.sqliteFile(), trial}), 3600);
    copy.reversal = Reversal::Automatic;
    copy.inverse = {
        removeStep(u"drop-proof"_s, backupTitle("Remove the throw-away copy"), {layout.scratch()}).toJson()};
    const bool equal = mode == BackupMode::Stopped;
    return {copy, checkIntegrity(u"database-sound"_s, trial),
            compareTables(u"tables-in-backup"_s,
                          equal ? backupTitle("Compare every table of the copy with the database")
                                : backupTitle("Count every table of the copy"),
                          trial, equal)};
}

Steps sqliteRestore(const Installation &installation, const BackupLayout &layout)
{
    const QString file = installation.database.access.file;
    const QString newer = layout.newer(file);
    return {commandStep(u"set-log-aside"_s, backupTitle("Set the newer database's log aside"),
                        shell(setAsideScript(), {file, newer}), 600),
            replaceTree(u"restore-database"_s,
                        backupTitle("Put the database of the backup back, the newer one is kept"),
                        layout.sqliteFile(), file, newer),
            commandStep(u"restore-log"_s, backupTitle("Put its log back"),
                        shell(bringLogScript(), {layout.sqliteFile(), file}), 600),
            compareTables(u"tables-after"_s, backupTitle("Compare every table with the state before"), file,
                          true)};
}
