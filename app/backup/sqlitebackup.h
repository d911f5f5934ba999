// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"

/// SQLite: the file with its write-ahead log while nothing writes, or a consistent copy made by SQLite itself
/// while something does.
Steps sqliteBackup(const Installation &installation, const BackupLayout &layout, BackupMode mode);
Steps sqliteProof(const BackupLayout &layout, BackupMode mode);
Steps sqliteRestore(const Installation &installation, const BackupLayout &layout);
