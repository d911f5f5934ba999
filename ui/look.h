// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPalette>
#include <QString>

class QApplication;

/// Our own two palettes, for desktops that bring none; every shade is derived from them as from any other.
QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

/// Takes style, font, palette and icons from the desktop; where there is no desktop (a virtual display, a
/// bare window manager) Breeze when it is installed, and ours for the rest.
void applyLook(QApplication &application);
/// Colours that a person chose: "light", "dark", "contrast"; empty: those of the desktop.
void applyTheme(const QString &name);
