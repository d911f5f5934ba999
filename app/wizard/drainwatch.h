// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/wizard/runlog.h"

#include <QJsonValue>

/// Follows a run while executions end and workers stop: what is left, for how long, and what becomes of it.
/// Knows only what was seen: rows of the database while it is asked, the worker's own words while it stops.
class DrainWatch
{
public:
    DrainWatch() = default;
    DrainWatch(const Plan &plan, int graceSeconds);

    void stepChanged(const QString &id, const QString &state, const QDateTime &time);
    void observed(const QString &name, const QJsonValue &value, const QDateTime &time);
    void logged(const QString &text, const QDateTime &time);
    /// Ages grow with the clock.
    void tick(const QDateTime &now);
    void giveMore(int seconds);

    const DrainState &state() const { return m_state; }
    int tasksLeft() const { return m_state.left.isEmpty() ? 0 : m_state.left.last().second; }

private:
    struct Task {
        QString name;
        QDateTime since;
    };
    void begin(const QDateTime &time, int seconds, bool canExtend);

    Plan m_plan;
    int m_grace = 300;
    DrainState m_state;
    QList<Task> m_tasks;
};
