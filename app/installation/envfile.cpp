// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/envfile.h"

#include <algorithm>

namespace
{

/// Of the quote at `at`; a value may go over several lines. -1: there is none.
qsizetype closingQuote(const QByteArray &bytes, qsizetype at)
{
    for (qsizetype i = at + 1; i < bytes.size(); ++i) {
        if (bytes[i] == '\\' && bytes[at] == '"')
            ++i;
        else if (bytes[i] == bytes[at])
            return i;
    }
    return -1;
}

/// Where name and value part: "NAME=value", or "NAME: value" as Compose takes it too.
qsizetype separatorIn(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '=' || text[i] == ':')
            return i;
    }
    return -1;
}

/// The value on a line that begins at `at`; quotes and comments are left out.
SourcePiece valueAt(const QByteArray &bytes, qsizetype at, qsizetype lineEnd, const QString &path, int line)
{
    while (at < lineEnd && (bytes[at] == ' ' || bytes[at] == '\t'))
        ++at;
    SourcePiece piece;
    piece.path = path;
    piece.line = line;
    piece.offset = at;
    if (at < lineEnd && (bytes[at] == '"' || bytes[at] == '\'')) {
        const qsizetype close = closingQuote(bytes, at);
        piece.offset = at + 1;
        piece.text = bytes.sliced(at + 1, (close < 0 ? lineEnd : close) - at - 1);
        return piece;
    }
    QByteArray value = bytes.sliced(at, lineEnd - at);
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == '#' && (value[i - 1] == ' ' || value[i - 1] == '\t')) {
            value.truncate(i);
            break;
        }
    }
    while (!value.isEmpty() && (value.back() == ' ' || value.back() == '\t' || value.back() == '\r'))
        value.chop(1);
    piece.text = value;
    return piece;
}

} // namespace

QHash<QByteArray, SourcePiece> parseEnvFile(const QByteArray &bytes, const QString &path)
{
    QHash<QByteArray, SourcePiece> result;
    int line = 0;
    for (qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        ++line;
        const QByteArray text = bytes.sliced(at, end - at);
        const qsizetype equals = separatorIn(text);
        QByteArray name = equals < 0 ? QByteArray() : text.left(equals).trimmed();
        if (name.startsWith("export "))
            name = name.sliced(7).trimmed();
        if (!name.isEmpty() && !name.startsWith('#')) {
            const SourcePiece value = valueAt(bytes, at + equals + 1, end, path, line);
            result.insert(name, value);
            line += static_cast<int>(value.text.count('\n'));
            end = std::max(end, bytes.indexOf('\n', value.offset + value.text.size()));
            if (bytes.indexOf('\n', value.offset + value.text.size()) < 0)
                end = bytes.size();
        }
        at = end + 1;
    }
    return result;
}
