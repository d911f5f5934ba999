// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// A cron expression of five fields, or six with seconds first; also @hourly, @daily, @weekly, @monthly.
class Cron
{
public:
    static std::optional<Cron> parse(const QString &text, bool withSeconds);
    /// The first moment strictly after `after`, in UTC; invalid when there is none within five years.
    QDateTime next(const QDateTime &after) const;

private:
    QList<quint64> m_fields; ///< bit masks: second, minute, hour, day, month, weekday
    bool m_anyDay = true;
    bool m_anyWeekday = true;
};
