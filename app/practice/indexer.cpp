// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/indexer.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/servercontext.h"

using namespace Qt::StringLiterals;

Result<bool> Indexer::poll()
{
    constexpr int batch = 200;
    const auto messages = m_context.queue.waiting({Queue::Kind::LogEntry, Queue::Kind::MetricEntry},
                                                  Queue::Consumer::Indexer, batch);
    if (!messages || messages->isEmpty())
        return messages ? Result<bool>(false) : std::unexpected(messages.error());
    auto done = m_context.database.transaction([&]() -> Result<void> {
        for (const Queue::Message &message : *messages) {
            const auto mine = m_context.queue.take(message.offset);
            if (!mine)
                return std::unexpected(mine.error());
            if (!*mine)
                continue;
            const bool isLog = message.kind == Queue::Kind::LogEntry;
            QJsonObject value = message.value;
            // The column `deleted` of logs is there, and not null, up to 1.2.
            if (isLog && m_context.version < Version::of(u"1.3"))
                value.insert(u"deleted"_s, false);
            auto stored = m_context.database.run(
                u"INSERT INTO %1 (\"key\", \"value\") VALUES (?, ?)"_s.arg(isLog ? u"logs"_s : u"metrics"_s),
                {newId(), jsonText(value)});
            if (!stored)
                return failure(ErrorKind::Failed,
                               isLog ? u"[LogEntry] "_s + stored.error().message : stored.error().message);
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return messages->size() == batch;
}
