// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/job.h"

void Job::settle(std::function<void()> callback)
{
    // The frame of the task is still being left: free it and call back from the event loop.
    const quint64 generation = m_generation;
    QMetaObject::invokeMethod(
        this,
        [this, generation, callback = std::move(callback)] {
            if (generation != m_generation)
                return;
            ++m_generation;
            m_root = {};
            callback();
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void Job::cancelNow()
{
    ++m_generation;
    m_root = {};
}

void Job::cancel()
{
    const quint64 generation = m_generation;
    QMetaObject::invokeMethod(
        this,
        [this, generation] {
            if (generation != m_generation || !isRunning())
                return;
            cancelNow();
            Q_EMIT cancelled();
        },
        Qt::QueuedConnection);
}
