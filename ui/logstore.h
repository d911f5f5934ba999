// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QCache>
#include <QDateTime>
#include <QList>
#include <QTemporaryFile>

enum class LogLevel : char { Info = 'I', Warning = 'W', Error = 'E', Step = 'S' };

struct LogEntry {
    QTime time;
    QString component;
    LogLevel level = LogLevel::Info;
    QString text;
    bool operator==(const LogEntry &) const = default;
};

/// An append-only store of log lines in segments of fixed size: full ones lie in a temporary file, the newest
/// in memory, a few read ones are kept. Ten million lines need a sparse index and little else.
class LogStore
{
public:
    LogStore();

    void append(const LogEntry &entry);
    qint64 count() const { return m_count; }
    LogEntry at(qint64 line) const;
    /// The stored line: time, component, level and text between tabs; for searching without decoding.
    QByteArray raw(qint64 line) const;
    void clear();

    static constexpr int segmentBytes = 256 * 1024;

private:
    struct Segment {
        qint64 offset = -1; ///< in the file; -1: still in memory
        qint64 firstLine = 0;
        QList<quint32> marks; ///< where every 64th line begins
        qint64 bytes = 0;
    };

    QByteArrayView bytesOf(int segment) const;
    void closeSegment();

    QList<Segment> m_segments;
    QByteArray m_open;
    mutable QTemporaryFile m_file;
    mutable QCache<int, QByteArray> m_read;
    qint64 m_count = 0;
};
