// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/cron.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<std::pair<int, int>, 6> ranges{{{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}}};

std::optional<quint64> mask(const QString &text, int low, int high)
{
    quint64 bits = 0;
    for (const QString &part : text.split(u',')) {
        const int step = part.contains(u'/') ? part.section(u'/', 1).toInt() : 1;
        const QString span = part.section(u'/', 0, 0);
        int from = low;
        int to = high;
        if (span != u"*"_s && span != u"?"_s) {
            bool ok = false;
            from = span.section(u'-', 0, 0).toInt(&ok);
            if (!ok)
                return {};
            to = span.contains(u'-') ? span.section(u'-', 1).toInt() : part.contains(u'/') ? high : from;
        }
        if (step < 1 || from < low || to > high)
            return {};
        for (int i = from; i <= to; i += step)
            bits |= quint64(1) << i;
    }
    return bits;
}

} // namespace

std::optional<Cron> Cron::parse(const QString &text, bool withSeconds)
{
    QString plain = text.trimmed();
    if (plain == u"@hourly"_s)
        plain = u"0 * * * *"_s;
    else if (plain == u"@daily"_s || plain == u"@midnight"_s)
        plain = u"0 0 * * *"_s;
    else if (plain == u"@weekly"_s)
        plain = u"0 0 * * 0"_s;
    else if (plain == u"@monthly"_s)
        plain = u"0 0 1 * *"_s;
    QStringList fields = plain.simplified().split(u' ');
    if (!withSeconds || fields.size() == 5)
        fields.prepend(u"0"_s);
    if (fields.size() != 6)
        return {};
    Cron cron;
    for (int i = 0; i < 6; ++i) {
        const auto bits = mask(fields[i], ranges[size_t(i)].first, ranges[size_t(i)].second);
        if (!bits)
            return {};
        cron.m_fields.append(*bits);
    }
    cron.m_anyDay = fields[3].startsWith(u'*') || fields[3] == u"?"_s;
    cron.m_anyWeekday = fields[5].startsWith(u'*') || fields[5] == u"?"_s;
    return cron;
}

QDateTime Cron::next(const QDateTime &after) const
{
    const auto has = [this](int field, int value) { return (m_fields[field] >> value) & 1; };
    QDateTime moment = after.toUTC().addSecs(1);
    moment.setTime(QTime(moment.time().hour(), moment.time().minute(), moment.time().second()));
    const QDateTime limit = after.addYears(5);
    while (moment < limit) {
        const QDate date = moment.date();
        const int weekday = date.dayOfWeek() % 7;
        const bool day = has(3, date.day());
        const bool week = has(5, weekday) || (weekday == 0 && has(5, 7));
        const bool fits = m_anyDay || m_anyWeekday ? day && week : day || week;
        if (!has(4, date.month()) || !fits)
            moment = QDateTime(date.addDays(1), QTime(0, 0), QTimeZone::UTC);
        else if (!has(2, moment.time().hour()))
            moment = QDateTime(date, QTime(moment.time().hour(), 0), QTimeZone::UTC).addSecs(3600);
        else if (!has(1, moment.time().minute()))
            moment = moment.addSecs(60 - moment.time().second());
        else if (!has(0, moment.time().second()))
            moment = moment.addSecs(1);
        else
            return moment;
    }
    return {};
}
