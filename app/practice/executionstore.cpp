// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/executionstore.h"

#include "app/practice/database.h"
#include "app/practice/json.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

QJsonObject ExecutionStore::make(const QString &space, const QString &flowId, int revision,
                                 const QJsonObject &inputs) const
{
    QJsonObject execution{{u"id"_s, newId()},
                          {u"namespace"_s, space},
                          {u"flowId"_s, flowId},
                          {u"flowRevision"_s, revision},
                          {u"taskRunList"_s, QJsonArray()},
                          {u"inputs"_s, inputs},
                          {u"deleted"_s, false}};
    if (m_version >= Version::of(u"0.23"))
        execution.insert(u"tenantId"_s, u"main"_s);
    if (m_version.major() >= 1)
        execution.insert(u"kind"_s, u"NORMAL"_s);
    setState(execution, u"CREATED"_s);
    return execution;
}

void ExecutionStore::setState(QJsonObject &holder, const QString &state) const
{
    QJsonObject whole = holder[u"state"].toObject();
    QJsonArray histories = whole[u"histories"].toArray();
    const QString now = jsonNow();
    histories.append(QJsonObject{{u"state"_s, state}, {u"date"_s, now}});
    whole.insert(u"current"_s, state);
    whole.insert(u"histories"_s, histories);
    if (histories.size() == 1)
        whole.insert(u"startDate"_s, now);
    if (isEnded(state)) {
        const double ms = double(QDateTime::fromString(whole[u"startDate"].toString(), Qt::ISODateWithMs)
                                     .msecsTo(QDateTime::currentDateTimeUtc()));
        whole.insert(u"endDate"_s, now);
        whole.insert(u"duration"_s, m_version.major() >= 2 ? ms : ms / 1000);
    }
    holder.insert(u"state"_s, whole);
}

Result<void> ExecutionStore::insert(const QJsonObject &execution)
{
    auto done = m_database.run(u"INSERT INTO executions (\"key\", \"value\") VALUES (?, ?)"_s,
                               {execution[u"id"].toString(), jsonText(execution)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> ExecutionStore::update(const QJsonObject &execution)
{
    auto done = m_database.run(u"UPDATE executions SET \"value\" = ? WHERE \"key\" = ?"_s,
                               {jsonText(execution), execution[u"id"].toString()});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<QJsonObject> ExecutionStore::find(const QString &id)
{
    const auto rows = m_database.run(u"SELECT \"value\" FROM executions WHERE \"key\" = ?"_s, {id});
    if (!rows)
        return std::unexpected(rows.error());
    return rows->rows.isEmpty() ? QJsonObject() : jsonObject(rows->rows.first().first());
}

Result<ExecutionPage> ExecutionStore::search(const ExecutionQuery &query)
{
    QStringList conditions{u"1 = 1"_s};
    SqlRow values;
    if (!query.states.isEmpty()) {
        // Names were checked against states(), so they can stand in the text; an enum takes no bound list.
        conditions.append(u"state_current IN ('%1')"_s.arg(query.states.join(u"', '"_s)));
    }
    if (!query.space.isEmpty()) {
        conditions.append(u"(namespace = ? OR namespace LIKE ?)"_s);
        values << query.space << query.space + u".%"_s;
    }
    if (!query.flowId.isEmpty()) {
        conditions.append(u"flow_id = ?"_s);
        values << query.flowId;
    }
    const QString where = conditions.join(u" AND "_s);
    const auto total = m_database.run(u"SELECT COUNT(*) FROM executions WHERE "_s + where, values);
    if (!total)
        return std::unexpected(total.error());
    const auto rows = m_database.run(
        u"SELECT \"value\" FROM executions WHERE %1 ORDER BY start_date DESC LIMIT %2 OFFSET %3"_s.arg(where)
            .arg(query.size)
            .arg((query.page - 1) * query.size),
        values);
    if (!rows)
        return std::unexpected(rows.error());
    ExecutionPage page;
    page.total = total->rows.first().first().toLongLong();
    for (const SqlRow &row : rows->rows)
        page.results.append(jsonObject(row.first()));
    return page;
}

Result<bool> ExecutionStore::remove(const QString &id, bool logs, bool metrics)
{
    bool existed = false;
    auto done = m_database.transaction([&]() -> Result<void> {
        QStringList tables{u"executions WHERE \"key\" = ?"_s, u"queues WHERE \"key\" = ?"_s};
        if (logs)
            tables.append(u"logs WHERE execution_id = ?"_s);
        if (metrics)
            tables.append(u"metrics WHERE execution_id = ?"_s);
        for (const QString &table : tables) {
            if (auto gone = m_database.run(u"DELETE FROM "_s + table, {id}); !gone)
                return std::unexpected(gone.error());
            existed = existed || (table == tables.first() && m_database.changed() > 0);
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return existed;
}

bool ExecutionStore::isEnded(const QString &state)
{
    return state == u"SUCCESS"_s || state == u"WARNING"_s || state == u"FAILED"_s || state == u"KILLED"_s ||
           state == u"CANCELLED"_s || state == u"RETRIED"_s || state == u"SKIPPED"_s;
}

QStringList ExecutionStore::states() const
{
    QStringList known{u"CREATED"_s, u"RUNNING"_s,  u"PAUSED"_s, u"RESTARTED"_s, u"KILLING"_s,
                      u"SUCCESS"_s, u"WARNING"_s,  u"FAILED"_s, u"KILLED"_s,    u"CANCELLED"_s,
                      u"QUEUED"_s,  u"RETRYING"_s, u"RETRIED"_s};
    if (m_version >= Version::of(u"0.20"))
        known.append(u"SKIPPED"_s);
    if (m_version.major() >= 1)
        known << u"BREAKPOINT"_s << u"RESUBMITTED"_s;
    if (m_version.major() >= 2)
        known.append(u"SUBMITTED"_s);
    return known;
}
