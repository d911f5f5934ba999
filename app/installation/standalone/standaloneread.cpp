// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneread.h"

#include "app/installation/enginefacts.h"
#include "app/installation/kestraread.h"
#include "app/installation/standalone/standalonedatabase.h"
#include "app/installation/standalone/standalonelook.h"
#include "app/installation/standalone/standaloneservers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("StandaloneRead", text, kind);
}

/// Programs of the servers, and the version that their names or their own papers say.
Task<void> takePrograms(Host *host, Installation *installation, const QList<StandaloneServer> *servers)
{
    QJsonArray programs;
    QHash<QString, StandaloneProgram> known;
    for (const StandaloneServer &server : *servers) {
        if (!known.contains(server.program)) {
            const StandaloneProgram looked = co_await lookAtProgram(host, server.program);
            known.insert(server.program, looked);
            programs.append(known.value(server.program).toJson());
        }
        const StandaloneProgram program = known.value(server.program);
        QString said = program.named;
        if (said.isEmpty() && !program.real.isEmpty())
            said = co_await versionInJar(host, program.real);
        const Version version = Version::of(said);
        if (program.real.isEmpty())
            installation->unknown.append({u"images"_s, tr("There is no program %1.").arg(program.path),
                                          tr("Put it there, or mend what starts it.")});
        ImageUse use;
        use.service = server.name;
        use.image = u"kestra"_s;
        use.tag = said;
        use.where = program.pin() == StandaloneProgram::Pin::Text   ? server.where
                    : program.pin() == StandaloneProgram::Pin::Link ? program.link
                                                                    : program.path;
        installation->images.append(use);
        if (!version.isValid() || installation->version.isValid())
            continue;
        installation->version = version;
        installation->versionAssumed = true;
        const QString papers = program.named.isEmpty() ? u"the jar %1 says %2"_s : u"%1 names %2"_s;
        addEvidence(*installation, u"version"_s, papers.arg(use.where, said));
    }
    installation->details.insert(u"programs"_s, programs);
    if (!installation->version.isValid())
        installation->unknown.append({u"version"_s, tr("Neither names nor the jar say which version it is."),
                                      tr("Start Kestra and look again, or say the version with --from.")});
}

/// Whoever runs without a unit and starts from another database than the rest is another installation.
void refuseMixture(Installation &installation, const QStringList &databases)
{
    if (databases.size() < 2)
        return;
    installation.details.insert(u"severalDatabases"_s, true);
    installation.unknown.append(
        {u"configuration"_s,
         tr("The servers of this folder use different databases: they are several installations."),
         tr("Give each of them a folder of its own, with its own link to the program.")});
}

Task<KestraConfig> takeConfiguration(Host *host, Installation *installation,
                                     const QList<StandaloneServer> *servers, SecretStore *secrets)
{
    const StandaloneServer *leading = leadingServer(*servers);
    KestraConfig leadingConfig;
    QString leadingPlace;
    QStringList databases;
    QHash<QString, KestraConfig> seen;
    for (const StandaloneServer &server : *servers) {
        const StandaloneConfig read = co_await readConfiguration(host, server, installation);
        if (!databases.contains(read.config.jdbcUrl()) && !read.config.jdbcUrl().isEmpty())
            databases.append(read.config.jdbcUrl());
        if (&server == leading) {
            leadingConfig = read.config;
            leadingPlace = read.where;
        }
    }
    refuseMixture(*installation, databases);
    if (leading)
        takeConfig(*installation, leadingConfig, leadingPlace, secrets);
    co_return leadingConfig;
}

void takeStorageFolder(Installation &installation, const StandaloneServer &leading)
{
    StorageFacts &storage = installation.storage;
    if (!storage.kind.isEmpty() && storage.kind != u"local")
        return;
    const bool isLocalServer = leading.command.role == u"local"_s;
    storage.kind = u"local"_s;
    if (isLocalServer)
        storage.basePath = leading.absolute(u"data"_s);
    else if (storage.basePath.isEmpty()) {
        installation.unknown.append({u"storage"_s, tr("No configuration says where the internal storage is."),
                                     tr("Set kestra.storage.local.base-path, then look again.")});
        storage.kind.clear();
        return;
    }
    storage.basePath = leading.absolute(storage.basePath);
    storage.hostPath = storage.basePath;
}

void takePortsOf(Installation &installation, const KestraConfig &config, const StandaloneServer &leading)
{
    const QStringList ports = leading.command.values(u"--port"_s, u"--port"_s);
    const int port = ports.isEmpty() ? config.serverPort() : ports.last().toInt();
    const QString context = config.value(u"micronaut.server.context-path"_s);
    const bool serves = leading.command.component == Component::Webserver ||
                        leading.command.component == Component::Standalone;
    if (!serves || leading.state == u"stopped")
        return;
    installation.api.url = u"http://localhost:%1"_s.arg(port);
    if (!context.isEmpty() && context != u"/")
        installation.api.url += context.startsWith(u'/') ? context : u'/' + context;
    for (ComponentState &state : installation.components) {
        if (state.name == leading.name && leading.command.role != u"local")
            state.managementUrl = u"http://localhost:%1"_s.arg(config.managementPort());
    }
}

Task<void> takeSurroundings(Host *host, Installation *installation, const StandaloneServer *leading)
{
    const JavaFacts java = co_await lookAtJava(host, *leading);
    installation->javaVersion = java.version;
    QJsonArray others;
    for (const auto &[program, version] : java.others)
        others.append(QJsonObject{{u"program"_s, program}, {u"version"_s, version}});
    installation->details.insert(
        u"java"_s,
        QJsonObject{{u"program"_s, java.program}, {u"version"_s, java.version}, {u"others"_s, others}});
    if (java.version.isEmpty())
        installation->unknown.append({u"java"_s, tr("The Java that Kestra runs on was not found."),
                                      tr("Install the Java that the target needs.")});
    else
        addEvidence(*installation, u"java"_s, u"%1 -version said %2"_s.arg(java.program, java.version));
    const PluginFacts plugins = co_await lookAtPlugins(host, *leading);
    installation->plugins = plugins.files;
    installation->details.insert(u"pluginsFolder"_s, plugins.folder);
    if (!plugins.files.isEmpty())
        addEvidence(*installation, u"plugins"_s,
                    u"%1 holds %2 plugins"_s.arg(plugins.folder).arg(plugins.files.size()));
}

Task<Installation> assembled(LookAround around, Host *host, Installation installation,
                             const StandaloneSite *site, QList<StandaloneServer> servers)
{
    takeServers(installation, *site, servers);
    co_await takePrograms(host, &installation, &servers);
    const KestraConfig config = co_await takeConfiguration(host, &installation, &servers, around.secrets);
    if (const StandaloneServer *leading = leadingServer(servers)) {
        co_await takeSurroundings(host, &installation, leading);
        takeStorageFolder(installation, *leading);
        co_await takeDatabase(host, &installation, config, leading, around.secrets);
        takePortsOf(installation, config, *leading);
    }
    co_await readFromDatabase(host, &installation, around.secrets);
    co_await readFromApi(host, &installation, around.secrets);
    co_return installation;
}

/// A folder that only holds the program: nothing starts it that could be seen.
Task<QString> programIn(Host *host, QString folder)
{
    ProcessCall call;
    call.program = u"find"_s;
    call.arguments = {folder + u'/', u"-maxdepth"_s, u"1"_s,     u"-name"_s,
                      u"kestra*"_s,  u"!"_s,         u"-type"_s, u"d"_s};
    call.timeout = std::chrono::seconds(10);
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    QStringList names;
    for (const QByteArray &line : (result ? result->output : QByteArray()).split('\n')) {
        const QString path = QDir::cleanPath(QString::fromUtf8(line));
        if (!line.isEmpty() && KestraCommand::from({path, u"server"_s, u"local"_s}))
            names.append(path);
    }
    names.sort();
    co_return names.value(0);
}

Installation begun(const QString &host, const QString &folder)
{
    Installation installation;
    installation.kind = InstallationKind::Standalone;
    installation.host = host;
    installation.folder = folder;
    installation.title = QFileInfo(folder).fileName();
    installation.address = (host.isEmpty() ? QString() : host + u'/') + u"standalone:"_s + folder;
    return installation;
}

Task<Result<Installation>> readIn(LookAround around, QString host, QString folder, const StandaloneSite *site)
{
    Host *machine = around.hosts->at(host);
    QList<StandaloneServer> servers = serversIn(*site, folder);
    Installation installation = begun(host, folder);
    if (!servers.isEmpty()) {
        installation = co_await assembled(around, machine, std::move(installation), site, std::move(servers));
        co_return installation;
    }
    const QString program = co_await programIn(machine, folder);
    if (program.isEmpty())
        co_return failure(
            ErrorKind::NotFound,
            tr("No program of Kestra lies in %1, and nothing starts one from there.", "@error").arg(folder));
    StandaloneServer lone;
    lone.name = u"kestra"_s;
    lone.program = program;
    const QList<StandaloneServer> only{lone};
    takeServers(installation, *site, {});
    co_await takePrograms(machine, &installation, &only);
    installation.unknown.append({u"components"_s,
                                 tr("Neither a unit of systemd nor a process starts %1.").arg(program),
                                 tr("Start it once the usual way, then look again.")});
    co_return installation;
}

/// A unit that runs Kestra in a container is named for what it is.
Result<QString> folderOf(const StandaloneSite &site, const QString &hint)
{
    for (const SystemdUnit &unit : site.units) {
        if (!unit.files.contains(hint))
            continue;
        if (unit.runsContainer)
            return failure(ErrorKind::NeedsPerson,
                           tr("%1 runs Kestra in a container by a command of its own. Change the tag in that "
                              "command by hand, after a backup, or turn it into a Compose file.",
                              "@error")
                               .arg(hint));
        return QFileInfo(unit.program()).path();
    }
    return hint;
}

} // namespace

Task<Result<Installation>> readStandalone(LookAround around, QString host, QString folder)
{
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    const StandaloneSite site = co_await lookAtSite(machine);
    Result<Installation> installation = co_await readIn(around, host, QDir::cleanPath(folder), &site);
    co_return installation;
}

Task<Result<QList<Installation>>> findStandalone(LookAround around, QString host, QString hint)
{
    QList<Installation> found;
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    const StandaloneSite site = co_await lookAtSite(machine);
    QStringList folders = programFolders(site);
    if (!hint.isEmpty()) {
        const Result<QString> place = folderOf(site, QDir::cleanPath(hint));
        if (!place)
            co_return std::unexpected(place.error());
        const QString parent = QFileInfo(*place).path();
        const QString program = co_await programIn(machine, *place);
        if (folders.contains(*place) || !program.isEmpty())
            folders = {*place};
        else if (KestraCommand::from({*place, u"server"_s, u"local"_s}) && folders.contains(parent))
            folders = {parent};
        else
            co_return found;
    }
    for (const QString &folder : std::as_const(folders)) {
        Result<Installation> one = co_await readIn(around, host, folder, &site);
        if (one)
            found.append(*one);
    }
    co_return found;
}
