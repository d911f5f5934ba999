// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/worker.h"

#include "app/practice/database.h"
#include "app/practice/expression.h"
#include "app/practice/json.h"
#include "app/practice/log.h"
#include "app/practice/servercontext.h"

#include <QFile>
#include <QTimer>

using namespace Qt::StringLiterals;

Worker::Worker(ServerContext &context, int threads)
    : Part(context, u"WORKER"_s)
    , m_threads(threads)
{
}

QString Worker::startedLine() const
{
    return u"Worker started with %1 thread(s)"_s.arg(m_threads);
}

QList<QJsonObject> Worker::running() const
{
    QList<QJsonObject> all;
    for (const Job &job : m_jobs)
        all.append({{u"type"_s, u"task"_s}, {u"taskRun"_s, job.message[u"taskRun"]}});
    return all;
}

Result<bool> Worker::poll()
{
    const int room = m_threads - int(m_jobs.size());
    if (m_drain || room <= 0)
        return false;
    const auto messages = m_context.queue.waiting({Queue::Kind::WorkerJob}, Queue::Consumer::Worker, room);
    if (!messages)
        return std::unexpected(messages.error());
    for (const Queue::Message &message : *messages) {
        bool mine = false;
        auto done = m_context.database.transaction([&]() -> Result<void> {
            const auto taken = m_context.queue.take(message.offset);
            if (!taken)
                return std::unexpected(taken.error());
            mine = *taken;
            return mine ? begin(message.value) : Result<void>();
        });
        if (!done)
            return std::unexpected(done.error());
        if (mine)
            perform(message.value[u"taskRun"][u"id"].toString());
    }
    return messages->size() == room && room > 1;
}

Result<void> Worker::begin(const QJsonObject &message)
{
    QJsonObject started = message;
    QJsonObject run = message[u"taskRun"].toObject();
    m_context.executions.setState(run, u"RUNNING"_s);
    started.insert(u"taskRun"_s, run);
    const QString id = run[u"id"].toString();
    const QString instance = m_instance.id();
    const QJsonObject row{{u"type"_s, u"task"_s},
                          {u"job"_s, message},
                          {u"taskRun"_s, run},
                          {u"workerInstance"_s, QJsonObject{{u"workerUuid"_s, instance}}},
                          {u"workerUid"_s, instance}};
    if (auto done = m_context.database.run(
            u"INSERT INTO worker_job_running (\"key\", \"value\") VALUES (?, ?)"_s, {id, jsonText(row)});
        !done)
        return std::unexpected(done.error());
    m_jobs.insert(id, {started, nullptr});
    return report(started, u"RUNNING"_s, {});
}

void Worker::perform(const QString &runId)
{
    const QJsonObject task = m_jobs[runId].message[u"task"].toObject();
    const QString type = task[u"type"].toString();
    double seconds = 0;
    if (isCoreType(type, u"flow.Sleep"))
        seconds = durationSeconds(task[u"duration"].toVariant().toString(), 1);
    else if (isCoreType(type, u"flow.Pause"))
        seconds = durationSeconds(task[task.contains(u"delay") ? u"delay" : u"pauseDuration"].toString(), 1);
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    m_jobs[runId].timer = timer;
    connect(timer, &QTimer::timeout, this, [this, runId, task] {
        QJsonObject outputs;
        const QString state = act(task, m_jobs[runId].message[u"taskRun"].toObject(), outputs);
        finish(runId, state, outputs);
    });
    timer->start(int(seconds * 1000));
}

// What the task does, when its time is up; gives the end state.
QString Worker::act(const QJsonObject &task, const QJsonObject &run, QJsonObject &outputs)
{
    const QString type = task[u"type"].toString();
    if (m_context.knobs.fails(u"execution"_s)) {
        say(run, u"ERROR"_s, u"Task failed on request"_s);
        return u"FAILED"_s;
    }
    const ExpressionScope scope{run, m_jobs[run[u"id"].toString()].message[u"inputs"].toObject(), task,
                                m_context.version};
    if (isCoreType(type, u"flow.Sleep") || isCoreType(type, u"flow.Pause"))
        return u"SUCCESS"_s;
    if (isCoreType(type, u"execution.Exit")) {
        const QString state = task[u"state"].toString(u"SUCCESS"_s);
        return state == u"CANCELED"_s && m_context.version.major() >= 2 ? u"FAILED"_s : state;
    }
    const bool isLog = isCoreType(type, u"log.Log") || isCoreType(type, u"debug.Echo");
    const bool isReturn = isCoreType(type, u"debug.Return");
    const bool isWrite = isCoreType(type, u"storage.Write");
    const bool isKv = isCoreType(type, u"kv.Set");
    if (!isLog && !isReturn && !isWrite && !isKv) {
        say(run, u"ERROR"_s, u"Invalid type: "_s + type);
        return u"FAILED"_s;
    }
    const QString source = task[isWrite                     ? u"content"
                                : isKv                      ? u"value"
                                : task.contains(u"message") ? u"message"
                                                            : u"format"]
                               .toVariant()
                               .toString();
    const auto text = rendered(source, scope);
    if (!text) {
        say(run, u"ERROR"_s, text.error().message);
        return u"FAILED"_s;
    }
    if (isLog) {
        say(run, task[u"level"].toString(u"INFO"_s), *text);
    } else if (isReturn) {
        outputs.insert(u"value"_s, *text);
    } else {
        const QString path =
            isKv ? m_context.storage.kvFile(run[u"namespace"].toString(), task[u"key"].toString())
                 : u"%1/tasks/%2/%3/%4.txt"_s.arg(
                       m_context.storage.executionFolder({{u"namespace"_s, run[u"namespace"]},
                                                          {u"flowId"_s, run[u"flowId"]},
                                                          {u"id"_s, run[u"executionId"]}}),
                       run[u"taskId"].toString(), run[u"id"].toString(), newId());
        if (auto written = m_context.storage.write(path, text->toUtf8()); !written) {
            say(run, u"ERROR"_s, written.error().message);
            return u"FAILED"_s;
        }
        if (isWrite)
            outputs.insert(u"uri"_s, m_context.storage.uriOfFile(path));
    }
    return u"SUCCESS"_s;
}

void Worker::say(const QJsonObject &run, const QString &level, const QString &text)
{
    QJsonObject entry{{u"namespace"_s, run[u"namespace"]}, {u"flowId"_s, run[u"flowId"]},
                      {u"taskId"_s, run[u"taskId"]},       {u"executionId"_s, run[u"executionId"]},
                      {u"taskRunId"_s, run[u"id"]},        {u"attemptNumber"_s, 0},
                      {u"timestamp"_s, jsonNow()},         {u"level"_s, level},
                      {u"thread"_s, u"worker"_s},          {u"message"_s, text}};
    if (run.contains(u"tenantId"))
        entry.insert(u"tenantId"_s, run[u"tenantId"]);
    m_context.queue.send(Queue::Kind::LogEntry, run[u"executionId"].toString(), entry);
}

void Worker::finish(const QString &runId, const QString &state, const QJsonObject &outputs)
{
    const Job job = m_jobs.take(runId);
    if (job.timer)
        job.timer->deleteLater();
    auto done = m_context.database.transaction([&]() -> Result<void> {
        const QJsonObject run = job.message[u"taskRun"].toObject();
        if (auto sent = report(job.message, state, outputs); !sent)
            return sent;
        return m_context.queue.send(Queue::Kind::MetricEntry, run[u"executionId"].toString(),
                                    {{u"namespace"_s, run[u"namespace"]},
                                     {u"flowId"_s, run[u"flowId"]},
                                     {u"taskId"_s, run[u"taskId"]},
                                     {u"executionId"_s, run[u"executionId"]},
                                     {u"taskRunId"_s, runId},
                                     {u"name"_s, u"worker.ended"_s},
                                     {u"value"_s, 1},
                                     {u"timestamp"_s, jsonNow()},
                                     {u"tenantId"_s, run[u"tenantId"]}});
    });
    if (!done)
        Q_EMIT broken(done.error());
}

Result<void> Worker::report(const QJsonObject &message, const QString &state, const QJsonObject &outputs)
{
    QJsonObject run = message[u"taskRun"].toObject();
    if (run[u"state"][u"current"].toString() != state)
        m_context.executions.setState(run, state);
    if (!outputs.isEmpty())
        run.insert(u"outputs"_s, outputs);
    return m_context.queue.send(Queue::Kind::WorkerTaskResult, run[u"executionId"].toString(),
                                {{u"taskRun"_s, run}});
}

void Worker::beginStop()
{
    m_drain = new QTimer(this);
    connect(m_drain, &QTimer::timeout, this, &Worker::drain);
    m_drain->start(100);
}

void Worker::drain()
{
    if (m_jobs.isEmpty()) {
        m_drain->stop();
        logInfo(u"i.k.c.runners.Worker"_s, u"All working threads are terminated."_s);
        Q_EMIT finished(true);
        return;
    }
    if (qRound(m_drained * 10) % 10 == 0)
        logWarn(u"i.k.c.runners.Worker"_s,
                u"Waiting for all worker threads to terminate (remaining: %1)."_s.arg(m_jobs.size()));
    m_drained += 0.1;
    // 2.0 waits ten seconds whatever the grace period says.
    const double limit = m_context.version.major() >= 2 ? qMin(m_context.grace, 10.0) : m_context.grace;
    if (m_drained > limit)
        force();
}

void Worker::force()
{
    m_drain->stop();
    logWarn(u"i.k.c.runners.Worker"_s,
            u"Worker still has some pending threads after `terminationGracePeriod`. Forcing shutdown now."_s);
    // Before 1.0 a cut task is a failed one; later versions leave its row for the executor to run it again.
    if (m_context.version.major() < 1) {
        const QStringList cut = m_jobs.keys();
        for (const QString &id : cut)
            finish(id, u"FAILED"_s);
    }
    Q_EMIT finished(false);
}
