// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backup/check.h"
#include "app/base/home.h"
#include "app/base/redactor.h"
#include "app/base/secrets.h"
#include "app/installation/driver.h"
#include "app/knowledge/findings.h"
#include "app/releases/catalogue.h"
#include "app/releases/route.h"
#include "app/wizard/planner.h"
#include "app/wizard/session.h"

#include <QObject>

#include <memory>

class Journal;

/// What a head hands to Engine::open().
struct EngineOptions {
    QString home; ///< --home; empty: XDG folders
    bool useKeyring = true;
    QString callerFolder;  ///< relative addresses are taken from here
    int watchSeconds = 60; ///< how long a new version is watched before it is believed
    QString jarSource;     ///< where programs of standalone installations come from: web address or file with
                           ///< {version} in it, or a folder, on their host; empty: Kestra's releases
};

/// The services of one running program: home, journal, hosts, secrets, releases, rules; and what both heads
/// do with them. Made once by main(), outlives every model.
class Engine : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);
    ~Engine() override;

    const Home &home() const { return m_home; }
    Journal &journal() { return *m_journal; }
    Hosts &hosts() { return m_hosts; }
    SecretStore &secrets() { return m_secrets; }
    Redactor &redactor() { return m_redactor; }
    Catalogue &catalogue() { return m_catalogue; }
    const EngineOptions &options() const { return m_options; }
    LookAround around() { return {&m_hosts, &m_secrets}; }

    /// Everything the hints lead to, over all drivers; without hints what this machine shows by itself. Kinds
    /// whose tool cannot be used are left out, the reason is in `troubles`.
    Task<Result<QList<Installation>>> find(QStringList hints, QStringList *troubles);
    /// By address. `assumed` valid: used where the running version cannot be seen.
    Task<Result<Installation>> read(QString address, Version assumed);
    Result<Route> route(const Version &from, const Version &to) const;
    /// The same from what runs; an error also says why that could not be seen.
    Result<Route> route(const Installation &installation, const Version &to) const;
    /// Rules of the whole way matched against it; errors only when the rules cannot be loaded.
    Result<QList<Finding>> findings(const Installation &installation, const Version &from,
                                    const Version &to) const;
    /// The installation with what the registries hold for the stops now (see Driver::lookAhead); comes before
    /// a plan is made.
    Task<Installation> lookAhead(Installation installation, QList<Version> stops);
    /// All pre-flight checks, in the order of the page; with `only` that one by its id, and what has to be
    /// asked together with it.
    Task<QList<CheckResult>> checks(Installation installation, Route route, QString backupFolder,
                                    QString only = {});
    /// Newest notes from GitHub into the catalogue; from the cache when offline.
    Task<Result<void>> refreshReleases();
    /// What is in the cache of releases, at once.
    void loadCachedReleases();

    /// "<home>/backups/<title>-<time>": where a new backup goes unless told otherwise.
    QString newBackupFolder(const Installation &installation) const;
    /// What a plan is made from, out of the session's answers.
    PlanRequest planRequest(const Session &session, const QList<Finding> &findings) const;

private:
    explicit Engine(const EngineOptions &options);

    EngineOptions m_options;
    Home m_home;
    Hosts m_hosts;
    SecretStore m_secrets;
    Redactor m_redactor;
    Catalogue m_catalogue;
    QList<Rule> m_rules;
    std::unique_ptr<Journal> m_journal;
};

/// Only files that were read as configuration are edited by a plan.
bool isConfigurationFile(const Installation &installation, const QString &path);
/// A plan can mend it: every place where it hits is a word in one of these files.
bool hasFix(const Installation &installation, const Finding &finding);
/// Ids that stand in the way: findings that hit or cannot be told, are not answered, and are not what the way
/// takes care of by itself.
QStringList unansweredFindings(const QList<Finding> &findings, const Session &session);
