// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/task/job.h"

#include <QObject>
#include <QString>

enum class Stage { Welcome, Installation, Target, Changes, Checks, Backup, Plan, Run, Result };

/// What the rail shows in front of a stage.
enum class StageState { Later, Current, Done, Attention, Failed };

/// Base of the models, one a stage: facts for the page, never a widget. changed() after anything a page
/// shows.
class StageModel : public QObject
{
    Q_OBJECT

public:
    explicit StageModel(QObject *parent = nullptr);

    virtual QString title() const = 0;    ///< the news, not the name of the page
    virtual QString subtitle() const = 0; ///< one sentence below it
    virtual QString railText() const = 0; ///< one word or count: "3 to answer"; may be empty
    virtual StageState railState() const { return isReady() ? StageState::Done : StageState::Later; }
    virtual bool isReady() const = 0;           ///< the next stage may be entered
    virtual QString notReadyReason() const = 0; ///< shown below the disabled main button

    bool isBusy() const { return m_job.isRunning(); }
    QString busyText() const { return m_busyText; }
    QString errorText() const { return m_errorText; } ///< what failed, on what, what to do; empty: nothing
    QString errorDetails() const { return m_errorDetails; }
    /// Ends what it waits for; the model is as it was before.
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    void changed();

protected:
    void beBusy(const QString &text);
    void showError(const Error &error);
    void clearError();

    Job m_job;

private:
    QString m_busyText;
    QString m_errorText;
    QString m_errorDetails;
};
