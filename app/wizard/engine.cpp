// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/engine.h"

#include "app/backup/backupchecks.h"
#include "app/installation/foreignfiles.h"
#include "app/releases/releasesource.h"
#include "app/run/journal.h"
#include "app/wizard/address.h"
#include "app/wizard/handled.h"
#include "app/wizard/place.h"
#include "app/wizard/preflight.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{

/// Size and number of files of a storage that can be looked into from its host; else as it was.
Task<StorageFacts> measured(Host *host, StorageFacts storage)
{
    if (storage.hostPath.isEmpty() || storage.bytes >= 0)
        co_return storage;
    const QString script = u"test -r \"$1\" && du -sb -- \"$1\" | cut -f1 && find \"$1\" -type f | wc -l"_s;
    const QStringList words{storage.hostPath};
    const Result<ProcessResult> seen = co_await host->runScript(script, words, std::chrono::seconds(20));
    const QList<QByteArray> lines = seen ? seen->output.trimmed().split('\n') : QList<QByteArray>();
    if (lines.size() == 2) {
        storage.bytes = lines[0].toLongLong();
        storage.files = lines[1].toLongLong();
    }
    co_return storage;
}

/// Where backups of an installation on another machine lie: on that machine, so that this one may go away.
Task<Installation> withBackupsThere(Host *host, Installation installation)
{
    if (!installation.host.startsWith(u"ssh://"_s))
        co_return installation;
    const QString script = u"printf %s \"${XDG_DATA_HOME:-$HOME/.local/share}\""_s;
    const Result<ProcessResult> seen = co_await host->runScript(script, {}, std::chrono::seconds(20));
    if (seen && seen->output.startsWith('/'))
        installation.details.insert(u"backups"_s,
                                    QString::fromUtf8(seen->output) + u"/kestra-upgrade-assistant/backups"_s);
    co_return installation;
}

/// Also asked of a host of which everything is wanted: it must answer at all.
Task<Result<bool>> isThere(Host *host, QString path)
{
    Result<bool> there = co_await host->exists(path.isEmpty() ? u"/"_s : path);
    co_return there;
}

} // namespace

Engine::Engine(const EngineOptions &options)
    : m_options(options)
    , m_secrets(options.useKeyring)
{
    connect(&m_secrets, &SecretStore::learned, this, [this](const QString &value) { m_redactor.add(value); });
}

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions &options)
{
    std::unique_ptr<Engine> engine(new Engine(options));
    const Result<Home> home = Home::open(options.home);
    if (!home)
        return std::unexpected(home.error());
    engine->m_home = *home;
    Result<Journal> journal = Journal::open(home->journalPath(), Journal::Access::ReadWrite);
    if (!journal)
        return std::unexpected(journal.error());
    engine->m_journal = std::make_unique<Journal>(std::move(*journal));
    Result<Catalogue> catalogue = Catalogue::builtIn();
    if (!catalogue)
        return std::unexpected(catalogue.error());
    engine->m_catalogue = *catalogue;
    Result<QList<Rule>> rules = builtInRules();
    if (!rules)
        return std::unexpected(rules.error());
    engine->m_rules = *rules;
    engine->loadCachedReleases();
    return engine;
}

Task<Result<QList<Installation>>> Engine::find(QStringList hints, QStringList *troubles)
{
    if (hints.isEmpty())
        hints.append(QString());
    QList<Installation> all;
    for (const QString &hint : hints) {
        if (const auto address = Address::parse(hint, m_options.callerFolder)) {
            Result<Installation> one = co_await read(address->toString(), {});
            if (!one)
                co_return std::unexpected(one.error());
            all.append(*one);
            continue;
        }
        const Place place = Place::parse(hint, m_options.callerFolder);
        Host *host = m_hosts.at(place.host);
        if (!host)
            co_return failure(ErrorKind::Usage,
                              tr("“%1” names no machine. Machines are named like ssh://user@host or "
                                 "ssh://user@host:2222.",
                                 "@error")
                                  .arg(hint));
        const Result<bool> there = co_await isThere(host, place.path);
        if (!there)
            co_return std::unexpected(there.error());
        if (!*there)
            co_return failure(
                ErrorKind::NotFound,
                tr("There is no %1. Name a folder, a Compose file or an address.", "@error").arg(place.path));
        std::optional<Error> refused;
        const qsizetype before = all.size();
        for (const Driver *driver : allDrivers()) {
            Result<QList<Installation>> found = co_await driver->find(around(), place.host, place.path);
            if (!found) {
                // A file that was named and cannot be understood is what the person asked about.
                if (!hint.isEmpty() && found.error().kind == ErrorKind::BadInput && !refused)
                    refused = found.error();
                if (troubles)
                    troubles->append(found.error().message);
                continue;
            }
            for (const Installation &one : std::as_const(*found)) {
                Installation whole = co_await withBackupsThere(host, one);
                all.append(whole);
            }
        }
        if (all.size() > before || hint.isEmpty())
            continue;
        // Nothing to upgrade here: say what lies there instead, never nothing.
        const Result<QStringList> foreign = co_await foreignFiles(host, place.path);
        if (foreign && !foreign->isEmpty())
            co_return failure(ErrorKind::NeedsPerson, foreign->join(u'\n'));
        if (refused)
            co_return std::unexpected(*refused);
        if (troubles)
            troubles->append(whatWasLookedFor(place.path));
    }
    co_return all;
}

Task<Result<Installation>> Engine::read(QString address, Version assumed)
{
    const Result<Address> parsed = Address::parse(address, m_options.callerFolder);
    if (!parsed)
        co_return std::unexpected(parsed.error());
    const Driver *driver = driverFor(parsed->kind);
    if (!driver || !m_hosts.at(parsed->host))
        co_return failure(ErrorKind::NotFound,
                          tr("Installations of the kind “%1” at “%2” cannot be read yet.", "@error")
                              .arg(installationKindName(parsed->kind),
                                   parsed->host.isEmpty() ? tr("this machine", "@info") : parsed->host));
    Result<Installation> installation = co_await driver->read(around(), parsed->host, parsed->rest);
    if (installation && assumed.isValid() &&
        (!installation->version.isValid() || installation->versionAssumed)) {
        installation->version = assumed;
        installation->versionAssumed = true;
    }
    if (!installation)
        co_return installation;
    if (!m_options.jarSource.isEmpty() && parsed->kind == InstallationKind::Standalone)
        installation->details.insert(u"jarSource"_s, m_options.jarSource);
    Host *host = m_hosts.at(parsed->host);
    installation->storage = co_await measured(host, installation->storage);
    Installation whole = co_await withBackupsThere(host, *installation);
    co_return whole;
}

Result<Route> Engine::route(const Version &from, const Version &to) const
{
    if (!from.isValid())
        return failure(ErrorKind::Blocked,
                       tr("Which version runs is not known. Start Kestra, or say it with --from.", "@error"));
    return planRoute(from, to, m_catalogue);
}

Result<Route> Engine::route(const Installation &installation, const Version &to) const
{
    Result<Route> route = this->route(installation.version, to);
    if (!route && !installation.version.isValid()) {
        // What hides the version is what has to be mended.
        for (const Unknown &unknown : installation.unknown)
            route.error().message += u'\n' + unknown.reason + u' ' + unknown.remedy;
    }
    return route;
}

Result<QList<Finding>> Engine::findings(const Installation &installation, const Version &from,
                                        const Version &to) const
{
    return matchRules(m_rules, installation, from, to);
}

Task<QList<CheckResult>> Engine::checks(Installation installation, Route route, QString backupFolder,
                                        QString only)
{
    QList<CheckResult> results = preflightChecks(installation, route);
    const auto asked = std::ranges::find(results, only, &CheckResult::id);
    if (asked != results.end())
        co_return QList<CheckResult>{*asked};
    if (!only.isEmpty())
        results.clear();
    Host *host = m_hosts.at(installation.host);
    QList<CheckResult> backup = co_await backupChecks(host, installation, backupFolder, &m_secrets);
    co_return results + backup;
}

Task<Installation> Engine::lookAhead(Installation installation, QList<Version> stops)
{
    const Driver *driver = driverFor(installation.kind);
    if (!driver)
        co_return installation;
    Installation seen = co_await driver->lookAhead(around(), installation, stops);
    co_return seen;
}

Task<Result<void>> Engine::refreshReleases()
{
    const ReleaseSource source(m_home.cacheFolder());
    Result<ReleaseFetch> fetched = co_await source.refresh();
    if (!fetched)
        co_return std::unexpected(fetched.error());
    m_catalogue.merge(fetched->releases);
    Result<void> done;
    co_return done;
}

void Engine::loadCachedReleases()
{
    if (const auto cached = ReleaseSource(m_home.cacheFolder()).cached())
        m_catalogue.merge(*cached);
}

QString Engine::newBackupFolder(const Installation &installation) const
{
    QString title = installation.title;
    title.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    const QString there = installation.details.value(u"backups"_s).toString();
    return u"%1/%2-%3"_s.arg(there.isEmpty() ? m_home.backupsFolder() : there, title.left(60),
                             QDateTime::currentDateTime().toString(u"yyyy-MM-dd'T'HHmmsszzz"_s));
}

PlanRequest Engine::planRequest(const Session &session, const QList<Finding> &findings) const
{
    PlanRequest request;
    request.installation = session.installation;
    request.route = session.route;
    request.backupFolder = newBackupFolder(session.installation);
    request.withoutBackup = session.withoutBackup;
    request.watchSeconds = m_options.watchSeconds;
    for (const Finding &finding : findings) {
        if (session.answers.value(finding.id) != u"fix")
            continue;
        for (const FindingFix &fix : finding.fixes) {
            if (isConfigurationFile(session.installation, fix.path))
                request.edits.append({fix.path, fix.line, fix.before, fix.after, finding.id});
        }
    }
    // Configuration that the target needs may be unknown to the stops before it.
    request.editsAt = session.target;
    return request;
}

bool hasFix(const Installation &installation, const Finding &finding)
{
    return !finding.fixes.isEmpty() && std::ranges::all_of(finding.fixes, [&](const FindingFix &fix) {
        return isConfigurationFile(installation, fix.path);
    });
}

bool isConfigurationFile(const Installation &installation, const QString &path)
{
    // What stands in a variable of a container is read, and nobody can edit it there.
    return !path.startsWith(u"docker:"_s) &&
           std::ranges::any_of(installation.configurations,
                               [&](const ConfigText &text) { return text.path == path; });
}

QStringList unansweredFindings(const QList<Finding> &findings, const Session &session)
{
    QStringList open;
    const auto handled = handledFindings(findings, session.installation.version, session.route);
    for (const Finding &finding : findings) {
        const bool asks = finding.verdict == Verdict::Unknown ? finding.severity != RuleSeverity::Soft
                                                              : finding.verdict == Verdict::Hits;
        if (asks && !session.answers.contains(finding.id) && !handled.contains(finding.id))
            open.append(finding.id);
    }
    return open;
}
