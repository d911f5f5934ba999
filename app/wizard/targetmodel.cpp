// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/targetmodel.h"

#include "app/wizard/engine.h"
#include "app/wizard/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

TargetModel::TargetModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
{
}

QString TargetModel::title() const
{
    return target().isValid()
               ? tr("To %1, over %n stop(s)", "@title", static_cast<int>(m_session->route.size()))
                     .arg(target().toString())
               : tr("Where to go from %1", "@title").arg(m_session->installation.version.toString());
}

QString TargetModel::subtitle() const
{
    return tr("Every stop is the newest patch of its line. The reason for each stands beside it.", "@info");
}

QString TargetModel::railText() const
{
    return target().isValid() ? tr("%1, %n hop(s)", "@status", static_cast<int>(m_session->route.size()))
                                    .arg(target().toString())
                              : tr("not chosen yet", "@status");
}

bool TargetModel::isReady() const
{
    return target().isValid() && !m_session->route.isEmpty();
}

QString TargetModel::notReadyReason() const
{
    return tr("Choose a version first", "@info");
}

QList<LineRow> TargetModel::lines() const
{
    QList<LineRow> rows;
    const Version &current = m_session->installation.version;
    for (const ReleaseLine &line : m_engine->catalogue().lines()) {
        LineRow row;
        row.line = line.name;
        row.newest = line.newest;
        row.firstDate = line.firstDate;
        row.supportEnd = line.supportEnd;
        row.lts = line.longTerm;
        row.current = current.isValid() && current.line() == line.name;
        row.onRoute = std::ranges::any_of(m_session->route,
                                          [&](const Version &stop) { return stop.line() == line.name; });
        row.stateText = supportText(m_engine->catalogue(), line.newest, QDate::currentDate());
        rows.prepend(row);
    }
    return rows;
}

QList<Version> TargetModel::versions() const
{
    QList<Version> list;
    for (const Version &version : m_engine->catalogue().versions()) {
        if (version > m_session->installation.version)
            list.append(version);
    }
    return list;
}

QList<StopRow> TargetModel::stops() const
{
    QList<StopRow> rows;
    if (const auto route = m_engine->route(m_session->installation.version, target())) {
        for (const RouteStop &stop : route->stops)
            rows.append({stop.version, stop.why});
    }
    return rows;
}

Version TargetModel::target() const
{
    return m_session->target;
}

QString TargetModel::variantText() const
{
    for (const ImageUse &image : m_session->installation.images) {
        if (image.tag.endsWith(u"-slim") || image.tag.endsWith(u"-no-plugins"))
            return tr("The image without plugins stays one without plugins.", "@info");
    }
    return m_session->installation.images.isEmpty()
               ? QString()
               : tr("The image with all plugins stays one with all plugins.", "@info");
}

void TargetModel::choose(const Version &version)
{
    clearError();
    const auto route = m_engine->route(m_session->installation.version, version);
    if (!route) {
        showError(route.error());
        Q_EMIT changed();
        return;
    }
    QList<Version> stops;
    for (const RouteStop &stop : route->stops)
        stops.append(stop.version);
    m_session->setTarget(version, stops);
    Q_EMIT targetChanged();
    Q_EMIT changed();
}
