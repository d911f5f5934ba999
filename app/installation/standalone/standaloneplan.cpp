// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneplan.h"

#include "app/installation/planparts.h"
#include "app/installation/standalone/standalonecalls.h"
#include "app/installation/standalone/standaloneedit.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstStartSeconds = 4 * 3600;
constexpr int startSeconds = 300;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("StandalonePlan", text, kind);
}

Result<void> refuseWhatCannotBe(const Installation &installation)
{
    if (installation.components.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("Nothing is seen to start a Kestra server from %1. Start it once, then try again.", "@error")
                .arg(installation.folder));
    if (installation.details.value(u"severalDatabases"_s).toBool())
        return failure(ErrorKind::NeedsPerson,
                       tr("Several installations with different databases start from %1. Give each of them a "
                          "folder of its own, then try again.",
                          "@error")
                           .arg(installation.folder));
    const StandaloneCalls calls(installation);
    for (const ComponentState &state : installation.components) {
        if (!calls.unitOf(state).isEmpty())
            continue;
        if (calls.processOf(state).value(u"hidden"_s).toBool())
            return failure(ErrorKind::NeedsPerson,
                           tr("How the process %1 was started can only be read by its own user and root. Run "
                              "this as one of them.",
                              "@error")
                               .arg(state.name));
        if (state.replicas > 1)
            return failure(
                ErrorKind::NeedsPerson,
                tr("%1 processes of %2 run without units and cannot be told apart. Make a unit for "
                   "each, then try again.",
                   "@error")
                    .arg(state.replicas)
                    .arg(state.name));
    }
    return {};
}

/// What a server is started from on a version.
QString programFor(const Installation &installation, const StandaloneCalls &calls,
                   const ComponentState &state, const Version &version)
{
    const QString path = calls.processOf(state).value(u"program"_s).toString();
    for (const StandaloneProgram &program : programsOf(installation)) {
        if (program.path == path)
            return program.pathOf(version);
    }
    return path;
}

/// A folder that carries the version is left for another one, and with it everything that Kestra looks for
/// beside its program.
Steps askForFolders(const Installation &installation, const Version &to)
{
    Steps steps;
    for (const StandaloneProgram &program : programsOf(installation)) {
        const QString now = QFileInfo(program.path).path();
        const QString then = QFileInfo(program.pathOf(to)).path();
        if (program.pin() != StandaloneProgram::Pin::Text || now == then ||
            !installation.details.value(u"pluginsFolder"_s).toString().startsWith(now) ||
            installation.plugins.isEmpty())
            continue;
        steps.append(askPerson(u"bring-plugins"_s, tr("Bring the plugins to the new folder"),
                               tr("Kestra %1 will run from %2 and look for its plugins there: put those that "
                                  "fit it into %2/plugins.",
                                  "@info")
                                   .arg(to.toString(), then)));
    }
    return steps;
}

Steps graceSteps(const Installation &installation, const StandaloneCalls &calls, QList<FileChange> &files)
{
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    Steps folders;
    for (const SystemdUnit &unit : plannedUnits(installation, texts)) {
        const auto [path, text] = graceDropIn(unit, installation.graceSeconds);
        if (path.isEmpty() || texts.contains(path))
            continue;
        texts.insert(path, text);
        folders.append(calls.makeDropInFolder(QFileInfo(path).path()));
    }
    if (folders.isEmpty())
        return {};
    Steps steps{calls.reload(true)};
    steps += folders;
    steps +=
        planned.edit(texts, u"give-time-to-stop"_s, tr("Write %1: time to stop beyond Kestra's own grace"));
    steps.append(calls.reload(false));
    return steps;
}

/// Text, links and files that decide the version, brought to the hop's.
Result<Steps> chooseVersion(const Installation &installation, const StandaloneCalls &calls, const Hop &hop,
                            QList<FileChange> &files)
{
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    if (const Result<void> written = writeProgramPath(installation, hop.to, texts); !written)
        return std::unexpected(written.error());
    if (const Result<void> edited = applyConfigEdits(hop.edits, texts); !edited)
        return std::unexpected(edited.error());
    const Steps edits =
        planned.edit(texts, u"set-version"_s, tr("Write %1 into %2").arg(hop.to.toString(), u"%1"_s));
    const bool reloads = !edits.isEmpty() && !installation.details.value(u"units"_s).toArray().isEmpty();
    Steps steps;
    if (reloads)
        steps.append(calls.reload(true));
    steps += edits;
    if (reloads)
        steps.append(calls.reload(false));
    for (const StandaloneProgram &program : programsOf(installation))
        steps += calls.choose(program, hop.from, hop.to);
    return steps;
}

Steps migrationSteps(const Installation &installation, const StandaloneCalls &calls, const Hop &hop,
                     const ComponentState &first, const QHash<QString, QByteArray> &texts)
{
    Steps steps;
    const QList<SystemdUnit> units = plannedUnits(installation, texts);
    const SystemdUnit *unit = unitNamed(units, calls.unitOf(first));
    for (const QStringList &words : hop.migrations) {
        if (unit && unit->wrapperSetsVariables) {
            Step ask = askPerson(
                u"by-hand-"_s + words.join(u'-'), tr("Run %1").arg(u"kestra "_s + words.join(u' ')),
                tr("%1 sets variables of its own. With the same ones, as the user %2, run: %3 %4", "@info")
                    .arg(unit->wrapper, unit->user.isEmpty() ? u"root"_s : unit->user, unit->program(),
                         words.join(u' ')));
            steps.append(changing(ask, calls.stop(first)));
            continue;
        }
        const QString program = unit ? unit->program() : programFor(installation, calls, first, hop.to);
        steps.append(changing(calls.oneOff(first, unit, program, words), calls.stop(first)));
    }
    return steps;
}

} // namespace

Result<Steps> standalonePrepare(const Installation &installation, const QList<Hop> &hops,
                                QList<FileChange> &files)
{
    if (const Result<void> possible = refuseWhatCannotBe(installation); !possible)
        return std::unexpected(possible.error());
    const StandaloneCalls calls(installation);
    Steps steps;
    QStringList fetched;
    for (const StandaloneProgram &program : programsOf(installation)) {
        if (program.pin() == StandaloneProgram::Pin::File)
            steps.append(calls.keep(program, installation.version));
        for (const Hop &hop : hops) {
            if (fetched.contains(program.jarOf(hop.to)))
                continue;
            fetched.append(program.jarOf(hop.to));
            steps.append(calls.fetch(program, hop.to));
        }
    }
    for (const Hop &hop : hops)
        steps += askForFolders(installation, hop.to);
    steps += graceSteps(installation, calls, files);
    setPhase(steps, u"prepare"_s, installation.host);
    return steps;
}

Result<Steps> standaloneStop(const Installation &installation)
{
    const StandaloneCalls calls(installation);
    Steps steps = stopSteps(
        installation,
        [&](const ComponentState &state) {
            Step stop = calls.stop(state);
            const QString program = programFor(installation, calls, state, installation.version);
            undoneBy(stop,
                     Steps{calls.start(state, program), calls.waitRunning(state)} + calls.forget(state));
            return stop;
        },
        [&calls](const ComponentState &state) { return calls.observeEnd(state); });
    setPhase(steps, u"stop"_s, installation.host);
    return steps;
}

Result<Steps> standaloneHop(const Installation &installation, const Hop &hop, QList<FileChange> &files)
{
    const StandaloneCalls calls(installation);
    Result<Steps> chosen = chooseVersion(installation, calls, hop, files);
    if (!chosen)
        return chosen;
    Steps steps = *chosen;
    const ComponentState first = firstOf(installation);
    const QString program = programFor(installation, calls, first, hop.to);
    Step start = changing(calls.start(first, program), calls.stop(first));
    start.title = tr("Start %1 alone: %2 migrates the database").arg(first.name, hop.to.toString());
    start.effect = u"migrating"_s;
    steps.append(start);
    Steps seen = calls.waitAlive(first, hop.to, firstStartSeconds);
    seen.first().expectedSeconds = 60;
    steps += seen;
    // The one-off commands want everything down; the schema is already the new one.
    if (!hop.migrations.isEmpty() || !hop.last)
        steps.append(calls.stop(first));
    steps += migrationSteps(installation, calls, hop, first, PlannedFiles(installation, files).texts());
    if (hop.last && !hop.migrations.isEmpty()) {
        Step again = calls.start(first, program);
        undoneBy(again, {calls.stop(first)});
        steps.append(again);
        steps += calls.waitAlive(first, hop.to, startSeconds);
    }
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

Result<Steps> standaloneStart(const Installation &installation, const Hop &hop)
{
    const StandaloneCalls calls(installation);
    const ComponentState first = firstOf(installation);
    Steps steps;
    QHash<Component, int> started{{first.component, 1}};
    for (const ComponentState &state : inOrder(installation, startOrder())) {
        if (state.name == first.name)
            continue;
        Step start = calls.start(state, programFor(installation, calls, state, hop.to));
        undoneBy(start, {calls.stop(state)});
        steps.append(start);
        steps += calls.waitAlive(state, hop.to, startSeconds, ++started[state.component]);
    }
    for (const ComponentState &state : installation.components)
        steps += calls.forget(state);
    setPhase(steps, u"start"_s, installation.host);
    return steps;
}
