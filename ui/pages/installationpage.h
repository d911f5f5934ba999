// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class FactCardView;
class InstallationModel;
class QGridLayout;
class QPushButton;

/// A card per fact, each with its evidence; what is unknown comes first.
class InstallationPage : public Page
{
    Q_OBJECT

public:
    explicit InstallationPage(InstallationModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void lookAgain() override;
    QString help() const override;

protected:
    void renew() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void askLogin();
    void arrange();

    InstallationModel *m_model;
    QPushButton *m_again;
    QWidget *m_content;
    QGridLayout *m_grid;
    QList<FactCardView *> m_cards;
    QStringList m_shown;
};
