// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// One statement of a release note, as Markdown without mentions, hashes and request numbers.
struct NoteItem {
    QString text;
    QStringList links;  ///< https and mailto only
    QString scope;      ///< "core", "flows", …: as the note groups it; may be empty
    QString severity;   ///< "announced" where a later change is told; else empty
    bool noise = false; ///< version bumps, dependencies, translations: for folding away

    QJsonObject toJson() const;
    bool operator==(const NoteItem &) const = default;
};

struct NoteSection {
    QString title;
    QString kind;    ///< breaking, action, feature, fix, security, change, deprecated, removed, announced,
                     ///< documentation, test, build, dependencies, text
    QString edition; ///< "OSS", "EE" or empty
    QList<NoteItem> items;
    bool operator==(const NoteSection &) const = default;
};

/// A release note understood. Nothing of it is lost without a word: what could not be told apart is in
/// `unsure`.
struct ReleaseNote {
    Version version;
    QString title;
    QList<NoteItem> breaking;
    QList<NoteSection> sections;
    QStringList unsure;
    QStringList contributors;
    bool truncated = false; ///< longer than we read
    bool complete = true;   ///< read to its end, which was no torn one

    QJsonObject toJson() const;
    bool operator==(const ReleaseNote &) const = default;
};

/// Understands Markdown (all shapes of Kestra's notes), and what other projects write: reStructuredText and
/// AsciiDoc headings, bold and capital labels, sentences that announce a list, details blocks. Costs linear
/// time in the length of the text, whatever is in it; opens nothing that it names.
ReleaseNote parseNotes(const QString &body, const Version &version = {}, const QString &title = {});

/// The same for the bytes of a file. Error BadInput for what is no text.
Result<ReleaseNote> readNotes(const QByteArray &bytes, const Version &version = {},
                              const QString &title = {});
