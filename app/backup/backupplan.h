// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"
#include "app/base/result.h"

/// The backup of one installation, as steps; nothing here acts. `folder` is absolute and new. Errors:
/// NotFound (it is not known how to reach the database or the storage), Blocked (a kind of database or
/// storage that cannot be backed up; the message says what to do instead).

/// Fingerprint, database, internal storage, configuration, images, the way back without this program, the
/// seal.
Result<Steps> backupSteps(const Installation &installation, const QString &folder,
                          BackupMode mode = BackupMode::Stopped);
/// Restores it into throw-away places and compares; these are removed again, after a failure too.
Result<Steps> proofSteps(const Installation &installation, const QString &folder,
                         BackupMode mode = BackupMode::Stopped);
/// Brings database and storage back beside what is there, compares, and swaps. What was newer is kept under
/// another name. Each step may be repeated. For a backup of the stopped installation, whose fingerprint is in
/// the journal.
Result<Steps> restoreSteps(const Installation &installation, const QString &folder);

/// Removes what the restore of this backup kept beside under names with `newer` in them (database, storage)
/// and what an unfinished one left; for a run that is kept for good, rolled back or not. Titles say what
/// goes. Each step may be repeated, and passes when there is nothing. Old images and containers are the
/// driver's (Driver::keepSteps()).
Steps cleanupSteps(const Installation &installation, const QString &folder);

/// Files of the installation's configuration, each once, in the order in which the backup numbers them.
QStringList configurationFiles(const Installation &installation);
