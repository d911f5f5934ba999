// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

#include <QHash>

class CheckRowView;
class ChecksModel;
class QPushButton;
class QVBoxLayout;

/// All checks at once, failed ones first, each with what to do and to be run again.
class ChecksPage : public Page
{
    Q_OBJECT

public:
    explicit ChecksPage(ChecksModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void lookAgain() override;
    QString help() const override;

protected:
    void renew() override;

private:
    ChecksModel *m_model;
    QPushButton *m_all;
    Card *m_open;
    Text *m_passedHead;
    Card *m_passed;
    QStringList m_shown;
};
