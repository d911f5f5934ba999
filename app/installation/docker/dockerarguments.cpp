// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerarguments.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

/// `--env-file` is read in lines of at most 64 kB.
constexpr qsizetype longestLine = 60000;

/// Variables that would change the shell or the client through which they pass.
bool changesTheClient(const QString &name)
{
    static const QRegularExpression shape(u"\\A(?:PATH|HOME|IFS|ENV|BASH_ENV|SHELLOPTS|PWD|TMPDIR|LANG|LC_.*|"
                                          u"LD_.*|DOCKER_.*|BUILDX.*|GO.*|OTEL_.*|"
                                          "SSH_.*|XDG_.*|kua_.*|.*_PROXY)\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(name).hasMatch();
}

void takeVariable(DockerArguments &arguments, const QString &entry)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_.-]+\\z"_s);
    static const QRegularExpression exportable(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    const QString name = entry.section(u'=', 0, 0);
    const QString value = entry.mid(name.size() + 1);
    const QString shown = u"Config.Env "_s + name.simplified();
    const bool isTwice = arguments.lineVariables.contains(name) || arguments.textVariables.contains(name);
    const bool isLine = !value.contains(u'\n') && !value.contains(u'\r') && !value.contains(QChar(0xfffd)) &&
                        value.toUtf8().size() < longestLine;
    if (!plain.match(name).hasMatch() || isTwice)
        arguments.refused.append(shown);
    else if (isLine)
        arguments.lineVariables.append(name);
    else if (exportable.match(name).hasMatch() && !changesTheClient(name))
        arguments.textVariables.append(name);
    else
        arguments.refused.append(shown);
}

void takeEnvironment(DockerArguments &arguments, const QJsonObject &config, const QJsonObject &image)
{
    const QStringList brought = textsIn(image[u"Env"_s]);
    for (const QString &entry : textsIn(config[u"Env"_s])) {
        if (entry.contains(u'=') && !brought.contains(entry))
            takeVariable(arguments, entry);
    }
}

/// Compared with the image, because the new one's own must win where nobody chose.
void takeCommand(DockerArguments &arguments, const QJsonObject &config, const QJsonObject &image)
{
    const QStringList entrypoint = textsIn(config[u"Entrypoint"_s]);
    const QStringList command = textsIn(config[u"Cmd"_s]);
    if (entrypoint == textsIn(image[u"Entrypoint"_s])) {
        if (command != textsIn(image[u"Cmd"_s]))
            arguments.command = command;
        return;
    }
    arguments.entrypoint = entrypoint.value(0);
    arguments.options += {u"--entrypoint"_s, arguments.entrypoint};
    arguments.command = entrypoint.mid(1) + command;
}

QString duration(qint64 nanoseconds)
{
    constexpr qint64 second = 1'000'000'000;
    return nanoseconds % second == 0 ? QString::number(nanoseconds / second) + u's'
                                     : QString::number(nanoseconds) + u"ns"_s;
}

void takeHealthcheck(DockerArguments &arguments, const QJsonObject &check, const QJsonObject &image)
{
    if (check == image)
        return;
    const QStringList test = textsIn(check[u"Test"_s]);
    if (test.value(0) == u"NONE") {
        arguments.options.append(u"--no-healthcheck"_s);
        return;
    }
    if (test != textsIn(image[u"Test"_s])) {
        if (test.value(0) == u"CMD-SHELL" && test.size() == 2)
            arguments.options += {u"--health-cmd"_s, test[1]};
        else if (!test.isEmpty())
            arguments.refused.append(u"Config.Healthcheck.Test"_s);
    }
    const std::pair<QString, QString> times[] = {{u"Interval"_s, u"--health-interval"_s},
                                                 {u"Timeout"_s, u"--health-timeout"_s},
                                                 {u"StartPeriod"_s, u"--health-start-period"_s},
                                                 {u"StartInterval"_s, u"--health-start-interval"_s}};
    for (const auto &[key, option] : times) {
        if (!saysNothing(check[key]) && check[key] != image[key])
            arguments.options += {option, duration(check[key].toInteger())};
    }
    if (!saysNothing(check[u"Retries"_s]) && check[u"Retries"_s] != image[u"Retries"_s])
        arguments.options += {u"--health-retries"_s, QString::number(check[u"Retries"_s].toInt())};
}

void takeLabels(DockerArguments &arguments, const QJsonObject &labels, const QJsonObject &image)
{
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        if (image[it.key()] != it.value())
            arguments.options += {u"--label"_s, it.key() + u'=' + it.value().toString()};
    }
}

void takeTexts(DockerArguments &arguments, const QJsonObject &config, const QJsonObject &image)
{
    const std::pair<QString, QString> texts[] = {{u"User"_s, u"--user"_s},
                                                 {u"WorkingDir"_s, u"--workdir"_s},
                                                 {u"Domainname"_s, u"--domainname"_s},
                                                 {u"StopSignal"_s, u"--stop-signal"_s},
                                                 {u"MacAddress"_s, u"--mac-address"_s}};
    for (const auto &[key, option] : texts) {
        const QString value = config[key].toString();
        if (value.isEmpty() || value == image[key].toString())
            continue;
        arguments.options += {option, value};
        if (key == u"User" || key == u"WorkingDir")
            arguments.oneOff += {option, value};
    }
    if (!config[u"StopTimeout"_s].isNull() && !config[u"StopTimeout"_s].isUndefined())
        arguments.options += {u"--stop-timeout"_s, QString::number(config[u"StopTimeout"_s].toInt())};
    if (config[u"Tty"_s].toBool())
        arguments.options.append(u"--tty"_s);
    if (config[u"OpenStdin"_s].toBool())
        arguments.options.append(u"--interactive"_s);
}

void takeConfig(DockerArguments &arguments, const QJsonObject &config, const QJsonObject &image)
{
    takeTexts(arguments, config, image);
    takeEnvironment(arguments, config, image);
    takeCommand(arguments, config, image);
    takeHealthcheck(arguments, config[u"Healthcheck"_s].toObject(), image[u"Healthcheck"_s].toObject());
    takeLabels(arguments, config[u"Labels"_s].toObject(), image[u"Labels"_s].toObject());
    static const QStringList known{u"Hostname"_s,     u"Domainname"_s,   u"User"_s,         u"AttachStdin"_s,
                                   u"AttachStdout"_s, u"AttachStderr"_s, u"ExposedPorts"_s, u"Tty"_s,
                                   u"OpenStdin"_s,    u"StdinOnce"_s,    u"Env"_s,          u"Cmd"_s,
                                   u"Healthcheck"_s,  u"ArgsEscaped"_s,  u"Image"_s,        u"Volumes"_s,
                                   u"WorkingDir"_s,   u"Entrypoint"_s,   u"MacAddress"_s,   u"OnBuild"_s,
                                   u"Labels"_s,       u"StopSignal"_s,   u"StopTimeout"_s};
    for (auto it = config.begin(); it != config.end(); ++it) {
        if (!known.contains(it.key()) && !saysNothing(it.value()) && it.value() != image[it.key()])
            arguments.refused.append(u"Config."_s + it.key());
    }
}

/// The name of the machine inside, unless the engine made it up or it is that of the host.
void takeHostname(DockerArguments &arguments, const QJsonObject &container)
{
    const QString name = container[u"Config"_s][u"Hostname"_s].toString();
    const QString mode = container[u"HostConfig"_s][u"NetworkMode"_s].toString();
    const bool isShared = mode == u"host" || mode.startsWith(u"container:");
    if (!name.isEmpty() && !isShared && !container[u"Id"_s].toString().startsWith(name))
        arguments.options += {u"--hostname"_s, name};
}

/// Ports that are neither the image's nor published.
void takeExposed(DockerArguments &arguments, const QJsonObject &container, const QJsonObject &image)
{
    const QStringList ports = container[u"Config"_s][u"ExposedPorts"_s].toObject().keys();
    const QJsonObject published = container[u"HostConfig"_s][u"PortBindings"_s].toObject();
    for (const QString &port : ports) {
        if (!image[u"ExposedPorts"_s].toObject().contains(port) && !published.contains(port))
            arguments.options += {u"--expose"_s, port};
    }
}

} // namespace

bool saysNothing(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return !value.toBool();
    case QJsonValue::Double:
        return value.toDouble() == 0;
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    default:
        return true;
    }
}

QStringList textsIn(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

DockerArguments dockerArguments(const QJsonObject &container, const QJsonObject &image)
{
    DockerArguments arguments;
    const QJsonObject brought = image[u"Config"_s].toObject();
    takeHostname(arguments, container);
    takeNetworks(arguments, container);
    takeExposed(arguments, container, brought);
    takeMounts(arguments, container);
    takeConfig(arguments, container[u"Config"_s].toObject(), brought);
    takeHostConfig(arguments, container[u"HostConfig"_s].toObject());
    return arguments;
}

QJsonObject DockerArguments::toJson() const
{
    QJsonArray joined;
    for (const QStringList &join : joins)
        joined.append(QJsonArray::fromStringList(join));
    return {{u"options"_s, QJsonArray::fromStringList(options)},
            {u"oneOff"_s, QJsonArray::fromStringList(oneOff)},
            {u"restart"_s, restart},
            {u"lineVariables"_s, QJsonArray::fromStringList(lineVariables)},
            {u"textVariables"_s, QJsonArray::fromStringList(textVariables)},
            {u"command"_s, QJsonArray::fromStringList(command)},
            {u"entrypoint"_s, entrypoint},
            {u"joins"_s, joined},
            {u"refused"_s, QJsonArray::fromStringList(refused)}};
}

DockerArguments DockerArguments::fromJson(const QJsonObject &json)
{
    DockerArguments arguments;
    arguments.options = textsIn(json[u"options"_s]);
    arguments.oneOff = textsIn(json[u"oneOff"_s]);
    arguments.restart = json[u"restart"_s].toString();
    arguments.lineVariables = textsIn(json[u"lineVariables"_s]);
    arguments.textVariables = textsIn(json[u"textVariables"_s]);
    arguments.command = textsIn(json[u"command"_s]);
    arguments.entrypoint = json[u"entrypoint"_s].toString();
    const QJsonArray joined = json[u"joins"_s].toArray();
    for (const QJsonValue &join : joined)
        arguments.joins.append(textsIn(join));
    arguments.refused = textsIn(json[u"refused"_s]);
    return arguments;
}
