// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/connection.h"

#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostLosses = 10;
constexpr std::chrono::seconds patience{300};
constexpr std::chrono::seconds pause{2};

/// Why the machine is not there now; nothing when it is.
Task<std::optional<Error>> absence(Host *host)
{
    const Result<bool> seen = co_await host->exists(u"/"_s);
    co_return seen || seen.error().kind != ErrorKind::Unreachable ? std::nullopt
                                                                  : std::optional(seen.error());
}

Task<std::optional<Error>> waitForReturn(StepContext *context)
{
    QElapsedTimer clock;
    clock.start();
    std::optional<Error> away = co_await absence(context->host);
    if (away)
        context->log(u"warning"_s, u"connection lost, waiting: "_s + away->message);
    while (away && clock.durationElapsed() < patience && !context->stopRequested()) {
        co_await delay(pause);
        away = co_await absence(context->host);
    }
    co_return away;
}

} // namespace

Task<Result<void>> overLosses(StepContext *context, std::function<Task<Result<void>>()> work)
{
    for (int losses = 0;; ++losses) {
        const int before = context->host->cutOffs();
        Task<Result<void>> once = work();
        Result<void> result = co_await once;
        if (result || context->host->address().isEmpty())
            co_return result;
        const bool wasCut = context->host->cutOffs() > before;
        if (!wasCut && result.error().kind != ErrorKind::Unreachable)
            co_return result;
        const std::optional<Error> away = co_await waitForReturn(context);
        if (away)
            co_return failure(
                ErrorKind::NeedsPerson,
                QCoreApplication::translate(
                    "Connection",
                    "%1 When the machine can be reached again, resume: it goes on where it was.", "@error")
                    .arg(away->message),
                away->details);
        // It answers: what failed was no matter of the connection, or is done again.
        if (!wasCut || losses == mostLosses)
            co_return result;
        context->log(u"warning"_s, u"connected again, the step is done once more"_s);
    }
}
