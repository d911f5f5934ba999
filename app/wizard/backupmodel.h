// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/wizard/runlog.h"
#include "app/wizard/stagemodel.h"

#include <QList>

#include <memory>

class Engine;
class Runner;
struct Session;

struct SavedPart {
    QString icon;
    QString label; ///< "Database"
    QString note;  ///< "pg_dump, 3 min 12 s"
    QString size;  ///< "3.8 GB"
};

struct ProofRow {
    QString label;
    QString original;
    QString copy;
    QString verdict; ///< "equal", "differs", "unknown"
};

/// Takes a backup and proves it by restoring it into a throw-away place.
class BackupModel : public StageModel
{
    Q_OBJECT

public:
    BackupModel(Engine *engine, Session *session, QObject *parent = nullptr);
    ~BackupModel() override;

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QString folder() const;
    void setFolder(const QString &folder);
    QString expected() const; ///< "about 10 GB, about 5 min"; "size unknown" where it is
    QString freeSpace() const;
    QList<SavedPart> saved() const;
    QList<ProofRow> proof() const;
    QString progressText() const; ///< step and bytes while it runs
    double progress() const;      ///< 0…1, -1: unknown
    QStringList commands() const; ///< what was run, for "Show the commands"
    bool isProven() const;

    void start();
    /// Without a backup: only with the typed word.
    void goWithout(const QString &typed);
    QString wordForWithout() const; ///< what has to be typed

private:
    Engine *m_engine;
    Session *m_session;
    std::unique_ptr<Runner> m_runner;
    Plan m_plan;
    QString m_progressText;
    QString m_freeSpace;
    int m_done = 0;
};
