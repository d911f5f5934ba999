// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

// Keys, menu and help of the window: everything that is reached without a page.

#include "app/wizard/wizard.h"
#include "ui/footer.h"
#include "ui/headerbar.h"
#include "ui/icons.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/pages/welcomepage.h"
#include "ui/steprail.h"

#include <QActionGroup>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

void MainWindow::addShortcuts()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(Qt::ALT | Qt::Key_Left, [this] { m_footer->backButton()->click(); });
    const auto mainKey = [this] {
        if (!m_wizard->mainActionIsFinal())
            mainButton()->click();
    };
    key(Qt::CTRL | Qt::Key_Return, mainKey);
    key(Qt::CTRL | Qt::Key_Enter, mainKey);
    for (int stage = int(Stage::Installation); stage <= int(Stage::Result); ++stage)
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + stage - int(Stage::Installation))),
            [this, stage] { m_wizard->enter(Stage(stage)); });
    key(Qt::CTRL | Qt::Key_F, [this] { currentPage()->find(); });
    key(Qt::Key_F5, [this] { currentPage()->lookAgain(); });
    key(Qt::CTRL | Qt::Key_R, [this] { showNotes(); });
    key(Qt::CTRL | Qt::Key_H, [this] { showHistory(); });
    key(Qt::CTRL | Qt::Key_N, [this] {
        if (currentPage() == m_welcome)
            m_welcome->addInstallation();
    });
    key(Qt::Key_F1, [this] { showHelp(); });
    key(Qt::Key_F6, [this] { nextPane(); });
}

void MainWindow::addMenu()
{
    auto *menu = new QMenu(this);
    menu->addAction(symbol(u"text-x-changelog"_s), tr("&Release notes", "@action"), this,
                    &MainWindow::showNotes);
    menu->addAction(symbol(u"view-history"_s), tr("&History", "@action"), this, &MainWindow::showHistory);
    menu->addAction(symbol(u"view-refresh"_s), tr("&Look again", "@action"), this,
                    [this] { currentPage()->lookAgain(); });
    menu->addSeparator();
    addThemes(menu);
    menu->addSeparator();
    menu->addAction(symbol(u"dialog-question"_s), tr("&What this page means", "@action"), this,
                    &MainWindow::showHelp);
    menu->addSeparator();
    menu->addAction(symbol(u"window-close"_s), tr("&Quit", "@action"), this, &QWidget::close);
    m_header->menuButton()->setMenu(menu);
}

void MainWindow::addThemes(QMenu *menu)
{
    auto *colours = menu->addMenu(tr("&Colours", "@title:menu"));
    auto *group = new QActionGroup(colours);
    const auto add = [&](const QString &name, const QString &words) {
        QAction *action = colours->addAction(words, this, [this, name] {
            m_state.setTheme(name);
            applyTheme(name);
        });
        action->setCheckable(true);
        action->setData(name);
        group->addAction(action);
    };
    add({}, tr("As the &desktop", "@action"));
    add(u"light"_s, tr("&Light", "@action"));
    add(u"dark"_s, tr("Da&rk", "@action"));
    add(u"contrast"_s, tr("&High contrast", "@action"));
    connect(colours, &QMenu::aboutToShow, this, [this, group] {
        for (QAction *action : group->actions())
            action->setChecked(action->data().toString() == m_state.theme());
    });
}

void MainWindow::showHelp()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("What this page means", "@title"),
                                currentPage()->help(), QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Everywhere: Alt+Left back · Ctrl+Return main button · Ctrl+1 to 8 steps · Ctrl+R release notes · "
           "Ctrl+H history · F5 look again · F6 next part of the window",
           "@info"));
    box->setTextFormat(Qt::PlainText);
    box->open();
}

void MainWindow::nextPane()
{
    QList<QWidget *> panes{m_stack->currentWidget(), m_rail, m_footer, m_header};
    panes.removeIf([](QWidget *pane) { return !pane->isVisible(); });
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focusWidget() && (panes.at(i) == focusWidget() || panes.at(i)->isAncestorOf(focusWidget())))
            at = i;
    }
    QWidget *next = panes.at((at + 1) % panes.size());
    if (next == m_footer)
        m_footer->gauge()->setFocus(Qt::TabFocusReason);
    else if (next == m_rail)
        m_rail->setFocus(Qt::TabFocusReason);
    else if (next == m_header)
        m_header->menuButton()->setFocus(Qt::TabFocusReason);
    else if (QWidget *first = currentPage()->firstFocus())
        first->setFocus(Qt::TabFocusReason);
    else
        mainButton()->setFocus(Qt::TabFocusReason);
}
