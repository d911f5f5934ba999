// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/releases/catalogue.h"
#include "app/task/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

/// What a refresh brought.
struct ReleaseFetch {
    QList<Release> releases; ///< newest version first
    QStringList edited;      ///< tags whose note changed after we had read it
    QStringList added;       ///< tags that are new to us
    int pages = 0;
    int unchangedPages = 0; ///< answered "not modified"
    bool operator==(const ReleaseFetch &) const = default;
};

/// Kestra's releases from GitHub's API, kept page by page as JSON files in a cache folder, so that what was
/// read once opens at once without a network. A value: tasks copy what they need.
/// https://docs.github.com/rest/releases
class ReleaseSource
{
public:
    static QUrl defaultBase() { return QUrl(QStringLiteral("https://api.github.com")); }

    /// `base` may name a mirror that speaks the same API; `token` (optional) raises the limit and is sent to
    /// it only.
    explicit ReleaseSource(QString cacheFolder, QUrl base = defaultBase(), QByteArray token = {});

    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    /// What the cache holds; never touches the network. Empty when nothing was fetched. Error BadInput: the
    /// cache is damaged (fetching again repairs it).
    Result<QList<Release>> cached() const;
    /// When the cache was last brought up to date; invalid: never.
    QDateTime cachedAt() const;

    /// Reads every page, following the server's own links. The cache changes only when all of it worked.
    /// Errors: Denied (limit, with the time it ends; token refused), NotFound, Unreachable, BadInput (no such
    /// API there).
    Task<Result<ReleaseFetch>> refresh() const;

    /// For closed networks: the cache as one file, and back.
    Result<QByteArray> exported() const;
    Result<void> import(const QByteArray &file) const;

private:
    QString m_cacheFolder;
    QUrl m_base;
    QByteArray m_token;
    std::chrono::milliseconds m_timeout{20'000};
};

/// The releases of one page of the API's answer. Error BadInput when it is no such array.
Result<QList<Release>> releasesFromJson(const QByteArray &json);
/// Address of rel="next" in a Link header; empty: none.
QUrl nextPage(const QByteArray &linkHeader);
