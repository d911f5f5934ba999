// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/stagemodel.h"

#include <memory>

class BackupModel;
class ChangesModel;
class ChecksModel;
class Engine;
class HistoryModel;
class InstallationModel;
class NotesModel;
class PlanModel;
class ResultModel;
class RunModel;
class TargetModel;
class WelcomeModel;
struct Session;

/// Where going back stands: 0 nothing touched, 1 restart, 2 door, 3 needs the backup, 4 door closed.
struct WayBack {
    int station = 0;
    bool doorKnown = true;
    QString sentence;  ///< bold: "Going back restores the backup of 22:38: about 4 min, loses 41 executions"
    QString remainder; ///< grey
    QString hint;      ///< right side: "You may close the laptop: nothing is running from here."
};

/// The flow of the stages over one session: which is current, which may be entered, what the main button
/// says. Owns the models. The window binds to it; nothing in it knows a widget.
class Wizard : public QObject
{
    Q_OBJECT

public:
    explicit Wizard(Engine *engine, QObject *parent = nullptr);
    ~Wizard() override;

    Stage stage() const { return m_stage; }
    StageModel *model(Stage stage) const;
    StageModel *current() const { return model(m_stage); }
    bool canEnter(Stage stage) const;
    StageState stateOf(Stage stage) const;
    static QString stageName(Stage stage);

    QString installationTitle() const;
    QString installationKindText() const;
    QStringList routeTexts() const; ///< "1.0.36", "1.3.44", "2.0.8"
    int routePosition() const;      ///< index of the version that runs now
    WayBack wayBack() const;

    QString mainActionText() const; ///< empty: the stage has none
    bool mainActionEnabled() const;
    QString mainActionReason() const; ///< why not
    bool mainActionIsFinal() const;   ///< starts changing the installation

    WelcomeModel *welcome() const { return m_welcome; }
    InstallationModel *installation() const { return m_installation; }
    TargetModel *target() const { return m_target; }
    ChangesModel *changes() const { return m_changes; }
    ChecksModel *checks() const { return m_checks; }
    BackupModel *backup() const { return m_backup; }
    PlanModel *plan() const { return m_plan; }
    RunModel *run() const { return m_run; }
    ResultModel *result() const { return m_result; }
    NotesModel *notes() const { return m_notes; }
    HistoryModel *history() const { return m_history; }

    /// What the main button does.
    void mainAction();
    void back();
    void enter(Stage stage);
    /// From the welcome page, a dropped file, the command line.
    void open(const QString &addressOrPath);
    /// From the unfinished run or the history.
    void resumeRun(const QString &runId);
    void rollBackRun(const QString &runId);
    /// Shows where an unfinished run stands; changes nothing.
    void lookAtRun(const QString &runId);

Q_SIGNALS:
    void stageChanged(Stage stage);
    void changed();

private:
    void beginRecorded(const QString &runId);

    Engine *m_engine;
    std::unique_ptr<Session> m_session;
    Stage m_stage = Stage::Welcome;
    WelcomeModel *m_welcome;
    InstallationModel *m_installation;
    TargetModel *m_target;
    ChangesModel *m_changes;
    ChecksModel *m_checks;
    BackupModel *m_backup;
    PlanModel *m_plan;
    RunModel *m_run;
    ResultModel *m_result;
    NotesModel *m_notes;
    HistoryModel *m_history;
};
