// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/routeview.h"

#include "ui/text.h"

#include <QGridLayout>
#include <QPainter>

RouteView::RouteView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Stops of the route", "@label"));
    m_grid->setContentsMargins(32, 4, 0, 4);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnMinimumWidth(0, 64);
    m_grid->setColumnStretch(1, 1);
}

void RouteView::setStops(const QList<std::pair<QString, QString>> &stops)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_versions.clear();
    for (int i = 0; i < stops.size(); ++i) {
        auto *version = new Text(stops.at(i).first, Type::Name);
        version->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        m_grid->addWidget(version, i, 0, Qt::AlignTop);
        m_grid->addWidget((new Text(stops.at(i).second, Type::Body))->wrapped(), i, 1);
        m_versions << version;
    }
    update();
}

void RouteView::paintEvent(QPaintEvent *)
{
    if (m_versions.isEmpty())
        return;
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 10.0 : 10.0;
    const auto y = [&](qsizetype i) {
        return m_versions.at(i)->y() + m_versions.at(i)->fontMetrics().height() / 2.0;
    };
    painter.setPen(QPen(shades.accent, 2));
    if (m_versions.size() > 1)
        painter.drawLine(QPointF(x, y(0)), QPointF(x, y(m_versions.size() - 1)));
    for (qsizetype i = 0; i < m_versions.size(); ++i) {
        painter.setBrush(i + 1 == m_versions.size() ? shades.accent : shades.base);
        painter.drawEllipse(QPointF(x, y(i)), 6, 6);
    }
}
