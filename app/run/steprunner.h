// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/home.h"
#include "app/base/redactor.h"
#include "app/plan/plan.h"
#include "app/run/handler.h"
#include "app/run/journal.h"
#include "app/run/progress.h"
#include "app/run/runlog.h"

#include <functional>

/// What a run works with; owned by main(), the session or a test, and outlives it.
struct RunParts {
    Journal *journal = nullptr;
    Home home;
    Hosts *hosts = nullptr;
    SecretStore *secrets = nullptr;
    Redactor *redactor = nullptr;
    const Handlers *handlers = nullptr;
};

/// What a run tells while it goes on.
struct RunListener {
    std::function<void(const QString &step, const QString &state)> stepChanged;
    std::function<void(const QString &component, const QString &level, const QString &text)> logLine;
    std::function<void(const QString &name, const QJsonValue &value)> observed;
    std::function<bool()> stopRequested;
    std::function<std::chrono::seconds()> moreTime;
};

/// Does and takes back single steps of one run: intent, act, observe, done, each durable in the journal
/// before and after. Decides nothing; the Executor does.
class StepRunner
{
public:
    StepRunner(RunParts parts, QString runId, RunListener listener);

    /// Reads where the run is and opens its log.
    Result<void> open();
    const QString &runId() const { return m_runId; }
    const RunProgress &progress() const { return m_progress; }
    /// The journal could not be written: nothing more may be done.
    bool journalFailed() const { return m_journalFailed; }

    Task<Result<void>> perform(Step step, QString key);
    Task<Result<void>> takeBack(Step step);
    /// False for a look that compares with what this run never came to see.
    bool canCompare(const Step &step) const;
    /// Appends to the journal, then to what is known.
    Result<void> note(const QString &step, const QString &kind, const QJsonObject &data = {});
    Error redacted(Error error) const;

private:
    StepContext contextOf(const Step &step, const QString &key);
    Result<const Handler *> prepared(const Step &step, StepContext &context) const;
    bool isAnswered(const QString &key);
    void log(const Step &step, const QString &level, const QString &text);
    Result<void> settle(const Step &step, const QString &key, Result<void> result);
    Task<Result<void>> runInverse(Step step);

    RunParts m_parts;
    QString m_runId;
    RunListener m_listener;
    RunProgress m_progress;
    RunLog m_log;
    bool m_journalFailed = false;
};
