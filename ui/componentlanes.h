// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/runlog.h"

#include <QDateTime>
#include <QList>
#include <QWidget>

enum class LaneState { Unknown, Running, Draining, Stopped, Migrating, Starting, Healthy, Failed };

LaneState laneState(const QString &name);
QString laneStateWord(LaneState state);

struct LaneClock {
    QDateTime start;
    QDateTime end;
    QDateTime now;
    QDateTime door; ///< invalid: no one-way door
    bool operator==(const LaneClock &) const = default;
};

/// One lane per component on a common clock: what was, what is, what is expected.
class ComponentLanes : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentLanes(QWidget *parent = nullptr);

    void setLanes(const QList<Lane> &lanes, const LaneClock &clock);
    /// The picture as sentences, for assistive tools and copying.
    QString asText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qreal xOf(const QDateTime &time) const;
    int laneHeight() const;
    void paintClock(QPainter &painter) const;
    void paintSpan(QPainter &painter, const LaneSpan &span, qreal middle) const;
    void paintMarks(QPainter &painter) const;

    QList<Lane> m_lanes;
    LaneClock m_clock;
    QDateTime m_shownEnd;
    int m_names = 84;
};
