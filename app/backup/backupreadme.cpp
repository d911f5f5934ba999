// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/restorescript.h"

#include "app/backup/backupplan.h"
#include "app/backup/postgrestools.h"
#include "app/backup/storagebackup.h"
#include "app/host/sqlcommand.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

/// Text inside of a Markdown code span.
QString code(const QString &text)
{
    QString plain = text;
    return u'`' + plain.replace(u'`', u'\'').simplified() + u'`';
}

QString databasePart(const Installation &installation)
{
    if (installation.database.access.kind == DatabaseAccess::Kind::Sqlite)
        return u"- `database/kestra.sqlite`: the SQLite database, with its log when there was one; belongs at %1\n"_s
            .arg(code(installation.database.access.file));
    if (installation.database.access.kind == DatabaseAccess::Kind::H2)
        return u"- `database/`: the file of the H2 database (H2 %1); belongs at %2\n"_s.arg(
            installation.database.serverVersion, code(installation.database.access.file + u".mv.db"_s));
    if (installation.database.access.kind == DatabaseAccess::Kind::MySql)
        return u"- `database/`: %1, schema %2, as SQL; its stored functions in `routines.sql`\n"_s.arg(
            installation.database.serverVersion, code(installation.database.access.database));
    const PostgresTools tools = PostgresTools::from(installation.database.access).value_or(PostgresTools());
    if (tools.place == PostgresTools::Place::Stream)
        return u"- `database/kestra.dump`: PostgreSQL %1, database %2, in pg_dump's custom format (`pg_restore -Fc`)\n"_s
            .arg(installation.database.serverVersion, code(installation.database.access.database));
    return u"- `database/`: PostgreSQL %1, database %2, in pg_dump's directory format (`pg_restore -Fd`)\n"_s
        .arg(installation.database.serverVersion, code(installation.database.access.database));
}

QString storagePart(const Installation &installation)
{
    if (installation.storage.kind.isEmpty())
        return u"- internal storage is not part of it: none was found\n"_s;
    if (storageIsStreamed(installation))
        return u"- `storage.tar`: the internal storage; belongs at %1 in the container\n"_s.arg(
            code(installation.storage.basePath));
    return u"- `storage/`: the internal storage; belongs at %1\n"_s.arg(code(installation.storage.hostPath));
}

QString neededTools(const Installation &installation)
{
    QStringList tools{u"a POSIX shell"_s, u"coreutils (`sha256sum`, `cp`, `mv`)"_s};
    if (installation.database.access.kind == DatabaseAccess::Kind::PostgreSql) {
        const Result<PostgresTools> postgres = PostgresTools::from(installation.database.access);
        if (postgres && postgres->place == PostgresTools::Place::Container)
            tools.append(u"the database's container %1 (`psql`, `pg_restore` are in it)"_s.arg(
                code(postgres->container)));
        else
            tools.append(u"`psql` and `pg_restore`, not older than the server"_s);
    }
    if (installation.database.access.kind == DatabaseAccess::Kind::MySql)
        tools.append(u"the server's own client %1"_s.arg(
            code(mysqlWords(installation.database.access).value(mysqlPrefix(installation.database.access)))));
    if (!installation.database.access.secret.isEmpty())
        tools.append(u"the database's password (asked for, or in the variable `KESTRA_DATABASE_PASSWORD`)"_s);
    switch (installation.kind) {
    case InstallationKind::Practice:
        tools.append(u"`practice-kestra` in the PATH, or named by the variable `PRACTICE_KESTRA`"_s);
        break;
    case InstallationKind::Compose:
        tools.append(u"`docker compose`"_s);
        break;
    case InstallationKind::Docker:
        tools.append(u"`docker`"_s);
        break;
    case InstallationKind::Helm:
        tools.append(u"`kubectl` and `helm` with the context `%1`"_s.arg(
            installation.details.value(u"context"_s).toString()));
        break;
    case InstallationKind::Standalone:
        if (!installation.details.value(u"units"_s).toArray().isEmpty())
            tools.append(u"`systemctl`, as root"_s);
        break;
    }
    return tools.join(u", "_s);
}

} // namespace

QByteArray backupReadme(const Installation &installation, const BackupLayout &layout, BackupMode mode)
{
    QString text =
        u"# Backup of Kestra %1: %2\n\n"_s.arg(installation.version.toString(), code(installation.title));
    text += u"Installation %1. The time it was taken, the sizes, the row counts and the SHA-256 of every "
            u"file are in "
            "`manifest.json`; without that file this is no complete backup and must not be used.\n\n"_s.arg(
                code(installation.address));
    text +=
        mode == BackupMode::Stopped
            ? u"Kestra was stopped while it was taken: database and storage belong to the same moment.\n\n"_s
            : u"Kestra was running while it was taken: the database is of one moment, files of the storage may be younger.\n\n"_s;
    text += u"## What is in it\n\n"_s + databasePart(installation) + storagePart(installation);
    const QStringList files = configurationFiles(installation);
    for (qsizetype i = 0; i < files.size(); ++i)
        text += u"- %1: belongs at %2\n"_s.arg(
            code(layout.configuration(i, files[i]).mid(layout.folder.size() + 1)), code(files[i]));
    if (!installation.images.isEmpty())
        text +=
            u"- `images.txt`: service, image, digest and id of what ran (the images themselves are not in it)\n"_s;
    text += u"- `SHA256SUMS`: check with `sha256sum -c SHA256SUMS`\n\n"_s;
    text +=
        u"It holds passwords and keys wherever the configuration does: keep it as private as the installation itself.\n\n"_s;
    text += u"## The way back\n\n    sh restore.sh\n\nIt checks every file, asks, stops Kestra, restores "
            u"beside what is there, swaps, puts the "
            "configuration back and starts version %1. It stops at the first failure and deletes nothing: "
            "what was there is kept "
            "with `newer` in its name. `--yes` answers the question.\n\nNeeded: %2.\n"_s.arg(
                installation.version.toString(), neededTools(installation));
    return text.toUtf8();
}
