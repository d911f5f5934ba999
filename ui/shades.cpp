// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shades.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace
{

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Moves a colour in HSL lightness, towards dark or light, until it can be read on every ground.
QColor readable(QColor color, const QList<QColor> &grounds, bool towardsLight)
{
    for (int guard = 0; guard < 40; ++guard) {
        const bool enough =
            std::ranges::all_of(grounds, [&](const QColor &g) { return contrast(color, g) >= 4.5; });
        if (enough)
            break;
        const float step = towardsLight ? 0.02F : -0.02F;
        color = QColor::fromHslF(std::max(0.0F, color.hslHueF()), color.hslSaturationF(),
                                 std::clamp(color.lightnessF() + step, 0.0F, 1.0F));
    }
    return color;
}

Shades computed(const QPalette &p)
{
    Shades s;
    s.window = p.color(QPalette::Active, QPalette::Window);
    s.base = p.color(QPalette::Active, QPalette::Base);
    s.group = p.color(QPalette::Active, QPalette::AlternateBase);
    s.text = p.color(QPalette::Active, QPalette::Text);
    s.dark = s.base.lightnessF() < 0.5F;
    s.highContrast = contrast(s.text, s.base) > 20.5 && s.window == s.base;
    s.second = s.highContrast ? s.text : readable(mixed(s.base, s.text, 0.70), {s.base, s.window}, s.dark);
    s.faint = s.highContrast ? s.text : readable(mixed(s.base, s.text, 0.62), {s.base}, s.dark);
    s.frame = s.highContrast ? s.text : mixed(s.base, s.text, 0.20);
    s.line = s.highContrast ? s.text : mixed(s.base, s.text, 0.11);
    s.onAccent = p.color(QPalette::Active, QPalette::HighlightedText);
    s.accent =
        readable(p.color(QPalette::Active, QPalette::Accent), {s.onAccent}, s.onAccent.lightnessF() < 0.5F);
    s.selection = s.highContrast ? s.base : mixed(s.base, s.accent, s.dark ? 0.25 : 0.12);
    s.link = readable(p.color(QPalette::Active, QPalette::Link), {s.base, s.window}, s.dark);
    s.good = readable(QColor(s.dark ? 0x6fcb93 : 0x1d7443), {s.base, s.window}, s.dark);
    s.caution = readable(QColor(s.dark ? 0xe5b454 : 0x8a5600), {s.base, s.window}, s.dark);
    s.bad = readable(QColor(s.dark ? 0xf2897f : 0xb0261f), {s.base, s.window}, s.dark);
    const qreal tint = s.highContrast ? 0 : s.dark ? 0.20 : 0.12;
    s.goodTint = mixed(s.base, s.good, tint);
    s.cautionTint = mixed(s.base, s.dark ? s.caution : QColor(0xe8a020),
                          s.highContrast ? 0
                          : s.dark       ? 0.20
                                         : 0.15);
    s.badTint = mixed(s.base, s.bad, tint);
    return s;
}

} // namespace

QColor mixed(const QColor &under, const QColor &over, qreal share)
{
    const auto part = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
                            part(under.blueF(), over.blueF()));
}

qreal contrast(const QColor &one, const QColor &other)
{
    const qreal a = luminance(one);
    const qreal b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const Shades &shadesFor(const QPalette &palette)
{
    // Only these decide; a button that sets its own Button colour still shares the shades of the window.
    using Key = std::array<QRgb, 7>;
    static std::pair<Key, Shades> last[2];
    static int next = 0;
    const auto rgb = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role).rgb(); };
    const Key key{rgb(QPalette::Window),
                  rgb(QPalette::Base),
                  rgb(QPalette::AlternateBase),
                  rgb(QPalette::Text),
                  rgb(QPalette::HighlightedText),
                  rgb(QPalette::Accent),
                  rgb(QPalette::Link)};
    for (const auto &known : last) {
        if (known.second.text.isValid() && known.first == key)
            return known.second;
    }
    auto &place = last[next];
    next = 1 - next;
    place = {key, computed(palette)};
    return place.second;
}

QColor toneColor(const Shades &shades, Tone tone)
{
    switch (tone) {
    case Tone::Normal:
        return shades.text;
    case Tone::Second:
        return shades.second;
    case Tone::Faint:
        return shades.faint;
    case Tone::Accent:
        return shades.accent;
    case Tone::OnAccent:
        return shades.onAccent;
    case Tone::Link:
        return shades.link;
    case Tone::Good:
        return shades.good;
    case Tone::Caution:
        return shades.caution;
    case Tone::Bad:
        return shades.bad;
    }
    return shades.text;
}
