// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerread.h"

#include "app/installation/compose/composefile.h"
#include "app/installation/configread.h"
#include "app/installation/docker/dockerarguments.h"
#include "app/installation/docker/dockergroups.h"
#include "app/installation/enginefacts.h"
#include "app/installation/imagetag.h"
#include "app/installation/kestraread.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("DockerRead", text, kind);
}

/// Everything the engine shows, and the servers in it.
struct EngineLook {
    QList<EngineContainer> containers;
    QList<DockerServer> servers;
    QHash<QString, QList<ConfigText>> configurations; ///< of each server, by its container's name
    QList<Unknown> unknown;
};

QString portOf(const QString &jdbcUrl)
{
    static const QRegularExpression shape(u"//[^/:]+:(\\d+)"_s);
    return shape.match(jdbcUrl).captured(1);
}

/// A file inside of a running container, where no mount shows it.
Task<QString> fileInside(Host *host, const EngineContainer *container, QStringList paths)
{
    for (const QString &path : paths) {
        ProcessCall call;
        call.program = u"docker"_s;
        call.arguments = {u"exec"_s, container->name, u"cat"_s, u"--"_s, path};
        call.timeout = std::chrono::seconds(15);
        const Result<ProcessResult> text = co_await host->run(std::move(call));
        if (text && text->exitCode == 0 && !text->output.trimmed().isEmpty())
            co_return QString::fromUtf8(text->output);
    }
    co_return QString();
}

QStringList configurationWords(const QStringList &words)
{
    QStringList files;
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == u"-c" || words[i] == u"--config")
            files.append(words[i + 1]);
    }
    erase_if(files, [](const QString &file) { return !file.startsWith(u'/'); });
    return files;
}

/// What one container was configured with; its variables' texts are kept without what is secret in them.
Task<DockerServer> serverOf(Host *host, EngineContainer container, EngineLook *look)
{
    DockerServer server;
    server.component = componentOfCommand(container.words);
    const QString variable = u"docker:%1 KESTRA_CONFIGURATION"_s.arg(container.name);
    ConfigSources sources;
    sources.environment = container.environment;
    sources.where = variable;
    sources.files = configurationWords(container.words);
    for (const EngineContainer::Mount &mount : std::as_const(container.mounts))
        sources.mounts.append({mount.target, mount.source});
    const QStringList inside =
        sources.files +
        container.environment.value(u"MICRONAUT_CONFIG_FILES"_s).split(u',', Qt::SkipEmptyParts);
    Installation noted;
    server.config = co_await readConfig(host, &noted, sources);
    server.where = noted.configurations.isEmpty() ? variable : noted.configurations.last().path;
    if (server.config.jdbcUrl().isEmpty() && container.state == u"running") {
        const QString text = co_await fileInside(host, &container, inside);
        const QString path = u"docker:%1 %2"_s.arg(container.name, inside.join(u','));
        if (const Result<KestraConfig> config = KestraConfig::parse(text, path, container.environment);
            config && !text.isEmpty()) {
            server.config = *config;
            server.where = path;
            noted.configurations.append({path, 1, u"application"_s, withoutSecrets(text)});
        }
    }
    const QString written = container.environment.value(u"KESTRA_CONFIGURATION"_s);
    if (!written.isEmpty())
        noted.configurations.append({variable, 1, u"application"_s, withoutSecrets(written)});
    look->configurations.insert(container.name, noted.configurations);
    look->unknown += noted.unknown;
    server.container = container;
    // Components find their container by the name of its service.
    server.container.service = container.name;
    co_return server;
}

Task<Result<EngineLook>> lookAtEngine(Host *host)
{
    const Result<QList<EngineContainer>> all = co_await allContainers(host);
    if (!all)
        co_return std::unexpected(all.error());
    EngineLook look;
    look.containers = *all;
    for (const EngineContainer &container : *all) {
        if (!isLooseServer(container))
            continue;
        const DockerServer server = co_await serverOf(host, container, &look);
        look.servers.append(server);
    }
    co_return look;
}

/// Where the database of each server is, once the list does not move any more.
void resolveDatabases(EngineLook &look)
{
    for (DockerServer &server : look.servers)
        server.database = containerBehind(look.containers, server.container, server.config.databaseHost(),
                                          portOf(server.config.jdbcUrl()));
}

void takeServers(Installation &installation, const QList<DockerServer> &servers)
{
    for (const DockerServer &server : servers) {
        const ImageReference reference = ImageReference::parse(server.container.image);
        ImageUse use;
        use.service = server.container.name;
        use.image = reference.repository;
        use.tag = reference.tag;
        use.where = tr("container %1").arg(server.container.name);
        installation.images.append(use);
        ComponentState state;
        state.component = server.component;
        state.name = server.container.name;
        state.state = u"unknown"_s;
        installation.components.append(state);
        addEvidence(
            installation, u"components"_s,
            u"docker inspect %1: runs `%2`"_s.arg(server.container.name, server.container.words.join(u' ')));
        if (installation.version.isValid() || !isExactTag(reference.tag))
            continue;
        installation.version = versionOfTag(reference.tag);
        installation.versionAssumed = true;
        addEvidence(installation, u"version"_s,
                    u"docker inspect %1: made from the tag %2"_s.arg(server.container.name, reference.tag));
    }
    if (!installation.version.isValid())
        installation.unknown.append({u"version"_s, tr("The containers only name a tag that moves."),
                                     tr("Start Kestra and look again, or say the version with --from.")});
}

bool isAnonymous(const EngineContainer::Mount &mount)
{
    static const QRegularExpression made(u"\\A[0-9a-f]{64}\\z"_s);
    return mount.type == u"volume" && made.match(mount.name).hasMatch();
}

bool isRemoved(const EngineContainer &container)
{
    return container.inspected[u"HostConfig"_s][u"AutoRemove"_s].toBool();
}

/// Whether what lies at `path` inside outlives the container.
bool isLost(const EngineContainer &container, const QString &path)
{
    for (const EngineContainer::Mount &mount : container.mounts) {
        if (covers(mount.target, path) && mount.type != u"tmpfs")
            return isRemoved(container) && isAnonymous(mount);
    }
    return true;
}

void takeStorage(Installation &installation, const DockerServer &lead)
{
    StorageFacts &storage = installation.storage;
    if (storage.kind != u"local" && !storage.kind.isEmpty())
        return;
    const bool isLocalServer = lead.container.words.contains(u"local"_s);
    if (storage.basePath.isEmpty())
        storage.basePath = isLocalServer ? u"/app/data"_s : u"/app/storage"_s;
    storage.kind = u"local"_s;
    takeStorageContainer(installation, lead.container);
    const bool lost = isLost(lead.container, storage.basePath);
    installation.details.insert(u"storageLost"_s, lost);
    if (lost)
        installation.unknown.append(
            {u"storage"_s,
             tr("%1 is not on a volume that outlives the container: the internal storage is lost with it.")
                 .arg(storage.basePath),
             tr("Copy it out and mount a volume there before the upgrade.")});
}

/// A database that is a file lies in the container as well, or in no file at all.
void takeDatabaseFile(Installation &installation, const DockerServer &lead)
{
    static const QRegularExpression shape(u"^jdbc:(?:sqlite|h2):(?:file:)?(.+)$"_s);
    const QString url = bareUrl(lead.config.jdbcUrl());
    QString path = shape.match(url).captured(1);
    const bool isLocalServer = lead.container.words.contains(u"local"_s);
    if (url.isEmpty() && isLocalServer)
        path = u"/app/data"_s;
    if (path.isEmpty() || path.startsWith(u"tcp:"))
        return;
    if (path.startsWith(u"./"))
        path = u"/app"_s + path.mid(1);
    if (!path.startsWith(u"mem:") && !isLost(lead.container, path))
        return;
    installation.details.insert(u"databaseLost"_s, path);
    installation.unknown.append(
        {u"database"_s, tr("The database %1 is not on a volume that outlives the container.").arg(path),
         tr("Copy it out and mount a volume there before the upgrade.")});
}

void takeDatabase(Installation &installation, const DockerServer &lead, const QList<EngineImage> &images)
{
    takeDatabaseFile(installation, lead);
    const QString kind = lead.config.databaseKind();
    if (kind == u"postgresql" && lead.database) {
        takePostgresContainer(installation, lead.config, *lead.database, images);
        return;
    }
    const bool isPostgres = kind == u"postgresql";
    installation.unknown.append(
        {u"database"_s,
         isPostgres ? tr("The database %1 is in no container of this engine.").arg(lead.config.databaseHost())
         : kind.isEmpty() ? tr("No configuration that names the database was found.")
                          : tr("A database of the kind %1 cannot be read here.").arg(kind),
         isPostgres ? tr("Give access to it, or back it up with its own tools.")
                    : tr("Back it up with its own tools before the upgrade.")});
}

/// What `docker inspect` says of each container, turned into what makes it anew; no value of a variable.
Task<void> takeArguments(Host *host, Installation *installation, const QList<DockerServer> *servers)
{
    QStringList ids;
    for (const DockerServer &server : *servers)
        ids.append(server.container.imageId);
    ids.removeDuplicates();
    const QHash<QString, QJsonObject> images = co_await inspectImages(host, ids);
    QJsonObject all;
    QStringList removed;
    for (const DockerServer &server : *servers) {
        DockerArguments arguments =
            dockerArguments(server.container.inspected, images.value(server.container.imageId));
        // Without it nobody can tell what the image brought along.
        if (!images.contains(server.container.imageId))
            arguments.refused.append(u"Image "_s + server.container.imageId);
        all.insert(server.container.name, arguments.toJson());
        if (isRemoved(server.container))
            removed.append(server.container.name);
    }
    installation->details.insert(u"containers"_s, all);
    installation->details.insert(u"autoRemove"_s, QJsonArray::fromStringList(removed));
}

/// Containers that share a network, processes or memory with the very container that is replaced.
QStringList leaningOn(const QList<EngineContainer> &all, const QList<DockerServer> &servers)
{
    QStringList leaning;
    for (const EngineContainer &other : all) {
        const QJsonValue host = other.inspected[u"HostConfig"_s];
        QStringList needed = textsIn(host[u"Links"_s]);
        for (const QString &mode : {u"NetworkMode"_s, u"PidMode"_s, u"IpcMode"_s}) {
            if (host[mode].toString().startsWith(u"container:"))
                needed.append(host[mode].toString().mid(10));
        }
        const bool leans = std::ranges::any_of(servers, [&needed](const DockerServer &server) {
            const EngineContainer &one = server.container;
            return needed.contains(one.id) || needed.contains(one.name) ||
                   std::ranges::any_of(needed, [&one](const QString &link) {
                       return link.startsWith(u'/' + one.name + u':');
                   });
        });
        if (leans)
            leaning.append(other.name);
    }
    return leaning;
}

Task<Installation> installationOf(Host *host, LookAround around, const EngineLook *look,
                                  QList<DockerServer> servers, QString name)
{
    const DockerServer &lead = servers.first();
    Installation installation;
    installation.kind = InstallationKind::Docker;
    installation.host = host->address();
    installation.title = name;
    installation.address =
        (installation.host.isEmpty() ? QString() : installation.host + u'/') + u"docker:"_s + name;
    takeServers(installation, servers);
    QList<EngineContainer> containers;
    for (const DockerServer &server : std::as_const(servers)) {
        containers.append(server.container);
        for (const ConfigText &text : look->configurations.value(server.container.name)) {
            if (!installation.configurations.contains(text))
                installation.configurations.append(text);
        }
    }
    installation.unknown += look->unknown;
    const Result<QList<EngineImage>> images = co_await localImages(host);
    const QList<EngineImage> known = images.value_or(QList<EngineImage>());
    takeContainers(installation, containers, known);
    takeConfig(installation, lead.config, lead.where, around.secrets);
    takeDatabase(installation, lead, known);
    takeStorage(installation, lead);
    takePorts(installation, lead.config, containers);
    QStringList names;
    for (const EngineContainer &container : look->containers)
        names.append(container.name);
    installation.details.insert(u"allNames"_s, QJsonArray::fromStringList(names));
    installation.details.insert(u"leaning"_s,
                                QJsonArray::fromStringList(leaningOn(look->containers, servers)));
    installation.details.insert(u"engineAnswers"_s, true);
    co_await takeArguments(host, &installation, &servers);
    co_await readFromDatabase(host, &installation, around.secrets);
    co_await readFromApi(host, &installation, around.secrets);
    co_return installation;
}

} // namespace

Task<Result<Installation>> readDocker(LookAround around, QString host, QString name)
{
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    Result<EngineLook> look = co_await lookAtEngine(machine);
    if (!look)
        co_return std::unexpected(look.error());
    resolveDatabases(*look);
    const QList<QList<DockerServer>> groups = groupsOf(look->servers);
    for (const QList<DockerServer> &group : groups) {
        const bool isMember = std::ranges::any_of(
            group, [&name](const DockerServer &server) { return server.container.name == name; });
        if (!isMember)
            continue;
        const QString lead = group.first().container.name;
        Installation installation = co_await installationOf(machine, around, &*look, group, lead);
        co_return installation;
    }
    // In the middle of a run there is a moment at which only what stepped aside is there.
    for (const DockerServer &server : std::as_const(look->servers)) {
        if (!server.container.name.startsWith(name + u"-before-"_s))
            continue;
        const QList<DockerServer> alone{server};
        Installation installation = co_await installationOf(machine, around, &*look, alone, name);
        installation.details.insert(u"setAside"_s, server.container.name);
        co_return installation;
    }
    const bool exists = std::ranges::any_of(
        look->containers, [&name](const EngineContainer &container) { return container.name == name; });
    co_return failure(ErrorKind::NotFound,
                      exists
                          ? tr("The container %1 runs no Kestra server of its own: it belongs to Compose, a "
                               "swarm or a pod, or "
                               "does something else. “find” lists what is here.",
                               "@error")
                                .arg(name)
                          : tr("There is no container %1. “find” lists what is here.", "@error").arg(name));
}

Task<Result<QList<Installation>>> findDocker(LookAround around, QString host)
{
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    Result<EngineLook> look = co_await lookAtEngine(machine);
    if (!look)
        co_return std::unexpected(look.error());
    resolveDatabases(*look);
    QList<Installation> found;
    const QList<QList<DockerServer>> groups = groupsOf(look->servers);
    for (const QList<DockerServer> &group : groups) {
        const QString lead = group.first().container.name;
        const Installation one = co_await installationOf(machine, around, &*look, group, lead);
        found.append(one);
    }
    co_return found;
}
