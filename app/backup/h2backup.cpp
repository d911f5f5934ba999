// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/h2backup.h"

#include "app/host/sqlcommand.h"
#include "app/installation/sqlorder.h"
#include "app/plan/steps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int longest = 12 * 3600;

QString error(const char *text)
{
    return QCoreApplication::translate("Backup", text, "@error");
}

int secondsFor(const Installation &installation)
{
    return static_cast<int>(std::clamp<qint64>(installation.database.bytes / 100'000'000, 1, longest));
}

QStringList local(const QString &script, const QStringList &words)
{
    return QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
}

/// Copies $1 to $2, whose folder is made anew.
QString copyScript()
{
    return uR"(set -eu
umask 077
folder=$(dirname -- "$2")
rm -rf -- "$folder"
mkdir -p -- "$folder"
cp -p -- "$1" "$2")"_s;
}

/// Unpacks the only file of the archive $1 as $2, in a folder that is made anew.
QString unpackScript()
{
    return uR"(set -eu
umask 077
folder=$(dirname -- "$2")
rm -rf -- "$folder"
mkdir -p -- "$folder"
tar -x -O -f "$1" >"$2"
chmod 777 -- "$folder"
chmod 666 -- "$2")"_s;
}

/// $1: archive that the server wrote, $2: what it becomes; the words that unpack it follow.
QString takeCopyScript()
{
    return uR"(set -eu
umask 077
zip=$1
folder=$(dirname -- "$2")
shift 2
rm -rf -- "$folder"
mkdir -p -- "$folder"
"$@" -dir "$folder"
rm -f -- "$zip")"_s;
}

Step orderStep(const QString &slug, const QString &title, const DatabaseAccess &access, const QString &sql)
{
    CommandArgs command = sqlOrder(access, sql);
    command.timeoutSeconds = longest;
    return runCommand(slug, title, command);
}

Step closeStep(const QString &slug, const DatabaseAccess &access)
{
    // Kestra's URL often tells it to hold on to the file when nobody is connected any more.
    return orderStep(slug, backupTitle("Have the H2 server let go of the file"), access,
                     u"SET DB_CLOSE_DELAY 0;"_s);
}

Step compareTables(const QString &name, const QString &title, const DatabaseAccess &access, bool equal)
{
    ObserveArgs args;
    args.name = name;
    args.probe = Probe::tables(access.toJson(), tablesThatTick());
    if (equal)
        args.equalTo = BackupObservation::tables.toString();
    return observe(name, title, args);
}

/// The copy in the throw-away folder, opened by the same Java.
DatabaseAccess accessToTrial(const DatabaseAccess &access, const H2Place &place, const QString &folder)
{
    DatabaseAccess trial = access;
    trial.url.clear();
    trial.file = folder + u"/kestra"_s;
    if (place.container.isEmpty())
        return trial;
    const QString inside = u"/kestra-upgrade-proof"_s;
    trial.file = inside + u"/kestra"_s;
    const qsizetype run = trial.javaCommand.indexOf(u"run"_s);
    trial.javaCommand.insert(run + 1, u"-v"_s);
    trial.javaCommand.insert(run + 2, folder + u':' + inside);
    return trial;
}

Steps runningBackup(const Installation &installation, const BackupLayout &layout, const H2Place &place)
{
    const DatabaseAccess &access = installation.database.access;
    const QString zip = place.file + u'.' + layout.stamp + u".zip"_s;
    QString literal = zip;
    literal.replace(u'\'', u"''"_s);
    const QStringList java = access.javaCommand.isEmpty() ? QStringList{u"java"_s} : access.javaCommand;
    const QStringList unpack =
        java + QStringList{u"-cp"_s, access.classPath, u"org.h2.tools.Restore"_s, u"-file"_s, zip,
                           u"-db"_s, u"kestra"_s};
    Step write = orderStep(u"copy-database"_s, backupTitle("Have H2 write a copy of the running database"),
                           access, u"BACKUP TO '%1';"_s.arg(literal));
    write.reversal = Reversal::Automatic;
    write.inverse = {removeStep(u"drop-copy"_s, backupTitle("Remove the copy"), {zip}).toJson()};
    write.expectedSeconds = secondsFor(installation);
    return {write, commandStep(u"fetch-copy"_s, backupTitle("Put the copy into the backup"),
                               local(takeCopyScript(), QStringList{zip, layout.h2File()} + unpack), longest)};
}

} // namespace

Result<H2Place> H2Place::from(const DatabaseAccess &access)
{
    H2Place place;
    place.hasServer = access.url.startsWith(u"jdbc:h2:tcp:"_s) || access.url.startsWith(u"jdbc:h2:ssl:"_s);
    if (access.file.isEmpty())
        return failure(ErrorKind::Blocked,
                       error("Only the H2 server at %1 sees the database's file. Back it up there, then go "
                             "on without a backup of ours.")
                           .arg(access.url));
    place.file = access.file + u".mv.db"_s;
    const QStringList &words = access.javaCommand;
    const qsizetype from = words.indexOf(u"--volumes-from"_s);
    const qsizetype run = words.indexOf(u"run"_s);
    if (run < 0)
        return place;
    const qsizetype entry = words.indexOf(u"--entrypoint"_s);
    if (from < 0 || from + 1 >= words.size() || entry < 0)
        return failure(
            ErrorKind::Blocked,
            error("The H2 file %1 is in a container whose volumes are not known.").arg(place.file));
    place.engine = words.first(run);
    place.container = words[from + 1].section(u':', 0, 0);
    place.image = words.last();
    return place;
}

QStringList H2Place::shell(const QString &script, const QStringList &words) const
{
    return engine + QStringList{u"run"_s,
                                u"--rm"_s,
                                u"--network"_s,
                                u"none"_s,
                                u"--user"_s,
                                u"0:0"_s,
                                u"--volumes-from"_s,
                                container,
                                u"--entrypoint"_s,
                                u"sh"_s,
                                image,
                                u"-c"_s,
                                script,
                                u"sh"_s} +
           words;
}

QString setFileAsideScript()
{
    return uR"(set -eu
if [ -e "$2" ] || [ ! -e "$1" ]; then exit 0; fi
mv -- "$1" "$2")"_s;
}

Result<Steps> h2Backup(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const DatabaseAccess &access = installation.database.access;
    const Result<H2Place> place = H2Place::from(access);
    if (!place)
        return std::unexpected(place.error());
    if (mode == BackupMode::Running && (!access.answersBesideKestra() || !place->container.isEmpty()))
        return failure(ErrorKind::Blocked, error("Kestra keeps the H2 file %1 to itself while it runs: stop "
                                                 "Kestra, then take the backup.")
                                               .arg(place->file));
    if (mode == BackupMode::Running)
        return runningBackup(installation, layout, *place);
    Steps steps;
    if (place->hasServer)
        steps += closeStep(u"close-database"_s, access);
    if (place->container.isEmpty()) {
        Step copy = commandStep(u"copy-database"_s, backupTitle("Copy the database"),
                                local(copyScript(), {place->file, layout.h2File()}), longest);
        copy.expectedSeconds = secondsFor(installation);
        steps += copy;
        return steps;
    }
    steps += commandStep(u"make-database-folder"_s, backupTitle("Make a private folder for the database"),
                         {u"mkdir"_s, u"-p"_s, u"-m"_s, u"700"_s, u"--"_s, layout.database()}, 60);
    CommandArgs stream;
    stream.program = place->engine.first();
    stream.arguments =
        place->engine.mid(1) + QStringList{u"cp"_s, place->container + u':' + place->file, u"-"_s};
    stream.outputFile = layout.h2Archive();
    stream.timeoutSeconds = longest;
    steps += runCommand(u"copy-database"_s, backupTitle("Copy the database"), stream);
    return steps;
}

Result<Steps> h2Proof(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const DatabaseAccess &access = installation.database.access;
    const Result<H2Place> place = H2Place::from(access);
    if (!place)
        return std::unexpected(place.error());
    // Opening the copy would write into it, and the manifest knows it as it is.
    const QString folder = layout.scratch() + u"/database"_s;
    const QString trial = folder + u"/kestra.mv.db"_s;
    const QStringList words = place->container.isEmpty() ? local(copyScript(), {layout.h2File(), trial})
                                                         : local(unpackScript(), {layout.h2Archive(), trial});
    Step copy = commandStep(u"prove-database"_s, backupTitle("Restore the database into a throw-away place"),
                            words, longest);
    copy.reversal = Reversal::Automatic;
    copy.inverse = {
        removeStep(u"drop-proof"_s, backupTitle("Remove the throw-away copy"), {folder}).toJson()};
    const bool equal = mode == BackupMode::Stopped;
    return Steps{copy, compareTables(u"tables-in-backup"_s,
                                     equal ? backupTitle("Compare every table of the copy with the database")
                                           : backupTitle("Count every table of the copy"),
                                     accessToTrial(access, *place, folder), equal)};
}

Result<Steps> h2Restore(const Installation &installation, const BackupLayout &layout)
{
    const DatabaseAccess &access = installation.database.access;
    const Result<H2Place> place = H2Place::from(access);
    if (!place)
        return std::unexpected(place.error());
    const QString title = backupTitle("Put the database of the backup back, the newer one is kept");
    const QString newer = layout.newer(place->file);
    Steps steps;
    if (place->hasServer)
        steps += closeStep(u"close-newer-database"_s, access);
    if (place->container.isEmpty()) {
        steps += replaceTree(u"restore-database"_s, title, layout.h2File(), place->file, newer);
    } else {
        steps += commandStep(u"set-database-aside"_s,
                             backupTitle("Set the newer database aside, inside of its volume"),
                             place->shell(setFileAsideScript(), {place->file, newer}), 3600);
        CommandArgs put;
        put.program = place->engine.first();
        put.arguments =
            place->engine.mid(1) +
            QStringList{u"cp"_s, u"-"_s, place->container + u':' + place->file.section(u'/', 0, -2)};
        put.inputFile = layout.h2Archive();
        put.timeoutSeconds = longest;
        steps += runCommand(u"restore-database"_s, title, put);
    }
    steps += compareTables(u"tables-after"_s, backupTitle("Compare every table with the state before"),
                           access, true);
    return steps;
}

Steps h2Cleanup(const Installation &installation, const BackupLayout &layout)
{
    const Result<H2Place> place = H2Place::from(installation.database.access);
    if (!place)
        return {};
    const QString newer = layout.newer(place->file);
    const QString title = backupTitle("Remove the newer database %1").arg(newer);
    if (place->container.isEmpty())
        return {removeStep(u"remove-newer-database"_s, title, {newer})};
    return {commandStep(u"remove-newer-database"_s, title, place->shell(u"rm -f -- \"$1\""_s, {newer}), 600)};
}
