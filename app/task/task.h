// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtClassHelperMacros>

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

/// Work that takes time, as a lazy coroutine: nothing happens until it is awaited or given to a Job; it ends
/// exactly once; destroying it cancels it, and with it every process, request and timer it waits for.
/// Coroutines take their parameters by value: the caller may be gone when they go on.
template<typename T>
class [[nodiscard]] Task;

namespace TaskDetail
{

struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template<typename Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) const noexcept
    {
        const std::coroutine_handle<> next = handle.promise().continuation;
        return next ? next : std::noop_coroutine();
    }
    void await_resume() const noexcept {}
};

struct PromiseBase {
    std::coroutine_handle<> continuation;

    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
};

template<typename T>
struct Promise : PromiseBase {
    std::optional<T> value;

    Task<T> get_return_object();
    template<typename U>
    void return_value(U &&result)
    {
        value.emplace(std::forward<U>(result));
    }
    T take() { return std::move(*value); }
};

template<>
struct Promise<void> : PromiseBase {
    Task<void> get_return_object();
    void return_void() const noexcept {}
    void take() const noexcept {}
};

} // namespace TaskDetail

template<typename T>
class [[nodiscard]] Task
{
public:
    using promise_type = TaskDetail::Promise<T>;

    Task() = default;
    explicit Task(std::coroutine_handle<promise_type> handle)
        : m_handle(handle)
    {
    }
    Task(Task &&other) noexcept
        : m_handle(std::exchange(other.m_handle, {}))
    {
    }
    Task &operator=(Task &&other) noexcept
    {
        Task old(std::exchange(m_handle, std::exchange(other.m_handle, {})));
        return *this;
    }
    ~Task()
    {
        if (m_handle)
            m_handle.destroy();
    }
    Q_DISABLE_COPY(Task)

    bool isValid() const { return bool(m_handle); }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept
    {
        m_handle.promise().continuation = awaiting;
        return m_handle;
    }
    T await_resume() { return m_handle.promise().take(); }

    /// For Job: runs until the first wait.
    void resume() { m_handle.resume(); }

private:
    std::coroutine_handle<promise_type> m_handle;
};

template<typename T>
Task<T> TaskDetail::Promise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Task<void> TaskDetail::Promise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}
