// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/storagebackup.h"

#include "app/installation/helm/helmstorage.h"
#include "app/plan/steps.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int longest = 12 * 3600;

int secondsFor(const Installation &installation)
{
    const qint64 work = installation.storage.bytes / 100'000'000 + installation.storage.files / 2000;
    return static_cast<int>(std::clamp<qint64>(work, 1, longest));
}

/// Unpacks the archive $1 into $2, made anew, without the storage's own top folder and what is set aside in
/// it.
QString unpackScript()
{
    return uR"(set -eu
umask 077
rm -rf -- "$2"
mkdir -p -- "$2"
exec tar -x -f "$1" -C "$2" --strip-components=1 --exclude='*/.kestra-upgrade-newer-*')"_s;
}

Step lookAtFiles(const QString &slug, const QString &title, const QString &name, const QString &folder,
                 bool equal)
{
    ObserveArgs args;
    args.name = name;
    args.probe = Probe::files(folder);
    if (equal)
        args.equalTo = BackupObservation::files.toString();
    return observe(slug, title, args);
}

Step streamStep(const QString &slug, const QString &title, const Installation &installation,
                const StorageVolume &volume, const QString &archive)
{
    CommandArgs command;
    command.program = volume.streamOut().first();
    command.arguments = volume.streamOut().mid(1);
    command.outputFile = archive;
    command.timeoutSeconds = longest;
    Step step = runCommand(slug, title, command);
    step.expectedSeconds = secondsFor(installation);
    return step;
}

Step unpackStep(const QString &slug, const QString &title, const QString &archive, const QString &folder)
{
    return commandStep(slug, title, {u"sh"_s, u"-c"_s, unpackScript(), u"sh"_s, archive, folder}, longest);
}

Step removing(Step step, const QString &path)
{
    step.reversal = Reversal::Automatic;
    step.inverse = {
        removeStep(u"remove-trial"_s, backupTitle("Remove the throw-away copy"), {path}).toJson()};
    return step;
}

/// Reads the volume anew and demands that it holds what the observation before says.
Steps compareVolume(const Installation &installation, const StorageVolume &volume, const BackupLayout &layout,
                    const QString &name, const QString &title, bool equal)
{
    const QString archive = layout.scratch() + u"/storage.tar"_s;
    const QString folder = layout.scratch() + u"/storage"_s;
    return {commandStep(u"make-scratch"_s, backupTitle("Make a private folder for the comparison"),
                        {u"mkdir"_s, u"-p"_s, u"-m"_s, u"700"_s, u"--"_s, layout.scratch()}, 60),
            removing(streamStep(u"read-storage"_s, backupTitle("Read the internal storage once more"),
                                installation, volume, archive),
                     layout.scratch()),
            removing(unpackStep(u"unpack-storage"_s, backupTitle("Unpack it in a throw-away place"), archive,
                                folder),
                     layout.scratch()),
            lookAtFiles(name, title, name, folder, equal),
            removeStep(u"remove-trial"_s, backupTitle("Remove the throw-away copy"), {archive, folder})};
}

} // namespace

bool storageIsStreamed(const Installation &installation)
{
    // A named volume has a folder on the engine's machine, but only root may look into it, and the engine may
    // run where we see no files at all.
    const StorageFacts &storage = installation.storage;
    return storage.hostPath.isEmpty() ||
           (!storage.volume.isEmpty() && installation.details.contains(u"storageContainer"_s));
}

QString storageNewerName(const BackupLayout &layout)
{
    return u".kestra-upgrade-newer-"_s + layout.stamp;
}

QString setContentAsideScript()
{
    return uR"(set -eu
[ -d "$1" ] || exit 0
cd -- "$1"
mkdir -p -- "$2"
if [ -e "$2.complete" ]; then exit 0; fi
for entry in * .*; do
  case $entry in .|..|.kestra-upgrade-newer-*) continue;; esac
  if [ -e "$entry" ] || [ -L "$entry" ]; then mv -f -- "$entry" "$2/"; fi
done
: > "$2.complete")"_s;
}

Result<StorageVolume> StorageVolume::from(const Installation &installation)
{
    StorageVolume volume;
    volume.container = installation.details.value(u"storageContainer"_s).toString();
    volume.path = installation.storage.basePath;
    // By its own name where that is known: --volumes-from fails beside a mount in memory.
    const QString mounted = installation.details.value(u"storageMount"_s).toString();
    volume.mount = mounted.isEmpty() ? QStringList{u"--volumes-from"_s, volume.container}
                                     : QStringList{u"--volume"_s, mounted};
    volume.beside = besideHelmStorage(installation);
    if (!volume.beside.isEmpty())
        return volume;
    if (!installation.images.isEmpty()) {
        const ImageUse &use = installation.images.first();
        volume.image = !use.imageId.isEmpty() ? use.imageId
                       : use.tag.isEmpty()    ? use.image
                                              : use.image + u':' + use.tag;
    }
    const QJsonArray engine = installation.details.value(u"engine"_s).toArray();
    for (const QJsonValue &word : engine)
        volume.engine.append(word.toString());
    if (volume.engine.isEmpty())
        volume.engine = {u"docker"_s};
    if (volume.container.isEmpty() || volume.path.isEmpty() || volume.image.isEmpty())
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate(
                           "Backup",
                           "The internal storage is neither a folder that can be read here nor in a "
                           "container that is known. Start the installation once and look again.",
                           "@error"));
    return volume;
}

QStringList StorageVolume::streamOut() const
{
    const QFileInfo place(path);
    if (!beside.isEmpty())
        return beside + QStringList{u"tar"_s, u"-c"_s,      u"-f"_s, u"-"_s,
                                    u"-C"_s,  place.path(), u"--"_s, place.fileName()};
    return engine + QStringList{u"cp"_s, container + u':' + path, u"-"_s};
}

QStringList StorageVolume::streamIn() const
{
    // The folder itself is where the volume is mounted, and mostly not Kestra's own: only what is in it is
    // laid in.
    if (!beside.isEmpty())
        return beside + QStringList{u"tar"_s, u"-x"_s, u"-p"_s, u"-f"_s, u"-"_s, u"--strip-components=1"_s,
                                    u"-C"_s,  path};
    return engine + QStringList{u"cp"_s, u"-"_s, container + u':' + QFileInfo(path).path()};
}

QStringList StorageVolume::shell(const QString &script, const QStringList &words) const
{
    if (!beside.isEmpty())
        return beside + QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + words;
    return engine +
           QStringList{u"run"_s,       u"--rm"_s,      u"--network"_s,    u"none"_s, u"--user"_s, u"0:0"_s,
                       mount.value(0), mount.value(1), u"--entrypoint"_s, u"sh"_s,   image,       u"-c"_s,
                       script,         u"sh"_s} +
           words;
}

Result<Steps> storageBackup(const Installation &installation, const BackupLayout &layout)
{
    const QString title = backupTitle("Copy the internal storage");
    const QString fingerprint = backupTitle("Fingerprint of the internal storage");
    const QString name = BackupObservation::files.toString();
    if (!storageIsStreamed(installation)) {
        Step copy = copyTree(u"copy-storage"_s, title, installation.storage.hostPath, layout.storage());
        copy.expectedSeconds = secondsFor(installation);
        return Steps{lookAtFiles(name, fingerprint, name, installation.storage.hostPath, false), copy};
    }
    const Result<StorageVolume> volume = StorageVolume::from(installation);
    if (!volume)
        return std::unexpected(volume.error());
    const QString trial = layout.scratch() + u"/storage"_s;
    return Steps{
        streamStep(u"copy-storage"_s, title, installation, *volume, layout.storageArchive()),
        removing(unpackStep(u"unpack-storage"_s, backupTitle("Unpack the copy in a throw-away place"),
                            layout.storageArchive(), trial),
                 layout.scratch()),
        lookAtFiles(name, fingerprint, name, trial, false),
        removeStep(u"remove-trial"_s, backupTitle("Remove the throw-away copy"), {trial})};
}

Result<Steps> storageProof(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const QString title = backupTitle("Compare every file of the copy with the internal storage");
    const QString counting = backupTitle("Count every file of the copy");
    const bool equal = mode == BackupMode::Stopped;
    if (!storageIsStreamed(installation))
        return Steps{lookAtFiles(u"files-in-backup"_s, equal ? title : counting, u"files-in-backup"_s,
                                 layout.storage(), equal)};
    const Result<StorageVolume> volume = StorageVolume::from(installation);
    if (!volume)
        return std::unexpected(volume.error());
    if (!equal)
        return Steps{};
    return compareVolume(installation, *volume, layout, u"files-at-source"_s, title, true);
}

Result<Steps> storageRestore(const Installation &installation, const BackupLayout &layout)
{
    const QString title = backupTitle("Compare every file with the state before");
    if (!storageIsStreamed(installation)) {
        const QString path = installation.storage.hostPath;
        Step put = replaceTree(u"restore-storage"_s,
                               backupTitle("Put the internal storage back, the newer one is kept"),
                               layout.storage(), path, layout.newer(path));
        put.expectedSeconds = secondsFor(installation);
        return Steps{put, lookAtFiles(u"files-after"_s, title, u"files-after"_s, path, true)};
    }
    const Result<StorageVolume> volume = StorageVolume::from(installation);
    if (!volume)
        return std::unexpected(volume.error());
    const Step aside = commandStep(
        u"set-storage-aside"_s, backupTitle("Set the newer internal storage aside, inside of its volume"),
        volume->shell(setContentAsideScript(), {volume->path, storageNewerName(layout)}), 3600);
    CommandArgs command;
    command.program = volume->streamIn().first();
    command.arguments = volume->streamIn().mid(1);
    command.inputFile = layout.storageArchive();
    command.timeoutSeconds = longest;
    Step put = runCommand(u"restore-storage"_s, backupTitle("Put the internal storage back"), command);
    put.expectedSeconds = secondsFor(installation);
    Steps steps{aside, put};
    steps += compareVolume(installation, *volume, layout, u"files-after"_s, title, true);
    return steps;
}
