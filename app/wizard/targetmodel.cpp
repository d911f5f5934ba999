// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/targetmodel.h"

#include "app/installation/imagetag.h"
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
               ? tr("Upgrade to %1", "@title").arg(target().toString())
               : tr("Where to go from %1", "@title").arg(m_session->installation.version.toString());
}

QString TargetModel::subtitle() const
{
    const QString every = tr("Every stop is the newest patch of its line.", "@info");
    const Version &now = m_session->installation.version;
    if (!target().isValid() || !now.isValid())
        return every;
    return tr("%1: %2. %n hop(s) to %3.", "@info", static_cast<int>(m_session->route.size()))
               .arg(now.line(), supportText(m_engine->catalogue(), now, QDate::currentDate()),
                    target().toString()) +
           u' ' + every;
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

QList<VariantRow> TargetModel::variants() const
{
    if (m_session->installation.images.isEmpty() || !target().isValid())
        return {};
    const QString now = m_session->installation.images.first().tag;
    const QString kept = targetTag(now, m_session->installation.version, target());
    // Both variants of the target, by way of the two names they have had all along.
    const QString with = targetTag(u"v1.0.0"_s, Version::of(u"1.0.0"), target());
    const QString without = targetTag(u"v1.0.0-no-plugins"_s, Version::of(u"1.0.0"), target());
    QList<VariantRow> rows;
    for (const QString &tag : {with, without}) {
        VariantRow row;
        row.tag = tag;
        row.chosen = tag == kept;
        QString what = tag == with
                           ? tr("With all plugins.", "@info")
                           : tr("Without plugins: each one that a flow uses is installed by you.", "@info");
        if (tag == without && tag.endsWith(u"-slim"))
            what += u' ' + tr("Was called -no-plugins until 1.3.", "@info");
        row.words = what + u' ' +
                    (row.chosen ? tr("The same as what runs now.", "@info")
                                : tr("Not what runs now, so the plan does not take it.", "@info"));
        rows.append(row);
    }
    std::ranges::stable_sort(rows, {}, [](const VariantRow &row) { return row.chosen ? 0 : 1; });
    return rows;
}

QString TargetModel::variantNote() const
{
    if (m_session->installation.images.isEmpty())
        return target().isValid() ? tr("There is no image here: the program itself becomes %1.", "@info")
                                        .arg(target().toString())
                                  : QString();
    const ImageUse &image = m_session->installation.images.first();
    if (isExactTag(image.tag))
        return tr("Your file says %1; the plan writes the new tag in its place.", "@info").arg(image.tag);
    return tr("Your file says %1. The plan writes an exact tag instead: a rolling one brings another version "
              "at any restart.",
              "@info")
        .arg(image.tag.isEmpty() ? tr("no tag, which means latest", "@info") : image.tag);
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
