// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/standalonechecks.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("StandaloneChecks", text, "@info", count);
}

/// 21 of "21.0.8", 8 of "1.8.0_402".
int majorOf(const QString &java)
{
    const QString number = java.startsWith(u"1.") ? java.section(u'.', 1, 1) : java.section(u'.', 0, 0);
    return number.toInt();
}

/// Another Java of the machine that a stop could run on.
QString otherJava(const Installation &installation, int needed)
{
    const QJsonArray others = installation.details[u"java"_s][u"others"_s].toArray();
    for (const QJsonValue &other : others) {
        if (majorOf(other[u"version"_s].toString()) >= needed)
            return tr("%1 (%2)").arg(other[u"program"_s].toString(), other[u"version"_s].toString());
    }
    return {};
}

CheckResult java(const Installation &installation, const Route &route)
{
    CheckResult check{u"java"_s, tr("Java fits every stop"), CheckVerdict::Pass, {}, {}, false};
    const int here = majorOf(installation.javaVersion);
    int needed = 0;
    QStringList lines;
    for (const RouteStop &stop : route.stops) {
        needed = std::max(needed, stop.java);
        lines.append(here >= stop.java
                         ? tr("%1 needs Java %2: it is there.").arg(stop.version.toString()).arg(stop.java)
                         : tr("%1 needs Java %2: it is not what Kestra runs on.")
                               .arg(stop.version.toString())
                               .arg(stop.java));
    }
    const QString program = installation.details[u"java"_s][u"program"_s].toString();
    lines.append(here > 0 ? tr("Kestra runs on %1 (%2).").arg(program, installation.javaVersion)
                          : tr("Which Java Kestra runs on was not seen."));
    check.message = lines.join(u' ');
    if (here >= needed)
        return check;
    const QString other = otherJava(installation, needed);
    check.verdict = here == 0 ? CheckVerdict::Unknown : CheckVerdict::Fail;
    check.remedy = other.isEmpty() ? tr("Install Java %1 and let Kestra run on it first.").arg(needed)
                                   : tr("Let Kestra run on %1 first, by PATH in its unit or environment: "
                                        "restart it once on the old version and look again.")
                                         .arg(other);
    return check;
}

CheckResult rights(const Installation &installation)
{
    CheckResult check{u"rights"_s, tr("We may stop and start its units"), CheckVerdict::Pass, {}, {}, false};
    const QJsonArray units = installation.details.value(u"units"_s).toArray();
    const bool isRoot = installation.details.value(u"root"_s).toBool();
    check.message = units.isEmpty() ? tr("No unit of systemd starts it.") : tr("We are root there.");
    if (units.isEmpty() || isRoot)
        return check;
    check.verdict = CheckVerdict::Fail;
    check.message = tr("Its units belong to the machine, and only root may stop them and edit their files.");
    check.remedy = tr("Run this as root, or over SSH as somebody who may use sudo.");
    return check;
}

CheckResult plugins(const Installation &installation)
{
    CheckResult check{u"plugins"_s, tr("Plugins fit the new version"), CheckVerdict::Pass, {}, {}, false};
    const QString folder = installation.details.value(u"pluginsFolder"_s).toString();
    check.message = tr("No plugins lie in %1.").arg(folder);
    if (installation.plugins.isEmpty())
        return check;
    const int count = static_cast<int>(installation.plugins.size());
    check.verdict = CheckVerdict::Warn;
    check.message = tr("%n plugin(s) of the old version lie in %1 and are left alone: ", count).arg(folder) +
                    installation.plugins.first(std::min(count, 12)).join(u", "_s) +
                    (count > 12 ? u", …"_s : u"."_s);
    check.remedy =
        tr("Look up for each which version fits the target, and install that beside or instead with "
           "`kestra plugins install` of the new program once it runs.");
    return check;
}

} // namespace

QList<CheckResult> standaloneChecks(const Installation &installation, const Route &route)
{
    return {java(installation, route), rights(installation), plugins(installation)};
}
