// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/api.h"
#include "app/practice/servercontext.h"
#include "app/practice/zip.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QJsonObject shown(const StoredFlow &stored, bool withSource)
{
    QJsonObject json = stored.flow ? stored.flow->json() : QJsonObject{{u"exception"_s, stored.problem}};
    json.insert(u"id"_s, stored.id);
    json.insert(u"namespace"_s, stored.space);
    json.insert(u"revision"_s, stored.revision);
    json.insert(u"deleted"_s, stored.deleted);
    if (withSource)
        json.insert(u"source"_s, stored.source);
    return json;
}

} // namespace

HttpResponse Api::flows(const HttpRequest &request, const QStringList &at)
{
    if (at.value(1) == u"validate"_s && request.method == "POST")
        return validateFlows(request);
    if (at.value(1) == u"search"_s)
        return listFlows(request, false);
    if (at.value(1) == u"export"_s)
        return listFlows(request, true);
    if (request.method == "POST" || request.method == "PUT")
        return saveFlow(request, at);
    if (at.size() != 3)
        return error(404, u"Not Found"_s, request.path);
    if (request.method == "DELETE") {
        const auto removed = m_context.flows.remove(at[1], at[2]);
        if (!removed)
            return failed(removed.error(), request.path);
        return *removed ? HttpResponse::empty(204) : error(404, u"Not Found"_s, request.path);
    }
    const auto stored = m_context.flows.find(at[1], at[2]);
    if (!stored || stored->deleted)
        return error(404, u"Not Found"_s, request.path);
    return HttpResponse::json(shown(*stored, request.flag(u"source"_s, false)));
}

HttpResponse Api::saveFlow(const HttpRequest &request, const QStringList &at)
{
    const QString source = QString::fromUtf8(request.body);
    const auto flow = Flow::readStrict(source, m_context.version);
    if (!flow)
        return failed(flow.error(), request.path);
    const auto known = m_context.flows.find(flow->space(), flow->id());
    const bool exists = known && !known->deleted;
    if (request.method == "POST" && exists)
        return error(422, u"Illegal argument: id: Flow id already exists"_s, request.path);
    if (request.method == "PUT" &&
        (!exists || at.size() != 3 || at[1] != flow->space() || at[2] != flow->id()))
        return error(404, u"Not Found"_s, request.path);
    const auto revision = m_context.flows.save(source);
    if (!revision)
        return failed(revision.error(), request.path);
    const auto stored = m_context.flows.find(flow->space(), flow->id());
    return stored ? HttpResponse::json(shown(*stored, true))
                  : error(500, u"Internal Server Error"_s, request.path);
}

HttpResponse Api::validateFlows(const HttpRequest &request) const
{
    static const QRegularExpression gap(u"^---\\s*$"_s, QRegularExpression::MultilineOption);
    QJsonArray results;
    for (const QString &source : QString::fromUtf8(request.body).split(gap, Qt::SkipEmptyParts)) {
        const auto flow = Flow::readStrict(source, m_context.version);
        QJsonObject entry{{u"index"_s, results.size()}};
        if (flow) {
            entry.insert(u"flow"_s, flow->id());
            entry.insert(u"namespace"_s, flow->space());
            for (const QString &list : {u"deprecationPaths"_s, u"warnings"_s, u"infos"_s})
                entry.insert(list, QJsonArray());
            entry.insert(u"outdated"_s, false);
        } else {
            entry.insert(u"constraints"_s, flow.error().message);
        }
        results.append(entry);
    }
    return HttpResponse::json(results);
}

HttpResponse Api::listFlows(const HttpRequest &request, bool asZip)
{
    const auto all = m_context.flows.newest();
    if (!all)
        return failed(all.error(), request.path);
    const QStringList spaces = request.filter(u"namespace"_s) + request.values(u"namespace"_s);
    QJsonArray results;
    QList<std::pair<QString, QByteArray>> files;
    for (const StoredFlow &stored : *all) {
        const bool wanted = spaces.isEmpty() || std::ranges::any_of(spaces, [&stored](const QString &space) {
                                return stored.space == space || stored.space.startsWith(space + u'.');
                            });
        if (stored.deleted || !wanted)
            continue;
        results.append(shown(stored, false));
        files.append({u"%1.%2.yml"_s.arg(stored.space, stored.id), stored.source.toUtf8()});
    }
    if (asZip)
        return HttpResponse::text(storedZip(files), "application/octet-stream");
    return HttpResponse::json(QJsonObject{{u"results"_s, results}, {u"total"_s, results.size()}});
}
