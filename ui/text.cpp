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

void Text::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    setToolTip(shown == text() ? QString() : text());
    const int flags = int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine;
    style()->drawItemText(&painter, rect(), flags, palette(), isEnabled(), shown, foregroundRole());
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
