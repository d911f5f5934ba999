// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/kestraread.h"

#include "app/installation/apiread.h"
#include "app/installation/databaseread.h"
#include "app/installation/enginefacts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("KestraRead", text, "@info");
}

/// Seen running beats what a tag says.
void settleVersion(Installation &installation, const Version &answered)
{
    Version seen = answered;
    for (const ComponentState &state : std::as_const(installation.components)) {
        if (!seen.isValid() && state.version.isValid()) {
            seen = state.version;
            addEvidence(installation, u"version"_s,
                        u"service_instance: %1 reports %2"_s.arg(state.name, seen.toString()));
        }
    }
    if (!seen.isValid())
        return;
    installation.version = seen;
    installation.versionAssumed = false;
    erase_if(installation.unknown, [](const Unknown &unknown) { return unknown.fact == u"version"; });
}

} // namespace

Task<void> readFromDatabase(Host *host, Installation *installation, SecretStore *secrets)
{
    if (installation->database.access.kind == DatabaseAccess::Kind::None)
        co_return;
    const Result<DatabaseReading> reading =
        co_await readDatabase(host, installation->database.access, secrets);
    if (!reading) {
        installation->unknown.append(
            {u"database"_s, reading.error().message, tr("Start the database and look again.")});
        co_return;
    }
    DatabaseFacts &facts = installation->database;
    facts.serverVersion = reading->serverVersion;
    facts.schemaVersion = reading->schemaVersion;
    facts.failedMigrations = reading->failedMigrations;
    facts.bytes = reading->bytes;
    installation->graceSeconds = std::max(installation->graceSeconds, reading->graceSeconds);
    installation->flows = reading->flows;
    installation->flowsKnown = reading->flowsKnown;
    installation->unknown += reading->unknown;
    addEvidence(*installation, u"database"_s,
                u"%1, database %2: schema %3"_s.arg(facts.access.psqlCommand.join(u' '),
                                                    facts.access.database, facts.schemaVersion));
    for (ComponentState &state : installation->components) {
        const QString wanted = state.component == Component::Standalone
                                   ? u"EXECUTOR"_s
                                   : componentName(state.component).toUpper();
        for (const ServiceRow &row : reading->services) {
            if (row.type == wanted && row.fresh && !state.version.isValid())
                state.version = Version::of(row.version);
        }
    }
}

Task<void> readFromApi(Host *host, Installation *installation, SecretStore *secrets)
{
    Version answered;
    if (installation->api.url.isEmpty()) {
        installation->unknown.append(
            {u"api"_s, tr("No port of the API is known."), tr("Start Kestra and look again.")});
    } else {
        const ApiReading reading = co_await readApi(host, installation->api.url, installation->api.user,
                                                    installation->api.secret, secrets);
        installation->api = reading.api;
        installation->evidence += reading.evidence;
        installation->unknown += reading.unknown;
        answered = reading.version;
    }
    for (const ComponentState &state : std::as_const(installation->components)) {
        if (state.managementUrl.isEmpty() || state.state != u"running")
            continue;
        const QString health = co_await readHealth(host, state.managementUrl);
        if (!health.isEmpty())
            addEvidence(*installation, u"components"_s,
                        u"GET %1/health said %2"_s.arg(state.managementUrl, health));
    }
    settleVersion(*installation, answered);
}
