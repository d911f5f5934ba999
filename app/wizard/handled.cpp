// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/handled.h"

#include "app/installation/planparts.h"
#include "app/wizard/planner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Handled", text, "@info");
}

/// Which Kestra commands a finding asks for.
QList<QStringList> commandsOf(const QString &finding)
{
    const QStringList keys{u"migrate"_s, u"metadata"_s, u"kv"_s};
    const QStringList files{u"migrate"_s, u"metadata"_s, u"nsfiles"_s};
    if (finding == u"0.19/state-store")
        return {{u"sys"_s, u"state-store"_s, u"migrate"_s}};
    if (finding == u"0.23/tenant-oss")
        return {{u"migrate"_s, u"default-tenant"_s}};
    if (finding == u"1.1/kv-index")
        return {keys};
    if (finding == u"1.2/namespace-files-index")
        return {files};
    if (finding == u"1.3/metadata-still-needed")
        return {keys, files};
    return {};
}

std::optional<Handling> byCommands(const QList<QStringList> &wanted, const Version &from,
                                   const QList<Version> &route)
{
    Handling handling;
    QStringList spoken;
    Version before = from;
    for (const Version &stop : route) {
        for (const QStringList &words : hopMigrations(before, stop)) {
            if (!wanted.contains(words))
                continue;
            handling.stop = stop;
            handling.slug = words.join(u'-');
            spoken.append(u"`kestra %1`"_s.arg(words.join(u' ')));
        }
        before = stop;
    }
    if (spoken.size() != wanted.size())
        return std::nullopt;
    handling.text =
        tr("Handled by the plan: it runs %1 at %2.").arg(spoken.join(u", "_s), handling.stop.toString());
    return handling;
}

std::optional<Handling> byMove(const Version &from, const QList<Version> &route)
{
    Version before = from;
    for (const Version &stop : route) {
        if (movesStorage(before, stop))
            return Handling{
                tr("Handled by the plan: it moves the internal storage at %1.").arg(stop.toString()), stop,
                u"move-storage"_s};
        before = stop;
    }
    return std::nullopt;
}

/// 2.0 is entered from 1.3 alone, which is what the route is made to do.
std::optional<Handling> byStop(const Version &from, const QList<Version> &route)
{
    const auto isSecond = [](const Version &version) { return version >= Version::of(u"2.0.0-rc0"); };
    const auto isThird = [](const Version &version) { return version.major() == 1 && version.minor() == 3; };
    const auto door = std::ranges::find_if(route, isSecond);
    if (door == route.end())
        return std::nullopt;
    const Version last = door == route.begin() ? from : *std::prev(door);
    if (!isThird(last))
        return std::nullopt;
    if (door == route.begin())
        return Handling{tr("Handled already: %1 runs.").arg(last.toString()), {}, {}};
    return Handling{tr("Handled by the plan: it stops at %1 on the way.").arg(last.toString()), last,
                    u"set-version"_s};
}

} // namespace

QHash<QString, Handling> handledFindings(const QList<Finding> &findings, const Version &from,
                                         const QList<Version> &route)
{
    QHash<QString, Handling> handled;
    for (const Finding &finding : findings) {
        if (finding.verdict != Verdict::Hits)
            continue;
        const QList<QStringList> commands = commandsOf(finding.id);
        std::optional<Handling> found;
        if (!commands.isEmpty())
            found = byCommands(commands, from, route);
        else if (finding.id == u"2.0/newest-13-first")
            found = byStop(from, route);
        else if (finding.id == u"0.23/storage-below-tenant")
            found = byMove(from, route);
        if (found)
            handled.insert(finding.id, *found);
    }
    return handled;
}

QString stepOf(const Plan &plan, const Handling &handling)
{
    const auto step = std::ranges::find_if(plan.steps, [&](const Step &one) {
        return !handling.slug.isEmpty() && one.phase == hopPhase(handling.stop) &&
               one.id.endsWith(u'-' + handling.slug);
    });
    return step == plan.steps.end() ? QString() : step->id;
}
