// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/spinner.h"

#include "ui/shades.h"

#include <QPainter>
#include <QStyle>

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(16, 18);
}

void Spinner::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring(2, 3, 12, 12);
    painter.setPen(QPen(shades.frame, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(shades.accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_turn * 16, 110 * 16);
}

void Spinner::timerEvent(QTimerEvent *)
{
    m_turn = (m_turn + 24) % 360;
    update();
}

void Spinner::showEvent(QShowEvent *event)
{
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_timer.start(66, this);
    QWidget::showEvent(event);
}

void Spinner::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}
