// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/probe.h"
#include "app/run/commandcall.h"
#include "app/run/handlers.h"
#include "app/run/probes.h"
#include "app/task/process.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandHandler", text, "@error");
}

class CommandHandler : public Handler
{
public:
    QString kind() const override { return u"run-command"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        Result<bool> already = co_await doneAlready(step.args, context);
        if (!already)
            co_return std::unexpected(already.error());
        if (*already)
            co_return Result<void>();
        Result<ProcessCall> call = co_await commandCall(step.args, context);
        if (!call)
            co_return std::unexpected(call.error());
        const QString line = shellLine(call->program, call->arguments);
        context->log(u"info"_s, line);
        const bool toFile = !call->outputFile.isEmpty();
        const QString outputFile = call->outputFile;
        call->onLine = [context](const QString &text, bool) { context->log(u"output"_s, text); };
        Result<ProcessResult> result = co_await context->host->run(std::move(*call));
        if (!result)
            co_return std::unexpected(result.error());
        if (!acceptedCodes(step.args).contains(result->exitCode)) {
            const QString words =
                result->errors.isEmpty() ? QString::fromUtf8(result->output).trimmed() : result->errorText();
            co_return failure(ErrorKind::Failed,
                              tr("“%1” ended with %2: %3")
                                  .arg(line.left(200))
                                  .arg(result->exitCode)
                                  .arg(words.section(u'\n', -1).left(500)),
                              words.right(8000));
        }
        QJsonObject receipt{{u"exitCode"_s, result->exitCode}};
        if (toFile) {
            Result<QJsonObject> facts = co_await outputFacts(context->host, outputFile);
            if (!facts)
                co_return std::unexpected(facts.error());
            receipt.insert(u"output"_s, *facts);
        }
        if (auto kept = context->receipt(receipt); !kept)
            co_return kept;
        Result<void> seen = co_await seenAfterwards(step.args, context);
        co_return seen;
    }
};

} // namespace

QStringList wordList(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &word : array)
        list.append(word.toString());
    return list;
}

QList<int> acceptedCodes(const QJsonObject &args)
{
    QList<int> codes;
    const QJsonArray array = args.value(u"accepted"_s).toArray();
    for (const QJsonValue &code : array)
        codes.append(code.toInt(-1));
    return codes.isEmpty() ? QList<int>{0} : codes;
}

Task<Result<ProcessCall>> commandCall(QJsonObject args, StepContext *context)
{
    ProcessCall call;
    call.program = args.value(u"program"_s).toString();
    call.arguments = wordList(args.value(u"arguments"_s));
    call.workingDirectory = args.value(u"workingDirectory"_s).toString();
    call.inputFile = args.value(u"inputFile"_s).toString();
    call.outputFile = args.value(u"outputFile"_s).toString();
    call.timeout = std::chrono::seconds(args.value(u"timeoutSeconds"_s).toInt(600));
    const QJsonObject plain = args.value(u"environment"_s).toObject();
    for (auto it = plain.begin(); it != plain.end(); ++it)
        call.environment.insert(it.key(), it.value().toString());
    const QJsonObject secret = args.value(u"secretEnvironment"_s).toObject();
    for (const QString &variable : secret.keys()) {
        Result<QString> value = co_await secretValue(context->secrets, secret.value(variable).toString());
        if (!value)
            co_return std::unexpected(value.error());
        call.environment.insert(variable, *value);
    }
    co_return call;
}

Task<Result<QJsonObject>> outputFacts(Host *host, QString file)
{
    const QString script = u"sync -- \"$1\" 2>/dev/null || sync; sha256sum < \"$1\" && wc -c < \"$1\""_s;
    Result<ProcessResult> result = co_await host->runScript(script, {file}, std::chrono::hours(2));
    if (!result)
        co_return std::unexpected(result.error());
    const QString text = QString::fromUtf8(result->output);
    co_return QJsonObject{{u"file"_s, file},
                          {u"sha256"_s, text.section(u' ', 0, 0)},
                          {u"bytes"_s, text.section(u'\n', 1, 1).trimmed().toLongLong()}};
}

Task<Result<bool>> doneAlready(QJsonObject args, StepContext *context)
{
    const QJsonObject unless = args.value(u"unless"_s).toObject();
    if (unless.isEmpty())
        co_return false;
    Result<bool> holds = co_await isSo(unless, context);
    // A look that fails says nothing: the step is done, which is as good twice as once.
    const bool already = holds.value_or(false);
    if (already)
        context->log(u"info"_s, u"already so, nothing to do"_s);
    co_return already;
}

Task<Result<void>> seenAfterwards(QJsonObject args, StepContext *context)
{
    const QJsonObject expect = args.value(u"expect"_s).toObject();
    if (expect.isEmpty())
        co_return Result<void>();
    Result<QJsonValue> answer = co_await askProbe(expect.value(u"probe"_s).toObject(), context);
    if (!answer)
        co_return std::unexpected(answer.error());
    const QJsonArray conditions = expect.value(u"conditions"_s).toArray();
    if (allHold(conditions, *answer))
        co_return Result<void>();
    co_return failure(ErrorKind::Failed,
                      tr("The command said that it was done, but that is not what is seen: %1.")
                          .arg(unmet(conditions, *answer)));
}

std::unique_ptr<Handler> commandHandler()
{
    return std::make_unique<CommandHandler>();
}
