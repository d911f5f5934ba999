// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

struct ServerContext;

/// The row of one part in `service_instance`: its states and the heartbeat every 3 seconds.
class ServiceInstance
{
public:
    ServiceInstance(ServerContext &context, const QString &type);

    Result<void> create();
    Result<void> setState(const QString &state);
    Result<void> beat();
    QString id() const { return m_id; }
    QString type() const { return m_type; }
    QString state() const { return m_row[u"state"].toString(); }

private:
    Result<void> write();

    ServerContext &m_context;
    QString m_id;
    QString m_type;
    QJsonObject m_row;
};

/// The JSON of a service row as text; durations keep Kestra's nine decimals.
QString serviceText(const QJsonObject &row);
