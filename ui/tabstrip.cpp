// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tabstrip.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QPainter>

#include <algorithm>

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
}

QSize TabStrip::tabSizeHint(int index) const
{
    return {QFontMetrics(typeFont(Type::Name)).horizontalAdvance(tabText(index)) + 26, 36};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return {std::min(96, tabSizeHint(index).width()), 36};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, height() - 1, width(), 1), shades.line);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool chosen = i == currentIndex();
        painter.setFont(typeFont(chosen ? Type::Name : Type::Body));
        painter.setPen(chosen ? shades.text : shades.second);
        painter.drawText(tab, Qt::AlignCenter | Qt::TextHideMnemonic,
                         painter.fontMetrics().elidedText(tabText(i), elideMode(), tab.width() - 12));
        if (chosen)
            painter.fillRect(QRect(tab.left(), height() - 2, tab.width(), 2), shades.accent);
        if (chosen && hasFocus()) {
            painter.setPen(QPen(shades.accent, 2));
            painter.drawRoundedRect(QRectF(tab).adjusted(3, 4, -3, -6), 4, 4);
        }
    }
}
