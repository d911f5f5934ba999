// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/releasesource.h"

#include "app/base/durablefile.h"
#include "app/task/http.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int MaximumPages = 100;

/// One page of the API as it is kept: its address, its ETag and the answer.
struct Page {
    QString url;
    QByteArray etag;
    QString next;
    QByteArray body;
};

QString tr(const char *text, const char *kind = "@error")
{
    return QCoreApplication::translate("ReleaseSource", text, kind);
}

QString cacheFile(const QString &folder)
{
    return folder + u"/releases.json"_s;
}

QByteArray toBytes(const QList<Page> &pages, const QDateTime &at)
{
    QJsonArray array;
    for (const Page &page : pages)
        array.append(QJsonObject{{u"url"_s, page.url},
                                 {u"etag"_s, QString::fromLatin1(page.etag)},
                                 {u"next"_s, page.next},
                                 {u"releases"_s, QJsonDocument::fromJson(page.body).array()}});
    return QJsonDocument(
               QJsonObject{{u"format"_s, 1}, {u"fetchedAt"_s, at.toString(Qt::ISODate)}, {u"pages"_s, array}})
        .toJson(QJsonDocument::Compact);
}

Result<QList<Page>> fromBytes(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value("format"_L1).toInt() != 1 || !root.value("pages"_L1).isArray())
        return failure(ErrorKind::BadInput,
                       tr("The kept list of releases is damaged. Refresh it to make it anew."));
    QList<Page> pages;
    const QJsonArray array = root.value("pages"_L1).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject page = value.toObject();
        pages.append({page.value("url"_L1).toString(), page.value("etag"_L1).toString().toLatin1(),
                      page.value("next"_L1).toString(),
                      QJsonDocument(page.value("releases"_L1).toArray()).toJson(QJsonDocument::Compact)});
    }
    return pages;
}

Result<QList<Page>> readCache(const QString &folder)
{
    QFile file(cacheFile(folder));
    if (!file.exists())
        return QList<Page>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Failed,
                       tr("%1 cannot be read. Check its permissions.").arg(file.fileName()),
                       file.errorString());
    return fromBytes(file.readAll());
}

Result<QList<Release>> releasesOf(const QList<Page> &pages)
{
    QList<Release> all;
    for (const Page &page : pages) {
        const Result<QList<Release>> releases = releasesFromJson(page.body);
        if (!releases)
            return std::unexpected(releases.error());
        for (const Release &release : *releases) {
            // A release published meanwhile moves the others on: the same one may stand on two pages.
            if (!std::ranges::contains(all, release.version, &Release::version))
                all.append(release);
        }
    }
    std::ranges::sort(all, std::greater<>(), &Release::version);
    return all;
}

QString detailOf(const HttpReply &reply)
{
    const QString message = QJsonDocument::fromJson(reply.body).object().value("message"_L1).toString();
    return u"HTTP %1 %2"_s.arg(reply.status)
        .arg(message.isEmpty() ? QString::fromUtf8(reply.body.first(qMin(reply.body.size(), qsizetype(300))))
                               : message);
}

Error limitError(const HttpReply &reply)
{
    const qint64 seconds = reply.header("retry-after").toLongLong();
    const qint64 reset = reply.header("x-ratelimit-reset").toLongLong();
    const QDateTime now = QDateTime::currentDateTime();
    QDateTime end = seconds > 0 ? now.addSecs(seconds) : now.addSecs(60);
    if (seconds <= 0 && reset > 0)
        end = QDateTime::fromSecsSinceEpoch(reset);
    return {ErrorKind::Denied,
            tr("The limit of requests to the list of releases is used up until %1. What was read before is "
               "still there; "
               "refresh again after that, or set an access token.")
                .arg(QLocale().toString(end.toLocalTime(), QLocale::ShortFormat)),
            detailOf(reply) + u"; ends %1"_s.arg(end.toUTC().toString(Qt::ISODate))};
}

/// What a status means; nothing for 200 and 304.
std::optional<Error> statusError(const HttpReply &reply, const QUrl &url)
{
    const int status = reply.status;
    if (status == 200 || status == 304)
        return {};
    const bool spent = reply.header("x-ratelimit-remaining") == "0" || !reply.header("retry-after").isEmpty();
    if (status == 429 || (status == 403 && spent))
        return limitError(reply);
    const QString where = url.toDisplayString();
    if (status == 401 || status == 403)
        return Error{ErrorKind::Denied, tr("%1 refuses the request. Check the access token.").arg(where),
                     detailOf(reply)};
    if (status == 404)
        return Error{ErrorKind::NotFound,
                     tr("There is no list of releases at %1. Check the address.").arg(where),
                     detailOf(reply)};
    if (status >= 500)
        return Error{ErrorKind::Unreachable, tr("%1 has a failure of its own. Try again later.").arg(where),
                     detailOf(reply)};
    return Error{ErrorKind::BadInput, tr("%1 gives an unexpected answer. Check the address.").arg(where),
                 detailOf(reply)};
}

Task<Result<Page>> fetchPage(QUrl url, Page known, QByteArray token, std::chrono::milliseconds timeout)
{
    HttpRequest request;
    request.url = url;
    request.timeout = timeout;
    request.headers = {{"Accept", "application/vnd.github+json"},
                       {"X-GitHub-Api-Version", "2022-11-28"},
                       {"User-Agent", "kestra-upgrade-assistant"}};
    if (!token.isEmpty())
        request.headers.append({"Authorization", "Bearer " + token});
    if (!known.etag.isEmpty())
        request.headers.append({"If-None-Match", known.etag});
    const Result<HttpReply> reply = co_await sendHttp(request);
    if (!reply)
        co_return std::unexpected(reply.error());
    if (const std::optional<Error> error = statusError(*reply, url))
        co_return std::unexpected(*error);
    if (reply->status == 304)
        co_return known;
    Page page{url.toString(), reply->header("etag"), nextPage(reply->header("link")).toString(), reply->body};
    if (const Result<QList<Release>> releases = releasesFromJson(page.body); !releases)
        co_return std::unexpected(releases.error());
    co_return page;
}

/// Only the server that was asked may name the next page: a token goes nowhere else.
bool isSameServer(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

void compare(const QList<Release> &before, ReleaseFetch &fetch)
{
    for (const Release &release : std::as_const(fetch.releases)) {
        const auto known = std::ranges::find(before, release.version, &Release::version);
        if (known == before.end())
            fetch.added.append(release.tag);
        else if (known->body != release.body)
            fetch.edited.append(release.tag);
    }
}

} // namespace

ReleaseSource::ReleaseSource(QString cacheFolder, QUrl base, QByteArray token)
    : m_cacheFolder(std::move(cacheFolder))
    , m_base(std::move(base))
    , m_token(std::move(token))
{
}

Result<QList<Release>> ReleaseSource::cached() const
{
    const Result<QList<Page>> pages = readCache(m_cacheFolder);
    return pages ? releasesOf(*pages) : std::unexpected(pages.error());
}

QDateTime ReleaseSource::cachedAt() const
{
    QFile file(cacheFile(m_cacheFolder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    return QDateTime::fromString(root.value("fetchedAt"_L1).toString(), Qt::ISODate);
}

Task<Result<ReleaseFetch>> ReleaseSource::refresh() const
{
    // The source may be gone when the coroutine goes on: it works on copies.
    const QString folder = m_cacheFolder;
    const QUrl base = m_base;
    const QByteArray token = m_token;
    const std::chrono::milliseconds timeout = m_timeout;
    const QList<Page> known = readCache(folder).value_or(QList<Page>());

    QUrl url = base;
    url.setPath(base.path() + u"/repos/kestra-io/kestra/releases"_s);
    url.setQuery(u"per_page=100"_s);
    ReleaseFetch fetch;
    QList<Page> pages;
    while (url.isValid() && !url.isEmpty() && pages.size() < MaximumPages) {
        const auto kept = std::ranges::find(known, url.toString(), &Page::url);
        const Result<Page> page =
            co_await fetchPage(url, kept == known.end() ? Page() : *kept, token, timeout);
        if (!page)
            co_return std::unexpected(page.error());
        fetch.unchangedPages += kept != known.end() && kept->etag == page->etag && kept->body == page->body;
        pages.append(*page);
        const QUrl next(page->next);
        url = !page->next.isEmpty() && isSameServer(next, base) &&
                      !std::ranges::contains(pages, page->next, &Page::url)
                  ? next
                  : QUrl();
    }
    fetch.pages = int(pages.size());
    const Result<QList<Release>> releases = releasesOf(pages);
    if (!releases)
        co_return std::unexpected(releases.error());
    fetch.releases = *releases;
    compare(releasesOf(known).value_or(QList<Release>()), fetch);
    QDir().mkpath(folder);
    const Result<void> written =
        writeDurably(cacheFile(folder), toBytes(pages, QDateTime::currentDateTimeUtc()));
    if (!written)
        co_return std::unexpected(written.error());
    co_return fetch;
}

Result<QByteArray> ReleaseSource::exported() const
{
    const Result<QList<Page>> pages = readCache(m_cacheFolder);
    if (!pages)
        return std::unexpected(pages.error());
    if (pages->isEmpty())
        return failure(ErrorKind::NotFound,
                       tr("There is nothing to export yet: refresh the list of releases first."));
    return toBytes(*pages, cachedAt());
}

Result<void> ReleaseSource::import(const QByteArray &file) const
{
    const Result<QList<Page>> pages = fromBytes(file);
    if (!pages)
        return failure(ErrorKind::BadInput,
                       tr("This is no exported list of releases. Export one on a machine with a network."),
                       pages.error().details);
    if (const Result<QList<Release>> releases = releasesOf(*pages); !releases)
        return std::unexpected(releases.error());
    QDir().mkpath(m_cacheFolder);
    return writeDurably(cacheFile(m_cacheFolder), file);
}
