// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shades.h"

#include <QAbstractButton>

/// One row to choose in a card: icon, two lines, a value, how it stands, and an arrow.
struct RowFacts {
    QString icon;
    QString title;
    QString second;
    QString value;
    QString stateIcon;
    QString state;
    Tone tone = Tone::Second;
    bool last = false;
    bool operator==(const RowFacts &) const = default;
};

class RowButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RowButton(const RowFacts &facts, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return m_facts.value.isEmpty() && m_facts.state.isEmpty(); }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RowFacts m_facts;
};
