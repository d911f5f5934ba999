// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

/// Numbers as people say them, in the user's locale.
QString sizeText(qint64 bytes);        ///< "3.8 GB"; "unknown size" for a negative one
QString durationText(qint64 seconds);  ///< "40 s", "2 min 39 s", "1 h 5 min"
QString aboutDuration(qint64 seconds); ///< "about 4 min"
QString countText(qint64 number);      ///< "412,386"
QString momentText(const QDateTime &when, const QDateTime &now); ///< "today at 22:31", "9 Sep 2026 at 22:31"
QString clockText(const QDateTime &when);                        ///< "22:31"
