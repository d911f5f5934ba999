// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/historymodel.h"
#include "ui/page.h"

class QLineEdit;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;
class Wizard;

/// Every run with its outcome and, as long as it is possible, its way back.
class HistoryPage : public Page
{
    Q_OBJECT

public:
    explicit HistoryPage(Wizard *wizard, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void find() override;
    void lookAgain() override;
    QString help() const override;

Q_SIGNALS:
    void runChosen(); ///< a run was resumed or taken back: the wizard shows it

protected:
    void renew() override;

private:
    void showRun();
    HistoryRow current() const;
    void askRollBack();

    Wizard *m_wizard;
    HistoryModel *m_model;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    Card *m_detail;
    Text *m_title;
    Text *m_state;
    Text *m_when;
    Text *m_installation;
    Text *m_price;
    QPushButton *m_rollBack;
    QPushButton *m_resume;
    QPushButton *m_report;
    QStringList m_shown;
};
