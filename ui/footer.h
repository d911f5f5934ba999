// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/waybackgauge.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;
class Text;

/// What the bottom of the window says besides the way back.
struct FooterFacts {
    QString hint;   ///< "You may close this window: nothing is running from here."
    QString main;   ///< empty: no main button
    QString reason; ///< why it is disabled
    bool enabled = false;
    bool accent = true; ///< false for what is offered but not recommended, such as stopping
    bool back = false;
    bool returning = false; ///< the main button leads back to the upgrade
    bool operator==(const FooterFacts &) const = default;
};

/// The bottom of every page: the way back at the left, Back and the one main button at the right.
class Footer : public QWidget
{
    Q_OBJECT

public:
    explicit Footer(QWidget *parent = nullptr);

    WayBackGauge *gauge() const { return m_gauge; }
    QPushButton *mainButton() const { return m_main; }
    QPushButton *backButton() const { return m_back; }
    void setFacts(const FooterFacts &facts);
    /// The page's own widgets: beside the buttons and below them; null takes them away.
    void setPageWidgets(QWidget *action, QWidget *note);
    void setSmall(bool small);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    FooterFacts m_facts;
    WayBackGauge *m_gauge;
    Text *m_hint;
    QHBoxLayout *m_buttons;
    QVBoxLayout *m_right;
    QPushButton *m_back;
    QPushButton *m_main;
    Text *m_reason;
    QWidget *m_action = nullptr;
    QWidget *m_note = nullptr;
    bool m_wantsFocus = false;
};
