// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/preflight.h"

#include "app/wizard/standalonechecks.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return QCoreApplication::translate("Preflight", text, kind, count);
}

CheckResult versionSeen(const Installation &installation)
{
    CheckResult check{
        u"version-seen"_s, tr("The running version was seen"), CheckVerdict::Pass, {}, {}, false};
    check.message = tr("%1 was seen running.").arg(installation.version.toString());
    if (!installation.version.isValid()) {
        check.verdict = CheckVerdict::Fail;
        check.blocking = true;
        check.message = tr("Which version runs is not known.");
        check.remedy = tr("Start Kestra and look again, or say the version with --from.");
    } else if (installation.versionAssumed) {
        check.verdict = CheckVerdict::Unknown;
        check.message = tr("%1 was not seen running; it was handed in or read from a tag.")
                            .arg(installation.version.toString());
        check.remedy = tr("Start Kestra and look again.");
    }
    return check;
}

CheckResult componentsRun(const Installation &installation)
{
    CheckResult check{u"components-running"_s, tr("Every component runs"), CheckVerdict::Pass, {}, {}, false};
    QStringList notRunning;
    for (const ComponentState &state : installation.components) {
        if (state.state != u"running")
            notRunning.append(tr("%1 (%2)").arg(state.name, state.state));
    }
    check.message = tr("%n component(s) run.", "@info", int(installation.components.size()));
    if (installation.components.isEmpty()) {
        check.verdict = CheckVerdict::Unknown;
        check.message = tr("Which components run was not seen.");
        check.remedy = tr("Start Kestra and look again.");
    } else if (!notRunning.isEmpty()) {
        check.verdict = CheckVerdict::Warn;
        check.message =
            tr("Not running: %1. It will be started with the new version.").arg(notRunning.join(u", "_s));
    }
    return check;
}

CheckResult oneVersion(const Installation &installation)
{
    CheckResult check{u"one-version"_s,
                      tr("All components are of one version"),
                      CheckVerdict::Pass,
                      tr("No mixed versions were seen."),
                      {},
                      false};
    for (const ComponentState &state : installation.components) {
        if (!state.version.isValid() || state.version == installation.version)
            continue;
        check.verdict = CheckVerdict::Fail;
        check.message = tr("%1 is %2, the installation is %3.")
                            .arg(state.name, state.version.toString(), installation.version.toString());
        check.remedy = tr("Bring all components to one version before upgrading.");
    }
    return check;
}

CheckResult login(const Installation &installation)
{
    CheckResult check{u"api-login"_s, tr("The API lets us in"), CheckVerdict::Pass, {}, {}, false};
    check.message =
        tr("%1 answers and the login works; a trial execution can be run.").arg(installation.api.url);
    if (installation.api.url.isEmpty() || !installation.api.loginWorks) {
        check.verdict = CheckVerdict::Unknown;
        check.message = installation.api.url.isEmpty() ? tr("The API is not reachable from here.")
                                                       : tr("No login for the API is known to work.");
        check.remedy = tr("Give the user and password of the web page; without them no trial execution can "
                          "prove that the new version works.");
    }
    return check;
}

CheckResult risks(const Route &route)
{
    CheckResult check{u"route"_s,
                      tr("The way is a safe one"),
                      CheckVerdict::Pass,
                      tr("Every stop is the newest known patch of its line."),
                      {},
                      false};
    if (!route.warnings.isEmpty()) {
        check.verdict = CheckVerdict::Warn;
        check.message = route.warnings.join(u' ');
    }
    return check;
}

/// Where the engine does not answer nothing can be stopped or started, whatever is accepted.
CheckResult engineAnswers(const Installation &installation)
{
    CheckResult check{
        u"engine"_s, tr("The container engine answers"), CheckVerdict::Pass, tr("It answered."), {}, true};
    for (const Unknown &unknown : installation.unknown) {
        if (unknown.fact != u"engine")
            continue;
        check.verdict = CheckVerdict::Fail;
        check.message = unknown.reason;
        check.remedy = unknown.remedy;
    }
    return check;
}

/// A file that was changed since would be tried for the first time behind the one-way door.
CheckResult fileRuns(const Installation &installation)
{
    CheckResult check{u"file-runs"_s,
                      tr("What runs was made from the files as they are"),
                      CheckVerdict::Pass,
                      tr("Every variable is the one its container was made with."),
                      {},
                      false};
    const QJsonValue changed = installation.details.value(u"changedVariables"_s);
    if (changed.isUndefined()) {
        check.verdict = CheckVerdict::Unknown;
        check.message = tr("Compose did not say what it would run.");
        check.remedy = tr("Install Docker Compose, or mend the file, and look again.");
    } else if (!changed.toArray().isEmpty()) {
        QStringList names;
        for (const QJsonValue &name : changed.toArray())
            names.append(name.toString());
        check.verdict = CheckVerdict::Fail;
        check.message =
            tr("Changed in the files since the container was made: %1. A password or an address in it was "
               "never tried.")
                .arg(names.join(u", "_s));
        check.remedy =
            tr("Put the old value back, or see that Kestra starts with the new one, then look again.");
    }
    return check;
}

/// Whoever kills the process sooner than Kestra's own grace ends cuts tasks off: they end FAILED, or run
/// twice.
CheckResult grace(const Installation &installation)
{
    CheckResult check{
        u"grace"_s, tr("Whoever stops it waits as long as Kestra does"), CheckVerdict::Pass, {}, {}, false};
    const int own = installation.graceSeconds;
    QHash<QString, int> outer;
    const QJsonObject stops = installation.details.value(u"stopSeconds"_s).toObject();
    for (auto it = stops.begin(); it != stops.end(); ++it)
        outer.insert(it.key(), it.value().toInt());
    const QJsonArray workloads = installation.details.value(u"workloads"_s).toArray();
    for (const QJsonValue &workload : workloads)
        outer.insert(workload[u"name"_s].toString(), workload[u"graceSeconds"_s].toInt());
    QStringList shorter;
    for (const auto &[name, seconds] : outer.asKeyValueRange()) {
        // -1: it waits for ever.
        if (seconds >= 0 && seconds < own)
            shorter.append(tr("%1 is killed after %2 s").arg(name).arg(seconds));
    }
    shorter.sort();
    if (installation.kind == InstallationKind::Practice) {
        check.message = tr("Kestra gives its tasks %1 s, and nobody else stops it.").arg(own);
    } else if (outer.isEmpty()) {
        check.verdict = CheckVerdict::Warn;
        check.message = tr("Kestra gives its tasks %1 s; how long its platform waits was not seen.").arg(own);
        check.remedy = tr("See that whoever stops Kestra waits longer than that.");
    } else if (shorter.isEmpty()) {
        check.message = tr("Kestra gives its tasks %1 s, and its platform waits at least as long.").arg(own);
    } else {
        // These drivers write the longer limit before anything is stopped.
        const bool mended = installation.kind == InstallationKind::Compose ||
                            installation.kind == InstallationKind::Standalone;
        check.verdict = mended ? CheckVerdict::Warn : CheckVerdict::Fail;
        check.message = tr("Kestra gives its tasks %1 s, but %2.").arg(own).arg(shorter.join(u", "_s));
        check.remedy = mended ? tr("The plan writes a longer limit before it stops anything.")
                              : tr("Raise it above %1 s; tasks that run longer would be cut off.").arg(own);
    }
    return check;
}

/// A fact that could not be had and without which nothing can be done, as a check of its own.
CheckResult known(const Installation &installation, const QString &fact, CheckResult check)
{
    for (const Unknown &unknown : installation.unknown) {
        if (unknown.fact != fact)
            continue;
        const bool isFirst = check.verdict == CheckVerdict::Pass;
        check.verdict = CheckVerdict::Fail;
        check.message = isFirst ? unknown.reason : check.message + u' ' + unknown.reason;
        check.remedy = isFirst ? unknown.remedy : check.remedy;
    }
    return check;
}

/// What the cluster must let us do before anything stops; an interrupted helm is repaired once that is
/// accepted.
QList<CheckResult> clusterChecks(const Installation &installation)
{
    return {engineAnswers(installation),
            known(installation, u"rights"_s,
                  {u"rights"_s,
                   tr("The login may do everything that the plan does"),
                   CheckVerdict::Pass,
                   tr("The API server says so for every verb."),
                   {},
                   true}),
            known(installation, u"release"_s,
                  {u"release"_s,
                   tr("Helm is not in the middle of something"),
                   CheckVerdict::Pass,
                   tr("The last revision is whole."),
                   {},
                   false}),
            known(installation, u"chart"_s,
                  {u"chart"_s,
                   tr("The chart is known and renders"),
                   CheckVerdict::Pass,
                   tr("It renders with the values of the release."),
                   {},
                   true})};
}

} // namespace

QList<CheckResult> preflightChecks(const Installation &installation, const Route &route)
{
    QList<CheckResult> checks{versionSeen(installation),
                              componentsRun(installation),
                              oneVersion(installation),
                              login(installation),
                              risks(route),
                              grace(installation)};
    if (installation.kind == InstallationKind::Standalone)
        checks += standaloneChecks(installation, route);
    if (installation.kind == InstallationKind::Compose || installation.kind == InstallationKind::Docker)
        checks.prepend(engineAnswers(installation));
    if (installation.kind == InstallationKind::Compose)
        checks.append(fileRuns(installation));
    if (installation.kind == InstallationKind::Helm)
        checks = clusterChecks(installation) + checks;
    return checks;
}
