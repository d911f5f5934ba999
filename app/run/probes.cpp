// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/probes.h"

#include "app/host/sql.h"
#include "app/plan/probe.h"
#include "app/run/filefacts.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Probes", text, "@error");
}

QStringList words(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &word : array)
        list.append(word.toString());
    return list;
}

QJsonValue parsed(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.trimmed(), &error);
    if (error.error != QJsonParseError::NoError)
        return QJsonValue::Undefined;
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Task<Result<QJsonValue>> askCommand(QJsonObject probe, StepContext *context)
{
    ProcessCall call;
    call.program = probe.value(u"program"_s).toString();
    call.arguments = words(probe.value(u"arguments"_s));
    call.timeout = std::chrono::seconds(probe.value(u"timeoutSeconds"_s).toInt(30));
    Result<ProcessResult> result = co_await context->host->run(std::move(call));
    if (!result)
        co_return std::unexpected(result.error());
    QJsonObject answer{{u"exitCode"_s, result->exitCode}, {u"output"_s, QString::fromUtf8(result->output)}};
    const QJsonValue json = parsed(result->output);
    if (!json.isUndefined())
        answer.insert(u"json"_s, json);
    co_return QJsonValue(answer);
}

Task<Result<QJsonValue>> askHttp(QJsonObject probe, StepContext *context)
{
    HttpRequest request;
    request.url = QUrl(probe.value(u"url"_s).toString());
    request.timeout = std::chrono::seconds(probe.value(u"timeoutSeconds"_s).toInt(5));
    const QString secret = probe.value(u"secret"_s).toString();
    if (!secret.isEmpty()) {
        Result<QString> password = co_await secretValue(context->secrets, secret);
        if (!password)
            co_return std::unexpected(password.error());
        request.headers.append(
            {"Authorization", basicAuthorization(probe.value(u"user"_s).toString(), *password)});
    }
    Result<HttpReply> reply = co_await context->host->send(std::move(request));
    if (!reply && reply.error().kind == ErrorKind::Unreachable)
        co_return QJsonValue(QJsonObject{{u"status"_s, 0}});
    if (!reply)
        co_return std::unexpected(reply.error());
    co_return QJsonValue(httpAnswer(reply->status, reply->body));
}

Task<Result<QJsonValue>> askFiles(QJsonObject probe, StepContext *context)
{
    Result<FileFacts> facts = co_await fileFacts(context->host, probe.value(u"folder"_s).toString());
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return QJsonValue(QJsonObject{
        {u"files"_s, facts->files.size()}, {u"bytes"_s, facts->bytes()}, {u"digest"_s, facts->digest()}});
}

Task<Result<QJsonValue>> askDatabase(QJsonObject probe, StepContext *context)
{
    const DatabaseAccess access = DatabaseAccess::fromJson(probe.value(u"database"_s).toObject());
    if (probe.value(u"ask"_s) == u"sql"_s) {
        Result<QJsonArray> rows = co_await queryDatabase(
            context->host, access, probe.value(u"statement"_s).toString(), context->secrets);
        if (!rows)
            co_return std::unexpected(rows.error());
        co_return QJsonValue(*rows);
    }
    Result<QJsonObject> tables =
        co_await digestTables(context->host, access, words(probe.value(u"exclude"_s)), context->secrets);
    if (!tables)
        co_return std::unexpected(tables.error());
    co_return QJsonValue(*tables);
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return tr("nothing");
    if (value.isString())
        return u"“%1”"_s.arg(value.toString().left(200));
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2)).left(200);
}

} // namespace

QJsonObject httpAnswer(int status, const QByteArray &body)
{
    QJsonObject answer{{u"status"_s, status}, {u"body"_s, QString::fromUtf8(body)}};
    const QJsonValue json = parsed(body);
    if (!json.isUndefined())
        answer.insert(u"json"_s, json);
    return answer;
}

Task<Result<QJsonValue>> askProbe(QJsonObject probe, StepContext *context)
{
    const QString ask = probe.value(u"ask"_s).toString();
    Task<Result<QJsonValue>> question;
    if (ask == u"command")
        question = askCommand(probe, context);
    else if (ask == u"http")
        question = askHttp(probe, context);
    else if (ask == u"files")
        question = askFiles(probe, context);
    else if (ask == u"sql" || ask == u"tables")
        question = askDatabase(probe, context);
    else
        co_return failure(ErrorKind::BadInput,
                          tr("The plan asks a question of the unknown kind “%1”.").arg(ask));
    Result<QJsonValue> answer = co_await question;
    co_return answer;
}

Task<Result<bool>> isSo(QJsonObject question, StepContext *context)
{
    const QJsonArray conditions = question.value(u"conditions"_s).toArray();
    if (conditions.isEmpty())
        co_return false;
    Result<QJsonValue> answer = co_await askProbe(question.value(u"probe"_s).toObject(), context);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return allHold(conditions, *answer);
}

QString unmet(const QJsonArray &conditions, const QJsonValue &answer)
{
    QStringList lines;
    for (const QJsonValue &value : conditions) {
        const Condition condition = Condition::fromJson(value.toObject());
        if (!condition.holds(answer))
            lines.append(tr("%1 should be: %2 %3, and is %4")
                             .arg(condition.at.isEmpty() ? tr("the answer") : condition.at, condition.op,
                                  condition.value.isUndefined() ? QString() : shown(condition.value),
                                  shown(valueAt(answer, condition.at))));
    }
    return lines.join(u"; "_s);
}
