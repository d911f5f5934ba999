// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// A sentence of a note without what only its makers need.
struct CleanText {
    QString text;
    QStringList links;  ///< https and mailto, in order, each once
    QStringList people; ///< mentions and authors that were taken out
};

/// Takes out mentions, hashes, request numbers, authors, HTML and pictures; keeps code spans as they are;
/// links become their words, with the address in `links`. One pass, linear in the length.
CleanText cleanNoteText(const QString &text, const QHash<QString, QString> &references = {});

/// An address that may be shown and opened: https or mailto, links within Kestra's documentation made whole.
/// Empty for everything else.
QString safeLink(const QString &address);

/// Control and direction characters out, so that a text reads as it is stored.
QString withoutControls(const QString &text);
