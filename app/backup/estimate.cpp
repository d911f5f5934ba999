// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/estimate.h"

#include "app/backup/storagebackup.h"

#include <algorithm>

namespace
{

constexpr qint64 megabyte = 1'000'000;
/// Configuration, manifest, and what grows between the look and the backup.
constexpr qint64 slack = 64 * megabyte;

} // namespace

BackupEstimate estimateBackup(const Installation &installation)
{
    BackupEstimate estimate;
    const bool hasStorage = !installation.storage.kind.isEmpty();
    estimate.complete = installation.database.bytes >= 0 && (!hasStorage || installation.storage.bytes >= 0);
    const qint64 database = std::max<qint64>(installation.database.bytes, 0);
    const qint64 storage = hasStorage ? std::max<qint64>(installation.storage.bytes, 0) : 0;
    const bool isFile = installation.database.access.kind == DatabaseAccess::Kind::Sqlite ||
                        installation.database.access.kind == DatabaseAccess::Kind::H2;

    // The file of SQLite or H2 is copied twice, the second time for its proof; a dump is never larger than
    // its database. A streamed storage is read once more into an archive and unpacked.
    const qint64 databaseHere = isFile ? 2 * database : database;
    const qint64 storageHere = storageIsStreamed(installation) && hasStorage ? 3 * storage : storage;
    estimate.folderBytes = (databaseHere + storageHere) * 11 / 10 + slack;
    estimate.serverBytes = isFile ? 0 : database * 22 / 10 + slack;

    const qint64 databaseSeconds =
        isFile ? database / (100 * megabyte) : database / (40 * megabyte) + database / (15 * megabyte);
    const qint64 storageSeconds =
        storage / (100 * megabyte) * 2 + std::max<qint64>(installation.storage.files, 0) / 1000;
    estimate.seconds =
        static_cast<int>(std::min<qint64>(5 + databaseSeconds + storageSeconds, 7 * 24 * 3600));
    return estimate;
}
