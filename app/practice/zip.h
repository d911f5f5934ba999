// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

/// A ZIP archive of the files, stored without compression.
QByteArray storedZip(const QList<std::pair<QString, QByteArray>> &files);
