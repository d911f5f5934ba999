// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logview.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

struct LogView::Columns {
    QFont font;
    qreal character = 7;
    qreal lineHeight = 18;
    qreal time = 8;
    qreal component = 64;
    qreal text = 140;
    qreal width = 200; ///< of the text column
};

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Live log", "@label"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
}

LogView::~LogView() = default;

LogView::Columns LogView::columns() const
{
    Columns c;
    c.font = typeFont(Type::Code);
    const QFontMetricsF metrics(c.font);
    c.character = metrics.horizontalAdvance(u'0');
    c.lineHeight = std::ceil(metrics.height() + 2);
    c.component = 8 + std::ceil(c.character * 9.5);
    c.text = c.component + std::ceil(c.character * 11);
    c.width = std::max(80.0, viewport()->width() - c.text - 8);
    return c;
}

void LogView::append(const QList<LogEntry> &entries)
{
    for (const LogEntry &entry : entries)
        m_store.append(entry);
    if (!m_following) {
        m_newLines += entries.size();
        Q_EMIT newLinesChanged(m_newLines);
    }
    if (!m_component.isEmpty() || !m_search.isEmpty())
        scanSlice();
    else
        m_scanned = m_store.count();
    renewRange();
    viewport()->update();
}

void LogView::clear()
{
    m_store.clear();
    m_newLines = 0;
    m_anchor = m_caret = -1;
    rescan();
    setFollowing(true);
}

void LogView::setFollowing(bool follow)
{
    if (follow)
        toEnd();
    if (follow == m_following)
        return;
    m_following = follow;
    if (follow) {
        m_newLines = 0;
        Q_EMIT newLinesChanged(0);
        toEnd();
    }
    Q_EMIT followingChanged(follow);
    viewport()->update();
}

void LogView::setComponentFilter(const QString &component)
{
    m_component = component;
    m_componentBytes = component.toUtf8();
    rescan();
}

void LogView::setSearch(const QString &words)
{
    m_search = words;
    m_searchBytes = words.toUtf8().toLower();
    rescan();
}

qint64 LogView::shownLines() const
{
    return m_component.isEmpty() ? m_store.count() : m_rows.size();
}

qint64 LogView::storeLine(qint64 row) const
{
    return m_component.isEmpty() ? row : qint64(m_rows.value(row));
}

bool LogView::passes(const QByteArray &raw) const
{
    const qsizetype one = raw.indexOf('\t');
    return QByteArrayView(raw).sliced(one + 1).startsWith(m_componentBytes) &&
           raw.size() > one + 1 + m_componentBytes.size() &&
           raw.at(one + 1 + m_componentBytes.size()) == '\t';
}

void LogView::rescan()
{
    m_rows.clear();
    m_hits.clear();
    m_hit = -1;
    m_scanned = m_component.isEmpty() && m_search.isEmpty() ? m_store.count() : 0;
    scanSlice();
    renewRange();
    viewport()->update();
}

void LogView::scanSlice()
{
    QElapsedTimer spent;
    spent.start();
    const qsizetype before = m_hits.size();
    while (m_scanned < m_store.count() && spent.elapsed() < 6) {
        for (int i = 0; i < 256 && m_scanned < m_store.count(); ++i, ++m_scanned) {
            const QByteArray raw = m_store.raw(m_scanned);
            if (!m_component.isEmpty()) {
                if (!passes(raw))
                    continue;
                m_rows.append(quint32(m_scanned));
            }
            if (!m_searchBytes.isEmpty() && raw.toLower().contains(m_searchBytes))
                m_hits.append(quint32(m_component.isEmpty() ? m_scanned : m_rows.size() - 1));
        }
    }
    if (m_scanned < m_store.count())
        m_scan.start(0, this);
    else
        m_scan.stop();
    if (m_hits.size() != before || before == 0)
        Q_EMIT hitsChanged(m_hits.size());
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scan.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    scanSlice();
    renewRange();
    viewport()->update();
}

void LogView::renewRange()
{
    m_moving = true;
    const qint64 shown = shownLines();
    const int page = std::max(1, int(viewport()->height() / columns().lineHeight));
    verticalScrollBar()->setPageStep(page);
    // One row a step; the last position shows the last row alone only when it fills the view.
    qint64 first = shown;
    qreal height = 0;
    while (first > 0 && shown - first <= page) {
        height += heightOf(first - 1);
        if (height > viewport()->height())
            break;
        --first;
    }
    verticalScrollBar()->setRange(0, int(std::max<qint64>(0, first)));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_moving = false;
}

void LogView::toEnd()
{
    m_moving = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_moving = false;
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    renewRange();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_moving)
        return;
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    if (atEnd != m_following) {
        m_following = atEnd;
        if (atEnd) {
            m_newLines = 0;
            Q_EMIT newLinesChanged(0);
        }
        Q_EMIT followingChanged(atEnd);
    }
}

void LogView::layOut(QTextLayout &layout, const LogEntry &entry, qint64 line, const Columns &c) const
{
    const Shades &shades = shadesFor(palette());
    QFont font = c.font;
    font.setBold(entry.level == LogLevel::Step);
    layout.setFont(font);
    QString text = entry.text;
    if (entry.level == LogLevel::Warning && !text.contains("WARN"_L1))
        text.prepend("WARN "_L1);
    else if (entry.level == LogLevel::Error && !text.contains("ERROR"_L1))
        text.prepend("ERROR "_L1);
    layout.setText(text);
    QList<QTextLayout::FormatRange> formats;
    if (!m_search.isEmpty()) {
        for (qsizetype at = text.indexOf(m_search, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_search, at + m_search.size(), Qt::CaseInsensitive)) {
            QTextLayout::FormatRange range;
            range.start = int(at);
            range.length = int(m_search.size());
            range.format.setBackground(shades.cautionTint);
            range.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            range.format.setUnderlineColor(shades.caution);
            if (m_hit >= 0 && storeLine(m_hits.value(m_hit)) == line) {
                range.format.setBackground(shades.accent);
                range.format.setForeground(shades.onAccent);
            }
            formats << range;
        }
    }
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < 40; ++i) {
        QTextLine one = layout.createLine();
        if (!one.isValid())
            break;
        one.setLineWidth(c.width);
        one.setPosition(QPointF(0, y));
        y += c.lineHeight;
    }
    layout.endLayout();
}

int LogView::heightOf(qint64 row) const
{
    const Columns c = columns();
    const LogEntry entry = m_store.at(storeLine(row));
    if (entry.text.size() * c.character <= c.width - 48)
        return int(c.lineHeight);
    QTextLayout layout;
    layOut(layout, entry, -1, c);
    return int(layout.lineCount() * c.lineHeight);
}

qreal LogView::paintRow(QPainter &painter, qint64 row, qreal y, const Columns &c) const
{
    const Shades &shades = shadesFor(palette());
    const qint64 line = storeLine(row);
    const LogEntry entry = m_store.at(line);
    QTextLayout layout;
    layOut(layout, entry, line, c);
    const qreal height = std::max(1, layout.lineCount()) * c.lineHeight;
    const QRectF whole(0, y, viewport()->width(), height);
    const bool selected =
        m_anchor >= 0 && row >= std::min(m_anchor, m_caret) && row <= std::max(m_anchor, m_caret);
    if (selected)
        painter.fillRect(whole, shades.selection);
    else if (entry.level == LogLevel::Warning)
        painter.fillRect(whole, shades.cautionTint);
    else if (entry.level == LogLevel::Error)
        painter.fillRect(whole, shades.badTint);
    if (entry.level == LogLevel::Error)
        painter.fillRect(QRectF(0, y, 3, height), shades.bad);
    painter.setFont(c.font);
    const bool tinted = selected || entry.level == LogLevel::Warning || entry.level == LogLevel::Error;
    painter.setPen(tinted ? shades.second : shades.faint);
    const qreal base =
        y + (c.lineHeight - QFontMetricsF(c.font).height()) / 2 + QFontMetricsF(c.font).ascent();
    painter.drawText(QPointF(c.time, base), entry.time.toString(u"HH:mm:ss"_s));
    painter.setPen(shades.second);
    painter.drawText(
        QPointF(c.component, base),
        QFontMetricsF(c.font).elidedText(entry.component, Qt::ElideRight, c.text - c.component - 4));
    painter.setPen(shades.text);
    layout.draw(&painter, QPointF(c.text, y + (c.lineHeight - QFontMetricsF(c.font).height()) / 2));
    return height;
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Shades &shades = shadesFor(palette());
    painter.fillRect(viewport()->rect(), shades.base);
    const Columns c = columns();
    const qint64 shown = shownLines();
    if (shown == 0) {
        painter.setFont(typeFont(Type::Body));
        painter.setPen(shades.second);
        painter.drawText(
            viewport()->rect().adjusted(8, 8, -8, -8), int(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap,
            m_store.count() == 0 ? tr("No output yet.", "@info") : tr("No line passes the filter.", "@info"));
        return;
    }
    qint64 row = verticalScrollBar()->value();
    qreal y = 0;
    if (m_following) {
        // Bottom up, so that the newest line stands at the bottom edge, whole.
        qreal height = 0;
        row = shown;
        while (row > 0 && height < viewport()->height())
            height += heightOf(--row);
        y = std::min(0.0, viewport()->height() - height);
    }
    for (; row < shown && y < viewport()->height(); ++row)
        y += paintRow(painter, row, y, c);
    if (hasFocus()) {
        painter.setPen(QPen(shades.accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

qint64 LogView::rowAt(int y) const
{
    const qint64 shown = shownLines();
    qint64 row = verticalScrollBar()->value();
    qreal top = 0;
    if (m_following) {
        qreal height = 0;
        row = shown;
        while (row > 0 && height < viewport()->height())
            height += heightOf(--row);
        top = std::min(0.0, viewport()->height() - height);
    }
    for (; row < shown; ++row) {
        top += heightOf(row);
        if (y < top)
            return row;
    }
    return shown - 1;
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    m_caret = rowAt(int(event->position().y()));
    if (!(event->modifiers() & Qt::ShiftModifier) || m_anchor < 0)
        m_anchor = m_caret;
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_caret = rowAt(int(event->position().y()));
    viewport()->update();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_caret = shownLines() - 1;
        viewport()->update();
    } else if (event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::copySelection() const
{
    const bool some = m_anchor >= 0;
    const qint64 from = some ? std::min(m_anchor, m_caret) : 0;
    const qint64 to = some ? std::max(m_anchor, m_caret) : shownLines() - 1;
    QGuiApplication::clipboard()->setText(text(from, to));
}

QString LogView::text(qint64 from, qint64 to) const
{
    QString all;
    for (qint64 row = std::max<qint64>(0, from); row <= to && row < shownLines(); ++row) {
        const LogEntry entry = m_store.at(storeLine(row));
        all += entry.time.toString(u"HH:mm:ss"_s) + u'\t' + entry.component + u'\t' + entry.text + u'\n';
    }
    return all;
}

void LogView::nextHit(int direction)
{
    if (m_hits.isEmpty())
        return;
    m_hit = m_hit < 0 ? (direction > 0 ? 0 : m_hits.size() - 1)
                      : (m_hit + direction + m_hits.size()) % m_hits.size();
    showRow(m_hits.at(m_hit));
}

void LogView::showRow(qint64 row)
{
    const int half = verticalScrollBar()->pageStep() / 2;
    verticalScrollBar()->setValue(int(std::max<qint64>(0, row - half)));
    viewport()->update();
}

void LogView::showTime(QTime time)
{
    qint64 low = 0;
    qint64 high = shownLines();
    while (low < high) {
        const qint64 middle = (low + high) / 2;
        if (m_store.at(storeLine(middle)).time < time)
            low = middle + 1;
        else
            high = middle;
    }
    showRow(low);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        viewport()->update();
}
