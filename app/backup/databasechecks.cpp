// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/databasechecks.h"

#include "app/backup/checkparts.h"
#include "app/backup/estimate.h"
#include "app/backup/mysqlbackup.h"
#include "app/backup/postgrestools.h"
#include "app/host/sqlcommand.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("BackupChecks", text, "@info");
}

/// Who is asked about what, and who knows the password.
struct Asked {
    Host *host = nullptr;
    Installation installation;
    SecretStore *secrets = nullptr;
};

/// Rows of a statement as the number in its only cell, or nothing.
std::optional<qint64> number(const Result<QJsonArray> &rows)
{
    if (!rows || rows->isEmpty())
        return std::nullopt;
    const QJsonObject row = rows->first().toObject();
    return row.isEmpty() ? std::nullopt : std::optional<qint64>(row.begin()->toInteger());
}

CheckResult judgeConnection(const Result<QJsonArray> &answer, const QString &database)
{
    const QString id = u"database-reachable"_s;
    const QString title = tr("Database answers");
    if (answer)
        return checkResult(id, title, CheckVerdict::Pass,
                           tr("The database %1 answers and lets us in.").arg(database));
    const QString remedy = answer.error().kind == ErrorKind::Denied
                               ? tr("Give the right user and password, then check again.")
                               : tr("Start the database, see that it can be reached, then check again.");
    return checkResult(id, title, CheckVerdict::Fail, answer.error().message, remedy, true);
}

CheckResult judgeMigrations(const Result<QJsonArray> &rows, int seenBefore)
{
    const QString id = u"database-migrations"_s;
    const QString title = tr("No failed migration");
    const qint64 failed = number(rows).value_or(seenBefore);
    if (failed > 0)
        return checkResult(
            id, title, CheckVerdict::Fail, tr("%1 migrations of the schema have failed earlier.").arg(failed),
            tr("Repair the schema first: a newer version would migrate on top of a broken one."), true);
    if (!rows)
        return checkResult(id, title, CheckVerdict::Unknown,
                           tr("The history of migrations could not be read: %1").arg(rows.error().message),
                           tr("Look at the migration history yourself."));
    return checkResult(id, title, CheckVerdict::Pass, tr("The migration history holds no failure."));
}

CheckResult judgeExecutions(const Result<QJsonArray> &rows)
{
    const QString id = u"running-executions"_s;
    const QString title = tr("Running executions");
    const std::optional<qint64> count = number(rows);
    if (!count)
        return checkResult(id, title, CheckVerdict::Unknown, tr("Running executions could not be counted."),
                           tr("Look at the executions page."));
    if (*count == 0)
        return checkResult(id, title, CheckVerdict::Pass, tr("Nothing runs."));
    return checkResult(
        id, title, CheckVerdict::Warn, tr("%1 executions are under way.").arg(*count),
        tr("Workers are given their time to finish; choose a quieter hour if tasks run longer than that."));
}

/// Kestra keeps its H2 file to itself while it runs: no reason to stop here.
CheckResult lockedAway(const QString &file)
{
    return checkResult(
        u"database-reachable"_s, tr("Database answers"), CheckVerdict::Warn,
        tr("Kestra keeps %1 to itself while it runs; what is in it is seen once it has stopped.").arg(file),
        tr("Running executions and failed migrations cannot be seen before: look at Kestra's own pages."));
}

Task<QList<CheckResult>> databaseLook(Asked asked)
{
    QList<CheckResult> results;
    const DatabaseAccess access = asked.installation.database.access;
    Host *host = asked.host;
    Result<QJsonArray> one = co_await queryDatabase(host, access, u"select 1 as n"_s, asked.secrets);
    if (!one && one.error().kind == ErrorKind::Blocked) {
        results += lockedAway(access.name());
        co_return results;
    }
    results += judgeConnection(one, access.name());
    if (!one)
        co_return results;
    Result<QJsonArray> failed = co_await queryDatabase(
        host, access, u"select count(*) as n from \"flyway_schema_history\" where \"success\" = false"_s,
        asked.secrets);
    results += judgeMigrations(failed, asked.installation.database.failedMigrations);
    // The state is an enumeration on PostgreSQL, whose values differ between versions: compared as text.
    const QString text = access.kind == DatabaseAccess::Kind::MySql ? u"char"_s : u"varchar"_s;
    Result<QJsonArray> running =
        co_await queryDatabase(host, access,
                               u"select count(*) as n from executions where cast(\"state_current\" as %1) in "
                               "('CREATED','RUNNING','RESTARTED','KILLING','QUEUED','RETRYING')"_s.arg(text),
                               asked.secrets);
    results += judgeExecutions(running);
    co_return results;
}

CheckResult judgeTools(const Result<ProcessResult> &dump, const Result<QJsonArray> &server)
{
    const QString id = u"backup-tools"_s;
    const QString title = tr("pg_dump fits the server");
    static const QRegularExpression major(u"(\\d+)(?:\\.\\d+)?"_s);
    const qint64 serverMajor = number(server).value_or(0) / 10000;
    if (!dump || serverMajor == 0)
        return checkResult(
            id, title, CheckVerdict::Fail,
            tr("pg_dump could not be started: %1").arg(dump ? QString() : dump.error().message),
            tr("Install the PostgreSQL client tools of the server's version beside psql."), true);
    const int dumpMajor = major.match(QString::fromUtf8(dump->output)).captured(1).toInt();
    if (dumpMajor < serverMajor)
        return checkResult(
            id, title, CheckVerdict::Fail,
            tr("pg_dump %1 is older than the server, which is %2.").arg(dumpMajor).arg(serverMajor),
            tr("Install the client tools of PostgreSQL %1.").arg(serverMajor), true);
    return checkResult(id, title, CheckVerdict::Pass,
                       tr("pg_dump %1, server %2.").arg(dumpMajor).arg(serverMajor));
}

CheckResult judgeRights(const Result<QJsonArray> &rows)
{
    const QString id = u"backup-rights"_s;
    const QString title = tr("A throw-away database may be made");
    const bool may = rows && !rows->isEmpty() && rows->first().toObject().value(u"may"_s).toBool();
    if (may)
        return checkResult(id, title, CheckVerdict::Pass, tr("The user may create databases."));
    return checkResult(
        id, title, CheckVerdict::Fail,
        tr("The user may not create databases: a backup could be taken, neither proven nor swapped in."),
        tr("Give it the right: alter role … createdb;"), true);
}

/// What the swap of a whole database would set back in time besides Kestra's tables.
CheckResult judgeNeighbours(const Result<QJsonArray> &rows, const QString &database)
{
    const QString id = u"database-neighbours"_s;
    const QString title = tr("Nothing but Kestra in its database");
    QStringList names;
    if (rows) {
        for (const QJsonValue &row : *rows)
            names.append(row[u"name"_s].toString());
    }
    if (!rows)
        return checkResult(id, title, CheckVerdict::Unknown,
                           tr("Other schemas could not be seen: %1").arg(rows.error().message),
                           tr("Look at the schemas of the database yourself."));
    if (names.isEmpty())
        return checkResult(id, title, CheckVerdict::Pass,
                           tr("No other schema with tables lies in %1.").arg(database));
    return checkResult(
        id, title, CheckVerdict::Fail,
        tr("%1 also holds the schemas %2: going back would set them back in time too.")
            .arg(database, names.join(u", "_s)),
        tr("Move them to a database of their own, or name Kestra's own schema by currentSchema in its URL."));
}

bool isElsewhere(const QString &server)
{
    static const QStringList here{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    return !server.isEmpty() && !server.startsWith(u'/') && !here.contains(server);
}

Task<QList<CheckResult>> postgresLook(Asked asked)
{
    QList<CheckResult> results;
    Host *host = asked.host;
    const Installation &installation = asked.installation;
    const DatabaseAccess access = installation.database.access;
    const Result<PostgresTools> tools = PostgresTools::from(access);
    if (!tools) {
        results += checkResult(u"backup-tools"_s, tr("pg_dump fits the server"), CheckVerdict::Fail,
                               tools.error().message, {}, true);
        co_return results;
    }
    const QStringList asking = tools->prefix + QStringList{tools->folder + u"pg_dump"_s, u"--version"_s};
    ProcessCall call;
    call.program = asking.first();
    call.arguments = asking.mid(1);
    call.timeout = std::chrono::seconds(30);
    Result<ProcessResult> dump = co_await host->runChecked(std::move(call));
    Result<QJsonArray> server = co_await queryDatabase(
        host, access, u"select current_setting('server_version_num')::int as n"_s, asked.secrets);
    results += judgeTools(dump, server);
    Result<QJsonArray> rights = co_await queryDatabase(
        host, access, u"select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user"_s,
        asked.secrets);
    results += judgeRights(rights);
    if (access.schema.isEmpty()) {
        Result<QJsonArray> others = co_await queryDatabase(
            host, access,
            u"select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = "
            u"c.relnamespace "
            "where c.relkind in ('r','p') and n.nspname not in ('public', 'information_schema') and n.nspname !~ '^pg_' order by 1"_s,
            asked.secrets);
        // Only what is there is worth a line.
        if (!others || !others->isEmpty())
            results += judgeNeighbours(others, access.database);
    }
    if (isElsewhere(access.server) || tools->place == PostgresTools::Place::Stream)
        co_return results;

    const BackupEstimate estimate = estimateBackup(installation);
    Result<QJsonArray> folder = co_await queryDatabase(
        host, access, u"select current_setting('data_directory') as folder"_s, asked.secrets);
    if (folder && !folder->isEmpty()) {
        const QStringList df =
            tools->prefix +
            QStringList{u"df"_s, u"-P"_s, u"-k"_s, folder->first().toObject().value(u"folder"_s).toString()};
        ProcessCall space;
        space.program = df.first();
        space.arguments = df.mid(1);
        space.timeout = std::chrono::seconds(30);
        Result<ProcessResult> answer = co_await host->runChecked(std::move(space));
        results += judgeSpace(u"database-space"_s, tr("Room at the database for the proof"),
                              answer ? understandDf(answer->output)
                                     : Result<FreeSpace>(std::unexpected(answer.error())),
                              estimate.serverBytes, installation.database.bytes >= 0,
                              tr("Make room where the database lies, then check again."));
    }
    co_return results;
}

/// The tool that dumps, and whether a schema may be made beside the one in use.
Task<QList<CheckResult>> mysqlLook(Asked asked)
{
    QList<CheckResult> results;
    const DatabaseAccess access = asked.installation.database.access;
    const QStringList dump = mysqlDumpWords(access, false);
    const qsizetype tool = mysqlPrefix(access);
    const QStringList asking = dump.first(tool + 1) + QStringList{u"--version"_s};
    ProcessCall call;
    call.program = asking.first();
    call.arguments = asking.mid(1);
    call.timeout = std::chrono::seconds(30);
    Result<ProcessResult> version = co_await asked.host->runChecked(std::move(call));
    const QString title = tr("The dump tool is there");
    results +=
        version
            ? checkResult(u"backup-tools"_s, title, CheckVerdict::Pass,
                          QString::fromUtf8(version->output).trimmed())
            : checkResult(u"backup-tools"_s, title, CheckVerdict::Fail,
                          tr("%1 could not be started: %2").arg(dump.value(tool), version.error().message),
                          tr("Install the client tools of the server's version."), true);
    Result<QJsonArray> rights =
        co_await queryDatabase(asked.host, access,
                               u"select (select count(*) from information_schema.user_privileges where "
                               u"privilege_type = 'CREATE' and "
                               "replace(grantee, char(39), '') = current_user()) + (select count(*) from "
                               "information_schema.schema_privileges where "
                               "privilege_type = 'CREATE' and table_schema like '%\\%%') as n"_s,
                               asked.secrets);
    const QString may = tr("A throw-away schema may be made");
    results +=
        number(rights).value_or(0) > 0
            ? checkResult(u"backup-rights"_s, may, CheckVerdict::Pass, tr("The user may create schemas."))
            : checkResult(u"backup-rights"_s, may, CheckVerdict::Fail,
                          tr("The user may not create schemas: a backup could be taken, neither proven nor "
                             "swapped in."),
                          tr("Give it the right on schemas of that name: grant all on `kestra%`.* to …;"),
                          true);
    co_return results;
}

} // namespace

Task<QList<CheckResult>> databaseChecks(Host *host, Installation installation, SecretStore *secrets)
{
    const Asked asked{host, installation, secrets};
    QList<CheckResult> results = co_await databaseLook(asked);
    if (results.isEmpty() || results.first().verdict != CheckVerdict::Pass)
        co_return results;
    QList<CheckResult> more;
    if (installation.database.access.kind == DatabaseAccess::Kind::PostgreSql)
        more = co_await postgresLook(asked);
    else if (installation.database.access.kind == DatabaseAccess::Kind::MySql)
        more = co_await mysqlLook(asked);
    results += more;
    co_return results;
}
