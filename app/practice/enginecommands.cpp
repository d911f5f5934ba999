// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/enginecommands.h"

#include "app/base/durablefile.h"
#include "app/practice/commandline.h"
#include "app/practice/database.h"
#include "app/practice/log.h"
#include "app/practice/metadata.h"
#include "app/practice/migrations.h"
#include "app/practice/migrator.h"
#include "app/practice/practicefolder.h"
#include "app/practice/servercontext.h"

#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{

struct Opened {
    ServerOptions options;
    std::unique_ptr<Database> database;
    Configuration configuration;
};

void print(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

Result<Opened> open(const CommandLine &line)
{
    auto options = engineOptions(line, u"command"_s);
    if (!options)
        return std::unexpected(options.error());
    auto configuration = Configuration::load(options->configFile, options->folder);
    if (!configuration)
        return std::unexpected(configuration.error());
    auto database = Database::open(*configuration);
    if (!database)
        return std::unexpected(database.error());
    return Opened{*options, std::move(*database), *configuration};
}

Result<void> migrateSchema(Opened &opened)
{
    return Migrator(*opened.database, opened.options.version, opened.options.knobs).migrate();
}

// Every command of a binary that sees a datasource migrates first.
int printVersion(const CommandLine &line)
{
    auto options = engineOptions(line, u"command"_s);
    if (!options) {
        print(u"practice-kestra "_s + QLatin1StringView(APPLICATION_VERSION));
        return 0;
    }
    const bool sees = line.has(u"dir"_s) || line.has(u"config"_s) ||
                      qEnvironmentVariableIsSet("MICRONAUT_CONFIG_FILES") ||
                      qEnvironmentVariableIsSet("KESTRA_CONFIGURATION");
    if (sees && !line.has(u"dir"_s) &&
        qEnvironmentVariable("FLYWAY_DATASOURCES_POSTGRES_ENABLED") != u"false"_s) {
        auto opened = open(line);
        const auto migrated = opened ? migrateSchema(*opened) : std::unexpected(opened.error());
        if (!migrated) {
            logError(u"i.kestra.cli.App"_s, migrated.error().message);
            return 1;
        }
    }
    print(options->version.toString());
    return 0;
}

Result<void> migrateMetadataOf(Opened &opened, const QString &what)
{
    if (what == u"secrets"_s)
        return failure(
            ErrorKind::Failed,
            u"❌ Secrets Metadata migration failed: Secret migration is not needed in the OSS version"_s);
    const bool isKv = what == u"kv"_s;
    if ((!isKv && what != u"nsfiles"_s) || opened.options.version < Version::of(isKv ? u"1.1" : u"1.2"))
        return failure(ErrorKind::Usage, u"Unmatched argument at index 2: '%1'"_s.arg(what));
    if (auto migrated = migrateSchema(opened); !migrated)
        return migrated;
    const Storage storage(opened.configuration.path(u"kestra.storage.local.base-path"_s, u"storage"_s),
                          opened.options.version);
    const auto count = migrateMetadata(*opened.database, storage,
                                       isKv ? MetadataKind::KeyValue : MetadataKind::NamespaceFile);
    if (!count)
        return std::unexpected(count.error());
    print(isKv ? u"✅ KV Metadata migration complete."_s
               : u"✅ Namespace Files Metadata migration complete."_s);
    return {};
}

// 0.23: every row belongs to the tenant `main` from then on.
Result<void> migrateTenant(Opened &opened, bool dryRun)
{
    if (auto migrated = migrateSchema(opened); !migrated)
        return migrated;
    Database &database = *opened.database;
    const QString field = database.field(u"tenantId"_s);
    const QString with = database.isSqlite() ? u"json_set(\"value\", '$.tenantId', 'main')"_s
                                             : u"\"value\" || '{\"tenantId\": \"main\"}'"_s;
    return database.transaction([&]() -> Result<void> {
        for (const QString &table : {u"executions"_s, u"flows"_s, u"logs"_s, u"metrics"_s, u"triggers"_s}) {
            const int rows =
                database.single(u"SELECT COUNT(*) FROM %1 WHERE %2 IS NULL"_s.arg(table, field)).toInt();
            print(u"%1: %2 row(s)%3"_s.arg(table).arg(rows).arg(dryRun ? u" would be updated"_s
                                                                       : u" updated"_s));
            if (dryRun)
                continue;
            if (auto done =
                    database.run(u"UPDATE %1 SET \"value\" = %2 WHERE %3 IS NULL"_s.arg(table, with, field));
                !done)
                return std::unexpected(done.error());
        }
        return {};
    });
}

Result<void> planSecond(Opened &opened)
{
    const auto pending =
        Migrator(*opened.database, opened.options.version, opened.options.knobs).pendingSecond();
    if (pending.isEmpty()) {
        print(u"No pending migrations."_s);
        return {};
    }
    print(u"%1 pending migration(s):"_s.arg(pending.size()));
    for (const Migration &migration : pending)
        print(u"  %1 — %2"_s.arg(migration.id, migration.description));
    return {};
}

Result<void> dispatch(const CommandLine &line, Opened &opened)
{
    const bool second = opened.options.version.major() >= 2;
    const QString path = line.words().join(u' ');
    if (path == u"sys database migrate"_s && !second) {
        if (auto migrated = migrateSchema(opened); !migrated)
            return migrated;
        print(u"Successfully run the database schema migration."_s);
        return {};
    }
    if (path.startsWith(u"migrate metadata "_s))
        return migrateMetadataOf(opened, line.word(2));
    if (path == u"migrate default-tenant"_s && opened.options.version >= Version::of(u"0.23") && !second)
        return migrateTenant(opened, line.has(u"dry-run"_s));
    if (path == u"migrate plan"_s && second)
        return planSecond(opened);
    if (path == u"migrate run"_s && second)
        return migrateSchema(opened);
    if (path == u"migrate unlock"_s && second)
        return {};
    return failure(ErrorKind::Usage, u"Unmatched argument at index 0: '%1'"_s.arg(path));
}

} // namespace

Result<ServerOptions> engineOptions(const CommandLine &line, const QString &component)
{
    ServerOptions options;
    options.component = component;
    options.configFile = line.value(u"config"_s);
    options.flowPath = line.value(u"flow-path"_s);
    options.port = line.value(u"port"_s).toInt();
    options.withIndexer = !line.has(u"no-indexer"_s);
    if (line.has(u"thread"_s) || line.has(u"worker-thread"_s))
        options.threads = line.value(u"thread"_s, line.value(u"worker-thread"_s)).toInt();
    if (line.has(u"dir"_s)) {
        auto folder = PracticeFolder::read(line.value(u"dir"_s));
        if (!folder)
            return std::unexpected(folder.error());
        options.folder = folder->path();
        options.version = folder->version();
        options.configFile = folder->file(u"application.yaml"_s);
        options.port = folder->ports(component).server;
        options.managementPort = folder->ports(component).management;
        options.controllerPort = folder->controllerPort();
        options.knobs = folder->knobs(component);
        if (component == u"webserver"_s || component == u"standalone"_s)
            options.flowPath = folder->file(u"flows"_s);
    } else {
        const auto file = readWhole(u"/app/VERSION"_s);
        const QString fallback = file ? QString::fromUtf8(*file).trimmed() : QString();
        options.version = Version::of(qEnvironmentVariable("PRACTICE_VERSION", fallback));
        options.knobs = Knobs(options.version, component);
    }
    options.knobs.readEnvironment();
    if (!options.version.isValid())
        return failure(ErrorKind::Usage,
                       u"Which Kestra is this? Give --dir DIR, PRACTICE_VERSION or /app/VERSION."_s);
    return options;
}

int runEngineCommand(const CommandLine &line)
{
    if (line.has(u"version"_s))
        return printVersion(line);
    auto opened = open(line);
    const auto done = opened ? dispatch(line, *opened) : std::unexpected(opened.error());
    if (done)
        return 0;
    logError(u"i.kestra.cli.App"_s, done.error().message);
    return 1;
}
