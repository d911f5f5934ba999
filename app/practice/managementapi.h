// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/httpmessage.h"

#include <QElapsedTimer>

class Worker;
struct ServerContext;

/// What answers on the management port of every component: health, the running tasks, Prometheus figures.
class ManagementApi
{
public:
    ManagementApi(ServerContext &context, const Worker *worker);
    HttpResponse handle(const HttpRequest &request) const;

private:
    HttpResponse health(bool detailed) const;
    HttpResponse prometheus() const;

    ServerContext &m_context;
    const Worker *m_worker;
    QElapsedTimer m_age;
};
