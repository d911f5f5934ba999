// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/status.h"

#include "app/practice/daemon.h"
#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/migrator.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

// The newest row of each type that the process behind this port has written; the worst state counts.
QString serviceState(Database &database, int port, const QDateTime &notBefore)
{
    const auto rows =
        database.run(u"SELECT \"value\" FROM service_instance ORDER BY created_at DESC LIMIT 200"_s);
    if (!rows)
        return {};
    QHash<QString, QString> newest;
    for (const SqlRow &row : rows->rows) {
        const QJsonObject service = jsonObject(row.first());
        const QString type = service[u"type"].toString();
        if (service[u"server"][u"props"][u"server.port"].toString().toInt() != port || newest.contains(type))
            continue;
        const QDateTime created = QDateTime::fromString(service[u"createdAt"].toString(), Qt::ISODateWithMs);
        if (!notBefore.isValid() || created >= notBefore)
            newest.insert(type, service[u"state"].toString());
    }
    for (const QString &state : std::as_const(newest)) {
        if (state != u"RUNNING"_s)
            return state;
    }
    return newest.isEmpty() ? QString() : u"RUNNING"_s;
}

} // namespace

ComponentStatus componentStatus(const PracticeFolder &folder, Database *database, const QString &component,
                                const QDateTime &notBefore)
{
    ComponentStatus status{
        component, u"stopped"_s, {}, daemonPid(folder, component), folder.ports(component)};
    if (database)
        status.service = serviceState(*database, status.ports.server, notBefore);
    if (status.pid == 0)
        return status;
    if (status.service == u"RUNNING"_s)
        status.state = u"running"_s;
    else if (status.service == u"TERMINATING"_s)
        status.state = u"stopping"_s;
    else if (status.service.isEmpty() || status.service == u"CREATED"_s)
        status.state = u"starting"_s;
    else
        status.state = u"dead"_s;
    return status;
}

QJsonObject statusDocument(const PracticeFolder &folder)
{
    std::unique_ptr<Database> database;
    if (QFileInfo::exists(folder.databaseFile())) {
        if (auto opened = Database::openFile(folder.databaseFile(), true))
            database = std::move(*opened);
    }
    const QString schema = database ? Migrator::schemaVersion(*database) : QString();
    QJsonArray components;
    for (const QString &name : folder.components()) {
        const ComponentStatus status = componentStatus(folder, database.get(), name);
        components.append(QJsonObject{{u"name"_s, name},
                                      {u"state"_s, status.state},
                                      {u"pid"_s, status.pid ? QJsonValue(status.pid) : QJsonValue()},
                                      {u"port"_s, status.ports.server},
                                      {u"managementPort"_s, status.ports.management},
                                      {u"service"_s, status.service}});
    }
    return {{u"version"_s, folder.version().toString()},
            {u"mode"_s, folder.isSeparate() ? u"separate"_s : u"all"_s},
            {u"components"_s, components},
            {u"schemaVersion"_s, schema},
            {u"database"_s, QJsonObject{{u"kind"_s, u"sqlite"_s},
                                        {u"path"_s, folder.databaseFile()},
                                        {u"schemaVersion"_s, schema}}}};
}

QString statusText(const QJsonObject &document)
{
    QString text = u"Kestra %1, schema %2\n"_s.arg(document[u"version"].toString(),
                                                   document[u"schemaVersion"].toString(u"-"_s));
    for (const auto &entry : document[u"components"].toArray())
        text += u"  %1 %2 pid %3  port %4, management %5\n"_s.arg(
            entry[u"name"].toString().leftJustified(11), entry[u"state"].toString().leftJustified(9),
            entry[u"pid"].isNull() ? u"-"_s : QString::number(entry[u"pid"].toInteger()),
            QString::number(entry[u"port"].toInt()), QString::number(entry[u"managementPort"].toInt()));
    return text;
}
