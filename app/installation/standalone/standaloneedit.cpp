// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneedit.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int stopMargin = 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneEdit", text, "@error");
}

bool decidesByItself(const QList<StandaloneProgram> &programs, const QString &path)
{
    return std::ranges::any_of(programs, [&](const StandaloneProgram &program) {
        return program.path == path && program.pin() != StandaloneProgram::Pin::Text;
    });
}

} // namespace

QList<SystemdUnit> plannedUnits(const Installation &installation, const QHash<QString, QByteArray> &texts)
{
    QList<SystemdUnit> units;
    const QJsonArray listed = installation.details.value(u"units"_s).toArray();
    for (const QJsonValue &entry : listed) {
        QStringList files;
        const QJsonArray paths = entry[u"files"_s].toArray();
        for (const QJsonValue &path : paths)
            files.append(path.toString());
        units.append(SystemdUnit::parse(entry[u"name"_s].toString(), files, texts));
    }
    return units;
}

const SystemdUnit *unitNamed(const QList<SystemdUnit> &units, const QString &name)
{
    const auto found =
        std::ranges::find_if(units, [&](const SystemdUnit &unit) { return unit.name == name; });
    return found == units.cend() ? nullptr : &*found;
}

QList<StandaloneProgram> programsOf(const Installation &installation)
{
    QList<StandaloneProgram> programs;
    const QJsonArray listed = installation.details.value(u"programs"_s).toArray();
    for (const QJsonValue &entry : listed)
        programs.append(StandaloneProgram::fromJson(entry.toObject()));
    return programs;
}

Result<void> writeProgramPath(const Installation &installation, const Version &to,
                              QHash<QString, QByteArray> &texts)
{
    const QList<StandaloneProgram> programs = programsOf(installation);
    QList<Patch> patches;
    for (const SystemdUnit &unit : plannedUnits(installation, texts)) {
        const QString written = unit.command.programPath();
        const QString named = versionInPath(written);
        if (named.isEmpty() || decidesByItself(programs, unit.program()))
            continue;
        const QByteArray line = joined(unit.line);
        const QByteArray before = written.toUtf8();
        const qsizetype at = line.indexOf(before);
        const auto patch =
            at < 0 ? std::nullopt
                   : patchFor(unit.line, at, before.size(), pathOfVersion(written, named, to).toUtf8(), {});
        if (!patch)
            return failure(ErrorKind::NeedsPerson,
                           tr("The path %1 that %2 starts does not stand anywhere as it is. Write it out in "
                              "the unit file, then look again.")
                               .arg(written, unit.name));
        patches.append(*patch);
    }
    if (!applyPatches(patches, texts))
        return failure(ErrorKind::NeedsPerson,
                       tr("The version in the paths of %1 cannot be changed without changing something else. "
                          "Write the paths out in the unit files, then look again.")
                           .arg(installation.address));
    return {};
}

std::pair<QString, QByteArray> graceDropIn(const SystemdUnit &unit, int graceSeconds)
{
    const int wanted = graceSeconds + stopMargin;
    if (unit.stopSeconds < 0 || unit.stopSeconds >= wanted)
        return {};
    return {u"/etc/systemd/system/%1.d/kestra-upgrade-grace.conf"_s.arg(unit.name),
            "# Kestra gives its running tasks " + QByteArray::number(graceSeconds) +
                " s to end: systemd must not cut in before.\n[Service]\nTimeoutStopSec=" +
                QByteArray::number(wanted) + "\n"};
}
