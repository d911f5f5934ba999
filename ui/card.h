// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"

#include <QFrame>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

class QVBoxLayout;

/// A white area with a fine frame: something that is compared or decided. Never put one into another.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// A 3 px edge at the reading side that says how it stands; Normal takes it away.
    void setEdge(Tone tone);
    /// A dashed frame: not measured.
    void setDashed(bool dashed, Tone tone = Tone::Caution);
    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    Tone m_edge = Tone::Normal;
    Tone m_dashTone = Tone::Caution;
    bool m_dashed = false;
};

/// A line between two rows of a card.
class RowLine : public QWidget
{
    Q_OBJECT

public:
    explicit RowLine(Qt::Orientation orientation = Qt::Horizontal, bool strong = false,
                     QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_strong;
};

/// A 16 px icon as a label; decoration for assistive tools, the word stands beside it.
class SymbolLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SymbolLabel(const QString &name = {}, Tone tone = Tone::Normal, QWidget *parent = nullptr);
    void setSymbol(const QString &name, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Tone m_tone;
};

/// A button that reads like a link: for evidence, sources and details.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A button without a frame until it is pointed at.
QPushButton *quietButton(const QString &text, const QString &iconName, QWidget *parent = nullptr);
/// A small one with only an icon; tooltip and accessible name are the words.
QPushButton *iconButton(const QString &words, const QString &iconName, QWidget *parent = nullptr);
/// Gives a push button the accent, as the one main action, or takes it away.
void setMainAction(QPushButton *button, bool isMain);
