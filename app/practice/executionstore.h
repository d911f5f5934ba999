// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

class Database;

/// What a search asks for; empty means everything.
struct ExecutionQuery {
    QStringList states;
    QString space;
    QString flowId;
    int page = 1;
    int size = 10;
};

struct ExecutionPage {
    QList<QJsonObject> results;
    qint64 total = 0;
};

/// The table `executions` and the shape of an execution's JSON.
class ExecutionStore
{
public:
    ExecutionStore(Database &database, const Version &version)
        : m_database(database)
        , m_version(version)
    {
    }

    /// A new execution in state CREATED, not stored yet.
    QJsonObject make(const QString &space, const QString &flowId, int revision,
                     const QJsonObject &inputs) const;
    /// Appends to the histories; end states get an end date and a duration.
    void setState(QJsonObject &holder, const QString &state) const;

    Result<void> insert(const QJsonObject &execution);
    Result<void> update(const QJsonObject &execution);
    /// Empty object when there is none.
    Result<QJsonObject> find(const QString &id);
    Result<ExecutionPage> search(const ExecutionQuery &query);
    /// Row, logs, metrics and what still waits in the queue.
    Result<bool> remove(const QString &id, bool logs, bool metrics);

    static bool isEnded(const QString &state);
    /// All states that the version knows.
    QStringList states() const;

private:
    Database &m_database;
    Version m_version;
};
