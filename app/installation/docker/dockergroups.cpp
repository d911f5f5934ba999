// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockergroups.h"

#include "app/installation/compose/composefile.h"
#include "app/installation/docker/dockerarguments.h"
#include "app/installation/imagetag.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

bool isRunning(const DockerServer &server)
{
    return server.container.state == u"running" || server.container.state == u"restarting" ||
           server.container.state == u"paused";
}

/// A container that an upgrade set aside: "kestra-before-1.0.36", stopped.
bool isAside(const DockerServer &server)
{
    static const QRegularExpression shape(u".-before-\\d+\\.\\d+[0-9A-Za-z.-]*\\z"_s);
    return !isRunning(server) && shape.match(server.container.name).hasMatch();
}

/// Same database: the same container of it, or the same address.
QString keyOf(const DockerServer &server)
{
    const QString url = bareUrl(server.config.jdbcUrl());
    const bool isFile = url.startsWith(u"jdbc:h2:") || url.startsWith(u"jdbc:sqlite:");
    if (url.isEmpty() || isFile)
        return server.container.id;
    return server.database ? server.database->id + u'/' + server.config.databaseName() + u'/' +
                                 server.config.databaseSchema()
                           : url;
}

int rank(const DockerServer &server)
{
    return server.component == Component::Standalone ? 0 : server.component == Component::Webserver ? 1 : 2;
}

} // namespace

bool isLooseServer(const EngineContainer &container)
{
    const QJsonObject labels = container.inspected[u"Config"_s][u"Labels"_s].toObject();
    for (const QString &owner :
         {u"com.docker.compose.project"_s, u"com.docker.swarm.service.id"_s, u"com.docker.stack.namespace"_s,
          u"io.kubernetes.pod.uid"_s, u"io.kubernetes.pod.name"_s}) {
        if (labels.contains(owner))
            return false;
    }
    if (componentOfCommand(container.words) == Component::None)
        return false;
    const bool hasSign = std::ranges::any_of(container.environment.keys(), [](const QString &name) {
        return name.startsWith(u"KESTRA_") || name.startsWith(u"MICRONAUT_") ||
               name.startsWith(u"DATASOURCES_");
    });
    return hasSign || container.words.join(u' ').contains(u"kestra"_s) ||
           isKestraImage(ImageReference::parse(container.image).repository);
}

const EngineContainer *containerBehind(const QList<EngineContainer> &all, const EngineContainer &from,
                                       const QString &host, const QString &port)
{
    QString name = host;
    // --link says "/its name:/our name/the name we use".
    for (const QString &link : textsIn(from.inspected[u"HostConfig"_s][u"Links"_s])) {
        if (link.section(u'/', -1) == host)
            name = link.section(u':', 0, 0).mid(1);
    }
    const EngineContainer *found = nullptr;
    for (const EngineContainer &other : all) {
        if (other.id == from.id || name.isEmpty())
            continue;
        const bool isLinked = name != host && other.name == name;
        const bool isNamed = std::ranges::any_of(from.networks.keys(), [&](const QString &network) {
            return other.networks.value(network).contains(name);
        });
        const bool isThroughHost = (name == u"host.docker.internal" || name == u"localhost" ||
                                    name == u"127.0.0.1" || name == u"172.17.0.1") &&
                                   std::ranges::any_of(other.published, [&](const QString &url) {
                                       return url.endsWith(u':' + (port.isEmpty() ? u"5432"_s : port));
                                   });
        if (isLinked || isNamed || (isThroughHost && !found))
            found = &other;
    }
    return found;
}

QList<QList<DockerServer>> groupsOf(const QList<DockerServer> &servers)
{
    QList<QString> keys;
    QHash<QString, QList<DockerServer>> groups;
    for (const DockerServer &server : servers) {
        const QString key = keyOf(server);
        if (isAside(server))
            continue;
        if (!keys.contains(key))
            keys.append(key);
        groups[key].append(server);
    }
    QList<QList<DockerServer>> result;
    for (const QString &key : std::as_const(keys)) {
        const QList<DockerServer> &all = groups[key];
        QList<DockerServer> kept;
        for (const DockerServer &server : all) {
            const bool isReplaced =
                !isRunning(server) && std::ranges::any_of(all, [&](const DockerServer &one) {
                    return isRunning(one) &&
                           (one.component == server.component || one.component == Component::Standalone);
                });
            if (!isReplaced)
                kept.append(server);
        }
        std::ranges::stable_sort(kept, {}, rank);
        result.append(kept);
    }
    return result;
}

QString bareUrl(const QString &jdbcUrl)
{
    return jdbcUrl.section(u'?', 0, 0).section(u';', 0, 0);
}

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression secret(u"((?:password|passwd|secret|token|api-?key|access-?key|private-?"
                                           u"key|fingerprint|license)[A-Za-z-]*[\"']?"
                                           "\\s*[:=]\\s*)(?!\\s*$)[^\\r\\n&,}]+"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::MultilineOption);
    return QString(text).replace(secret, u"\\1***"_s);
}
