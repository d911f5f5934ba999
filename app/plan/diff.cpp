// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/diff.h"

#include "app/plan/plan.h"

#include <algorithm>
#include <ranges>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{

/// Beyond this many differing lines the exact shortest edit is not worth its memory.
constexpr int mostDifferences = 2000;

QList<QByteArrayView> linesOf(const QByteArray &text)
{
    QList<QByteArrayView> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(QByteArrayView(text).sliced(from, next - from));
        from = next;
    }
    return lines;
}

/// Lines first..last of `before` become lines first..last of `after`.
struct Block {
    qsizetype fromBefore = 0;
    qsizetype toBefore = 0;
    qsizetype fromAfter = 0;
    qsizetype toAfter = 0;
};

using Lines = QList<QByteArrayView>;
using Trace = std::vector<std::vector<int>>;

/// Myers' greedy algorithm; empty when there are too many differences.
Trace shortestTrace(const Lines &a, const Lines &b)
{
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int most = std::min(n + m, mostDifferences);
    std::vector<int> reach(static_cast<size_t>(2 * most + 3), 0);
    Trace trace;
    for (int d = 0; d <= most; ++d) {
        trace.emplace_back(reach.begin() + most - d, reach.begin() + most + d + 3);
        for (int k = -d; k <= d; k += 2) {
            const auto at = [&](int diagonal) -> int & {
                return reach[static_cast<size_t>(diagonal + most + 1)];
            };
            int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && a[x] == b[x - k])
                ++x;
            at(k) = x;
            if (x >= n && x - k >= m)
                return trace;
        }
    }
    return {};
}

QList<Block> blocksOf(const Lines &a, const Lines &b)
{
    const Trace trace = shortestTrace(a, b);
    if (trace.empty())
        return {{0, a.size(), 0, b.size()}};
    QList<Block> reversed;
    int x = static_cast<int>(a.size());
    int y = static_cast<int>(b.size());
    for (int d = static_cast<int>(trace.size()) - 1; d > 0; --d) {
        const auto at = [&](int k) { return trace[static_cast<size_t>(d)][static_cast<size_t>(k + d + 1)]; };
        const int k = x - y;
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        const int fromX = at(down ? k + 1 : k - 1);
        const int fromY = fromX - (down ? k + 1 : k - 1);
        reversed.append({fromX, down ? fromX : fromX + 1, fromY, down ? fromY + 1 : fromY});
        x = fromX;
        y = fromY;
    }
    QList<Block> blocks;
    for (const Block &block : std::views::reverse(reversed)) {
        if (!blocks.isEmpty() && blocks.last().toBefore == block.fromBefore &&
            blocks.last().toAfter == block.fromAfter) {
            blocks.last().toBefore = block.toBefore;
            blocks.last().toAfter = block.toAfter;
        } else {
            blocks.append(block);
        }
    }
    return blocks;
}

QByteArray joined(const Lines &lines, qsizetype from, qsizetype to)
{
    QByteArray text;
    for (qsizetype i = from; i < to; ++i)
        text += lines[i];
    return text;
}

void appendLines(QByteArray &diff, char mark, const QByteArray &text)
{
    const Lines lines = linesOf(text);
    for (const QByteArrayView line : lines) {
        diff += mark;
        diff += line;
        if (!line.endsWith('\n'))
            diff += "\n\\ No newline at end of file\n";
    }
}

QByteArray range(qsizetype first, qsizetype count)
{
    // An empty range names the line before it.
    const QByteArray start = QByteArray::number(count == 0 ? first : first + 1);
    return count == 1 ? start : start + ',' + QByteArray::number(count);
}

QJsonValue bytesToJson(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes && !bytes.contains('\0'))
        return text;
    return QJsonObject{{u"base64"_s, QString::fromLatin1(bytes.toBase64())}};
}

QByteArray bytesFromJson(const QJsonValue &json)
{
    return json.isObject() ? QByteArray::fromBase64(json.toObject().value(u"base64"_s).toString().toLatin1())
                           : json.toString().toUtf8();
}

QByteArray nameLine(const char *mark, const QByteArray &name)
{
    // As diff does it: a tab ends a name with blanks in it.
    return QByteArray(mark) + name + (name.contains(' ') ? "\t\n" : "\n");
}

} // namespace

QList<LineEdit> lineEdits(const QByteArray &before, const QByteArray &after)
{
    Lines a = linesOf(before);
    Lines b = linesOf(after);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const Lines middleA = a.sliced(head, a.size() - head - tail);
    const Lines middleB = b.sliced(head, b.size() - head - tail);
    if (middleA.isEmpty() && middleB.isEmpty())
        return {};

    QList<LineEdit> edits;
    qsizetype line = 0;
    qint64 offset = 0;
    for (const Block &block : blocksOf(middleA, middleB)) {
        for (; line < head + block.fromBefore; ++line)
            offset += a[line].size();
        edits.append({offset, line, joined(middleA, block.fromBefore, block.toBefore),
                      joined(middleB, block.fromAfter, block.toAfter)});
    }
    return edits;
}

QJsonArray lineEditsToJson(const QList<LineEdit> &edits)
{
    QJsonArray array;
    for (const LineEdit &edit : edits)
        array.append(QJsonObject{{u"offset"_s, edit.offset},
                                 {u"line"_s, edit.line},
                                 {u"remove"_s, bytesToJson(edit.removed)},
                                 {u"insert"_s, bytesToJson(edit.inserted)}});
    return array;
}

QList<LineEdit> lineEditsFromJson(const QJsonArray &json)
{
    QList<LineEdit> edits;
    for (const QJsonValue &value : json)
        edits.append({value[u"offset"].toInteger(), value[u"line"].toInteger(),
                      bytesFromJson(value[u"remove"]), bytesFromJson(value[u"insert"])});
    return edits;
}

std::optional<QByteArray> applied(const QList<LineEdit> &edits, const QByteArray &before)
{
    QByteArray result;
    qint64 taken = 0;
    for (const LineEdit &edit : edits) {
        if (edit.offset < taken || edit.offset > before.size() ||
            before.mid(edit.offset, edit.removed.size()) != edit.removed)
            return std::nullopt;
        result += before.mid(taken, edit.offset - taken) + edit.inserted;
        taken = edit.offset + edit.removed.size();
    }
    return result + before.mid(taken);
}

QByteArray hunksWithoutContext(const QList<LineEdit> &edits)
{
    QByteArray diff;
    qsizetype shift = 0;
    for (const LineEdit &edit : edits) {
        const qsizetype removed = linesOf(edit.removed).size();
        const qsizetype inserted = linesOf(edit.inserted).size();
        diff += "@@ -" + range(edit.line, removed) + " +" + range(edit.line + shift, inserted) + " @@\n";
        appendLines(diff, '-', edit.removed);
        appendLines(diff, '+', edit.inserted);
        shift += inserted - removed;
    }
    return diff;
}

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &name, int context)
{
    const QList<LineEdit> edits = lineEdits(before, after);
    if (edits.isEmpty())
        return {};
    const Lines lines = linesOf(before);
    const auto end = [](const LineEdit &edit) { return edit.line + linesOf(edit.removed).size(); };
    QByteArray diff = nameLine("--- ", before.isEmpty() ? "/dev/null" : "a/" + name.toUtf8());
    diff += nameLine("+++ ", after.isEmpty() ? "/dev/null" : "b/" + name.toUtf8());

    qsizetype shift = 0;
    for (qsizetype i = 0; i < edits.size();) {
        qsizetype last = i;
        while (last + 1 < edits.size() && edits[last + 1].line - end(edits[last]) <= 2 * context)
            ++last;
        const qsizetype from = std::max<qsizetype>(0, edits[i].line - context);
        const qsizetype to = std::min<qsizetype>(lines.size(), end(edits[last]) + context);
        QByteArray body;
        qsizetype line = from;
        qsizetype grown = 0;
        for (; i <= last; ++i) {
            appendLines(body, ' ', joined(lines, line, edits[i].line));
            appendLines(body, '-', edits[i].removed);
            appendLines(body, '+', edits[i].inserted);
            line = end(edits[i]);
            grown += linesOf(edits[i].inserted).size() - linesOf(edits[i].removed).size();
        }
        appendLines(body, ' ', joined(lines, line, to));
        diff +=
            "@@ -" + range(from, to - from) + " +" + range(from + shift, to - from + grown) + " @@\n" + body;
        shift += grown;
    }
    return diff;
}
