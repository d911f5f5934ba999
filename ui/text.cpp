// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

Text::Text(Type type, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    // On a card the style would take Text, which is not what a tone sets.
    setForegroundRole(QPalette::WindowText);
    setFont(typeFont(type));
    colour();
}

Text::Text(const QString &words, Type type, Tone tone, QWidget *parent)
    : Text(type, tone, parent)
{
    setText(words);
}

Text *Text::wrapped(int characters)
{
    setWordWrap(true);
    setMaximumWidth(fontMetrics().averageCharWidth() * characters);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAlignment((alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    return this;
}

Text *Text::elided(Qt::TextElideMode mode)
{
    m_elided = true;
    m_mode = mode;
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().averageCharWidth() * 4);
    return this;
}

void Text::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    colour();
}

void Text::setType(Type type)
{
    if (m_type == type)
        return;
    m_type = type;
    setFont(typeFont(type));
}

void Text::say(const QString &words)
{
    setText(words);
    setVisible(!words.isEmpty());
}

QSize Text::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    if (m_elided)
        return {minimumWidth(), hint.height()};
    // What wraps may become narrow; how high it is then, its layout asks by width.
    return wordWrap() ? QSize(std::min(hint.width(), 120), fontMetrics().height()) : hint;
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

int Text::heightForWidth(int width) const
{
    // A layout asks for its own width; what is limited never gets so wide.
    return QLabel::heightForWidth(std::min(width, maximumWidth()));
}

void Text::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    // What can be chosen with the mouse is painted by the label, which goes by the words' direction.
    if (textInteractionFlags() != Qt::NoTextInteraction && layoutDirection() == Qt::RightToLeft &&
        !(alignment() & Qt::AlignAbsolute))
        setAlignment(QStyle::visualAlignment(Qt::RightToLeft, alignment()) | Qt::AlignAbsolute);
}

void Text::paintEvent(QPaintEvent *event)
{
    if (textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard)) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QString shown = text();
    if (m_elided) {
        shown = fontMetrics().elidedText(text(), m_mode, width());
        setToolTip(shown == text() ? QString() : text());
    }
    const int lines = wordWrap() ? int(Qt::TextWordWrap) : m_elided ? int(Qt::TextSingleLine) : 0;
    style()->drawItemText(&painter, contentsRect(),
                          readingFlags(layoutDirection(), alignment(), shown) | lines, palette(), isEnabled(),
                          shown, foregroundRole());
}

int readingFlags(Qt::LayoutDirection direction, Qt::Alignment alignment, const QString &words)
{
    return int(QStyle::visualAlignment(direction, alignment) | Qt::AlignAbsolute) |
           (words.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
}

void Text::colour()
{
    const QColor wanted = toneColor(shadesFor(palette()), m_tone);
    if (palette().color(QPalette::Active, QPalette::WindowText) == wanted)
        return;
    // Only the role that a label paints with is ours; everything else goes on being inherited.
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    own.setResolveMask(own.resolveMask());
    setPalette(own);
}
