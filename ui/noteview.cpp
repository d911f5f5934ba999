// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/noteview.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace
{

/// Laying out takes the square of the longest word: an endless one gets places where it may break.
QString breakable(const QString &html)
{
    constexpr int longestWord = 120;
    QString result;
    result.reserve(html.size());
    int word = 0;
    bool tag = false;
    bool entity = false;
    for (const QChar c : html) {
        tag = c == u'<' || (tag && c != u'>');
        entity = !tag && (c == u'&' || (entity && c != u';' && !c.isSpace()));
        word = c.isSpace() || c == u'<' ? 0 : word + 1;
        result += c;
        if (!tag && !entity && c != u'>' && word >= longestWord) {
            result += QChar(0x200b);
            word = 0;
        }
    }
    return result;
}

} // namespace

NoteView::NoteView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setAccessibleName(tr("Release notes", "@label"));
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme().isEmpty() && url.path().isEmpty() && url.hasFragment())
            scrollToAnchor(url.fragment());
        else if (mayOpen(url))
            QDesktopServices::openUrl(url);
        else
            Q_EMIT linkRefused(url);
    });
}

QVariant NoteView::loadResource(int, const QUrl &)
{
    return {};
}

bool NoteView::mayOpen(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1) &&
           url.userInfo().isEmpty();
}

void NoteView::setNote(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    show(html);
}

QString NoteView::sheet() const
{
    const Shades &shades = shadesFor(palette());
    const double body = QApplication::font().pointSizeF();
    QString css =
        u"body { color: %1; } a { color: %2; text-decoration: none; }"
        "h1 { font-size: %3pt; font-weight: 400; margin-top: 0; margin-bottom: 4px; }"
        "h2 { font-size: %4pt; font-weight: 600; margin-top: 20px; margin-bottom: 6px; }"
        "h3, h4 { font-size: %5pt; font-weight: 600; color: %6; margin-top: 14px; margin-bottom: 4px; }"_s
            .arg(shades.text.name(), shades.link.name())
            .arg(body * 1.7)
            .arg(body * 1.2)
            .arg(body)
            .arg(shades.second.name());
    css += u"p, li { line-height: 130%; margin-top: 2px; margin-bottom: 4px; }"
           "code, pre { font-family: '%1'; font-size: %2pt; }"
           "pre { background-color: %3; }"
           ".breaking, .breaking-changes { background-color: %4; }"
           "del { color: %5; }"_s.arg(typeFont(Type::Code).family())
               .arg(body * 0.92)
               .arg(shades.group.name(), shades.cautionTint.name(), shades.second.name());
    return css;
}

void NoteView::show(const QString &html)
{
    auto *document = new QTextDocument(this);
    document->setDefaultFont(font());
    document->setDocumentMargin(16);
    document->setDefaultStyleSheet(sheet());
    document->setUndoRedoEnabled(false);
    // A note that long is no note: the rest is one click away where it came from.
    document->setHtml(breakable(html.size() > mostShown ? html.left(mostShown) + u"<p>…</p>"_s : html));
    document->setTextWidth(std::max(200, viewport()->width()));
    const QPointer<QTextDocument> old = this->document();
    setDocument(document);
    if (old && old->parent() == this)
        old->deleteLater();
    verticalScrollBar()->setValue(0);
}

int NoteView::mark(const QString &words)
{
    QList<ExtraSelection> marks;
    if (words.size() >= 2) {
        const Shades &shades = shadesFor(palette());
        for (QTextCursor hit = document()->find(words); !hit.isNull() && marks.size() < 2000;
             hit = document()->find(words, hit)) {
            ExtraSelection mark;
            mark.cursor = hit;
            mark.format.setBackground(shades.cautionTint);
            mark.format.setForeground(shades.text);
            mark.format.setFontUnderline(true);
            mark.format.setUnderlineColor(shades.caution);
            marks << mark;
        }
    }
    setExtraSelections(marks);
    if (!marks.isEmpty()) {
        QTextCursor first = marks.first().cursor;
        first.clearSelection();
        setTextCursor(first);
        ensureCursorVisible();
    }
    return int(marks.size());
}

void NoteView::jumpToHeading(int direction)
{
    QTextBlock block = cursorForPosition(QPoint(20, 4)).block();
    for (block = direction > 0 ? block.next() : block.previous(); block.isValid();
         block = direction > 0 ? block.next() : block.previous()) {
        if (block.blockFormat().headingLevel() > 0) {
            verticalScrollBar()->setValue(int(document()->documentLayout()->blockBoundingRect(block).top()) -
                                          8);
            return;
        }
    }
}

void NoteView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty())
        show(m_html);
}
