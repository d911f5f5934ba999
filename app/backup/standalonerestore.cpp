// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/standalonerestore.h"

#include "app/installation/standalone/standaloneprogram.h"
#include "app/task/process.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

bool needsPerson(const Installation &installation)
{
    return installation.details.value(u"units"_s).toArray().isEmpty() ||
           !installation.details.value(u"processes"_s).toArray().isEmpty();
}

QString unitLine(const Installation &installation, const QString &verb)
{
    QStringList words{verb, u"--"_s};
    const QJsonArray units = installation.details.value(u"units"_s).toArray();
    for (const QJsonValue &unit : units)
        words.append(unit[u"name"_s].toString());
    return shellLine(u"systemctl"_s, words) + u'\n';
}

/// A link gets its old target; a program without a version in its name is laid down again from the copy that
/// was kept before it was replaced.
QString programBack(const StandaloneProgram &program, const Version &version)
{
    switch (program.pin()) {
    case StandaloneProgram::Pin::Link:
        return shellLine(u"ln"_s, {u"-sfn"_s, u"--"_s, program.target, program.link}) + u'\n';
    case StandaloneProgram::Pin::File:
        return u"if [ -e %1 ]; then cp -p -- %1 %2; mv -- %2 %3; fi\n"_s.arg(
            shellQuoted(program.keptOf(version)), shellQuoted(program.path + u".part"_s),
            shellQuoted(program.path));
    case StandaloneProgram::Pin::Text:
        break;
    }
    return {};
}

} // namespace

QString standaloneStopping(const Installation &installation)
{
    return needsPerson(installation) ? QString() : unitLine(installation, u"stop"_s);
}

QString standaloneStarting(const Installation &installation)
{
    QString text;
    const QJsonArray programs = installation.details.value(u"programs"_s).toArray();
    for (const QJsonValue &program : programs)
        text += programBack(StandaloneProgram::fromJson(program.toObject()), installation.version);
    if (needsPerson(installation))
        return text;
    return text + u"systemctl daemon-reload\n"_s + unitLine(installation, u"start"_s);
}
