// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composedriver.h"

#include "app/installation/compose/composepins.h"
#include "app/installation/compose/composeplan.h"
#include "app/installation/compose/composeread.h"
#include "app/installation/imagedigests.h"
#include "app/installation/signs.h"

using namespace Qt::StringLiterals;

Task<Result<QList<Installation>>> ComposeDriver::find(LookAround around, QString host, QString hint) const
{
    Result<QList<Installation>> found = co_await findCompose(around, host, hint);
    co_return found;
}

Task<Result<Installation>> ComposeDriver::read(LookAround around, QString host, QString rest) const
{
    Result<Installation> installation = co_await readCompose(around, host, rest);
    co_return installation;
}

Task<Installation> ComposeDriver::lookAhead(LookAround around, Installation installation,
                                            QList<Version> stops) const
{
    Host *host = around.hosts->at(installation.host);
    if (!host || !installation.details.value(u"engineAnswers"_s).toBool())
        co_return installation;
    const QStringList targets = composeTargets(installation, stops);
    Installation seen = co_await lookAtDigests(host, installation, targets);
    co_return seen;
}

Result<Steps> ComposeDriver::prepare(const Installation &installation, const QList<Hop> &hops,
                                     QList<FileChange> &files) const
{
    return composePrepare(installation, hops, files);
}

Result<Steps> ComposeDriver::stop(const Installation &installation) const
{
    return composeStop(installation);
}

Result<Steps> ComposeDriver::hop(const Installation &installation, const Hop &hop,
                                 QList<FileChange> &files) const
{
    return composeHop(installation, hop, files);
}

Result<Steps> ComposeDriver::start(const Installation &installation, const Hop &hop) const
{
    return composeStart(installation, hop);
}

WaitArgs ComposeDriver::aliveWait(const Installation &installation, const Version &version) const
{
    return signsOfLife(installation.database.access, installation.components, version);
}

Result<Steps> ComposeDriver::purge(const Installation &installation, const QString &nameSpace) const
{
    return purgeSteps(installation.database.access, nameSpace);
}
