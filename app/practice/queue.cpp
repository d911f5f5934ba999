// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/queue.h"

#include "app/practice/database.h"
#include "app/practice/json.h"

#include <array>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QStringView, 5> kindNames{
    u"io.kestra.core.models.executions.Execution", u"io.kestra.core.runners.WorkerJob",
    u"io.kestra.core.runners.WorkerTaskResult", u"io.kestra.core.models.executions.LogEntry",
    u"io.kestra.core.models.executions.MetricEntry"};
constexpr std::array<QStringView, 3> consumerNames{u"executor", u"worker", u"indexer"};

} // namespace

Result<void> Queue::send(Kind kind, const QString &key, const QJsonObject &value)
{
    const QString name = kindNames[size_t(kind)].toString();
    auto done =
        m_second
            ? m_database.run(
                  u"INSERT INTO queues (\"type\", routing_key, \"key\", \"value\") VALUES (?, ?, ?, ?)"_s,
                  {name, key, key, jsonText(value)})
            : m_database.run(
                  u"INSERT INTO queues (\"type\", \"key\", \"value\", consumer_group) VALUES (?, ?, ?, NULL)"_s,
                  {name, key, jsonText(value)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<QList<Queue::Message>> Queue::waiting(const QList<Kind> &kinds, Consumer consumer, int limit)
{
    QStringList names;
    for (Kind kind : kinds)
        names.append(u"'%1'"_s.arg(kindNames[size_t(kind)]));
    QString sql = u"SELECT \"offset\", \"type\", \"value\" FROM queues WHERE \"type\" IN (%1)"_s.arg(
        names.join(u", "_s));
    if (!m_second)
        sql += u" AND consumer_%1 = FALSE AND consumer_group IS NULL"_s.arg(consumerNames[size_t(consumer)]);
    const auto rows = m_database.run(sql + u" ORDER BY \"offset\" LIMIT %1"_s.arg(limit));
    if (!rows)
        return std::unexpected(rows.error());
    QList<Message> messages;
    for (const SqlRow &row : rows->rows) {
        Message message{row[0].toLongLong(), Kind::Execution, jsonObject(row[2])};
        for (Kind kind : kinds) {
            if (kindNames[size_t(kind)] == row[1].toString())
                message.kind = kind;
        }
        messages.append(message);
    }
    return messages;
}

Result<bool> Queue::take(qint64 offset)
{
    auto done = m_database.run(u"DELETE FROM queues WHERE \"offset\" = ?"_s, {offset});
    if (!done)
        return std::unexpected(done.error());
    return m_database.changed() == 1;
}
