// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/migrator.h"

#include "app/practice/database.h"
#include "app/practice/json.h"
#include "app/practice/knobs.h"
#include "app/practice/log.h"
#include "app/practice/migrations.h"
#include "app/practice/schema.h"

#include <QElapsedTimer>
#include <QSet>
#include <QThread>

using namespace Qt::StringLiterals;

namespace
{

const QString historyTable = u"flyway_schema_history"_s;
const QString secondTable = u"kestra_migration_history"_s;

QSet<QString> ids(Database &database, const QString &table, const QString &column)
{
    QSet<QString> found;
    if (!database.hasTable(table))
        return found;
    if (const auto rows = database.run(u"SELECT %1 FROM %2 WHERE success = TRUE"_s.arg(column, table))) {
        for (const SqlRow &row : rows->rows)
            found.insert(row.first().toString());
    }
    return found;
}

QString newest(const QSet<QString> &versions)
{
    QString best;
    for (const QString &version : versions) {
        if (best.isEmpty() || Version::of(best) < Version::of(version))
            best = version;
    }
    return best;
}

} // namespace

Migrator::Migrator(Database &database, const Version &version, const Knobs &knobs)
    : m_database(database)
    , m_version(version)
    , m_knobs(knobs)
{
}

Result<void> Migrator::migrate()
{
    const auto lock = m_database.lockMigration();
    return m_version.major() >= 2 ? migrateSecond() : migrateFlyway();
}

QString Migrator::schemaVersion(Database &database)
{
    const QSet<QString> second = ids(database, secondTable, u"script_id"_s);
    if (!second.isEmpty()) {
        QStringList sorted(second.cbegin(), second.cend());
        sorted.sort();
        return sorted.last();
    }
    return newest(ids(database, historyTable, u"version"_s));
}

Version Migrator::schemaLine(Database &database)
{
    if (!ids(database, secondTable, u"script_id"_s).isEmpty())
        return Version::of(u"2.0");
    const QSet<QString> done = ids(database, historyTable, u"version"_s);
    Version line;
    for (const Migration &migration :
         flywayMigrations(Version::of(u"1.3")) + flywayMigrations(Version::of(u"0.23"))) {
        if (done.contains(migration.id) && (!line.isValid() || line < Version::of(migration.line)))
            line = Version::of(migration.line);
    }
    return line;
}

Result<void> Migrator::ensureFlywayTable()
{
    if (m_database.hasTable(historyTable))
        return {};
    logInfo(u"o.f.c.i.s.JdbcTableSchemaHistory"_s,
            u"Schema history table \"public\".\"flyway_schema_history\" does not exist yet"_s);
    return m_database.runAll(
        {u"CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), "
         "description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, "
         "checksum INT, installed_by VARCHAR(100) NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT "
         "CURRENT_TIMESTAMP, execution_time INT NOT NULL, success BOOL NOT NULL)"_s});
}

Result<void> Migrator::migrateFlyway()
{
    if (auto made = ensureFlywayTable(); !made)
        return made;
    const auto broken =
        m_database.run(u"SELECT version, description FROM flyway_schema_history WHERE success = FALSE"_s);
    if (broken && !broken->rows.isEmpty())
        return failure(
            ErrorKind::Failed,
            u"Detected failed migration to version %1 (%2). Please remove any half-completed changes "
            "then run repair to fix the schema history."_s.arg(broken->rows.first()[0].toString(),
                                                               broken->rows.first()[1].toString()));
    const QList<Migration> known = flywayMigrations(m_version);
    const QSet<QString> done = ids(m_database, historyTable, u"version"_s);
    QList<Migration> pending;
    for (const Migration &migration : known) {
        if (!done.contains(migration.id)) {
            pending.append(migration);
            continue;
        }
        const qint32 applied =
            m_database
                .single(u"SELECT checksum FROM flyway_schema_history WHERE version = ?"_s, {migration.id})
                .toInt();
        if (applied != migrationChecksum(migration))
            return failure(
                ErrorKind::Failed,
                u"Migration checksum mismatch for migration version %1\n-> Applied to database : %2\n-> Resolved locally    : %3"_s
                    .arg(migration.id)
                    .arg(applied)
                    .arg(migrationChecksum(migration)));
    }
    const QString schema = newest(done);
    const QString latest = newest([&known] {
        QSet<QString> all;
        for (const Migration &migration : known)
            all.insert(migration.id);
        return all;
    }());
    logInfo(u"o.f.core.internal.command.DbValidate"_s,
            u"Successfully validated %1 migrations"_s.arg(known.size()));
    logInfo(u"o.f.core.internal.command.DbMigrate"_s,
            u"Current version of schema \"public\": %1"_s.arg(schema.isEmpty() ? u"<< Empty Schema >>"_s
                                                                               : schema));
    if (!schema.isEmpty() && Version::of(latest) < Version::of(schema)) {
        const QString text =
            u"Schema \"public\" has a version (%1) that is newer than the latest available migration (%2) !"_s
                .arg(schema, latest);
        if (m_knobs.isSet(u"refuse-newer"_s))
            return failure(ErrorKind::Failed, text);
        logWarn(u"o.f.core.internal.command.DbMigrate"_s, text);
    }
    if (pending.isEmpty()) {
        logInfo(u"o.f.core.internal.command.DbMigrate"_s,
                u"Schema \"public\" is up to date. No migration necessary."_s);
        return {};
    }
    return apply(pending, false);
}

QList<Migration> Migrator::pendingSecond()
{
    const QSet<QString> done = ids(m_database, secondTable, u"script_id"_s);
    QList<Migration> pending;
    for (const Migration &migration : secondMigrations()) {
        if (!done.contains(migration.id))
            pending.append(migration);
    }
    return pending;
}

Result<void> Migrator::migrateSecond()
{
    if (!m_database.hasTable(secondTable)) {
        if (auto made = m_database.runAll(
                {u"CREATE TABLE kestra_migration_history (script_id VARCHAR(250) NOT NULL PRIMARY KEY, "
                 "description VARCHAR(500), checksum VARCHAR(64), installed_on TIMESTAMP NOT NULL DEFAULT "
                 "CURRENT_TIMESTAMP, execution_ms BIGINT NOT NULL, success BOOL NOT NULL)"_s});
            !made)
            return made;
    }
    if (ids(m_database, secondTable, u"script_id"_s).isEmpty()) {
        // An empty database gets the tables of 1.3 first, without Flyway's own; an old one is taken as it is.
        if (m_database.hasTable(historyTable)) {
            logInfo(u"i.k.c.m.MigrationRunner"_s,
                    u"Flyway schema history detected, recording the initial schema."_s);
        } else {
            for (const Migration &migration : flywayMigrations(Version::of(u"1.3"))) {
                if (auto done = m_database.transaction([&] { return applyMigration(m_database, migration); });
                    !done)
                    return done;
            }
        }
        for (const QString &id : {u"0-init"_s, u"0-init-queue"_s})
            if (auto done = record({id, u"Initial schema"_s, u"2.0"_s}, true, 0, true); !done)
                return done;
    }
    const QList<Migration> pending = pendingSecond();
    if (pending.isEmpty()) {
        logInfo(u"i.k.c.m.MigrationRunner"_s, u"No pending migrations."_s);
        return {};
    }
    return apply(pending, true);
}

Result<void> Migrator::apply(const QList<Migration> &pending, bool second)
{
    const QString logger = second ? u"i.k.c.m.MigrationRunner"_s : u"o.f.core.internal.command.DbMigrate"_s;
    if (m_knobs.fails(u"migrate"_s))
        return failure(
            ErrorKind::Failed,
            u"Migration %1 failed: ERROR: canceling statement due to user request"_s.arg(pending.first().id));
    QElapsedTimer whole;
    whole.start();
    int applied = 0;
    for (const Migration &migration : pending) {
        if (m_knobs.fails(u"half-migrated"_s) && applied >= (pending.size() + 1) / 2) {
            if (!second)
                record(migration, second, 0, false);
            return failure(
                ErrorKind::Failed,
                u"Migration of schema \"public\" to version \"%1 - %2\" failed! Changes successfully "
                "rolled back."_s.arg(migration.id, migration.description));
        }
        logInfo(logger, second ? u"Applying migration [%1]: %2"_s.arg(migration.id, migration.description)
                               : u"Migrating schema \"public\" to version \"%1 - %2\""_s.arg(
                                     migration.id, migration.description));
        QElapsedTimer timer;
        timer.start();
        if (applied == 0)
            dawdle();
        auto done = m_database.transaction([&]() -> Result<void> {
            if (auto changed = applyMigration(m_database, migration); !changed)
                return changed;
            return record(migration, second, timer.elapsed(), true);
        });
        if (!done)
            return failure(ErrorKind::Failed,
                           u"Migration %1 failed: %2"_s.arg(migration.id, done.error().message),
                           done.error().details);
        ++applied;
    }
    const QString took = u"00:%1s"_s.arg(double(whole.elapsed()) / 1000.0, 6, 'f', 3, u'0');
    if (second)
        logInfo(logger, u"Applied %1 migrations in %2"_s.arg(applied).arg(took));
    else
        logInfo(
            logger,
            u"Successfully applied %1 migrations to schema \"public\", now at version v%2 (execution time %3)"_s
                .arg(QString::number(applied), schemaVersion(m_database), took));
    return {};
}

Result<void> Migrator::record(const Migration &migration, bool second, qint64 milliseconds, bool success)
{
    const QString now = m_database.isSqlite() ? jsonNow().replace(u'T', u' ').chopped(1) : jsonNow();
    if (second) {
        auto done = m_database.run(u"INSERT INTO kestra_migration_history (script_id, description, checksum, "
                                   u"installed_on, execution_ms, "
                                   "success) VALUES (?, ?, ?, ?, ?, ?)"_s,
                                   {migration.id, migration.description,
                                    QString::number(quint32(migrationChecksum(migration)), 16), now,
                                    milliseconds, success});
        return done ? Result<void>() : std::unexpected(done.error());
    }
    const int rank =
        m_database.single(u"SELECT MAX(installed_rank) FROM flyway_schema_history"_s).toInt() + 1;
    auto done = m_database.run(
        u"INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, "
        "installed_by, installed_on, execution_time, success) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {rank, migration.id, migration.description, u"SQL"_s,
         u"V%1__%2.sql"_s.arg(QString(migration.id).replace(u'.', u'_'),
                              QString(migration.description).replace(u' ', u'_')),
         migrationChecksum(migration), m_database.isSqlite() ? u"practice"_s : m_database.user(), now,
         milliseconds, success});
    return done ? Result<void>() : std::unexpected(done.error());
}

// The deliberate slowness of a large database; the process has nothing else to do in this phase.
void Migrator::dawdle() const
{
    double seconds = m_knobs.number(u"slow-migration"_s);
    const double perThousand = qEnvironmentVariable("PRACTICE_SLOW").toDouble();
    if (perThousand > 0 && m_database.hasTable(u"executions"_s))
        seconds +=
            perThousand / 1000 * m_database.single(u"SELECT COUNT(*) FROM executions"_s).toDouble() / 1000;
    QThread::usleep(static_cast<unsigned long>(seconds * 1e6));
}
