// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/sqlite.h"
#include "app/run/owner.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QTemporaryDir;

/// One run as the journal knows it. States: "running", "interrupted" (also a running one whose owner is
/// gone), "upgraded", "kept", "rolled-back", "needs-help", "failed" (could not even begin).
struct RunRecord {
    QString id;   ///< sortable: "2026-11-24T2231-ab12"
    QString kind; ///< "upgrade", "backup"
    QString installation;
    QString from;
    QString to;
    QJsonObject plan; ///< as it was shown
    QString state;
    Owner owner;
    QDateTime heartbeat;
    QDateTime startedAt;
    QDateTime endedAt; ///< invalid: not ended
};

/// One row of the history. Kinds: "intent", "receipt", "observation", "done", "failed", "rollback",
/// "undo-intent", "undone", "undo-failed", "keep".
struct JournalEvent {
    qint64 sequence = 0;
    QString
        step; ///< id; inverse steps have ids such as "040-stop-worker.undo.1-start-worker"; empty: of the run
    QString kind;
    QJsonObject data;
    QDateTime time;
};

/// Who accepted what, when: findings and checks by their id, steps that ask a person by "step:" and theirs.
struct Answer {
    QString run; ///< empty: not for one run
    QString subject;
    QString answer;
    QString by;
    QDateTime at;
};

/// The truth about every run of a home: one SQLite database, durable at every commit. Each event row carries
/// the SHA-256 of the one before it. Owned by main(), a test or the session; one writer at a time (HomeLock).
class Journal
{
public:
    enum class Access { ReadOnly, ReadWrite };

    /// A damaged file is renamed and a new one begun (see setAside()); one of a newer version or of another
    /// program is refused. ReadOnly never changes anything, and works on a read-only disk.
    static Result<Journal> open(const QString &path, Access access);
    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;
    ~Journal();

    /// Sentence for the person when a damaged journal was set aside on opening; else empty.
    QString setAside() const { return m_setAside; }

    /// A new run in state "running", owned by this process. Returns its id.
    Result<QString> createRun(const QString &kind, const QJsonObject &plan);
    Result<QList<RunRecord>> runs();                ///< newest first
    Result<RunRecord> run(const QString &idOrLast); ///< "last": the newest that began
    Result<void> setState(const QString &runId, const QString &state);
    Result<void> takeOver(const QString &runId); ///< this process owns it now, state "running"
    Result<void> beat(const QString &runId);

    Result<void> append(const QString &runId, const QString &step, const QString &kind,
                        const QJsonObject &data = {});
    Result<QList<JournalEvent>> events(const QString &runId);
    /// Newest receipt of a step; empty when there is none.
    Result<QJsonObject> receipt(const QString &runId, const QString &step);
    /// Newest value observed under that name.
    Result<std::optional<QJsonValue>> observation(const QString &runId, const QString &name);
    /// Every name with its newest value.
    Result<QJsonObject> observations(const QString &runId);

    Result<void> record(const Answer &answer);
    Result<QList<Answer>> answers(const QString &runId);

    /// Failed with the number of the first row that does not fit the one before it.
    Result<void> checkChain();

private:
    explicit Journal(SqliteFile file);

    SqliteFile m_file;
    QString m_setAside;
    std::unique_ptr<QTemporaryDir> m_copy; // of a journal on a disk that cannot be written
};
