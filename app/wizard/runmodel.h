// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/runlog.h"
#include "app/wizard/stagemodel.h"
#include "app/wizard/trouble.h"

#include <QDateTime>

#include <memory>

class Engine;
struct RunOutcome;
struct Session;

/// The run as it happens: lanes, drain, log, time remaining.
class RunModel : public StageModel
{
    Q_OBJECT

public:
    RunModel(Engine *engine, Session *session, QObject *parent = nullptr);
    ~RunModel() override;

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override; ///< finished
    QString notReadyReason() const override;

    bool isRunning() const;
    bool isRollingBack() const;
    QString remainingText() const; ///< "about 10 min left"
    QString doneAround() const;
    double progress() const;
    const QList<Lane> &lanes() const;
    QDateTime doorTime() const; ///< invalid: none
    QDateTime startedAt() const;
    QDateTime expectedEnd() const;
    const DrainState &drain() const;
    /// The run does not go on by itself: what happened, what is true, what can be done.
    const Trouble &trouble() const;
    int maskedSecrets() const;

    /// Starts the plan of the session. Finishes the step under way and stops on stopSafely().
    void start();
    void resume(const QString &runId);
    void rollBack(const QString &runId);
    void stopSafely();
    /// Shows a run that is not finished, without doing anything.
    void look(const QString &runId);
    /// What was asked of a person is done; goes on.
    void answerDone();
    /// Ends the step under way, then takes everything back; now when nothing runs.
    void goBack();
    /// No more about this silence until there is a new one.
    void keepWaiting();
    /// Running executions get that much more before they are cut off.
    void giveMore(int seconds);

Q_SIGNALS:
    void logged(const LogLine &line);
    void ended();

private:
    void follow(Task<RunOutcome> task, bool back);
    void takeStep(const QString &id, const QString &state, const QDateTime &time);
    void takeLine(const QDateTime &time, const QString &component, const QString &level, const QString &text);
    void tick();
    void settle(const RunOutcome &outcome);

    class Private;
    Engine *m_engine;
    Session *m_session;
    std::unique_ptr<Private> d;
};
