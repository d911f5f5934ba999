// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QPalette>

/// Every colour the window paints with, computed from one palette. Widgets hold no colour of their own.
struct Shades {
    QColor window;
    QColor base;
    QColor group; ///< group rows: AlternateBase
    QColor text;
    QColor second; ///< explanations, captions
    QColor faint;  ///< line numbers, log times
    QColor frame;
    QColor line; ///< between rows
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor link;
    QColor good;
    QColor caution;
    QColor bad;
    QColor goodTint;
    QColor cautionTint;
    QColor badTint;
    bool dark = false;
    bool highContrast = false;
};

/// What a word or an icon says by its colour, beside saying it as a word.
enum class Tone { Normal, Second, Faint, Accent, OnAccent, Link, Good, Caution, Bad };

/// Computed once for each palette.
const Shades &shadesFor(const QPalette &palette);
QColor toneColor(const Shades &shades, Tone tone);

/// `share` of `over` laid on `under`.
QColor mixed(const QColor &under, const QColor &over, qreal share);
/// Contrast as WCAG 2 computes it, 1 to 21.
qreal contrast(const QColor &one, const QColor &other);
