// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/managementapi.h"

#include "app/practice/database.h"
#include "app/practice/servercontext.h"
#include "app/practice/worker.h"

#include <QDir>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

ManagementApi::ManagementApi(ServerContext &context, const Worker *worker)
    : m_context(context)
    , m_worker(worker)
{
    m_age.start();
}

HttpResponse ManagementApi::handle(const HttpRequest &request) const
{
    if (request.path == u"/health"_s || request.path == u"/health/readiness"_s)
        return health(m_context.version.major() < 2);
    if (request.path == u"/health/liveness"_s)
        return HttpResponse::json(QJsonObject{
            {u"name"_s, u"kestra"_s}, {u"status"_s, u"UNKNOWN"_s}, {u"details"_s, QJsonObject()}});
    if (request.path == u"/prometheus"_s)
        return prometheus();
    if (m_worker && request.path == u"/worker"_s && m_context.version.major() < 2) {
        QJsonArray runnings;
        for (const QJsonObject &running : m_worker->running())
            runnings.append(running);
        return HttpResponse::json(
            QJsonObject{{u"runningCount"_s, runnings.size()}, {u"runnings"_s, runnings}});
    }
    if (m_worker && request.path == u"/metrics/kestra.worker.job.running"_s)
        return HttpResponse::json(QJsonObject{
            {u"name"_s, u"kestra.worker.job.running"_s},
            {u"measurements"_s, QJsonArray{QJsonObject{{u"statistic"_s, u"VALUE"_s},
                                                       {u"value"_s, m_worker->running().size()}}}}});
    return HttpResponse::json(QJsonObject{{u"message"_s, u"Not Found"_s}}, 404);
}

HttpResponse ManagementApi::health(bool detailed) const
{
    const Knobs &knobs = m_context.knobs;
    const bool down =
        !knobs.isSet(u"lie-health"_s) &&
        (knobs.fails(u"health"_s) || double(m_age.elapsed()) / 1000 < knobs.number(u"slow-health"_s));
    const QString status = down ? u"DOWN"_s : u"UP"_s;
    QJsonObject answer{{u"name"_s, u"kestra"_s}, {u"status"_s, status}};
    if (detailed) {
        const auto part = [](const QString &state, const QJsonObject &details = {}) {
            return QJsonObject{{u"name"_s, u"kestra"_s}, {u"status"_s, state}, {u"details"_s, details}};
        };
        const QStorageInfo disk(QDir::currentPath());
        const QString engine = m_context.database.isSqlite() ? u"SQLite"_s : u"PostgreSQL"_s;
        answer.insert(
            u"details"_s,
            QJsonObject{
                {u"compositeDiscoveryClient()"_s, part(u"UP"_s, {{u"services"_s, QJsonObject()}})},
                {u"service"_s, part(u"UP"_s)},
                {u"diskSpace"_s,
                 part(u"UP"_s, {{u"total"_s, disk.bytesTotal()}, {u"free"_s, disk.bytesAvailable()}})},
                {u"jdbc"_s,
                 part(status, {{m_context.database.url(),
                                part(status, {{u"database"_s, engine},
                                              {u"version"_s, m_context.database.serverVersion()}})}})}});
    }
    return HttpResponse::json(answer, down ? 503 : 200);
}

HttpResponse ManagementApi::prometheus() const
{
    QByteArray text;
    const auto add = [&text](const QByteArray &name, qint64 value) {
        text += "# TYPE " + name + " gauge\n" + name + ' ' + QByteArray::number(value) + ".0\n";
    };
    if (m_worker) {
        add("kestra_worker_job_running", m_worker->running().size());
        add("kestra_worker_job_pending", 0);
        add("kestra_worker_job_thread", 8);
    }
    return HttpResponse::text(text, "text/plain; version=0.0.4; charset=utf-8");
}
