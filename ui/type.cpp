// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/type.h"

#include <QApplication>
#include <QFontDatabase>

QFont typeFont(Type type)
{
    QFont font = QApplication::font();
    const qreal size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    const auto made = [&](qreal factor, QFont::Weight weight) {
        font.setPointSizeF(size * factor);
        font.setWeight(weight);
        return font;
    };
    switch (type) {
    case Type::Title:
        return made(1.7, QFont::Normal);
    case Type::SmallTitle:
    case Type::Time:
        return made(1.4, QFont::Normal);
    case Type::Detail:
        return made(1.2, QFont::DemiBold);
    case Type::Section:
        return made(1.08, QFont::DemiBold);
    case Type::Body:
        return made(1, QFont::Normal);
    case Type::Name:
        return made(1, QFont::DemiBold);
    case Type::Caption:
        return made(0.92, QFont::Normal);
    case Type::CaptionHead:
        return made(0.92, QFont::DemiBold);
    case Type::Code:
        break;
    }
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(size * 0.92);
    return fixed;
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}
