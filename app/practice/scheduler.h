// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"

#include <QDateTime>
#include <QSet>

struct StoredFlow;

/// Starts executions of flows with a Schedule; what was missed while nothing ran is caught up one by one.
class Scheduler : public Part
{
    Q_OBJECT

public:
    explicit Scheduler(ServerContext &context)
        : Part(context, QStringLiteral("SCHEDULER"))
    {
    }

    QString startedLine() const override { return QStringLiteral("Scheduler started"); }
    Result<void> start() override;
    Result<bool> poll() override;

private:
    Result<void> evaluate(const StoredFlow &flow, const QJsonObject &trigger);
    Result<void> fire(const StoredFlow &flow, const QJsonObject &trigger, const QString &date);

    QSet<QString> m_complained;
};
