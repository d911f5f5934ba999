// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/flowstore.h"

#include "app/base/durablefile.h"
#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/log.h"

#include <QDir>

using namespace Qt::StringLiterals;

Result<QList<StoredFlow>> FlowStore::newest()
{
    const auto count = m_database.run(u"SELECT COUNT(*) FROM flows"_s);
    if (!count)
        return std::unexpected(count.error());
    if (const qint64 now = count->rows.first().first().toLongLong(); now == m_count)
        return m_newest;
    else
        m_count = now;
    const auto rows = m_database.run(u"SELECT \"value\" FROM flows ORDER BY namespace, id, revision"_s);
    if (!rows)
        return std::unexpected(rows.error());
    m_newest.clear();
    for (const SqlRow &row : rows->rows) {
        const QJsonObject json = jsonObject(row.first());
        StoredFlow stored{json[u"namespace"].toString(),
                          json[u"id"].toString(),
                          json[u"tenantId"].toString(),
                          json[u"source"].toString(),
                          json[u"revision"].toInt(),
                          json[u"deleted"].toBool(),
                          {},
                          {}};
        if (!m_newest.isEmpty() && m_newest.last().space == stored.space && m_newest.last().id == stored.id)
            m_newest.removeLast();
        m_newest.append(stored);
    }
    for (StoredFlow &stored : m_newest) {
        if (auto flow = Flow::readStored(stored.source, m_version))
            stored.flow = *flow;
        else
            stored.problem = flow.error().message;
    }
    return m_newest;
}

std::optional<StoredFlow> FlowStore::find(const QString &space, const QString &id)
{
    const auto all = newest();
    if (!all)
        return {};
    for (const StoredFlow &stored : *all) {
        if (stored.space == space && stored.id == id)
            return stored;
    }
    return {};
}

Result<int> FlowStore::save(const QString &source)
{
    const auto flow = Flow::readStrict(source, m_version);
    if (!flow)
        return std::unexpected(flow.error());
    const auto known = find(flow->space(), flow->id());
    if (known && !known->deleted && known->source == source)
        return known->revision;
    StoredFlow next{flow->space(), flow->id(), {}, source, known ? known->revision + 1 : 1, false, *flow, {}};
    if (auto done = insert(next); !done)
        return std::unexpected(done.error());
    return next.revision;
}

Result<bool> FlowStore::remove(const QString &space, const QString &id)
{
    auto known = find(space, id);
    if (!known || known->deleted)
        return false;
    ++known->revision;
    known->deleted = true;
    if (auto done = insert(*known); !done)
        return std::unexpected(done.error());
    return true;
}

Result<void> FlowStore::insert(const StoredFlow &flow)
{
    QJsonObject json = flow.flow ? flow.flow->json() : QJsonObject();
    json.insert(u"id"_s, flow.id);
    json.insert(u"namespace"_s, flow.space);
    json.insert(u"revision"_s, flow.revision);
    json.insert(u"deleted"_s, flow.deleted);
    json.insert(u"source"_s, flow.source);
    if (m_version >= Version::of(u"0.23"))
        json.insert(u"tenantId"_s, u"main"_s);
    const QString key =
        u"%1_%2_%3_%4"_s.arg(json[u"tenantId"].toString(u"null"_s), flow.space, flow.id).arg(flow.revision);
    auto done =
        m_database.run(u"INSERT INTO flows (\"key\", \"value\") VALUES (?, ?)"_s, {key, jsonText(json)});
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> FlowStore::loadFolder(const QString &folder)
{
    QDir flows(folder);
    for (const QString &name : flows.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name)) {
        const auto bytes = readWhole(flows.filePath(name));
        if (!bytes)
            continue;
        const auto saved = save(QString::fromUtf8(*bytes));
        if (saved)
            continue;
        if (saved.error().kind != ErrorKind::BadInput)
            return std::unexpected(saved.error());
        logWarn(u"i.k.c.r.LocalFlowRepositoryLoader"_s,
                u"Unable to create flow from %1: %2"_s.arg(name, saved.error().message));
    }
    return {};
}
