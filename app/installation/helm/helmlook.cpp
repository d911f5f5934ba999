// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmlook.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString objectKinds =
    u"deployments.apps,statefulsets.apps,daemonsets.apps,pods,services,persistentvolumeclaims,"
    "horizontalpodautoscalers.autoscaling,poddisruptionbudgets.policy"_s;

QString tr(const char *text, const char *kind = "@error")
{
    return QCoreApplication::translate("HelmLook", text, kind);
}

ProcessCall callOf(const QStringList &words)
{
    ProcessCall call;
    call.program = words.value(0);
    call.arguments = words.mid(1);
    call.timeout = std::chrono::seconds(30);
    return call;
}

ProcessCall kubectl(const HelmPlace &place, const QStringList &words)
{
    return callOf(place.kubectl(QStringList{u"--request-timeout=10s"_s} + words));
}

/// What kubectl's last words mean for a person.
Error kubeError(const HelmPlace &place, const QString &words)
{
    const QString last = words.section(u'\n', -1).trimmed();
    const auto says = [&words](const QString &part) { return words.contains(part, Qt::CaseInsensitive); };
    if (says(u"context was not found"_s) || says(u"cannot locate context"_s) ||
        (says(u"context"_s) && says(u"does not exist"_s)))
        return {ErrorKind::NotFound,
                tr("There is no context %1 in the kubeconfig. `kubectl config get-contexts` lists those "
                   "that are there.")
                    .arg(place.context),
                words};
    if (says(u"namespaces \""_s) && says(u"not found"_s))
        return {ErrorKind::NotFound,
                tr("The context %1 leads to a cluster that has no namespace %2.")
                    .arg(place.context, place.nameSpace),
                words};
    if (says(u"forbidden"_s) || says(u"unauthorized"_s) || says(u"must be logged in"_s))
        return {ErrorKind::Denied,
                tr("The API server of the context %1 does not let us look: %2").arg(place.context, last),
                words};
    return {ErrorKind::Unreachable,
            tr("The API server of the context %1 does not answer: %2").arg(place.context, last), words};
}

QJsonObject jsonOf(const Result<ProcessResult> &result)
{
    return result ? QJsonDocument::fromJson(result->output).object() : QJsonObject();
}

QString lastWords(const Result<ProcessResult> &result)
{
    return result ? result->errorText() : result.error().message;
}

/// Server and namespace, so that a run can tell whether the context still leads there.
Task<Result<void>> lookAtCluster(Host *host, HelmPlace place, HelmLook *look)
{
    const Result<ProcessResult> config =
        co_await host->run(kubectl(place, {u"config"_s, u"view"_s, u"--minify"_s, u"-o"_s, u"json"_s}));
    if (!config)
        co_return std::unexpected(config.error());
    if (config->exitCode != 0)
        co_return std::unexpected(kubeError(place, config->errorText()));
    look->server = jsonOf(config)[u"clusters"][0][u"cluster"][u"server"].toString();
    const Result<ProcessResult> nameSpace =
        co_await host->run(kubectl(place, {u"get"_s, u"namespace"_s, place.nameSpace, u"-o"_s, u"json"_s}));
    look->uid = jsonOf(nameSpace)[u"metadata"][u"uid"].toString();
    if (look->uid.isEmpty()) {
        const Error error = kubeError(place, lastWords(nameSpace));
        // Who may only look into the namespace may not always see the namespace itself.
        if (error.kind != ErrorKind::Denied)
            co_return std::unexpected(error);
    }
    co_return Result<void>();
}

Task<Result<void>> lookAtObjects(Host *host, HelmPlace place, HelmLook *look)
{
    const Result<ProcessResult> all =
        co_await host->run(kubectl(place, {u"get"_s, objectKinds, u"-o"_s, u"json"_s}));
    const QJsonObject list = jsonOf(all);
    if (!list.contains(u"items"))
        co_return std::unexpected(kubeError(place, lastWords(all)));
    // What may not be seen is missing from the list and named on the error stream.
    if (all->exitCode != 0)
        look->unknown.append(
            {u"rights"_s,
             tr("Not everything may be seen: %1", "@info").arg(all->errorText().section(u'\n', -1)),
             tr("Ask for the right to list it.", "@info")});
    for (const QJsonValue &item : list[u"items"].toArray())
        look->objects.append(item.toObject());
    const Result<ProcessResult> keda =
        co_await host->run(kubectl(place, {u"get"_s, u"scaledobjects.keda.sh"_s, u"-o"_s, u"json"_s}));
    for (const QJsonValue &item : jsonOf(keda)[u"items"].toArray())
        look->objects.append(item.toObject());
    for (const QJsonObject &object : std::as_const(look->objects)) {
        const QString kind = object[u"kind"].toString();
        if (kind != u"Deployment" && kind != u"StatefulSet" && kind != u"DaemonSet")
            continue;
        const HelmWorkload workload = HelmWorkload::fromObject(object);
        if (workload.component != Component::None && belongsTo(object, place.release))
            look->workloads.append(workload);
    }
    co_return Result<void>();
}

Task<void> lookAtRights(Host *host, HelmPlace place, HelmLook *look)
{
    ProcessCall call = kubectl(place, {u"create"_s, u"--raw"_s, rightsPath.toString(), u"-f"_s, u"-"_s});
    call.input = rightsQuestion(place.nameSpace);
    const Result<ProcessResult> answer = co_await host->run(std::move(call));
    QStringList kinds;
    for (const HelmWorkload &workload : std::as_const(look->workloads)) {
        if (!kinds.contains(workload.kind))
            kinds.append(workload.kind);
    }
    look->rights = HelmRights::from(jsonOf(answer), kinds);
}

Task<void> lookAtHelm(Host *host, HelmPlace place, HelmLook *look)
{
    const Result<ProcessResult> history = co_await host->run(
        callOf(place.helm({u"history"_s, place.release, u"--max"_s, u"20"_s, u"-o"_s, u"json"_s})));
    if (!history || history->exitCode != 0) {
        const QString words = lastWords(history);
        if (!words.contains(u"not found"_s))
            look->unknown.append(
                {u"release"_s,
                 tr("Helm does not say what it installed: %1", "@info").arg(words.section(u'\n', -1)),
                 tr("Install helm here, or ask for the right to list secrets in the namespace.", "@info")});
        co_return;
    }
    look->history = QJsonDocument::fromJson(history->output).array();
    if (look->history.isEmpty())
        co_return;
    const Result<ProcessResult> own =
        co_await host->run(callOf(place.helm({u"get"_s, u"values"_s, place.release, u"-o"_s, u"yaml"_s})));
    const Result<ProcessResult> all = co_await host->run(
        callOf(place.helm({u"get"_s, u"values"_s, place.release, u"--all"_s, u"-o"_s, u"yaml"_s})));
    if (look->history.last()[u"status"_s].toString().startsWith(u"pending-"_s)) {
        const QString revision = QString::number(wholeRevision(look->history));
        const Result<ProcessResult> manifest = co_await host->run(
            callOf(place.helm({u"get"_s, u"manifest"_s, place.release, u"--revision"_s, revision})));
        if (manifest && manifest->exitCode == 0)
            look->wholeManifest = manifest->output;
    }
    if (own && own->exitCode == 0)
        look->ownValues = own->output;
    if (all && all->exitCode == 0)
        look->allValues = all->output;
}

/// Names of the ConfigMaps and Secrets that a pod reads.
class ConfigurationSources
{
public:
    explicit ConfigurationSources(const HelmWorkload &workload)
        : m_spec(workload.podSpec)
        , m_container(workload.podSpec[u"containers"][workload.index].toObject())
    {
        for (const QJsonValue &from : m_container[u"envFrom"].toArray()) {
            need(u"configmap"_s, from[u"configMapRef"_s][u"name"_s].toString());
            need(u"secret"_s, from[u"secretRef"_s][u"name"_s].toString());
        }
        for (const QJsonValue &variable : m_container[u"env"].toArray()) {
            const QJsonValue source = variable[u"valueFrom"_s];
            need(u"configmap"_s, source[u"configMapKeyRef"_s][u"name"_s].toString());
            need(u"secret"_s, source[u"secretKeyRef"_s][u"name"_s].toString());
        }
        for (const QJsonValue &volume : m_spec[u"volumes"].toArray()) {
            need(u"configmap"_s, volume[u"configMap"_s][u"name"_s].toString());
            need(u"secret"_s, volume[u"secret"_s][u"secretName"_s].toString());
        }
    }

    QStringList names() const { return m_names; }

    void take(const QJsonArray &items)
    {
        for (const QJsonValue &item : items) {
            const QString name =
                item[u"kind"_s].toString().toLower() + u'/' + item[u"metadata"_s][u"name"_s].toString();
            QHash<QString, QString> &data = m_data[name];
            const QJsonObject plain = item[u"data"_s].toObject();
            const bool isSecret = item[u"kind"_s] == u"Secret"_s;
            for (auto it = plain.begin(); it != plain.end(); ++it)
                data.insert(it.key(), isSecret ? QString::fromUtf8(
                                                     QByteArray::fromBase64(it.value().toString().toLatin1()))
                                               : it.value().toString());
        }
    }

    QHash<QString, QString> environment() const
    {
        QHash<QString, QString> result;
        for (const QJsonValue &from : m_container[u"envFrom"].toArray()) {
            for (const auto &[kind, key] :
                 {std::pair{u"configmap"_s, u"configMapRef"_s}, {u"secret"_s, u"secretRef"_s}}) {
                const QHash<QString, QString> data =
                    m_data.value(kind + u'/' + from[key][u"name"_s].toString());
                for (auto it = data.cbegin(); it != data.cend(); ++it)
                    result.insert(from[u"prefix"_s].toString() + it.key(), it.value());
            }
        }
        for (const QJsonValue &variable : m_container[u"env"].toArray())
            result.insert(variable[u"name"_s].toString(), valueOf(variable));
        return result;
    }

    /// The file that the pod sees at a path.
    HelmConfiguration::File file(const QString &path) const
    {
        HelmConfiguration::File file;
        file.path = path;
        for (const QJsonValue &mount : m_container[u"volumeMounts"].toArray()) {
            QString folder = mount[u"mountPath"_s].toString();
            const QString part = mount[u"subPath"_s].toString();
            while (folder.endsWith(u'/'))
                folder.chop(1);
            if (path != folder && !path.startsWith(folder + u'/'))
                continue;
            const QString inside = path == folder ? part : path.mid(folder.size() + 1);
            takeFrom(mount[u"name"_s].toString(), inside, file);
        }
        return file;
    }

private:
    void need(const QString &kind, const QString &name)
    {
        if (!name.isEmpty() && !m_names.contains(kind + u'/' + name))
            m_names.append(kind + u'/' + name);
    }

    QString valueOf(const QJsonValue &variable) const
    {
        for (const auto &[kind, key] :
             {std::pair{u"configmap"_s, u"configMapKeyRef"_s}, {u"secret"_s, u"secretKeyRef"_s}}) {
            const QJsonValue source = variable[u"valueFrom"_s][key];
            if (source.isObject())
                return m_data.value(kind + u'/' + source[u"name"_s].toString())
                    .value(source[u"key"_s].toString());
        }
        return variable[u"value"_s].toString();
    }

    void takeFrom(const QString &volume, const QString &inside, HelmConfiguration::File &file) const
    {
        for (const QJsonValue &one : m_spec[u"volumes"].toArray()) {
            if (one[u"name"_s] != volume)
                continue;
            const bool isSecret = one[u"secret"_s].isObject();
            const QJsonValue source = one[isSecret ? u"secret"_s : u"configMap"_s];
            const QString name = source[isSecret ? u"secretName"_s : u"name"_s].toString();
            QString key = inside;
            for (const QJsonValue &item : source[u"items"_s].toArray()) {
                if (item[u"path"_s] == inside)
                    key = item[u"key"_s].toString();
            }
            const QString holder = (isSecret ? u"secret/"_s : u"configmap/"_s) + name;
            if (!m_data.value(holder).contains(key))
                continue;
            file.text = m_data.value(holder).value(key);
            file.source = holder + u':' + key;
            file.isSecret = isSecret;
        }
    }

    QJsonObject m_spec;
    QJsonObject m_container;
    QStringList m_names;
    QHash<QString, QHash<QString, QString>> m_data;
};

} // namespace

QList<QJsonObject> HelmLook::ofKind(const QString &kind) const
{
    QList<QJsonObject> result;
    for (const QJsonObject &object : objects) {
        if (object[u"kind"].toString() == kind)
            result.append(object);
    }
    return result;
}

const HelmWorkload *HelmLook::leading() const
{
    for (const Component component : {Component::Webserver, Component::Standalone, Component::Executor}) {
        for (const HelmWorkload &workload : workloads) {
            if (workload.component == component)
                return &workload;
        }
    }
    return workloads.isEmpty() ? nullptr : &workloads.first();
}

int wholeRevision(const QJsonArray &history)
{
    int revision = 0;
    for (const QJsonValue &entry : history) {
        const QString status = entry[u"status"_s].toString();
        if (status == u"deployed" || status == u"superseded")
            revision = std::max(revision, entry[u"revision"_s].toInt());
    }
    return revision;
}

bool belongsTo(const QJsonObject &object, const QString &release)
{
    const QJsonValue metadata = object[u"metadata"];
    const QString marked = metadata[u"annotations"_s][u"meta.helm.sh/release-name"_s].toString();
    const QString labelled = metadata[u"labels"_s][u"app.kubernetes.io/instance"_s].toString();
    return marked == release || (marked.isEmpty() && labelled == release);
}

Task<Result<HelmLook>> lookAtRelease(Host *host, HelmPlace place)
{
    HelmLook look;
    if (const Result<void> there = co_await lookAtCluster(host, place, &look); !there)
        co_return std::unexpected(there.error());
    if (const Result<void> seen = co_await lookAtObjects(host, place, &look); !seen)
        co_return std::unexpected(seen.error());
    co_await lookAtRights(host, place, &look);
    co_await lookAtHelm(host, place, &look);
    co_return look;
}

Task<HelmConfiguration> readHelmConfiguration(Host *host, HelmPlace place, HelmWorkload workload)
{
    HelmConfiguration configuration;
    ConfigurationSources sources(workload);
    if (!sources.names().isEmpty()) {
        const QStringList words = QStringList{u"get"_s} + sources.names() +
                                  QStringList{u"--ignore-not-found"_s, u"-o"_s, u"json"_s};
        const Result<ProcessResult> answer = co_await host->run(kubectl(place, words));
        const QJsonObject json = jsonOf(answer);
        // One object comes alone, several as a list.
        sources.take(json.contains(u"items") ? json[u"items"].toArray() : QJsonArray{json});
        if (!answer || answer->exitCode != 0)
            configuration.unknown.append(
                {u"configuration"_s,
                 tr("Kestra's configuration cannot be read: %1", "@info")
                     .arg(lastWords(answer).section(u'\n', -1)),
                 tr("Ask for the right to read ConfigMaps and Secrets in the namespace.", "@info")});
    }
    configuration.environment = sources.environment();
    const QStringList paths =
        configuration.environment.value(u"MICRONAUT_CONFIG_FILES"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &path : paths) {
        const HelmConfiguration::File file = sources.file(path.trimmed());
        if (!file.source.isEmpty())
            configuration.files.append(file);
    }
    const QString block = configuration.environment.value(u"KESTRA_CONFIGURATION"_s);
    if (!block.isEmpty())
        configuration.files.append({u"KESTRA_CONFIGURATION"_s, workload.target(), block, false});
    co_return configuration;
}
