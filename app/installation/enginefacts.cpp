// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/enginefacts.h"

#include "app/installation/imagetag.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString stateOf(const EngineContainer &container)
{
    if (container.state == u"running")
        return container.health == u"starting" ? u"starting"_s : u"running"_s;
    if (container.state == u"restarting")
        return u"starting"_s;
    return container.state == u"paused" ? u"paused"_s : u"stopped"_s;
}

QString digestOf(const QList<EngineImage> &images, const QString &id, const QString &repository)
{
    for (const EngineImage &image : images) {
        if (image.id == id && image.repository == repository && !image.digest.isEmpty())
            return image.digest;
    }
    return {};
}

} // namespace

void addEvidence(Installation &installation, const QString &fact, const QString &text)
{
    installation.evidence.append({fact, text, QDateTime::currentDateTimeUtc()});
}

const EngineContainer *containerOf(const QList<EngineContainer> &containers, const QString &service)
{
    const auto found = std::ranges::find_if(
        containers, [&](const EngineContainer &container) { return container.service == service; });
    return found == containers.cend() ? nullptr : &*found;
}

bool covers(const QString &target, const QString &path)
{
    return !target.isEmpty() &&
           (path == target || path.startsWith(target.endsWith(u'/') ? target : target + u'/'));
}

void takeContainers(Installation &installation, const QList<EngineContainer> &containers,
                    const QList<EngineImage> &images)
{
    for (ComponentState &state : installation.components) {
        QStringList states;
        for (const EngineContainer &container : containers) {
            if (container.service == state.name)
                states.append(stateOf(container));
        }
        state.replicas = std::max<int>(1, static_cast<int>(states.size()));
        const bool isMixed = !states.isEmpty() && states.count(states.first()) != states.size();
        state.state = states.isEmpty() ? u"stopped"_s : isMixed ? u"starting"_s : states.first();
    }
    QJsonObject known;
    for (ImageUse &use : installation.images) {
        const EngineContainer *container = containerOf(containers, use.service);
        if (!container)
            continue;
        const QString written = ImageReference::parse(container->image).repository;
        use.imageId = container->imageId;
        use.digest = digestOf(images, container->imageId, written);
        if (use.digest.isEmpty())
            use.digest = ImageReference::parse(container->image).digest;
        addEvidence(installation, u"images"_s,
                    u"docker inspect %1: image %2"_s.arg(container->name, container->imageId));
    }
    for (const EngineImage &image : images) {
        const bool matters = std::ranges::any_of(
            installation.images, [&](const ImageUse &use) { return use.image == image.repository; });
        if (matters && !image.tag.isEmpty())
            known.insert(image.repository + u':' + image.tag, image.id);
    }
    installation.details.insert(u"localImages"_s, known);
    addEvidence(installation, u"components"_s, u"docker ps --all, docker inspect"_s);
}

void takeConfig(Installation &installation, const KestraConfig &config, const QString &where,
                SecretStore *secrets)
{
    installation.graceSeconds = config.graceSeconds();
    installation.database.kind = config.databaseKind();
    installation.storage.kind = config.storageKind();
    installation.storage.basePath = config.storageBasePath();
    installation.api.user = config.apiUser();
    installation.api.secret =
        installation.api.user.isEmpty() ? QString() : apiSecretName(installation.address);
    config.rememberSecrets(secrets, installation.address);
    addEvidence(installation, u"database"_s, u"%1 names a %2 database"_s.arg(where, config.databaseKind()));
    addEvidence(installation, u"storage"_s,
                u"%1 says %2 %3"_s.arg(where, config.storageKind(), config.storageBasePath()));
}

void takePostgresContainer(Installation &installation, const KestraConfig &config,
                           const EngineContainer &container, const QList<EngineImage> &images)
{
    installation.details.insert(u"databaseContainer"_s, container.name);
    installation.details.insert(u"databaseImageId"_s, container.imageId);
    installation.details.insert(
        u"databaseDigest"_s,
        digestOf(images, container.imageId, ImageReference::parse(container.image).repository));
    DatabaseAccess &access = installation.database.access;
    access.kind = DatabaseAccess::Kind::PostgreSql;
    access.database = config.databaseName();
    access.psqlCommand = {u"docker"_s, u"exec"_s, u"-i"_s};
    if (!config.databaseSchema().isEmpty())
        access.psqlCommand += {u"-e"_s, u"PGOPTIONS=-csearch_path="_s + config.databaseSchema()};
    access.psqlCommand += {container.name, u"psql"_s, u"-U"_s, config.databaseUser()};
}

void takeStorageContainer(Installation &installation, const EngineContainer &container)
{
    StorageFacts &storage = installation.storage;
    installation.details.insert(u"storageContainer"_s, container.name);
    for (const EngineContainer::Mount &mount : container.mounts) {
        if (!covers(mount.target, storage.basePath))
            continue;
        storage.volume = mount.name;
        installation.details.insert(u"storageMount"_s,
                                    (mount.name.isEmpty() ? mount.source : mount.name) + u':' + mount.target);
        storage.hostPath = mount.source + storage.basePath.mid(mount.target.size());
        addEvidence(
            installation, u"storage"_s,
            u"docker inspect %1: %2 lies in %3"_s.arg(container.name, storage.basePath, mount.source));
    }
    installation.details.insert(u"storageLost"_s, storage.hostPath.isEmpty());
}

void takePorts(Installation &installation, const KestraConfig &config,
               const QList<EngineContainer> &containers)
{
    const QString server = QString::number(config.serverPort());
    const QString management = QString::number(config.managementPort());
    const QString context = config.value(u"micronaut.server.context-path"_s);
    for (ComponentState &state : installation.components) {
        const EngineContainer *container = containerOf(containers, state.name);
        if (!container || container->state != u"running")
            continue;
        const bool isWeb =
            state.component == Component::Webserver || state.component == Component::Standalone;
        QString url = container->published.value(server);
        if (url.isEmpty() && !container->address.isEmpty() && installation.host.isEmpty())
            url = u"http://%1:%2"_s.arg(container->address, server);
        if (isWeb && installation.api.url.isEmpty() && !url.isEmpty()) {
            installation.api.url = url + (context.isEmpty() || context == u"/"
                                              ? QString()
                                              : (context.startsWith(u'/') ? context : u'/' + context));
            installation.details.insert(u"apiPublished"_s, container->published.contains(server));
        }
        state.managementUrl = container->published.value(management);
        if (state.managementUrl.isEmpty() && !container->address.isEmpty() && installation.host.isEmpty())
            state.managementUrl = u"http://%1:%2"_s.arg(container->address, management);
    }
}
