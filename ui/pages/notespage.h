// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

class LinkButton;
class NotesModel;
class NoteView;
class QCheckBox;
class QLineEdit;
class QTreeWidget;

/// Every release by line, its notes with breaking changes first, search and comparison.
class NotesPage : public Page
{
    Q_OBJECT

public:
    explicit NotesPage(NotesModel *model, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    void find() override;
    void lookAgain() override;
    QString help() const override;
    void setSmall(bool small) override;

protected:
    void renew() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void showNote();
    void compare();
    QString current() const;
    void nextUnread(int direction);

    NotesModel *m_model;
    QLineEdit *m_search;
    QCheckBox *m_breaking;
    LinkButton *m_compare;
    QTreeWidget *m_list;
    Text *m_source;
    NoteView *m_note;
    QTimer m_typing;
    QStringList m_shown;
    QStringList m_hits;
};
