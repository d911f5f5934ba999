// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/releases/notes.h"
#include "app/releases/route.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// A statement with every version whose note carries it, oldest first: the first is "since when".
struct MergedItem {
    NoteItem item;
    QList<Version> versions;
    bool ours = false; ///< from our digest, not from a published note
    bool operator==(const MergedItem &) const = default;
};

/// All notes of a jump as one document.
struct MergedNotes {
    Version from;
    Version to;
    QList<Version> read; ///< versions whose notes went in, oldest first
    QList<MergedItem> breaking;
    QList<MergedItem> toRun;   ///< what must be done or run
    QList<MergedItem> removed; ///< removed and deprecated
    QList<MergedItem> features;
    QList<MergedItem> fixes;
    QList<MergedItem> others;
    QList<MergedItem> unsure; ///< could not be told apart
    int folded = 0;           ///< version bumps, dependencies, tests left out
    QStringList missing;      ///< lines of which only our digest is known
    bool complete = true;

    QJsonObject toJson() const;
    QString toMarkdown() const;
    /// A whole HTML page; text of notes is rendered safely: no raw HTML, no pictures, links https and mailto
    /// only.
    QString toHtml() const;
    bool operator==(const MergedNotes &) const = default;
};

/// Notes in any order; breaking first, duplicates folded.
MergedNotes mergeNotes(const QList<ReleaseNote> &notes, const Version &from, const Version &to);

/// Every release on the way of `route` that the catalogue holds (of lines that are only passed, the first
/// one), with our digest for what no note was fetched of.
MergedNotes notesOfRoute(const Route &route, const Catalogue &catalogue);

/// One release's note as Markdown and as HTML, for the browser.
QString noteToMarkdown(const ReleaseNote &note);
QString noteToHtml(const ReleaseNote &note);
