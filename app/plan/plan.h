// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"
#include "app/plan/step.h"

#include <QStringList>

/// One file that the plan changes, from its bytes now to its bytes at the end. As JSON it holds hashes and
/// the changed lines alone, because files hold passwords and plans must not; read back, `before` and `after`
/// are empty.
struct FileChange {
    QString host;
    QString path;
    QByteArray before;
    QByteArray after;
    QByteArray hunks; ///< from JSON: the changed lines as a unified diff without context

    QJsonObject toJson() const;
    static FileChange fromJson(const QJsonObject &json);

    bool operator==(const FileChange &) const = default;
};

/// Everything that will be done, in order, made by a pure function and shown before it runs. The same value
/// is the review page, the terminal's dry run, the runbook, the report and the golden tests.
/// Titles, instructions and what is assumed are sentences for people in the language of whoever planned, and
/// stay so in journal and report: they are what that person read and agreed to. Programs go by what is never
/// translated: id, kind, phase, component, effect, reversal, args. With --json nothing is translated.
struct Plan {
    QString installation; ///< its address: "compose:/srv/kestra/docker-compose.yml"
    QString title;        ///< what a person calls it
    Version from;
    Version to;
    QList<Version> route; ///< stops after `from`, `to` included
    Steps steps;
    Steps afterRollback;     ///< looks from outside once everything was taken back
    Steps afterKeep;         ///< removes what the way back needed, once the run was decided for good
                             ///< (see removals())
    QString pointOfNoReturn; ///< id of the first step after which going back needs the backup; empty: none
    QString backupFolder;
    QList<FileChange> files;
    QStringList assumed; ///< what could not be seen when it was made

    QJsonObject toJson() const;
    static Plan fromJson(const QJsonObject &json);
    const Step *step(const QString &id) const;
    /// What goes when the run is kept. Only a run that went back has set anything newer aside.
    Steps removals(bool wentBack) const;

    /// Phase of steps that remove what a restore set aside.
    static constexpr QStringView setAsidePhase = u"keep-set-aside";
};

/// Gives steps their numbered ids ("010-…", "020-…") in order and finds the point of no return.
void numberSteps(Plan &plan);

/// The invariants every plan keeps; the message names the step that breaks one. Unique sorted ids; a proof of
/// the backup before the first step that changes data; every ByPerson with its instruction; every automatic
/// or backup reversal with a way to do it; known kinds only.
Result<void> checkPlan(const Plan &plan);

/// The plan for people and tools; both are complete and hold no secret.
QString planAsMarkdown(const Plan &plan);
QString planAsShell(const Plan &plan);
/// One unified diff of every file, paths relative to the folder of the first one (`patch -p1`); nothing else.
QByteArray planAsDiff(const Plan &plan);
/// Unified diff of two texts with `context` lines around each change; empty when equal.
QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name,
                       int context = 3);
