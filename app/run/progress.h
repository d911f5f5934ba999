// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/run/journal.h"

#include <QHash>

/// Where one step is, by its rows in the journal.
struct StepProgress {
    bool started = false;
    bool done = false;
    bool undone = false;
    QJsonObject receipt; ///< the newest
};

/// Where a run is: nothing but its events, replayed. Resume and rollback go by it.
class RunProgress
{
public:
    RunProgress() = default;
    explicit RunProgress(const QList<JournalEvent> &events);

    void take(const QString &step, const QString &kind, const QJsonObject &data);
    StepProgress of(const QString &step) const { return m_steps.value(step); }
    /// A walk back has begun: from then on a run only goes back.
    bool isGoingBack() const { return m_goingBack; }
    /// It was decided for good: what going back needs may be gone.
    bool isKept() const { return m_kept; }

private:
    QHash<QString, StepProgress> m_steps;
    bool m_goingBack = false;
    bool m_kept = false;
};
