// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/plan/step.h"

#include <QString>

/// Whether anything writes while the backup is taken. A backup of the stopped installation is one moment, and
/// its proof demands equality; one of a running installation proves that it restores, not that nothing came
/// after.
enum class BackupMode { Stopped, Running };

/// Where everything of one backup lies, and the names that its throw-away things get. All follow from the
/// folder, so that a repeated step finds what its first try left.
struct BackupLayout {
    QString folder;
    QString stamp; ///< eight hex digits

    explicit BackupLayout(const QString &backupFolder);

    QString path(const QString &name) const { return folder + u'/' + name; }
    QString database() const; ///< folder: pg_dump's directory, or the file in it
    QString sqliteFile() const;
    QString databaseStream() const; ///< pg_dump's one file where it could only be streamed
    QString h2File() const;         ///< H2's file, with its ".mv.db" …
    QString h2Archive() const;      ///< … or what the container engine streamed of it
    QString mysqlFile() const;
    QString mysqlRoutines() const;  ///< stored functions, which no rename carries along
    QString storage() const;        ///< the storage's tree …
    QString storageArchive() const; ///< … or what the container engine streamed of it
    QString configuration(qsizetype index, const QString &original) const;
    QString scratch() const;                     ///< for throw-away things, beside the backup
    QString scratchThere() const;                ///< for the tools of the database, where they run
    QString detached(const QString &name) const; ///< state of a detached job, outside of what gets sealed
    QString proofDatabase() const;
    QString restoringDatabase() const;
    QString newerDatabase(const QString &database) const;
    QString restoringSchema(const QString &schema) const;
    QString newer(const QString &what) const; ///< name for what the restored thing took the place of
};

/// Names of observations that a backup, its proof and its restore share.
namespace BackupObservation
{
inline constexpr QStringView tables = u"tables-before";
inline constexpr QStringView files = u"files-before";
} // namespace BackupObservation

/// Tables whose content changes by Kestra merely being alive.
QStringList tablesThatTick();

/// Text of a step for people.
QString backupTitle(const char *text);

/// A program with its words, as one list.
Step commandStep(const QString &slug, const QString &title, const QStringList &words, int timeoutSeconds);
/// Removes throw-away folders; fits as inverse of what made them.
Step removeStep(const QString &slug, const QString &title, const QStringList &paths);
/// Gives all steps the phase and the host.
Steps inPhase(Steps steps, const QString &phase, const Installation &installation);
