// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class DiffView;
class PlanModel;
class PlanTree;
class QCheckBox;
class QPlainTextEdit;
class QTabBar;

/// The steps as they will run, the one-way door between two of them, every file's diff, and what one step
/// does.
class PlanPage : public Page
{
    Q_OBJECT

public:
    explicit PlanPage(PlanModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    QWidget *footerNote() override;
    void lookAgain() override;
    QString help() const override;
    PlanTree *tree() const { return m_tree; }

protected:
    void renew() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildSteps();
    QWidget *buildFiles();
    void showTab(int tab);
    void showStep(const QString &id);

    PlanModel *m_model;
    PlanTree *m_tree;
    QTabBar *m_tabs;
    Text *m_changed;
    DiffView *m_diff;
    QPlainTextEdit *m_step;
    QCheckBox *m_read;
    Text *m_assumed;
    QStringList m_shown;
};
