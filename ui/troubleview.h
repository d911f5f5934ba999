// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/trouble.h"
#include "ui/card.h"

#include <QPointer>

class QGridLayout;

/// A run that does not go on: what happened, what is true now, what you can do; always in this order.
class TroubleView : public Card
{
    Q_OBJECT

public:
    explicit TroubleView(QWidget *parent = nullptr);

    void setTrouble(const Trouble &trouble);
    /// The way that is recommended.
    QPushButton *firstButton() const { return m_first; }

Q_SIGNALS:
    void chosen(TroubleWay::Kind way);
    void logWanted();

private:
    QWidget *block(const QString &title, QWidget *content);
    QWidget *happened() const;
    QWidget *factsNow() const;
    QWidget *ways();
    QWidget *way(const TroubleWay &way, bool recommended);

    Trouble m_trouble;
    QPointer<QPushButton> m_first;
};
