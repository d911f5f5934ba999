// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/historymodel.h"
#include "ui/page.h"

class QLineEdit;
class QTreeWidget;
class RunDetail;
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
    void practiseWanted();
    void runChosen(); ///< a run was resumed or taken back: the wizard shows it

protected:
    void renew() override;

private:
    QWidget *buildNone();
    void fill(const QList<HistoryRow> &rows);
    void showRun();
    HistoryRow current() const;
    void askRollBack();

    Wizard *m_wizard;
    HistoryModel *m_model;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    Card *m_listCard;
    Card *m_none;
    RunDetail *m_detail;
    QStringList m_shown;
};
