// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/backuplayout.h"

/// The part of restore.sh that brings the database back, for each kind, with stock tools alone. A password is
/// asked for, or taken from $KESTRA_DATABASE_PASSWORD.
QString restoreDatabaseText(const Installation &installation, const BackupLayout &layout);

/// A command and a variable of a POSIX shell script, on a line of their own.
QString commandLine(const QStringList &words);
QString shellVariable(const QString &name, const QString &value);
