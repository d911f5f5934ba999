// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/text.h"

#include <QTimer>
#include <QWidget>

class Card;
class LinkButton;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;
class Spinner;
class StageModel;

/// What every page has: the news as its title, one sentence below, a corner for its own action, a row for
/// what is being waited for and one for what failed. The window asks it for the rest.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);

    /// Shows the model's title, subtitle, wait and error; renew() is called after each of its changes, at
    /// most once a turn of the event loop.
    void bind(StageModel *model);
    /// Renews now; when the page is shown.
    void renewNow();

    /// What gets the keyboard when the page is entered; null: the main button.
    virtual QWidget *firstFocus() { return nullptr; }
    /// Stands left of the footer's buttons, and below the main one.
    virtual QWidget *footerAction() { return nullptr; }
    virtual QWidget *footerNote() { return nullptr; }
    virtual void find() {}            ///< Ctrl+F
    virtual void lookAgain() {}       ///< F5
    virtual QString help() const = 0; ///< F1: what this page means, and its keys
    /// Before the window becomes narrow or low.
    virtual void setSmall(bool small);

    QString titleText() const { return m_title->text(); }
    QString subtitleText() const { return m_subtitle->text(); }
    QString errorText() const;

protected:
    virtual void renew() = 0;
    void setTitle(const QString &title, const QString &subtitle);
    void renewSoon() { m_renewSoon.start(); }
    QHBoxLayout *corner() const { return m_corner; }
    QVBoxLayout *body() const { return m_body; }

private:
    void showState();

    StageModel *m_model = nullptr;
    Text *m_title;
    Text *m_subtitle;
    QHBoxLayout *m_corner;
    QVBoxLayout *m_column;
    QVBoxLayout *m_body;
    QWidget *m_wait;
    Text *m_waitText;
    QTimer m_renewSoon;
    QTimer m_long;
    int m_waited = 0;
    Card *m_error;
    Text *m_errorText;
    Text *m_errorDetails;
};

/// A column of cards that scrolls when the window is too low for it.
QWidget *scrolling(QWidget *content);
