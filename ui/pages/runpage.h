// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/wizard/trouble.h"
#include "ui/page.h"

class ComponentLanes;
class DrainMeter;
class LogPanel;
class SymbolLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class RunModel;
class TroubleView;
class Wizard;

/// The run as it happens: lanes on a common clock, the worker's drain, the live log; or, when it does not go
/// on, what happened and what can be done.
class RunPage : public Page
{
    Q_OBJECT

public:
    explicit RunPage(Wizard *wizard, QWidget *parent = nullptr);

    QWidget *firstFocus() override;

    void find() override;
    QString help() const override;
    void setSmall(bool small) override;
    LogPanel *log() const { return m_log; }
    QSplitter *splitter() const { return m_splitter; }

protected:
    void renew() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildCorner();
    QWidget *buildLeft();
    QWidget *buildTrouble();
    void addKeys();
    void renewClock();
    void renewTrouble();
    void arrange();
    void take(TroubleWay::Kind way);
    void askRollBack();

    Wizard *m_wizard;
    RunModel *m_model;
    Text *m_remaining;
    Text *m_doneAround;
    QProgressBar *m_progress;
    QWidget *m_whenRow = nullptr;
    SymbolLabel *m_whenSymbol = nullptr;
    Text *m_when = nullptr;
    QPushButton *m_ways = nullptr; ///< from the log back to the three blocks
    QStackedWidget *m_stack;
    TroubleView *m_trouble;
    QTabBar *m_tabs;
    QSplitter *m_splitter;
    QWidget *m_left = nullptr;
    ComponentLanes *m_lanes;
    Card *m_drainCard;
    Text *m_grace;
    DrainMeter *m_drain;
    QPushButton *m_more;
    LogPanel *m_log;
    QTimer m_clock;
    bool m_showLog = false;
    bool m_small = false;
};
