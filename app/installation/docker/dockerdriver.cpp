// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerdriver.h"

#include "app/installation/docker/dockerplan.h"
#include "app/installation/docker/dockerread.h"
#include "app/installation/imagedigests.h"
#include "app/installation/signs.h"

Task<Result<QList<Installation>>> DockerDriver::find(LookAround around, QString host, QString hint) const
{
    // Containers lie in no folder.
    if (!hint.isEmpty())
        co_return QList<Installation>();
    Result<QList<Installation>> found = co_await findDocker(around, host);
    co_return found;
}

Task<Result<Installation>> DockerDriver::read(LookAround around, QString host, QString rest) const
{
    Result<Installation> installation = co_await readDocker(around, host, rest);
    co_return installation;
}

Task<Installation> DockerDriver::lookAhead(LookAround around, Installation installation,
                                           QList<Version> stops) const
{
    Host *host = around.hosts->at(installation.host);
    if (!host)
        co_return installation;
    const QStringList targets = dockerTargets(installation, stops);
    Installation seen = co_await lookAtDigests(host, installation, targets);
    co_return seen;
}

Result<Steps> DockerDriver::prepare(const Installation &installation, const QList<Hop> &hops,
                                    QList<FileChange> &) const
{
    return dockerPrepare(installation, hops);
}

Result<Steps> DockerDriver::stop(const Installation &installation) const
{
    return dockerStop(installation);
}

Result<Steps> DockerDriver::hop(const Installation &installation, const Hop &hop,
                                QList<FileChange> &files) const
{
    return dockerHop(installation, hop, files);
}

Result<Steps> DockerDriver::start(const Installation &installation, const Hop &hop) const
{
    return dockerStart(installation, hop);
}

WaitArgs DockerDriver::aliveWait(const Installation &installation, const Version &version) const
{
    return signsOfLife(installation.database.access, installation.components, version);
}

Result<Steps> DockerDriver::purge(const Installation &installation, const QString &nameSpace) const
{
    return purgeSteps(installation.database.access, nameSpace);
}

Steps DockerDriver::keepSteps(const Plan &plan) const
{
    return dockerKeep(plan);
}
