// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/waybackgauge.h"

#include "ui/icons.h"
#include "ui/type.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace
{

constexpr qreal places[] = {0, 0.27, 0.47, 0.70, 1.0};
constexpr int stations = 5;
constexpr qreal doorPlace = 0.5;

} // namespace

WayBackGauge::WayBackGauge(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFacts({GaugeFacts::NothingTouched, tr("Nothing has been touched", "@info"), {}});
}

QString WayBackGauge::stationName(GaugeFacts::Station station)
{
    switch (station) {
    case GaugeFacts::NothingTouched:
        return tr("nothing touched", "@label station");
    case GaugeFacts::Restart:
        return tr("restart", "@label station");
    case GaugeFacts::AtDoor:
        return tr("one-way door", "@label station");
    case GaugeFacts::NeedsBackup:
        return tr("needs the backup", "@label station");
    case GaugeFacts::DoorClosed:
        return tr("door closed", "@label station");
    }
    return {};
}

void WayBackGauge::setFacts(const GaugeFacts &facts)
{
    m_facts = facts;
    setAccessibleName(tr("Way back: %1", "@label").arg(stationName(facts.station)));
    setAccessibleDescription(facts.remainder.isEmpty() ? facts.sentence
                                                       : facts.sentence + u", "_s + facts.remainder);
    setToolTip(accessibleDescription());
    update();
}

void WayBackGauge::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

QSize WayBackGauge::sizeHint() const
{
    return {568, m_compact ? 40 : 58};
}

QSize WayBackGauge::minimumSizeHint() const
{
    return {360, sizeHint().height()};
}

void WayBackGauge::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (layoutDirection() == Qt::RightToLeft) {
        // The drawing is mirrored as a whole; words are painted after the mirror is taken away.
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    paintSymbol(&painter, u"edit-undo"_s, QRectF(4, 3, 16, 16), shades.text);
    const qreal length = std::min(width() - 24, 544);
    const QRectF track(12, 24, length, 16);
    paintTrack(painter, track);
    painter.resetTransform();
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const auto words = [&](int from, int to) {
        return rtl ? QRect(width() - to, 0, to - from, 22) : QRect(from, 0, to - from, 22);
    };
    painter.setFont(typeFont(Type::Name));
    painter.setPen(shades.text);
    const QString bold = painter.fontMetrics().elidedText(m_facts.sentence, Qt::ElideRight, width() - 32);
    const int boldWidth = painter.fontMetrics().horizontalAdvance(bold);
    const int side = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.drawText(words(28, width()), side | Qt::AlignVCenter, bold);
    if (!m_facts.remainder.isEmpty() && 28 + boldWidth + 40 < width()) {
        painter.setFont(typeFont(Type::Body));
        painter.setPen(shades.second);
        const int from = 28 + boldWidth + 8;
        painter.drawText(words(from, width()), side | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_facts.remainder, Qt::ElideRight, width() - from));
    }
    if (!m_compact)
        paintNames(painter, track);
    if (hasFocus()) {
        painter.setPen(QPen(shades.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void WayBackGauge::paintTrack(QPainter &painter, const QRectF &track) const
{
    const Shades &shades = shadesFor(palette());
    const qreal y = track.center().y();
    const auto x = [&](qreal place) { return track.left() + track.width() * place; };
    const qreal here = places[m_facts.station];
    const auto stretch = [&](qreal from, qreal to, bool travelled, bool dashed) {
        QPen pen(travelled ? shades.accent : shades.frame, travelled ? 3 : 2, Qt::SolidLine, Qt::FlatCap);
        if (dashed)
            pen.setDashPattern({5 / pen.widthF(), 4 / pen.widthF()});
        painter.setPen(pen);
        painter.drawLine(QPointF(from, y), QPointF(to, y));
    };
    const qreal doorLeft = x(doorPlace) - 4;
    const qreal doorRight = x(doorPlace) + 4;
    if (here > doorPlace) {
        stretch(x(0), doorLeft, true, false);
        stretch(doorRight, x(here), true, true);
        if (here < 1)
            stretch(x(here), x(1), false, true);
    } else {
        if (here > 0)
            stretch(x(0), x(here), true, false);
        stretch(x(here), doorLeft, false, false);
        stretch(doorRight, x(1), false, true);
    }
    painter.setPen(QPen(here > doorPlace ? shades.accent : shades.text, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(doorLeft, track.top()), QPointF(doorLeft, track.bottom()));
    painter.drawLine(QPointF(doorRight, track.top()), QPointF(doorRight, track.bottom()));
    for (int i = 0; i < stations; ++i) {
        const QPointF at(x(places[i]), y);
        if (i == m_facts.station) {
            painter.setPen(QPen(shades.window, 2));
            painter.setBrush(shades.accent);
            painter.drawEllipse(at, 7, 7);
        } else if (i == GaugeFacts::AtDoor) {
            continue;
        } else if (i == GaugeFacts::DoorClosed) {
            painter.setPen(QPen(shades.second, 1.5));
            painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
            painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
        } else {
            painter.setPen(QPen(places[i] < here ? shades.accent : shades.second, 1.5));
            painter.setBrush(shades.window);
            painter.drawEllipse(at, 3.5, 3.5);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void WayBackGauge::paintNames(QPainter &painter, const QRectF &track) const
{
    const Shades &shades = shadesFor(palette());
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const auto name = [&](qreal place, const QString &text, bool here) {
        painter.setFont(typeFont(here ? Type::CaptionHead : Type::Caption));
        painter.setPen(here ? shades.text : shades.second);
        const int needed = painter.fontMetrics().horizontalAdvance(text) + 2;
        const qreal centre = track.left() + track.width() * place;
        qreal left = std::clamp(centre - needed / 2.0, 4.0, track.right() + 8 - needed);
        if (rtl)
            left = width() - left - needed;
        painter.drawText(QRectF(left, 41, needed, 16), Qt::AlignCenter, text);
    };
    for (int i = 0; i < stations; ++i)
        name(i == GaugeFacts::AtDoor ? doorPlace : places[i], stationName(GaugeFacts::Station(i)),
             i == m_facts.station);
}
