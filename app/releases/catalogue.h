// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

/// One published release with its note, as GitHub tells it.
struct Release {
    Version version;
    QString tag;
    QString title;
    QString body; ///< Markdown; empty when none was written
    QDateTime publishedAt;
    QUrl url;
    bool preRelease = false; ///< by its version or by GitHub's flag
    bool bodyCut = false;    ///< longer than we keep
    bool operator==(const Release &) const = default;
};

/// One sentence of our own about a line, with where it can be read.
struct DigestItem {
    QString kind; ///< "new", "breaks" or "run"
    QString text;
    QString command; ///< of "run", empty when it is no single command
    QUrl source;
    bool operator==(const DigestItem &) const = default;
};

/// A version nobody should go to.
struct WithdrawnVersion {
    Version version;
    QString reason;
    QUrl source;
    bool operator==(const WithdrawnVersion &) const = default;
};

/// A release line such as 1.3: what is known of it without a network, and the newest patch known at all.
struct ReleaseLine {
    QString name;
    Version first;
    QDate firstDate;
    Version newest;
    QDate newestDate;   ///< invalid: not known
    QString newestSeen; ///< "tag", "chart", "mirror", "modules", "docs", "user", "github"
    bool longTerm = false;
    QDate supportEnd;  ///< planned; invalid: not published
    int java = 21;     ///< what the standalone binary needs
    bool stop = false; ///< a route over this line ends a hop at its newest patch
    QString why;       ///< reason of that
    QList<WithdrawnVersion> withdrawn;
    QList<DigestItem> digest;

    /// Orders lines and patches alike.
    Version key() const { return first; }
};

/// All release lines, oldest first, from our offline digest, brought up to date by fetched releases.
class Catalogue
{
public:
    /// The digest that is compiled in. An error means the program was built wrongly.
    static Result<Catalogue> builtIn();
    static Result<Catalogue> fromYaml(const QByteArray &text);

    /// Newer patches and lines that the digest does not know; texts, support and stops stay the digest's.
    void merge(const QList<Release> &releases);

    const QList<ReleaseLine> &lines() const { return m_lines; }
    /// Fetched releases, newest version first.
    const QList<Release> &releases() const { return m_releases; }
    QDate asOf() const { return m_asOf; }

    const ReleaseLine *line(const Version &version) const;
    const ReleaseLine *lineNamed(const QString &name) const;
    const Release *release(const Version &version) const;
    /// Listed by GitHub, or a patch not newer than the newest one known of its line.
    bool knows(const Version &version) const;
    const WithdrawnVersion *withdrawn(const Version &version) const;
    Version newest() const;
    /// Every version that can be named: all listed ones, and of each line first and newest; newest first.
    QList<Version> versions() const;

private:
    QList<ReleaseLine> m_lines;
    QList<Release> m_releases;
    QDate m_asOf;
};
