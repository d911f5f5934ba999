// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QJsonObject>
#include <QList>
#include <QString>

class Database;

/// The table `queues`, in the shape this version knows: a binary of 1.3 asks the table of 2.0 for columns
/// that are gone and fails, as the real one does. Rows leave the table when they are consumed.
class Queue
{
public:
    enum class Kind { Execution, WorkerJob, WorkerTaskResult, LogEntry, MetricEntry };
    enum class Consumer { Executor, Worker, Indexer };

    struct Message {
        qint64 offset = 0;
        Kind kind = Kind::Execution;
        QJsonObject value;
    };

    Queue(Database &database, const Version &version)
        : m_database(database)
        , m_second(version.major() >= 2)
    {
    }

    Result<void> send(Kind kind, const QString &key, const QJsonObject &value);
    Result<QList<Message>> waiting(const QList<Kind> &kinds, Consumer consumer, int limit);
    /// True for exactly one of several consumers.
    Result<bool> take(qint64 offset);

private:
    Database &m_database;
    bool m_second;
};
