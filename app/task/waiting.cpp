// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/waiting.h"

#include <QElapsedTimer>
#include <QTimer>

Task<void> delay(std::chrono::milliseconds duration)
{
    Completion completion;
    QTimer::singleShot(duration, completion.context(), [&completion] { completion.complete(); });
    co_await completion;
}

Task<bool> pollUntil(std::function<Task<bool>()> probe, std::chrono::milliseconds interval,
                     std::chrono::milliseconds timeout)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        Task<bool> question = probe();
        if (co_await question)
            co_return true;
        if (clock.durationElapsed() >= timeout)
            co_return false;
        co_await delay(interval);
    }
}
