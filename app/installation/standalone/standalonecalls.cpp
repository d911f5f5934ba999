// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonecalls.h"

#include "app/installation/planparts.h"
#include "app/installation/signs.h"
#include "app/installation/standalone/standaloneprocess.h"
#include "app/installation/standalone/standalonescripts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr int stopMargin = 30; // beyond Kestra's own grace, so that systemd never cuts in first
constexpr int startSeconds = 300;
constexpr int migrationSeconds = 4 * 3600;
constexpr int fetchSeconds = 2 * 3600;
const QString releases =
    u"https://github.com/kestra-io/kestra/releases/download/v{version}/kestra-{version}"_s;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("StandaloneCalls", text, kind);
}

Step forComponent(Step step, const ComponentState &state, const QString &effect, int expectedSeconds)
{
    step.component = state.component;
    step.effect = effect;
    step.expectedSeconds = expectedSeconds;
    return step;
}

QJsonObject asked(const QString &script, const QStringList &words, int timeoutSeconds = 60)
{
    return Probe::command(u"sh"_s, QStringList{u"-c"_s, script, u"sh"_s} + words, timeoutSeconds);
}

Condition exitCode(const QString &op, int code)
{
    return {u"exitCode"_s, op, code};
}

/// True when so many servers of the component's kinds have fresh heartbeats.
QString aliveStatement(const DatabaseAccess &access, Component component, const Version &version, int fresh)
{
    QStringList demands;
    for (const Component kind : signKinds(component, version))
        demands.append(u"%1 >= %2"_s.arg(signColumn(kind)).arg(fresh));
    if (demands.isEmpty())
        return {};
    return u"select %1 from (%2) signs"_s.arg(demands.join(u" and "_s), signsStatement(access.kind, version));
}

} // namespace

StandaloneCalls::StandaloneCalls(const Installation &installation)
    : m_installation(installation)
    , m_stopSeconds(installation.graceSeconds + stopMargin)
{
}

Step StandaloneCalls::scripted(const QString &slug, const QString &title, const QString &script,
                               const QStringList &words, int timeoutSeconds) const
{
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-c"_s, script, u"sh"_s} + words;
    command.timeoutSeconds = timeoutSeconds;
    return runCommand(slug, title, command);
}

QString StandaloneCalls::unitOf(const ComponentState &state) const
{
    const QJsonArray units = m_installation.details.value(u"units"_s).toArray();
    for (const QJsonValue &unit : units) {
        if (unit[u"component"_s].toString() == state.name)
            return unit[u"name"_s].toString();
    }
    return {};
}

QJsonObject StandaloneCalls::processOf(const ComponentState &state) const
{
    const QJsonArray processes = m_installation.details.value(u"processes"_s).toArray();
    for (const QJsonValue &process : processes) {
        if (process[u"name"_s].toString() == state.name)
            return process.toObject();
    }
    return {};
}

QStringList StandaloneCalls::processWords(const QString &what, const ComponentState &state) const
{
    return {what, m_installation.folder, state.name, m_installation.folder + u"/.kestra-upgrade"_s};
}

Step StandaloneCalls::stop(const ComponentState &state) const
{
    const QString unit = unitOf(state);
    Step step;
    if (unit.isEmpty()) {
        step = scripted(u"stop-"_s + state.name, stopTitle(state.name), processScript(),
                        processWords(u"stop"_s, state) + QStringList{QString::number(m_stopSeconds)},
                        m_stopSeconds + 60);
    } else {
        CommandArgs command;
        command.program = u"systemctl"_s;
        command.arguments = {u"stop"_s, u"--"_s, unit};
        command.timeoutSeconds = m_stopSeconds + 120;
        command.expect = demand(asked(u"[ \"$(systemctl show -p MainPID --value -- \"$1\")\" = 0 ] && "
                                      "! systemctl is-active --quiet -- \"$1\""_s,
                                      {unit}),
                                {exitCode(u"equals"_s, 0)});
        step = runCommand(u"stop-"_s + state.name, stopTitle(state.name), command);
    }
    return forComponent(step, state, stopEffect(state.component), 15);
}

Step StandaloneCalls::start(const ComponentState &state, const QString &program) const
{
    const QString unit = unitOf(state);
    const Step step = unit.isEmpty()
                          ? scripted(u"start-"_s + state.name, startTitle(state.name), processScript(),
                                     processWords(u"start"_s, state) + QStringList{program}, startSeconds)
                          : scripted(u"start-"_s + state.name, startTitle(state.name), startUnitScript(),
                                     {unit}, startSeconds);
    return forComponent(step, state, u"starting"_s, 5);
}

/// A password would have to be handed over, another schema be named: then the heartbeats are asked for apart.
bool StandaloneCalls::asksInScript() const
{
    const DatabaseAccess &access = m_installation.database.access;
    return access.kind == DatabaseAccess::Kind::PostgreSql && access.secret.isEmpty() &&
           access.schemaName() == u"public";
}

/// The second look where the first one only sees that it runs; an empty probe where nothing can be asked.
WaitArgs StandaloneCalls::answering(const ComponentState &state, const Version &version) const
{
    const DatabaseAccess &access = m_installation.database.access;
    if (access.answersBesideKestra())
        return signsOfLife(access, {state}, version);
    WaitArgs wait;
    const bool serves = state.component == Component::Webserver || state.component == Component::Standalone;
    if (!serves || m_installation.api.url.isEmpty())
        return wait;
    const bool tells = m_installation.api.loginWorks || version < Version::of(u"2.0.0");
    wait.probe = Probe::http(m_installation.api.url + (tells ? u"/api/v1/configs"_s : u"/ping"_s),
                             m_installation.api.user, m_installation.api.secret);
    wait.conditions = {{u"status"_s, u"equals"_s, 200}};
    if (tells)
        wait.conditions.append({u"json/version"_s, u"equals"_s, version.toString()});
    return wait;
}

Steps StandaloneCalls::waitAlive(const ComponentState &state, const Version &version, int timeoutSeconds,
                                 int fresh) const
{
    const DatabaseAccess &access = m_installation.database.access;
    const QString unit = unitOf(state);
    const QString title = tr("See %1 at work on %2").arg(state.name, version.toString());
    const bool asks = !unit.isEmpty() && asksInScript();
    const QString sql = asks ? aliveStatement(access, state.component, version, fresh) : QString();
    const QStringList psql =
        access.psql() + QStringList{u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-d"_s, access.database};
    WaitArgs wait;
    wait.probe = unit.isEmpty() ? asked(processScript(), processWords(u"see"_s, state))
                                : asked(seeUnitScript(),
                                        QStringList{unit, sql} + (asks ? psql : QStringList{u"true"_s}));
    wait.conditions = {exitCode(u"equals"_s, 0)};
    wait.failWhen = {exitCode(u"equals"_s, 3)};
    wait.reasonAt = u"output"_s;
    wait.timeoutSeconds = timeoutSeconds;
    wait.intervalMs = 2000;
    wait.holdSeconds = sql.isEmpty() ? 10 : 0;
    wait.stallHint = tr("%1 to report as %2", "@info").arg(state.name, version.toString());
    Steps steps{forComponent(waitUntil(u"see-"_s + state.name, title, wait), state, u"healthy"_s, 25)};
    WaitArgs more = sql.isEmpty() ? answering(state, version) : WaitArgs();
    if (more.probe.isEmpty())
        return steps;
    more.timeoutSeconds = timeoutSeconds;
    more.intervalMs = 2000;
    more.stallHint = wait.stallHint;
    steps.append(forComponent(waitUntil(u"hear-"_s + state.name, title, more), state, u"healthy"_s, 25));
    return steps;
}

Step StandaloneCalls::waitRunning(const ComponentState &state) const
{
    const QString unit = unitOf(state);
    WaitArgs wait;
    wait.probe = unit.isEmpty() ? asked(processScript(), processWords(u"see"_s, state))
                                : asked(seeUnitScript(), {unit, QString()});
    wait.conditions = {exitCode(u"equals"_s, 0)};
    wait.failWhen = {exitCode(u"equals"_s, 3)};
    wait.reasonAt = u"output"_s;
    wait.timeoutSeconds = startSeconds;
    wait.stallHint = tr("%1 to run", "@info").arg(state.name);
    return forComponent(waitUntil(u"see-"_s + state.name, tr("See %1 run").arg(state.name), wait), state,
                        u"healthy"_s, 5);
}

Steps StandaloneCalls::observeEnd(const ComponentState &state) const
{
    const QString unit = unitOf(state);
    if (unit.isEmpty())
        return {};
    ObserveArgs args;
    args.name = u"end-"_s + state.name;
    args.probe = Probe::command(u"systemctl"_s, {u"show"_s, u"-p"_s, u"Result"_s, u"-p"_s, u"ExecMainCode"_s,
                                                 u"-p"_s, u"ExecMainStatus"_s, u"--"_s, unit});
    return {forComponent(
        observe(args.name, tr("Note how %1 ended (0 and 143: by itself; 9: killed)").arg(state.name), args),
        state, u"stopped"_s, 1)};
}

Steps StandaloneCalls::forget(const ComponentState &state) const
{
    if (!unitOf(state).isEmpty())
        return {};
    return {scripted(u"forget-"_s + state.name, tr("Remove the notes of how %1 was started").arg(state.name),
                     processScript(), processWords(u"forget"_s, state), 60)};
}

Step StandaloneCalls::oneOff(const ComponentState &state, const SystemdUnit *unit, const QString &program,
                             const QStringList &words) const
{
    const QString title = tr("Run %1").arg(u"kestra "_s + words.join(u' '));
    const QString slug = words.join(u'-');
    if (!unit) {
        QStringList all = words;
        const QJsonArray configs = processOf(state).value(u"configs"_s).toArray();
        for (const QJsonValue &file : configs)
            all += {u"-c"_s, file.toString()};
        return forComponent(scripted(slug, title, processScript(),
                                     processWords(u"once"_s, state) + QStringList{program} + all,
                                     migrationSeconds),
                            state, u"migrating"_s, 60);
    }
    QStringList line = unit->command.before;
    line[unit->command.program] = program;
    line += words;
    for (const QString &file : unit->command.values(u"-c"_s, u"--config"_s))
        line += {u"-c"_s, file};
    for (QString &word : line)
        word = unitQuoted(word);
    return forComponent(
        scripted(slug, title, onceUnitScript(), {unit->name, line.join(u' ')}, migrationSeconds), state,
        u"migrating"_s, 60);
}

Step StandaloneCalls::fetch(const StandaloneProgram &program, const Version &version) const
{
    const QString text = version.toString();
    const QString place = program.jarOf(version);
    QString source = m_installation.details.value(u"jarSource"_s).toString(releases);
    source.replace(u"{version}"_s, text);
    const QString sum = m_installation.details.value(u"jarDigests"_s).toObject().value(text).toString();
    Step step = scripted(
        u"fetch-program"_s, tr("Fetch Kestra %1 to %2").arg(text, place), fetchScript(),
        {source, place, u"kestra-"_s + text, sum, program.real.isEmpty() ? program.path : program.real},
        fetchSeconds);
    step.expectedSeconds = 60;
    return step;
}

Step StandaloneCalls::keep(const StandaloneProgram &program, const Version &version) const
{
    const QString kept = program.keptOf(version);
    return scripted(u"keep-program"_s, tr("Keep the program that runs as %1").arg(kept),
                    u"[ -e \"$2\" ] || { cp -p -- \"$1\" \"$2.part\" && mv -- \"$2.part\" \"$2\"; }"_s,
                    {program.path, kept}, 600);
}

Step StandaloneCalls::switching(const StandaloneProgram &program, const Version &version) const
{
    if (program.pin() == StandaloneProgram::Pin::Link) {
        const QString target = program.targetOf(version);
        Step step = scripted(u"set-link"_s, tr("Let %1 point to %2").arg(program.link, target), linkScript(),
                             {target, program.link}, 60);
        return step;
    }
    const QString jar = version == m_installation.version ? program.keptOf(version) : program.jarOf(version);
    return scripted(u"set-program"_s,
                    tr("Put %1 in the place of %2").arg(QFileInfo(jar).fileName(), program.path),
                    replaceScript(), {jar, program.path}, 600);
}

Steps StandaloneCalls::choose(const StandaloneProgram &program, const Version &from, const Version &to) const
{
    if (program.pin() == StandaloneProgram::Pin::Text)
        return {};
    Step step = switching(program, to);
    undoneBy(step, {switching(program, from)});
    return {step};
}

Step StandaloneCalls::reload(bool back) const
{
    CommandArgs command;
    command.program = u"systemctl"_s;
    command.arguments = {u"daemon-reload"_s};
    Step step = runCommand(u"reload-units"_s, tr("Let systemd read its files"), command);
    if (back)
        undoneBy(step, {step});
    return step;
}

Step StandaloneCalls::makeDropInFolder(const QString &folder) const
{
    Step step = scripted(u"make-drop-in-folder"_s, tr("Make the folder %1").arg(folder),
                         u"mkdir -p -- \"$1\""_s, {folder}, 60);
    undoneBy(step,
             {scripted(u"remove-drop-in-folder"_s, tr("Remove the folder %1 when it is empty").arg(folder),
                       u"rmdir -- \"$1\" 2>/dev/null || :"_s, {folder}, 60)});
    return step;
}
