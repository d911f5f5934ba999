// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/stagemodel.h"
#include "ui/windowstate.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

#include <memory>

class DropVeil;
class Footer;
class HeaderBar;
class HistoryPage;
class KeepAwake;
class NotesPage;
class Page;
class QMenu;
class QPushButton;
class QStackedWidget;
class StepRail;
class WelcomePage;
class Wizard;

/// The frame around every page: header, rail, page, way back and main button. It only shows what the wizard
/// says.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Wizard *wizard, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Puts the window where it was; it is kept again when it closes.
    void remember(const WindowState &state);
    /// What keeps the computer awake over a run; without it nothing does.
    void setKeepAwake(std::unique_ptr<KeepAwake> keeper);

    Wizard *wizard() const { return m_wizard; }
    QPushButton *mainButton() const;
    Page *currentPage() const;
    void showNotes();
    void showHistory();
    /// Back to the wizard's own page.
    void returnToStage();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPages();
    void addShortcuts();
    void addMenu();
    void addThemes(QMenu *menu);
    void showPage(Page *page);
    void renew();
    void renewRail();
    void renewFooter();
    QString awakeHint() const;
    void mainAction();
    void showHelp();
    void nextPane();
    bool isAside() const;

    Wizard *m_wizard;
    HeaderBar *m_header;
    StepRail *m_rail;
    QWidget *m_railLine;
    QStackedWidget *m_stack;
    Footer *m_footer;
    WelcomePage *m_welcome = nullptr;
    NotesPage *m_notes = nullptr;
    HistoryPage *m_history = nullptr;
    QHash<int, QWidget *> m_holders; ///< index of a stage -> what stands in the stack
    QHash<int, Page *> m_pages;
    DropVeil *m_veil;
    std::unique_ptr<KeepAwake> m_awake;
    WindowState m_state;
    QTimer m_renewSoon;
    bool m_mayClose = false;
    int m_small = -1;
};
