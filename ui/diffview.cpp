// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diffview.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QPaintEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

class DiffView::Gutter : public QWidget
{
public:
    explicit Gutter(DiffView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }

private:
    DiffView *m_view;
};

DiffView::DiffView(QWidget *parent)
    : CodeView(parent)
    , m_gutter(new Gutter(this))
{
    setAccessibleName(tr("Changed lines", "@label"));
    connect(this, &QPlainTextEdit::updateRequest, m_gutter,
            [this](const QRect &, int) { m_gutter->update(); });
}

void DiffView::setDiff(const QByteArray &unified, const QString &fileName)
{
    static const QRegularExpression hunk(u"^@@ -(\\d+)(?:,\\d+)? \\+(\\d+)"_s);
    m_rows.clear();
    QStringList shown;
    int before = 1;
    int after = 1;
    bool inHunk = false;
    const QString text = QString::fromUtf8(unified.left(mostShown));
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (const auto match = hunk.matchView(line); match.hasMatch()) {
            before = match.captured(1).toInt();
            after = match.captured(2).toInt();
            if (inHunk && !m_rows.isEmpty()) {
                m_rows << Row{Kind::Gap, 0};
                shown << QString();
            }
            inHunk = true;
        } else if (line.startsWith("--- "_L1) || line.startsWith("+++ "_L1) || line.startsWith("diff "_L1)) {
            inHunk = inHunk && !line.startsWith("diff "_L1);
        } else if (!inHunk || line.isEmpty()) {
            continue;
        } else if (line.startsWith(u'+')) {
            m_rows << Row{Kind::Added, after++};
            shown << line.sliced(1).toString();
        } else if (line.startsWith(u'-')) {
            m_rows << Row{Kind::Removed, before++};
            shown << line.sliced(1).toString();
        } else if (line.startsWith(u' ')) {
            m_rows << Row{Kind::Context, after++};
            ++before;
            shown << line.sliced(1).toString();
        }
    }
    setPlainText(shown.join(u'\n'));
    highlightAs(fileName, text.size());
    setViewportMargins(layoutDirection() == Qt::RightToLeft ? 0 : gutterWidth(), 0,
                       layoutDirection() == Qt::RightToLeft ? gutterWidth() : 0, 0);
    m_gutter->update();
}

int DiffView::heightForLines(int most) const
{
    const int lines = std::clamp<int>(int(m_rows.size()), 1, most);
    return int(lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin() + 2 * frameWidth() + 2 +
               (horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0));
}

int DiffView::gutterWidth() const
{
    int most = 1;
    for (const Row &row : m_rows)
        most = std::max(most, row.number);
    return fontMetrics().horizontalAdvance(u'0') * (int(QString::number(most).size()) + 3) + 12;
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    CodeView::resizeEvent(event);
    const QRect area = contentsRect();
    const int width = gutterWidth();
    m_gutter->setGeometry(layoutDirection() == Qt::RightToLeft ? area.right() - width + 1 : area.left(),
                          area.top(), width, area.height());
}

void DiffView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const Shades &shades = shadesFor(palette());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF at = blockBoundingGeometry(block).translated(contentOffset());
            if (at.top() > event->rect().bottom())
                break;
            const Kind kind =
                block.blockNumber() < m_rows.size() ? m_rows.at(block.blockNumber()).kind : Kind::Context;
            const QRectF whole(0, at.top(), viewport()->width(), at.height());
            if (kind == Kind::Added)
                painter.fillRect(whole, shades.goodTint);
            else if (kind == Kind::Removed)
                painter.fillRect(whole, shades.badTint);
            else if (kind == Kind::Gap) {
                painter.setPen(QPen(shades.frame, 1, Qt::DashLine));
                painter.drawLine(QPointF(0, whole.center().y()), QPointF(whole.right(), whole.center().y()));
            }
        }
    }
    CodeView::paintEvent(event);
}

void DiffView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    const Shades &shades = shadesFor(palette());
    painter.fillRect(event->rect(), shades.base);
    painter.setFont(font());
    const int sign = fontMetrics().horizontalAdvance(u'0') * 2;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF at = blockBoundingGeometry(block).translated(contentOffset());
        if (at.top() > event->rect().bottom())
            break;
        if (block.blockNumber() >= m_rows.size())
            continue;
        const Row &row = m_rows.at(block.blockNumber());
        const QRectF whole(0, at.top(), m_gutter->width(), at.height());
        if (row.kind == Kind::Gap) {
            painter.setPen(QPen(shades.frame, 1, Qt::DashLine));
            painter.drawLine(QPointF(0, whole.center().y()), QPointF(whole.right(), whole.center().y()));
            continue;
        }
        if (row.kind != Kind::Context)
            painter.fillRect(whole, row.kind == Kind::Added ? shades.goodTint : shades.badTint);
        painter.setPen(row.kind == Kind::Context ? shades.faint : shades.second);
        painter.drawText(whole.adjusted(0, 0, -sign, 0), Qt::AlignRight | Qt::AlignTop,
                         QString::number(row.number));
        painter.setPen(shades.text);
        if (row.kind != Kind::Context)
            painter.drawText(whole.adjusted(whole.width() - sign, 0, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                             row.kind == Kind::Added ? u"+"_s : u"-"_s);
    }
}
