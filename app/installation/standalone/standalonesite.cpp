// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonesite.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds lookTime{20};

/// Words: names of units to look at in any case. One line a file: unit, tab, path; the unit file first, then
/// its drop-ins in the order in which systemd takes them.
QString unitFilesScript()
{
    return uR"sh(# unit files of Kestra
more=$(printf '%s\n' "$@")
set -- /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system
{ grep -R -l -i -s --include='*.service' --include='*.conf' kestra "$@" |
    sed -n 's#.*/system/\([^/]*\.service\)$#\1#p; s#.*/\([^/]*\.service\)\.d/[^/]*\.conf$#\1#p'
  printf '%s\n' "$more"; } | grep . | sort -u | while read -r name; do
  for folder; do
    [ ! -f "$folder/$name" ] || { printf '%s\t%s\n' "$name" "$folder/$name"; break; }
  done
  for folder; do
    for file in "$folder/$name.d"/*.conf; do [ ! -f "$file" ] || printf '%s\t%s\n' "${file##*/}" "$file"; done
  done | sort -s -k 1,1 | awk -F '\t' -v name="$name" '!seen[$1]++ { print name "\t" $2 }'
done)sh"_s;
}

Task<QByteArray> said(Host *host, QString program, QStringList arguments)
{
    ProcessCall call;
    call.program = program;
    call.arguments = arguments;
    call.timeout = lookTime;
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    co_return result && result->exitCode == 0 ? result->output : QByteArray();
}

QMap<QString, QStringList> filesByUnit(const QByteArray &lines)
{
    QMap<QString, QStringList> files;
    for (const QByteArray &line : lines.split('\n')) {
        const QString unit = QString::fromUtf8(line).section(u'\t', 0, 0);
        const QString path = QString::fromUtf8(line).section(u'\t', 1);
        if (!path.isEmpty())
            files[unit].append(path);
    }
    return files;
}

/// kestra@.service stands for every instance that systemd knows.
Task<QMap<QString, QStringList>> withInstances(Host *host, QMap<QString, QStringList> files)
{
    QMap<QString, QStringList> result;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (!it.key().contains(u"@."_s)) {
            result[it.key()] += it.value();
            continue;
        }
        QString pattern = it.key();
        pattern.replace(u"@."_s, u"@*."_s);
        const QStringList words{u"list-units"_s,  u"--all"_s,      u"--plain"_s,
                                u"--no-legend"_s, u"--no-pager"_s, pattern};
        const QByteArray listed = co_await said(host, u"systemctl"_s, words);
        for (const QByteArray &line : listed.split('\n')) {
            const QString name = QString::fromUtf8(line).section(u' ', 0, 0);
            if (!name.isEmpty())
                result[name] = it.value() + result.value(name);
        }
    }
    co_return result;
}

Task<void> readWanted(Host *host, QString path, StandaloneSite *site)
{
    // A program of a hundred megabytes may be meant: only as much as a script would have.
    ProcessCall call;
    call.program = u"head"_s;
    call.arguments = {u"-c"_s, u"65537"_s, u"--"_s, path};
    call.timeout = lookTime;
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    if (!result || result->exitCode != 0)
        site->unreadable.append(path);
    site->texts.insert(path, result ? result->output : QByteArray());
}

Task<void> readUnits(Host *host, QMap<QString, QStringList> files, StandaloneSite *site)
{
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        for (const QString &path : it.value()) {
            if (site->texts.contains(path))
                continue;
            const Result<QByteArray> bytes = co_await host->readFile(path);
            if (!bytes)
                site->unreadable.append(path);
            site->texts.insert(path, bytes ? *bytes : QByteArray());
        }
        SystemdUnit unit = SystemdUnit::parse(it.key(), it.value(), site->texts);
        for (int round = 0; round < 2 && !unit.wanted.isEmpty(); ++round) {
            for (const QString &path : std::as_const(unit.wanted))
                co_await readWanted(host, path, site);
            unit = SystemdUnit::parse(it.key(), it.value(), site->texts);
        }
        if (unit.startsKestra() || unit.runsContainer)
            site->units.append(unit);
    }
}

void takeStates(const QByteArray &shown, StandaloneSite &site)
{
    UnitState state;
    QString name;
    const auto keep = [&] {
        if (!name.isEmpty())
            site.states.insert(name, state);
        state = {};
        name.clear();
    };
    for (const QByteArray &line : shown.split('\n')) {
        const QString key = QString::fromUtf8(line).section(u'=', 0, 0);
        const QString value = QString::fromUtf8(line).section(u'=', 1);
        if (line.isEmpty())
            keep();
        else if (key == u"Id")
            name = value;
        else if (key == u"ActiveState")
            state.active = value;
        else if (key == u"UnitFileState")
            state.enabled = value;
        else if (key == u"NeedDaemonReload")
            state.needsReload = value == u"yes";
        else if (key == u"MainPID")
            state.mainPid = value.toInt();
    }
    keep();
}

Task<void> readStates(Host *host, StandaloneSite *site)
{
    QStringList names;
    for (const SystemdUnit &unit : std::as_const(site->units))
        names.append(unit.name);
    if (names.isEmpty())
        co_return;
    ProcessCall call;
    call.program = u"systemctl"_s;
    call.arguments = QStringList{u"show"_s, u"--no-pager"_s, u"-p"_s,
                                 u"Id,ActiveState,UnitFileState,NeedDaemonReload,MainPID"_s, u"--"_s} +
                     names;
    call.timeout = lookTime;
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    site->systemdAnswers = result && result->exitCode == 0;
    if (site->systemdAnswers)
        takeStates(result->output, *site);
    else
        site->systemdTrouble = result ? result->errorText().section(u'\n', -1) : result.error().message;
}

} // namespace

const KestraProcess *StandaloneSite::processOf(const QString &unit) const
{
    const auto found = std::ranges::find_if(processes, [&](const KestraProcess &process) {
        return process.unit == unit && !process.ofUserManager;
    });
    return found == processes.cend() ? nullptr : &*found;
}

QList<KestraProcess> StandaloneSite::plainProcesses() const
{
    QList<KestraProcess> plain;
    for (const KestraProcess &process : processes) {
        const bool known = !process.ofUserManager && std::ranges::any_of(units, [&](const SystemdUnit &unit) {
            return unit.name == process.unit;
        });
        if (!known)
            plain.append(process);
    }
    return plain;
}

Task<StandaloneSite> lookAtSite(Host *host)
{
    StandaloneSite site;
    const QStringList own{u"-u"_s};
    const QByteArray user = co_await said(host, u"id"_s, own);
    site.isRoot = user.trimmed() == "0";
    const Result<ProcessResult> listed = co_await host->runScript(processListScript(), {}, lookTime);
    site.processesSeen = listed.has_value();
    if (listed)
        site.processes = parseProcesses(listed->output);
    QStringList names;
    for (const KestraProcess &process : std::as_const(site.processes)) {
        if (!process.unit.isEmpty() && !process.ofUserManager)
            names.append(process.unit);
    }
    const Result<ProcessResult> found = co_await host->runScript(unitFilesScript(), names, lookTime);
    const QMap<QString, QStringList> files =
        co_await withInstances(host, filesByUnit(found ? found->output : QByteArray()));
    co_await readUnits(host, files, &site);
    co_await readStates(host, &site);
    co_return site;
}
