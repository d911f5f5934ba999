// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/runlog.h"
#include "app/wizard/stagemodel.h"

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
    QString stalledText() const; ///< "stalled for 40 s: no output from …"; empty: not
    int maskedSecrets() const;

    /// Starts the plan of the session. Finishes the step under way and stops on stopSafely().
    void start();
    void resume(const QString &runId);
    void rollBack(const QString &runId);
    void stopSafely();

Q_SIGNALS:
    void logged(const LogLine &line);
    void ended();

private:
    void follow(Task<RunOutcome> task, bool back);

    class Private;
    Engine *m_engine;
    Session *m_session;
    std::unique_ptr<Private> d;
};
