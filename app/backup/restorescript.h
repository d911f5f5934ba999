// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"

#include <QByteArray>

/// What lies beside the data so that a backup can be used without this program, years later: English, whole,
/// and without any secret.

/// POSIX shell, written for this installation, with stock tools alone. Asks before it overwrites (--yes
/// answers), stops at the first failure, keeps what was there under another name, starts the old version at
/// the end.
QByteArray restoreScript(const Installation &installation, const BackupLayout &layout);
/// What this is, from when, of which version, what is needed to use it.
QByteArray backupReadme(const Installation &installation, const BackupLayout &layout, BackupMode mode);
