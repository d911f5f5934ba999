// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/api.h"
#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/servercontext.h"

#include <QDir>
#include <QFile>
#include <QTimer>

using namespace Qt::StringLiterals;

void Api::executions(const HttpRequest &request, const QStringList &at, const HttpReply &reply)
{
    const bool second = m_context.version.major() >= 2;
    if (request.method == "POST") {
        if (at.size() == 4 && at[1] == u"trigger"_s && !second)
            return trigger(request, at[2], at[3], reply);
        if (at.size() == 3)
            return trigger(request, at[1], at[2], reply);
        return reply(error(404, u"Not Found"_s, request.path));
    }
    if (at.size() == 2 && at[1] == u"search"_s)
        return reply(searchExecutions(request));
    if (at.size() == 2 && request.method == "DELETE")
        return reply(removeExecution(request, at[1]));
    const auto execution = m_context.executions.find(at.value(1));
    if (!execution)
        return reply(failed(execution.error(), request.path));
    if (execution->isEmpty())
        return reply(error(404, u"Not Found"_s, request.path));
    if (at.size() == 2)
        return reply(HttpResponse::json(*execution));
    if (at.size() == 3 && at[2] == u"file"_s) {
        QFile file(m_context.storage.fileOfUri(request.query.queryItemValue(u"path"_s, QUrl::FullyDecoded)));
        if (file.open(QIODevice::ReadOnly))
            return reply(HttpResponse::text(file.readAll(), "application/octet-stream"));
    }
    reply(error(404, u"Not Found"_s, request.path));
}

void Api::trigger(const HttpRequest &request, const QString &space, const QString &flowId,
                  const HttpReply &reply)
{
    const auto stored = m_context.flows.find(space, flowId);
    if (!stored || stored->deleted)
        return reply(error(404, u"Not Found"_s, request.path));
    if (!stored->flow)
        return reply(error(422, u"Invalid flow: "_s + stored->problem, request.path));
    if (stored->flow->isDisabled())
        return reply(error(409, u"Flow is disabled"_s, request.path));
    QJsonObject inputs;
    const auto form = request.form();
    for (const auto &entry : stored->flow->json()[u"inputs"].toArray()) {
        const QString id = entry[u"id"].toString();
        if (form.contains(id))
            inputs.insert(id, QString::fromUtf8(form.value(id)));
        else if (entry.toObject().contains(u"defaults"))
            inputs.insert(id, entry[u"defaults"]);
        else if (entry[u"required"].toBool(true))
            return reply(
                error(422, u"Invalid input for `%1`, missing required input, but received `null`"_s.arg(id),
                      request.path));
    }
    const QJsonObject execution = m_context.executions.make(space, flowId, stored->revision, inputs);
    const QString id = execution[u"id"].toString();
    auto done = m_context.database.transaction([&]() -> Result<void> {
        if (auto made = m_context.executions.insert(execution); !made)
            return made;
        return m_context.queue.send(Queue::Kind::Execution, id, {{u"id"_s, id}});
    });
    if (!done)
        return reply(failed(done.error(), request.path));
    if (request.flag(u"wait"_s, false))
        return waitForEnd(id, reply);
    reply(HttpResponse::json(execution));
}

// Blocks the caller, not the server: without an executor there is never an answer.
void Api::waitForEnd(const QString &id, const HttpReply &reply)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, id, reply] {
        const auto execution = m_context.executions.find(id);
        if (execution && !execution->isEmpty() &&
            !ExecutionStore::isEnded((*execution)[u"state"][u"current"].toString()))
            return;
        timer->deleteLater();
        timer->stop();
        reply(execution ? HttpResponse::json(*execution)
                        : failed(execution.error(), u"/api/v1/executions"_s));
    });
    timer->start(200);
}

HttpResponse Api::searchExecutions(const HttpRequest &request)
{
    const Version &version = m_context.version;
    ExecutionQuery query;
    query.states = request.values(u"state"_s);
    query.space = request.values(u"namespace"_s).value(0);
    query.flowId = request.values(u"flowId"_s).value(0);
    // Up to 0.22 the new form is ignored without a word.
    if (version >= Version::of(u"0.23")) {
        query.states += request.filter(u"state"_s);
        query.space = request.filter(u"namespace"_s).value(0, query.space);
        query.flowId = request.filter(u"flowId"_s).value(0, query.flowId);
    }
    for (const QString &state : std::as_const(query.states)) {
        if (!m_context.executions.states().contains(state))
            return error(422, u"No enum constant io.kestra.core.models.flows.State.Type."_s + state,
                         request.path);
    }
    const auto positive = [&request](const QString &name, int fallback) {
        return qBound(
            1, request.query.hasQueryItem(name) ? request.query.queryItemValue(name).toInt() : fallback,
            10000);
    };
    query.page = positive(u"page"_s, 1);
    query.size = positive(u"size"_s, 10);
    const auto page = m_context.executions.search(query);
    if (!page)
        return failed(page.error(), request.path);
    QJsonArray results;
    for (QJsonObject execution : page->results) {
        if (version.major() >= 2)
            execution.remove(u"taskRunList"_s);
        results.append(execution);
    }
    return HttpResponse::json(QJsonObject{{u"results"_s, results}, {u"total"_s, page->total}});
}

HttpResponse Api::removeExecution(const HttpRequest &request, const QString &id)
{
    const auto execution = m_context.executions.find(id);
    if (!execution)
        return failed(execution.error(), request.path);
    if (execution->isEmpty())
        return error(404, u"Not Found"_s, request.path);
    const auto removed = m_context.executions.remove(id, request.flag(u"deleteLogs"_s, true),
                                                     request.flag(u"deleteMetrics"_s, true));
    if (!removed)
        return failed(removed.error(), request.path);
    if (request.flag(u"deleteStorage"_s, true)) {
        const QString folder = m_context.storage.executionFolder(*execution);
        QDir(folder).removeRecursively();
        // Folders that only this execution made go with it.
        const QString root = m_context.storage.root();
        for (QDir parent(folder); parent.cdUp() && parent.path().startsWith(root + u'/');) {
            const QString name = parent.dirName();
            QDir above(parent);
            if (!above.cdUp() || !above.rmdir(name))
                break;
        }
    }
    return HttpResponse::empty(204);
}

HttpResponse Api::logs(const QStringList &at, const QString &path)
{
    const bool all = at.value(1) == u"search"_s;
    const QString sql =
        u"SELECT \"value\" FROM logs"_s +
        (m_context.version < Version::of(u"1.3") ? u" WHERE deleted = FALSE"_s : u" WHERE 1 = 1"_s);
    const auto rows =
        all ? m_context.database.run(sql + u" ORDER BY timestamp DESC LIMIT 100"_s)
            : m_context.database.run(sql + u" AND execution_id = ? ORDER BY timestamp"_s, {at.value(1)});
    if (!rows)
        return failed(rows.error(), path);
    QJsonArray results;
    for (const SqlRow &row : rows->rows)
        results.append(jsonObject(row.first()));
    if (!all)
        return HttpResponse::json(results);
    return HttpResponse::json(QJsonObject{{u"results"_s, results}, {u"total"_s, results.size()}});
}
