// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmplan.h"

#include "app/installation/helm/helmcalls.h"
#include "app/installation/helm/helmfacts.h"
#include "app/installation/helm/helmrequests.h"
#include "app/installation/imagetag.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int startSeconds = 900;
constexpr int arrivalSeconds = 24 * 3600;
constexpr int endMargin = 120;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("HelmPlan", text, kind);
}

QList<HelmWorkload> workloadsIn(const Installation &installation, const Components &order)
{
    QList<HelmWorkload> result;
    for (const Component component : order) {
        for (const HelmWorkload &workload : workloadsOf(installation)) {
            if (workload.component == component)
                result.append(workload);
        }
    }
    return result;
}

/// The server that comes first alone; the webserver, because it runs no execution.
HelmWorkload firstWorkload(const Installation &installation)
{
    return workloadsIn(installation,
                       Components{Component::Standalone, Component::Webserver, Component::Executor,
                                  Component::Indexer, Component::Scheduler, Component::Worker})
        .value(0);
}

QString imageFor(const Installation &installation, const Version &version)
{
    return ImageReference::parse(firstWorkload(installation).image).repository + u':' +
           helmTag(installation, version);
}

QString versionSlug(const Version &version)
{
    return version.toString().replace(u'.', u'-');
}

bool isOwned(const Installation &installation)
{
    return installation.details.contains(u"owner");
}

Result<void> refuseWhatCannotBe(const Installation &installation)
{
    const QJsonObject &details = installation.details;
    if (details.contains(u"file"))
        return failure(ErrorKind::NeedsPerson, details[u"remedy"].toString());
    const QList<HelmWorkload> workloads = workloadsOf(installation);
    if (workloads.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("No workload of the release %1 runs a Kestra server. Start it once, then try again.", "@error")
                .arg(installation.title));
    const auto daemons = std::ranges::find(workloads, u"daemonset"_s, &HelmWorkload::kind);
    if (daemons != workloads.end())
        return failure(ErrorKind::NeedsPerson,
                       tr("%1 is a DaemonSet, which cannot be scaled to nothing. Make it a "
                          "Deployment in the values, then try again.",
                          "@error")
                           .arg(daemons->name));
    if (details[u"storageLost"].toBool())
        return failure(ErrorKind::Blocked,
                       tr("The internal storage %1 lies inside the pod and would be lost when it "
                          "is replaced. Copy it out, mount a persistent volume there, then try "
                          "again.",
                          "@error")
                           .arg(installation.storage.basePath));
    if (isOwned(installation))
        return {};
    if (details[u"deployedRevision"].toInt() == 0)
        return failure(ErrorKind::NeedsPerson,
                       tr("The release %1 was never installed whole. `helm uninstall` it and "
                          "install it again.",
                          "@error")
                           .arg(installation.title));
    if (details[u"pendingMovedOn"].toBool())
        return failure(ErrorKind::NeedsPerson, tr("An upgrade of %1 was interrupted after it had changed "
                                                  "what runs. End it with `helm upgrade`, or "
                                                  "go back with the database of before; then try again.",
                                                  "@error")
                                                   .arg(installation.title));
    if (details[u"tagKey"].toString().isEmpty())
        return failure(ErrorKind::NeedsPerson,
                       tr("No key of the values decides the image of %1, so helm cannot "
                          "change it. Let the chart read image.tag, then try again.",
                          "@error")
                           .arg(installation.title));
    if (!details.contains(u"chart"))
        return failure(ErrorKind::NeedsPerson,
                       tr("Where the chart %1 %2 comes from is not known here. Add its "
                          "repository with `helm repo add`, then try again.",
                          "@error")
                           .arg(details[u"chartName"].toString(), details[u"chartVersion"].toString()));
    return {};
}

QList<QJsonObject> scalersToPause(const Installation &installation)
{
    QList<QJsonObject> result;
    for (const QJsonValue &scaler : installation.details[u"autoscalers"].toArray()) {
        if (scaler[u"kind"_s] == u"scaledobject"_s && !scaler[u"paused"_s].toBool())
            result.append(scaler.toObject());
    }
    return result;
}

/// What a stop is undone by: as many as there were.
Steps backTo(const HelmCalls &calls, const HelmWorkload &workload)
{
    return {calls.scale(workload, workload.replicas),
            calls.waitReady(workload, workload.replicas, {}, startSeconds)};
}

Steps migrationJobs(const Installation &installation, const HelmCalls &calls, const Hop &hop)
{
    const HelmWorkload first = firstWorkload(installation);
    QList<QStringList> commands{schemaCommand(hop.to)};
    commands += hop.migrations;
    Steps steps;
    for (const QStringList &words : std::as_const(commands)) {
        HelmCalls::JobArgs args;
        args.name = versionSlug(hop.to) + u'-' + words.join(u'-');
        args.title =
            tr("Run %1 of %2 in a pod of its own").arg(u"kestra "_s + words.join(u' '), hop.to.toString());
        args.command = QStringList{first.program} + words;
        args.changesData = true;
        steps += calls.job(first, args);
    }
    return steps;
}

Steps stopGroup(const HelmCalls &calls, const QList<HelmWorkload> &group, int timeoutSeconds)
{
    Steps steps;
    for (const HelmWorkload &workload : group) {
        Step stop = calls.scale(workload, 0);
        undoneBy(stop, backTo(calls, workload));
        steps.append(stop);
    }
    steps.append(calls.waitGone(group, timeoutSeconds));
    return steps;
}

} // namespace

QString helmTag(const Installation &installation, const Version &version)
{
    const ImageReference image = ImageReference::parse(firstWorkload(installation).image);
    return targetTag(image.tag, installation.version, version);
}

QStringList schemaCommand(const Version &version)
{
    return version < Version::of(u"2.0.0-rc0") ? QStringList{u"sys"_s, u"database"_s, u"migrate"_s}
                                               : QStringList{u"migrate"_s, u"run"_s};
}

Result<Steps> helmPrepare(const Installation &installation, const QList<Hop> &hops, QList<FileChange> &files)
{
    if (const Result<void> possible = refuseWhatCannotBe(installation); !possible)
        return std::unexpected(possible.error());
    const HelmCalls calls(installation);
    Steps steps{calls.sameCluster()};
    if (!isOwned(installation)) {
        steps.append(calls.sameRevision());
        if (installation.details[u"releaseStatus"].toString().startsWith(u"pending-"_s))
            steps.append(calls.repair());
        for (const Hop &hop : hops) {
            HelmCalls::Sets sets;
            sets.tag = helmTag(installation, hop.to);
            sets.isTrial = true;
            steps.append(calls.upgrade(
                u"try-"_s + versionSlug(hop.to),
                tr("See that the chart renders for %1 in this cluster").arg(hop.to.toString()), sets));
        }
    }
    if (!installation.details[u"autoscalers"].toArray().isEmpty())
        steps.append(calls.noteAutoscalers());
    // The target can be pulled and its pods are let in: seen before anything stops.
    for (const Hop &hop : hops)
        steps +=
            calls.fetch(firstWorkload(installation), imageFor(installation, hop.to), versionSlug(hop.to));
    for (const auto &[key, name] :
         {std::pair{u"rendered"_s, u"/manifests/%1.yaml"_s}, {u"movedValues"_s, u"/%1-values.yaml"_s}}) {
        const QJsonObject texts = installation.details[key].toObject();
        if (texts.isEmpty())
            continue;
        FileChange change;
        change.host = installation.host;
        change.path = name.arg(installation.title);
        change.before = texts[u"before"].toString().toUtf8();
        change.after = texts[u"after"].toString().toUtf8();
        files.append(change);
    }
    if (isOwned(installation) && !hops.isEmpty())
        files.append(HelmRequests(installation).change(helmTag(installation, hops.last().to)));
    setPhase(steps, u"prepare"_s, installation.host);
    return steps;
}

Result<Steps> helmStop(const Installation &installation)
{
    const HelmCalls calls(installation);
    const HelmRequests requests(installation);
    Steps steps;
    for (const QJsonObject &scaler : scalersToPause(installation))
        steps.append(calls.pause(scaler));
    if (isOwned(installation))
        steps.append(requests.stopAll());
    bool quiet = false;
    for (const Component component : stopOrder()) {
        QList<HelmWorkload> group = workloadsIn(installation, Components{component});
        erase_if(group, [](const HelmWorkload &workload) { return workload.replicas == 0; });
        if (group.isEmpty())
            continue;
        if (!quiet && component != Component::Scheduler && !isOwned(installation)) {
            steps += quietSteps(installation);
            quiet = true;
        }
        int grace = installation.graceSeconds;
        for (const HelmWorkload &workload : std::as_const(group))
            grace = std::max(grace, workload.graceSeconds);
        if (isOwned(installation))
            steps.append(calls.waitGone(group, arrivalSeconds));
        else
            steps += stopGroup(calls, group, grace + endMargin);
    }
    setPhase(steps, u"stop"_s, installation.host);
    return steps;
}

Result<Steps> helmHop(const Installation &installation, const Hop &hop)
{
    if (!hop.edits.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("The change of finding %1 belongs into the values of the release. Make it there with `helm "
               "upgrade`, or in the repository that owns them, then look again.",
               "@error")
                .arg(hop.edits.first().finding));
    const HelmCalls calls(installation);
    const HelmRequests requests(installation);
    const HelmWorkload first = firstWorkload(installation);
    const QString image = imageFor(installation, hop.to);
    const bool isFirstHop = hop.from == installation.version;
    Steps steps;
    if (isOwned(installation)) {
        steps = {requests.writeTag(isFirstHop ? installation.details[u"tag"].toString()
                                              : helmTag(installation, hop.from),
                                   helmTag(installation, hop.to)),
                 requests.waitArrived(image)};
        steps += migrationJobs(installation, calls, hop);
        setPhase(steps, hopPhase(hop.to), installation.host);
        return steps;
    }
    HelmCalls::Sets sets;
    sets.tag = helmTag(installation, hop.to);
    sets.holdsAtZero = true;
    Step write = calls.upgrade(u"set-version-"_s + versionSlug(hop.to),
                               tr("Write %1 into the release, nothing starts yet").arg(sets.tag), sets);
    // The way back of the first one brings everything back, once the data are restored.
    if (isFirstHop)
        undoneBy(write, {calls.takeBack()});
    steps.append(write);
    steps += migrationJobs(installation, calls, hop);
    Step start = calls.scale(first, 1);
    start.title = tr("Start %1 alone on %2").arg(first.name, hop.to.toString());
    start.changesData = true;
    undoneBy(start, {calls.scale(first, 0), calls.waitGone({first}, first.graceSeconds + endMargin)});
    start.reversal = Reversal::FromBackup;
    steps.append(start);
    steps.append(calls.waitReady(first, 1, image, startSeconds));
    steps += calls.waitSigns(first, 1, hop.to, startSeconds);
    if (!hop.last) {
        steps.append(calls.scale(first, 0));
        steps.append(
            calls.waitGone({first}, std::max(first.graceSeconds, installation.graceSeconds) + endMargin));
    }
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

Result<Steps> helmStart(const Installation &installation, const Hop &hop)
{
    const HelmCalls calls(installation);
    const HelmRequests requests(installation);
    const HelmWorkload first = firstWorkload(installation);
    const QString image = imageFor(installation, hop.to);
    Steps steps;
    if (isOwned(installation))
        steps.append(requests.startAll(helmTag(installation, hop.to)));
    for (const HelmWorkload &workload : workloadsIn(installation, startOrder())) {
        const bool isFirst = workload.name == first.name;
        if (workload.replicas == 0 || (isFirst && workload.replicas == 1 && !isOwned(installation)))
            continue;
        if (!isOwned(installation)) {
            Step start = calls.scale(workload, workload.replicas);
            undoneBy(start,
                     {calls.scale(workload, 0),
                      calls.waitGone({workload}, std::max(workload.graceSeconds, installation.graceSeconds) +
                                                     endMargin)});
            steps.append(start);
        }
        steps.append(calls.waitReady(workload, workload.replicas, image,
                                     isOwned(installation) ? arrivalSeconds : startSeconds));
        steps += calls.waitSigns(workload, workload.replicas, hop.to, startSeconds);
    }
    if (!isOwned(installation)) {
        HelmCalls::Sets sets;
        sets.tag = helmTag(installation, hop.to);
        sets.keepsNow = true;
        steps.append(calls.upgrade(u"settle-release"_s,
                                   tr("Write the old numbers of replicas back into the release"), sets));
        for (const HelmWorkload &workload : workloadsIn(installation, startOrder())) {
            if (workload.replicas > 0)
                steps.append(calls.waitReady(workload, 1, image, startSeconds));
        }
    }
    steps.append(calls.sameDigest(versionSlug(hop.to)));
    for (const QJsonObject &scaler : scalersToPause(installation))
        steps.append(calls.unpause(scaler));
    setPhase(steps, u"start"_s, installation.host);
    return steps;
}
