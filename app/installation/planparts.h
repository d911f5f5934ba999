// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/plan/steps.h"

#include <functional>

/// Texts of the files of an installation as they stand after the edits planned so far.
class PlannedFiles
{
public:
    PlannedFiles(const Installation &installation, QList<FileChange> &changes);

    bool has(const QString &path) const;
    QByteArray text(const QString &path) const;
    /// Every file with its text: what the next edit starts from.
    QHash<QString, QByteArray> texts() const;
    /// Steps that bring the files to `wanted`, one a file that differs; the changes are taken note of.
    Steps edit(const QHash<QString, QByteArray> &wanted, const QString &slug, const QString &title);

private:
    const Installation &m_installation;
    QList<FileChange> &m_changes;
};

/// Puts the exact texts of answered findings in; an error when one is not there exactly once.
struct ConfigEdit;
Result<void> applyConfigEdits(const QList<ConfigEdit> &edits, QHash<QString, QByteArray> &texts);

/// {"probe":…, "conditions":[…]} for CommandArgs.
QJsonObject demand(const QJsonObject &probe, const QList<Condition> &conditions);
/// Undone by `inverse`, in that order.
void undoneBy(Step &step, const Steps &inverse);
/// Sets what all steps of a part have in common.
void setPhase(Steps &steps, const QString &phase, const QString &host);
QString hopPhase(const Version &version); ///< "hop-1.3.44"

/// Order in which separate servers stop: nothing hands out work, then the workers end what they do, then the
/// rest.
Components stopOrder();
/// Order in which they start behind the first one.
Components startOrder();
/// The server that comes first alone and migrates; the webserver, because it runs no execution.
ComponentState firstOf(const Installation &installation);
QList<ComponentState> inOrder(const Installation &installation, const Components &order);
/// Starts with a newer version that may change data: taken back by stopping, then by what the planner adds.
Step changing(Step step, const Step &back);
QString stopTitle(const QString &name);
QString startTitle(const QString &name);
/// Waits until no execution is under way, for as long as Kestra's own grace; then goes on. 2.0 does not take
/// up what an older version began. Comes where nothing hands out new work any more. Empty without a database.
Steps quietSteps(const Installation &installation);
/// Stops the running servers in order. `stop` gives the step that stops one, with its way back; `ended` what
/// looks how a server with tasks ended.
Steps stopSteps(const Installation &installation, const std::function<Step(const ComponentState &)> &stop,
                const std::function<Steps(const ComponentState &)> &ended);
/// What is shown while a component stops: only workers drain.
QString stopEffect(Component component);
