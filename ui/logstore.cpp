// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logstore.h"

#include <algorithm>

namespace
{

constexpr int linesPerMark = 64;
/// Longer lines are cut: nobody reads them, and one line may never fill the window's memory.
constexpr int longestLine = 16 * 1024;

/// Control characters become visible and harmless; tabs would break the columns.
QString tame(const QString &text)
{
    QString tamed;
    tamed.reserve(text.size());
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QChar(0x1b)) { // colour sequences of terminals carry no words
            int end = i + 1;
            if (end < text.size() && text.at(end) == QLatin1Char('[')) {
                ++end;
                while (end < text.size() && !(text.at(end) >= QChar(0x40) && text.at(end) <= QChar(0x7e)))
                    ++end;
            }
            i = end;
            continue;
        }
        const bool direction =
            (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (c == QLatin1Char('\t'))
            tamed += QLatin1String("    ");
        else if (c < QChar(0x20) || c == QChar(0x7f) || direction)
            tamed += QChar(0xfffd);
        else
            tamed += c;
    }
    return tamed;
}

} // namespace

LogStore::LogStore()
    : m_read(16)
{
}

void LogStore::append(const LogEntry &entry)
{
    QByteArray line = QByteArray::number(entry.time.msecsSinceStartOfDay());
    line += '\t' + tame(entry.component).toUtf8() + '\t' + char(entry.level) + '\t';
    line += tame(entry.text).left(longestLine).toUtf8() + '\n';
    if (m_segments.isEmpty() || m_open.size() + line.size() > segmentBytes) {
        if (!m_segments.isEmpty())
            closeSegment();
        m_segments.append(Segment{-1, m_count, {}, 0});
        m_open.clear();
        m_open.reserve(segmentBytes);
    }
    Segment &segment = m_segments.last();
    if ((m_count - segment.firstLine) % linesPerMark == 0)
        segment.marks.append(quint32(m_open.size()));
    m_open += line;
    segment.bytes = m_open.size();
    ++m_count;
}

void LogStore::closeSegment()
{
    const int index = int(m_segments.size()) - 1;
    Segment &segment = m_segments.last();
    // A full disk must not lose the log: the segment stays in memory then.
    const bool open = m_file.isOpen() || m_file.open();
    const qint64 at = open ? m_file.size() : 0;
    if (open && m_file.seek(at) && m_file.write(m_open) == m_open.size() && m_file.flush()) {
        segment.offset = at;
        m_read.insert(index, new QByteArray(m_open));
    } else {
        m_read.setMaxCost(m_read.maxCost() + 1);
        m_read.insert(index, new QByteArray(m_open));
    }
}

QByteArrayView LogStore::bytesOf(int index) const
{
    if (index == m_segments.size() - 1)
        return m_open;
    if (const QByteArray *known = m_read.object(index))
        return *known;
    const Segment &segment = m_segments.at(index);
    if (segment.offset < 0 || !m_file.seek(segment.offset))
        return {};
    m_read.insert(index, new QByteArray(m_file.read(segment.bytes)));
    return *m_read.object(index);
}

QByteArray LogStore::raw(qint64 line) const
{
    if (line < 0 || line >= m_count)
        return {};
    const auto after = std::ranges::upper_bound(m_segments, line, {}, &Segment::firstLine);
    const int index = int(after - m_segments.begin()) - 1;
    const Segment &segment = m_segments.at(index);
    const QByteArrayView bytes = bytesOf(index);
    const qint64 within = line - segment.firstLine;
    qsizetype at = segment.marks.at(within / linesPerMark);
    for (qint64 skip = within % linesPerMark; skip > 0; --skip) {
        at = bytes.indexOf('\n', at) + 1;
        if (at == 0)
            return {};
    }
    const qsizetype end = bytes.indexOf('\n', at);
    return bytes.sliced(at, (end < 0 ? bytes.size() : end) - at).toByteArray();
}

LogEntry LogStore::at(qint64 line) const
{
    const QByteArray bytes = raw(line);
    const qsizetype one = bytes.indexOf('\t');
    const qsizetype two = bytes.indexOf('\t', one + 1);
    const qsizetype three = bytes.indexOf('\t', two + 1);
    if (one < 0 || two < 0 || three < 0)
        return {};
    LogEntry entry;
    entry.time = QTime::fromMSecsSinceStartOfDay(bytes.left(one).toInt());
    entry.component = QString::fromUtf8(bytes.mid(one + 1, two - one - 1));
    entry.level = LogLevel(bytes.at(two + 1));
    entry.text = QString::fromUtf8(bytes.mid(three + 1));
    return entry;
}

void LogStore::clear()
{
    m_segments.clear();
    m_open.clear();
    m_read.clear();
    m_count = 0;
    if (m_file.isOpen())
        m_file.resize(0);
}
