// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/executor.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/log.h"
#include "app/practice/servercontext.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr int batch = 100;

bool lists(const QJsonValue &array, const QString &text)
{
    return array.toArray().isEmpty() || array.toArray().contains(QJsonValue(text));
}

} // namespace

Executor::Executor(ServerContext &context)
    : Part(context, u"EXECUTOR"_s)
{
}

QString Executor::startedLine() const
{
    return u"Executor started"_s;
}

Result<bool> Executor::poll()
{
    const auto messages = m_context.queue.waiting({Queue::Kind::Execution, Queue::Kind::WorkerTaskResult},
                                                  Queue::Consumer::Executor, batch);
    if (!messages)
        return std::unexpected(messages.error());
    if (!messages->isEmpty()) {
        auto done = m_context.database.transaction([&]() -> Result<void> {
            for (const Queue::Message &message : *messages) {
                if (auto handled = handle(message); !handled)
                    return handled;
            }
            return {};
        });
        if (!done)
            return std::unexpected(done.error());
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now >= m_nextWatch) {
        m_nextWatch = now + 1000;
        if (auto watched = watchServices(); !watched)
            return std::unexpected(watched.error());
    }
    return messages->size() == batch;
}

Result<void> Executor::handle(const Queue::Message &message)
{
    const auto mine = m_context.queue.take(message.offset);
    if (!mine || !*mine)
        return mine ? Result<void>() : std::unexpected(mine.error());
    if (message.kind == Queue::Kind::WorkerTaskResult)
        return takeResult(message.value);
    const auto execution = m_context.executions.find(message.value[u"id"].toString());
    if (!execution)
        return std::unexpected(execution.error());
    const QString state = (*execution)[u"state"][u"current"].toString();
    return state == u"CREATED"_s || state == u"RESTARTED"_s ? begin(*execution) : Result<void>();
}

Result<void> Executor::begin(QJsonObject execution)
{
    m_context.executions.setState(execution, u"RUNNING"_s);
    return advance(execution);
}

Result<void> Executor::advance(QJsonObject &execution)
{
    const auto stored =
        m_context.flows.find(execution[u"namespace"].toString(), execution[u"flowId"].toString());
    if (!stored || !stored->flow) {
        logError(u"i.k.c.r.FlowExecutorInterface"_s,
                 u"[namespace: %1] [flow: %2] [execution: %3] Unable to read the flow: %4"_s.arg(
                     execution[u"namespace"].toString(), execution[u"flowId"].toString(),
                     execution[u"id"].toString(), stored ? stored->problem : u"not found"_s));
        return end(execution, u"FAILED"_s);
    }
    const QJsonArray tasks = stored->flow->flatTasks();
    QJsonArray runs = execution[u"taskRunList"].toArray();
    if (runs.size() >= tasks.size())
        return end(execution, u"SUCCESS"_s);
    const QJsonObject task = tasks[runs.size()].toObject();
    if (isCoreType(task[u"type"].toString(), u"flow.Pause") && !task.contains(u"delay") &&
        !task.contains(u"pauseDuration")) {
        m_context.executions.setState(execution, u"PAUSED"_s);
        return m_context.executions.update(execution);
    }
    QJsonObject run{{u"id"_s, newId()},
                    {u"executionId"_s, execution[u"id"]},
                    {u"namespace"_s, execution[u"namespace"]},
                    {u"flowId"_s, execution[u"flowId"]},
                    {u"taskId"_s, task[u"id"]}};
    if (execution.contains(u"tenantId"))
        run.insert(u"tenantId"_s, execution[u"tenantId"]);
    if (task.contains(u"loopValue"))
        run.insert(u"value"_s, task[u"loopValue"].toVariant().toString());
    m_context.executions.setState(run, u"CREATED"_s);
    runs.append(run);
    execution.insert(u"taskRunList"_s, runs);
    if (auto stored2 = m_context.executions.update(execution); !stored2)
        return stored2;
    return m_context.queue.send(Queue::Kind::WorkerJob, execution[u"id"].toString(),
                                {{u"type"_s, u"task"_s},
                                 {u"taskRun"_s, run},
                                 {u"task"_s, task},
                                 {u"inputs"_s, execution[u"inputs"]}});
}

Result<void> Executor::takeResult(const QJsonObject &result)
{
    const QJsonObject reported = result[u"taskRun"].toObject();
    const QString state = reported[u"state"][u"current"].toString();
    if (ExecutionStore::isEnded(state)) {
        if (auto gone = m_context.database.run(u"DELETE FROM worker_job_running WHERE \"key\" = ?"_s,
                                               {reported[u"id"].toString()});
            !gone)
            return std::unexpected(gone.error());
    }
    auto execution = m_context.executions.find(reported[u"executionId"].toString());
    if (!execution || execution->isEmpty() ||
        ExecutionStore::isEnded((*execution)[u"state"][u"current"].toString()))
        return execution ? Result<void>() : std::unexpected(execution.error());
    QJsonArray runs = (*execution)[u"taskRunList"].toArray();
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const QJsonObject known = runs[i].toObject();
        // A job that ran twice reports twice; only the first end counts.
        if (known[u"id"] != reported[u"id"] ||
            ExecutionStore::isEnded(known[u"state"][u"current"].toString()))
            continue;
        runs[i] = reported;
        execution->insert(u"taskRunList"_s, runs);
        if (state == u"SUCCESS"_s || state == u"WARNING"_s)
            return advance(*execution);
        return ExecutionStore::isEnded(state) ? end(*execution, state)
                                              : m_context.executions.update(*execution);
    }
    return {};
}

Result<void> Executor::end(QJsonObject &execution, const QString &state)
{
    m_context.executions.setState(execution, state);
    if (auto stored = m_context.executions.update(execution); !stored)
        return stored;
    logInfo(u"flow.%1.%2"_s.arg(execution[u"namespace"].toString(), execution[u"flowId"].toString()),
            u"[execution: %1] Flow completed with state %2 in %3"_s.arg(execution[u"id"].toString(), state)
                .arg(execution[u"state"][u"duration"].toDouble()));
    return fireFlowTriggers(execution);
}

Result<void> Executor::fireFlowTriggers(const QJsonObject &ended)
{
    const auto flows = m_context.flows.newest();
    if (!flows)
        return std::unexpected(flows.error());
    for (const StoredFlow &stored : *flows) {
        if (stored.deleted || !stored.flow || stored.flow->isDisabled())
            continue;
        for (const auto &entry : stored.flow->triggers()) {
            const QJsonObject trigger = entry.toObject();
            if (!isCoreType(trigger[u"type"].toString(), u"trigger.Flow") || trigger[u"disabled"].toBool() ||
                !fires(trigger, ended) || ++m_triggered > m_context.knobs.number(u"flow-trigger-limit"_s, 50))
                continue;
            QJsonObject execution = m_context.executions.make(stored.space, stored.id, stored.revision, {});
            execution.insert(u"trigger"_s,
                             QJsonObject{{u"id"_s, trigger[u"id"]},
                                         {u"type"_s, trigger[u"type"]},
                                         {u"variables"_s, QJsonObject{{u"executionId"_s, ended[u"id"]},
                                                                      {u"flowId"_s, ended[u"flowId"]}}}});
            if (auto made = m_context.executions.insert(execution); !made)
                return made;
            if (auto sent = m_context.queue.send(Queue::Kind::Execution, execution[u"id"].toString(),
                                                 {{u"id"_s, execution[u"id"]}});
                !sent)
                return sent;
        }
    }
    return {};
}

// Without any condition a Flow trigger fires at the end of every execution, its own included: what 2.0 makes
// of one whose `conditions` it dropped.
bool Executor::fires(const QJsonObject &trigger, const QJsonObject &ended) const
{
    const QString state = ended[u"state"][u"current"].toString();
    if (trigger.contains(u"when") && trigger[u"when"].toVariant().toString().contains(u"false"_s))
        return false;
    if (!lists(trigger[u"states"], state))
        return false;
    for (const auto &entry : trigger[u"conditions"].toArray()) {
        const QJsonObject condition = entry.toObject();
        const QString type = condition[u"type"].toString();
        if (type.contains(u"ExecutionStatus"_s) && !lists(condition[u"in"], state))
            return false;
        if (condition.contains(u"namespace") && condition[u"namespace"] != ended[u"namespace"])
            return false;
        if (condition.contains(u"flowId") && condition[u"flowId"] != ended[u"flowId"])
            return false;
        if (condition[u"expression"].toVariant().toString().contains(u"false"_s))
            return false;
    }
    const QJsonArray needed = trigger.contains(u"dependsOn") ? trigger[u"dependsOn"].toArray()
                                                             : trigger[u"preconditions"][u"flows"].toArray();
    for (const auto &entry : needed) {
        const QJsonObject flow = entry.toObject();
        const QJsonValue id = flow.contains(u"flowId") ? flow[u"flowId"] : flow[u"id"];
        if (flow[u"namespace"] == ended[u"namespace"] && (id.isUndefined() || id == ended[u"flowId"]) &&
            lists(flow[u"states"], state))
            return true;
    }
    return needed.isEmpty();
}

Result<void> Executor::watchServices()
{
    const auto rows = m_context.database.run(
        u"SELECT \"key\", \"value\" FROM service_instance WHERE state NOT IN ('EMPTY', 'INACTIVE', 'NOT_RUNNING')"_s);
    if (!rows)
        return std::unexpected(rows.error());
    const double timeout = m_context.configuration.seconds(u"kestra.server.liveness.timeout"_s, 45);
    const QString last = m_context.version.major() >= 1 ? u"INACTIVE"_s : u"EMPTY"_s;
    for (const SqlRow &row : rows->rows) {
        QJsonObject service = jsonObject(row[1]);
        const QString state = service[u"state"].toString();
        const double silent =
            double(QDateTime::fromString(service[u"updatedAt"].toString(), Qt::ISODateWithMs)
                       .msecsTo(QDateTime::currentDateTimeUtc())) /
            1000;
        const double grace = service[u"config"][u"terminationGracePeriod"].toDouble(300);
        const bool isWorker = service[u"type"].toString() == u"WORKER"_s;
        QString next;
        if ((state == u"RUNNING"_s || state == u"CREATED"_s || state == u"TERMINATING"_s) && silent > timeout)
            next = u"DISCONNECTED"_s;
        else if (state == u"DISCONNECTED"_s && silent > timeout + grace)
            next = last;
        else if (state == u"TERMINATED_FORCED"_s && isWorker && silent > qMin(grace, 7.0))
            next = last;
        else if (state == u"TERMINATED_GRACEFULLY"_s && isWorker && silent > 1.5)
            next = last;
        if (next.isEmpty())
            continue;
        if (isWorker && next == last && state != u"TERMINATED_GRACEFULLY"_s) {
            if (auto sent = resubmit(row[0].toString()); !sent)
                return sent;
        }
        // The moment of the last heartbeat stays: how long it has been silent is counted from there.
        service.insert(u"state"_s, next);
        if (auto done =
                m_context.database.run(u"UPDATE service_instance SET \"value\" = ? WHERE \"key\" = ?"_s,
                                       {serviceText(service), row[0]});
            !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> Executor::resubmit(const QString &workerId)
{
    logWarn(u"i.k.j.r.JdbcServiceLivenessCoordinator"_s,
            u"Trigger task restart for non-responding workers after termination grace period: [%1]."_s.arg(
                workerId));
    const QString column = m_context.version.major() >= 2 ? u"worker_uid"_s : u"worker_uuid"_s;
    const auto rows = m_context.database.run(
        u"SELECT \"key\", \"value\" FROM worker_job_running WHERE %1 = ?"_s.arg(column), {workerId});
    if (!rows)
        return std::unexpected(rows.error());
    return m_context.database.transaction([&]() -> Result<void> {
        for (const SqlRow &row : rows->rows) {
            const QJsonObject job = jsonObject(row[1])[u"job"].toObject();
            logWarn(u"i.k.j.r.JdbcServiceLivenessCoordinator"_s,
                    (m_context.version.major() >= 2 ? u"Resubmit WorkerTask [%1]"_s
                                                    : u"Re-emitting WorkerTask [%1]"_s)
                        .arg(row[0].toString()));
            if (auto sent = m_context.queue.send(Queue::Kind::WorkerJob,
                                                 job[u"taskRun"][u"executionId"].toString(), job);
                !sent)
                return sent;
            if (auto gone =
                    m_context.database.run(u"DELETE FROM worker_job_running WHERE \"key\" = ?"_s, {row[0]});
                !gone)
                return std::unexpected(gone.error());
        }
        return {};
    });
}
