// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class EvidenceTable;
class QPushButton;
class SymbolLabel;
class QVBoxLayout;
class ResultModel;

/// Evidence side by side, then the two ways on, equally large.
class ResultPage : public Page
{
    Q_OBJECT

public:
    explicit ResultPage(ResultModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    QWidget *footerAction() override;
    void lookAgain() override;
    QString help() const override;
    QPushButton *keepButton() const { return m_keep; }
    QPushButton *rollBackButton() const { return m_rollBack; }

protected:
    void renew() override;

private:
    QWidget *buildWays();
    static void fill(QVBoxLayout *lines, const QStringList &sentences, const QStringList &icons);
    void askRollBack();

    ResultModel *m_model;
    QPushButton *m_again;
    Text *m_equal;
    Card *m_instruction;
    SymbolLabel *m_instructionSign;
    Text *m_instructionText;
    Card *m_tableCard;
    EvidenceTable *m_table;
    QWidget *m_ways;
    Text *m_waysHead;
    Card *m_keepCard;
    Text *m_keepHead;
    QVBoxLayout *m_keepLines;
    QPushButton *m_keep;
    QPushButton *m_resume;
    Card *m_backCard;
    Text *m_backHead;
    QVBoxLayout *m_backLines;
    QPushButton *m_rollBack;
    QPushButton *m_report;
    QStringList m_shown;
};
