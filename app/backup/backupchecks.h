// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/base/result.h"
#include "app/host/host.h"
#include "app/installation/installation.h"
#include "app/task/task.h"

#include <QList>

/// Room on the file system of a folder that need not exist yet.
struct FreeSpace {
    qint64 bytes = 0;
    QString device; ///< as df names it
    QString mountPoint;
};

/// Errors: Failed (df says why).
Task<Result<FreeSpace>> freeSpace(Host *host, QString folder);

/// Everything that a backup into `folder` hangs on, looked at and reported together; read-only.
Task<QList<CheckResult>> backupChecks(Host *host, Installation installation, QString folder,
                                      SecretStore *secrets = nullptr);
