// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backupplan.h"

#include "app/backup/h2backup.h"
#include "app/backup/mysqlbackup.h"
#include "app/backup/postgresbackup.h"
#include "app/backup/restorescript.h"
#include "app/backup/sqlitebackup.h"
#include "app/backup/storagebackup.h"
#include "app/plan/steps.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text, "@error");
}

/// What stands in the way of any backup, before a step is made.
Result<void> canBackUp(const Installation &installation)
{
    if (installation.database.access.kind == DatabaseAccess::Kind::None)
        return failure(ErrorKind::Blocked, tr("There is no way yet to back up the database of %1 (%2). Back "
                                              "it up with its own tools, then go on "
                                              "without a backup of ours.")
                                               .arg(installation.title, installation.database.kind.isEmpty()
                                                                            ? tr("unknown kind")
                                                                            : installation.database.kind));
    const QString &storage = installation.storage.kind;
    if (!storage.isEmpty() && storage != u"local")
        return failure(ErrorKind::Blocked,
                       tr("There is no way yet to back up internal storage of the kind %1. Copy the bucket "
                          "with its provider's "
                          "tools or see that it keeps versions, then go on without a backup of ours.")
                           .arg(storage));
    return {};
}

Result<Steps> databaseBackup(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    switch (installation.database.access.kind) {
    case DatabaseAccess::Kind::Sqlite:
        return sqliteBackup(installation, layout, mode);
    case DatabaseAccess::Kind::H2:
        return h2Backup(installation, layout, mode);
    case DatabaseAccess::Kind::MySql:
        return mysqlBackup(installation, layout);
    case DatabaseAccess::Kind::PostgreSql:
    case DatabaseAccess::Kind::None:
        break;
    }
    return postgresBackup(installation, layout);
}

Result<Steps> databaseProof(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    switch (installation.database.access.kind) {
    case DatabaseAccess::Kind::Sqlite:
        return sqliteProof(layout, mode);
    case DatabaseAccess::Kind::H2:
        return h2Proof(installation, layout, mode);
    case DatabaseAccess::Kind::MySql:
        return mysqlProof(installation, layout, mode);
    case DatabaseAccess::Kind::PostgreSql:
    case DatabaseAccess::Kind::None:
        break;
    }
    return postgresProof(installation, layout, mode);
}

Result<Steps> databaseRestore(const Installation &installation, const BackupLayout &layout)
{
    switch (installation.database.access.kind) {
    case DatabaseAccess::Kind::Sqlite:
        return sqliteRestore(installation, layout);
    case DatabaseAccess::Kind::H2:
        return h2Restore(installation, layout);
    case DatabaseAccess::Kind::MySql:
        return mysqlRestore(installation, layout);
    case DatabaseAccess::Kind::PostgreSql:
    case DatabaseAccess::Kind::None:
        break;
    }
    return postgresRestore(installation, layout);
}

QByteArray imageList(const Installation &installation)
{
    QString text;
    for (const ImageUse &use : installation.images)
        text += u"%1\t%2:%3\t%4\t%5\n"_s.arg(use.service, use.image, use.tag,
                                             use.digest.isEmpty() ? u"-"_s : use.digest,
                                             use.imageId.isEmpty() ? u"-"_s : use.imageId);
    return text.toUtf8();
}

/// A file of the backup itself: it stays when a run is taken back.
Step writeInto(const QString &slug, const QString &title, const QString &path, const QByteArray &bytes)
{
    Step step = editFile(slug, title, path, {}, bytes);
    step.reversal = Reversal::NotNeeded;
    return step;
}

/// What helm knows of the release: nobody may have these files elsewhere.
Steps releaseSteps(const Installation &installation, const BackupLayout &layout)
{
    Steps steps;
    const QJsonObject &details = installation.details;
    if (!details.contains(u"deployedRevision"))
        return steps;
    for (const QString &part : {u"values"_s, u"manifest"_s}) {
        CommandArgs command;
        command.program = u"helm"_s;
        command.arguments = {u"--kube-context"_s,
                             details[u"context"].toString(),
                             u"-n"_s,
                             details[u"namespace"].toString(),
                             u"get"_s,
                             part,
                             installation.title};
        command.outputFile = layout.path(u"configuration/%1.yaml"_s.arg(part));
        if (part == u"values")
            command.arguments += {u"-o"_s, u"yaml"_s};
        steps += runCommand(u"keep-"_s + part,
                            backupTitle("Keep what helm says of the release: %1").arg(part), command);
    }
    return steps;
}

Steps configurationSteps(const Installation &installation, const BackupLayout &layout)
{
    Steps steps;
    const QStringList files = configurationFiles(installation);
    const Steps release = releaseSteps(installation, layout);
    if (!files.isEmpty() || !release.isEmpty())
        steps += commandStep(
            u"make-configuration-folder"_s, backupTitle("Make a folder for the configuration"),
            {u"mkdir"_s, u"-p"_s, u"-m"_s, u"700"_s, u"--"_s, layout.path(u"configuration"_s)}, 60);
    for (qsizetype i = 0; i < files.size(); ++i)
        steps += copyTree(u"copy-configuration-%1"_s.arg(i + 1), backupTitle("Copy %1").arg(files[i]),
                          files[i], layout.configuration(i, files[i]));
    return steps + release;
}

QJsonObject facts(const Installation &installation, BackupMode mode)
{
    QJsonArray images;
    for (const ImageUse &use : installation.images)
        images.append(QJsonObject{{u"service"_s, use.service},
                                  {u"image"_s, use.image},
                                  {u"tag"_s, use.tag},
                                  {u"digest"_s, use.digest},
                                  {u"imageId"_s, use.imageId}});
    return {{u"installation"_s, installation.address},
            {u"title"_s, installation.title},
            {u"version"_s, installation.version.toString()},
            {u"oneMoment"_s, mode == BackupMode::Stopped},
            {u"database"_s, QJsonObject{{u"kind"_s, installation.database.kind},
                                        {u"name"_s, installation.database.access.database},
                                        {u"serverVersion"_s, installation.database.serverVersion},
                                        {u"schemaVersion"_s, installation.database.schemaVersion}}},
            {u"configuration"_s, QJsonArray::fromStringList(configurationFiles(installation))},
            {u"images"_s, images}};
}

/// Everything that lets the backup be used without this program, then the checksums and the manifest.
Steps closingSteps(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    const QString script = layout.path(u"restore.sh"_s);
    CommandArgs sums;
    sums.program = u"find"_s;
    sums.arguments = {u"."_s,     u"-type"_s,     u"f"_s,
                      u"!"_s,     u"-path"_s,     u"./SHA256SUMS*"_s,
                      u"!"_s,     u"-path"_s,     u"./manifest.json*"_s,
                      u"-exec"_s, u"sha256sum"_s, u"--"_s,
                      u"{}"_s,    u"+"_s};
    sums.workingDirectory = layout.folder;
    sums.outputFile = layout.path(u"SHA256SUMS"_s);
    sums.timeoutSeconds = 12 * 3600;
    Steps steps;
    if (!installation.images.isEmpty())
        steps += writeInto(u"write-images"_s, backupTitle("Note the images that run"),
                           layout.path(u"images.txt"_s), imageList(installation));
    steps += writeInto(u"write-readme"_s, backupTitle("Write what this backup is"),
                       layout.path(u"README.md"_s), backupReadme(installation, layout, mode));
    steps += writeInto(u"write-restore"_s, backupTitle("Write the way back that needs no assistant"), script,
                       restoreScript(installation, layout));
    steps += commandStep(u"make-restore-executable"_s, backupTitle("Make restore.sh executable"),
                         {u"chmod"_s, u"700"_s, u"--"_s, script}, 60);
    steps += runCommand(u"sum-files"_s, backupTitle("Write the checksum of every file"), sums);
    QStringList observations{BackupObservation::tables.toString()};
    if (!installation.storage.kind.isEmpty())
        observations.append(BackupObservation::files.toString());
    steps += sealBackup(u"seal-backup"_s, backupTitle("Seal the backup with its manifest"), layout.folder,
                        facts(installation, mode), observations);
    return steps;
}

} // namespace

QStringList configurationFiles(const Installation &installation)
{
    QStringList files;
    for (const ConfigText &text : installation.configurations) {
        if (text.path.startsWith(u'/') && !files.contains(text.path))
            files.append(text.path);
    }
    for (const QString &key : {u"files"_s, u"envFiles"_s}) {
        const QJsonArray more = installation.details.value(key).toArray();
        for (const QJsonValue &path : more) {
            if (path.toString().startsWith(u'/') && !files.contains(path.toString()))
                files.append(path.toString());
        }
    }
    return files;
}

Result<Steps> backupSteps(const Installation &installation, const QString &folder, BackupMode mode)
{
    if (const Result<void> possible = canBackUp(installation); !possible)
        return std::unexpected(possible.error());
    const BackupLayout layout(folder);
    Steps steps{commandStep(u"make-backup-folder"_s, backupTitle("Make the backup's folder"),
                            {u"mkdir"_s, u"-p"_s, u"-m"_s, u"700"_s, u"--"_s, folder}, 60)};
    ObserveArgs tables;
    tables.name = BackupObservation::tables.toString();
    tables.probe = Probe::tables(installation.database.access.toJson(), tablesThatTick());
    steps += observe(tables.name, backupTitle("Fingerprint of every table"), tables);
    const Result<Steps> database = databaseBackup(installation, layout, mode);
    if (!database)
        return database;
    steps += *database;
    if (!installation.storage.kind.isEmpty()) {
        const Result<Steps> storage = storageBackup(installation, layout);
        if (!storage)
            return storage;
        steps += *storage;
    }
    steps += configurationSteps(installation, layout);
    steps += closingSteps(installation, layout, mode);
    return inPhase(steps, u"backup"_s, installation);
}

Result<Steps> proofSteps(const Installation &installation, const QString &folder, BackupMode mode)
{
    if (const Result<void> possible = canBackUp(installation); !possible)
        return std::unexpected(possible.error());
    const BackupLayout layout(folder);
    const Result<Steps> database = databaseProof(installation, layout, mode);
    if (!database)
        return database;
    Steps steps = *database;
    if (!installation.storage.kind.isEmpty()) {
        const Result<Steps> storage = storageProof(installation, layout, mode);
        if (!storage)
            return storage;
        steps += *storage;
    }
    steps += removeStep(u"clear-proof"_s, backupTitle("Remove what the proof needed"), {layout.scratch()});
    steps += verifyBackup(u"verify-backup"_s, backupTitle("Read every byte of the backup once more"), folder);
    return inPhase(steps, u"backup"_s, installation);
}

Result<Steps> restoreSteps(const Installation &installation, const QString &folder)
{
    if (const Result<void> possible = canBackUp(installation); !possible)
        return std::unexpected(possible.error());
    const BackupLayout layout(folder);
    Steps steps{verifyBackup(u"verify-backup-again"_s,
                             backupTitle("Read every byte of the backup before it is trusted"), folder)};
    const Result<Steps> database = databaseRestore(installation, layout);
    if (!database)
        return database;
    steps += *database;
    if (!installation.storage.kind.isEmpty()) {
        const Result<Steps> storage = storageRestore(installation, layout);
        if (!storage)
            return storage;
        steps += *storage;
    }
    steps +=
        removeStep(u"clear-restore"_s, backupTitle("Remove what the restore needed"), {layout.scratch()});
    return inPhase(steps, u"restore"_s, installation);
}
