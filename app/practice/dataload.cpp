// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/dataload.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/metadata.h"
#include "app/practice/practicefolder.h"
#include "app/practice/servercontext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr int daySeconds = 24 * 3600;

QJsonObject state(const QString &current, const QDateTime &from, double seconds, bool inMilliseconds)
{
    const auto at = [&from](double after) {
        return from.addMSecs(qint64(after * 1000)).toString(Qt::ISODateWithMs);
    };
    const auto entry = [](const QString &name, const QString &date) {
        return QJsonObject{{u"state"_s, name}, {u"date"_s, date}};
    };
    return {{u"current"_s, current},
            {u"histories"_s, QJsonArray{entry(u"CREATED"_s, at(0)), entry(u"RUNNING"_s, at(0.05)),
                                        entry(current, at(seconds))}},
            {u"startDate"_s, at(0)},
            {u"endDate"_s, at(seconds)},
            {u"duration"_s, inMilliseconds ? seconds * 1000 : seconds}};
}

Result<void> put(Database &database, const QString &table, const QString &key, const QJsonObject &value)
{
    auto done = database.run(u"INSERT INTO %1 (\"key\", \"value\") VALUES (?, ?)"_s.arg(table),
                             {key, jsonText(value)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> putEnded(ServerContext &context, const StoredFlow &flow, int number)
{
    static constexpr std::array states{u"SUCCESS", u"SUCCESS", u"SUCCESS", u"SUCCESS",
                                       u"WARNING", u"FAILED",  u"SUCCESS", u"KILLED"};
    const QDateTime from =
        QDateTime::currentDateTimeUtc().addSecs(-daySeconds - (qint64(number) * 977) % (29 * daySeconds));
    const QString current = QString::fromUtf16(states[size_t(number) % states.size()]);
    const double seconds = 0.4 + (number % 50) / 10.0;
    const bool second = context.version.major() >= 2;
    QJsonObject execution =
        context.executions.make(flow.space, flow.id, flow.revision, {{u"name"_s, u"row %1"_s.arg(number)}});
    const QJsonObject common{{u"namespace"_s, flow.space},
                             {u"flowId"_s, flow.id},
                             {u"tenantId"_s, execution[u"tenantId"]},
                             {u"executionId"_s, execution[u"id"]},
                             {u"taskId"_s, u"greet"_s}};
    QJsonObject run = common;
    run.insert(u"id"_s, newId());
    run.insert(u"state"_s, state(current, from, seconds, second));
    execution.insert(u"taskRunList"_s, QJsonArray{run});
    execution.insert(u"state"_s, state(current, from, seconds, second));
    if (auto done = context.executions.insert(execution); !done)
        return done;
    QJsonObject log = common;
    log.insert(u"taskRunId"_s, run[u"id"]);
    log.insert(u"timestamp"_s, from.toString(Qt::ISODateWithMs));
    log.insert(u"level"_s, u"INFO"_s);
    log.insert(u"thread"_s, u"worker"_s);
    log.insert(u"message"_s, u"Hello row %1"_s.arg(number));
    if (context.version < Version::of(u"1.3"))
        log.insert(u"deleted"_s, false);
    if (auto done = put(context.database, u"logs"_s, newId(), log); !done)
        return done;
    QJsonObject metric = common;
    metric.insert(u"name"_s, u"rows"_s);
    metric.insert(u"value"_s, number);
    metric.insert(u"timestamp"_s, from.toString(Qt::ISODateWithMs));
    return put(context.database, u"metrics"_s, newId(), metric);
}

Result<void> putRunning(ServerContext &context, const StoredFlow &flow)
{
    const QJsonObject execution = context.executions.make(flow.space, flow.id, flow.revision, {});
    if (auto done = context.executions.insert(execution); !done)
        return done;
    return context.queue.send(Queue::Kind::Execution, execution[u"id"].toString(),
                              {{u"id"_s, execution[u"id"]}});
}

Result<void> putFiles(ServerContext &context, const QString &space)
{
    for (const QString &key : {u"greeting"_s, u"last-report"_s}) {
        if (auto done = context.storage.write(context.storage.kvFile(space, key),
                                              "\"value of " + key.toUtf8() + "\"");
            !done)
            return done;
        if (context.version < Version::of(u"1.1"))
            continue;
        if (auto done = addToIndex(context.database, MetadataKind::KeyValue, space, key); !done)
            return done;
    }
    for (const QString &path : {u"/queries/report.sql"_s, u"/README.md"_s}) {
        if (auto done = context.storage.write(context.storage.namespaceFile(space, path),
                                              "-- " + path.toUtf8() + "\nselect 1;\n");
            !done)
            return done;
        if (context.version < Version::of(u"1.2"))
            continue;
        if (auto done = addToIndex(context.database, MetadataKind::NamespaceFile, space, path); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> loadData(const PracticeFolder &folder, int executions, int running)
{
    auto configuration = Configuration::load(folder.file(u"application.yaml"_s), folder.path());
    if (!configuration)
        return std::unexpected(configuration.error());
    auto database = Database::open(*configuration);
    if (!database)
        return std::unexpected(database.error());
    ServerContext context(**database, folder.version(), *configuration, {});
    const auto hello = context.flows.find(u"practice.daily"_s, u"hello"_s);
    const auto sleeper = context.flows.find(u"practice.daily"_s, u"long-sleep"_s);
    if (!hello)
        return failure(ErrorKind::Blocked,
                       QCoreApplication::translate(
                           "DataLoad", "%1 has no flows yet: start it once with \"up\".", "@error")
                           .arg(folder.path()));
    return (*database)->transaction([&]() -> Result<void> {
        for (int i = 0; i < executions; ++i) {
            if (auto done = putEnded(context, *hello, i); !done)
                return done;
        }
        for (int i = 0; sleeper && i < running; ++i) {
            if (auto done = putRunning(context, *sleeper); !done)
                return done;
        }
        return putFiles(context, hello->space);
    });
}
