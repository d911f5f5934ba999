// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"

/// What a backup with its proof will need, from the sizes that were seen.
struct BackupEstimate {
    qint64 folderBytes = 0; ///< in the backup's folder and beside it while it is proven, with a margin
    qint64 serverBytes = 0; ///< at the database's server, while it is proven
    int seconds = 0;        ///< dump, copy and proof
    bool complete = true;   ///< every size was known; else these are lower limits

    bool operator==(const BackupEstimate &) const = default;
};

BackupEstimate estimateBackup(const Installation &installation);
