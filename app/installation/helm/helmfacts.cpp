// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmfacts.h"

#include "app/installation/enginefacts.h"
#include "app/installation/imagetag.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("HelmFacts", text, kind);
}

const QRegularExpression &chartShape()
{
    static const QRegularExpression shape(u"^(.+?)-(v?\\d+\\.\\d+.*)$"_s);
    return shape;
}

void takePending(Installation &installation, const QString &status, int whole, const HelmLook &look)
{
    // An upgrade that already changed what runs may have changed the database too.
    const bool movedOn = std::ranges::any_of(look.workloads, [&](const HelmWorkload &workload) {
        return !look.wholeManifest.contains(workload.image.toUtf8());
    });
    installation.details.insert(u"pendingMovedOn"_s, whole > 0 && movedOn);
    QString remedy =
        tr("The plan begins with `helm rollback` to revision %1, if that is accepted.").arg(whole);
    if (whole == 0)
        remedy = tr("It was never installed whole: `helm uninstall` it and install it again.");
    else if (movedOn)
        remedy = tr("It already runs another image than revision %1, and going back could put an older "
                    "Kestra on a "
                    "newer database: end that upgrade yourself first.")
                     .arg(whole);
    installation.unknown.append(
        {u"release"_s,
         tr("An interrupted helm left the release %1 as %2; until that is repaired every other change is "
            "refused.")
             .arg(installation.title, status),
         remedy});
}

QString valuesKeyOf(const HelmWorkload &workload, const ValuesShape &shape)
{
    static const QRegularExpression group(u"workergroup-(.+)$"_s);
    const QRegularExpressionMatch match = group.match(workload.name);
    if (match.hasMatch())
        return (shape.generation == ChartGeneration::Zero ? u"workerGroup."_s : u"workerGroups."_s) +
               match.captured(1);
    return u"deployments."_s + componentName(workload.component);
}

QString stateOf(const HelmWorkload &workload)
{
    if (workload.replicas == 0)
        return u"stopped"_s;
    return workload.ready >= workload.replicas ? u"running"_s : u"starting"_s;
}

} // namespace

QString chartNameOf(const QString &chart)
{
    const QRegularExpressionMatch match = chartShape().match(chart);
    return match.hasMatch() ? match.captured(1) : chart;
}

QString chartVersionOf(const QString &chart)
{
    return chartShape().match(chart).captured(2);
}

QList<HelmWorkload> workloadsOf(const Installation &installation)
{
    QList<HelmWorkload> workloads;
    for (const QJsonValue &workload : installation.details[u"workloads"].toArray())
        workloads.append(HelmWorkload::fromJson(workload.toObject()));
    return workloads;
}

void takeRelease(Installation &installation, const HelmPlace &place, const HelmLook &look)
{
    installation.kind = InstallationKind::Helm;
    installation.address = place.address();
    installation.title = place.release;
    installation.host = place.host();
    QJsonObject &details = installation.details;
    details.insert(u"context"_s, place.context);
    details.insert(u"namespace"_s, place.nameSpace);
    details.insert(u"release"_s, place.release);
    details.insert(u"server"_s, look.server);
    details.insert(u"uid"_s, look.uid);
    addEvidence(installation, u"cluster"_s,
                u"context %1 leads to %2, namespace %3 is %4"_s.arg(place.context, look.server,
                                                                    place.nameSpace, look.uid));
    if (!look.history.isEmpty()) {
        const QJsonObject last = look.history.last().toObject();
        const QString chart = last[u"chart"].toString();
        const QString status = last[u"status"].toString();
        const int deployed = wholeRevision(look.history);
        details.insert(u"revision"_s, last[u"revision"].toInt());
        details.insert(u"deployedRevision"_s, deployed);
        details.insert(u"releaseStatus"_s, status);
        details.insert(u"chartName"_s, chartNameOf(chart));
        details.insert(u"chartVersion"_s, chartVersionOf(chart));
        details.insert(u"appVersion"_s, last[u"app_version"].toString());
        addEvidence(
            installation, u"release"_s,
            u"helm history: revision %1 of %2 is %3"_s.arg(last[u"revision"].toInt()).arg(chart, status));
        if (status.startsWith(u"pending-"))
            takePending(installation, status, deployed, look);
    }
    installation.unknown += look.unknown;
    if (look.rights.isKnown && !look.rights.missing.isEmpty())
        installation.unknown.append(
            {u"rights"_s,
             tr("This login may not do everything that an upgrade does. Missing in the namespace %1: %2.")
                 .arg(place.nameSpace, look.rights.missing.join(u", "_s)),
             tr("Ask for these rights, then look again (`kubectl auth can-i VERB RESOURCE`).")});
    details.insert(u"missingRights"_s,
                   look.rights.isKnown ? QJsonArray::fromStringList(look.rights.missing) : QJsonArray());
    details.insert(u"rightsKnown"_s, look.rights.isKnown);
}

Result<void> takeValues(Installation &installation, const HelmLook &look)
{
    const Result<ValuesShape> shape = ValuesShape::read(look.allValues, look.ownValues);
    if (!shape)
        return std::unexpected(shape.error());
    installation.details.insert(u"generation"_s, generationName(shape->generation));
    installation.details.insert(u"valuesPrefix"_s, shape->prefix);
    installation.details.insert(u"tagKey"_s, shape->tagKey);
    installation.details.insert(u"tag"_s, shape->tag);
    installation.details.insert(u"tagIsOwn"_s, shape->tagIsOwn);
    QJsonObject replicaKeys;
    QJsonObject replicaCounts;
    QJsonObject graceKeys;
    for (const QString &key : shape->replicaKeys) {
        const QString part = key.section(u'.', 0, -2);
        replicaKeys.insert(part, shape->replicasKey(part));
        replicaCounts.insert(part, shape->replicas.value(part));
        graceKeys.insert(part, shape->graceKey(part));
    }
    installation.details.insert(u"replicaKeys"_s, replicaKeys);
    installation.details.insert(u"replicaCounts"_s, replicaCounts);
    installation.details.insert(u"graceKeys"_s, graceKeys);
    if (!look.ownValues.isEmpty())
        installation.configurations.append(
            {u"values"_s, 1, u"values"_s, withHiddenSecrets(QString::fromUtf8(look.ownValues))});
    return {};
}

void takeWorkloads(Installation &installation, const HelmLook &look)
{
    ValuesShape shape;
    shape.generation = generationFromName(installation.details[u"generation"].toString());
    QJsonArray kept;
    for (HelmWorkload workload : look.workloads) {
        workload.valuesKey = valuesKeyOf(workload, shape);
        kept.append(workload.toJson());
        ComponentState state;
        state.component = workload.component;
        state.name = workload.name;
        state.state = stateOf(workload);
        state.replicas = workload.replicas;
        installation.components.append(state);
        const ImageReference image = ImageReference::parse(workload.image);
        ImageUse use;
        use.service = workload.name;
        use.image = image.repository;
        use.tag = image.tag;
        use.digest = image.digest;
        use.where = installation.details[u"tagIsOwn"].toBool()
                        ? u"values:"_s + installation.details[u"tagKey"].toString()
                        : u"chart %1-%2"_s.arg(installation.details[u"chartName"].toString(),
                                               installation.details[u"chartVersion"].toString());
        for (const QJsonObject &object : look.ofKind(u"Pod"_s)) {
            const HelmPod pod = podFromObject(object, workload.container);
            if (pod.isGoing || !isSelected(pod.labels, workload.selector))
                continue;
            if (!pod.digest.isEmpty())
                use.digest = pod.digest;
            if (!pod.trouble.isEmpty())
                installation.unknown.append({u"components"_s,
                                             tr("The pod %1 does not run: %2").arg(pod.name, pod.trouble),
                                             tr("Mend it before the upgrade.")});
        }
        const Version said = versionOfTag(image.tag);
        if (said.isValid() && !installation.version.isValid()) {
            installation.version = said;
            installation.versionAssumed = true;
        }
        installation.images.append(use);
        addEvidence(
            installation, u"components"_s,
            u"%1 runs %2 of %3"_s.arg(workload.target(), componentName(workload.component), workload.image));
    }
    installation.details.insert(u"workloads"_s, kept);
    if (look.workloads.isEmpty())
        installation.unknown.append({u"components"_s, tr("No workload of this release runs a Kestra server."),
                                     tr("Start it once and look again.")});
}

void takeOwner(Installation &installation, const HelmPlace &place, const HelmLook &look)
{
    for (const QJsonObject &object : look.objects) {
        const QJsonObject metadata = object[u"metadata"].toObject();
        const QJsonObject labels = metadata[u"labels"].toObject();
        const QString tracked = metadata[u"annotations"][u"argocd.argoproj.io/tracking-id"].toString();
        const QString argo = labels[u"argocd.argoproj.io/instance"].toString(tracked.section(u':', 0, 0));
        const QString flux = labels[u"helm.toolkit.fluxcd.io/name"].toString();
        const QString managed = labels[u"app.kubernetes.io/managed-by"].toString();
        if (!belongsTo(object, place.release))
            continue;
        QJsonObject owner;
        if (!flux.isEmpty())
            owner = {{u"kind"_s, u"Flux"_s},
                     {u"name"_s, u"HelmRelease %1/%2"_s.arg(
                                     labels[u"helm.toolkit.fluxcd.io/namespace"].toString(), flux)}};
        else if (!argo.isEmpty())
            owner = {{u"kind"_s, u"Argo CD"_s}, {u"name"_s, u"Application "_s + argo}};
        else if (managed.contains(u"terraform"_s, Qt::CaseInsensitive))
            owner = {{u"kind"_s, u"Terraform"_s}, {u"name"_s, u"helm_release "_s + place.release}};
        if (owner.isEmpty())
            continue;
        installation.details.insert(u"owner"_s, owner);
        addEvidence(installation, u"owner"_s,
                    u"%1/%2 carries the mark of %3: %4"_s.arg(
                        object[u"kind"].toString().toLower(), metadata[u"name"].toString(),
                        owner[u"kind"].toString(), owner[u"name"].toString()));
        return;
    }
}

void takeAutoscalers(Installation &installation, const HelmLook &look)
{
    QJsonArray scalers;
    for (const QString &kind : {u"HorizontalPodAutoscaler"_s, u"ScaledObject"_s}) {
        for (const QJsonObject &object : look.ofKind(kind)) {
            const QString target = object[u"spec"][u"scaleTargetRef"][u"name"].toString();
            const bool ours = std::ranges::any_of(
                look.workloads, [&](const HelmWorkload &workload) { return workload.name == target; });
            const QString name = object[u"metadata"][u"name"].toString();
            if (!ours)
                continue;
            const QJsonValue paused = object[u"metadata"][u"annotations"][u"autoscaling.keda.sh/paused"];
            scalers.append(QJsonObject{{u"kind"_s, kind.toLower()},
                                       {u"name"_s, name},
                                       {u"target"_s, target},
                                       {u"paused"_s, paused.isString()}});
            addEvidence(installation, u"autoscalers"_s, u"%1 %2 scales %3"_s.arg(kind, name, target));
        }
    }
    installation.details.insert(u"autoscalers"_s, scalers);
    for (const QJsonObject &budget : look.ofKind(u"PodDisruptionBudget"_s)) {
        if (belongsTo(budget, installation.details[u"release"].toString()))
            addEvidence(installation, u"budgets"_s,
                        u"PodDisruptionBudget %1 allows %2 disruptions; scaling is not held up by it"_s
                            .arg(budget[u"metadata"][u"name"].toString())
                            .arg(budget[u"status"][u"disruptionsAllowed"].toInt()));
    }
}
