// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class ChangeDetail;
class ChangesList;
class ChangesModel;
class NoteView;
class QLineEdit;
class QStackedWidget;
class QTabBar;

/// Breaking changes of the whole jump against this installation; the merged notes one tab away.
class ChangesPage : public Page
{
    Q_OBJECT

public:
    explicit ChangesPage(ChangesModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void find() override;
    void lookAgain() override;
    QString help() const override;
    void setSmall(bool small) override;

protected:
    void renew() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showChange(const QString &id);
    void giveAnswer(const QString &answer);

    ChangesModel *m_model;
    QTabBar *m_tabs;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    ChangesList *m_list;
    ChangeDetail *m_detail;
    NoteView *m_notes;
    bool m_notesStale = true;
};
