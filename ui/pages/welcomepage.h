// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/welcomemodel.h"
#include "ui/page.h"

class QGridLayout;
class QPushButton;
class Wizard;

/// An unfinished run first, then the installations found, and what can be done without risk.
class WelcomePage : public Page
{
    Q_OBJECT

public:
    explicit WelcomePage(Wizard *wizard, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void lookAgain() override;
    QString help() const override;
    void addInstallation();

Q_SIGNALS:
    void notesWanted();
    void historyWanted();

protected:
    void renew() override;

private:
    QWidget *buildFound();
    QWidget *buildSide();
    void renewUnfinished();
    void renewFound();
    void askRollBack();

    Wizard *m_wizard;
    WelcomeModel *m_model;
    Card *m_unfinished;
    QString m_unfinishedShown;
    QPushButton *m_resume = nullptr;
    QPushButton *m_add = nullptr;
    Text *m_lookedAt;
    Card *m_found;
    Card *m_side;
    QStringList m_foundShown;
};
