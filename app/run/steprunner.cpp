// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/steprunner.h"

#include "app/run/connection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("StepRunner", text, "@error");
}

QJsonValue redactedValue(const Redactor &redactor, const QJsonValue &value)
{
    if (value.isString())
        return redactor.redact(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            result.append(redactedValue(redactor, item));
        return result;
    }
    if (value.isObject()) {
        QJsonObject result = value.toObject();
        for (auto it = result.begin(); it != result.end(); ++it)
            it.value() = redactedValue(redactor, it.value());
        return result;
    }
    return value;
}

} // namespace

StepRunner::StepRunner(RunParts parts, QString runId, RunListener listener)
    : m_parts(std::move(parts))
    , m_runId(std::move(runId))
    , m_listener(std::move(listener))
{
}

Result<void> StepRunner::open()
{
    const auto events = m_parts.journal->events(m_runId);
    if (!events)
        return std::unexpected(events.error());
    m_progress = RunProgress(*events);
    return m_log.open(m_parts.home.runFolder(m_runId));
}

Result<void> StepRunner::note(const QString &step, const QString &kind, const QJsonObject &data)
{
    const auto done = m_parts.journal->append(m_runId, step, kind, data);
    if (done)
        m_progress.take(step, kind, data);
    else
        m_journalFailed = true;
    return done;
}

Error StepRunner::redacted(Error error) const
{
    error.message = m_parts.redactor->redact(error.message);
    error.details = m_parts.redactor->redact(error.details);
    return error;
}

void StepRunner::log(const Step &step, const QString &level, const QString &text)
{
    const QString clean = m_parts.redactor->redact(text);
    const QString component = componentName(step.component);
    m_log.write(QDateTime::currentDateTimeUtc(), component, level, clean);
    m_listener.logLine(component, level, clean);
}

bool StepRunner::isAnswered(const QString &key)
{
    const auto answers = m_parts.journal->answers(m_runId);
    return answers && std::ranges::contains(*answers, u"step:"_s + key, &Answer::subject);
}

bool StepRunner::canCompare(const Step &step) const
{
    const auto seen = m_parts.journal->observations(m_runId);
    for (const QString &key : {u"equalTo"_s, u"atLeastAs"_s}) {
        const QString name = step.args.value(key).toString();
        if (seen && !name.isEmpty() && !seen->contains(name))
            return false;
    }
    return true;
}

StepContext StepRunner::contextOf(const Step &step, const QString &key)
{
    StepContext context;
    context.host = m_parts.hosts->at(step.host);
    context.secrets = m_parts.secrets;
    context.runFolder = m_parts.home.runFolder(m_runId);
    context.key = key;
    context.lastReceipt = m_progress.of(key).receipt;
    context.log = [this, step](const QString &level, const QString &text) { log(step, level, text); };
    context.receipt = [this, key](const QJsonObject &receipt) { return note(key, u"receipt"_s, receipt); };
    context.observe = [this, key](const QString &name, const QJsonValue &value) {
        const QJsonValue clean = redactedValue(*m_parts.redactor, value);
        const auto noted = note(key, u"observation"_s, {{u"name"_s, name}, {u"value"_s, clean}});
        if (noted)
            m_listener.observed(name, clean);
        return noted;
    };
    context.observation = [this](const QString &name) { return m_parts.journal->observation(m_runId, name); };
    context.answered = [this, key] { return isAnswered(key); };
    context.stopRequested = m_listener.stopRequested;
    context.moreTime = m_listener.moreTime;
    return context;
}

Result<const Handler *> StepRunner::prepared(const Step &step, StepContext &context) const
{
    const Handler *handler = m_parts.handlers->find(step.kind);
    if (!handler)
        return failure(ErrorKind::BadInput,
                       tr("This version does not know how to do a step of the kind “%1”.").arg(step.kind));
    if (!context.host)
        return failure(ErrorKind::Unreachable,
                       tr("The machine %1 of the step “%2” cannot be reached.").arg(step.host, step.title));
    return handler;
}

Result<void> StepRunner::settle(const Step &step, const QString &key, Result<void> result)
{
    if (m_journalFailed)
        return result ? failure(ErrorKind::Failed, tr("The journal could not be written.")) : result;
    const auto length = m_log.sync();
    if (result && !length)
        result = std::unexpected(length.error());
    if (result) {
        if (auto noted = note(key, u"done"_s, {{u"log"_s, *length}}); !noted)
            return noted;
        m_listener.stepChanged(key, u"done"_s);
        return {};
    }
    const Error error = redacted(result.error());
    const bool waits = error.kind == ErrorKind::NeedsPerson || error.kind == ErrorKind::Cancelled;
    log(step, waits ? u"warning"_s : u"error"_s, error.message);
    if (auto noted = note(key, waits ? u"stopped"_s : u"failed"_s,
                          {{u"message"_s, error.message}, {u"details"_s, error.details}});
        !noted)
        return noted;
    if (!waits)
        m_listener.stepChanged(key, u"failed"_s);
    return std::unexpected(error);
}

Task<Result<void>> StepRunner::perform(Step step, QString key)
{
    StepContext context = contextOf(step, key);
    if (auto noted = note(key, u"intent"_s, {{u"kind"_s, step.kind}, {u"title"_s, step.title}}); !noted)
        co_return noted;
    m_listener.stepChanged(key, u"started"_s);
    log(step, u"step"_s, step.title);
    const auto handler = prepared(step, context);
    if (!handler)
        co_return settle(step, key, std::unexpected(handler.error()));
    Result<void> result = co_await overLosses(&context, [this, &handler, &step, &key, &context] {
        context.lastReceipt = m_progress.of(key).receipt;
        return (*handler)->apply(step, &context);
    });
    co_return settle(step, key, result);
}

Task<Result<void>> StepRunner::runInverse(Step step)
{
    for (qsizetype i = 0; i < step.inverse.size(); ++i) {
        const Step back = Step::fromJson(step.inverse.at(i).toObject());
        const QString key = u"%1.undo.%2-%3"_s.arg(step.id).arg(i + 1).arg(back.id);
        if (m_progress.of(key).done)
            continue;
        Result<void> done = co_await perform(back, key);
        if (!done)
            co_return done;
    }
    co_return Result<void>();
}

Task<Result<void>> StepRunner::takeBack(Step step)
{
    const StepProgress before = m_progress.of(step.id);
    StepContext context = contextOf(step, step.id);
    if (auto noted = note(step.id, u"undo-intent"_s); !noted)
        co_return noted;
    const bool shows = step.reversal != Reversal::NotNeeded;
    if (shows) {
        m_listener.stepChanged(step.id, u"undoing"_s);
        log(step, u"step"_s, u"taking back: "_s + step.title);
    }
    const auto handler = prepared(step, context);
    if (!handler)
        co_return std::unexpected(handler.error());
    if (!before.done) {
        Result<void> halted = co_await overLosses(&context, [&handler, &step, &before, &context] {
            return (*handler)->halt(step, before.receipt, &context);
        });
        if (!halted)
            co_return halted;
    }
    if (step.reversal == Reversal::ByPerson && !isAnswered(step.id + u".undo"_s))
        co_return failure(ErrorKind::NeedsPerson, step.instruction);
    if (shows && step.reversal != Reversal::ByPerson) {
        Result<void> undone = co_await overLosses(&context, [&handler, &step, &before, &context] {
            return (*handler)->undo(step, before.receipt, &context);
        });
        if (undone)
            undone = co_await runInverse(step);
        if (!undone)
            co_return undone;
    }
    if (auto noted = note(step.id, u"undone"_s); !noted)
        co_return noted;
    if (shows)
        m_listener.stepChanged(step.id, u"undone"_s);
    co_return Result<void>();
}
