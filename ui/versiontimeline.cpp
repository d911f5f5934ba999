// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/versiontimeline.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace
{

constexpr int head = 32;
constexpr int foot = 30;
constexpr int names = 84;
constexpr int mostRows = 6;
/// How far an announced but open end reaches on the drawing.
constexpr int openDays = 365;

QDate endOf(const LineRow &row)
{
    if (row.supportEnd.isValid())
        return row.supportEnd;
    return row.firstDate.addDays(row.lts ? openDays : 62);
}

} // namespace

VersionTimeLine::VersionTimeLine(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Versions over time", "@label"));
}

void VersionTimeLine::setLines(const QList<LineRow> &lines, const QString &currentVersion,
                               const QString &targetVersion, const QDate &today)
{
    m_lines.clear();
    // Newest on top, down to what runs now; in between, those not on the way leave first when there are too
    // many.
    for (const LineRow &row : lines) {
        if (row.firstDate.isValid())
            m_lines << row;
        if (row.current && m_lines.size() >= 3)
            break;
    }
    while (m_lines.size() > mostRows) {
        qsizetype victim = m_lines.size() - 1;
        while (victim > 0 && (m_lines.at(victim).onRoute || m_lines.at(victim).current))
            --victim;
        m_lines.removeAt(victim);
    }
    m_current = currentVersion;
    m_target = targetVersion;
    m_today = today;
    m_from = today.addDays(-60);
    m_to = today.addDays(120);
    for (const LineRow &row : std::as_const(m_lines)) {
        m_from = std::min(m_from, row.firstDate.addDays(-20));
        m_to = std::max(m_to, endOf(row).addDays(30));
    }
    m_to = std::min(m_to, today.addYears(2));
    setAccessibleDescription(asText());
    updateGeometry();
    update();
}

QString VersionTimeLine::asText() const
{
    QStringList parts;
    for (const LineRow &row : m_lines)
        parts << tr("%1: newest %2, %3", "@info version line")
                     .arg(row.line, row.newest.toString(), row.stateText);
    return parts.join(u". "_s);
}

QSize VersionTimeLine::sizeHint() const
{
    return {600, head + foot + 40 * std::max<int>(1, int(m_lines.size()))};
}

QSize VersionTimeLine::minimumSizeHint() const
{
    return {320, head + foot + 28 * std::max<int>(1, int(m_lines.size()))};
}

int VersionTimeLine::rowHeight() const
{
    return m_lines.isEmpty() ? 40 : std::clamp<int>((height() - head - foot) / int(m_lines.size()), 26, 44);
}

qreal VersionTimeLine::xOf(const QDate &date) const
{
    const qreal share =
        std::clamp(qreal(m_from.daysTo(date)) / std::max<qint64>(1, m_from.daysTo(m_to)), 0.0, 1.0);
    const qreal room = width() - names - 16;
    return layoutDirection() == Qt::RightToLeft ? width() - names - share * room : names + share * room;
}

void VersionTimeLine::paintEvent(QPaintEvent *)
{
    if (m_lines.isEmpty())
        return;
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMonths(painter);
    const qreal x = xOf(m_today);
    const qreal bottom = head + rowHeight() * m_lines.size();
    for (int i = 0; i < m_lines.size(); ++i)
        paintRow(painter, i);
    QColor line = shades.text;
    line.setAlphaF(0.55F);
    painter.fillRect(QRectF(x, head, 1, bottom - head + 4), line);
    painter.setFont(typeFont(Type::Caption));
    const QString today = tr("today", "@label");
    const qreal w = painter.fontMetrics().horizontalAdvance(today) + 16;
    const QRectF box(std::clamp(x - w / 2, 0.0, width() - w), bottom + 4, w, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shades.text);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(shades.base);
    painter.drawText(box, Qt::AlignCenter, today);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus()) {
        painter.setPen(QPen(shades.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void VersionTimeLine::paintMonths(QPainter &painter) const
{
    const Shades &shades = shadesFor(palette());
    painter.setFont(typeFont(Type::Caption));
    const qint64 months = std::max<qint64>(1, m_from.daysTo(m_to) / 30);
    const int step = months <= 9 ? 1 : months <= 30 ? 3 : 6;
    QDate month(m_from.year(), m_from.month(), 1);
    const qreal bottom = head + rowHeight() * m_lines.size();
    bool first = true;
    for (; month < m_to; month = month.addMonths(1)) {
        if (month < m_from || (month.month() - 1) % step != 0)
            continue;
        const qreal x = xOf(month);
        painter.fillRect(QRectF(x, head - 2, 1, bottom - head + 2), shades.line);
        const bool withYear = first || month.month() == 1;
        first = false;
        const QString text = QLocale().toString(month, withYear ? u"MMM yyyy"_s : u"MMM"_s);
        const qreal half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        if (x + half > width())
            break;
        painter.setPen(shades.second);
        painter.drawText(QRectF(x - half, 6, 2 * half, 18), Qt::AlignCenter, text);
    }
}

void VersionTimeLine::paintRow(QPainter &painter, int index) const
{
    const Shades &shades = shadesFor(palette());
    const LineRow &row = m_lines.at(index);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int side = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const int other = (rtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const qreal middle = head + rowHeight() * (index + 0.5);
    painter.setFont(typeFont(Type::CaptionHead));
    painter.setPen(shades.text);
    const QRectF name =
        rtl ? QRectF(width() - 16 - 60, middle - 10, 60, 20) : QRectF(16, middle - 10, 60, 20);
    painter.drawText(name, side, row.line);
    const int nameWidth = painter.fontMetrics().horizontalAdvance(row.line) + 7;
    painter.setFont(typeFont(Type::Caption));
    if (row.lts) {
        painter.setPen(shades.second);
        painter.drawText(name.translated(rtl ? -nameWidth : nameWidth, 0), side, tr("LTS", "@label"));
    }
    const qreal a = xOf(row.firstDate);
    const qreal b = xOf(endOf(row));
    const bool tall = row.lts || row.onRoute || row.current;
    QRectF bar(std::min(a, b), middle - (tall ? 12 : 3), std::max(6.0, std::abs(b - a)), tall ? 24 : 6);
    if (!tall) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shades.frame);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(Qt::NoBrush);
    } else {
        QPen frame(row.onRoute ? shades.accent : shades.frame, row.onRoute ? 1.4 : 1);
        if (!row.supportEnd.isValid())
            frame.setDashPattern({4, 3});
        painter.setPen(frame);
        painter.setBrush(row.onRoute ? shades.selection : shades.group);
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setBrush(Qt::NoBrush);
    }
    QString inside;
    if (row.current)
        inside = tr("%1 you are here", "@info").arg(m_current);
    else if (row.onRoute)
        inside = row.newest.toString() == m_target ? tr("%1 your target", "@info").arg(m_target)
                                                   : tr("%1 on the way", "@info").arg(row.newest.toString());
    else if (row.lts)
        inside = row.newest.toString();
    painter.setFont(typeFont(Type::CaptionHead));
    const qreal insideWidth = inside.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(inside) + 24;
    qreal used = tall ? insideWidth : 0;
    qreal outsideFrom = bar.right() + 8;
    if (tall && !inside.isEmpty()) {
        painter.setPen(shades.text);
        if (insideWidth <= bar.width()) {
            painter.drawText(bar.adjusted(12, 0, -12, 0), side, inside);
        } else {
            const QRectF beside = rtl ? QRectF(0, middle - 10, bar.left() - 8, 20)
                                      : QRectF(outsideFrom, middle - 10, width() - outsideFrom, 20);
            painter.drawText(beside, side, inside);
            outsideFrom += insideWidth - 12;
            used = bar.width();
        }
    }
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(shades.second);
    const qreal noteWidth = painter.fontMetrics().horizontalAdvance(row.stateText) + 8;
    if (tall && used + noteWidth + 8 <= bar.width()) {
        painter.drawText(bar.adjusted(12, 0, -8, 0), other, row.stateText);
    } else {
        const QRectF beside =
            rtl ? QRectF(0, middle - 10, std::max(0.0, bar.left() - 8), 20)
                : QRectF(outsideFrom, middle - 10, std::max(0.0, width() - outsideFrom - 4), 20);
        if (beside.width() > noteWidth * 0.6)
            painter.drawText(
                beside, side,
                painter.fontMetrics().elidedText(row.stateText, Qt::ElideRight, int(beside.width())));
    }
}
