// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// A mention of a variable, "${VARIABLE…}", and where it stands.
struct SourceReference {
    QString variable;
    QString path;
    qsizetype offset = -1;
    qsizetype length = 0;

    bool operator==(const SourceReference &) const = default;
};

/// A run of text together with the bytes of the file it comes from.
struct SourcePiece {
    QByteArray text;
    QString path;
    qsizetype offset = -1; ///< of `text` in the file; -1: does not stand there as it is
    int line = 0;
    QString variable;      ///< it came through this one
    QString referencePath; ///< where "${VARIABLE…}" itself stands
    qsizetype referenceOffset = -1;
    qsizetype referenceLength = 0;
    QList<SourceReference> through = {}; ///< further ones that lie between, outer ones first

    bool operator==(const SourcePiece &) const = default;
};

/// A resolved text that remembers for every byte where it was written: a tag may stand in the Compose file,
/// in the default of a variable, in `.env`, or partly here and partly there.
using SourceText = QList<SourcePiece>;

QByteArray joined(const SourceText &text);

/// Value of a variable; nothing when it is not set.
using VariableLookup = std::function<std::optional<SourceText>(const QByteArray &name)>;

/// Puts variables in as Compose does: $$, $NAME, ${NAME}, and with :- - :? ? :+ +, nested ones too. A form
/// that Compose would refuse stays as it is. `piece` holds the text and its place.
SourceText interpolated(const SourcePiece &piece, const VariableLookup &lookup);
/// Names of all variables that a text refers to.
QList<QByteArray> variablesIn(const QByteArray &text);

/// Bytes to put in the place of others.
struct Patch {
    QString path;
    qsizetype offset = 0;
    qsizetype length = 0;
    QByteArray bytes;

    bool operator==(const Patch &) const = default;
};

/// The one change that makes bytes [from, from + length) of `text` read `wanted`; a part that stays as it is
/// is left alone. `forbidden` names variables that others use too: there the reference is replaced and not
/// the value. Nothing when no single place can do it.
std::optional<Patch> patchFor(const SourceText &text, qsizetype from, qsizetype length,
                              const QByteArray &wanted, const QList<QString> &forbidden);

/// Applies patches to texts by path; those that touch the same bytes with the same result count once.
bool applyPatches(QList<Patch> patches, QHash<QString, QByteArray> &texts);
