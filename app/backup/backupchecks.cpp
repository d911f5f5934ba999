// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupchecks.h"

#include "app/backup/estimate.h"
#include "app/backup/postgrestools.h"
#include "app/backup/storagebackup.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("BackupChecks", text, "@info");
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

CheckResult check(const QString &id, const QString &title, CheckVerdict verdict, const QString &message,
                  const QString &remedy = {}, bool blocking = false)
{
    return {id, title, verdict, message, remedy, blocking};
}

/// df -P gives one line a file system: device, blocks of 1024, used, available, capacity, mount point.
Result<FreeSpace> understandDf(const QByteArray &output)
{
    static const QRegularExpression shape(u"^(.*?)\\s+(\\d+)\\s+(\\d+)\\s+(-?\\d+)\\s+\\d+%\\s+(.*)$"_s);
    const QStringList lines = QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
    const QRegularExpressionMatch match = shape.match(lines.isEmpty() ? QString() : lines.last());
    if (!match.hasMatch())
        return failure(ErrorKind::BadInput, tr("df gave an answer that cannot be understood."),
                       QString::fromUtf8(output));
    return FreeSpace{match.captured(4).toLongLong() * 1024, match.captured(1), match.captured(5)};
}

CheckResult judgeSpace(const QString &id, const QString &title, const Result<FreeSpace> &space, qint64 needed,
                       bool complete, const QString &remedy)
{
    if (!space)
        return check(id, title, CheckVerdict::Unknown,
                     tr("The free space could not be seen: %1").arg(space.error().message), remedy);
    const QString figures =
        tr("%1 free on %2, at most %3 needed.").arg(size(space->bytes), space->mountPoint, size(needed));
    if (space->bytes < needed)
        return check(id, title, CheckVerdict::Fail, figures, remedy, true);
    if (!complete)
        return check(id, title, CheckVerdict::Warn,
                     tr("%1 free on %2; how much is needed could not be seen.")
                         .arg(size(space->bytes), space->mountPoint),
                     tr("Compare it with the size of your database and storage yourself."));
    return check(id, title, CheckVerdict::Pass, figures);
}

Task<QList<CheckResult>> spaceChecks(Host *host, Installation installation, QString folder)
{
    const BackupEstimate estimate = estimateBackup(installation);
    QList<CheckResult> results;
    Result<FreeSpace> here = co_await freeSpace(host, folder);
    results += judgeSpace(u"backup-space"_s, tr("Room for the backup"), here, estimate.folderBytes,
                          estimate.complete, tr("Choose another folder or make room, then check again."));
    const QString data = installation.storage.hostPath.isEmpty() ? installation.database.access.file
                                                                 : installation.storage.hostPath;
    if (here && !data.isEmpty()) {
        Result<FreeSpace> there = co_await freeSpace(host, data);
        const QString title = tr("Backup on a disk of its own");
        if (there && there->device == here->device)
            results +=
                check(u"backup-disk"_s, title, CheckVerdict::Warn,
                      tr("The backup would lie on the same disk as the data (%1).").arg(here->mountPoint),
                      tr("It helps against a failed upgrade, not against a failed disk: copy it elsewhere, "
                         "or choose another folder."));
        else if (there)
            results += check(u"backup-disk"_s, title, CheckVerdict::Pass,
                             tr("Data on %1, backup on %2.").arg(there->mountPoint, here->mountPoint));
    }
    co_return results;
}

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
        return check(id, title, CheckVerdict::Pass,
                     tr("The database %1 answers and lets us in.").arg(database));
    const QString remedy = answer.error().kind == ErrorKind::Denied
                               ? tr("Give the right user and password, then check again.")
                               : tr("Start the database, see that it can be reached, then check again.");
    return check(id, title, CheckVerdict::Fail, answer.error().message, remedy, true);
}

CheckResult judgeMigrations(const Result<QJsonArray> &rows, int seenBefore)
{
    const QString id = u"database-migrations"_s;
    const QString title = tr("No failed migration");
    const qint64 failed = number(rows).value_or(seenBefore);
    if (failed > 0)
        return check(
            id, title, CheckVerdict::Fail, tr("%1 migrations of the schema have failed earlier.").arg(failed),
            tr("Repair the schema first: a newer version would migrate on top of a broken one."), true);
    if (!rows)
        return check(id, title, CheckVerdict::Unknown,
                     tr("The history of migrations could not be read: %1").arg(rows.error().message),
                     tr("Look at the migration history yourself."));
    return check(id, title, CheckVerdict::Pass, tr("The migration history holds no failure."));
}

CheckResult judgeExecutions(const Result<QJsonArray> &rows)
{
    const QString id = u"running-executions"_s;
    const QString title = tr("Running executions");
    const std::optional<qint64> count = number(rows);
    if (!count)
        return check(id, title, CheckVerdict::Unknown, tr("Running executions could not be counted."),
                     tr("Look at the executions page."));
    if (*count == 0)
        return check(id, title, CheckVerdict::Pass, tr("Nothing runs."));
    return check(
        id, title, CheckVerdict::Warn, tr("%1 executions are under way.").arg(*count),
        tr("Workers are given their time to finish; choose a quieter hour if tasks run longer than that."));
}

Task<QList<CheckResult>> databaseChecks(Host *host, Installation installation)
{
    QList<CheckResult> results;
    const DatabaseAccess access = installation.database.access;
    Result<QJsonArray> one = co_await queryDatabase(host, access, u"select 1 as n"_s);
    results +=
        judgeConnection(one, access.kind == DatabaseAccess::Kind::Sqlite ? access.file : access.database);
    if (!one)
        co_return results;
    Result<QJsonArray> failed = co_await queryDatabase(
        host, access, u"select count(*) as n from flyway_schema_history where success = false"_s);
    results += judgeMigrations(failed, installation.database.failedMigrations);
    // The state is an enumeration on PostgreSQL, whose values differ between versions: compared as text.
    Result<QJsonArray> running =
        co_await queryDatabase(host, access,
                               u"select count(*) as n from executions where cast(state_current as text) in "
                               "('CREATED','RUNNING','RESTARTED','KILLING','QUEUED','RETRYING')"_s);
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
        return check(id, title, CheckVerdict::Fail,
                     tr("pg_dump could not be started: %1").arg(dump ? QString() : dump.error().message),
                     tr("Install the PostgreSQL client tools of the server's version beside psql."), true);
    const int dumpMajor = major.match(QString::fromUtf8(dump->output)).captured(1).toInt();
    if (dumpMajor < serverMajor)
        return check(id, title, CheckVerdict::Fail,
                     tr("pg_dump %1 is older than the server, which is %2.").arg(dumpMajor).arg(serverMajor),
                     tr("Install the client tools of PostgreSQL %1.").arg(serverMajor), true);
    return check(id, title, CheckVerdict::Pass, tr("pg_dump %1, server %2.").arg(dumpMajor).arg(serverMajor));
}

CheckResult judgeRights(const Result<QJsonArray> &rows)
{
    const QString id = u"backup-rights"_s;
    const QString title = tr("A throw-away database may be made");
    const bool may = rows && !rows->isEmpty() && rows->first().toObject().value(u"may"_s).toBool();
    if (may)
        return check(id, title, CheckVerdict::Pass, tr("The user may create databases."));
    return check(
        id, title, CheckVerdict::Fail,
        tr("The user may not create databases: a backup could be taken, neither proven nor swapped in."),
        tr("Give it the right: alter role … createdb;"), true);
}

Task<QList<CheckResult>> postgresChecks(Host *host, Installation installation)
{
    QList<CheckResult> results;
    const DatabaseAccess access = installation.database.access;
    const Result<PostgresTools> tools = PostgresTools::from(access);
    if (!tools) {
        results += check(u"backup-tools"_s, tr("pg_dump fits the server"), CheckVerdict::Fail,
                         tools.error().message, {}, true);
        co_return results;
    }
    const QStringList asking = tools->prefix + QStringList{tools->folder + u"pg_dump"_s, u"--version"_s};
    ProcessCall call;
    call.program = asking.first();
    call.arguments = asking.mid(1);
    call.timeout = std::chrono::seconds(30);
    Result<ProcessResult> dump = co_await host->runChecked(std::move(call));
    Result<QJsonArray> server =
        co_await queryDatabase(host, access, u"select current_setting('server_version_num')::int as n"_s);
    results += judgeTools(dump, server);
    Result<QJsonArray> rights = co_await queryDatabase(
        host, access, u"select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user"_s);
    results += judgeRights(rights);

    const BackupEstimate estimate = estimateBackup(installation);
    Result<QJsonArray> folder =
        co_await queryDatabase(host, access, u"select current_setting('data_directory') as folder"_s);
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

Task<QList<CheckResult>> storageChecks(Host *host, Installation installation)
{
    QList<CheckResult> results;
    const QString id = u"storage-reachable"_s;
    const QString title = tr("Internal storage can be read");
    const StorageFacts &storage = installation.storage;
    if (storage.kind.isEmpty()) {
        results += check(
            id, title, CheckVerdict::Unknown, tr("Where the internal storage lies is not known."),
            tr("Files of executions and namespaces would be missing in the backup: look at kestra.storage."));
    } else if (storage.kind != u"local") {
        results += check(id, title, CheckVerdict::Warn,
                         tr("Internal storage of the kind %1 is not part of the backup.").arg(storage.kind),
                         tr("Copy the bucket, or see that it keeps versions."));
    } else if (storageIsStreamed(installation)) {
        const Result<StorageVolume> volume = StorageVolume::from(installation);
        results += volume ? check(id, title, CheckVerdict::Pass,
                                  tr("It is read through the container %1.").arg(volume->container))
                          : check(id, title, CheckVerdict::Fail, volume.error().message, {}, true);
    } else {
        Result<bool> there = co_await host->exists(storage.hostPath);
        results += there && *there
                       ? check(id, title, CheckVerdict::Pass, tr("It lies in %1.").arg(storage.hostPath))
                       : check(id, title, CheckVerdict::Fail, tr("%1 is not there.").arg(storage.hostPath),
                               tr("Mount it, or see that the path is right."), true);
    }
    co_return results;
}

} // namespace

QString checkVerdictName(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Pass:
        return u"pass"_s;
    case CheckVerdict::Warn:
        return u"warn"_s;
    case CheckVerdict::Fail:
        return u"fail"_s;
    case CheckVerdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

Task<Result<FreeSpace>> freeSpace(Host *host, QString folder)
{
    const QString script = uR"(set -eu
path=$1
while [ ! -e "$path" ]; do path=$(dirname -- "$path"); done
exec df -P -k -- "$path")"_s;
    Result<ProcessResult> result = co_await host->runScript(script, {folder}, std::chrono::seconds(30));
    if (!result)
        co_return std::unexpected(result.error());
    co_return understandDf(result->output);
}

Task<QList<CheckResult>> backupChecks(Host *host, Installation installation, QString folder)
{
    QList<CheckResult> results = co_await databaseChecks(host, installation);
    const bool answers = !results.isEmpty() && results.first().verdict == CheckVerdict::Pass;
    if (answers && installation.database.access.kind == DatabaseAccess::Kind::PostgreSql) {
        QList<CheckResult> postgres = co_await postgresChecks(host, installation);
        results += postgres;
    }
    QList<CheckResult> storage = co_await storageChecks(host, installation);
    results += storage;
    QList<CheckResult> space = co_await spaceChecks(host, installation, folder);
    results += space;
    co_return results;
}
