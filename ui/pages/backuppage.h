// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class BackupModel;
class EvidenceTable;
class LinkButton;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

/// What is saved and where, then the progress, then the proof side by side.
class BackupPage : public Page
{
    Q_OBJECT

public:
    explicit BackupPage(BackupModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    QString help() const override;

protected:
    void renew() override;

private:
    QWidget *buildLeft();
    QWidget *buildProof();
    void renewSaved();
    void chooseFolder();
    void askWithout();
    void showCommands();

    BackupModel *m_model;
    QPushButton *m_start;
    Card *m_savedCard;
    QVBoxLayout *m_saved;
    QString m_savedShown;
    Text *m_folder;
    Text *m_free;
    QPushButton *m_choose;
    QPushButton *m_without;
    Card *m_proofCard;
    Text *m_proofCount;
    Text *m_progressText;
    QProgressBar *m_progress;
    EvidenceTable *m_table;
    Text *m_expected;
    LinkButton *m_commands;
};
