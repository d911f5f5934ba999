// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standaloneprogram.h"

#include "app/installation/standalone/standalonecommand.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

StandaloneProgram::Pin StandaloneProgram::pin() const
{
    if (!link.isEmpty())
        return Pin::Link;
    return named.isEmpty() || !path.contains(named) ? Pin::File : Pin::Text;
}

QString StandaloneProgram::jarOf(const Version &version) const
{
    switch (pin()) {
    case Pin::Text:
        return pathOfVersion(path, named, version);
    case Pin::Link:
        // Beside what the link itself names, which may be a link again.
        if (link == path)
            return pathOfVersion(target.startsWith(u'/') ? target : QFileInfo(link).path() + u'/' + target,
                                 named, version);
        return pathOfVersion(real, named, version);
    case Pin::File:
        break;
    }
    return QFileInfo(path).path() + u"/kestra-"_s + version.toString();
}

QString StandaloneProgram::pathOf(const Version &version) const
{
    return pin() == Pin::Text ? pathOfVersion(path, named, version) : path;
}

QString StandaloneProgram::targetOf(const Version &version) const
{
    return pathOfVersion(target, named, version);
}

QString StandaloneProgram::keptOf(const Version &version) const
{
    return path + u'.' + version.toString();
}

QJsonObject StandaloneProgram::toJson() const
{
    return {
        {u"path"_s, path}, {u"real"_s, real}, {u"link"_s, link}, {u"target"_s, target}, {u"named"_s, named}};
}

StandaloneProgram StandaloneProgram::fromJson(const QJsonObject &json)
{
    StandaloneProgram program;
    program.path = json.value(u"path"_s).toString();
    program.real = json.value(u"real"_s).toString();
    program.link = json.value(u"link"_s).toString();
    program.target = json.value(u"target"_s).toString();
    program.named = json.value(u"named"_s).toString();
    return program;
}
