// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/welcomemodel.h"
#include "ui/card.h"

#include <QPointer>

/// A run that was cut off: where it stands, and the ways on.
class UnfinishedCard : public Card
{
    Q_OBJECT

public:
    explicit UnfinishedCard(QWidget *parent = nullptr);

    void setRun(const UnfinishedRun &run);
    QPushButton *firstButton() const { return m_first; }

Q_SIGNALS:
    void resumeWanted(const QString &id);
    void rollBackWanted(const QString &id);
    void lookWanted(const QString &id);

private:
    QLayout *words() const;
    QLayout *buttons();
    QLayout *price() const;

    UnfinishedRun m_run;
    QString m_shown;
    QPointer<QPushButton> m_first;
};
