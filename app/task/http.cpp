// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/http.h"

#include "app/task/completion.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Http", text, "@error");
}

/// One manager a thread: it keeps connections, the proxy of the desktop and nothing of ours.
QNetworkAccessManager *manager()
{
    static thread_local std::unique_ptr<QNetworkAccessManager> instance;
    if (!instance) {
        instance = std::make_unique<QNetworkAccessManager>();
        if (QCoreApplication::instance())
            QObject::connect(QCoreApplication::instance(), &QObject::destroyed, [] { instance.reset(); });
    }
    return instance.get();
}

struct Aborter {
    void operator()(QNetworkReply *reply) const
    {
        // Its own signals stay connected: one of them carries the abort to Qt's network thread.
        reply->abort();
        reply->deleteLater();
    }
};

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Task<Result<HttpReply>> sendHttp(HttpRequest request)
{
    if (request.url.scheme() != u"http" && request.url.scheme() != u"https")
        co_return failure(ErrorKind::BadInput,
                          tr("%1 is no web address.").arg(request.url.toDisplayString()));
    QNetworkRequest network(request.url);
    network.setTransferTimeout(request.timeout);
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    if (!request.peerName.isEmpty())
        network.setPeerVerifyName(request.peerName);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);

    Completion ended;
    HttpReply answer;
    bool tooLarge = false;
    const std::unique_ptr<QNetworkReply, Aborter> reply(
        manager()->sendCustomRequest(network, request.method, request.body));
    QObject::connect(reply.get(), &QNetworkReply::readyRead, ended.context(), [&] {
        answer.body += reply->readAll();
        if (answer.body.size() > request.bodyLimit) {
            tooLarge = true;
            reply->abort();
        }
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, ended.context(), [&] { ended.complete(); });
    co_await ended;

    const QString where = request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    if (tooLarge)
        co_return failure(ErrorKind::BadInput, tr("The answer of %1 is too large.").arg(where));
    if (reply->error() == QNetworkReply::SslHandshakeFailedError)
        co_return failure(ErrorKind::Denied, tr("The certificate of %1 is not trusted.").arg(where),
                          reply->errorString());
    if (reply->isOpen())
        answer.body += reply->readAll();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &pair : pairs)
        answer.headers.append({pair.first, pair.second});
    // Statuses of 400 and more are answers; anything else Qt calls an error is a broken transfer.
    const bool cut =
        reply->error() != QNetworkReply::NoError && reply->error() < QNetworkReply::ContentAccessDenied;
    if (answer.status == 0 || cut)
        co_return failure(ErrorKind::Unreachable, tr("%1 does not answer.").arg(where), reply->errorString());
    co_return answer;
}

QByteArray basicAuthorization(const QString &user, const QString &password)
{
    return "Basic " + (user + u':' + password).toUtf8().toBase64();
}
