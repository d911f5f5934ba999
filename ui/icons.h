// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"

#include <QIcon>

class QPainter;

/// A symbolic icon by its freedesktop name, coloured like the text beside it whatever the palette becomes.
/// The desktop's own drawing where its theme has a symbolic one, otherwise ours; status icons are always
/// ours, their shape has to tell them apart without colour.
QIcon symbol(const QString &name, Tone tone = Tone::Normal);
void paintSymbol(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color);
