// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/basicauth.h"
#include "app/practice/httpmessage.h"

#include <QObject>
#include <QStringList>

#include <optional>

struct ServerContext;

/// What answers on the server port: /ping everywhere, /api/v1/… on a web server. Errors have the form of the
/// version: `message` and `_embedded` up to 1.3, application/problem+json from 2.0.
class Api : public QObject
{
    Q_OBJECT

public:
    Api(ServerContext &context, bool isWebserver);

    Result<void> initialise() { return m_isWebserver ? m_auth.initialise() : Result<void>(); }
    void handle(const HttpRequest &request, const HttpReply &reply);

private:
    /// Path below /api/v1 without a tenant, in pieces; nothing when the version has no such address.
    std::optional<QStringList> pieces(const QString &path) const;
    bool isOpen(const HttpRequest &request) const;
    void route(const HttpRequest &request, const QStringList &at, const HttpReply &reply);
    HttpResponse configs();
    HttpResponse error(int status, const QString &text, const QString &path) const;
    HttpResponse failed(const Error &problem, const QString &path) const;

    // flowsapi.cpp
    HttpResponse flows(const HttpRequest &request, const QStringList &at);
    HttpResponse saveFlow(const HttpRequest &request, const QStringList &at);
    HttpResponse validateFlows(const HttpRequest &request) const;
    HttpResponse listFlows(const HttpRequest &request, bool asZip);

    // executionsapi.cpp
    void executions(const HttpRequest &request, const QStringList &at, const HttpReply &reply);
    void trigger(const HttpRequest &request, const QString &space, const QString &flowId,
                 const HttpReply &reply);
    void waitForEnd(const QString &id, const HttpReply &reply);
    HttpResponse searchExecutions(const HttpRequest &request);
    HttpResponse removeExecution(const HttpRequest &request, const QString &id);
    HttpResponse logs(const QStringList &at, const QString &path);

    // namespacesapi.cpp
    HttpResponse namespaces(const HttpRequest &request, const QStringList &at);
    HttpResponse keyValues(const HttpRequest &request, const QString &space, const QString &key);
    HttpResponse namespaceFiles(const HttpRequest &request, const QString &space, const QString &what);

    ServerContext &m_context;
    BasicAuth m_auth;
    bool m_isWebserver;
};
