// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"
#include "app/base/result.h"

/// H2: its one file, copied while nothing has it open; a server that shares it lets go of it first. While
/// Kestra runs, a server writes a consistent copy. Proven by opening the copy with the same Java and
/// comparing every table. Errors: Blocked (Kestra keeps the file to itself, or only a server elsewhere sees
/// it).
Result<Steps> h2Backup(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Result<Steps> h2Proof(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Result<Steps> h2Restore(const Installation &installation, const BackupLayout &layout);
/// Removes the newer file that the restore kept.
Steps h2Cleanup(const Installation &installation, const BackupLayout &layout);

/// Where an H2 file is, derived from the command that starts Java there.
struct H2Place {
    QString file;       ///< as that Java sees it, with its ".mv.db"
    QString container;  ///< whose volumes hold it; empty: a file of the host
    QStringList engine; ///< "docker"
    QString image;
    bool hasServer = false; ///< somebody else opens the file when asked

    /// Errors: Blocked (see above).
    static Result<H2Place> from(const DatabaseAccess &access);
    /// A script of ours beside the file in its volume; words come as $1, $2, …
    QStringList shell(const QString &script, const QStringList &words) const;
};
/// POSIX shell: moves the file $1 to $2, once.
QString setFileAsideScript();
