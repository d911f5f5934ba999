// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composeread.h"

#include "app/installation/compose/composefacts.h"
#include "app/installation/compose/composesources.h"
#include "app/installation/configread.h"
#include "app/installation/imagetag.h"
#include "app/installation/kestraread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("ComposeRead", text, kind);
}

/// What the engine says about one project.
struct EngineView {
    bool answers = false;
    QList<EngineContainer> containers;
    QList<EngineImage> images;
};

bool isOf(const EngineContainer &container, const QString &file)
{
    return container.configFiles.contains(file);
}

QString projectNameFrom(const QString &text)
{
    QString name;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            name.append(c);
    }
    return name;
}

Task<EngineView> engineView(Host *host, QString file, Installation *installation)
{
    EngineView view;
    const Result<QList<EngineContainer>> all = co_await composeContainers(host, {});
    if (!all) {
        installation->unknown.append(
            {u"engine"_s, tr("Docker does not answer: %1").arg(all.error().message),
             tr("Start Docker and look again; until then only the files are known.")});
        co_return view;
    }
    view.answers = true;
    QString project;
    for (const EngineContainer &container : *all) {
        if (isOf(container, file))
            project = container.project;
    }
    for (const EngineContainer &container : *all) {
        if (!project.isEmpty() && container.project == project)
            view.containers.append(container);
    }
    Result<QList<EngineImage>> images = co_await localImages(host);
    if (images)
        view.images = *images;
    co_return view;
}

/// The environment and configuration of the leading service with everything that Compose puts in.
Task<KestraConfig> configOf(Host *host, Installation *installation, const ComposeProject *project,
                            const QList<EngineContainer> *containers)
{
    const ComposeService *service = leadingService(*project);
    if (!service)
        co_return KestraConfig();
    const EngineContainer *container = containerOf(*containers, service->name);
    ConfigSources sources;
    sources.environment = container ? container->environment : service->environment;
    sources.where = service->configurationPath.isEmpty() ? service->path : service->configurationPath;
    sources.files = service->configurationFiles;
    for (const ComposeMount &mount : service->mounts)
        sources.mounts.append({mount.target, mount.source});
    for (const EngineContainer::Mount &mount :
         container ? container->mounts : QList<EngineContainer::Mount>())
        sources.mounts.append({mount.target, mount.source});
    KestraConfig config = co_await readConfig(host, installation, sources);
    co_return config;
}

/// Variables that the file as it is now gives a service with another value than its container was made with.
/// Nothing when no container runs to compare with. `docker compose config` writes every dollar twice.
std::optional<QJsonArray> changedVariables(const QJsonDocument &config,
                                           const QList<EngineContainer> &containers,
                                           const Installation &installation)
{
    QJsonArray changed;
    bool compared = false;
    const QString project = installation.details.value(u"project"_s).toString();
    for (const ImageUse &use : installation.images) {
        const auto container = std::ranges::find_if(containers, [&](const EngineContainer &one) {
            return one.project == project && one.service == use.service && one.state == u"running";
        });
        if (container == containers.end())
            continue;
        compared = true;
        const QJsonObject wanted = config[u"services"_s][use.service][u"environment"_s].toObject();
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const QString value = it.value().toString().replace(u"$$"_s, u"$"_s);
            if (!it.value().isNull() && container->environment.value(it.key()) != value)
                changed.append(use.service + u": "_s + it.key());
        }
    }
    return compared ? std::optional(changed) : std::nullopt;
}

/// Whether Compose itself comes to the same image as the files read here (a variable of the shell would win
/// over
/// `.env`), and whether what runs was made from the files as they are now.
Task<void> compareWithCompose(Host *host, Installation *installation,
                              const QList<EngineContainer> *containers)
{
    ProcessCall call;
    call.program = u"docker"_s;
    call.arguments = {u"compose"_s};
    const QJsonArray envFiles = installation->details.value(u"envFiles"_s).toArray();
    for (const QJsonValue &file : envFiles)
        call.arguments += {u"--env-file"_s, file.toString()};
    const QJsonArray files = installation->details.value(u"files"_s).toArray();
    for (const QJsonValue &file : files)
        call.arguments += {u"-f"_s, file.toString()};
    call.arguments += {u"--project-directory"_s,
                       installation->folder,
                       u"--profile"_s,
                       u"*"_s,
                       u"config"_s,
                       u"--format"_s,
                       u"json"_s};
    call.timeout = std::chrono::seconds(15);
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    const QJsonDocument document = QJsonDocument::fromJson(result ? result->output : QByteArray());
    if (!document.isObject()) {
        const QString reason = result ? result->errorText().section(u'\n', -1) : result.error().message;
        installation->unknown.append({u"compose"_s,
                                      tr("`docker compose config` gives no answer: %1").arg(reason),
                                      tr("Install Docker Compose, or mend the file.")});
        co_return;
    }
    installation->details.insert(u"composeAnswers"_s, true);
    if (const auto changed = changedVariables(document, *containers, *installation))
        installation->details.insert(u"changedVariables"_s, *changed);
    for (const ImageUse &use : std::as_const(installation->images)) {
        const QJsonValue service = document[u"services"_s][use.service];
        const QString resolved = service[u"image"_s].toString();
        const QString ours = use.image + (use.tag.isEmpty() ? QString() : u':' + use.tag);
        const ImageReference theirs = ImageReference::parse(resolved);
        if (resolved.isEmpty() || !service[u"build"_s].isUndefined() ||
            (theirs.repository == use.image && theirs.tag == use.tag))
            continue;
        installation->unknown.append({u"images"_s,
                                      tr("Compose would run %1 for %2, the files read here say %3: a "
                                         "variable outside of them decides.")
                                          .arg(resolved, use.service, ours),
                                      tr("Write the variable into .env.")});
        installation->details.insert(u"imageOutside"_s, use.service);
    }
}

/// Paths and project name of the file, from the running project when there is one.
struct ProjectPlace {
    QStringList files;
    QString folder;
    QString name;
    QStringList envFiles;
};

Task<ProjectPlace> placeOf(Host *host, QString file, const EngineView *view)
{
    ProjectPlace place;
    place.folder = QFileInfo(file).path();
    for (const EngineContainer &container : view->containers) {
        if (!isOf(container, file))
            continue;
        place.files = container.configFiles;
        place.folder = container.workingFolder.isEmpty() ? place.folder : container.workingFolder;
        place.name = container.project;
        place.envFiles = container.envFiles;
        co_return place;
    }
    place.files = co_await withOverride(host, file);
    co_return place;
}

/// A service whose command hides in a script shows it in its process once it runs.
void takeHiddenCommands(Installation &installation, const ComposeProject &project,
                        const QList<EngineContainer> &containers)
{
    for (const ComposeService &service : project.kestraServices()) {
        const EngineContainer *container = containerOf(containers, service.name);
        if (service.component != Component::None || !container || container->state != u"running")
            continue;
        ComponentState state;
        state.component = componentOfCommand(container->words);
        state.name = service.name;
        if (state.component == Component::None && !service.words.isEmpty() &&
            !service.words.contains(u"migrate"_s))
            state.component = Component::Standalone;
        if (state.component != Component::None)
            installation.components.append(state);
    }
}

} // namespace

Task<Result<Installation>> readCompose(LookAround around, QString host, QString file)
{
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    const QString path = host.isEmpty() ? QFileInfo(file).absoluteFilePath() : QDir::cleanPath(file);
    const Result<bool> there = co_await machine->exists(path);
    if (!there)
        co_return std::unexpected(there.error());
    if (!*there)
        co_return failure(ErrorKind::NotFound, tr("There is no Compose file %1.", "@error").arg(path));
    Installation installation;
    installation.host = host;
    installation.address = (host.isEmpty() ? QString() : host + u'/') + u"compose:"_s + path;
    const EngineView view = co_await engineView(machine, path, &installation);
    const ProjectPlace place = co_await placeOf(machine, path, &view);
    const Result<ComposeProject> project =
        co_await loadCompose(machine, place.files, place.folder, place.envFiles);
    if (!project)
        co_return std::unexpected(project.error());
    if (project->kestraServices().isEmpty())
        co_return failure(ErrorKind::NotFound, tr("No service in %1 runs Kestra.", "@error").arg(path));
    const QString name = place.name.isEmpty() ? projectNameFrom(project->projectName()) : place.name;
    takeProject(installation, *project, name, place.envFiles);
    takeServices(installation, *project);
    takeHiddenCommands(installation, *project, view.containers);
    co_await compareWithCompose(machine, &installation, &view.containers);
    if (view.answers)
        takeContainers(installation, view.containers, view.images);
    const KestraConfig config = co_await configOf(machine, &installation, &*project, &view.containers);
    takeConfig(installation, config, leadingService(*project)->path, around.secrets);
    takeDatabase(installation, *project, config, view.containers, view.images);
    takeStorage(installation, *project, view.containers);
    takePorts(installation, config, view.containers);
    installation.details.insert(u"engineAnswers"_s, view.answers);
    co_await readFromDatabase(machine, &installation, around.secrets);
    co_await readFromApi(machine, &installation, around.secrets);
    co_return installation;
}

namespace
{

/// Files named in a folder that could be Compose files.
Task<QStringList> filesIn(Host *host, QString folder)
{
    ProcessCall call;
    call.program = u"find"_s;
    call.arguments = {folder,     u"-maxdepth"_s, u"1"_s,     u"-type"_s,  u"f"_s, u"("_s,      u"-name"_s,
                      u"*.yml"_s, u"-o"_s,        u"-name"_s, u"*.yaml"_s, u")"_s, u"-print0"_s};
    call.timeout = std::chrono::seconds(10);
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    QStringList files;
    for (const QByteArray &name : (result ? result->output : QByteArray()).split('\0')) {
        if (!name.isEmpty())
            files.append(QString::fromUtf8(name));
    }
    files.sort();
    co_return files;
}

/// First files of the running projects that have a Kestra container.
Task<Result<QStringList>> runningFiles(Host *host)
{
    const Result<QList<EngineContainer>> containers = co_await composeContainers(host, {});
    if (!containers)
        co_return std::unexpected(containers.error());
    QStringList files;
    for (const EngineContainer &container : *containers) {
        const bool isKestra = isKestraImage(ImageReference::parse(container.image).repository) ||
                              container.environment.contains(u"KESTRA_CONFIGURATION"_s) ||
                              (componentOfCommand(container.words) != Component::None &&
                               container.words.join(u' ').contains(u"kestra"_s));
        const QString file = container.configFiles.value(0);
        if (isKestra && !file.isEmpty() && !files.contains(file))
            files.append(file);
    }
    co_return files;
}

/// A file that another candidate takes in (override, include, extends) is no installation of its own.
Task<QStringList> standaloneFiles(Host *host, QStringList files)
{
    QStringList kept;
    QStringList takenIn;
    for (const QString &file : files) {
        const QStringList all = co_await withOverride(host, file);
        const Result<ComposeProject> project = co_await loadCompose(host, all, QFileInfo(file).path(), {});
        if (!project || project->kestraServices().isEmpty())
            continue;
        kept.append(file);
        for (const QString &other : project->sources().texts.keys()) {
            if (other != file)
                takenIn.append(other);
        }
    }
    QStringList result;
    for (const QString &file : std::as_const(kept)) {
        if (!takenIn.contains(file))
            result.append(file);
    }
    co_return result;
}

} // namespace

Task<Result<QList<Installation>>> findCompose(LookAround around, QString host, QString hint)
{
    QList<Installation> found;
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    QStringList files;
    if (hint.isEmpty()) {
        const Result<QStringList> running = co_await runningFiles(machine);
        if (!running)
            co_return std::unexpected(running.error());
        files = *running;
    } else {
        const QString path = host.isEmpty() ? QFileInfo(hint).absoluteFilePath() : hint;
        const Result<QByteArray> bytes = co_await machine->readFile(path);
        if (bytes) {
            Result<Installation> one = co_await readCompose(around, host, path);
            if (!one)
                co_return std::unexpected(one.error());
            found.append(*one);
            co_return found;
        }
        const QStringList all = co_await filesIn(machine, path);
        files = co_await standaloneFiles(machine, all);
        // A folder whose own Compose file cannot be understood must say so, not look empty.
        for (const QString &file : all) {
            const QString name = QFileInfo(file).completeBaseName();
            if (files.isEmpty() && (name == u"docker-compose" || name == u"compose"))
                files.append(file);
        }
    }
    for (const QString &file : std::as_const(files)) {
        Result<Installation> one = co_await readCompose(around, host, file);
        if (one)
            found.append(*one);
        else if (files.size() == 1 && one.error().kind == ErrorKind::BadInput)
            co_return std::unexpected(one.error());
    }
    co_return found;
}
