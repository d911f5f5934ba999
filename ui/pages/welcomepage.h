// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/welcomemodel.h"
#include "ui/page.h"

#include <QPointer>

class AddMenu;
class QPushButton;
class UnfinishedCard;
class Wizard;

/// An unfinished run first, then the installations found and worked on, and what can be done without risk.
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
    void renewFound();
    void fill(Card *card, const QList<FoundInstallation> &rows);
    void fillEmpty();

    Wizard *m_wizard;
    WelcomeModel *m_model;
    UnfinishedCard *m_unfinished;
    AddMenu *m_menu;
    QPushButton *m_add = nullptr;
    QPointer<QPushButton> m_addHere; ///< in the empty list
    Text *m_lookedAt;
    Card *m_found;
    Text *m_recentHead;
    Card *m_recent;
    QStringList m_foundShown;
};
