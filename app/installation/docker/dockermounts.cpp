// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerarguments.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

/// A field of `--mount`, whose value is a line of CSV.
QString field(const QString &key, const QString &value)
{
    const QString text = key + u'=' + value;
    if (!text.contains(u',') && !text.contains(u'"'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// What `--mount` says of one entry of HostConfig.Mounts; empty when it cannot say it.
QString mountField(const QJsonObject &mount, const QString &volume)
{
    const QString type = mount[u"Type"_s].toString();
    const QString source = mount[u"Source"_s].toString(volume);
    QStringList fields{field(u"type"_s, type)};
    if (type != u"tmpfs")
        fields.append(field(u"source"_s, source.isEmpty() ? volume : source));
    fields.append(field(u"target"_s, mount[u"Target"_s].toString()));
    if (mount[u"ReadOnly"_s].toBool())
        fields.append(u"readonly"_s);
    const std::tuple<QString, QString, QString> more[] = {
        {u"BindOptions"_s, u"Propagation"_s, u"bind-propagation"_s},
        {u"VolumeOptions"_s, u"Subpath"_s, u"volume-subpath"_s},
        {u"VolumeOptions"_s, u"NoCopy"_s, u"volume-nocopy"_s},
        {u"TmpfsOptions"_s, u"SizeBytes"_s, u"tmpfs-size"_s},
        {u"TmpfsOptions"_s, u"Mode"_s, u"tmpfs-mode"_s}};
    QSet<QString> known{u"Type"_s, u"Source"_s, u"Target"_s, u"ReadOnly"_s, u"Consistency"_s};
    for (const auto &[part, key, name] : more) {
        known.insert(part);
        const QJsonValue value = mount[part][key];
        if (saysNothing(value))
            continue;
        const QString text = value.isBool()     ? u"true"_s
                             : key == u"Mode"   ? QString::number(value.toInt(), 8)
                             : value.isDouble() ? QString::number(value.toInteger())
                                                : value.toString();
        fields.append(field(name, text));
        known.insert(part + u'.' + key);
    }
    for (auto it = mount.begin(); it != mount.end(); ++it) {
        if (!known.contains(it.key()) && !saysNothing(it.value()))
            return {};
        const QJsonObject options = it.value().toObject();
        for (auto option = options.begin(); option != options.end(); ++option) {
            // A volume that is there has its driver and its labels already.
            const bool isOfVolume = option.key() == u"DriverConfig" || option.key() == u"Labels";
            if (!saysNothing(option.value()) && !isOfVolume &&
                !known.contains(it.key() + u'.' + option.key()))
                return {};
        }
    }
    const bool isKnown = type == u"bind" || type == u"volume" || type == u"tmpfs";
    return isKnown ? fields.join(u',') : QString();
}

/// "data:/app/storage:ro": the path inside.
QString targetOfBind(const QString &bind)
{
    const QStringList parts = bind.split(u':');
    return parts.size() > 1 ? parts[1] : parts.value(0);
}

void add(DockerArguments &arguments, const QString &option, const QString &value)
{
    arguments.options += {option, value};
    arguments.oneOff += {option, value};
}

QStringList endpointOptions(const QJsonValue &endpoint, const QString &id, DockerArguments &arguments)
{
    QStringList words;
    for (const QString &alias : textsIn(endpoint[u"Aliases"_s])) {
        // Older engines list the short id as well.
        if (!alias.isEmpty() && !id.startsWith(alias))
            words += {u"--alias"_s, alias};
    }
    const QJsonValue fixed = endpoint[u"IPAMConfig"_s];
    if (!saysNothing(fixed[u"IPv4Address"_s]))
        words += {u"--ip"_s, fixed[u"IPv4Address"_s].toString()};
    if (!saysNothing(fixed[u"IPv6Address"_s]))
        words += {u"--ip6"_s, fixed[u"IPv6Address"_s].toString()};
    for (const QString &address : textsIn(fixed[u"LinkLocalIPs"_s]))
        words += {u"--link-local-ip"_s, address};
    for (const QString &link : textsIn(endpoint[u"Links"_s]))
        words += {u"--link"_s, link};
    if (!saysNothing(endpoint[u"DriverOpts"_s]))
        arguments.refused.append(u"NetworkSettings.Networks DriverOpts"_s);
    if (!saysNothing(endpoint[u"GwPriority"_s]))
        arguments.refused.append(u"NetworkSettings.Networks GwPriority"_s);
    return words;
}

} // namespace

void takeMounts(DockerArguments &arguments, const QJsonObject &container)
{
    const QJsonObject host = container[u"HostConfig"_s].toObject();
    const QJsonArray mounted = container[u"Mounts"_s].toArray();
    const auto volumeAt = [&mounted](const QString &target) {
        for (const QJsonValue &mount : mounted) {
            if (mount[u"Destination"_s].toString() == target)
                return mount[u"Name"_s].toString();
        }
        return QString();
    };
    QSet<QString> done;
    for (const QString &bind : textsIn(host[u"Binds"_s])) {
        add(arguments, u"--volume"_s, bind);
        done.insert(targetOfBind(bind));
    }
    const QJsonArray mounts = host[u"Mounts"_s].toArray();
    for (const QJsonValue &mount : mounts) {
        const QString target = mount[u"Target"_s].toString();
        const QString words = mountField(mount.toObject(), volumeAt(target));
        if (words.isEmpty())
            arguments.refused.append(u"HostConfig.Mounts "_s + target);
        else
            add(arguments, u"--mount"_s, words);
        done.insert(target);
    }
    const QJsonObject memory = host[u"Tmpfs"_s].toObject();
    for (auto it = memory.begin(); it != memory.end(); ++it) {
        const QString options = it.value().toString();
        add(arguments, u"--tmpfs"_s, options.isEmpty() ? it.key() : it.key() + u':' + options);
        done.insert(it.key());
    }
    // Anonymous volumes, and those taken over from other containers, by the names they have got.
    for (const QJsonValue &mount : mounted) {
        const QString target = mount[u"Destination"_s].toString();
        const QString name = mount[u"Name"_s].toString();
        const QString source = name.isEmpty() ? mount[u"Source"_s].toString() : name;
        if (done.contains(target) || source.isEmpty())
            continue;
        add(arguments, u"--volume"_s,
            source + u':' + target + (mount[u"RW"_s].toBool() ? QString() : u":ro"_s));
    }
}

void takeNetworks(DockerArguments &arguments, const QJsonObject &container)
{
    const QString mode = container[u"HostConfig"_s][u"NetworkMode"_s].toString();
    const QString id = container[u"Id"_s].toString();
    if (mode != u"default" && !mode.isEmpty())
        add(arguments, u"--network"_s, mode);
    const QJsonObject networks = container[u"NetworkSettings"_s][u"Networks"_s].toObject();
    for (auto it = networks.begin(); it != networks.end(); ++it) {
        const bool isFirst = it.key() == mode || it.value()[u"NetworkID"_s].toString() == mode ||
                             (mode == u"default" && it.key() == u"bridge");
        QStringList words = endpointOptions(it.value(), id, arguments);
        if (!isFirst) {
            arguments.joins.append(words + QStringList{it.key()});
            continue;
        }
        for (QString &word : words) {
            if (word == u"--alias")
                word = u"--network-alias"_s;
        }
        arguments.options += words;
    }
}
