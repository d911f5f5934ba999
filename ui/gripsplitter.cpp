// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/gripsplitter.h"

#include "ui/shades.h"

#include <QPainter>

namespace
{

constexpr int gap = 16;

class Grip : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
    void paintEvent(QPaintEvent *) override
    {
        if (!underMouse())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shadesFor(palette()).faint);
        for (int i = -1; i <= 1; ++i)
            painter.drawEllipse(QRectF(rect()).center() + QPointF(0, i * 8), 1.5, 1.5);
    }
};

} // namespace

GripSplitter::GripSplitter(const QString &name, QWidget *parent)
    : QSplitter(parent)
{
    setObjectName(name); // what its state is kept under
    setChildrenCollapsible(false);
    setHandleWidth(gap);
}

QSplitterHandle *GripSplitter::createHandle()
{
    return new Grip(orientation(), this);
}
