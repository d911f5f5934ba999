// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/look.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace
{

struct Colors {
    QRgb window, base, alternate, text, button, accent, onAccent, link, mid;
};

QPalette paletteOf(const Colors &c)
{
    QPalette p{QColor(c.button), QColor(c.window)};
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Button, c.button);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, c.text);
    p.setColor(QPalette::ToolTipBase, c.base);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::Accent, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::LinkVisited, c.link);
    p.setColor(QPalette::Mid, c.mid);
    QColor faded(c.text);
    faded.setAlphaF(0.62F);
    p.setColor(QPalette::PlaceholderText, faded);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faded);
    return p;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({0xfff2f3f5, 0xffffffff, 0xfff8f9fa, 0xff1e2226, 0xfffcfcfd, 0xff2a66ad, 0xffffffff,
                      0xff245c9e, 0xffcfd4d8});
}

QPalette darkPalette()
{
    return paletteOf({0xff24272b, 0xff1b1e21, 0xff202327, 0xffe5e8ea, 0xff2f3338, 0xff6aa7ea, 0xff10151a,
                      0xff8bbcf2, 0xff454b51});
}

QPalette highContrastPalette()
{
    return paletteOf({0xff000000, 0xff000000, 0xff000000, 0xffffffff, 0xff000000, 0xffffff00, 0xff000000,
                      0xff80d0ff, 0xffffffff});
}

void applyLook(QApplication &application)
{
    if (QIcon::fallbackThemeName().isEmpty() || QIcon::fallbackThemeName() == "hicolor"_L1)
        QIcon::setFallbackThemeName(u"breeze"_s);
    if (!qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP"))
        return;
    QIcon::setThemeName(u"breeze"_s);
    if (!application.arguments().contains("-style"_L1) &&
        QStyleFactory::keys().contains("Breeze"_L1, Qt::CaseInsensitive))
        QApplication::setStyle(u"Breeze"_s);
    if (QFontDatabase::hasFamily(u"Noto Sans"_s))
        QApplication::setFont(QFont(u"Noto Sans"_s, 10));
    applyTheme({});
}

void applyTheme(const QString &name)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    // Where a desktop rules, its own light and dark are the right ones.
    const bool desktop = !qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP");
    hints->setColorScheme(name == "dark"_L1    ? Qt::ColorScheme::Dark
                          : name == "light"_L1 ? Qt::ColorScheme::Light
                                               : Qt::ColorScheme::Unknown);
    const bool dark = name == "dark"_L1 || (name.isEmpty() && hints->colorScheme() == Qt::ColorScheme::Dark);
    if (name == "contrast"_L1)
        QApplication::setPalette(highContrastPalette());
    else if (desktop)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
}
