// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/wizard/stagemodel.h"

#include <QList>

class Engine;
struct Session;

struct PlanRow {
    QString id;
    int number = 0;
    QString title;
    QString phase;      ///< key; phaseTitle for people
    QString phaseTitle; ///< "Hop to 1.3.44"
    QString component;
    QString reversal; ///< "put back", "restart", "backup", "nothing to undo", "by a person"
    QString time;     ///< "about 70 s"
    int seconds = 0;
    QString detail; ///< the exact command, file or question
    bool afterDoor = false;
    bool isDoor = false; ///< the door stands before this one
};

struct FileDiffView {
    QString name;
    QString path;
    QByteArray diff; ///< unified
    int changedLines = 0;
};

/// The plan as it will run, with the one-way door.
class PlanModel : public StageModel
{
    Q_OBJECT

public:
    PlanModel(Engine *engine, Session *session, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QList<PlanRow> rows() const;
    QList<FileDiffView> files() const;
    QString doorTitle() const;    ///< empty: there is no door
    QString doorSentence() const; ///< which step, and what going back costs from there
    QString asShell() const;
    QString asMarkdown() const;
    QString mainActionText() const; ///< "Stop 5 components and upgrade"
    bool hasBeenRead() const;
    void setRead(bool read);
    QStringList assumed() const;

    /// Makes the plan anew from the session; a page calls it when it is entered.
    void refresh();

private:
    Engine *m_engine;
    Session *m_session;
};
