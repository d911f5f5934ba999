// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/logstore.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QList>

#include <optional>

class QTextLayout;

/// The live log on screen: only the lines in sight are laid out, so its length costs nothing. Follows the end
/// until it is scrolled up; searches and filters in slices of a few milliseconds.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    void append(const QList<LogEntry> &entries);
    void clear();
    const LogStore &store() const { return m_store; }

    bool isFollowing() const { return m_following; }
    void setFollowing(bool follow);
    /// Lines that came while it did not follow.
    qint64 newLines() const { return m_newLines; }

    /// Empty: every component.
    void setComponentFilter(const QString &component);
    void setSearch(const QString &words);
    qint64 hits() const { return m_hits.size(); }
    void nextHit(int direction);
    /// Shows the first line of a time of day or later.
    void showTime(QTime time);

    void copySelection() const;
    /// Everything that passes the filter, as text.
    QString text(qint64 from, qint64 to) const;
    qint64 shownLines() const;

Q_SIGNALS:
    void followingChanged(bool following);
    void newLinesChanged(qint64 lines);
    void hitsChanged(qint64 hits);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Columns;
    Columns columns() const;
    qint64 storeLine(qint64 row) const;
    int heightOf(qint64 row) const;
    void layOut(QTextLayout &layout, const LogEntry &entry, qint64 line, const Columns &columns) const;
    qreal paintRow(QPainter &painter, qint64 row, qreal y, const Columns &columns) const;
    qint64 rowAt(int y) const;
    bool passes(const QByteArray &raw) const;
    void rescan();
    void scanSlice();
    void renewRange();
    void toEnd();
    void showRow(qint64 row);

    LogStore m_store;
    QString m_component;
    QByteArray m_componentBytes;
    QString m_search;
    QByteArray m_searchBytes;
    QList<quint32> m_rows; ///< lines that pass the filter, while there is one
    QList<quint32> m_hits;
    qint64 m_scanned = 0;
    qint64 m_hit = -1;
    qint64 m_newLines = 0;
    qint64 m_anchor = -1;
    qint64 m_caret = -1;
    bool m_following = true;
    bool m_moving = false; ///< the bar is moved by us, not by a person
    QBasicTimer m_scan;
};
