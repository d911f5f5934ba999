// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/journal.h"

#include "app/base/hash.h"
#include "app/run/journalfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text, "@error");
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Qt Sql binds a null string as NULL.
QString words(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QJsonObject parsed(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

/// Lengths before the parts, so that no two different rows give the same text.
QString chainHash(const QStringList &parts)
{
    QByteArray text;
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        text += QByteArray::number(bytes.size()) + ':' + bytes;
    }
    return sha256Hex(text);
}

/// Rolls back unless commit() succeeded.
class Transaction
{
public:
    explicit Transaction(SqliteFile &file)
        : m_file(file)
    {
    }
    ~Transaction()
    {
        if (m_open) [[maybe_unused]]
            const auto undone = m_file.run(u"rollback"_s);
    }
    Q_DISABLE_COPY_MOVE(Transaction)
    Result<void> begin()
    {
        const auto begun = m_file.run(u"begin immediate"_s);
        m_open = begun.has_value();
        return m_open ? Result<void>() : std::unexpected(begun.error());
    }
    Result<void> commit()
    {
        const auto done = m_file.run(u"commit"_s);
        m_open = !done.has_value();
        return done ? Result<void>() : std::unexpected(done.error());
    }

private:
    SqliteFile &m_file;
    bool m_open = false;
};

Error cannotWrite(const Error &error)
{
    Error clearer = error;
    clearer.message =
        tr("The journal could not be written, so nothing more was done: %1 Free disk space or make it "
           "writable, then resume.")
            .arg(error.message);
    return clearer;
}

RunRecord recordFrom(const SqlRow &row)
{
    RunRecord record;
    record.id = row[0].toString();
    record.kind = row[1].toString();
    record.installation = row[2].toString();
    record.from = row[3].toString();
    record.to = row[4].toString();
    record.plan = parsed(row[5]);
    record.state = row[6].toString();
    record.owner = {row[7].toString(), row[8].toLongLong(), row[9].toString()};
    record.heartbeat = QDateTime::fromString(row[10].toString(), Qt::ISODateWithMs);
    record.startedAt = QDateTime::fromString(row[11].toString(), Qt::ISODateWithMs);
    record.endedAt = QDateTime::fromString(row[12].toString(), Qt::ISODateWithMs);
    if (record.state == u"running" && isGone(record.owner, record.heartbeat, QDateTime::currentDateTimeUtc()))
        record.state = u"interrupted"_s;
    return record;
}

const QString runColumns =
    uR"(select id, kind, installation, "from", "to", plan, state, host, pid, process_start, heartbeat,
    started_at, ended_at from run )"_s;

} // namespace

Journal::Journal(SqliteFile file)
    : m_file(std::move(file))
{
}

Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;
Journal::~Journal() = default;

namespace
{

struct Copied {
    std::unique_ptr<QTemporaryDir> folder;
    QString path;
};

/// SQLite reads a journal in WAL mode only where it may write beside it; elsewhere a copy is read.
Result<Copied> copyOf(const QString &path)
{
    Copied copy{std::make_unique<QTemporaryDir>(), {}};
    copy.path = copy.folder->filePath(u"runs.sqlite"_s);
    bool ok = copy.folder->isValid() && QFile::copy(path, copy.path);
    if (ok && QFileInfo::exists(path + u"-wal"_s))
        ok = QFile::copy(path + u"-wal"_s, copy.path + u"-wal"_s);
    if (!ok)
        return failure(ErrorKind::Denied,
                       tr("The journal %1 cannot be read. Look at its owner and permissions.").arg(path));
    for (const QString &end : {QString(), u"-wal"_s})
        QFile::setPermissions(copy.path + end, QFile::ReadOwner | QFile::WriteOwner);
    return copy;
}

} // namespace

Result<Journal> Journal::open(const QString &path, Access access)
{
    const bool writes = access == Access::ReadWrite;
    if (writes && QFileInfo::exists(path) && !QFileInfo(path).isWritable())
        return failure(ErrorKind::Denied,
                       tr("The journal %1 cannot be written. Look at its owner and permissions, or "
                          "choose another home with --home.")
                           .arg(path));
    QString readFrom = path;
    std::unique_ptr<QTemporaryDir> copy;
    if (!writes && QFileInfo::exists(path) &&
        !(QFileInfo(path).isWritable() && QFileInfo(QFileInfo(path).absolutePath()).isWritable())) {
        auto copied = copyOf(path);
        if (!copied)
            return std::unexpected(copied.error());
        readFrom = copied->path;
        copy = std::move(copied->folder);
    }
    QString word;
    for (;;) {
        auto file = SqliteFile::open(readFrom, writes || copy ? SqliteFile::Access::ReadWrite
                                                              : SqliteFile::Access::ReadOnly);
        if (!file)
            return std::unexpected(file.error());
        const auto health = journalHealth(*file);
        if (!health)
            return std::unexpected(health.error());
        if (*health == JournalHealth::Damaged && writes && word.isEmpty()) {
            file = failure(ErrorKind::Failed, {}); // closed before it is renamed
            const auto name = setJournalAside(path);
            if (!name)
                return std::unexpected(name.error());
            word = tr("The journal was damaged. It was set aside as %1 and a new one was begun; backups are "
                      "not touched.")
                       .arg(*name);
            continue;
        }
        if (*health == JournalHealth::Damaged || (*health != JournalHealth::Good && !writes))
            return failure(ErrorKind::BadInput, tr("The journal %1 cannot be understood.").arg(path));
        if (writes) {
            if (auto prepared = prepareJournal(*file); !prepared)
                return std::unexpected(prepared.error());
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
        Journal journal(std::move(*file));
        journal.m_setAside = word;
        journal.m_copy = std::move(copy);
        return journal;
    }
}

Result<QString> Journal::createRun(const QString &kind, const QJsonObject &plan)
{
    const QDateTime time = QDateTime::currentDateTime();
    const QString id =
        time.toString(u"yyyy-MM-dd'T'HHmm-"_s) +
        QString::number(QRandomGenerator::global()->bounded(0x10000), 16).rightJustified(4, u'0');
    const Owner self = Owner::self();
    Transaction transaction(m_file);
    if (auto begun = transaction.begin(); !begun)
        return std::unexpected(cannotWrite(begun.error()));
    const auto made =
        m_file.run(u"insert into run values (?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, null)"_s,
                   {id, kind, words(plan.value(u"installation"_s).toString()),
                    words(plan.value(u"from"_s).toString()), words(plan.value(u"to"_s).toString()),
                    compact(plan), self.host, self.pid, self.start, now(), now()});
    if (!made)
        return std::unexpected(cannotWrite(made.error()));
    const QJsonArray steps = plan.value(u"steps"_s).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject step = steps.at(i).toObject();
        const auto added =
            m_file.run(u"insert into step values (?, ?, ?, ?, ?)"_s,
                       {id, i, words(step.value(u"id"_s).toString()), words(step.value(u"kind"_s).toString()),
                        words(step.value(u"title"_s).toString())});
        if (!added)
            return std::unexpected(cannotWrite(added.error()));
    }
    if (auto done = transaction.commit(); !done)
        return std::unexpected(cannotWrite(done.error()));
    return id;
}

Result<QList<RunRecord>> Journal::runs()
{
    const auto rows = m_file.run(runColumns + u"order by started_at desc, id desc"_s);
    if (!rows)
        return std::unexpected(rows.error());
    QList<RunRecord> records;
    for (const SqlRow &row : rows->rows)
        records.append(recordFrom(row));
    return records;
}

Result<RunRecord> Journal::run(const QString &idOrLast)
{
    const auto rows =
        idOrLast == u"last"
            ? m_file.run(runColumns + u"where state <> 'failed' order by started_at desc, id desc limit 1"_s)
            : m_file.run(runColumns + u"where id = ?"_s, {idOrLast});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->rows.isEmpty())
        return failure(ErrorKind::NotFound, idOrLast == u"last"
                                                ? tr("There is no run yet.")
                                                : tr("There is no run %1. See all with: runs").arg(idOrLast));
    return recordFrom(rows->rows.first());
}

Result<void> Journal::setState(const QString &runId, const QString &state)
{
    const bool open = state == u"running" || state == u"interrupted";
    const auto done = m_file.run(u"update run set state = ?, ended_at = ?, heartbeat = ? where id = ?"_s,
                                 {state, open ? QVariant() : QVariant(now()), now(), runId});
    return done ? Result<void>() : std::unexpected(cannotWrite(done.error()));
}

Result<void> Journal::takeOver(const QString &runId)
{
    const Owner self = Owner::self();
    const auto done = m_file.run(
        u"update run set state = 'running', ended_at = null, host = ?, pid = ?, process_start = ?, "
        "heartbeat = ? where id = ?"_s,
        {self.host, self.pid, self.start, now(), runId});
    return done ? Result<void>() : std::unexpected(cannotWrite(done.error()));
}

Result<void> Journal::beat(const QString &runId)
{
    const auto done = m_file.run(u"update run set heartbeat = ? where id = ?"_s, {now(), runId});
    return done ? Result<void>() : std::unexpected(cannotWrite(done.error()));
}

Result<void> Journal::append(const QString &runId, const QString &step, const QString &kind,
                             const QJsonObject &data)
{
    Transaction transaction(m_file);
    if (auto begun = transaction.begin(); !begun)
        return std::unexpected(cannotWrite(begun.error()));
    const auto last = m_file.run(u"select sequence, hash from event order by sequence desc limit 1"_s);
    if (!last)
        return std::unexpected(cannotWrite(last.error()));
    const qint64 sequence = last->rows.isEmpty() ? 1 : last->rows.first()[0].toLongLong() + 1;
    const QString previous = last->rows.isEmpty() ? QString() : last->rows.first()[1].toString();
    const QString text = compact(data);
    const QString time = now();
    const QString hash = chainHash({QString::number(sequence), runId, step, kind, text, time, previous});
    const auto added = m_file.run(u"insert into event values (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                  {sequence, runId, words(step), kind, text, time, words(previous), hash});
    if (!added)
        return std::unexpected(cannotWrite(added.error()));
    if (auto done = transaction.commit(); !done)
        return std::unexpected(cannotWrite(done.error()));
    return {};
}

Result<QList<JournalEvent>> Journal::events(const QString &runId)
{
    const auto rows = m_file.run(
        u"select sequence, step, kind, data, time from event where run = ? order by sequence"_s, {runId});
    if (!rows)
        return std::unexpected(rows.error());
    QList<JournalEvent> events;
    for (const SqlRow &row : rows->rows)
        events.append({row[0].toLongLong(), row[1].toString(), row[2].toString(), parsed(row[3]),
                       QDateTime::fromString(row[4].toString(), Qt::ISODateWithMs)});
    return events;
}

Result<QJsonObject> Journal::receipt(const QString &runId, const QString &step)
{
    const auto rows = m_file.run(u"select data from event where run = ? and step = ? and kind = 'receipt' "
                                 "order by sequence desc limit 1"_s,
                                 {runId, step});
    if (!rows)
        return std::unexpected(rows.error());
    return rows->rows.isEmpty() ? QJsonObject() : parsed(rows->rows.first()[0]);
}

Result<QJsonObject> Journal::observations(const QString &runId)
{
    const auto rows = m_file.run(
        u"select data from event where run = ? and kind = 'observation' order by sequence"_s, {runId});
    if (!rows)
        return std::unexpected(rows.error());
    QJsonObject all;
    for (const SqlRow &row : rows->rows) {
        const QJsonObject data = parsed(row[0]);
        all.insert(data.value(u"name"_s).toString(), data.value(u"value"_s));
    }
    return all;
}

Result<std::optional<QJsonValue>> Journal::observation(const QString &runId, const QString &name)
{
    const auto all = observations(runId);
    if (!all)
        return std::unexpected(all.error());
    return all->contains(name) ? std::optional(all->value(name)) : std::nullopt;
}

Result<void> Journal::record(const Answer &answer)
{
    const auto done =
        m_file.run(u"insert into answer values (?, ?, ?, ?, ?)"_s,
                   {words(answer.run), words(answer.subject), words(answer.answer), words(answer.by),
                    answer.at.isValid() ? answer.at.toUTC().toString(Qt::ISODateWithMs) : now()});
    return done ? Result<void>() : std::unexpected(cannotWrite(done.error()));
}

Result<QList<Answer>> Journal::answers(const QString &runId)
{
    const auto rows =
        m_file.run(u"select run, subject, answer, given_by, time from answer where run = ? order by rowid"_s,
                   {words(runId)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<Answer> answers;
    for (const SqlRow &row : rows->rows)
        answers.append({row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString(),
                        QDateTime::fromString(row[4].toString(), Qt::ISODateWithMs)});
    return answers;
}

Result<void> Journal::checkChain()
{
    const auto rows = m_file.run(
        u"select sequence, run, step, kind, data, time, previous, hash from event order by sequence"_s);
    if (!rows)
        return std::unexpected(rows.error());
    QString previous;
    qint64 expected = 1;
    for (const SqlRow &row : rows->rows) {
        QStringList parts;
        for (int i = 0; i < 7; ++i)
            parts.append(row[i].toString());
        if (row[0].toLongLong() != expected || parts[6] != previous || row[7].toString() != chainHash(parts))
            return failure(
                ErrorKind::Failed,
                tr("The history in %1 was changed from outside at row %2.").arg(m_file.path()).arg(expected));
        previous = row[7].toString();
        ++expected;
    }
    return {};
}
