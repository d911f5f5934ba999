// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QDateTime;

/// Times as people say them: "40 s", "2 min 39 s", "1 h 5 min".
QString spokenSeconds(qint64 seconds);
/// "about 4 min": what is expected, rounded.
QString aboutSeconds(qint64 seconds);
/// "22:14" for today, "24 Nov, 22:14" for another day.
QString spokenTime(const QDateTime &time);
