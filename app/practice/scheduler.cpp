// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/scheduler.h"

#include "app/practice/cron.h"
#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/log.h"
#include "app/practice/servercontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

Result<void> Scheduler::start()
{
    auto polled = poll();
    return polled ? Result<void>() : std::unexpected(polled.error());
}

Result<bool> Scheduler::poll()
{
    const auto flows = m_context.flows.newest();
    if (!flows)
        return std::unexpected(flows.error());
    for (const StoredFlow &stored : *flows) {
        if (stored.deleted)
            continue;
        if (!stored.flow) {
            if (!m_complained.contains(stored.space + u'.' + stored.id)) {
                m_complained.insert(stored.space + u'.' + stored.id);
                logWarn(u"i.k.s.AbstractScheduler"_s,
                        u"Unable to read the flow %1.%2, its triggers are ignored: %3"_s.arg(
                            stored.space, stored.id, stored.problem));
            }
            continue;
        }
        if (stored.flow->isDisabled())
            continue;
        for (const auto &entry : stored.flow->triggers()) {
            const QJsonObject trigger = entry.toObject();
            if (!isCoreType(trigger[u"type"].toString(), u"trigger.Schedule") ||
                trigger[u"disabled"].toBool())
                continue;
            if (auto done = evaluate(stored, trigger); !done)
                return std::unexpected(done.error());
        }
    }
    return false;
}

Result<void> Scheduler::evaluate(const StoredFlow &flow, const QJsonObject &trigger)
{
    const auto cron = Cron::parse(trigger[u"cron"].toString(), trigger[u"withSeconds"].toBool());
    if (!cron)
        return {};
    const bool second = m_context.version.major() >= 2;
    const QString dateKey = second ? u"nextEvaluationDate"_s : u"nextExecutionDate"_s;
    // Asked for by name, so that a schema of another line is noticed.
    const QString dateColumn = second ? u"next_evaluation_date"_s : u"next_execution_date"_s;
    const QString key =
        u"%1_%2_%3_%4"_s.arg(m_context.version >= Version::of(u"0.23") ? u"main"_s : u"null"_s, flow.space,
                             flow.id, trigger[u"id"].toString());
    const auto rows = m_context.database.run(
        u"SELECT \"value\", %1 FROM triggers WHERE \"key\" = ?"_s.arg(dateColumn), {key});
    if (!rows)
        return std::unexpected(rows.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (rows->rows.isEmpty()) {
        QJsonObject row{
            {u"namespace"_s, flow.space},     {u"flowId"_s, flow.id},
            {u"triggerId"_s, trigger[u"id"]}, {u"date"_s, jsonNow()},
            {u"disabled"_s, false},           {dateKey, cron->next(now).toString(Qt::ISODateWithMs)}};
        if (m_context.version >= Version::of(u"0.23"))
            row.insert(u"tenantId"_s, u"main"_s);
        auto done = m_context.database.run(u"INSERT INTO triggers (\"key\", \"value\") VALUES (?, ?)"_s,
                                           {key, jsonText(row)});
        return done ? Result<void>() : std::unexpected(done.error());
    }
    QJsonObject row = jsonObject(rows->rows.first().first());
    const QDateTime due = QDateTime::fromString(row[dateKey].toString(), Qt::ISODateWithMs);
    if (row[u"disabled"].toBool() || !due.isValid() || due > now)
        return {};
    return m_context.database.transaction([&]() -> Result<void> {
        row.insert(dateKey, cron->next(due).toString(Qt::ISODateWithMs));
        row.insert(u"updatedDate"_s, jsonNow());
        if (second)
            row.insert(u"lastTriggeredDate"_s, jsonNow());
        auto done = m_context.database.run(u"UPDATE triggers SET \"value\" = ? WHERE \"key\" = ?"_s,
                                           {jsonText(row), key});
        return done ? fire(flow, trigger, due.toString(Qt::ISODateWithMs)) : std::unexpected(done.error());
    });
}

Result<void> Scheduler::fire(const StoredFlow &flow, const QJsonObject &trigger, const QString &date)
{
    for (const auto &condition : trigger[u"conditions"].toArray()) {
        if (condition[u"expression"].toVariant().toString().contains(u"false"_s))
            return {};
    }
    if (trigger[u"when"].toVariant().toString().contains(u"false"_s))
        return {};
    QJsonObject execution =
        m_context.executions.make(flow.space, flow.id, flow.revision, trigger[u"inputs"].toObject());
    execution.insert(u"trigger"_s, QJsonObject{{u"id"_s, trigger[u"id"]},
                                               {u"type"_s, trigger[u"type"]},
                                               {u"variables"_s, QJsonObject{{u"date"_s, date}}}});
    if (auto made = m_context.executions.insert(execution); !made)
        return made;
    return m_context.queue.send(Queue::Kind::Execution, execution[u"id"].toString(),
                                {{u"id"_s, execution[u"id"]}});
}
