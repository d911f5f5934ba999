// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/componentlanes.h"

#include "ui/icons.h"
#include "ui/shades.h"
#include "ui/type.h"

#include <QCoreApplication>
#include <QHash>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace
{

constexpr int headHeight = 28;
constexpr int footHeight = 32;

QString clockText(const QDateTime &time, bool seconds = false)
{
    return QLocale().toString(time.time(), seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

/// Distance of the marks of the clock, so that about six of them fit.
qint64 markSeconds(qint64 total)
{
    for (const qint64 step : {10, 20, 30, 60, 120, 180, 300, 600, 900, 1800, 3600, 7200}) {
        if (total / step <= 6)
            return step;
    }
    return std::max<qint64>(1, total / 6);
}

QString word(const LaneSpan &span)
{
    return span.label.isEmpty() ? laneStateWord(laneState(span.state)) : span.label;
}

/// What the component does now: the last stretch that was seen.
LaneState stateNow(const Lane &lane)
{
    LaneState now = LaneState::Unknown;
    for (const LaneSpan &span : lane.spans) {
        if (!span.expected)
            now = laneState(span.state);
    }
    return now;
}

} // namespace

LaneState laneState(const QString &name)
{
    static const QHash<QString, LaneState> states{
        {u"running"_s, LaneState::Running},   {u"draining"_s, LaneState::Draining},
        {u"stopped"_s, LaneState::Stopped},   {u"migrating"_s, LaneState::Migrating},
        {u"starting"_s, LaneState::Starting}, {u"healthy"_s, LaneState::Healthy},
        {u"watched"_s, LaneState::Healthy},   {u"failed"_s, LaneState::Failed}};
    return states.value(name, LaneState::Unknown);
}

QString laneStateWord(LaneState state)
{
    switch (state) {
    case LaneState::Unknown:
        return QCoreApplication::translate("ComponentLanes", "unknown", "@label state");
    case LaneState::Running:
        return QCoreApplication::translate("ComponentLanes", "running", "@label state");
    case LaneState::Draining:
        return QCoreApplication::translate("ComponentLanes", "draining", "@label state");
    case LaneState::Stopped:
        return QCoreApplication::translate("ComponentLanes", "stopped", "@label state");
    case LaneState::Migrating:
        return QCoreApplication::translate("ComponentLanes", "migrating", "@label state");
    case LaneState::Starting:
        return QCoreApplication::translate("ComponentLanes", "starting", "@label state");
    case LaneState::Healthy:
        return QCoreApplication::translate("ComponentLanes", "healthy", "@label state");
    case LaneState::Failed:
        return QCoreApplication::translate("ComponentLanes", "failed", "@label state");
    }
    return {};
}

ComponentLanes::ComponentLanes(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Components over time", "@label"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ComponentLanes::setLanes(const QList<Lane> &lanes, const LaneClock &clock)
{
    const bool more = lanes.size() != m_lanes.size();
    m_lanes = lanes;
    m_clock = clock;
    // The scale stays until the end has moved by a tenth, so that nothing creeps.
    const qint64 length = clock.start.secsTo(clock.end);
    const bool first = !m_shownEnd.isValid() || m_shownEnd <= clock.start;
    if (first || std::abs(m_shownEnd.secsTo(clock.end)) * 10 > length || clock.now > m_shownEnd)
        m_shownEnd = std::max(clock.end, clock.now);
    QFontMetrics names(typeFont(Type::Name));
    m_names = 72;
    for (const Lane &lane : lanes)
        m_names = std::max(m_names, names.horizontalAdvance(lane.component) + 16);
    setAccessibleDescription(asText());
    if (more)
        updateGeometry();
    update();
}

QString ComponentLanes::asText() const
{
    QStringList lines;
    for (const Lane &lane : m_lanes) {
        QStringList parts;
        for (const LaneSpan &span : lane.spans)
            parts << (span.expected ? tr("%1 expected from %2 to %3", "@info")
                                    : tr("%1 from %2 to %3", "@info"))
                         .arg(laneStateWord(laneState(span.state)), clockText(span.from, true),
                              clockText(span.to, true));
        lines << tr("%1: %2 now. %3.", "@info").arg(lane.component, lane.stateWord, parts.join(u", "_s));
    }
    return lines.join(u'\n');
}

QSize ComponentLanes::sizeHint() const
{
    return {520, headHeight + footHeight + 48 * std::max<int>(1, int(m_lanes.size()))};
}

QSize ComponentLanes::minimumSizeHint() const
{
    return {300, headHeight + footHeight + 34 * std::max<int>(1, int(m_lanes.size()))};
}

int ComponentLanes::laneHeight() const
{
    return m_lanes.isEmpty()
               ? 48
               : std::clamp<int>((height() - headHeight - footHeight) / int(m_lanes.size()), 30, 72);
}

qreal ComponentLanes::xOf(const QDateTime &time) const
{
    const qreal total = std::max<qint64>(1, m_clock.start.msecsTo(m_shownEnd));
    const qreal share = std::clamp(qreal(m_clock.start.msecsTo(time)) / total, 0.0, 1.0);
    const qreal width_ = width() - m_names - 16;
    return layoutDirection() == Qt::RightToLeft ? width() - m_names - share * width_
                                                : m_names + share * width_;
}

bool ComponentLanes::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = (help->pos().y() - headHeight) / laneHeight();
    if (help->pos().y() < headHeight || index >= m_lanes.size()) {
        QToolTip::hideText();
        return true;
    }
    const Lane &lane = m_lanes.at(index);
    for (const LaneSpan &span : lane.spans) {
        const qreal a = xOf(span.from);
        const qreal b = xOf(span.to);
        if (help->pos().x() >= std::min(a, b) && help->pos().x() <= std::max(a, b)) {
            QToolTip::showText(
                help->globalPos(),
                tr("%1: %2, %3 to %4", "@info:tooltip")
                    .arg(lane.component, word(span), clockText(span.from, true), clockText(span.to, true)));
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void ComponentLanes::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lanes.isEmpty() || !m_clock.start.isValid())
        return;
    paintClock(painter);
    const int step = laneHeight();
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    for (int i = 0; i < m_lanes.size(); ++i) {
        const Lane &lane = m_lanes.at(i);
        const qreal top = headHeight + i * step;
        const qreal middle = top + step / 2.0 - 2;
        const QFontMetrics nameMetrics(typeFont(Type::Name));
        const int side = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
        const QRectF column =
            rtl ? QRectF(width() - m_names, middle - 18, m_names, 18) : QRectF(0, middle - 18, m_names, 18);
        painter.setFont(typeFont(Type::Name));
        painter.setPen(shades.text);
        painter.drawText(column, side, lane.component);
        painter.setFont(typeFont(Type::Caption));
        const LaneState now = stateNow(lane);
        const bool busy =
            now == LaneState::Draining || now == LaneState::Migrating || now == LaneState::Starting;
        painter.setPen(now == LaneState::Failed ? shades.bad : busy ? shades.link : shades.second);
        painter.drawText(column.translated(0, 16), side, lane.stateWord);
        for (const LaneSpan &span : lane.spans)
            paintSpan(painter, span, middle);
        if (i + 1 < m_lanes.size())
            painter.fillRect(QRectF(0, top + step - 1, width(), 1), shades.line);
    }
    paintMarks(painter);
    if (hasFocus()) {
        painter.setPen(QPen(shades.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void ComponentLanes::paintClock(QPainter &painter) const
{
    const Shades &shades = shadesFor(palette());
    painter.setFont(tabular(typeFont(Type::Caption)));
    const qint64 total = m_clock.start.secsTo(m_shownEnd);
    const qint64 step = markSeconds(total);
    const qreal bottom = headHeight + laneHeight() * m_lanes.size();
    for (qint64 at = 0; at <= total; at += step) {
        const QDateTime time = m_clock.start.addSecs(at);
        const qreal x = xOf(time);
        painter.fillRect(QRectF(x, headHeight - 6, 1, bottom - headHeight + 6), shades.line);
        painter.setPen(shades.second);
        const QString text = clockText(time, step < 60);
        const qreal half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        const qreal centre = std::clamp(x, half, width() - half);
        painter.drawText(QRectF(centre - half, 0, 2 * half, 18), Qt::AlignCenter, text);
    }
}

void ComponentLanes::paintSpan(QPainter &painter, const LaneSpan &span, qreal middle) const
{
    const Shades &shades = shadesFor(palette());
    const LaneState state = laneState(span.state);
    const QString label = word(span);
    const qreal a = xOf(span.from);
    const qreal b = xOf(span.to);
    QRectF bar(std::min(a, b), middle - 10, std::abs(b - a), 20);
    bar = bar.adjusted(0.5, 0.5, -0.5, -0.5);
    if (bar.width() < 1)
        return;
    const QColor grey = shades.second;
    if (state == LaneState::Stopped || state == LaneState::Unknown) {
        QPen pen(span.expected || state == LaneState::Unknown ? grey : shades.text, span.expected ? 1 : 1.5,
                 span.expected || state == LaneState::Unknown ? Qt::DotLine : Qt::SolidLine);
        painter.setPen(pen);
        painter.drawLine(QPointF(bar.left(), middle), QPointF(bar.right(), middle));
        return;
    }
    QPen frame(span.expected ? grey : shades.accent, shades.highContrast ? 2 : 1.2);
    if (span.expected)
        frame.setDashPattern({3, 2.5});
    QColor fill = span.expected
                      ? (state == LaneState::Migrating ? mixed(shades.base, shades.text, 0.10) : shades.base)
                      : shades.selection;
    QColor ink = span.expected ? grey : shades.text;
    if (!span.expected) {
        if (state == LaneState::Migrating) {
            fill = shades.accent;
            ink = shades.onAccent;
        } else if (state == LaneState::Starting) {
            frame.setStyle(Qt::DotLine);
        } else if (state == LaneState::Failed) {
            frame.setColor(shades.bad);
            fill = shades.badTint;
        }
    }
    painter.setPen(frame);
    painter.setBrush(fill);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(Qt::NoBrush);
    if (state == LaneState::Draining && !span.expected) {
        painter.save();
        painter.setClipRect(bar.adjusted(1, 1, -1, -1));
        painter.setPen(QPen(shades.accent, 1.6));
        for (qreal x = bar.left() - bar.height(); x < bar.right(); x += 6)
            painter.drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()));
        painter.restore();
    }
    const bool sign = !span.expected && (state == LaneState::Healthy || state == LaneState::Failed);
    painter.setFont(typeFont(Type::Caption));
    const qreal signWidth = sign ? 16 : 0;
    const qreal wordWidth = painter.fontMetrics().horizontalAdvance(label);
    if (wordWidth + signWidth + 6 > bar.width()) {
        if (sign && bar.width() >= 16)
            paintSymbol(&painter, state == LaneState::Failed ? u"cross"_s : u"check"_s,
                        QRectF(bar.center().x() - 6, middle - 6, 12, 12),
                        state == LaneState::Failed ? shades.bad : shades.good);
        return;
    }
    const qreal left = bar.center().x() - (wordWidth + signWidth) / 2;
    if (sign)
        paintSymbol(&painter, state == LaneState::Failed ? u"cross"_s : u"check"_s,
                    QRectF(left, middle - 6, 12, 12), state == LaneState::Failed ? shades.bad : shades.good);
    const QRectF place(left + signWidth, bar.top(), wordWidth, bar.height());
    if (state == LaneState::Draining && !span.expected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shades.selection);
        painter.drawRoundedRect(place.adjusted(-3, 2, 3, -2), 2, 2);
        painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignCenter, label);
}

void ComponentLanes::paintMarks(QPainter &painter) const
{
    const Shades &shades = shadesFor(palette());
    const qreal bottom = headHeight + laneHeight() * m_lanes.size();
    painter.setFont(typeFont(Type::Caption));
    QRectF nowBox;
    if (m_clock.now.isValid()) {
        const qreal x = xOf(m_clock.now);
        painter.fillRect(QRectF(x - 1, headHeight - 6, 2, bottom - headHeight + 8), shades.accent);
        const QString text = tr("now %1", "@label clock").arg(clockText(m_clock.now, true));
        const qreal w = painter.fontMetrics().horizontalAdvance(text) + 12;
        nowBox = QRectF(std::clamp(x - w / 2, 0.0, width() - w), bottom + 4, w, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shades.accent);
        painter.drawRoundedRect(nowBox, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(shades.onAccent);
        painter.drawText(nowBox, Qt::AlignCenter, text);
    }
    const auto note = [&](qreal centre, const QString &text, const QColor &color) {
        const qreal w = painter.fontMetrics().horizontalAdvance(text) + 2;
        const QRectF box(std::clamp(centre - w / 2, 0.0, width() - w), bottom + 4, w, 20);
        if (box.adjusted(-6, 0, 6, 0).intersects(nowBox))
            return QRectF();
        painter.setPen(color);
        painter.drawText(box, Qt::AlignCenter, text);
        return box;
    };
    QRectF doorBox;
    if (m_clock.door.isValid()) {
        const qreal x = xOf(m_clock.door);
        painter.fillRect(QRectF(x - 4, headHeight - 6, 2, bottom - headHeight + 6), shades.text);
        painter.fillRect(QRectF(x + 2, headHeight - 6, 2, bottom - headHeight + 6), shades.text);
        doorBox = note(x, tr("one-way door", "@label station"), shades.text);
    }
    const QString legend = tr("dashed: expected", "@label");
    const qreal w = painter.fontMetrics().horizontalAdvance(legend) + 2;
    const qreal centre = layoutDirection() == Qt::RightToLeft ? w / 2 : width() - w / 2;
    if (!doorBox.adjusted(-10, 0, 10, 0).intersects(QRectF(centre - w / 2, bottom + 4, w, 20)))
        note(centre, legend, shades.second);
}
