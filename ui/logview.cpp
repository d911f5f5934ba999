// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logview.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

/// Of one entry; a stack trace in one line is cut there.
constexpr int mostLines = 40;

} // namespace

QString LogView::shownText(const LogEntry &entry)
{
    if (entry.level == LogLevel::Warning && !entry.text.contains("WARN"_L1))
        return "WARN "_L1 + entry.text;
    if (entry.level == LogLevel::Error && !entry.text.contains("ERROR"_L1))
        return "ERROR "_L1 + entry.text;
    return entry.text;
}

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
    goOn();
}

void LogView::clear()
{
    m_store.clear();
    m_newLines = 0;
    m_selection = {};
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
    m_finder.setComponent(component);
    rescan();
}

void LogView::setSearch(const QString &words, bool isPattern)
{
    m_finder.setSearch(words, isPattern);
    rescan();
}

void LogView::rescan()
{
    m_finder.restart();
    m_selection = {};
    m_hit = -1;
    goOn();
    Q_EMIT hitsChanged(hits());
}

void LogView::goOn()
{
    const qint64 before = hits();
    if (m_finder.scan())
        m_scan.stop();
    else
        m_scan.start(0, this);
    if (hits() != before)
        Q_EMIT hitsChanged(hits());
    renewRange();
    viewport()->update();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_scan.timerId())
        goOn();
    else
        QAbstractScrollArea::timerEvent(event);
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

void LogView::layOut(QTextLayout &layout, const QString &text, bool bold, const Columns &c) const
{
    QFont font = c.font;
    font.setBold(bold);
    layout.setFont(font);
    layout.setText(text);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < mostLines; ++i) {
        QTextLine one = layout.createLine();
        if (!one.isValid())
            break;
        one.setLineWidth(c.width);
        one.setPosition(QPointF(0, y));
        y += c.lineHeight;
    }
    layout.endLayout();
}

void LogView::mark(QTextLayout &layout, qint64 row) const
{
    const Shades &shades = shadesFor(palette());
    QList<QTextLayout::FormatRange> formats;
    const bool current = m_hit >= 0 && qint64(m_finder.hits().value(m_hit)) == row;
    const auto places = m_finder.within(layout.text());
    for (const auto &[start, length] : places) {
        QTextLayout::FormatRange range{start, length, {}};
        range.format.setBackground(current ? shades.accent : shades.cautionTint);
        if (current)
            range.format.setForeground(shades.onAccent);
        range.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        range.format.setUnderlineColor(shades.caution);
        formats << range;
    }
    const auto [from, to] = m_selection.within(row, int(layout.text().size()));
    if (to > from) {
        QTextLayout::FormatRange range{from, to - from, {}};
        range.format.setBackground(shades.accent);
        range.format.setForeground(shades.onAccent);
        formats << range;
    }
    layout.setFormats(formats);
}

int LogView::heightOf(qint64 row) const
{
    const Columns c = columns();
    const LogEntry entry = entryAt(row);
    if (entry.text.size() * c.character <= c.width - 48)
        return int(c.lineHeight);
    QTextLayout layout;
    layOut(layout, shownText(entry), entry.level == LogLevel::Step, c);
    return int(layout.lineCount() * c.lineHeight);
}

qreal LogView::paintRow(QPainter &painter, qint64 row, qreal y, const Columns &c) const
{
    const Shades &shades = shadesFor(palette());
    const LogEntry entry = entryAt(row);
    QTextLayout layout;
    layOut(layout, shownText(entry), entry.level == LogLevel::Step, c);
    mark(layout, row);
    const qreal height = std::max(1, layout.lineCount()) * c.lineHeight;
    const QRectF whole(0, y, viewport()->width(), height);
    if (entry.level == LogLevel::Warning)
        painter.fillRect(whole, shades.cautionTint);
    else if (entry.level == LogLevel::Error)
        painter.fillRect(whole, shades.badTint);
    if (entry.level == LogLevel::Error)
        painter.fillRect(QRectF(0, y, 3, height), shades.bad);
    painter.setFont(c.font);
    const bool tinted = entry.level == LogLevel::Warning || entry.level == LogLevel::Error;
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
    auto [row, y] = firstInSight();
    for (; row < shown && y < viewport()->height(); ++row)
        y += paintRow(painter, row, y, c);
    if (hasFocus()) {
        painter.setPen(QPen(shades.accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

std::pair<qint64, qreal> LogView::firstInSight() const
{
    if (!m_following)
        return {verticalScrollBar()->value(), 0.0};
    // Bottom up, so that the newest line stands at the bottom edge, whole.
    qint64 row = shownLines();
    qreal height = 0;
    while (row > 0 && height < viewport()->height())
        height += heightOf(--row);
    return {row, std::min(0.0, viewport()->height() - height)};
}

void LogView::nextHit(int direction)
{
    if (m_finder.hits().isEmpty())
        return;
    m_hit = m_hit < 0 ? (direction > 0 ? 0 : hits() - 1) : (m_hit + direction + hits()) % hits();
    setFollowing(false);
    showRow(m_finder.hits().at(m_hit));
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
        if (entryAt(middle).time < time)
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
