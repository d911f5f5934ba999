// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rowpaint.h"

#include "ui/icons.h"
#include "ui/text.h"

#include <QPainter>
#include <QStyle>

RowPaint::RowPaint(QPainter *painter, const QStyleOptionViewItem &option)
    : shades(shadesFor(option.palette))
    , row(option.rect)
    , m_painter(painter)
    , m_option(option)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(row);
}

QRect RowPaint::place(int x, int width) const
{
    const int wide = width < 0 ? row.width() - x + width : width;
    return QStyle::visualRect(m_option.direction, row,
                              QRect(row.left() + x, row.top(), std::max(0, wide), row.height()));
}

void RowPaint::background(const QColor &color, bool selected)
{
    m_painter->fillRect(row, color);
    m_painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), shades.line);
    if (!selected)
        return;
    m_painter->fillRect(place(0, 3), shades.accent);
    if (shades.highContrast) {
        m_painter->setPen(QPen(shades.text, 2));
        m_painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
}

void RowPaint::symbol(int x, int size, const QString &name, Tone tone, int shift)
{
    const QRect at = place(x, size);
    paintSymbol(m_painter, name, QRectF(at.left(), row.center().y() - size / 2.0 + shift + 0.5, size, size),
                toneColor(shades, tone));
}

int RowPaint::words(int x, int width, const QString &text, Type type, Tone tone, int shift)
{
    const QRect at = place(x, width).translated(0, shift);
    m_painter->setFont(typeFont(type));
    m_painter->setPen(toneColor(shades, tone));
    const QString shown = m_painter->fontMetrics().elidedText(text, Qt::ElideRight, at.width());
    m_painter->drawText(at, readingFlags(m_option.direction, Qt::AlignLeft | Qt::AlignVCenter, shown), shown);
    return m_painter->fontMetrics().horizontalAdvance(shown);
}

void RowPaint::twoLines(int x, int width, const QString &first, const QString &second, Type firstType)
{
    if (second.isEmpty()) {
        words(x, width, first, firstType, Tone::Normal);
        return;
    }
    words(x, width, first, firstType, Tone::Normal, -9);
    words(x, width, second, Type::Caption, Tone::Second, 9);
}

int RowPaint::trailing(int margin, const QString &text, Type type, Tone tone, int shift)
{
    m_painter->setFont(tabular(typeFont(type)));
    m_painter->setPen(toneColor(shades, tone));
    const int width = m_painter->fontMetrics().horizontalAdvance(text) + 1;
    m_painter->drawText(place(row.width() - margin - width, width).translated(0, shift),
                        Qt::AlignVCenter | Qt::AlignHCenter, text);
    return width;
}

void RowPaint::focus()
{
    if (!(m_option.state & QStyle::State_HasFocus))
        return;
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(QPen(shades.accent, 2));
    m_painter->drawRoundedRect(QRectF(row).adjusted(3, 2, -3, -3), 4, 4);
}
