// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/releasesource.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

Result<QList<Release>> releasesFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isArray())
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate(
                           "ReleaseSource",
                           "The answer is no list of releases. Check the address of the API.", "@error"),
                       parsing.error == QJsonParseError::NoError
                           ? QString::fromUtf8(json.first(qMin(json.size(), qsizetype(500))))
                           : parsing.errorString());
    constexpr qsizetype longest = 1024 * 1024;
    QList<Release> releases;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Release release;
        release.tag = object.value("tag_name"_L1).toString();
        // A stray tag such as "push" names no version.
        const std::optional<Version> version = Version::parse(release.tag);
        if (!version || object.value("draft"_L1).toBool())
            continue;
        release.version = *version;
        release.title = object.value("name"_L1).toString(release.tag);
        if (release.title.isEmpty())
            release.title = release.tag;
        release.body = object.value("body"_L1).toString();
        release.bodyCut = release.body.size() > longest;
        release.body.truncate(longest);
        release.publishedAt = QDateTime::fromString(object.value("published_at"_L1).toString(), Qt::ISODate);
        const QUrl url(object.value("html_url"_L1).toString(), QUrl::StrictMode);
        release.url = url.scheme() == "https"_L1 ? url : QUrl();
        release.preRelease = version->isPreRelease() || object.value("prerelease"_L1).toBool();
        releases.append(release);
    }
    return releases;
}

QUrl nextPage(const QByteArray &linkHeader)
{
    for (const QByteArray &part : linkHeader.split(',')) {
        const qsizetype open = part.indexOf('<');
        const qsizetype close = part.indexOf('>');
        if (open < 0 || close < open)
            continue;
        const QByteArray rest = part.sliced(close + 1).toLower();
        if (rest.contains("rel=\"next\"") || rest.contains("rel=next"))
            return QUrl(QString::fromUtf8(part.sliced(open + 1, close - open - 1)), QUrl::StrictMode);
    }
    return {};
}
