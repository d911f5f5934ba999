// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/card.h"

#include "ui/icons.h"
#include "ui/type.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(4);
}

void Card::setEdge(Tone tone)
{
    m_edge = tone;
    update();
}

void Card::setDashed(bool dashed, Tone tone)
{
    m_dashed = dashed;
    m_dashTone = tone;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(path, shades.base);
    if (m_edge != Tone::Normal) {
        painter.save();
        painter.setClipPath(path);
        painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(width() - 3, 0, 3, height())
                                                              : QRect(0, 0, 3, height()),
                         toneColor(shades, m_edge));
        painter.restore();
    }
    QPen pen(m_dashed ? toneColor(shades, m_dashTone) : shades.frame, shades.highContrast ? 2 : 1);
    if (m_dashed)
        pen.setDashPattern({4, 3});
    painter.strokePath(path, pen);
}

RowLine::RowLine(Qt::Orientation orientation, bool strong, QWidget *parent)
    : QWidget(parent)
    , m_strong(strong)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void RowLine::paintEvent(QPaintEvent *)
{
    const Shades &shades = shadesFor(palette());
    QPainter(this).fillRect(rect(), m_strong ? shades.frame : shades.line);
}

SymbolLabel::SymbolLabel(const QString &name, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_name(name)
    , m_tone(tone)
{
    setFixedSize(16, 18);
}

void SymbolLabel::setSymbol(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void SymbolLabel::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    paintSymbol(&painter, m_name, QRectF(0, 1, 16, 16), toneColor(shadesFor(palette()), m_tone));
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setFont(typeFont(Type::Caption));
    setCursor(Qt::PointingHandCursor);
    setFlat(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + 4, metrics.height() + 4};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Shades &shades = shadesFor(palette());
    QFont drawn = font();
    drawn.setUnderline(underMouse() && isEnabled());
    painter.setFont(drawn);
    painter.setPen(isEnabled() ? shades.link : shades.faint);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(shades.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

QPushButton *quietButton(const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setFlat(true);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(symbol(iconName));
    return button;
}

QPushButton *iconButton(const QString &words, const QString &iconName, QWidget *parent)
{
    auto *button = quietButton({}, iconName, parent);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFixedSize(32, 28);
    return button;
}

void setMainAction(QPushButton *button, bool isMain)
{
    button->setDefault(isMain);
    if (!isMain) {
        button->setPalette(QPalette());
        return;
    }
    const Shades &shades =
        shadesFor(button->parentWidget() ? button->parentWidget()->palette() : button->palette());
    QPalette palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Button, shades.accent);
        palette.setColor(group, QPalette::ButtonText, shades.onAccent);
    }
    button->setPalette(palette);
}
