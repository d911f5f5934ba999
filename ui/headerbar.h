// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;
class RowLine;
class Text;

/// What the top line says: which installation, where it is, and the route with the stop that runs now.
struct HeaderFacts {
    QString name;
    QString place;
    QStringList route; ///< versions in order, the running one first
    int here = 0;      ///< index of the version that runs now
    bool operator==(const HeaderFacts &) const = default;
};

/// The top line of the window.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setFacts(const HeaderFacts &facts);
    void setNavigation(bool shown);
    QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void notesWanted();
    void historyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    HeaderFacts m_facts;
    Text *m_name;
    Text *m_place;
    QWidget *m_route;
    QHBoxLayout *m_routeRow;
    RowLine *m_line;
    QPushButton *m_notes;
    QPushButton *m_history;
    QToolButton *m_menu;
};
