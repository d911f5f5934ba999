// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/host/host.h"
#include "app/task/task.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// One file that is not as the manifest says.
struct Damage {
    QString path;
    QString reason; ///< for people: missing, changed, shortened, not in the manifest

    bool operator==(const Damage &) const = default;
};

/// What looking at every byte of a backup showed.
struct BackupCheck {
    qint64 files = 0;
    qint64 bytes = 0;
    QList<Damage> damaged;
    QJsonObject manifest; ///< empty when it cannot be read

    bool ok() const { return damaged.isEmpty(); }
    /// {"ok", "files", "bytes", "damaged":[path…], "reasons":{path: reason}}
    QJsonObject toJson() const;
};

/// Hashes every file of `folder` and writes manifest.json last and durably: format, program, createdAt,
/// facts, observations, files, and a seal over all of it.
Task<Result<BackupCheck>> writeManifest(Host *host, QString folder, QJsonObject facts,
                                        QJsonObject observations);

/// Compares every byte with the manifest. Errors only when there is no such folder or it cannot be read; a
/// missing or broken manifest is damage.
Task<Result<BackupCheck>> verifyBackup(Host *host, QString folder);
