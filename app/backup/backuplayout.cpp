// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backuplayout.h"

#include "app/base/hash.h"
#include "app/installation/planparts.h"
#include "app/plan/steps.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

/// PostgreSQL cuts names at 63 bytes, and would cut the tail off.
QString shortened(QString head, const QString &tail)
{
    while (head.toUtf8().size() > 63 - tail.size())
        head.chop(1);
    return head + tail;
}

} // namespace

BackupLayout::BackupLayout(const QString &backupFolder)
    : folder(backupFolder)
    , stamp(sha256Hex(backupFolder.toUtf8()).first(8))
{
}

QString BackupLayout::database() const
{
    return path(u"database"_s);
}

QString BackupLayout::sqliteFile() const
{
    return path(u"database/kestra.sqlite"_s);
}

QString BackupLayout::databaseStream() const
{
    return path(u"database/kestra.dump"_s);
}

QString BackupLayout::h2File() const
{
    return path(u"database/kestra.mv.db"_s);
}

QString BackupLayout::h2Archive() const
{
    return path(u"database/kestra.tar"_s);
}

QString BackupLayout::mysqlFile() const
{
    return path(u"database/kestra.sql"_s);
}

QString BackupLayout::mysqlRoutines() const
{
    return path(u"database/routines.sql"_s);
}

QString BackupLayout::storage() const
{
    return path(u"storage"_s);
}

QString BackupLayout::storageArchive() const
{
    return path(u"storage.tar"_s);
}

QString BackupLayout::configuration(qsizetype index, const QString &original) const
{
    return path(
        u"configuration/%1-%2"_s.arg(index + 1, 2, 10, QChar(u'0')).arg(QFileInfo(original).fileName()));
}

QString BackupLayout::scratch() const
{
    return folder + u".scratch-"_s + stamp;
}

QString BackupLayout::scratchThere() const
{
    return u"/tmp/kestra-upgrade-"_s + stamp;
}

QString BackupLayout::detached(const QString &name) const
{
    return scratch() + u"/jobs/"_s + name;
}

QString BackupLayout::proofDatabase() const
{
    return u"kestra_proof_"_s + stamp;
}

QString BackupLayout::restoringDatabase() const
{
    return u"kestra_restoring_"_s + stamp;
}

QString BackupLayout::newerDatabase(const QString &database) const
{
    return shortened(database, u"_newer_"_s + stamp);
}

QString BackupLayout::restoringSchema(const QString &schema) const
{
    return shortened(schema, u"_restoring_"_s + stamp);
}

QString BackupLayout::newer(const QString &what) const
{
    return what + u".newer-"_s + stamp;
}

QStringList tablesThatTick()
{
    return {u"service_instance"_s};
}

QString backupTitle(const char *text)
{
    return QCoreApplication::translate("Backup", text, "@title");
}

Step commandStep(const QString &slug, const QString &title, const QStringList &words, int timeoutSeconds)
{
    CommandArgs command;
    command.program = words.value(0);
    command.arguments = words.mid(1);
    command.timeoutSeconds = timeoutSeconds;
    return runCommand(slug, title, command);
}

Step removeStep(const QString &slug, const QString &title, const QStringList &paths)
{
    return commandStep(slug, title, QStringList{u"rm"_s, u"-rf"_s, u"--"_s} + paths, 600);
}

Steps inPhase(Steps steps, const QString &phase, const Installation &installation)
{
    setPhase(steps, phase, installation.host);
    return steps;
}
