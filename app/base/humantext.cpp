// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/humantext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("HumanText", text, "@info");
}

} // namespace

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? tr("unknown size") : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return seconds % 60 ? tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60)
                            : tr("%1 min").arg(seconds / 60);
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString aboutDuration(qint64 seconds)
{
    if (seconds < 60)
        return tr("about %1 s").arg(qMax<qint64>(1, seconds < 10 ? seconds : (seconds + 4) / 5 * 5));
    return tr("about %1").arg(durationText((seconds + 59) / 60 * 60));
}

QString countText(qint64 number)
{
    return QLocale().toString(number);
}

QString momentText(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return tr("today at %1").arg(clockText(when));
    return tr("%1 at %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), clockText(when));
}

QString clockText(const QDateTime &when)
{
    return when.toLocalTime().toString(u"HH:mm"_s);
}
