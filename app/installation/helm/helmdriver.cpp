// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmdriver.h"

#include "app/installation/helm/helmfiles.h"
#include "app/installation/helm/helmplan.h"
#include "app/installation/helm/helmread.h"
#include "app/installation/signs.h"

using namespace Qt::StringLiterals;

Task<Result<QList<Installation>>> HelmDriver::find(LookAround around, QString host, QString hint) const
{
    Result<QList<Installation>> found = co_await findHelm(around, host, hint);
    co_return found;
}

Task<Result<Installation>> HelmDriver::read(LookAround around, QString host, QString rest) const
{
    if (!rest.startsWith(u'/')) {
        Result<Installation> installation = co_await readHelm(around, rest);
        co_return installation;
    }
    Result<Installation> file = co_await readHelmFile(around.hosts->at(host), rest);
    co_return file;
}

Task<Installation> HelmDriver::lookAhead(LookAround around, Installation installation,
                                         QList<Version> stops) const
{
    Installation ahead = co_await lookAheadHelm(around, std::move(installation), stops);
    co_return ahead;
}

Result<Steps> HelmDriver::prepare(const Installation &installation, const QList<Hop> &hops,
                                  QList<FileChange> &files) const
{
    return helmPrepare(installation, hops, files);
}

Result<Steps> HelmDriver::stop(const Installation &installation) const
{
    return helmStop(installation);
}

Result<Steps> HelmDriver::hop(const Installation &installation, const Hop &hop, QList<FileChange> &) const
{
    return helmHop(installation, hop);
}

Result<Steps> HelmDriver::start(const Installation &installation, const Hop &hop) const
{
    return helmStart(installation, hop);
}

WaitArgs HelmDriver::aliveWait(const Installation &installation, const Version &version) const
{
    QList<ComponentState> wanted = installation.components;
    erase_if(wanted, [](const ComponentState &state) { return state.replicas == 0; });
    return signsOfLife(installation.database.access, wanted, version);
}

Result<Steps> HelmDriver::purge(const Installation &installation, const QString &nameSpace) const
{
    return purgeSteps(installation.database.access, nameSpace);
}
