// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/probe.h"
#include "app/run/commandcall.h"
#include "app/run/difference.h"
#include "app/run/handlers.h"
#include "app/run/probes.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("LookHandlers", text, "@error");
}

bool anyHolds(const QJsonArray &conditions, const QJsonValue &answer)
{
    return std::any_of(conditions.begin(), conditions.end(), [&answer](const QJsonValue &condition) {
        return Condition::fromJson(condition.toObject()).holds(answer);
    });
}

/// How long a wait that would go on may last: a person can add to it meanwhile.
class Patience
{
public:
    Patience(std::chrono::seconds limit, bool mayGrow, const StepContext *context)
        : m_limit(limit)
        , m_context(mayGrow && context->moreTime ? context : nullptr)
        , m_before(m_context ? m_context->moreTime() : std::chrono::seconds(0))
    {
        m_clock.start(); // monotonic: a clock set back or forward changes nothing
    }
    std::chrono::seconds limit() const
    {
        return m_context ? m_limit + m_context->moreTime() - m_before : m_limit;
    }
    bool isOver() const { return m_clock.durationElapsed() >= limit(); }

private:
    std::chrono::seconds m_limit;
    const StepContext *m_context;
    std::chrono::seconds m_before;
    QElapsedTimer m_clock;
};

class WaitHandler : public Handler
{
public:
    QString kind() const override { return u"wait-until"_s; }

    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QJsonObject args = step.args;
        const QJsonArray conditions = args.value(u"conditions"_s).toArray();
        const QString hint = args.value(u"stallHint"_s).toString(step.title);
        const bool goesOn = args.value(u"goOn"_s).toBool();
        const QString name = args.value(u"observeAs"_s).toString();
        const Patience patience(std::chrono::seconds(args.value(u"timeoutSeconds"_s).toInt(120)), goesOn,
                                context);
        const std::chrono::seconds hold(args.value(u"holdSeconds"_s).toInt(0));
        const std::chrono::milliseconds interval(std::max(10, args.value(u"intervalMs"_s).toInt(1000)));
        QElapsedTimer holding;
        QElapsedTimer unchanged;
        unchanged.start();
        QJsonValue last;
        for (int misses = 0;;) {
            if (context->stopRequested())
                co_return failure(ErrorKind::Cancelled, tr("Waiting was ended on request: %1").arg(hint));
            Result<QJsonValue> answer = co_await askProbe(args.value(u"probe"_s).toObject(), context);
            const QJsonValue seen = answer ? *answer : QJsonValue(answer.error().message);
            if (answer && anyHolds(args.value(u"failWhen"_s).toArray(), seen)) {
                const QString reason = valueAt(seen, args.value(u"reasonAt"_s).toString()).toString();
                co_return failure(ErrorKind::Failed,
                                  tr("Waiting is in vain: %1. Seen: %2")
                                      .arg(hint, reason.isEmpty() ? shortText(seen) : reason));
            }
            if (answer && seen != last && !name.isEmpty()) {
                if (auto kept = context->observe(name, seen); !kept)
                    co_return kept;
            }
            const bool good = answer && !conditions.isEmpty() && allHold(conditions, seen);
            if (good && !holding.isValid())
                holding.start();
            misses = good ? 0 : misses + 1;
            if (good && holding.durationElapsed() >= hold)
                co_return Result<void>();
            // One look that fails under load is no proof; three in a row are.
            if (holding.isValid() && misses >= 3)
                co_return failure(ErrorKind::Failed,
                                  tr("It was so for %1 s and then no more: %2. %3")
                                      .arg(holding.elapsed() / 1000)
                                      .arg(hint, answer ? unmet(conditions, seen) : answer.error().message));
            if (!holding.isValid() && patience.isOver() && goesOn) {
                context->log(u"warning"_s,
                             u"going on after %1 s without: "_s.arg(patience.limit().count()) + hint);
                co_return Result<void>();
            }
            if (!holding.isValid() && patience.isOver())
                co_return failure(ErrorKind::Failed,
                                  tr("Not seen within %1 s: %2. %3")
                                      .arg(patience.limit().count())
                                      .arg(hint, answer ? unmet(conditions, seen) : answer.error().message));
            if (seen != last || good) {
                last = seen;
                unchanged.start();
            } else if (unchanged.durationElapsed() >= std::chrono::seconds(40)) {
                context->log(u"warning"_s, u"stalled for 40 s: "_s + hint);
                unchanged.start();
            }
            co_await delay(interval);
        }
    }
};

class ObserveHandler : public Handler
{
public:
    QString kind() const override { return u"observe"_s; }

    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QJsonObject args = step.args;
        Result<QJsonValue> answer = co_await askProbe(args.value(u"probe"_s).toObject(), context);
        if (!answer)
            co_return std::unexpected(answer.error());
        const QString name = args.value(u"name"_s).toString();
        if (auto kept = context->observe(name, *answer); !kept)
            co_return kept;
        const QJsonArray conditions = args.value(u"conditions"_s).toArray();
        if (!allHold(conditions, *answer))
            co_return failure(ErrorKind::Failed,
                              tr("%1 is not as it must be: %2.").arg(step.title, unmet(conditions, *answer)));
        // Compared as the journal holds them, both sides with the same secrets blotted out.
        const auto seen = context->observation(name);
        if (!seen)
            co_return std::unexpected(seen.error());
        for (const bool exactly : {true, false}) {
            const QString other = args.value(exactly ? u"equalTo"_s : u"atLeastAs"_s).toString();
            if (other.isEmpty())
                continue;
            const auto before = context->observation(other);
            if (!before)
                co_return std::unexpected(before.error());
            if (!*before)
                co_return failure(
                    ErrorKind::Failed,
                    tr("%1 cannot be compared: “%2” was never seen in this run.").arg(step.title, other));
            const QStringList ignore = wordList(args.value(u"ignore"_s));
            const QStringList lines =
                exactly ? differences(**before, **seen, ignore) : shrunken(**before, **seen, ignore);
            if (!lines.isEmpty())
                co_return failure(ErrorKind::Failed,
                                  tr("%1: not as before. %2").arg(step.title, lines.mid(0, 5).join(u"; "_s)),
                                  lines.join(u'\n'));
        }
        co_return Result<void>();
    }
};

class PersonHandler : public Handler
{
public:
    QString kind() const override { return u"ask-person"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QJsonObject shown = step.args.value(u"seen"_s).toObject();
        if (context->answered())
            co_return Result<void>();
        if (!shown.isEmpty()) {
            Result<bool> holds = co_await isSo(shown, context);
            if (holds.value_or(false))
                co_return Result<void>();
        }
        co_return failure(ErrorKind::NeedsPerson, step.instruction);
    }
};

} // namespace

std::unique_ptr<Handler> waitHandler()
{
    return std::make_unique<WaitHandler>();
}

std::unique_ptr<Handler> observeHandler()
{
    return std::make_unique<ObserveHandler>();
}

std::unique_ptr<Handler> personHandler()
{
    return std::make_unique<PersonHandler>();
}
