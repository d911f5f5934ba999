// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/runlog.h"

#include <QWidget>

/// The curve of the drain and the tasks that are left.
class DrainMeter : public QWidget
{
    Q_OBJECT

public:
    explicit DrainMeter(QWidget *parent = nullptr);

    void setDrain(const DrainState &drain, const QDateTime &now);
    QSize sizeHint() const override { return {480, 132}; }
    QSize minimumSizeHint() const override { return {320, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCurve(QPainter &painter, const QRectF &area) const;
    void paintTasks(QPainter &painter, const QRectF &area) const;

    DrainState m_drain;
    QDateTime m_now;
};
