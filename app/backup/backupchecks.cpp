// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupchecks.h"

#include "app/backup/checkparts.h"
#include "app/backup/databasechecks.h"
#include "app/backup/estimate.h"
#include "app/backup/storagebackup.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("BackupChecks", text, "@info");
}

Task<QList<CheckResult>> spaceChecks(Host *host, Installation installation, QString folder)
{
    const BackupEstimate estimate = estimateBackup(installation);
    QList<CheckResult> results;
    Result<FreeSpace> here = co_await freeSpace(host, folder);
    results += judgeSpace(u"backup-space"_s, tr("Room for the backup"), here, estimate.folderBytes,
                          estimate.complete, tr("Choose another folder or make room, then check again."));
    const QString data = installation.storage.hostPath.isEmpty() ? installation.database.access.file
                                                                 : installation.storage.hostPath;
    if (here && !data.isEmpty()) {
        Result<FreeSpace> there = co_await freeSpace(host, data);
        const QString title = tr("Backup on a disk of its own");
        if (there && there->device == here->device)
            results += checkResult(
                u"backup-disk"_s, title, CheckVerdict::Warn,
                tr("The backup would lie on the same disk as the data (%1).").arg(here->mountPoint),
                tr("It helps against a failed upgrade, not against a failed disk: copy it elsewhere, "
                   "or choose another folder."));
        else if (there)
            results += checkResult(u"backup-disk"_s, title, CheckVerdict::Pass,
                                   tr("Data on %1, backup on %2.").arg(there->mountPoint, here->mountPoint));
    }
    co_return results;
}

Task<QList<CheckResult>> storageChecks(Host *host, Installation installation)
{
    QList<CheckResult> results;
    const QString id = u"storage-reachable"_s;
    const QString title = tr("Internal storage can be read");
    const StorageFacts &storage = installation.storage;
    if (storage.kind.isEmpty()) {
        results += checkResult(
            id, title, CheckVerdict::Unknown, tr("Where the internal storage lies is not known."),
            tr("Files of executions and namespaces would be missing in the backup: look at kestra.storage."));
    } else if (storage.kind != u"local") {
        results +=
            checkResult(id, title, CheckVerdict::Warn,
                        tr("Internal storage of the kind %1 is not part of the backup.").arg(storage.kind),
                        tr("Copy the bucket, or see that it keeps versions."));
    } else if (storageIsStreamed(installation)) {
        const Result<StorageVolume> volume = StorageVolume::from(installation);
        results += volume ? checkResult(id, title, CheckVerdict::Pass,
                                        tr("It is read through the container %1.").arg(volume->container))
                          : checkResult(id, title, CheckVerdict::Fail, volume.error().message, {}, true);
    } else {
        Result<bool> there = co_await host->exists(storage.hostPath);
        results +=
            there && *there
                ? checkResult(id, title, CheckVerdict::Pass, tr("It lies in %1.").arg(storage.hostPath))
                : checkResult(id, title, CheckVerdict::Fail, tr("%1 is not there.").arg(storage.hostPath),
                              tr("Mount it, or see that the path is right."), true);
    }
    co_return results;
}

} // namespace

QString checkVerdictName(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Pass:
        return u"pass"_s;
    case CheckVerdict::Warn:
        return u"warn"_s;
    case CheckVerdict::Fail:
        return u"fail"_s;
    case CheckVerdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

Task<Result<FreeSpace>> freeSpace(Host *host, QString folder)
{
    const QString script = uR"(set -eu
path=$1
while [ ! -e "$path" ]; do path=$(dirname -- "$path"); done
exec df -P -k -- "$path")"_s;
    Result<ProcessResult> result = co_await host->runScript(script, {folder}, std::chrono::seconds(30));
    if (!result)
        co_return std::unexpected(result.error());
    co_return understandDf(result->output);
}

Task<QList<CheckResult>> backupChecks(Host *host, Installation installation, QString folder,
                                      SecretStore *secrets)
{
    QList<CheckResult> results = co_await databaseChecks(host, installation, secrets);
    QList<CheckResult> storage = co_await storageChecks(host, installation);
    results += storage;
    QList<CheckResult> space = co_await spaceChecks(host, installation, folder);
    results += space;
    co_return results;
}
