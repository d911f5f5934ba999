// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/standalone/standalonedriver.h"

#include "app/installation/signs.h"
#include "app/installation/standalone/standaloneplan.h"
#include "app/installation/standalone/standaloneread.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

/// SHA-256 of a release's program as GitHub states it; empty when it does not.
Task<QString> releaseDigest(Host *host, Version version)
{
    HttpRequest request;
    request.url =
        QUrl(u"https://api.github.com/repos/kestra-io/kestra/releases/tags/v"_s + version.toString());
    request.timeout = std::chrono::seconds(10);
    request.bodyLimit = 4 * 1024 * 1024;
    const Result<HttpReply> reply = co_await host->send(std::move(request));
    const QJsonArray assets =
        QJsonDocument::fromJson(reply && reply->status == 200 ? reply->body : QByteArray())[u"assets"_s]
            .toArray();
    for (const QJsonValue &asset : assets) {
        const QString digest = asset[u"digest"_s].toString();
        if (asset[u"name"_s].toString() == u"kestra-"_s + version.toString() && digest.startsWith(u"sha256:"))
            co_return digest.sliced(7);
    }
    co_return QString();
}

} // namespace

Task<Result<QList<Installation>>> StandaloneDriver::find(LookAround around, QString host, QString hint) const
{
    Result<QList<Installation>> found = co_await findStandalone(around, host, hint);
    co_return found;
}

Task<Result<Installation>> StandaloneDriver::read(LookAround around, QString host, QString rest) const
{
    Result<Installation> installation = co_await readStandalone(around, host, rest);
    co_return installation;
}

Task<Installation> StandaloneDriver::lookAhead(LookAround around, Installation installation,
                                               QList<Version> stops) const
{
    // Whoever brings the programs along brings their checksums too.
    Host *here = around.hosts->at({});
    if (installation.details.contains(u"jarSource"_s) || !here)
        co_return installation;
    QJsonObject digests;
    for (const Version &stop : stops) {
        const QString digest = co_await releaseDigest(here, stop);
        if (!digest.isEmpty())
            digests.insert(stop.toString(), digest);
        else
            installation.unknown.append(
                {u"images"_s,
                 QCoreApplication::translate(
                     "StandaloneDriver", "GitHub did not say the SHA-256 of Kestra %1 beforehand.", "@info")
                     .arg(stop.toString()),
                 QCoreApplication::translate(
                     "StandaloneDriver",
                     "It is compared with the list of checksums that is published with the release.",
                     "@info")});
    }
    installation.details.insert(u"jarDigests"_s, digests);
    co_return installation;
}

Result<Steps> StandaloneDriver::prepare(const Installation &installation, const QList<Hop> &hops,
                                        QList<FileChange> &files) const
{
    return standalonePrepare(installation, hops, files);
}

Result<Steps> StandaloneDriver::stop(const Installation &installation) const
{
    return standaloneStop(installation);
}

Result<Steps> StandaloneDriver::hop(const Installation &installation, const Hop &hop,
                                    QList<FileChange> &files) const
{
    return standaloneHop(installation, hop, files);
}

Result<Steps> StandaloneDriver::start(const Installation &installation, const Hop &hop) const
{
    return standaloneStart(installation, hop);
}

WaitArgs StandaloneDriver::aliveWait(const Installation &installation, const Version &version) const
{
    const DatabaseAccess &access = installation.database.access;
    return access.answersBesideKestra() ? signsOfLife(access, installation.components, version) : WaitArgs();
}

Result<Steps> StandaloneDriver::purge(const Installation &installation, const QString &nameSpace) const
{
    return purgeSteps(installation.database.access, nameSpace);
}
