// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"
#include "ui/type.h"

#include <QStyleOptionViewItem>

class QPainter;

/// The rows of our lists look alike: this paints the parts of one, from its reading side.
class RowPaint
{
public:
    RowPaint(QPainter *painter, const QStyleOptionViewItem &option);

    /// Ground, line below and, for the selected one, the 3 px edge.
    void background(const QColor &color, bool selected);
    void symbol(int x, int size, const QString &name, Tone tone, int shift = 0);
    /// Words from `x`, as wide as the row less `-width` when that is negative.
    int words(int x, int width, const QString &text, Type type, Tone tone, int shift = 0);
    void twoLines(int x, int width, const QString &first, const QString &second, Type firstType = Type::Body);
    /// Words at the far side; returns their width.
    int trailing(int margin, const QString &text, Type type, Tone tone, int shift = 0);
    void focus();
    /// A place of the row, mirrored where one reads from the right.
    QRect place(int x, int width) const;

    const Shades &shades;
    QRect row;

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
};
