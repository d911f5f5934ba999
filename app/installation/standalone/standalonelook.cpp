// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonelook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString usualPath = u"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s;

Task<QString> said(Host *host, QString program, QStringList arguments)
{
    ProcessCall call;
    call.program = program;
    call.arguments = arguments;
    call.timeout = std::chrono::seconds(10);
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    co_return result && result->exitCode == 0 ? QString::fromUtf8(result->output).trimmed() : QString();
}

/// $1 PATH, $2 java: one line each, program, tab, version; Kestra's own first.
QString javaScript()
{
    return uR"sh(# Java of Kestra, then all others
say() { printf '%s\t%s\n' "$1" "$("$1" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)"; }
own=$(PATH=$1; command -v -- "$2") || own=
[ -z "$own" ] || own=$(readlink -f -- "$own")
say "${own:-/nowhere}"
for java in /usr/lib/jvm/*/bin/java /opt/*/bin/java; do
  [ ! -x "$java" ] || [ "$(readlink -f -- "$java")" = "$own" ] || say "$java"
done)sh"_s;
}

QString homeOf(const StandaloneServer &server, const QString &passwd)
{
    const QString home = server.environment.value(u"HOME"_s);
    return home.isEmpty() ? passwd.section(u':', 5, 5) : home;
}

/// Where Kestra looks: -c, MICRONAUT_CONFIG_FILES, then the home folder of its user.
Task<QStringList> configurationPlaces(Host *host, StandaloneServer server)
{
    QStringList places;
    for (const QString &file : server.command.values(u"-c"_s, u"--config"_s))
        places.append(server.absolute(file));
    const QString files = server.environment.value(u"MICRONAUT_CONFIG_FILES"_s);
    for (const QString &file : files.split(u',', Qt::SkipEmptyParts))
        places.append(server.absolute(file));
    if (!places.isEmpty())
        co_return places;
    QString passwd;
    if (!server.environment.contains(u"HOME"_s)) {
        const QStringList words{u"passwd"_s, server.user};
        passwd = co_await said(host, u"getent"_s, words);
    }
    const QString home = homeOf(server, passwd);
    if (!home.isEmpty())
        places = {home + u"/.kestra/config.yml"_s, home + u"/.kestra/config.yaml"_s};
    const QString folder = QFileInfo(server.program).path();
    places += {folder + u"/confs/application.yml"_s, folder + u"/confs/application.yaml"_s};
    co_return places;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneLook", text, "@info");
}

void remember(Installation &installation, const QString &path, const QString &text)
{
    const bool known = std::ranges::any_of(installation.configurations,
                                           [&](const ConfigText &one) { return one.path == path; });
    if (!known)
        installation.configurations.append({path, 1, u"application"_s, text});
}

} // namespace

Task<StandaloneProgram> lookAtProgram(Host *host, QString path)
{
    StandaloneProgram program;
    program.path = path;
    const Result<bool> there = co_await host->exists(path);
    if (there && *there) {
        const QStringList words{u"-f"_s, u"--"_s, path};
        program.real = co_await said(host, u"readlink"_s, words);
    }
    const QString written = versionInPath(path);
    if (program.real.isEmpty() || program.real == path || !written.isEmpty()) {
        program.named = written;
        co_return program;
    }
    // A link somewhere on the way decides: the file itself, or a folder such as `current`.
    for (QString part = path; part.size() > 1; part = QFileInfo(part).path()) {
        const QStringList words{u"--"_s, part};
        const QString target = co_await said(host, u"readlink"_s, words);
        const QString named = versionInPath(target);
        if (named.isEmpty())
            continue;
        program.link = part;
        program.target = target;
        program.named = named;
        co_return program;
    }
    co_return program;
}

Task<QString> versionInJar(Host *host, QString path)
{
    const QStringList words{u"-p"_s, path, u"META-INF/MANIFEST.MF"_s, u"gradle.properties"_s};
    ProcessCall call;
    call.program = u"unzip"_s;
    call.arguments = words;
    call.timeout = std::chrono::seconds(30);
    // It warns of the script in front of the archive, and of a file that is not in it: the exit code says
    // nothing.
    const Result<ProcessResult> result = co_await host->run(std::move(call));
    const QString text = QString::fromUtf8(result ? result->output : QByteArray()).remove(u'\r');
    static const QRegularExpression line(
        u"^(?:X-Kestra-Version|Implementation-Version|version)\\s*[:=]\\s*v?(\\d[\\w.-]*)"_s,
        QRegularExpression::MultilineOption);
    co_return line.match(text).captured(1);
}

Task<JavaFacts> lookAtJava(Host *host, StandaloneServer server)
{
    const QString program = server.command.javaProgram();
    const QString path = server.environment.value(u"PATH"_s, usualPath);
    const QStringList words{path, program.isEmpty() ? u"java"_s : program};
    const Result<ProcessResult> result =
        co_await host->runScript(javaScript(), words, std::chrono::seconds(30));
    JavaFacts facts;
    const QStringList lines =
        QString::fromUtf8(result ? result->output : QByteArray()).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString name = lines[i].section(u'\t', 0, 0);
        const QString version = lines[i].section(u'\t', 1);
        if (i == 0 && !version.isEmpty())
            facts = {name, version, {}};
        else if (i > 0 && !version.isEmpty())
            facts.others.append({name, version});
    }
    co_return facts;
}

Task<PluginFacts> lookAtPlugins(Host *host, StandaloneServer server)
{
    PluginFacts facts;
    const QStringList named = server.command.values(u"-p"_s, u"--plugins"_s);
    facts.folder = !named.isEmpty()
                       ? server.absolute(named.last())
                       : server.environment.value(u"KESTRA_PLUGINS_PATH"_s,
                                                  QFileInfo(server.program).path() + u"/plugins"_s);
    const QStringList words{u"-1"_s, u"--"_s, facts.folder};
    const QString listed = co_await said(host, u"ls"_s, words);
    for (const QString &name : listed.split(u'\n', Qt::SkipEmptyParts)) {
        if (name.endsWith(u".jar"))
            facts.files.append(name);
    }
    co_return facts;
}

Task<StandaloneConfig> readConfiguration(Host *host, StandaloneServer server, Installation *installation)
{
    QString text = server.environment.value(u"KESTRA_CONFIGURATION"_s);
    QString where = text.isEmpty() ? QString() : server.where;
    if (text.isEmpty()) {
        const QStringList places = co_await configurationPlaces(host, server);
        for (const QString &place : places) {
            const Result<QByteArray> bytes = co_await host->readFile(place);
            if (!bytes)
                continue;
            text = QString::fromUtf8(*bytes);
            where = place;
            remember(*installation, place, text);
            break;
        }
        if (where.isEmpty())
            installation->unknown.append({u"configuration"_s,
                                          tr("No configuration of %1 could be read; looked at: %2.")
                                              .arg(server.name, places.join(u", "_s)),
                                          tr("Look again as a user who may read it.")});
    }
    const Result<KestraConfig> config = KestraConfig::parse(text, where, server.environment);
    if (config)
        co_return StandaloneConfig{*config, where};
    installation->unknown.append(
        {u"configuration"_s, config.error().message, tr("Mend Kestra's configuration.")});
    co_return StandaloneConfig{};
}
