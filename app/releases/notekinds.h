// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

/// What a heading of a note announces.
struct HeadingKind {
    QString kind;    ///< as in NoteSection; "other" for a topic, "container" for "Changelog", "edition",
                     ///< "version", "contributors"
    QString edition; ///< of "edition"
};

HeadingKind headingKind(const QString &title);

/// Lower case, letters and digits only, single blanks between words.
QString plainWords(const QString &text);

/// How a sentence speaks of breaking changes.
enum class BreakingWord { None, Denied, Announced, Marked, Mentioned };

/// Marked: the sentence itself is one ("feat!:", 🚨, "BREAKING CHANGE:", "breaking: …"). Mentioned: it speaks
/// of them. Denied: "non-breaking", "no breaking changes". Announced: they come later.
BreakingWord breakingWord(const QString &text);

/// "None.", "No significant changes.": a section that says that it is empty.
bool saysNothing(const QString &text);

/// Version bumps, dependencies, translations, merges.
bool isNoise(const QString &text, const QString &scope);
