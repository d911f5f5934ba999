// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/targetmodel.h"

#include <QWidget>

/// Lines of versions over time: long-term ones as bars, the route in the accent, unknown ends dashed.
class VersionTimeLine : public QWidget
{
    Q_OBJECT

public:
    explicit VersionTimeLine(QWidget *parent = nullptr);

    void setLines(const QList<LineRow> &lines, const QString &currentVersion, const QString &targetVersion,
                  const QDate &today);
    QString asText() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal xOf(const QDate &date) const;
    int rowHeight() const;
    void paintMonths(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;

    QList<LineRow> m_lines;
    QString m_current;
    QString m_target;
    QDate m_today;
    QDate m_from;
    QDate m_to;
};
