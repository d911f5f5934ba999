// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/planparts.h"

#include "app/installation/driver.h"
#include "app/installation/signs.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("PlanParts", text, kind);
}

/// Not a block inside of another file.
bool isWholeFile(const ConfigText &text)
{
    return text.firstLine == 1;
}

} // namespace

PlannedFiles::PlannedFiles(const Installation &installation, QList<FileChange> &changes)
    : m_installation(installation)
    , m_changes(changes)
{
}

bool PlannedFiles::has(const QString &path) const
{
    return texts().contains(path);
}

QByteArray PlannedFiles::text(const QString &path) const
{
    return texts().value(path);
}

QHash<QString, QByteArray> PlannedFiles::texts() const
{
    QHash<QString, QByteArray> result;
    for (const ConfigText &text : m_installation.configurations) {
        if (isWholeFile(text) && !result.contains(text.path))
            result.insert(text.path, text.text.toUtf8());
    }
    for (const FileChange &change : std::as_const(m_changes)) {
        if (change.host == m_installation.host)
            result.insert(change.path, change.after);
    }
    return result;
}

Steps PlannedFiles::edit(const QHash<QString, QByteArray> &wanted, const QString &slug, const QString &title)
{
    const QHash<QString, QByteArray> now = texts();
    QStringList paths = wanted.keys();
    paths.sort();
    Steps steps;
    for (const QString &path : std::as_const(paths)) {
        const QByteArray before = now.value(path);
        const QByteArray after = wanted.value(path);
        if (before == after)
            continue;
        Step step = editFile(slug, title.arg(QFileInfo(path).fileName()), path, before, after);
        step.host = m_installation.host;
        steps.append(step);
        const auto known = std::ranges::find_if(m_changes, [&](const FileChange &change) {
            return change.host == m_installation.host && change.path == path;
        });
        if (known != m_changes.end()) {
            known->after = after;
        } else {
            FileChange change;
            change.host = m_installation.host;
            change.path = path;
            change.before = before;
            change.after = after;
            m_changes.append(change);
        }
    }
    return steps;
}

Result<void> applyConfigEdits(const QList<ConfigEdit> &edits, QHash<QString, QByteArray> &texts)
{
    for (const ConfigEdit &edit : edits) {
        QByteArray text = texts.value(edit.path);
        qsizetype start = 0;
        for (int line = 1; line < edit.line && start >= 0; ++line)
            start = text.indexOf('\n', start) + 1;
        const qsizetype end = edit.line > 0 ? text.indexOf('\n', start) : -1;
        const qsizetype at = text.indexOf(edit.before, start);
        if (edit.before.isEmpty() || at < 0 || (end >= 0 && at > end))
            return failure(
                ErrorKind::NotFound,
                tr("The change of finding %1 does not fit %2 any more: the text is not there.", "@error")
                    .arg(edit.finding, edit.path));
        if (edit.line == 0 && text.indexOf(edit.before, at + 1) >= 0)
            return failure(
                ErrorKind::BadInput,
                tr("The change of finding %1 fits more than one place of %2. Make it by hand.", "@error")
                    .arg(edit.finding, edit.path));
        text.replace(at, edit.before.size(), edit.after);
        texts.insert(edit.path, text);
    }
    return {};
}

QJsonObject demand(const QJsonObject &probe, const QList<Condition> &conditions)
{
    return {{u"probe"_s, probe}, {u"conditions"_s, conditionsToJson(conditions)}};
}

void undoneBy(Step &step, const Steps &inverse)
{
    step.inverse = QJsonArray();
    for (const Step &one : inverse)
        step.inverse.append(one.toJson());
    step.reversal = Reversal::Automatic;
}

void setPhase(Steps &steps, const QString &phase, const QString &host)
{
    for (Step &step : steps) {
        step.phase = phase;
        step.host = host;
        QJsonArray inverse;
        for (const QJsonValue &value : std::as_const(step.inverse)) {
            Step back = Step::fromJson(value.toObject());
            back.host = host;
            inverse.append(back.toJson());
        }
        step.inverse = inverse;
    }
}

QString hopPhase(const Version &version)
{
    return u"hop-"_s + version.toString();
}

Components stopOrder()
{
    return {Component::Standalone, Component::Scheduler, Component::Executor,  Component::Worker,
            Component::Controller, Component::Indexer,   Component::Webserver, Component::None};
}

Components startOrder()
{
    return {Component::Controller, Component::Webserver, Component::Indexer,   Component::Executor,
            Component::Scheduler,  Component::Worker,    Component::Standalone};
}

ComponentState firstOf(const Installation &installation)
{
    for (const Component component : {Component::Standalone, Component::Webserver, Component::Executor}) {
        for (const ComponentState &state : installation.components) {
            if (state.component == component)
                return state;
        }
    }
    return installation.components.value(0);
}

QList<ComponentState> inOrder(const Installation &installation, const Components &order)
{
    QList<ComponentState> result;
    for (const Component component : order) {
        for (const ComponentState &state : installation.components) {
            if (state.component == component)
                result.append(state);
        }
    }
    return result;
}

Step changing(Step step, const Step &back)
{
    step.changesData = true;
    undoneBy(step, {back});
    step.reversal = Reversal::FromBackup;
    return step;
}

QString stopTitle(const QString &name)
{
    return tr("Stop %1").arg(name);
}

QString startTitle(const QString &name)
{
    return tr("Start %1").arg(name);
}

Steps quietSteps(const Installation &installation)
{
    if (!installation.database.access.answersBesideKestra())
        return {};
    WaitArgs wait;
    wait.probe = Probe::sql(installation.database.access.toJson(),
                            underWayStatement(installation.database.access.kind));
    wait.conditions = {{u"0"_s, u"absent"_s, {}}};
    wait.observeAs = u"executions-under-way"_s;
    wait.intervalMs = 2000;
    wait.timeoutSeconds = installation.graceSeconds;
    wait.goOn = true;
    wait.stallHint = tr("the end of all executions under way");
    return {waitUntil(u"end-executions"_s, tr("Let executions under way end"), wait)};
}

QString stopEffect(Component component)
{
    return component == Component::Worker || component == Component::Standalone ? u"draining"_s
                                                                                : u"stopped"_s;
}

Steps stopSteps(const Installation &installation, const std::function<Step(const ComponentState &)> &stop,
                const std::function<Steps(const ComponentState &)> &ended)
{
    Steps steps;
    bool quiet = false;
    for (const ComponentState &state : inOrder(installation, stopOrder())) {
        if (state.state == u"stopped")
            continue;
        if (!quiet && state.component != Component::Scheduler) {
            steps += quietSteps(installation);
            quiet = true;
        }
        steps.append(stop(state));
        if (state.component == Component::Worker || state.component == Component::Standalone)
            steps += ended(state);
    }
    return steps;
}
