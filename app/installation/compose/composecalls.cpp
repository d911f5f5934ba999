// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composecalls.h"

#include "app/installation/containeralive.h"
#include "app/installation/imagedigests.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int stopMargin = 30; // beyond Kestra's own grace, so that the engine never cuts in first
constexpr int upSeconds = 180;
constexpr int migrationSeconds = 4 * 3600;
constexpr int pullSeconds = 2 * 3600;
const QString keepRepository = u"kestra-upgrade/keep"_s;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("ComposeCalls", text, kind);
}

Condition ended()
{
    return {u"output"_s, u"matches"_s, u"\\A(?:(?:exited|created|dead) -?\\d+\\s*)*\\z"_s};
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

Step forComponent(Step step, const ComponentState &state, const QString &effect, int expectedSeconds)
{
    step.component = state.component;
    step.effect = effect;
    step.expectedSeconds = expectedSeconds;
    return step;
}

} // namespace

ComposeCalls::ComposeCalls(const Installation &installation)
    : m_installation(installation)
    , m_base{u"compose"_s, u"-p"_s, installation.details.value(u"project"_s).toString(),
             u"--project-directory"_s, installation.folder}
    , m_project(installation.details.value(u"project"_s).toString())
    , m_stopSeconds(installation.graceSeconds + stopMargin)
{
    for (const QString &file : textsOf(installation.details.value(u"envFiles"_s)))
        m_base += {u"--env-file"_s, file};
    for (const QString &file : textsOf(installation.details.value(u"files"_s)))
        m_base += {u"-f"_s, file};
}

CommandArgs ComposeCalls::call(const QStringList &words, int timeoutSeconds) const
{
    CommandArgs command;
    command.program = u"docker"_s;
    command.arguments = m_base + words;
    command.workingDirectory = m_installation.folder;
    command.timeoutSeconds = timeoutSeconds;
    return command;
}

QJsonObject ComposeCalls::listed(const QString &service, const QString &format, bool withStopped) const
{
    QStringList words = m_base + QStringList{u"ps"_s};
    if (withStopped)
        words.append(u"--all"_s);
    return Probe::command(u"docker"_s, words + QStringList{u"--format"_s, format, service});
}

Step ComposeCalls::stop(const ComponentState &state) const
{
    CommandArgs command =
        call({u"stop"_s, u"-t"_s, QString::number(m_stopSeconds), state.name}, m_stopSeconds + 120);
    command.expect = demand(listed(state.name, u"{{.State}} {{.ExitCode}}"_s, true), {ended()});
    return forComponent(runCommand(u"stop-"_s + state.name, stopTitle(state.name), command), state,
                        stopEffect(state.component), 15);
}

Step ComposeCalls::start(const ComponentState &state) const
{
    const CommandArgs command = call(
        {u"up"_s, u"-d"_s, u"--no-deps"_s, u"--no-build"_s, u"--pull"_s, u"never"_s, state.name}, upSeconds);
    return forComponent(runCommand(u"start-"_s + state.name, startTitle(state.name), command), state,
                        u"starting"_s, 5);
}

Step ComposeCalls::waitAlive(const ComponentState &state, const Version &version, const QString &image,
                             int timeoutSeconds) const
{
    AliveDemand demand;
    demand.filters = {u"label=com.docker.compose.project="_s + m_project,
                      u"label=com.docker.compose.service="_s + state.name,
                      u"label=com.docker.compose.oneoff=False"_s};
    demand.image = image.isEmpty() ? QString() : plannedName(m_installation, image);
    demand.state = state;
    demand.version = version;
    WaitArgs wait = containerAliveWait(m_installation.database.access, demand);
    wait.timeoutSeconds = timeoutSeconds;
    return forComponent(waitUntil(u"see-"_s + state.name,
                                  tr("See %1 at work on %2").arg(state.name, version.toString()), wait),
                        state, u"healthy"_s, 25);
}

Step ComposeCalls::waitRunning(const ComponentState &state) const
{
    WaitArgs wait;
    wait.probe = listed(state.name, u"{{.State}}"_s, true);
    wait.conditions = {{u"output"_s, u"matches"_s, u"\\A(?:running\\s*)+\\z"_s}};
    wait.failWhen = {{u"output"_s, u"matches"_s, u"exited|dead"_s}};
    wait.timeoutSeconds = upSeconds;
    wait.stallHint = tr("the container of %1 to run", "@info").arg(state.name);
    return forComponent(waitUntil(u"see-"_s + state.name, tr("See %1 run").arg(state.name), wait), state,
                        u"healthy"_s, 5);
}

Step ComposeCalls::observeEnd(const ComponentState &state) const
{
    ObserveArgs args;
    args.name = u"end-"_s + state.name;
    args.probe = listed(state.name, u"{{.State}} {{.ExitCode}}"_s, true);
    return forComponent(
        observe(args.name, tr("Note how %1 ended (0 and 143: by itself; 137: killed)").arg(state.name), args),
        state, u"stopped"_s, 1);
}

Step ComposeCalls::oneOff(const ComposeService &service, const QStringList &words) const
{
    QStringList kestra = words;
    for (const QString &file : service.configurationFiles)
        kestra += {u"-c"_s, file};
    const QString shell = QFileInfo(service.entrypoint.value(0)).fileName();
    // With a shell as entry point the words are a script; they are ours and hold no blanks or quotes of
    // others.
    if (shell == u"bash" || shell == u"sh")
        kestra = {u"-c"_s, shellLine(u"/app/kestra"_s, kestra)};
    const CommandArgs command = call(
        QStringList{u"run"_s, u"--rm"_s, u"--no-deps"_s, u"-T"_s, service.name} + kestra, migrationSeconds);
    ComponentState state;
    state.component = service.component;
    return forComponent(
        runCommand(words.join(u'-'), tr("Run %1").arg(u"kestra "_s + words.join(u' ')), command), state,
        u"migrating"_s, 60);
}

Step ComposeCalls::build(const ComposeService &service, const QString &keptAs, const QString &imageName) const
{
    Step step = runCommand(u"build-"_s + service.name, tr("Build the image of %1").arg(service.name),
                           call({u"build"_s, service.name}, pullSeconds));
    step.expectedSeconds = 180;
    if (keptAs.isEmpty()) {
        step.reversal = Reversal::ByPerson;
        step.instruction =
            tr("Build the image of %1 again from the old Dockerfile: docker compose build %1", "@info")
                .arg(service.name);
        return step;
    }
    CommandArgs back;
    back.program = u"docker"_s;
    back.arguments = {u"tag"_s, keptAs, imageName};
    undoneBy(step, {runCommand(u"take-image-back"_s, tr("Give %1 its old image back").arg(imageName), back)});
    return step;
}

QString ComposeCalls::keptName(const QString &imageId)
{
    return keepRepository + u':' + imageId.section(u':', -1).left(12);
}

Step ComposeCalls::keepImage(const QString &imageId) const
{
    CommandArgs command;
    command.program = u"docker"_s;
    command.arguments = {u"tag"_s, imageId, keptName(imageId)};
    return runCommand(u"keep-image"_s, tr("Keep the running image under the name %1").arg(keptName(imageId)),
                      command);
}
