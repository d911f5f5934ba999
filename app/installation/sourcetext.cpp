// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/sourcetext.h"

#include <algorithm>

namespace
{

constexpr int depthLimit = 8;

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isName(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// "${NAME:-rest}" taken apart.
struct Reference {
    QByteArray name;
    QByteArray mark;      ///< ":-", "-", ":?", "?", ":+", "+" or empty
    qsizetype restAt = 0; ///< of the default, in the whole text
    QByteArray rest;
    qsizetype end = 0; ///< behind it
};

qsizetype closingBrace(const QByteArray &text, qsizetype from)
{
    int open = 1;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == '{' && i > 0 && text[i - 1] == '$')
            ++open;
        else if (text[i] == '}' && --open == 0)
            return i;
    }
    return -1;
}

std::optional<Reference> referenceAt(const QByteArray &text, qsizetype at)
{
    Reference found;
    const bool braced = at + 1 < text.size() && text[at + 1] == '{';
    qsizetype i = at + (braced ? 2 : 1);
    const qsizetype nameAt = i;
    if (i >= text.size() || !isNameStart(text[i]))
        return {};
    while (i < text.size() && isName(text[i]))
        ++i;
    found.name = text.sliced(nameAt, i - nameAt);
    found.end = i;
    if (!braced)
        return found;
    const qsizetype close = closingBrace(text, i);
    if (close < 0)
        return {};
    found.end = close + 1;
    if (i == close)
        return found;
    const qsizetype markLength = text[i] == ':' ? 2 : 1;
    found.mark = text.sliced(i, std::min(markLength, close - i));
    if (!QByteArrayView("-?+").contains(found.mark.back()))
        return {};
    found.restAt = i + markLength;
    found.rest = text.sliced(found.restAt, close - found.restAt);
    return found;
}

SourcePiece part(const SourcePiece &whole, qsizetype at, const QByteArray &text)
{
    SourcePiece piece = whole;
    piece.text = text;
    if (piece.offset >= 0)
        piece.offset += at;
    return piece;
}

SourceText expand(const SourcePiece &piece, const VariableLookup &lookup, int depth);

SourceText valueOf(const SourcePiece &piece, const Reference &reference, const VariableLookup &lookup,
                   int depth)
{
    const std::optional<SourceText> value = lookup(reference.name);
    const bool counts = value && (!reference.mark.startsWith(':') || !joined(*value).isEmpty());
    const char mark = reference.mark.isEmpty() ? '\0' : reference.mark.back();
    const SourcePiece rest = part(piece, reference.restAt, reference.rest);
    if (mark == '+')
        return counts ? expand(rest, lookup, depth + 1) : SourceText();
    if (counts)
        return *value;
    return mark == '-' ? expand(rest, lookup, depth + 1) : SourceText();
}

SourceText expand(const SourcePiece &piece, const VariableLookup &lookup, int depth)
{
    if (depth > depthLimit)
        return {piece};
    SourceText result;
    const QByteArray &text = piece.text;
    qsizetype literalAt = 0;
    const auto flush = [&](qsizetype end) {
        if (end > literalAt)
            result.append(part(piece, literalAt, text.sliced(literalAt, end - literalAt)));
    };
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != '$') {
            ++i;
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == '$') {
            flush(i + 1);
            i += 2;
            literalAt = i;
            continue;
        }
        const std::optional<Reference> reference = referenceAt(text, i);
        if (!reference) {
            ++i;
            continue;
        }
        flush(i);
        SourceText value = valueOf(piece, *reference, lookup, depth);
        if (value.isEmpty()) {
            // Nothing stands there now, but whoever writes behind it must write in its place.
            SourcePiece empty = part(piece, i, {});
            empty.offset = -1;
            value.append(empty);
        }
        for (SourcePiece &inner : value) {
            if (!inner.variable.isEmpty())
                inner.through.prepend(
                    {inner.variable, inner.referencePath, inner.referenceOffset, inner.referenceLength});
            inner.variable = QString::fromUtf8(reference->name);
            inner.referencePath = piece.path;
            inner.referenceOffset = piece.offset < 0 ? -1 : piece.offset + i;
            inner.referenceLength = reference->end - i;
        }
        result += value;
        i = reference->end;
        literalAt = i;
    }
    flush(text.size());
    return result;
}

/// The pieces under [from, from + length), cut to it; for an empty range the piece it stands behind.
SourceText cut(const SourceText &text, qsizetype from, qsizetype length)
{
    SourceText result;
    qsizetype at = 0;
    for (const SourcePiece &piece : text) {
        const qsizetype begin = std::max(from, at);
        const qsizetype end = std::min(from + length, at + piece.text.size());
        const bool touches = length == 0 ? begin == end && at < from : begin < end;
        if (touches)
            result.append(part(piece, begin - at, piece.text.sliced(begin - at, end - begin)));
        at += piece.text.size();
    }
    if (length == 0 && result.size() > 1)
        result = {result.last()};
    return result;
}

} // namespace

QByteArray joined(const SourceText &text)
{
    QByteArray result;
    for (const SourcePiece &piece : text)
        result += piece.text;
    return result;
}

SourceText interpolated(const SourcePiece &piece, const VariableLookup &lookup)
{
    return expand(piece, lookup, 0);
}

QList<QByteArray> variablesIn(const QByteArray &text)
{
    QList<QByteArray> names;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '$')
            continue;
        if (text[i + 1] == '$') {
            ++i;
            continue;
        }
        if (const std::optional<Reference> reference = referenceAt(text, i))
            names.append(reference->name);
    }
    return names;
}

namespace
{

QList<SourceReference> referencesOf(const SourcePiece &piece)
{
    if (piece.variable.isEmpty())
        return {};
    return QList<SourceReference>{
               {piece.variable, piece.referencePath, piece.referenceOffset, piece.referenceLength}} +
           piece.through;
}

/// The outermost mention of a variable that others use too; its own default belongs to nobody else.
std::optional<SourceReference> sharedReference(const SourcePiece &piece, const QList<QString> &forbidden)
{
    const QList<SourceReference> all = referencesOf(piece);
    for (const SourceReference &one : all) {
        const bool isDefault =
            piece.path == one.path && piece.offset >= one.offset && piece.offset < one.offset + one.length;
        if (forbidden.contains(one.variable) && !isDefault)
            return one;
    }
    return {};
}

/// What the whole reference must read as when it can no longer stand, because its variable belongs to others
/// too.
std::optional<Patch> referencePatch(const SourceText &text, const SourcePiece &piece, qsizetype pieceAt,
                                    const QByteArray &middle, const SourceReference &reference)
{
    qsizetype at = 0;
    qsizetype begin = -1;
    qsizetype end = 0;
    for (const SourcePiece &other : text) {
        if (referencesOf(other).contains(reference)) {
            begin = begin < 0 ? at : begin;
            end = at + other.text.size();
        }
        at += other.text.size();
    }
    if (reference.offset < 0 || begin < 0)
        return {};
    QByteArray value = joined(text).sliced(begin, end - begin);
    value.replace(pieceAt - begin, piece.text.size(), middle);
    return Patch{reference.path, reference.offset, reference.length, value};
}

} // namespace

std::optional<Patch> patchFor(const SourceText &text, qsizetype from, qsizetype length,
                              const QByteArray &wanted, const QList<QString> &forbidden)
{
    qsizetype at = 0;
    for (const SourcePiece &piece : text) {
        const QList<SourceReference> all = referencesOf(piece);
        if (length == 0 && at == from && piece.text.isEmpty() && !all.isEmpty() && all.last().offset >= 0)
            return Patch{all.last().path, all.last().offset, all.last().length, wanted};
        at += piece.text.size();
    }
    const SourceText pieces = cut(text, from, length);
    for (qsizetype i = pieces.size() - 1; i >= 0; --i) {
        const QByteArray before = joined(pieces.first(i));
        const QByteArray after = joined(pieces.sliced(i + 1));
        const bool fits = wanted.size() >= before.size() + after.size() && wanted.startsWith(before) &&
                          wanted.endsWith(after);
        if (!fits)
            continue;
        const SourcePiece &piece = pieces[i];
        const QByteArray middle = wanted.sliced(before.size(), wanted.size() - before.size() - after.size());
        if (const std::optional<SourceReference> shared = sharedReference(piece, forbidden))
            return referencePatch(text, piece, from + before.size(), middle, *shared);
        if (piece.offset >= 0)
            return Patch{piece.path, piece.offset, piece.text.size(), middle};
    }
    return {};
}

bool applyPatches(QList<Patch> patches, QHash<QString, QByteArray> &texts)
{
    std::ranges::stable_sort(patches, [](const Patch &a, const Patch &b) {
        return a.path != b.path ? a.path < b.path : a.offset > b.offset;
    });
    QHash<QString, QByteArray> changed = texts;
    const Patch *previous = nullptr;
    for (const Patch &patch : std::as_const(patches)) {
        if (previous && *previous == patch)
            continue;
        const bool overlaps =
            previous && previous->path == patch.path && patch.offset + patch.length > previous->offset;
        if (overlaps || !changed.contains(patch.path) ||
            patch.offset + patch.length > changed[patch.path].size())
            return false;
        changed[patch.path].replace(patch.offset, patch.length, patch.bytes);
        previous = &patch;
    }
    texts = changed;
    return true;
}
