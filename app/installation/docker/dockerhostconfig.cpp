// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerarguments.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 usualShmSize = 64LL * 1024 * 1024;

/// Keys of HostConfig whose value is said with one option as it stands.
const QHash<QString, QString> &plainOptions()
{
    static const QHash<QString, QString> options{{u"CapAdd"_s, u"--cap-add"_s},
                                                 {u"CapDrop"_s, u"--cap-drop"_s},
                                                 {u"CgroupParent"_s, u"--cgroup-parent"_s},
                                                 {u"CgroupnsMode"_s, u"--cgroupns"_s},
                                                 {u"BlkioWeight"_s, u"--blkio-weight"_s},
                                                 {u"CpuPeriod"_s, u"--cpu-period"_s},
                                                 {u"CpuQuota"_s, u"--cpu-quota"_s},
                                                 {u"CpuRealtimePeriod"_s, u"--cpu-rt-period"_s},
                                                 {u"CpuRealtimeRuntime"_s, u"--cpu-rt-runtime"_s},
                                                 {u"CpuShares"_s, u"--cpu-shares"_s},
                                                 {u"CpusetCpus"_s, u"--cpuset-cpus"_s},
                                                 {u"CpusetMems"_s, u"--cpuset-mems"_s},
                                                 {u"DeviceCgroupRules"_s, u"--device-cgroup-rule"_s},
                                                 {u"Dns"_s, u"--dns"_s},
                                                 {u"DnsOptions"_s, u"--dns-option"_s},
                                                 {u"DnsSearch"_s, u"--dns-search"_s},
                                                 {u"ExtraHosts"_s, u"--add-host"_s},
                                                 {u"GroupAdd"_s, u"--group-add"_s},
                                                 {u"Init"_s, u"--init"_s},
                                                 {u"Memory"_s, u"--memory"_s},
                                                 {u"MemoryReservation"_s, u"--memory-reservation"_s},
                                                 {u"MemorySwap"_s, u"--memory-swap"_s},
                                                 {u"OomKillDisable"_s, u"--oom-kill-disable"_s},
                                                 {u"OomScoreAdj"_s, u"--oom-score-adj"_s},
                                                 {u"PidMode"_s, u"--pid"_s},
                                                 {u"PidsLimit"_s, u"--pids-limit"_s},
                                                 {u"Privileged"_s, u"--privileged"_s},
                                                 {u"PublishAllPorts"_s, u"--publish-all"_s},
                                                 {u"ReadonlyRootfs"_s, u"--read-only"_s},
                                                 {u"Sysctls"_s, u"--sysctl"_s},
                                                 {u"StorageOpt"_s, u"--storage-opt"_s},
                                                 {u"Annotations"_s, u"--annotation"_s},
                                                 {u"UTSMode"_s, u"--uts"_s},
                                                 {u"UsernsMode"_s, u"--userns"_s},
                                                 {u"VolumeDriver"_s, u"--volume-driver"_s}};
    return options;
}

/// What a one-off command needs as well, to reach what the server reaches.
bool isForOneOff(const QString &key)
{
    static const QStringList keys{u"Dns"_s,      u"DnsOptions"_s, u"DnsSearch"_s, u"ExtraHosts"_s,
                                  u"GroupAdd"_s, u"Privileged"_s, u"UsernsMode"_s};
    return keys.contains(key);
}

QStringList said(const QString &option, const QJsonValue &value)
{
    if (value.isBool())
        return {option};
    if (value.isDouble())
        return {option + u'=' + QString::number(value.toInteger())};
    QStringList words;
    if (value.isObject()) {
        const QJsonObject pairs = value.toObject();
        for (auto it = pairs.begin(); it != pairs.end(); ++it)
            words += {option, it.key() + u'=' + it.value().toString()};
    } else if (value.isArray()) {
        for (const QString &text : textsIn(value))
            words += {option, text};
    } else {
        words = {option, value.toString()};
    }
    return words;
}

void takePorts(DockerArguments &arguments, const QJsonObject &bindings)
{
    for (auto it = bindings.begin(); it != bindings.end(); ++it) {
        const QJsonArray ends = it.value().toArray();
        for (const QJsonValue &end : ends) {
            QString ip = end[u"HostIp"_s].toString();
            if (ip.contains(u':'))
                ip = u'[' + ip + u']';
            const QString port = end[u"HostPort"_s].toString();
            const QString here = ip.isEmpty() && port.isEmpty() ? QString()
                                 : ip.isEmpty()                 ? port + u':'
                                                                : ip + u':' + port + u':';
            arguments.options += {u"--publish"_s, here + it.key()};
        }
    }
}

void takeLogging(DockerArguments &arguments, const QJsonObject &logging)
{
    static const QRegularExpression secret(u"token|password|secret|credential|api-?key"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (!saysNothing(logging[u"Type"_s]))
        arguments.options += {u"--log-driver"_s, logging[u"Type"_s].toString()};
    const QJsonObject options = logging[u"Config"_s].toObject();
    for (auto it = options.begin(); it != options.end(); ++it) {
        // It would stand in the plan and in the list of processes.
        if (secret.match(it.key()).hasMatch())
            arguments.refused.append(u"HostConfig.LogConfig.Config "_s + it.key());
        else
            arguments.options += {u"--log-opt"_s, it.key() + u'=' + it.value().toString()};
    }
}

void takeSecurity(DockerArguments &arguments, const QJsonObject &host)
{
    for (const QString &option : textsIn(host[u"SecurityOpt"_s])) {
        // A profile came from a file of which only the content is left; `docker create` wants the file.
        if (option.startsWith(u"seccomp=") && option.contains(u'{'))
            arguments.refused.append(u"HostConfig.SecurityOpt seccomp"_s);
        else
            arguments.options += {u"--security-opt"_s, option};
    }
    const QJsonValue masked = host[u"MaskedPaths"_s];
    if (!host[u"Privileged"_s].toBool() && masked.isArray() && masked.toArray().isEmpty())
        arguments.options += {u"--security-opt"_s, u"systempaths=unconfined"_s};
}

void takeDevices(DockerArguments &arguments, const QJsonObject &host)
{
    const QJsonArray devices = host[u"Devices"_s].toArray();
    for (const QJsonValue &device : devices)
        arguments.options += {u"--device"_s, device[u"PathOnHost"_s].toString() + u':' +
                                                 device[u"PathInContainer"_s].toString() + u':' +
                                                 device[u"CgroupPermissions"_s].toString()};
    const QJsonArray requests = host[u"DeviceRequests"_s].toArray();
    for (const QJsonValue &request : requests) {
        const bool isAllGpus = request[u"Count"_s].toInt() == -1 && saysNothing(request[u"DeviceIDs"_s]) &&
                               saysNothing(request[u"Options"_s]) &&
                               textsIn(request[u"Capabilities"_s].toArray().at(0)) == QStringList{u"gpu"_s};
        if (isAllGpus)
            arguments.options += {u"--gpus"_s, u"all"_s};
        else
            arguments.refused.append(u"HostConfig.DeviceRequests"_s);
    }
    const QJsonArray limits = host[u"Ulimits"_s].toArray();
    for (const QJsonValue &limit : limits)
        arguments.options += {u"--ulimit"_s, u"%1=%2:%3"_s.arg(limit[u"Name"_s].toString())
                                                 .arg(limit[u"Soft"_s].toInteger())
                                                 .arg(limit[u"Hard"_s].toInteger())};
    const std::pair<QString, QString> rates[] = {{u"BlkioDeviceReadBps"_s, u"--device-read-bps"_s},
                                                 {u"BlkioDeviceWriteBps"_s, u"--device-write-bps"_s},
                                                 {u"BlkioDeviceReadIOps"_s, u"--device-read-iops"_s},
                                                 {u"BlkioDeviceWriteIOps"_s, u"--device-write-iops"_s}};
    for (const auto &[key, option] : rates) {
        const QJsonArray list = host[key].toArray();
        for (const QJsonValue &rate : list)
            arguments.options +=
                {option, rate[u"Path"_s].toString() + u':' + QString::number(rate[u"Rate"_s].toInteger())};
    }
}

void takeLinks(DockerArguments &arguments, const QJsonValue &links)
{
    // "/postgres:/kestra/db": the other's name, then this one's name with the alias.
    for (const QString &link : textsIn(links)) {
        const QStringList words{u"--link"_s, link.section(u':', 0, 0).mid(1) + u':' + link.section(u'/', -1)};
        arguments.options += words;
        arguments.oneOff += words;
    }
}

void takeOdd(DockerArguments &arguments, const QJsonObject &host)
{
    const QString ipc = host[u"IpcMode"_s].toString();
    if (!ipc.isEmpty() && ipc != u"private")
        arguments.options += {u"--ipc"_s, ipc};
    const qint64 shm = host[u"ShmSize"_s].toInteger();
    if (shm > 0 && shm != usualShmSize && (ipc.isEmpty() || ipc == u"private" || ipc == u"shareable"))
        arguments.options.append(u"--shm-size="_s + QString::number(shm));
    const QString runtime = host[u"Runtime"_s].toString();
    if (!runtime.isEmpty() && runtime != u"runc")
        arguments.options += {u"--runtime"_s, runtime};
    if (const qint64 cpus = host[u"NanoCpus"_s].toInteger(); cpus > 0)
        arguments.options.append(u"--cpus="_s + QString::number(static_cast<double>(cpus) / 1e9, 'g', 9));
    if (const QJsonValue swappiness = host[u"MemorySwappiness"_s];
        swappiness.isDouble() && swappiness.toInt() >= 0)
        arguments.options.append(u"--memory-swappiness="_s + QString::number(swappiness.toInt()));
    const QJsonObject policy = host[u"RestartPolicy"_s].toObject();
    const QString name = policy[u"Name"_s].toString();
    const int times = policy[u"MaximumRetryCount"_s].toInt();
    arguments.restart = name.isEmpty() ? u"no"_s : times > 0 ? name + u':' + QString::number(times) : name;
}

} // namespace

void takeHostConfig(DockerArguments &arguments, const QJsonObject &host)
{
    static const QStringList elsewhere{u"Binds"_s,
                                       u"ContainerIDFile"_s,
                                       u"LogConfig"_s,
                                       u"NetworkMode"_s,
                                       u"PortBindings"_s,
                                       u"RestartPolicy"_s,
                                       u"AutoRemove"_s,
                                       u"VolumesFrom"_s,
                                       u"ConsoleSize"_s,
                                       u"IpcMode"_s,
                                       u"Links"_s,
                                       u"SecurityOpt"_s,
                                       u"Tmpfs"_s,
                                       u"ShmSize"_s,
                                       u"Runtime"_s,
                                       u"NanoCpus"_s,
                                       u"Devices"_s,
                                       u"DeviceRequests"_s,
                                       u"MemorySwappiness"_s,
                                       u"Ulimits"_s,
                                       u"Mounts"_s,
                                       u"MaskedPaths"_s,
                                       u"ReadonlyPaths"_s,
                                       u"BlkioDeviceReadBps"_s,
                                       u"BlkioDeviceWriteBps"_s,
                                       u"BlkioDeviceReadIOps"_s,
                                       u"BlkioDeviceWriteIOps"_s};
    for (auto it = host.begin(); it != host.end(); ++it) {
        if (saysNothing(it.value()) || elsewhere.contains(it.key()))
            continue;
        const QString option = plainOptions().value(it.key());
        if (option.isEmpty()) {
            arguments.refused.append(u"HostConfig."_s + it.key());
            continue;
        }
        const QStringList words = said(option, it.value());
        arguments.options += words;
        if (isForOneOff(it.key()))
            arguments.oneOff += words;
    }
    takePorts(arguments, host[u"PortBindings"_s].toObject());
    takeLogging(arguments, host[u"LogConfig"_s].toObject());
    takeSecurity(arguments, host);
    takeDevices(arguments, host);
    takeLinks(arguments, host[u"Links"_s]);
    takeOdd(arguments, host);
}
