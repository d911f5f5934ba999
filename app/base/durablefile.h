// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QFileDevice>

/// Writes `bytes` to `path` so that after a power cut the file holds the old or the new bytes, never a mix:
/// beside it, fsync, rename, fsync of the folder; every step is checked (QSaveFile skips the last and hides
/// a failed fdatasync). Keeps the mode of an existing file; `permissions` is for a new one.
Result<void> writeDurably(const QString &path, const QByteArray &bytes,
                          QFileDevice::Permissions permissions = QFileDevice::ReadOwner |
                                                                 QFileDevice::WriteOwner);

/// Whole content, or what failed and on which path.
Result<QByteArray> readWhole(const QString &path, qint64 limit = 64 * 1024 * 1024);

/// fsync of a folder, so that names made or renamed in it are on disk.
Result<void> syncFolder(const QString &path);
