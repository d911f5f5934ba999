// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/dockerengine.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds answerTime{15000};
const QString label = u"com.docker.compose."_s;

QStringList textsOf(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

QHash<QString, QString> environmentOf(const QJsonValue &array)
{
    QHash<QString, QString> result;
    for (const QString &entry : textsOf(array)) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals > 0)
            result.insert(entry.left(equals), entry.mid(equals + 1));
    }
    return result;
}

QHash<QString, QString> publishedOf(const QJsonObject &ports)
{
    QHash<QString, QString> result;
    for (auto it = ports.begin(); it != ports.end(); ++it) {
        const QJsonArray bindings = it.value().toArray();
        if (bindings.isEmpty())
            continue;
        const QString ip = bindings.first()[u"HostIp"_s].toString();
        const bool isAny = ip.isEmpty() || ip == u"0.0.0.0" || ip == u"::" || ip == u"127.0.0.1";
        result.insert(
            it.key().section(u'/', 0, 0),
            u"http://%1:%2"_s.arg(isAny ? u"localhost"_s : ip, bindings.first()[u"HostPort"_s].toString()));
    }
    return result;
}

EngineContainer containerFrom(const QJsonValue &json)
{
    EngineContainer container;
    const QJsonValue config = json[u"Config"_s];
    const QJsonObject labels = config[u"Labels"_s].toObject();
    const auto labelled = [&labels](const QString &name) { return labels.value(label + name).toString(); };
    container.id = json[u"Id"_s].toString();
    container.name = json[u"Name"_s].toString().mid(1);
    container.project = labelled(u"project"_s);
    container.service = labelled(u"service"_s);
    container.configFiles = labelled(u"project.config_files"_s).split(u',', Qt::SkipEmptyParts);
    container.workingFolder = labelled(u"project.working_dir"_s);
    container.envFiles = labelled(u"project.environment_file"_s).split(u',', Qt::SkipEmptyParts);
    container.image = config[u"Image"_s].toString();
    container.imageId = json[u"Image"_s].toString();
    container.state = json[u"State"_s][u"Status"_s].toString();
    container.health = json[u"State"_s][u"Health"_s][u"Status"_s].toString();
    container.exitCode = json[u"State"_s][u"ExitCode"_s].toInt();
    container.words = QStringList{json[u"Path"_s].toString()} + textsOf(json[u"Args"_s]);
    container.environment = environmentOf(config[u"Env"_s]);
    container.published = publishedOf(json[u"NetworkSettings"_s][u"Ports"_s].toObject());
    const QJsonObject networks = json[u"NetworkSettings"_s][u"Networks"_s].toObject();
    for (auto it = networks.begin(); it != networks.end(); ++it) {
        const QJsonValue network = it.value();
        if (container.address.isEmpty())
            container.address = network[u"IPAddress"_s].toString();
        container.networks.insert(it.key(),
                                  textsOf(network[u"Aliases"_s]) + textsOf(network[u"DNSNames"_s]) +
                                      QStringList{container.name, network[u"IPAddress"_s].toString()});
    }
    container.inspected = json.toObject();
    const QJsonArray mounts = json[u"Mounts"_s].toArray();
    for (const QJsonValue &mount : mounts)
        container.mounts.append({mount[u"Type"_s].toString(), mount[u"Name"_s].toString(),
                                 mount[u"Source"_s].toString(), mount[u"Destination"_s].toString()});
    return container;
}

ProcessCall docker(const QStringList &arguments)
{
    ProcessCall call;
    call.program = u"docker"_s;
    call.arguments = arguments;
    call.timeout = answerTime;
    return call;
}

} // namespace

QList<EngineContainer> containersFrom(const QByteArray &json)
{
    QList<EngineContainer> result;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &entry : entries)
        result.append(containerFrom(entry));
    return result;
}

namespace
{

/// What `docker ps --all` with these filters lists.
Task<Result<QList<EngineContainer>>> listed(Host *host, QStringList filters)
{
    ProcessCall list = docker(QStringList{u"ps"_s, u"--all"_s, u"--quiet"_s, u"--no-trunc"_s} + filters);
    const Result<ProcessResult> ids = co_await host->runChecked(std::move(list));
    if (!ids)
        co_return std::unexpected(ids.error());
    const QStringList all = QString::fromUtf8(ids->output).split(u'\n', Qt::SkipEmptyParts);
    if (all.isEmpty())
        co_return QList<EngineContainer>();
    ProcessCall inspect = docker(QStringList{u"inspect"_s} + all);
    // A container that goes away in between makes `inspect` end with 1; what it did show is still true.
    const Result<ProcessResult> shown = co_await host->run(std::move(inspect));
    if (!shown)
        co_return std::unexpected(shown.error());
    co_return containersFrom(shown->output);
}

} // namespace

Task<Result<QList<EngineContainer>>> composeContainers(Host *host, QString project)
{
    const QString filter = project.isEmpty() ? u"label=com.docker.compose.project"_s
                                             : u"label=com.docker.compose.project="_s + project;
    const QStringList filters{u"--filter"_s, filter, u"--filter"_s,
                              u"label=com.docker.compose.oneoff=False"_s};
    Result<QList<EngineContainer>> containers = co_await listed(host, filters);
    co_return containers;
}

Task<Result<QList<EngineContainer>>> allContainers(Host *host)
{
    Result<QList<EngineContainer>> containers = co_await listed(host, {});
    co_return containers;
}

Task<QHash<QString, QJsonObject>> inspectImages(Host *host, QStringList ids)
{
    QHash<QString, QJsonObject> images;
    if (ids.isEmpty())
        co_return images;
    ProcessCall inspect = docker(QStringList{u"image"_s, u"inspect"_s} + ids);
    const Result<ProcessResult> shown = co_await host->run(std::move(inspect));
    const QJsonArray entries = QJsonDocument::fromJson(shown ? shown->output : QByteArray()).array();
    for (const QJsonValue &entry : entries)
        images.insert(entry[u"Id"_s].toString(), entry.toObject());
    co_return images;
}

Task<Result<QList<EngineImage>>> localImages(Host *host)
{
    ProcessCall list =
        docker({u"image"_s, u"ls"_s, u"--no-trunc"_s, u"--digests"_s, u"--format"_s, u"{{json .}}"_s});
    const Result<ProcessResult> shown = co_await host->runChecked(std::move(list));
    if (!shown)
        co_return std::unexpected(shown.error());
    const auto given = [](const QJsonValue &value) {
        return value.toString() == u"<none>" ? QString() : value.toString();
    };
    QList<EngineImage> images;
    for (const QByteArray &line : shown->output.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (!entry.isEmpty())
            images.append({given(entry[u"Repository"_s]), given(entry[u"Tag"_s]), entry[u"ID"_s].toString(),
                           given(entry[u"Digest"_s])});
    }
    co_return images;
}
