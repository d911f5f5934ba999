// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmread.h"

#include "app/installation/enginefacts.h"
#include "app/installation/helm/helmcalls.h"
#include "app/installation/helm/helmfacts.h"
#include "app/installation/helm/helmfiles.h"
#include "app/installation/helm/helmmigration.h"
#include "app/installation/helm/helmplan.h"
#include "app/installation/helm/helmscripts.h"
#include "app/installation/kestraread.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

const QString officialRepository = u"https://helm.kestra.io/"_s;

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("HelmRead", text, kind);
}

ProcessCall callOf(const QStringList &words, std::chrono::milliseconds limit)
{
    ProcessCall call;
    call.program = words.value(0);
    call.arguments = words.mid(1);
    call.timeout = limit;
    return call;
}

/// The same chart again: from a repository that is set up here, else from Kestra's own.
Task<void> findChart(Host *host, Installation *installation)
{
    QJsonObject &details = installation->details;
    const QString name = details[u"chartName"].toString();
    const QString version = details[u"chartVersion"].toString();
    if (name.isEmpty())
        co_return;
    const QString given = qEnvironmentVariable("KESTRA_UPGRADE_CHART");
    if (!given.isEmpty()) {
        details.insert(u"chart"_s, QJsonObject{{u"reference"_s, given}});
        addEvidence(*installation, u"chart"_s, u"KESTRA_UPGRADE_CHART names %1"_s.arg(given));
        co_return;
    }
    const Result<ProcessResult> known = co_await host->run(
        callOf({u"helm"_s, u"search"_s, u"repo"_s, name, u"--versions"_s, u"-o"_s, u"json"_s},
               std::chrono::seconds(20)));
    const QJsonArray entries = QJsonDocument::fromJson(known ? known->output : QByteArray()).array();
    for (const QJsonValue &entry : entries) {
        const QString full = entry[u"name"_s].toString();
        if (full.section(u'/', -1) != name || entry[u"version"_s] != version)
            continue;
        details.insert(u"chart"_s, QJsonObject{{u"reference"_s, full}, {u"version"_s, version}});
        addEvidence(*installation, u"chart"_s, u"helm search repo: %1 has %2"_s.arg(full, version));
        co_return;
    }
    if (name == u"kestra" || name == u"kestra-starter") {
        details.insert(u"chart"_s, QJsonObject{{u"reference"_s, name},
                                               {u"version"_s, version},
                                               {u"repository"_s, officialRepository}});
        co_return;
    }
    installation->unknown.append(
        {u"chart"_s, tr("Where the chart %1 %2 comes from is not known here.").arg(name, version),
         tr("Add its repository (`helm repo add`), or name the chart in the variable "
            "KESTRA_UPGRADE_CHART.")});
}

Task<KestraConfig> configOf(Host *host, HelmPlace place, const HelmLook *look, Installation *installation,
                            QString *where)
{
    const HelmWorkload *leading = look->leading();
    if (!leading)
        co_return KestraConfig();
    const HelmConfiguration read = co_await readHelmConfiguration(host, place, *leading);
    installation->unknown += read.unknown;
    QStringList texts;
    QStringList sources;
    for (const HelmConfiguration::File &file : read.files) {
        texts.append(file.text);
        sources.append(file.source);
        installation->configurations.append({file.source, 1, u"application"_s, withHiddenSecrets(file.text)});
    }
    *where = sources.isEmpty() ? leading->target() : sources.join(u", "_s);
    const Result<KestraConfig> config =
        KestraConfig::parse(texts.join(u"\n---\n"_s), *where, read.environment);
    if (config)
        co_return *config;
    installation->unknown.append(
        {u"configuration"_s, config.error().message, tr("Mend Kestra's configuration.")});
    co_return KestraConfig();
}

/// A database that cannot be asked from here cannot be backed up from here either.
Task<void> askDatabase(Host *host, Installation *installation, SecretStore *secrets)
{
    const qsizetype before = installation->unknown.size();
    co_await readFromDatabase(host, installation, secrets);
    const bool failed = installation->unknown.size() > before &&
                        installation->unknown.last().fact == u"database" &&
                        installation->database.serverVersion.isEmpty();
    if (!failed || !installation->details[u"databaseOutside"].toBool())
        co_return;
    const QString server = installation->database.access.server;
    installation->database.access = {};
    installation->unknown.last().remedy =
        tr("Make %1 reachable from this machine, or back it up with its own tools before the upgrade.")
            .arg(server);
}

} // namespace

Task<Result<Installation>> readHelm(LookAround around, QString rest)
{
    const Result<HelmPlace> place = HelmPlace::parse(rest);
    if (!place)
        co_return std::unexpected(place.error());
    Host *host = around.hosts->at(place->host());
    if (!host)
        co_return failure(ErrorKind::Unreachable,
                          tr("The host %1 cannot be reached.", "@error").arg(place->host()));
    const Result<HelmLook> look = co_await lookAtRelease(host, *place);
    if (!look)
        co_return std::unexpected(look.error());
    if (look->history.isEmpty() && look->workloads.isEmpty() && look->unknown.isEmpty())
        co_return failure(ErrorKind::NotFound,
                          tr("There is no release %1 in the namespace %2 of the context %3.", "@error")
                              .arg(place->release, place->nameSpace, place->context));
    Installation installation;
    takeRelease(installation, *place, *look);
    if (const Result<void> values = takeValues(installation, *look); !values)
        co_return std::unexpected(values.error());
    takeWorkloads(installation, *look);
    takeOwner(installation, *place, *look);
    takeAutoscalers(installation, *look);
    co_await findChart(host, &installation);
    QString where;
    const KestraConfig config = co_await configOf(host, *place, &*look, &installation, &where);
    takeConfig(installation, config, where, around.secrets);
    takeHelmDatabase(installation, *place, *look, config);
    takeHelmStorage(installation, *look);
    takeServices(installation, *look, config);
    co_await askDatabase(host, &installation, around.secrets);
    co_await readFromApi(host, &installation, around.secrets);
    co_return installation;
}

namespace
{

bool isKestraChart(const QString &chart)
{
    const QString name = chartNameOf(chart);
    return name != u"kestra-operator" &&
           (name == u"kestra" || name.startsWith(u"kestra-"_s) || name.endsWith(u"-kestra"_s));
}

Installation foundRelease(const QString &context, const QJsonObject &entry)
{
    Installation installation;
    installation.kind = InstallationKind::Helm;
    const HelmPlace place{context, entry[u"namespace"].toString(), entry[u"name"].toString()};
    installation.address = place.address();
    installation.host = place.host();
    installation.title = place.release;
    addEvidence(installation, u"release"_s,
                u"helm list: %1, status %2"_s.arg(entry[u"chart"].toString(), entry[u"status"].toString()));
    return installation;
}

ProcessCall listCall(const QString &context, const QStringList &options)
{
    return callOf(QStringList{u"helm"_s, u"--kube-context"_s, context, u"list"_s} + options +
                      QStringList{u"-o"_s, u"json"_s},
                  std::chrono::seconds(10));
}

/// Releases are secrets; who may not list them everywhere may do so in the context's own namespace.
Task<Result<QJsonArray>> listReleases(Host *host, QString context)
{
    Error trouble;
    QStringList whole{u"--all"_s};
    for (const QStringList &scope : {QStringList{u"--all-namespaces"_s}, QStringList()}) {
        Result<ProcessResult> listed = co_await host->run(listCall(context, whole + scope));
        if (listed && listed->errorText().contains(u"unknown flag: --all"_s)) {
            // From Helm 4 on the list is whole by itself.
            whole.clear();
            listed = co_await host->run(listCall(context, scope));
        }
        if (!listed)
            co_return std::unexpected(listed.error());
        if (listed->exitCode == 0)
            co_return QJsonDocument::fromJson(listed->output).array();
        trouble = {ErrorKind::Unreachable,
                   tr("Helm cannot list the releases of the context %1: %2", "@error")
                       .arg(context, listed->errorText().section(u'\n', -1)),
                   listed->errorText()};
        if (!listed->errorText().contains(u"forbidden"_s, Qt::CaseInsensitive))
            break;
    }
    co_return std::unexpected(trouble);
}

} // namespace

Task<Result<QList<Installation>>> findHelm(LookAround around, QString host, QString hint)
{
    QList<Installation> found;
    Host *machine = around.hosts->at(host);
    if (!machine)
        co_return failure(ErrorKind::Unreachable, tr("The host %1 cannot be reached.", "@error").arg(host));
    if (!hint.isEmpty()) {
        Result<QList<Installation>> inFiles = co_await findHelmFiles(machine, hint);
        co_return inFiles;
    }
    // A cluster over somebody else's machine would need that machine's kubectl for every step.
    if (!host.isEmpty())
        co_return found;
    const Result<ProcessResult> current = co_await machine->run(
        callOf({u"kubectl"_s, u"config"_s, u"current-context"_s}, std::chrono::seconds(5)));
    // No kubectl, no kubeconfig or no current context: there is no cluster to speak of.
    const QString context =
        current && current->exitCode == 0 ? QString::fromUtf8(current->output).trimmed() : QString();
    if (context.isEmpty())
        co_return found;
    const Result<QJsonArray> releases = co_await listReleases(machine, context);
    if (!releases)
        co_return std::unexpected(releases.error());
    for (const QJsonValue &entry : *releases) {
        if (!isKestraChart(entry[u"chart"_s].toString()))
            continue;
        Installation listed = foundRelease(context, entry.toObject());
        // The version of the chart says nothing of the tag that runs.
        const Result<Installation> whole = co_await readHelm(around, listed.address.section(u':', 1));
        found.append(whole ? *whole : listed);
    }
    co_return found;
}

namespace
{

/// A chart of the new layout that was asked for while the release is of the old one: what its values become,
/// and every key that would be lost. Changing the chart and Kestra at once is not done.
Task<void> compareCharts(Host *host, HelmPlace place, Installation *installation)
{
    const QString reference = installation->details[u"chart"][u"reference"].toString();
    const QString given = qEnvironmentVariable("KESTRA_UPGRADE_CHART");
    if (given.isEmpty() ||
        generationFromName(installation->details[u"generation"].toString()) != ChartGeneration::Zero)
        co_return;
    const Result<ProcessResult> shown =
        co_await host->run(callOf({u"helm"_s, u"show"_s, u"values"_s, reference}, std::chrono::seconds(60)));
    const Result<ValuesShape> shape = ValuesShape::read(shown ? shown->output : QByteArray(), "{}");
    if (!shape || shape->generation != ChartGeneration::One)
        co_return;
    const Result<ProcessResult> own = co_await host->run(callOf(
        place.helm({u"get"_s, u"values"_s, place.release, u"-o"_s, u"yaml"_s}), std::chrono::seconds(30)));
    const Result<MigratedValues> migrated = migrateValues(own ? own->output : QByteArray(), place.release);
    if (!migrated)
        co_return;
    installation->unknown.append(
        {u"chart"_s, tr("The chart %1 has the layout of 1.x, the release the one of 0.x.").arg(reference),
         tr("Move to the new chart first, with the Kestra that runs: the plan shows the values in its "
            "layout. Then "
            "look again.")});
    for (const LostKey &lost : migrated->blockers)
        installation->unknown.append({u"chart"_s, lost.key + u": "_s + lost.reason, {}});
    for (const LostKey &lost : migrated->ignored)
        installation->unknown.append({u"values"_s, lost.key + u": "_s + lost.reason, {}});
    installation->details.insert(
        u"movedValues"_s, QJsonObject{{u"before"_s, withHiddenSecrets(QString::fromUtf8(own->output))},
                                      {u"after"_s, withHiddenSecrets(QString::fromUtf8(migrated->yaml))}});
}

/// The manifest as it may be shown: no Secrets, no passwords.
QString shownManifest(const QString &manifest)
{
    QStringList documents;
    for (const QString &document : manifest.split(u"\n---\n"_s)) {
        if (!document.contains(u"\nkind: Secret\n"_s))
            documents.append(document);
    }
    return withHiddenSecrets(documents.join(u"\n---\n"_s));
}

} // namespace

Task<Installation> lookAheadHelm(LookAround around, Installation installation, QList<Version> stops)
{
    Host *host = around.hosts->at(installation.host);
    if (!host || stops.isEmpty() || !installation.details.contains(u"chart"_s) ||
        installation.details.contains(u"owner"_s) || installation.details[u"tagKey"].toString().isEmpty() ||
        installation.details[u"releaseStatus"].toString().startsWith(u"pending-"_s))
        co_return installation;
    const HelmPlace place{installation.details[u"context"].toString(),
                          installation.details[u"namespace"].toString(), installation.title};
    co_await compareCharts(host, place, &installation);
    if (installation.details.contains(u"movedValues"))
        co_return installation;
    const QStringList get = place.helm({u"get"_s, u"manifest"_s, place.release});
    const Result<ProcessResult> now = co_await host->run(callOf(get, std::chrono::seconds(30)));
    HelmCalls::Sets sets;
    sets.tag = helmTag(installation, stops.last());
    const QStringList words =
        QStringList{u"-c"_s, HelmScripts::render(), u"sh"_s, place.context, place.nameSpace} +
        HelmCalls(installation).upgradeWords(u"render"_s, sets);
    const Result<ProcessResult> then =
        co_await host->run(callOf(QStringList{u"sh"_s} + words, std::chrono::minutes(2)));
    if (!then || then->exitCode != 0) {
        const QString reason = then ? then->errorText() : then.error().message;
        installation.unknown.append(
            {u"chart"_s, tr("The chart cannot be rendered with the values of this release: %1").arg(reason),
             tr("Mend the values, or name a chart that fits them, then look again.")});
        co_return installation;
    }
    const QString after = QJsonDocument::fromJson(then->output)[u"manifest"].toString();
    if (now && now->exitCode == 0 && !after.isEmpty())
        installation.details.insert(
            u"rendered"_s,
            QJsonObject{{u"before"_s, shownManifest(QString::fromUtf8(now->output).trimmed() + u'\n')},
                        {u"after"_s, shownManifest(after.trimmed() + u'\n')}});
    co_return installation;
}
