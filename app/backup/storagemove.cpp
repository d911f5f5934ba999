// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/storagemove.h"

#include "app/backup/backuplayout.h"
#include "app/backup/storagebackup.h"

using namespace Qt::StringLiterals;

namespace
{

/// $1: the storage. What is below main/ already stays; so does what a rollback has set aside.
QString moveScript()
{
    return uR"(set -eu
[ -d "$1" ] || exit 0
cd -- "$1"
mkdir -p -- main
for entry in * .*; do
  case $entry in .|..|main|.kestra-upgrade-newer-*) continue;; esac
  if [ -e "$entry" ] || [ -L "$entry" ]; then mv -- "$entry" main/; fi
done)"_s;
}

} // namespace

Result<Steps> storageBelowTenantSteps(const Installation &installation)
{
    const QString title = backupTitle("Move the internal storage below main/, where 0.23 looks for it");
    const StorageFacts &storage = installation.storage;
    Step step;
    if (storage.kind != u"local") {
        step = askPerson(u"move-storage"_s, title,
                         backupTitle("Move every object of the %1 storage below main/, as "
                                     "https://kestra.io/docs/migration-guide/v0.23.0/tenant-migration-oss "
                                     "says, then go on.")
                             .arg(storage.kind));
    } else if (!storageIsStreamed(installation)) {
        step = commandStep(u"move-storage"_s, title,
                           {u"sh"_s, u"-c"_s, moveScript(), u"sh"_s, storage.hostPath}, 3600);
    } else {
        const Result<StorageVolume> volume = StorageVolume::from(installation);
        if (!volume)
            return std::unexpected(volume.error());
        step = commandStep(u"move-storage"_s, title, volume->shell(moveScript(), {volume->path}), 3600);
    }
    step.changesData = true;
    step.effect = u"migrating"_s;
    return Steps{step};
}
