// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

// Choosing and copying in the log: mouse, keys, clipboard.

#include "ui/logview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

LogPlace LogView::placeAt(const QPointF &point) const
{
    const Columns c = columns();
    auto [row, top] = firstInSight();
    const qint64 last = shownLines() - 1;
    if (last < 0)
        return {};
    if (point.y() < top)
        return {row, 0};
    for (; row < last && point.y() >= top + heightOf(row); ++row)
        top += heightOf(row);
    const LogEntry entry = entryAt(row);
    QTextLayout layout;
    layOut(layout, shownText(entry), entry.level == LogLevel::Step, c);
    const int line =
        std::clamp(int((point.y() - top) / c.lineHeight), 0, std::max(0, layout.lineCount() - 1));
    if (layout.lineCount() == 0 || point.y() >= top + heightOf(row))
        return {row, int(layout.text().size())};
    return {row, layout.lineAt(line).xToCursor(point.x() - c.text)};
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selection.caret = placeAt(event->position());
    if (!(event->modifiers() & Qt::ShiftModifier) || m_selection.anchor.row < 0)
        m_selection.anchor = m_selection.caret;
    // What is being chosen must not run away.
    setFollowing(false);
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const int y = int(event->position().y());
    if (y < 0 || y > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -1 : 1));
    m_selection.caret = placeAt(event->position());
    viewport()->update();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPlace at = placeAt(event->position());
    if (at.row < 0)
        return;
    const QString text = shownText(entryAt(at.row));
    const auto isWord = [&text](qsizetype i) {
        const QChar c = text.at(i);
        return c.isLetterOrNumber() || u"_-./:"_s.contains(c);
    };
    qsizetype from = std::min<qsizetype>(at.column, text.size());
    qsizetype to = from;
    while (from > 0 && isWord(from - 1))
        --from;
    while (to < text.size() && isWord(to))
        ++to;
    m_selection = {{at.row, int(from)}, {at.row, int(to)}};
    viewport()->update();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        const qint64 last = shownLines() - 1;
        m_selection = {{0, 0}, {last, last < 0 ? 0 : int(shownText(entryAt(last)).size())}};
        viewport()->update();
    } else if (event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

QString LogView::selectedText() const
{
    if (m_selection.isEmpty())
        return text(0, shownLines() - 1);
    QString all;
    for (qint64 row = m_selection.first().row; row <= m_selection.last().row; ++row) {
        const LogEntry entry = entryAt(row);
        const QString words = shownText(entry);
        const auto [from, to] = m_selection.within(row, int(words.size()));
        // A line that is chosen from its beginning comes with its time, unless it is the only one.
        if (from == 0 && m_selection.first().row != m_selection.last().row)
            all += entry.time.toString(u"HH:mm:ss"_s) + u'\t' + entry.component + u'\t';
        all += words.mid(from, to - from);
        if (row < m_selection.last().row)
            all += u'\n';
    }
    return all;
}

void LogView::copySelection() const
{
    QGuiApplication::clipboard()->setText(selectedText());
}

QString LogView::text(qint64 from, qint64 to) const
{
    QString all;
    for (qint64 row = std::max<qint64>(0, from); row <= to && row < shownLines(); ++row) {
        const LogEntry entry = entryAt(row);
        all += entry.time.toString(u"HH:mm:ss"_s) + u'\t' + entry.component + u'\t' + entry.text + u'\n';
    }
    return all;
}
