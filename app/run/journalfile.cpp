// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/journalfile.h"

#include "app/base/durablefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text, "@error");
}

/// Script n takes a journal from version n to n + 1. Never change one that was released: add another.
const QStringList &schemaScripts()
{
    static const QStringList scripts{
        uR"(create table run (
            id text primary key, kind text not null, installation text not null, "from" text not null, "to" text not null,
            plan text not null, state text not null, host text not null, pid integer not null, process_start text not null,
            heartbeat text not null, started_at text not null, ended_at text) without rowid;
        create table step (
            run text not null references run, position integer not null, id text not null, kind text not null, title text not null,
            primary key (run, id)) without rowid;
        create table event (
            sequence integer primary key, run text not null references run, step text not null, kind text not null,
            data text not null, time text not null, previous text not null, hash text not null);
        create index event_of_run on event (run, step, kind);
        create table answer (
            run text, subject text not null, answer text not null, given_by text not null, time text not null))"_s,
    };
    return scripts;
}

Result<qint64> pragma(SqliteFile &file, const QString &name)
{
    const auto rows = file.run(u"pragma "_s + name);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->rows.isEmpty() ? 0 : rows->rows.first().first().toLongLong();
}

bool saysDamaged(const Error &error)
{
    for (const QString &words :
         {u"malformed"_s, u"not a database"_s, u"unsupported file format"_s, u"database corruption"_s}) {
        if (error.details.contains(words))
            return true;
    }
    return false;
}

} // namespace

Result<JournalHealth> journalHealth(SqliteFile &file)
{
    const auto damagedOr = [](const Error &error) -> Result<JournalHealth> {
        if (saysDamaged(error))
            return JournalHealth::Damaged;
        return std::unexpected(error);
    };
    const auto tables = pragma(file, u"schema_version"_s);
    const auto application = pragma(file, u"application_id"_s);
    const auto version = pragma(file, u"user_version"_s);
    for (const auto &answer : {tables, application, version}) {
        if (!answer)
            return damagedOr(answer.error());
    }
    if (*application == 0 && *tables == 0)
        return JournalHealth::Empty;
    if (*application != journalApplicationId)
        return failure(
            ErrorKind::BadInput,
            tr("%1 is a database of another program. Choose another home with --home.").arg(file.path()));
    if (*version > schemaScripts().size())
        return failure(ErrorKind::BadInput,
                       tr("%1 was written by a newer version of this program. Use that version, or "
                          "choose another home with --home.")
                           .arg(file.path()));
    const auto check = file.run(u"pragma quick_check(1)"_s);
    if (!check)
        return damagedOr(check.error());
    if (check->rows.size() != 1 || check->rows.first().first().toString() != u"ok")
        return JournalHealth::Damaged;
    return *version < schemaScripts().size() ? JournalHealth::Old : JournalHealth::Good;
}

Result<void> prepareJournal(SqliteFile &file)
{
    const auto mode = file.run(u"pragma journal_mode = wal"_s);
    if (!mode)
        return std::unexpected(mode.error());
    if (mode->rows.isEmpty() || mode->rows.first().first().toString() != u"wal")
        return failure(ErrorKind::Denied,
                       tr("The journal %1 cannot be written safely: this disk does not allow it. Choose "
                          "another home with --home.")
                           .arg(file.path()));
    if (auto done = file.runScript(u"pragma synchronous = full; pragma foreign_keys = on"_s); !done)
        return done;
    const auto version = pragma(file, u"user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    for (qint64 number = *version; number < schemaScripts().size(); ++number) {
        const QString script =
            u"begin immediate; %1; pragma application_id = %2; pragma user_version = %3; commit"_s.arg(
                schemaScripts().at(number), QString::number(journalApplicationId),
                QString::number(number + 1));
        if (auto done = file.runScript(script); !done) {
            const auto undone = file.run(u"rollback"_s);
            return done;
        }
    }
    return {};
}

Result<QString> setJournalAside(const QString &path)
{
    const QString name =
        path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzz"_s);
    if (!QFile::rename(path, name))
        return failure(
            ErrorKind::Denied,
            tr("The journal %1 is damaged and cannot be set aside. Move it away by hand.").arg(path));
    for (const QString &end : {u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + end) && !QFile::rename(path + end, name + end))
            return failure(ErrorKind::Denied,
                           tr("%1 cannot be moved away. Move it by hand.").arg(path + end));
    }
    if (auto synced = syncFolder(QFileInfo(path).absolutePath()); !synced)
        return std::unexpected(synced.error());
    return name;
}
