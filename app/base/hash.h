// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QByteArray>

/// Lower-case hex SHA-256.
QString sha256Hex(const QByteArray &bytes);
/// SHA-256 of a file read in pieces; may run in a worker thread.
Result<QString> sha256OfFile(const QString &path);
