// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupplan.h"

#include "app/backup/h2backup.h"
#include "app/backup/mysqlbackup.h"
#include "app/backup/postgresbackup.h"
#include "app/backup/storagebackup.h"
#include "app/plan/plan.h"

using namespace Qt::StringLiterals;

namespace
{

Steps databaseCleanup(const Installation &installation, const BackupLayout &layout)
{
    const DatabaseAccess &access = installation.database.access;
    switch (access.kind) {
    case DatabaseAccess::Kind::PostgreSql:
        return postgresCleanup(installation, layout);
    case DatabaseAccess::Kind::MySql:
        return mysqlCleanup(installation, layout);
    case DatabaseAccess::Kind::H2:
        return h2Cleanup(installation, layout);
    case DatabaseAccess::Kind::Sqlite: {
        const QString newer = layout.newer(access.file);
        return {removeStep(u"remove-newer-database"_s, backupTitle("Remove the newer database %1").arg(newer),
                           {newer, newer + u"-wal"_s, newer + u"-shm"_s, newer + u"-journal"_s})};
    }
    case DatabaseAccess::Kind::None:
        break;
    }
    return {};
}

Steps storageCleanup(const Installation &installation, const BackupLayout &layout)
{
    const QString slug = u"remove-newer-storage"_s;
    if (installation.storage.kind.isEmpty())
        return {};
    if (!storageIsStreamed(installation)) {
        const QString newer = layout.newer(installation.storage.hostPath);
        return {removeStep(slug, backupTitle("Remove the newer internal storage %1").arg(newer), {newer})};
    }
    const Result<StorageVolume> volume = StorageVolume::from(installation);
    if (!volume)
        return {};
    const QString newer = volume->path + u'/' + storageNewerName(layout);
    return {commandStep(slug,
                        backupTitle("Remove the newer internal storage %1 inside of its volume").arg(newer),
                        volume->shell(u"rm -rf -- \"$1\" \"$1.complete\""_s, {newer}), 3600)};
}

} // namespace

Steps cleanupSteps(const Installation &installation, const QString &folder)
{
    const BackupLayout layout(folder);
    Steps steps = inPhase(databaseCleanup(installation, layout) + storageCleanup(installation, layout),
                          Plan::setAsidePhase.toString(), installation);
    Step scratch =
        removeStep(u"remove-scratch"_s,
                   backupTitle("Remove working files of backup and restore %1").arg(layout.scratch()),
                   {layout.scratch()});
    return steps + inPhase({scratch}, u"keep"_s, installation);
}
