// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/practice/practicedriver.h"

#include "app/installation/planparts.h"
#include "app/installation/practice/practiceread.h"
#include "app/installation/signs.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstStartSeconds = 1800;
constexpr int stopMargin = 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("PracticeDriver", text, "@action");
}

CommandArgs practiceCall(const QStringList &arguments, int timeoutSeconds)
{
    CommandArgs command;
    command.program = practiceProgram();
    command.arguments = arguments;
    command.timeoutSeconds = timeoutSeconds;
    return command;
}

Step stopStep(const Installation &installation, Component component, const QString &name)
{
    const int seconds = installation.graceSeconds + stopMargin;
    CommandArgs command =
        practiceCall({u"stop"_s, installation.folder, name, u"--timeout"_s, QString::number(seconds)},
                     seconds + stopMargin);
    Step step = runCommand(u"stop-"_s + name, stopTitle(name), command);
    step.component = component;
    step.effect = stopEffect(component);
    step.expectedSeconds = 5;
    return step;
}

Step startStep(const Installation &installation, Component component, const QString &name, int timeoutSeconds)
{
    CommandArgs command = practiceCall({u"start"_s, installation.folder, name}, timeoutSeconds);
    Step step = runCommand(u"start-"_s + name, startTitle(name), command);
    step.component = component;
    step.effect = u"healthy"_s;
    step.expectedSeconds = 5;
    return step;
}

/// Names in the order of `order`; the controller is one of separate servers from 2.0 on.
QList<std::pair<Component, QString>> inOrder(const Installation &installation, const Components &order,
                                             const Version &version)
{
    QList<std::pair<Component, QString>> result;
    const bool isSeparate = !installation.hasComponent(Component::Standalone);
    for (const Component component : order) {
        if (component == Component::Controller && isSeparate && version >= Version::of(u"2.0.0-rc0")) {
            result.append({component, componentName(component)});
            continue;
        }
        for (const ComponentState &state : installation.components) {
            if (state.component == component && component != Component::Controller)
                result.append({component, state.name});
        }
    }
    return result;
}

Result<QByteArray> withVersion(const QByteArray &text, const Version &version, const QString &path)
{
    for (qsizetype at = 0; at >= 0 && at < text.size(); at = text.indexOf('\n', at) + 1) {
        if (text.sliced(at).startsWith("version:")) {
            qsizetype from = at + 8;
            while (from < text.size() && text[from] == ' ')
                ++from;
            qsizetype end = from;
            while (end < text.size() && !QByteArrayView(" \t\r\n#").contains(text[end]))
                ++end;
            return text.first(from) + version.toString().toUtf8() + text.sliced(end);
        }
        if (text.indexOf('\n', at) < 0)
            break;
    }
    return failure(
        ErrorKind::BadInput,
        QCoreApplication::translate("PracticeDriver", "%1 has no `version:` line.", "@error").arg(path));
}

} // namespace

Task<Result<QList<Installation>>> PracticeDriver::find(LookAround around, QString host, QString hint) const
{
    QList<Installation> found;
    Host *machine = around.hosts->at(host);
    if (hint.isEmpty() || !machine)
        co_return found;
    const QString folder = QFileInfo(hint).fileName() == u"practice.yaml" ? QFileInfo(hint).path() : hint;
    const Result<bool> there = co_await machine->exists(folder + u"/practice.yaml"_s);
    if (!there || !*there)
        co_return found;
    const Result<Installation> one = co_await readPractice(around, host, folder);
    if (!one)
        co_return std::unexpected(one.error());
    found.append(*one);
    co_return found;
}

Task<Result<Installation>> PracticeDriver::read(LookAround around, QString host, QString rest) const
{
    Result<Installation> installation = co_await readPractice(around, host, rest);
    co_return installation;
}

Result<Steps> PracticeDriver::prepare(const Installation &installation, const QList<Hop> &,
                                      QList<FileChange> &) const
{
    if (installation.components.isEmpty())
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate("PracticeDriver", "%1 names no components.", "@error")
                           .arg(installation.folder));
    return Steps();
}

Result<Steps> PracticeDriver::stop(const Installation &installation) const
{
    Steps steps;
    bool quiet = false;
    for (const auto &[component, name] : inOrder(installation, stopOrder(), installation.version)) {
        if (!quiet && component != Component::Scheduler) {
            steps += quietSteps(installation);
            quiet = true;
        }
        Step step = stopStep(installation, component, name);
        undoneBy(step, {startStep(installation, component, name, 300)});
        steps.append(step);
    }
    setPhase(steps, u"stop"_s, installation.host);
    return steps;
}

Result<Steps> PracticeDriver::hop(const Installation &installation, const Hop &hop,
                                  QList<FileChange> &files) const
{
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    const QString path = installation.folder + u"/practice.yaml"_s;
    const Result<QByteArray> changed = withVersion(texts.value(path), hop.to, path);
    if (!changed)
        return std::unexpected(changed.error());
    texts.insert(path, *changed);
    if (const Result<void> edited = applyConfigEdits(hop.edits, texts); !edited)
        return std::unexpected(edited.error());
    Steps steps =
        planned.edit(texts, u"set-version"_s, tr("Write %1 into %2").arg(hop.to.toString(), u"%1"_s));

    const ComponentState first = firstOf(installation);
    const Component component = first.component;
    const QString name = first.name;
    const Step stopFirst = stopStep(installation, component, name);
    Step start = startStep(installation, component, name, firstStartSeconds);
    start.title = tr("Start %1 alone: %2 migrates the database").arg(name, hop.to.toString());
    start.effect = u"migrating"_s;
    start.expectedSeconds = 15;
    start.changesData = true;
    undoneBy(start, {stopFirst});
    start.reversal = Reversal::FromBackup;
    steps.append(start);

    // The one-off commands want everything down; the schema is already the new one.
    if (!hop.migrations.isEmpty() || !hop.last) {
        Step stop = stopFirst;
        undoneBy(stop, {});
        stop.reversal = Reversal::NotNeeded;
        steps.append(stop);
    }
    for (const QStringList &words : hop.migrations) {
        Step step =
            runCommand(words.join(u'-'), tr("Run %1").arg(words.join(u' ')),
                       practiceCall(words + QStringList{u"--dir"_s, installation.folder}, firstStartSeconds));
        step.effect = u"migrating"_s;
        step.component = component;
        step.expectedSeconds = 5;
        step.changesData = true;
        undoneBy(step, {stopFirst});
        step.reversal = Reversal::FromBackup;
        steps.append(step);
    }
    if (hop.last && !hop.migrations.isEmpty()) {
        Step again = startStep(installation, component, name, 300);
        undoneBy(again, {stopFirst});
        steps.append(again);
    }
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

Result<Steps> PracticeDriver::start(const Installation &installation, const Hop &hop) const
{
    const QString first = firstOf(installation).name;
    Steps steps;
    for (const auto &[component, name] : inOrder(installation, startOrder(), hop.to)) {
        if (name == first)
            continue;
        Step step = startStep(installation, component, name, 300);
        undoneBy(step, {stopStep(installation, component, name)});
        steps.append(step);
    }
    setPhase(steps, u"start"_s, installation.host);
    return steps;
}

WaitArgs PracticeDriver::aliveWait(const Installation &installation, const Version &version) const
{
    return signsOfLife(installation.database.access, installation.components, version);
}

Result<Steps> PracticeDriver::purge(const Installation &installation, const QString &nameSpace) const
{
    return purgeSteps(installation.database.access, nameSpace);
}
