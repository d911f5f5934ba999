// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/progress.h"

RunProgress::RunProgress(const QList<JournalEvent> &events)
{
    for (const JournalEvent &event : events)
        take(event.step, event.kind, event.data);
}

void RunProgress::take(const QString &step, const QString &kind, const QJsonObject &data)
{
    if (kind == u"rollback")
        m_goingBack = true;
    if (kind == u"keep")
        m_kept = true;
    if (step.isEmpty())
        return;
    StepProgress &progress = m_steps[step];
    if (kind == u"intent")
        progress.started = true;
    else if (kind == u"receipt")
        progress.receipt = data;
    else if (kind == u"done")
        progress.done = true;
    else if (kind == u"undone")
        progress.undone = true;
}
