// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/task/task.h"

#include <QObject>

#include <functional>
#include <memory>
#include <type_traits>

/// Owns one running Task at a time on behalf of a QObject (a model, the command line): starts it, calls back
/// with its result exactly once, cancels it on demand or when destroyed. Must not be destroyed from within
/// the callback of its own task.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isRunning() const { return m_root.isValid(); }

    /// A task that was running is cancelled first.
    template<typename T, typename Done>
    void start(Task<T> task, Done done)
    {
        cancelNow();
        m_root = drive<T>(this, std::move(task), std::move(done));
        Q_EMIT started();
        m_root.resume();
    }

    /// Ends the task from the event loop; cancelled() follows unless it finished before.
    void cancel();

Q_SIGNALS:
    void started();
    void finished();
    void cancelled();

private:
    template<typename T, typename Done>
    static Task<void> drive(Job *job, Task<T> task, Done done)
    {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            job->settle([done] { done(); });
        } else {
            T result = co_await task;
            job->settle(
                [done, result = std::make_shared<T>(std::move(result))] { done(std::move(*result)); });
        }
    }
    void settle(std::function<void()> callback);
    void cancelNow();

    Task<void> m_root;
    quint64 m_generation = 0;
};
