// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/serviceinstance.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/servercontext.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

ServiceInstance::ServiceInstance(ServerContext &context, const QString &type)
    : m_context(context)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_type(type)
{
}

Result<void> ServiceInstance::create()
{
    const QJsonObject server{
        {u"id"_s, m_id},
        {u"type"_s, m_context.isStandalone ? u"STANDALONE"_s : u"SERVER"_s},
        {u"version"_s, m_context.version.toString()},
        {u"hostname"_s, QSysInfo::machineHostName()},
        {u"props"_s, QJsonObject{{u"server.port"_s, QString::number(m_context.port)},
                                 {u"server.management.port"_s, QString::number(m_context.managementPort)}}},
        {u"metrics"_s, QJsonArray()}};
    const QString strategy = m_context.configuration.value(u"kestra.server.worker-task-restart-strategy"_s,
                                                           u"AFTER_TERMINATION_GRACE_PERIOD"_s);
    m_row = {{u"id"_s, m_id},
             {u"type"_s, m_type},
             {u"state"_s, u"CREATED"_s},
             {u"server"_s, server},
             {u"createdAt"_s, jsonNow()},
             {u"updatedAt"_s, jsonNow()},
             {u"events"_s, QJsonArray()},
             {u"config"_s, QJsonObject{{u"terminationGracePeriod"_s, m_context.grace},
                                       {u"workerTaskRestartStrategy"_s, strategy}}},
             {u"props"_s, QJsonObject()},
             {u"metrics"_s, QJsonArray()},
             {u"seqId"_s, 0}};
    auto done = m_context.database.run(u"INSERT INTO service_instance (\"key\", \"value\") VALUES (?, ?)"_s,
                                       {m_id, serviceText(m_row)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> ServiceInstance::setState(const QString &state)
{
    if (m_row.isEmpty())
        return {};
    QJsonArray events = m_row[u"events"].toArray();
    events.append(
        QJsonObject{{u"ts"_s, jsonNow()}, {u"type"_s, u"service.state.updated"_s}, {u"state"_s, state}});
    m_row.insert(u"events"_s, events);
    m_row.insert(u"state"_s, state);
    return write();
}

Result<void> ServiceInstance::beat()
{
    return m_row.isEmpty() ? Result<void>() : write();
}

Result<void> ServiceInstance::write()
{
    m_row.insert(u"updatedAt"_s, jsonNow());
    m_row.insert(u"seqId"_s, m_row[u"seqId"].toInt() + 1);
    auto done = m_context.database.run(u"UPDATE service_instance SET \"value\" = ? WHERE \"key\" = ?"_s,
                                       {serviceText(m_row), m_id});
    return done ? Result<void>() : std::unexpected(done.error());
}

QString serviceText(const QJsonObject &row)
{
    static const QRegularExpression grace(u"\"terminationGracePeriod\":([0-9.]+)"_s);
    QString text = jsonText(row);
    if (const auto match = grace.match(text); match.hasMatch())
        text.replace(match.capturedStart(1), match.capturedLength(1),
                     QString::number(match.captured(1).toDouble(), 'f', 9));
    return text;
}
