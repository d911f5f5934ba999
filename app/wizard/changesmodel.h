// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/knowledge/findings.h"
#include "app/wizard/stagemodel.h"

#include <QList>

class Engine;
struct Session;

struct ChangeRow {
    QString id;
    Verdict verdict = Verdict::Clear;
    QString severity; ///< "runaway", "block", "break", "soft"
    QString version;  ///< since
    QString title;
    QString what;
    QString action;
    QString source;    ///< link
    QStringList where; ///< "file:line key", "flow company.team.id line 4"
    QString why;       ///< for clear and unknown
    bool hasFix = false;
    QByteArray fixDiff; ///< unified diff of the offered fix
    QString answer;     ///< "", "fix", "self", "accept", "handled" (by the plan; nothing to answer)
    QString answerText; ///< "fix in the plan", "accepted"
};

/// Breaking changes of the whole jump against this installation, and the merged notes.
class ChangesModel : public StageModel
{
    Q_OBJECT

public:
    ChangesModel(Engine *engine, Session *session, QObject *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString railText() const override;
    StageState railState() const override;
    bool isReady() const override;
    QString notReadyReason() const override;

    QList<ChangeRow> rows() const; ///< hits first, then unknown, then clear; within, by severity
    int unanswered() const;
    QString mergedNotesHtml() const; ///< safe HTML, breaking first

    /// `answer`: "fix" (put the fix into the plan), "self" (I do it before the run), "accept" (leave it).
    void answer(const QString &id, const QString &answer);
    /// Matches the rules again after the installation or the target has changed.
    void refresh();

private:
    Engine *m_engine;
    Session *m_session;
    QList<Finding> m_findings;
    QString m_notesHtml;
};
