// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class Card;
class QPushButton;
class RouteView;
class TargetModel;
class VersionTimeLine;
class Wizard;

/// The version to go to, on a line of time, and the way there with its stops.
class TargetPage : public Page
{
    Q_OBJECT

public:
    explicit TargetPage(Wizard *wizard, QWidget *parent = nullptr);

    QString help() const override;
    void find() override;

protected:
    void renew() override;

private:
    void renewVariants();

    Wizard *m_wizard;
    TargetModel *m_model;
    QPushButton *m_other;
    VersionTimeLine *m_time;
    RouteView *m_route;
    Card *m_variants;
    QStringList m_variantsShown;
};
