// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace
{

/// Whose shape carries the meaning, or stands inside our own drawings.
bool isAlwaysOurs(const QString &name)
{
    static const QSet<QString> inside{u"go-next"_s, u"go-previous"_s, u"list-remove"_s,
                                      u"check"_s,   u"cross"_s,       u"more"_s};
    return inside.contains(name) || (name.startsWith("dialog-"_L1) && name != "dialog-password"_L1);
}

QPixmap fromTheme(const QString &name, QSize pixels)
{
    const QIcon themed = QIcon::fromTheme(name + "-symbolic"_L1);
    return themed.isNull() || themed.name() != name + "-symbolic"_L1 ? QPixmap() : themed.pixmap(pixels, 1.0);
}

QPixmap own(const QString &name, QSize pixels)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", "#000000"));
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), pixels));
    return pixmap;
}

QPixmap drawn(const QString &name, QSize pixels, const QColor &color)
{
    const QString key = u"symbol/%1/%2/%3"_s.arg(name).arg(pixels.width()).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    if (!isAlwaysOurs(name))
        pixmap = fromTheme(name, pixels);
    if (pixmap.isNull())
        pixmap = own(name, pixels);
    if (!pixmap.isNull()) {
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(const QString &name, Tone tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSymbol(painter, m_name, rect, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_name, size, color(mode));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap made = pixmap(size * scale, mode, state);
        made.setDevicePixelRatio(scale);
        return made;
    }

    QIconEngine *clone() const override { return new SymbolEngine(m_name, m_tone); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Shades shades = shadesFor(QApplication::palette());
        if (mode == QIcon::Selected)
            return shades.onAccent;
        return mode == QIcon::Disabled ? shades.faint : toneColor(shades, m_tone);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon symbol(const QString &name, Tone tone)
{
    return QIcon(new SymbolEngine(name, tone));
}

void paintSymbol(QPainter *painter, const QString &name, const QRectF &rect, const QColor &color)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap pixmap = drawn(name, (rect.size() * ratio).toSize(), color);
    painter->drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
}
