// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <coroutine>

/// The one bridge from signals to coroutines: `co_await completion` goes on after complete() was called, from
/// the event loop and never inside the signal that called it. Lives in the frame of the coroutine that awaits
/// it; when that is destroyed, nothing happens any more.
class Completion
{
public:
    void complete()
    {
        if (m_completed)
            return;
        m_completed = true;
        if (m_waiting)
            QMetaObject::invokeMethod(&m_context, [this] { m_waiting.resume(); }, Qt::QueuedConnection);
    }
    /// Receiver for connections that must end with the coroutine.
    QObject *context() { return &m_context; }

    bool await_ready() const noexcept { return m_completed; }
    void await_suspend(std::coroutine_handle<> handle) noexcept { m_waiting = handle; }
    void await_resume() const noexcept {}

private:
    QObject m_context;
    std::coroutine_handle<> m_waiting;
    bool m_completed = false;
};
