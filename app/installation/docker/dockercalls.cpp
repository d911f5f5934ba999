// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockercalls.h"

#include "app/installation/containeralive.h"
#include "app/installation/imagedigests.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int stopMargin = 30; // beyond Kestra's own grace, so that the engine never cuts in first
constexpr int shortSeconds = 120;
constexpr int migrationSeconds = 4 * 3600;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("DockerCalls", text, kind);
}

CommandArgs docker(const QStringList &words, int timeoutSeconds = shortSeconds)
{
    CommandArgs command;
    command.program = u"docker"_s;
    command.arguments = words;
    command.timeoutSeconds = timeoutSeconds;
    return command;
}

/// `docker ps` of exactly this name; the pattern is the engine's.
QString nameFilter(const QString &name)
{
    return u"name=^/%1$"_s.arg(QString(name).replace(u'.', u"\\."_s));
}

QJsonObject listed(const QString &name)
{
    return Probe::command(
        u"docker"_s, {u"ps"_s, u"--all"_s, u"--filter"_s, nameFilter(name), u"--format"_s, u"{{.Image}}"_s});
}

QJsonObject isThere(const QString &name, bool there)
{
    return demand(listed(name), {{u"exitCode"_s, u"equals"_s, 0},
                                 {u"output"_s, u"matches"_s, there ? u"\\S"_s : u"\\A\\s*\\z"_s}});
}

QJsonObject stateOf(const QString &name)
{
    return Probe::command(u"docker"_s, {u"inspect"_s, u"--type"_s, u"container"_s, u"--format"_s,
                                        u"{{.State.Status}} {{.State.ExitCode}}"_s, name});
}

Step forComponent(Step step, const ComponentState &state, const QString &effect, int expectedSeconds)
{
    step.component = state.component;
    step.effect = effect;
    step.expectedSeconds = expectedSeconds;
    return step;
}

/// $1 the container whose variables are handed over, $2 names of those of one line, $3 of those of several,
/// then what docker is to do. Values pass through this shell alone, never through an argument or a file.
QString handOverScript()
{
    return uR"sh(set -eu
kua_from=$1 kua_lines=$2 kua_texts=$3 kua_file=
shift 3
kua_value() {
  kua_pair=$(docker inspect --type container --format "{{range .Config.Env}}{{if eq (index (split . \"=\") 0) \"$1\"}}{{.}}{{end}}{{end}}" "$kua_from"; echo x)
  kua_pair=${kua_pair%?x}
  case $kua_pair in "$1="*) ;; *) echo "The container $kua_from does not say its variable $1." >&2; exit 1;; esac
}
for kua_name in $kua_lines; do
  kua_value "$kua_name"
  kua_file="$kua_file$kua_pair
"
done
for kua_name in $kua_texts; do
  kua_value "$kua_name"
  export "$kua_pair"
done
printf '%s' "$kua_file" | docker "$@")sh"_s;
}

/// Removes $1 when it was made from $2, and nothing else of that name.
QString removeScript()
{
    return uR"sh(image=$(docker ps --all --filter "name=^/$1\$" --format '{{.Image}}') || exit
[ -z "$image" ] || [ "$(docker inspect --type container --format '{{.Config.Image}}' "$1")" != "$2" ] || docker rm --force "$1")sh"_s;
}

} // namespace

DockerCalls::DockerCalls(const Installation &installation)
    : m_installation(installation)
    , m_stopSeconds(installation.graceSeconds + stopMargin)
{
}

DockerArguments DockerCalls::arguments(const QString &name) const
{
    return DockerArguments::fromJson(m_installation.details.value(u"containers"_s)[name].toObject());
}

QString DockerCalls::asideName(const QString &name, const Version &version)
{
    return name + u"-before-"_s + version.toString();
}

Steps DockerCalls::hold(const QString &name) const
{
    const QString policy = arguments(name).restart;
    if (policy == u"no")
        return {};
    Step step = runCommand(u"hold-"_s + name, tr("Keep %1 from starting by itself").arg(name),
                           docker({u"update"_s, u"--restart"_s, u"no"_s, name}));
    undoneBy(step, {runCommand(u"release-"_s + name, tr("Give %1 its restart policy back").arg(name),
                               docker({u"update"_s, u"--restart"_s, policy, name}))});
    return {step};
}

Step DockerCalls::stop(const ComponentState &state) const
{
    CommandArgs command =
        docker({u"stop"_s, u"--time"_s, QString::number(m_stopSeconds), state.name}, m_stopSeconds + 120);
    // What is not there does not run: the way back may come by after it was removed.
    command.unless = isThere(state.name, false);
    command.expect = demand(stateOf(state.name),
                            {{u"output"_s, u"matches"_s, u"\\A(?:exited|created|dead) -?\\d+\\s*\\z"_s}});
    return forComponent(runCommand(u"stop-"_s + state.name, stopTitle(state.name), command), state,
                        stopEffect(state.component), 15);
}

Step DockerCalls::start(const ComponentState &state) const
{
    return forComponent(
        runCommand(u"start-"_s + state.name, startTitle(state.name), docker({u"start"_s, state.name})), state,
        u"starting"_s, 5);
}

Step DockerCalls::setAside(const QString &name, const QString &aside) const
{
    CommandArgs there = docker({u"rename"_s, name, aside});
    there.unless = isThere(aside, true);
    Step step = runCommand(u"set-aside-"_s + name, tr("Set %1 aside as %2").arg(name, aside), there);
    CommandArgs back = docker({u"rename"_s, aside, name});
    back.unless = isThere(aside, false);
    undoneBy(step, {runCommand(u"take-back-"_s + name, tr("Give %1 its name back").arg(name), back)});
    return step;
}

QStringList DockerCalls::handOver(const QString &source, const DockerArguments &arguments) const
{
    QStringList words{u"-c"_s,
                      handOverScript(),
                      u"sh"_s,
                      source,
                      arguments.lineVariables.join(u' '),
                      arguments.textVariables.join(u' ')};
    return words;
}

Steps DockerCalls::create(const QString &name, const QString &source, const QString &image,
                          bool withPolicy) const
{
    const DockerArguments arguments = this->arguments(name);
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = handOver(source, arguments);
    command.arguments += {u"create"_s,
                          u"--name"_s,
                          name,
                          u"--pull"_s,
                          u"never"_s,
                          u"--restart"_s,
                          withPolicy ? arguments.restart : u"no"_s};
    if (!arguments.lineVariables.isEmpty())
        command.arguments += {u"--env-file"_s, u"/dev/stdin"_s};
    for (const QString &variable : arguments.textVariables)
        command.arguments += {u"--env"_s, variable};
    command.arguments += arguments.options + QStringList{image} + arguments.command;
    command.timeoutSeconds = shortSeconds;
    command.unless = isThere(name, true);
    command.expect = isThere(name, true);
    Step step = runCommand(u"create-"_s + name, tr("Create %1 from %2").arg(name, image), command);
    CommandArgs back;
    back.program = u"sh"_s;
    back.arguments = {u"-c"_s, removeScript(), u"sh"_s, name, image};
    undoneBy(step, {runCommand(u"remove-"_s + name, tr("Remove the new %1").arg(name), back)});
    Steps steps{step};
    for (const QStringList &join : arguments.joins) {
        CommandArgs connect = docker(QStringList{u"network"_s, u"connect"_s} + join + QStringList{name});
        connect.unless =
            demand(Probe::command(
                       u"docker"_s,
                       {u"inspect"_s, u"--type"_s, u"container"_s, u"--format"_s,
                        u"{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}"_s, name}),
                   {{u"output"_s, u"matches"_s, u"(?m)^%1$"_s.arg(QRegularExpression::escape(join.last()))}});
        steps.append(
            runCommand(u"join-"_s + name, tr("Join %1 to the network %2").arg(name, join.last()), connect));
    }
    return steps;
}

Step DockerCalls::waitAlive(const ComponentState &state, const Version &version, const QString &image,
                            int timeoutSeconds) const
{
    WaitArgs wait =
        containerAliveWait(m_installation.database.access,
                           {{nameFilter(state.name)}, plannedName(m_installation, image), state, version});
    wait.timeoutSeconds = timeoutSeconds;
    return forComponent(waitUntil(u"see-"_s + state.name,
                                  tr("See %1 at work on %2").arg(state.name, version.toString()), wait),
                        state, u"healthy"_s, 25);
}

Step DockerCalls::waitRunning(const ComponentState &state) const
{
    WaitArgs wait;
    wait.probe = stateOf(state.name);
    wait.conditions = {{u"output"_s, u"matches"_s, u"\\Arunning "_s}};
    wait.failWhen = {{u"output"_s, u"matches"_s, u"\\A(?:exited|dead)"_s}};
    wait.timeoutSeconds = shortSeconds;
    wait.stallHint = tr("the container of %1 to run", "@info").arg(state.name);
    return forComponent(waitUntil(u"see-"_s + state.name, tr("See %1 run").arg(state.name), wait), state,
                        u"healthy"_s, 5);
}

Step DockerCalls::observeEnd(const ComponentState &state) const
{
    ObserveArgs args;
    args.name = u"end-"_s + state.name;
    args.probe = stateOf(state.name);
    return forComponent(
        observe(args.name, tr("Note how %1 ended (0 and 143: by itself; 137: killed)").arg(state.name), args),
        state, u"stopped"_s, 1);
}

Step DockerCalls::oneOff(const ComponentState &state, const QString &source, const QString &image,
                         const QStringList &words) const
{
    const DockerArguments arguments = this->arguments(state.name);
    QStringList kestra = words;
    for (qsizetype i = 0; i + 1 < arguments.command.size(); ++i) {
        if (arguments.command[i] == u"-c" && arguments.command[i + 1].startsWith(u'/') &&
            arguments.entrypoint.isEmpty())
            kestra += {u"-c"_s, arguments.command[i + 1]};
    }
    const QString shell = QFileInfo(arguments.entrypoint).fileName();
    // With a shell as entry point the words are a script; they are ours and hold no blanks or quotes of
    // others.
    if (shell == u"bash" || shell == u"sh")
        kestra = {u"-c"_s, shellLine(u"/app/kestra"_s, kestra)};
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = handOver(source, arguments);
    command.arguments += {u"run"_s, u"--rm"_s, u"--pull"_s, u"never"_s};
    if (!arguments.lineVariables.isEmpty())
        command.arguments += {u"--env-file"_s, u"/dev/stdin"_s};
    for (const QString &variable : arguments.textVariables)
        command.arguments += {u"--env"_s, variable};
    if (!arguments.entrypoint.isEmpty())
        command.arguments += {u"--entrypoint"_s, arguments.entrypoint};
    command.arguments += arguments.oneOff + QStringList{image} + kestra;
    command.timeoutSeconds = migrationSeconds;
    return forComponent(
        runCommand(words.join(u'-'), tr("Run %1").arg(u"kestra "_s + words.join(u' ')), command), state,
        u"migrating"_s, 60);
}

Step DockerCalls::removeAside(const QString &aside)
{
    CommandArgs command = docker({u"rm"_s, aside});
    command.unless = isThere(aside, false);
    command.expect = isThere(aside, false);
    Step step = runCommand(u"remove-"_s + aside, tr("Remove the old container %1").arg(aside), command);
    return step;
}
