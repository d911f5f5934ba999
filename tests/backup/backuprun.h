// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/home.h"
#include "app/base/redactor.h"
#include "app/base/secrets.h"
#include "app/installation/installation.h"
#include "app/plan/plan.h"
#include "app/run/executor.h"
#include "app/run/handlers.h"
#include "app/task/job.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

/// The real executor on a home of its own: backup and proof, then one step that spoils the data and is taken
/// back by the restore, as an upgrade's door is.
class BackupRun
{
public:
    explicit BackupRun(const QString &folder);

    /// State of the run; the error is in error().
    QString forward(const Installation &installation, const QString &backup, const QStringList &spoil);
    /// A step of the outside world between the fingerprint and the rest, or between backup and proof.
    void setAfterFingerprint(const Step &step) { m_afterFingerprint = {step}; }
    void setBeforeProof(const Step &step) { m_beforeProof = {step}; }
    QString rollback();
    /// State of a run of its own with these steps.
    QString apply(const Installation &installation, const Steps &steps);
    SecretStore &secrets() { return m_secrets; }
    Host *host() { return m_hosts.at({}); }
    QString error() const { return m_error; }
    QJsonObject observations();
    /// Waits for any task of the engine.
    template<typename T>
    static T await(Task<T> task)
    {
        Job job;
        std::optional<T> result;
        QSignalSpy finished(&job, &Job::finished);
        job.start(std::move(task), [&](T value) { result = std::move(value); });
        if (!result)
            finished.wait(120000);
        return std::move(*result);
    }

private:
    QString settle(Task<RunOutcome> task);

    std::optional<Home> m_home;
    std::optional<Journal> m_journal;
    Hosts m_hosts;
    SecretStore m_secrets{false};
    Redactor m_redactor;
    Handlers m_handlers = allHandlers();
    std::optional<Executor> m_executor;
    Steps m_afterFingerprint;
    Steps m_beforeProof;
    QString m_run;
    QString m_error;
    QStringList m_lines; ///< of the run's log
};
