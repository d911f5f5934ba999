// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/route.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("Route", text, kind);
}

Result<void> checkEnds(const Version &from, const Version &to, const Catalogue &catalogue)
{
    if (!from.isValid() || !to.isValid())
        return failure(ErrorKind::BadInput, tr("This is no version: name one such as 1.3.44.", "@error"));
    if (from == to)
        return failure(ErrorKind::Usage,
                       tr("%1 is already what runs: choose another target.", "@error").arg(to.toString()));
    if (to < from)
        return failure(
            ErrorKind::Usage,
            tr("%1 is older than %2. Kestra cannot go back by an upgrade: restore a backup of that version "
               "instead.",
               "@error")
                .arg(to.toString(), from.toString()));
    const ReleaseLine *line = catalogue.line(to);
    if (!line)
        return failure(
            ErrorKind::NotFound,
            tr("There is no known Kestra %1. The newest known version is %2; refresh the list of releases if "
               "it came out lately.",
               "@error")
                .arg(to.toString(), catalogue.newest().toString()));
    if (!catalogue.knows(to))
        return failure(ErrorKind::NotFound, tr("There is no known Kestra %1. The newest known patch of %2 is "
                                               "%3; refresh the list of releases "
                                               "if it came out lately.",
                                               "@error")
                                                .arg(to.toString(), line->name, line->newest.toString()));
    return {};
}

/// The 1.3 line counts for somebody who runs an older patch of it: 2.0 starts only from its newest.
bool isStopBetween(const ReleaseLine &line, const Version &from, const Version &to)
{
    if (!line.stop || line.name == to.line() || line.newest > to || line.newest <= from)
        return false;
    return line.name != from.line() || (line.name == u"1.3" && to.major() >= 2);
}

QStringList commandsBetween(const Version &from, const Version &to, const Catalogue &catalogue)
{
    QStringList commands;
    for (const ReleaseLine &line : catalogue.lines()) {
        if (line.first <= from || line.first > to)
            continue;
        for (const DigestItem &item : line.digest) {
            if (item.kind == u"run" && !item.command.isEmpty() && !commands.contains(item.command))
                commands.append(item.command);
        }
    }
    return commands;
}

QList<DigestItem> digestBetween(const Version &from, const Version &to, const Catalogue &catalogue)
{
    QList<DigestItem> items;
    for (const ReleaseLine &line : catalogue.lines()) {
        if (line.first > from && line.first <= to)
            items += line.digest;
    }
    return items;
}

QString reasonOfStop(const ReleaseLine &line, const Version &from)
{
    if (line.name == from.line())
        return tr("Newest patch of %1, the line that runs now: %2.").arg(line.name, line.why);
    return tr("Newest patch of %1: %2.").arg(line.name, line.why);
}

QString reasonOfTarget(const Version &to, const Version &previous, const ReleaseLine &line)
{
    if (previous.line() == to.line())
        return tr("The target: a patch of the same line, no stop is needed.");
    if (line.stop && !line.why.isEmpty())
        return tr("The target: %1.").arg(line.why);
    return tr("The target.");
}

QStringList warningsOf(const Version &to, const Catalogue &catalogue)
{
    QStringList warnings;
    const ReleaseLine *line = catalogue.line(to);
    if (const WithdrawnVersion *withdrawn = catalogue.withdrawn(to))
        warnings.append(
            tr("%1 is risky: %2 Take %3.").arg(to.toString(), withdrawn->reason, line->newest.toString()));
    else if (to < line->newest)
        warnings.append(
            tr("%1 is not the newest patch of its line: a late patch of an older line can bring database "
               "scripts that it does not know. The newest is %2.")
                .arg(to.toString(), line->newest.toString()));
    if (to.isPreRelease())
        warnings.append(
            tr("%1 is a pre-release: a database that it migrated cannot be taken over by the final one.")
                .arg(to.toString()));
    return warnings;
}

} // namespace

Result<Route> planRoute(const Version &from, const Version &to, const Catalogue &catalogue)
{
    if (const Result<void> checked = checkEnds(from, to, catalogue); !checked)
        return std::unexpected(checked.error());
    Route route{from, to, {}, warningsOf(to, catalogue)};
    Version previous = from;
    const auto add = [&](const Version &version, const ReleaseLine &line, const QString &why) {
        route.stops.append({version, why, line.java, commandsBetween(previous, version, catalogue),
                            digestBetween(previous, version, catalogue)});
        previous = version;
    };
    if (from.line() != to.line()) {
        for (const ReleaseLine &line : catalogue.lines()) {
            if (isStopBetween(line, from, to))
                add(line.newest, line, reasonOfStop(line, from));
        }
    }
    const ReleaseLine *line = catalogue.line(to);
    add(to, *line, reasonOfTarget(to, previous, *line));
    return route;
}

Result<void> checkSingleHop(const Version &from, const Version &to, const Catalogue &catalogue)
{
    const Result<Route> route = planRoute(from, to, catalogue);
    if (!route)
        return std::unexpected(route.error());
    if (route->stops.size() == 1)
        return {};
    const RouteStop &stop = route->stops.constFirst();
    return failure(ErrorKind::Blocked,
                   tr("%1 cannot be reached from %2 in one step: stop at %3 first. %4", "@error")
                       .arg(to.toString(), from.toString(), stop.version.toString(), stop.why));
}

QJsonObject Route::toJson() const
{
    QJsonArray list;
    for (const RouteStop &stop : stops) {
        list.append(QJsonObject{{u"version"_s, stop.version.toString()},
                                {u"why"_s, stop.why},
                                {u"java"_s, stop.java},
                                {u"commands"_s, QJsonArray::fromStringList(stop.commands)}});
    }
    return {{u"from"_s, from.toString()},
            {u"to"_s, to.toString()},
            {u"stops"_s, list},
            {u"warnings"_s, QJsonArray::fromStringList(warnings)}};
}
