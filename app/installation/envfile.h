// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/sourcetext.h"

#include <QHash>

/// Variables of a `.env` file with the place of each value, as Compose reads it: comments, `export`, quotes,
/// the last of two wins, ${OTHER} inside.
QHash<QByteArray, SourcePiece> parseEnvFile(const QByteArray &bytes, const QString &path);
