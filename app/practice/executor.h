// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"
#include "app/practice/queue.h"

/// Moves executions from task to task, starts Flow triggers, gives the work of dead workers to others.
class Executor : public Part
{
    Q_OBJECT

public:
    explicit Executor(ServerContext &context);

    QString startedLine() const override;
    int pollMilliseconds() const override { return 250; }
    Result<bool> poll() override;

private:
    Result<void> handle(const Queue::Message &message);
    Result<void> begin(QJsonObject execution);
    Result<void> takeResult(const QJsonObject &result);
    Result<void> advance(QJsonObject &execution);
    Result<void> end(QJsonObject &execution, const QString &state);
    Result<void> fireFlowTriggers(const QJsonObject &ended);
    bool fires(const QJsonObject &trigger, const QJsonObject &ended) const;
    Result<void> watchServices();
    Result<void> resubmit(const QString &workerId);

    qint64 m_nextWatch = 0;
    int m_triggered = 0;
};
