// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"
#include "app/base/result.h"

/// Internal storage of type local: a folder that is reachable is copied; a volume that only the container
/// engine can reach is streamed by it as a tar archive, which needs no tool inside of the container.
Result<Steps> storageBackup(const Installation &installation, const BackupLayout &layout);
Result<Steps> storageProof(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Result<Steps> storageRestore(const Installation &installation, const BackupLayout &layout);

/// How a volume is reached through a container that mounts it, running or not.
struct StorageVolume {
    QStringList engine; ///< "docker"
    QString container;  ///< details "storageContainer"
    QString image;      ///< to run `sh` in, never Kestra
    QString path;       ///< of the storage inside, /app/storage
    QStringList mount;  ///< words of `docker run` that mount what it lies in
    QStringList beside; ///< of a pod instead: words that run a command beside the volume

    static Result<StorageVolume> from(const Installation &installation);
    /// Streams the storage to standard output.
    QStringList streamOut() const;
    /// Takes the archive from standard input.
    QStringList streamIn() const;
    /// A script of ours beside the volume; words come as $1, $2, …
    QStringList shell(const QString &script, const QStringList &words) const;
};

/// Whether the storage is streamed rather than copied.
bool storageIsStreamed(const Installation &installation);
/// POSIX shell: moves everything in the folder $1 below its sub-folder $2, once.
QString setContentAsideScript();
/// Name of that sub-folder.
QString storageNewerName(const BackupLayout &layout);
