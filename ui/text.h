// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"
#include "ui/type.h"

#include <QLabel>

/// Words of one size and one tone, always plain text (much of it was written by others), that follow the
/// palette.
class Text : public QLabel
{
    Q_OBJECT

public:
    explicit Text(Type type = Type::Body, Tone tone = Tone::Normal, QWidget *parent = nullptr);
    Text(const QString &words, Type type, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    /// Breaks lines, at most `characters` wide so that prose stays readable.
    Text *wrapped(int characters = 80);
    /// Cut with "…" in place of growing the window; the whole text is the tooltip then.
    Text *elided(Qt::TextElideMode mode = Qt::ElideRight);
    void setTone(Tone tone);
    void setType(Type type);
    /// Hidden while it has nothing to say.
    void say(const QString &words);

    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void colour();

    Type m_type;
    Tone m_tone;
    bool m_elided = false;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// Flags to draw `words` at the side where one begins to read the window, themselves in their own direction:
/// an English sentence in a window that reads from the right keeps its full stop where it belongs.
int readingFlags(Qt::LayoutDirection direction, Qt::Alignment alignment, const QString &words);
