// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/probe.h"
#include "app/run/commandcall.h"
#include "app/run/handlers.h"
#include "app/run/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ApiHandler", text, "@error");
}

class ApiHandler : public Handler
{
public:
    QString kind() const override { return u"call-api"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QJsonObject args = step.args;
        HttpRequest request;
        request.method = args.value(u"method"_s).toString().toLatin1();
        request.url = QUrl(args.value(u"url"_s).toString());
        request.body = args.value(u"body"_s).toString().toUtf8();
        request.timeout = std::chrono::seconds(args.value(u"timeoutSeconds"_s).toInt(30));
        if (!request.body.isEmpty())
            request.headers.append(
                {"Content-Type", args.value(u"contentType"_s).toString(u"application/json"_s).toLatin1()});
        const QString secret = args.value(u"secret"_s).toString();
        if (!secret.isEmpty()) {
            Result<QString> password = co_await secretValue(context->secrets, secret);
            if (!password)
                co_return std::unexpected(password.error());
            request.headers.append(
                {"Authorization", basicAuthorization(args.value(u"user"_s).toString(), *password)});
        }
        const QString where =
            QString::fromLatin1(request.method) + u' ' + request.url.toDisplayString(QUrl::RemoveUserInfo);
        context->log(u"info"_s, where);
        Result<HttpReply> reply = co_await context->host->send(std::move(request));
        if (!reply)
            co_return std::unexpected(reply.error());
        const QJsonObject answer = httpAnswer(reply->status, reply->body);
        if (!acceptedCodes(args).contains(reply->status))
            co_return failure(reply->status == 401 || reply->status == 403 ? ErrorKind::Denied
                                                                           : ErrorKind::Failed,
                              tr("%1 was answered with %2.").arg(where).arg(reply->status),
                              QString::fromUtf8(reply->body.left(4000)));
        const QJsonArray conditions = args.value(u"conditions"_s).toArray();
        if (!allHold(conditions, answer))
            co_return failure(
                ErrorKind::Failed,
                tr("The answer to %1 is not as expected: %2.").arg(where, unmet(conditions, answer)));
        co_return context->receipt({{u"status"_s, reply->status}});
    }
};

} // namespace

std::unique_ptr<Handler> apiHandler()
{
    return std::make_unique<ApiHandler>();
}
