// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dropveil.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QPainter>

DropVeil::DropVeil(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropVeil::rise(const QString &words)
{
    m_words = words;
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropVeil::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = shades.window;
    ground.setAlphaF(0.9F);
    painter.fillRect(rect(), ground);
    QPen pen(shades.accent, 2);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 8, 8);
    painter.setFont(typeFont(Type::Title));
    painter.setPen(shades.text);
    painter.drawText(rect().adjusted(48, 48, -48, -48), int(Qt::AlignCenter) | Qt::TextWordWrap, m_words);
}
