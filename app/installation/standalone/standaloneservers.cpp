// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneservers.h"

#include "app/installation/enginefacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneServers", text, "@info");
}

QString stateOf(const UnitState &state)
{
    if (state.active == u"active")
        return u"running"_s;
    if (state.active == u"activating" || state.active == u"reloading")
        return u"starting"_s;
    return state.active.isEmpty() ? u"unknown"_s : u"stopped"_s;
}

QString whereOf(const SystemdUnit &unit)
{
    const SourcePiece piece = unit.line.value(0);
    return piece.path + u':' + QString::number(piece.line);
}

StandaloneServer serverOf(const StandaloneSite &site, const SystemdUnit &unit)
{
    StandaloneServer server;
    server.unit = unit.name;
    server.name = unit.name.endsWith(u".service") ? unit.name.chopped(8) : unit.name;
    server.where = whereOf(unit);
    server.command = unit.command;
    server.program = unit.program();
    server.user = unit.user.isEmpty() ? u"root"_s : unit.user;
    server.folder = unit.workingDirectory.isEmpty() ? u"/"_s : unit.workingDirectory;
    server.environment = unit.environment;
    server.state = stateOf(site.states.value(unit.name));
    if (const KestraProcess *process = site.processOf(unit.name); process && process->environmentSeen) {
        server.environment = process->environment;
        server.folder = process->folder.isEmpty() ? server.folder : process->folder;
    }
    return server;
}

StandaloneServer serverOf(const KestraProcess &process)
{
    StandaloneServer server;
    server.name = process.command.role;
    server.where = u"/proc/%1/cmdline"_s.arg(process.pid);
    server.command = process.command;
    server.program = process.program();
    server.user = process.user;
    server.folder = process.folder;
    server.environment = process.environment;
    server.environmentSeen = process.environmentSeen;
    server.ofUserManager = process.ofUserManager;
    server.state = u"running"_s;
    return server;
}

void takeFiles(Installation &installation, const SystemdUnit &unit, const StandaloneSite &site)
{
    const auto add = [&](const QString &path, const QString &format) {
        const bool known = std::ranges::any_of(installation.configurations,
                                               [&](const ConfigText &text) { return text.path == path; });
        if (!known && site.texts.contains(path) && !site.unreadable.contains(path))
            installation.configurations.append({path, 1, format, QString::fromUtf8(site.texts.value(path))});
    };
    for (const QString &file : unit.files)
        add(file, u"unit"_s);
    for (const QString &file : unit.environmentFiles)
        add(file, u"env"_s);
    if (!unit.wrapper.isEmpty())
        add(unit.wrapper, u"script"_s);
}

void nameWhatIsHidden(Installation &installation, const StandaloneSite &site, const StandaloneServer &server)
{
    if (server.ofUserManager)
        installation.unknown.append(
            {u"components"_s,
             tr("%1 belongs to the own systemd of %2, not to the machine's.").arg(server.name, server.user),
             tr("Stop it there and start it as a unit of the machine, or upgrade it by hand.")});
    if (!server.environmentSeen)
        installation.unknown.append(
            {u"configuration"_s,
             tr("The environment of %1 is only shown to %2 and root.").arg(server.name, server.user),
             tr("Look again as root.")});
    if (site.states.value(server.unit).needsReload)
        installation.unknown.append(
            {u"files"_s,
             tr("The files of %1 were changed and systemd has not read them since.").arg(server.unit),
             tr("Call systemctl daemon-reload, restart it, and look again.")});
}

} // namespace

QString StandaloneServer::absolute(const QString &path) const
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : folder + u'/' + path);
}

QList<StandaloneServer> serversIn(const StandaloneSite &site, const QString &folder)
{
    QList<StandaloneServer> servers;
    for (const SystemdUnit &unit : site.units) {
        if (unit.startsKestra() && QFileInfo(unit.program()).path() == folder)
            servers.append(serverOf(site, unit));
    }
    for (const KestraProcess &process : site.plainProcesses()) {
        if (QFileInfo(process.program()).path() != folder)
            continue;
        const auto same = std::ranges::find_if(servers, [&](const StandaloneServer &server) {
            return server.unit.isEmpty() && server.name == process.command.role;
        });
        if (same != servers.end())
            ++same->count;
        else
            servers.append(serverOf(process));
    }
    return servers;
}

QStringList programFolders(const StandaloneSite &site)
{
    QStringList folders;
    const auto add = [&folders](const QString &program) {
        const QString folder = QFileInfo(program).path();
        if (!folders.contains(folder))
            folders.append(folder);
    };
    for (const SystemdUnit &unit : site.units) {
        if (unit.startsKestra())
            add(unit.program());
    }
    for (const KestraProcess &process : site.plainProcesses())
        add(process.program());
    return folders;
}

const StandaloneServer *leadingServer(const QList<StandaloneServer> &servers)
{
    for (const Component component : {Component::Webserver, Component::Standalone}) {
        for (const StandaloneServer &server : servers) {
            if (server.command.component == component)
                return &server;
        }
    }
    return servers.isEmpty() ? nullptr : &servers.first();
}

void takeServers(Installation &installation, const StandaloneSite &site,
                 const QList<StandaloneServer> &servers)
{
    QJsonArray units;
    QJsonObject stopSeconds;
    QJsonArray processes;
    for (const StandaloneServer &server : servers) {
        ComponentState state;
        state.component = server.command.component;
        state.name = server.name;
        state.state = server.state;
        state.replicas = server.count;
        installation.components.append(state);
        addEvidence(installation, u"components"_s,
                    u"%1 runs `kestra server %2`"_s.arg(server.where, server.command.role));
        nameWhatIsHidden(installation, site, server);
        if (!server.unit.isEmpty())
            continue;
        // Nobody cuts in: the plan asks it to end and waits.
        stopSeconds.insert(server.name, -1);
        const QStringList files = server.command.values(u"-c"_s, u"--config"_s);
        processes.append(QJsonObject{{u"name"_s, server.name},
                                     {u"program"_s, server.program},
                                     {u"user"_s, server.user},
                                     {u"configs"_s, QJsonArray::fromStringList(files)},
                                     {u"hidden"_s, server.ofUserManager || !server.environmentSeen}});
    }
    for (const SystemdUnit &unit : site.units) {
        const auto ours = std::ranges::find_if(
            servers, [&](const StandaloneServer &server) { return server.unit == unit.name; });
        if (ours == servers.cend())
            continue;
        takeFiles(installation, unit, site);
        stopSeconds.insert(ours->name, unit.stopSeconds);
        units.append(QJsonObject{{u"name"_s, unit.name},
                                 {u"component"_s, ours->name},
                                 {u"files"_s, QJsonArray::fromStringList(unit.files)}});
        addEvidence(installation, u"components"_s, u"systemctl show %1: %2"_s.arg(unit.name, ours->state));
    }
    installation.details.insert(u"units"_s, units);
    installation.details.insert(u"stopSeconds"_s, stopSeconds);
    installation.details.insert(u"processes"_s, processes);
    installation.details.insert(u"root"_s, site.isRoot);
    if (!units.isEmpty() && !site.systemdAnswers)
        installation.unknown.append({u"systemd"_s, tr("systemd does not answer: %1").arg(site.systemdTrouble),
                                     tr("Look again where systemd runs; until then only files are known.")});
    if (!site.processesSeen)
        installation.unknown.append({u"components"_s, tr("The processes of the machine could not be seen."),
                                     tr("See that /proc is mounted, then look again.")});
}
