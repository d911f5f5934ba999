// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/durations.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

QString spokenSeconds(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 60)
        return QCoreApplication::translate("Durations", "%1 s", "@info seconds")
            .arg(locale.toString(std::max<qint64>(0, seconds)));
    if (seconds < 3600) {
        const QString minutes = locale.toString(seconds / 60);
        return seconds % 60 == 0
                   ? QCoreApplication::translate("Durations", "%1 min", "@info minutes").arg(minutes)
                   : QCoreApplication::translate("Durations", "%1 min %2 s", "@info minutes and seconds")
                         .arg(minutes, locale.toString(seconds % 60));
    }
    return QCoreApplication::translate("Durations", "%1 h %2 min", "@info hours and minutes")
        .arg(locale.toString(seconds / 3600), locale.toString(seconds % 3600 / 60));
}

QString aboutSeconds(qint64 seconds)
{
    qint64 rounded = seconds;
    if (seconds >= 90)
        rounded = (seconds + 30) / 60 * 60;
    else if (seconds > 10)
        rounded = (seconds + 4) / 5 * 5;
    return QCoreApplication::translate("Durations", "about %1", "@info duration").arg(spokenSeconds(rounded));
}

QString spokenTime(const QDateTime &time)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    const QString clock = locale.toString(local.time(), u"HH:mm"_s);
    if (local.date() == QDate::currentDate())
        return clock;
    return QCoreApplication::translate("Durations", "%1, %2", "@info day, time")
        .arg(locale.toString(local.date(), u"d MMM"_s), clock);
}
