// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/drainmeter.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

DrainMeter::DrainMeter(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Tasks that the worker still runs", "@label"));
}

void DrainMeter::setDrain(const DrainState &drain, const QDateTime &now)
{
    m_drain = drain;
    m_now = now;
    QStringList parts;
    const int left = drain.left.isEmpty() ? 0 : drain.left.last().second;
    parts << tr("%Ln task(s) left", "@info", left);
    parts << drain.longest;
    setAccessibleDescription(parts.join(u", "_s) + u". "_s + drain.consequence);
    update();
}

void DrainMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const qreal curveWidth = std::min(width() * 0.46, 260.0);
    const QRectF curve(rtl ? width() - curveWidth : 0, 0, curveWidth, height());
    const QRectF tasks(rtl ? 0 : curveWidth + 24, 0, width() - curveWidth - 24, height());
    if (m_drain.since.isValid())
        paintCurve(painter, curve);
    paintTasks(painter, tasks);
    if (hasFocus()) {
        painter.setPen(QPen(shadesFor(palette()).accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void DrainMeter::paintCurve(QPainter &painter, const QRectF &area) const
{
    const Shades &shades = shadesFor(palette());
    const QRectF plot(area.left() + 8, area.top() + 6, area.width() - 20, area.height() - 28);
    int most = 1;
    for (const auto &[time, count] : m_drain.left)
        most = std::max(most, count);
    const qreal total = std::max<qint64>(1, m_drain.since.msecsTo(m_drain.graceEnds));
    const auto x = [&](const QDateTime &time) {
        return plot.left() + plot.width() * std::clamp(m_drain.since.msecsTo(time) / total, 0.0, 1.0);
    };
    const auto y = [&](int count) { return plot.bottom() - plot.height() * count / most; };
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), shades.frame);
    if (!m_drain.left.isEmpty()) {
        QPainterPath steps(QPointF(x(m_drain.left.first().first), y(m_drain.left.first().second)));
        for (const auto &[time, count] : m_drain.left) {
            steps.lineTo(x(time), steps.currentPosition().y());
            steps.lineTo(x(time), y(count));
        }
        steps.lineTo(x(m_now), steps.currentPosition().y());
        const QPointF end = steps.currentPosition();
        QPainterPath filled = steps;
        filled.lineTo(end.x(), plot.bottom());
        filled.lineTo(x(m_drain.left.first().first), plot.bottom());
        painter.fillPath(filled, shades.selection);
        painter.strokePath(steps, QPen(shades.accent, 1.5));
        painter.setBrush(shades.accent);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(end, 4, 4);
        painter.setBrush(Qt::NoBrush);
        painter.setFont(tabular(typeFont(Type::CaptionHead)));
        painter.setPen(shades.text);
        painter.drawText(
            QRectF(std::min(end.x() + 8, area.right() - 56), std::max(end.y() - 18, area.top()), 56, 16),
            Qt::AlignLeft | Qt::AlignVCenter, tr("%Ln left", "@info tasks", m_drain.left.last().second));
    }
    QPen dashed(shades.text, 1.5);
    dashed.setDashPattern({2, 2});
    painter.setPen(dashed);
    painter.drawLine(QPointF(plot.right(), plot.top() - 2), QPointF(plot.right(), plot.bottom()));
    painter.setFont(tabular(typeFont(Type::Caption)));
    painter.setPen(shades.second);
    const QString ends =
        tr("grace ends %1", "@info").arg(QLocale().toString(m_drain.graceEnds.time(), u"HH:mm:ss"_s));
    const QString begins = QLocale().toString(m_drain.since.time(), u"HH:mm:ss"_s);
    const QRectF foot(area.left(), plot.bottom() + 4, area.width(), 16);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, ends);
    if (painter.fontMetrics().horizontalAdvance(ends + begins) + 16 < foot.width())
        painter.drawText(foot.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, begins);
}

void DrainMeter::paintTasks(QPainter &painter, const QRectF &area) const
{
    const Shades &shades = shadesFor(palette());
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int side = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
    const int other = (rtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter;
    qreal y = area.top();
    const int rows = std::clamp(int((area.height() - 40) / 24), 1, 3);
    for (int i = 0; i < std::min<int>(rows, int(m_drain.longest.size())); ++i) {
        // The name, two blanks, how long it has run.
        const QString task = m_drain.longest.at(i);
        const qsizetype gap = task.lastIndexOf("  "_L1);
        const QRectF row(area.left(), y, area.width(), 22);
        painter.setFont(tabular(typeFont(Type::Body)));
        painter.setPen(shades.second);
        const QString lasts = gap < 0 ? QString() : task.mid(gap + 2).trimmed();
        painter.drawText(row, other, lasts);
        painter.setPen(shades.text);
        const qreal room = row.width() - painter.fontMetrics().horizontalAdvance(lasts) - 12;
        painter.drawText(
            row, side,
            painter.fontMetrics().elidedText(gap < 0 ? task : task.left(gap), Qt::ElideRight, int(room)));
        y += 24;
    }
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(shades.second);
    painter.drawText(QRectF(area.left(), y + 4, area.width(), area.bottom() - y - 4),
                     int(Qt::TextWordWrap | Qt::AlignTop) | (rtl ? Qt::AlignRight : Qt::AlignLeft) |
                         Qt::AlignAbsolute,
                     m_drain.consequence);
}
