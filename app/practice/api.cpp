// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/api.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/servercontext.h"

#include <QUuid>

using namespace Qt::StringLiterals;

Api::Api(ServerContext &context, bool isWebserver)
    : m_context(context)
    , m_auth(context)
    , m_isWebserver(isWebserver)
{
}

void Api::handle(const HttpRequest &request, const HttpReply &reply)
{
    if (request.path == u"/ping"_s)
        return reply(HttpResponse::text("pong", "application/json"));
    const bool isPage = request.path == u"/"_s || request.path.startsWith(u"/ui"_s);
    const auto at = pieces(request.path);
    if (!m_isWebserver || (!isPage && !at))
        return reply(error(404, u"Not Found"_s, request.path));
    if (!isOpen(request)) {
        const auto allowed = m_auth.accepts(request.headers.value("authorization"));
        if (!allowed)
            return reply(failed(allowed.error(), request.path));
        if (!*allowed) {
            HttpResponse refused = HttpResponse::empty(401);
            refused.headers.insert("WWW-Authenticate", "Basic realm=Kestra");
            return reply(refused);
        }
    }
    if (request.path == u"/"_s) {
        HttpResponse moved = HttpResponse::empty(307);
        moved.headers.insert("location", "/ui/");
        return reply(moved);
    }
    if (isPage)
        return reply(
            HttpResponse::text("<!DOCTYPE html><title>Kestra</title><p>Practice installation", "text/html"));
    route(request, *at, reply);
}

std::optional<QStringList> Api::pieces(const QString &path) const
{
    if (!path.startsWith(u"/api/v1/"_s))
        return {};
    QStringList at = path.sliced(8).split(u'/', Qt::SkipEmptyParts);
    if (at.isEmpty())
        return {};
    if (at.first() == u"main"_s) {
        at.removeFirst();
        const bool isConfigs = at.size() == 1 && at.first() == u"configs"_s;
        if (at.isEmpty() || (m_context.version < Version::of(u"0.23") && !isConfigs))
            return {};
    }
    return at;
}

bool Api::isOpen(const HttpRequest &request) const
{
    if (!m_auth.isRequired())
        return true;
    const Version &version = m_context.version;
    if (request.path.endsWith(u"/configs"_s))
        return version >= Version::of(u"0.23") && version.major() < 2;
    return request.path.endsWith(u"/configs/login"_s) ||
           request.path.endsWith(u"/basicAuthValidationErrors"_s) ||
           request.path.contains(u"/executions/webhook/"_s) ||
           (version >= Version::of(u"0.24") && request.path.startsWith(u"/ui"_s));
}

void Api::route(const HttpRequest &request, const QStringList &at, const HttpReply &reply)
{
    const QString area = at.first();
    if (area == u"executions"_s)
        return executions(request, at, reply);
    if (area == u"flows"_s)
        return reply(flows(request, at));
    if (area == u"logs"_s)
        return reply(logs(at, request.path));
    if (area == u"namespaces"_s)
        return reply(namespaces(request, at));
    if (area == u"configs"_s && at.size() == 1)
        return reply(configs());
    if (area == u"configs"_s && at.value(1) == u"login"_s && m_context.version.major() >= 2)
        return reply(HttpResponse::json(QJsonObject{{u"isBasicAuthInitialized"_s, m_auth.isInitialised()}}));
    if (area == u"basicAuthValidationErrors"_s && m_context.version >= Version::of(u"0.24"))
        return reply(HttpResponse::json(QJsonArray()));
    if (area == u"basicAuth"_s && request.method == "POST" && m_context.version >= Version::of(u"0.24")) {
        const QJsonObject body = jsonObject(QString::fromUtf8(request.body));
        const auto stored = m_auth.store(body[u"username"].toString(), body[u"password"].toString());
        return reply(stored ? HttpResponse::empty(204) : failed(stored.error(), request.path));
    }
    reply(error(404, u"Not Found"_s, request.path));
}

HttpResponse Api::configs()
{
    const auto uuid =
        m_context.database.run(u"SELECT \"value\" FROM settings WHERE \"key\" = 'instance.uuid'"_s);
    if (!uuid)
        return failed(uuid.error(), u"/api/v1/configs"_s);
    const Version &version = m_context.version;
    QJsonObject answer{
        {u"uuid"_s, uuid->rows.isEmpty() ? QJsonValue() : jsonObject(uuid->rows.first().first())[u"value"]},
        {u"version"_s, version.toString()},
        {u"isTaskRunEnabled"_s, false},
        {u"isAnonymousUsageEnabled"_s, false},
        {u"isTemplateEnabled"_s, false},
        {u"preview"_s, QJsonObject{{u"initial"_s, 100}, {u"max"_s, 5000}}}};
    if (version >= Version::of(u"0.20")) {
        answer.insert(u"isCustomDashboardsEnabled"_s, true);
        answer.insert(u"systemNamespace"_s, u"system"_s);
        answer.insert(u"hiddenLabelsPrefixes"_s, QJsonArray{u"system."_s, u"internal."_s});
    }
    if (version >= Version::of(u"0.24"))
        answer.insert(u"isBasicAuthInitialized"_s, m_auth.isInitialised());
    else
        answer.insert(u"isBasicAuthEnabled"_s, m_auth.isRequired());
    if (version.major() >= 1)
        answer.insert(u"edition"_s, u"OSS"_s);
    return HttpResponse::json(answer);
}

HttpResponse Api::error(int status, const QString &text, const QString &path) const
{
    if (m_context.version.major() >= 2) {
        HttpResponse problem = HttpResponse::json(QJsonObject{{u"type"_s, u"about:blank"_s},
                                                              {u"title"_s, text.section(u'.', 0, 0)},
                                                              {u"status"_s, status},
                                                              {u"detail"_s, text},
                                                              {u"instance"_s, path}},
                                                  status);
        problem.contentType = "application/problem+json";
        return problem;
    }
    return HttpResponse::json(
        QJsonObject{
            {u"message"_s, text},
            {u"logref"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
            {u"path"_s, path},
            {u"_links"_s, QJsonObject{{u"self"_s, QJsonObject{{u"href"_s, path}, {u"templated"_s, false}}}}},
            {u"_embedded"_s, QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, text}}}}}}},
        status);
}

HttpResponse Api::failed(const Error &problem, const QString &path) const
{
    return error(problem.kind == ErrorKind::BadInput ? 422 : 500,
                 problem.kind == ErrorKind::BadInput ? problem.message
                                                     : u"Internal Server Error: "_s + problem.message,
                 path);
}
