// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/logfinder.h"
#include "ui/logselection.h"
#include "ui/logstore.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QFont>
#include <QList>

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
    void setSearch(const QString &words, bool isPattern = false);
    /// Why a pattern finds nothing; empty: it is sound.
    QString searchProblem() const { return m_finder.problem(); }
    qint64 hits() const { return m_finder.hits().size(); }
    void nextHit(int direction);
    /// Shows the first line of a time of day or later.
    void showTime(QTime time);

    const LogSelection &selection() const { return m_selection; }
    /// What is chosen, or everything when nothing is.
    QString selectedText() const;
    void copySelection() const;
    /// Everything that passes the filter, as text.
    QString text(qint64 from, qint64 to) const;
    qint64 shownLines() const { return m_finder.rows(); }

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
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Columns {
        QFont font;
        qreal character = 7;
        qreal lineHeight = 18;
        qreal time = 8;
        qreal component = 64;
        qreal text = 140;
        qreal width = 200; ///< of the text column
    };
    Columns columns() const;
    /// Its level is always a word.
    static QString shownText(const LogEntry &entry);
    LogEntry entryAt(qint64 row) const { return m_store.at(m_finder.lineOf(row)); }
    int heightOf(qint64 row) const;
    void layOut(QTextLayout &layout, const QString &text, bool bold, const Columns &columns) const;
    void mark(QTextLayout &layout, qint64 row) const;
    qreal paintRow(QPainter &painter, qint64 row, qreal y, const Columns &columns) const;
    /// First row in sight and where its top is.
    std::pair<qint64, qreal> firstInSight() const;
    LogPlace placeAt(const QPointF &point) const;
    void rescan();
    void goOn();
    void renewRange();
    void toEnd();
    void showRow(qint64 row);

    LogStore m_store;
    LogFinder m_finder{m_store};
    LogSelection m_selection;
    qint64 m_hit = -1;
    qint64 m_newLines = 0;
    bool m_following = true;
    bool m_moving = false; ///< the bar is moved by us, not by a person
    QBasicTimer m_scan;
};
