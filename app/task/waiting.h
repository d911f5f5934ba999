// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/task/completion.h"
#include "app/task/task.h"

#include <QList>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

/// Goes on after `duration`.
Task<void> delay(std::chrono::milliseconds duration);

/// Asks `probe` every `interval` until it says true; false when `timeout` has passed first. The first
/// question is asked at once.
Task<bool> pollUntil(std::function<Task<bool>()> probe, std::chrono::milliseconds interval,
                     std::chrono::milliseconds timeout);

/// All at once, results in the order of the tasks.
template<typename T>
Task<QList<T>> whenAll(std::vector<Task<T>> tasks)
{
    struct State {
        std::vector<std::optional<T>> results;
        size_t open = 0;
        Completion completion;
    };
    State state;
    state.results.resize(tasks.size());
    state.open = tasks.size();
    const auto one = [](State *shared, size_t index, Task<T> task) -> Task<void> {
        shared->results[index].emplace(co_await task);
        if (--shared->open == 0)
            shared->completion.complete();
    };
    std::vector<Task<void>> running;
    running.reserve(tasks.size());
    for (size_t i = 0; i < tasks.size(); ++i) {
        running.push_back(one(&state, i, std::move(tasks[i])));
        running.back().resume();
    }
    if (state.open > 0)
        co_await state.completion;
    QList<T> results;
    for (std::optional<T> &result : state.results)
        results.append(std::move(*result));
    co_return results;
}

/// Runs `work` in a thread of the pool (hashing, copying, searching); when the task is destroyed the work is
/// asked to stop through its token and its result is dropped.
template<typename Work>
auto inThread(Work work) -> Task<decltype(work(std::stop_token()))>
{
    using T = decltype(work(std::stop_token()));
    struct Shared {
        std::optional<T> result;
        std::mutex mutex;
        Completion *completion = nullptr; // null once the coroutine is gone
    };
    struct Guard {
        std::shared_ptr<Shared> shared;
        std::stop_source stop;
        ~Guard()
        {
            stop.request_stop();
            const std::lock_guard lock(shared->mutex);
            shared->completion = nullptr;
        }
    };
    Completion completion;
    Guard guard{std::make_shared<Shared>(), {}};
    guard.shared->completion = &completion;
    QThreadPool::globalInstance()->start(
        [shared = guard.shared, token = guard.stop.get_token(), work]() mutable {
            T result = work(token);
            const std::lock_guard lock(shared->mutex);
            shared->result.emplace(std::move(result));
            if (shared->completion)
                QMetaObject::invokeMethod(
                    shared->completion->context(), [shared] { shared->completion->complete(); },
                    Qt::QueuedConnection);
        });
    co_await completion;
    co_return std::move(*guard.shared->result);
}
