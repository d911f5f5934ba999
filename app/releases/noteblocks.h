// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

/// One block of a note's text, in order.
struct NoteBlock {
    enum class Type { Heading, Label, Paragraph, Item, TableRow, Code, Rule, Close };
    Type type = Type::Paragraph;
    int level = 0; ///< of headings: 1 highest; 8 for a block that folds
    QString text;
};

/// A text cut into blocks by one pass over its lines.
struct NoteBlocks {
    QList<NoteBlock> blocks;
    QHash<QString, QString> references; ///< [name]: url
    QHash<QString, QString> frontMatter;
    QStringList comments; ///< text that is commented out
    bool truncated = false;
    bool torn = false; ///< ends inside a code block or a comment
};

NoteBlocks scanNoteBlocks(const QString &text);
