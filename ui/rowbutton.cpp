// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rowbutton.h"

#include "ui/icons.h"
#include "ui/rowpaint.h"
#include "ui/text.h"

#include <QPainter>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

RowButton::RowButton(const RowFacts &facts, QWidget *parent)
    : QAbstractButton(parent)
    , m_facts(facts)
{
    setText(facts.title);
    setAccessibleName(facts.title);
    QStringList words{facts.second, facts.value, facts.state};
    words.removeAll(QString());
    setAccessibleDescription(words.join(u", "_s));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(hasHeightForWidth());
    setSizePolicy(policy);
}

QSize RowButton::sizeHint() const
{
    return {400, hasHeightForWidth() ? heightForWidth(300) : 56};
}

int RowButton::heightForWidth(int width) const
{
    const QFontMetrics metrics(typeFont(Type::Caption));
    return 38 +
           metrics.boundingRect(QRect(0, 0, width - 60, 400), Qt::TextWordWrap, m_facts.second).height() + 6;
}

void RowButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionViewItem option;
    option.initFrom(this);
    option.rect = rect();
    option.palette = palette();
    option.direction = layoutDirection();
    RowPaint row(&painter, option);
    if (underMouse() || isDown())
        painter.fillRect(rect(), row.shades.group);
    if (!m_facts.last)
        painter.fillRect(QRect(0, height() - 1, width(), 1), row.shades.line);
    if (hasHeightForWidth()) {
        paintSymbol(&painter, m_facts.icon, QRectF(row.place(16, 16).left(), 14, 16, 16), row.shades.text);
        row.words(44, -12, m_facts.title, Type::Name, Tone::Normal, 22 - height() / 2);
        painter.setFont(typeFont(Type::Caption));
        painter.setPen(row.shades.second);
        painter.drawText(row.place(44, -16).adjusted(0, 33, 0, 0),
                         readingFlags(layoutDirection(), Qt::AlignLeft | Qt::AlignTop, m_facts.second) |
                             Qt::TextWordWrap,
                         m_facts.second);
    } else {
        row.symbol(16, 16, m_facts.icon, Tone::Normal);
        const int stateFrom = width() - 228;
        const int valueFrom = stateFrom - 76;
        row.twoLines(48, valueFrom - 56, m_facts.title, m_facts.second, Type::Name);
        row.words(valueFrom, 72, m_facts.value, Type::Body, Tone::Normal);
        row.symbol(stateFrom, 16, m_facts.stateIcon, m_facts.tone);
        row.words(stateFrom + 22, 166, m_facts.state, Type::Caption,
                  m_facts.tone == Tone::Good ? Tone::Second : m_facts.tone);
        row.symbol(width() - 32, 16,
                   layoutDirection() == Qt::RightToLeft ? u"go-previous"_s : u"chevron-right"_s,
                   Tone::Second);
    }
    row.focus();
}
