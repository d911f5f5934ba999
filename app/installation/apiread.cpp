// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/apiread.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds answerTime{4000};

QString tr(const char *text, const char *kind)
{
    return QCoreApplication::translate("ApiRead", text, kind);
}

HttpRequest request(const QString &url, const QString &user, const QString &password)
{
    HttpRequest call;
    call.url = QUrl(url);
    call.timeout = answerTime;
    call.bodyLimit = 1024 * 1024;
    if (!user.isEmpty())
        call.headers.append({"Authorization", basicAuthorization(user, password)});
    return call;
}

/// Status and body; status 0 when nothing answers.
Task<HttpReply> look(Host *host, QString url, QString user, QString password)
{
    Result<HttpReply> reply = co_await host->send(request(url, user, password));
    co_return reply ? *reply : HttpReply();
}

Version versionIn(const QByteArray &body)
{
    return Version::of(QJsonDocument::fromJson(body)[u"version"_s].toString());
}

} // namespace

Task<ApiReading> readApi(Host *host, QString url, QString user, QString secretName, SecretStore *secrets)
{
    ApiReading reading;
    reading.api.url = url;
    reading.api.user = user;
    reading.api.secret = user.isEmpty() ? QString() : secretName;
    const QString password = secrets ? secrets->known(secretName) : QString();
    const QString configs = url + u"/api/v1/configs"_s;
    HttpReply reply = co_await look(host, configs, {}, {});
    if (reply.status == 401 && !user.isEmpty())
        reply = co_await look(host, configs, user, password);
    if (reply.status == 0) {
        reading.unknown.append({u"api"_s, tr("%1 does not answer.", "@info").arg(url),
                                tr("Start Kestra, or look at its ports.", "@info")});
        co_return reading;
    }
    reading.version = versionIn(reply.body);
    if (reading.version.isValid())
        reading.evidence.append({u"version"_s, u"GET %1 said %2"_s.arg(configs, reading.version.toString()),
                                 QDateTime::currentDateTimeUtc()});
    const QStringList tenants{u"/api/v1/main"_s, u"/api/v1"_s};
    for (const QString &tenant : tenants) {
        const QString search = url + tenant + u"/flows/search?page=1&size=1"_s;
        const HttpReply flows = co_await look(host, search, user, password);
        if (flows.status == 200) {
            reading.api.tenantPath = tenant;
            reading.api.loginWorks = true;
            reading.evidence.append(
                {u"login"_s, u"GET %1 answered 200"_s.arg(search), QDateTime::currentDateTimeUtc()});
            break;
        }
        if (flows.status == 401) {
            reading.api.tenantPath = tenant;
            reading.unknown.append(
                {u"login"_s, tr("%1 asks for a login that is not known.", "@info").arg(url),
                 tr("Give the user name and password of Kestra's basic authentication.", "@info")});
            break;
        }
    }
    co_return reading;
}

Task<QString> readHealth(Host *host, QString managementUrl)
{
    const HttpReply reply = co_await look(host, managementUrl + u"/health"_s, {}, {});
    co_return QJsonDocument::fromJson(reply.body)[u"status"_s].toString();
}
