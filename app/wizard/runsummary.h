// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/plan.h"
#include "app/run/journal.h"

#include <QSet>

/// Where one run stands, in the words of the welcome page, the history and the terminal.
struct RunSummary {
    QString title;
    QString sentence; ///< where it stands
    int nextStep = 1; ///< number of the step that a resume begins with
    int stepsLeft = 0;
    int secondsLeft = 0;
    bool doorPassed = false;
    int rollBackSeconds = 0;
    QString price; ///< "about 4 min, loses 41 executions"; what is not measured is said as unknown
    bool canRollBack = false;
    bool canResume = false;
};

/// Seconds that going back takes once the steps `begun` have begun: their inverse steps and the looks
/// afterwards.
int secondsBack(const Plan &plan, const QSet<QString> &begun);

RunSummary summarize(Journal &journal, const RunRecord &run);
/// State in words for people.
QString runStateText(const QString &state);
/// The report of a run: what was planned, done and seen, without secrets.
QString runReportHtml(Journal &journal, const RunRecord &run);
