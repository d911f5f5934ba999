// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/wizard/stagemodel.h"

#include <QList>

#include <memory>

class Engine;
class Runner;
struct Session;

struct EvidenceRow {
    QString label;
    QString before;
    QString now;
    QString verdict; ///< "good", "attention", "bad", "unknown"
    QString note;    ///< "as planned", "equal, checksum too"
};

/// What is there now, seen from outside, and the two ways on.
class ResultModel : public StageModel
{
    Q_OBJECT

public:
    ResultModel(Engine *engine, Session *session, QObject *parent = nullptr);
    ~ResultModel() override;

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override { return false; }
    QString notReadyReason() const override { return {}; }

    /// "upgraded", "kept", "rolled-back", "interrupted", "needs-help", "" before a run.
    QString state() const;
    QString runId() const; ///< empty before a run
    /// Why it went back by itself; empty: it did not.
    QString cause() const;
    QList<EvidenceRow> evidence() const;
    QString beforeTime() const;
    QString nowTime() const;
    /// Also for a rolled-back run, while something is left that only its way back needed.
    bool canKeep() const;
    bool canRollBack() const;
    bool canResume() const;
    QString keepText() const; ///< "Keep 2.0.8"
    QStringList keepConsequences() const;
    QString rollBackText() const;      ///< "Roll back to 1.0.36…"
    QStringList rollBackPrice() const; ///< time, what is lost
    QString typedWord() const;   ///< to be typed before a rollback that loses something; empty: not needed
    QString instruction() const; ///< needs-help: for a person

    void lookAgain();
    void keep();
    void rollBack();
    void resume();
    /// A report with the evidence, as HTML.
    QString reportHtml() const;

Q_SIGNALS:
    void rollBackRequested(const QString &runId);
    void resumeRequested(const QString &runId);

private:
    void fill();
    /// Triggers that the run disabled, each with how it stands now.
    QList<EvidenceRow> triggerRows() const;
    /// Titles of what keep() removes and has not removed yet.
    QStringList leftBeside() const;

    Engine *m_engine;
    Session *m_session;
    std::unique_ptr<Runner> m_keeper;
    QList<EvidenceRow> m_rows;
    Installation m_now;
    QString m_nowTime;
};
