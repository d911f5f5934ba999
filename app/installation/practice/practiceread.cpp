// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/practice/practiceread.h"

#include "app/installation/apiread.h"
#include "app/installation/databaseread.h"
#include "app/installation/kestraconfig.h"
#include "app/installation/yamltree.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind)
{
    return QCoreApplication::translate("PracticeRead", text, kind);
}

void addEvidence(Installation &installation, const QString &fact, const QString &text)
{
    installation.evidence.append({fact, text, QDateTime::currentDateTimeUtc()});
}

/// What practice.yaml alone says: version, its line, the components and their ports.
Result<void> takeFile(Installation &installation, const QByteArray &bytes, const QString &path)
{
    const Result<YamlTree> tree = YamlTree::parse(bytes, path);
    if (!tree)
        return std::unexpected(tree.error());
    const int root = tree->roots().value(0, -1);
    const int version = tree->child(root, u"version");
    if (version < 0)
        return failure(ErrorKind::BadInput,
                       tr("%1 has no `version:`, so it is no practice installation.", "@error").arg(path));
    installation.version = Version::of(tree->text(version));
    installation.images.append({u"practice"_s,
                                u"practice-kestra"_s,
                                tree->text(version),
                                path + u':' + QString::number(tree->node(version).line),
                                {},
                                {}});
    installation.configurations.append({path, 1, u"practice"_s, QString::fromUtf8(bytes)});
    for (const auto &[name, node] : tree->entries(tree->child(root, u"components"))) {
        const Component component = componentFromName(name);
        const bool isLater =
            component == Component::Controller && installation.version < Version::of(u"2.0.0-rc0");
        if (component == Component::None || isLater)
            continue;
        ComponentState state;
        state.component = component;
        state.name = name;
        state.state = u"unknown"_s;
        state.managementUrl = u"http://localhost:%1"_s.arg(tree->text(tree->child(node, u"managementPort")));
        installation.components.append(state);
        if (component == Component::Webserver || component == Component::Standalone)
            installation.api.url = u"http://localhost:%1"_s.arg(tree->text(tree->child(node, u"port")));
    }
    return {};
}

Result<void> takeConfiguration(Installation &installation, const QByteArray &bytes, const QString &path,
                               SecretStore *secrets)
{
    installation.configurations.append({path, 1, u"application"_s, QString::fromUtf8(bytes)});
    const Result<KestraConfig> config = KestraConfig::parse(QString::fromUtf8(bytes), path, {});
    if (!config)
        return std::unexpected(config.error());
    const QDir folder(installation.folder);
    installation.graceSeconds = config->graceSeconds();
    installation.api.user = config->apiUser();
    installation.api.secret =
        installation.api.user.isEmpty() ? QString() : apiSecretName(installation.address);
    config->rememberSecrets(secrets, installation.address);
    installation.storage.kind = config->storageKind();
    installation.storage.basePath = folder.absoluteFilePath(
        config->storageBasePath().isEmpty() ? u"storage"_s : config->storageBasePath());
    installation.storage.hostPath = installation.storage.basePath;
    addEvidence(installation, u"storage"_s, path);
    return {};
}

/// States of the processes as the program itself sees them.
Task<Installation> withStatus(Host *host, Installation installation)
{
    ProcessCall call;
    call.program = practiceProgram();
    call.arguments = {u"status"_s, installation.folder, u"--json"_s};
    call.timeout = std::chrono::seconds(10);
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    const QJsonDocument document = QJsonDocument::fromJson(result ? result->output : QByteArray());
    if (!document.isObject()) {
        installation.unknown.append({u"components"_s,
                                     tr("`practice-kestra status` does not answer.", "@info"),
                                     tr("Put practice-kestra beside this program, or into PATH.", "@info")});
        co_return installation;
    }
    const QJsonArray entries = document[u"components"_s].toArray();
    for (const QJsonValue &entry : entries) {
        for (ComponentState &state : installation.components) {
            if (state.name == entry[u"name"_s].toString())
                state.state = entry[u"state"_s].toString();
        }
    }
    addEvidence(installation, u"components"_s, u"practice-kestra status %1"_s.arg(installation.folder));
    co_return installation;
}

Task<Installation> withDatabase(Host *host, Installation installation)
{
    DatabaseFacts &facts = installation.database;
    facts.kind = u"sqlite"_s;
    facts.access.kind = DatabaseAccess::Kind::Sqlite;
    facts.access.file = installation.folder + u"/kestra.sqlite"_s;
    const Result<DatabaseReading> reading = co_await readDatabase(host, facts.access);
    if (!reading) {
        installation.unknown.append(
            {u"database"_s, reading.error().message, tr("Start the installation once.", "@info")});
        co_return installation;
    }
    facts.serverVersion = reading->serverVersion;
    facts.schemaVersion = reading->schemaVersion;
    facts.failedMigrations = reading->failedMigrations;
    facts.bytes = reading->bytes;
    installation.flows = reading->flows;
    installation.flowsKnown = reading->flowsKnown;
    installation.unknown += reading->unknown;
    addEvidence(installation, u"database"_s, facts.access.file);
    for (ComponentState &state : installation.components) {
        for (const ServiceRow &row : reading->services) {
            const QString wanted = state.component == Component::Standalone ? u"executor"_s : state.name;
            if (row.type.toLower() == wanted && row.fresh && !state.version.isValid())
                state.version = Version::of(row.version);
        }
    }
    co_return installation;
}

Task<Installation> withApi(Host *host, Installation installation, SecretStore *secrets)
{
    const ApiReading reading =
        co_await readApi(host, installation.api.url, installation.api.user, installation.api.secret, secrets);
    installation.api = reading.api;
    installation.evidence += reading.evidence;
    installation.unknown += reading.unknown;
    if (reading.version.isValid())
        installation.version = reading.version;
    else
        installation.versionAssumed = true;
    co_return installation;
}

} // namespace

QString practiceProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/practice-kestra"_s;
    return QFileInfo(beside).isExecutable() ? beside : u"practice-kestra"_s;
}

Task<Result<Installation>> readPractice(LookAround around, QString host, QString folder)
{
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    Installation installation;
    installation.kind = InstallationKind::Practice;
    installation.host = host;
    installation.folder = host.isEmpty() ? QFileInfo(folder).absoluteFilePath() : QDir::cleanPath(folder);
    installation.title = QFileInfo(installation.folder).fileName();
    installation.address = (host.isEmpty() ? QString() : host + u'/') + u"practice:"_s + installation.folder;
    const QString file = installation.folder + u"/practice.yaml"_s;
    const Result<QByteArray> bytes = co_await machine->readFile(file);
    if (!bytes && bytes.error().kind != ErrorKind::NotFound)
        co_return std::unexpected(bytes.error());
    if (!bytes)
        co_return failure(ErrorKind::NotFound,
                          tr("There is no practice installation in %1 (no practice.yaml in it).", "@error")
                              .arg(installation.folder));
    if (const Result<void> taken = takeFile(installation, *bytes, file); !taken)
        co_return std::unexpected(taken.error());
    const QString application = installation.folder + u"/application.yaml"_s;
    const Result<QByteArray> configuration = co_await machine->readFile(application);
    if (configuration) {
        if (const Result<void> taken =
                takeConfiguration(installation, *configuration, application, around.secrets);
            !taken)
            installation.unknown.append(
                {u"configuration"_s, taken.error().message, tr("Mend the file.", "@info")});
    }
    installation = co_await withStatus(machine, std::move(installation));
    installation = co_await withDatabase(machine, std::move(installation));
    installation = co_await withApi(machine, std::move(installation), around.secrets);
    co_return installation;
}
