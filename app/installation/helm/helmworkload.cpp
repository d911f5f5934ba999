// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmworkload.h"

#include "app/installation/compose/composefile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QStringList texts(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

QString programIn(const QString &command)
{
    static const QRegularExpression shape(u"(\\S+)\\s+server\\s"_s);
    const QString program = shape.match(command).captured(1);
    return program.isEmpty() || program.startsWith(u'-') ? u"/app/kestra"_s : program;
}

void takeContainer(HelmWorkload &workload, const QJsonArray &containers)
{
    workload.containers = static_cast<int>(containers.size());
    for (int i = 0; i < containers.size(); ++i) {
        const QJsonObject container = containers[i].toObject();
        const QStringList words = texts(container[u"command"]) + texts(container[u"args"]);
        const Component component = componentOfCommand(words);
        if (component == Component::None)
            continue;
        workload.component = component;
        workload.container = container[u"name"].toString();
        workload.image = container[u"image"].toString();
        workload.index = i;
        workload.program = programIn(words.join(u' '));
        return;
    }
}

/// A pod's reason not to run: of the pod itself, of the scheduler, of its first container that says one.
QString troubleOf(const QJsonObject &status)
{
    const QString own = status[u"reason"].toString();
    if (!own.isEmpty())
        return own + u": "_s + status[u"message"].toString();
    const QJsonArray conditions = status[u"conditions"].toArray();
    for (const QJsonValue &condition : conditions) {
        if (condition[u"type"_s] == u"PodScheduled"_s && condition[u"status"_s] == u"False"_s)
            return condition[u"reason"_s].toString() + u": "_s + condition[u"message"_s].toString();
    }
    for (const QString &list : {u"initContainerStatuses"_s, u"containerStatuses"_s}) {
        const QJsonArray containers = status[list].toArray();
        for (const QJsonValue &container : containers) {
            const QJsonValue waiting = container[u"state"_s][u"waiting"_s];
            const QString reason = waiting[u"reason"_s].toString();
            if (!reason.isEmpty() && reason != u"ContainerCreating" && reason != u"PodInitializing")
                return reason + u": "_s + waiting[u"message"_s].toString();
        }
    }
    return {};
}

} // namespace

QJsonObject HelmWorkload::toJson() const
{
    return {{u"kind"_s, kind},
            {u"name"_s, name},
            {u"component"_s, componentName(component)},
            {u"replicas"_s, replicas},
            {u"ready"_s, ready},
            {u"image"_s, image},
            {u"container"_s, container},
            {u"index"_s, index},
            {u"containers"_s, containers},
            {u"program"_s, program},
            {u"graceSeconds"_s, graceSeconds},
            {u"selector"_s, selector},
            {u"valuesKey"_s, valuesKey}};
}

HelmWorkload HelmWorkload::fromJson(const QJsonObject &json)
{
    HelmWorkload workload;
    workload.kind = json[u"kind"].toString();
    workload.name = json[u"name"].toString();
    workload.component = componentFromName(json[u"component"].toString());
    workload.replicas = json[u"replicas"].toInt(1);
    workload.ready = json[u"ready"].toInt();
    workload.image = json[u"image"].toString();
    workload.container = json[u"container"].toString();
    workload.index = json[u"index"].toInt();
    workload.containers = json[u"containers"].toInt(1);
    workload.program = json[u"program"].toString();
    workload.graceSeconds = json[u"graceSeconds"].toInt(30);
    workload.selector = json[u"selector"].toString();
    workload.valuesKey = json[u"valuesKey"].toString();
    return workload;
}

HelmWorkload HelmWorkload::fromObject(const QJsonObject &object)
{
    HelmWorkload workload;
    const QJsonObject spec = object[u"spec"].toObject();
    workload.kind = object[u"kind"].toString().toLower();
    workload.name = object[u"metadata"][u"name"].toString();
    workload.podSpec = spec[u"template"][u"spec"].toObject();
    workload.replicas = workload.kind == u"daemonset" ? object[u"status"][u"desiredNumberScheduled"].toInt()
                                                      : spec[u"replicas"].toInt(1);
    workload.ready =
        object[u"status"][workload.kind == u"daemonset" ? u"numberReady" : u"readyReplicas"].toInt();
    workload.graceSeconds = workload.podSpec[u"terminationGracePeriodSeconds"].toInt(30);
    workload.selector = selectorText(spec[u"selector"][u"matchLabels"].toObject());
    takeContainer(workload, workload.podSpec[u"containers"].toArray());
    return workload;
}

HelmPod podFromObject(const QJsonObject &object, const QString &container)
{
    HelmPod pod;
    const QJsonObject metadata = object[u"metadata"].toObject();
    const QJsonObject status = object[u"status"].toObject();
    pod.name = metadata[u"name"].toString();
    pod.labels = metadata[u"labels"].toObject();
    pod.isGoing = metadata.contains(u"deletionTimestamp");
    const QJsonArray conditions = status[u"conditions"].toArray();
    for (const QJsonValue &condition : conditions) {
        if (condition[u"type"_s] == u"Ready"_s)
            pod.isReady = condition[u"status"_s] == u"True"_s;
    }
    const QJsonArray containers = status[u"containerStatuses"].toArray();
    for (const QJsonValue &one : containers) {
        const QString id = one[u"imageID"_s].toString();
        const qsizetype at = id.indexOf(u"sha256:"_s);
        if (one[u"name"_s] == container && at >= 0)
            pod.digest = id.mid(at);
    }
    pod.trouble = troubleOf(status).simplified();
    return pod;
}

bool isSelected(const QJsonObject &labels, const QString &selector)
{
    const QStringList wanted = selector.split(u',', Qt::SkipEmptyParts);
    for (const QString &pair : wanted) {
        if (labels[pair.section(u'=', 0, 0)].toString() != pair.section(u'=', 1))
            return false;
    }
    return !wanted.isEmpty();
}

QString selectorText(const QJsonObject &labels)
{
    QStringList pairs;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        pairs.append(it.key() + u'=' + it.value().toString());
    return pairs.join(u',');
}
