// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composefacts.h"

#include "app/installation/compose/composeedit.h"
#include "app/installation/imagetag.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ComposeFacts", text, "@info");
}

QString withConvertedMark(const QByteArray &bytes)
{
    // fromUtf8() would drop a byte order mark, and the file must come back byte for byte.
    const QString text = QString::fromUtf8(bytes);
    return bytes.startsWith("\xef\xbb\xbf") ? QChar(0xfeff) + text : text;
}

QString formatOf(const QString &path, const ComposeProject &project)
{
    if (project.sources().files.contains(path))
        return u"compose"_s;
    for (const ComposeService &service : project.services()) {
        if (service.dockerfile == path)
            return u"dockerfile"_s;
    }
    return path.endsWith(u".yml"_s) || path.endsWith(u".yaml"_s) ? u"compose"_s : u"env"_s;
}

void takeImage(Installation &installation, const ComposeService &service)
{
    const ImageReference reference = ImageReference::parse(QString::fromUtf8(joined(decidingText(service))));
    ImageUse use;
    use.service = service.name;
    use.image = reference.repository;
    use.tag = reference.tag;
    use.where = tagWhere(service);
    use.digest = reference.digest;
    installation.images.append(use);
    if (reference.tag.isEmpty() || installation.version.isValid())
        return;
    if (isExactTag(reference.tag)) {
        installation.version = versionOfTag(reference.tag);
        installation.versionAssumed = true;
        addEvidence(installation, u"version"_s, u"%1 names the tag %2"_s.arg(use.where, reference.tag));
    }
}

void takeConfigurationBlock(Installation &installation, const ComposeService &service)
{
    if (service.configuration.isEmpty())
        return;
    const ConfigText block{service.configurationPath, service.configurationLine, u"application"_s,
                           service.configuration};
    const bool known = std::ranges::any_of(installation.configurations, [&](const ConfigText &other) {
        return other.path == block.path && other.firstLine == block.firstLine && other.format == block.format;
    });
    if (!known)
        installation.configurations.append(block);
}

} // namespace

const ComposeService *leadingService(const ComposeProject &project)
{
    const ComposeService *leading = nullptr;
    for (const ComposeService &service : project.services()) {
        if (!service.isKestra)
            continue;
        const bool leads =
            service.component == Component::Webserver || service.component == Component::Standalone;
        if (!leading || (leads && leading->component != Component::Webserver &&
                         leading->component != Component::Standalone))
            leading = &service;
    }
    return leading;
}

/// How long Compose waits before it kills, where a file does not say.
constexpr int composeStopSeconds = 10;

void takeProject(Installation &installation, const ComposeProject &project, const QString &projectName,
                 const QStringList &envFiles)
{
    const ComposeSources &sources = project.sources();
    installation.kind = InstallationKind::Compose;
    installation.folder = sources.folder;
    installation.title = projectName;
    installation.details.insert(u"project"_s, projectName);
    installation.details.insert(u"folder"_s, sources.folder);
    installation.details.insert(u"files"_s, QJsonArray::fromStringList(sources.files));
    installation.details.insert(u"envFiles"_s, QJsonArray::fromStringList(envFiles));
    QJsonObject stopSeconds;
    for (const ComposeService &service : project.kestraServices()) {
        if (service.component == Component::Worker || service.component == Component::Standalone)
            stopSeconds.insert(service.name, service.stopGracePeriod.text.isEmpty()
                                                 ? composeStopSeconds
                                                 : durationSeconds(service.stopGracePeriod.text));
    }
    installation.details.insert(u"stopSeconds"_s, stopSeconds);
    QStringList paths = sources.texts.keys();
    paths.sort();
    for (const QString &path : std::as_const(paths))
        installation.configurations.append(
            {path, 1, formatOf(path, project), withConvertedMark(sources.texts.value(path))});
    for (const QString &warning : project.warnings())
        installation.unknown.append({u"files"_s, warning, tr("Mend the file, then look again.")});
}

void takeServices(Installation &installation, const ComposeProject &project)
{
    for (const ComposeService &service : project.kestraServices()) {
        takeImage(installation, service);
        takeConfigurationBlock(installation, service);
        if (service.component == Component::None) {
            installation.unknown.append(
                {u"components"_s,
                 service.words.isEmpty()
                     ? tr("The service %1 has no command, so its container only prints a help text and ends.")
                           .arg(service.name)
                     : tr("What the service %1 starts is hidden in a script or is no server.")
                           .arg(service.name),
                 tr("Write `command: server standalone`, or start it once and look again.")});
            continue;
        }
        ComponentState state;
        state.component = service.component;
        state.name = service.name;
        state.state = u"unknown"_s;
        installation.components.append(state);
        addEvidence(installation, u"components"_s,
                    u"%1:%2 runs `%3`"_s.arg(service.path).arg(service.line).arg(service.words.join(u' ')));
    }
    if (!installation.version.isValid())
        installation.unknown.append({u"version"_s, tr("The files only name a tag that moves."),
                                     tr("Start Kestra and look again, or say the version with --from.")});
}

void takeDatabase(Installation &installation, const ComposeProject &project, const KestraConfig &config,
                  const QList<EngineContainer> &containers, const QList<EngineImage> &images)
{
    if (config.databaseKind() != u"postgresql") {
        installation.unknown.append(
            {u"database"_s,
             config.databaseKind().isEmpty()
                 ? tr("No configuration that names the database was found.")
                 : tr("A database of the kind %1 cannot be read here.").arg(config.databaseKind()),
             tr("Back it up with its own tools before the upgrade.")});
        return;
    }
    const QString host = config.databaseHost();
    const EngineContainer *container = containerOf(containers, host);
    if (!container) {
        const auto named =
            std::ranges::find_if(containers, [&](const EngineContainer &one) { return one.name == host; });
        container = named == containers.cend() ? nullptr : &*named;
    }
    const ComposeService *service = project.service(container ? container->service : host);
    if (service)
        installation.details.insert(u"databaseService"_s, service->name);
    if (!container) {
        installation.unknown.append(
            {u"database"_s,
             service ? tr("The database %1 has no container now.").arg(host)
                     : tr("The database %1 is not part of this Compose project.").arg(host),
             service ? tr("Start it and look again.")
                     : tr("Give access to it, or back it up with its own tools.")});
        return;
    }
    takePostgresContainer(installation, config, *container, images);
}

void takeStorage(Installation &installation, const ComposeProject &project,
                 const QList<EngineContainer> &containers)
{
    StorageFacts &storage = installation.storage;
    if (storage.kind != u"local" && !storage.kind.isEmpty())
        return;
    const ComposeService *service = leadingService(project);
    const bool isLocalServer = service && service->words.contains(u"local"_s);
    if (storage.basePath.isEmpty())
        storage.basePath = isLocalServer ? u"/app/data"_s : u"/app/storage"_s;
    storage.kind = u"local"_s;
    const EngineContainer *container = service ? containerOf(containers, service->name) : nullptr;
    if (container) {
        takeStorageContainer(installation, *container);
    } else if (service) {
        for (const ComposeMount &mount : service->mounts) {
            if (!covers(mount.target, storage.basePath))
                continue;
            const bool isFolder = mount.source.startsWith(u'/');
            storage.volume = isFolder ? QString() : mount.source;
            storage.hostPath =
                isFolder ? mount.source + storage.basePath.mid(mount.target.size()) : QString();
        }
        installation.details.insert(u"storageLost"_s, storage.hostPath.isEmpty() && storage.volume.isEmpty());
    }
    if (installation.details.value(u"storageLost"_s).toBool())
        installation.unknown.append(
            {u"storage"_s,
             tr("%1 is not on a volume: the internal storage is lost when the container is made anew.")
                 .arg(storage.basePath),
             tr("Copy it out and mount a volume there before the upgrade.")});
}
