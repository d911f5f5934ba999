// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/wizard/runlog.h"

#include <QHash>

/// Turns a plan and what its steps do into lanes on one clock: expected stretches first, then what was seen.
/// Pure but for the times handed in.
class LaneTracker
{
public:
    void begin(const Plan &plan, const QDateTime &now);
    void stepChanged(const QString &id, const QString &state, const QDateTime &now);
    /// Follows the clock: what is under way grows, what is expected moves.
    void tick(const QDateTime &now);

    const QList<Lane> &lanes() const { return m_lanes; }
    QDateTime startedAt() const { return m_started; }
    QDateTime expectedEnd(const QDateTime &now) const;
    QDateTime doorTime(const QDateTime &now) const; ///< seen or expected; invalid: no door
    qint64 secondsLeft() const;
    double progress() const; ///< 0…1
    int stepNumber() const { return m_stepNumber; }
    QString stepTitle() const { return m_stepTitle; }

private:
    struct Moment {
        Component component = Component::None;
        QString effect;
        QString version;
        QDateTime at;
    };
    void see(const Step &step, const QString &effect, const QDateTime &now);
    QString newest(Component component) const;
    void rebuild(const QDateTime &now);
    QList<Lane> freshLanes() const;

    Plan m_plan;
    QList<Lane> m_lanes;
    QList<Moment> m_seen;
    QHash<QString, QString> m_states; ///< step -> newest state
    QDateTime m_started;
    QDateTime m_stepStarted;
    QDateTime m_door;
    QString m_stepTitle;
    int m_stepNumber = 0;
};
