// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/page.h"

#include <QDateTime>

class ComponentLanes;
class DrainMeter;
class LogPanel;
class QBoxLayout;
class QProgressBar;
class QTabBar;
class RunModel;

/// The run as it happens: lanes on a common clock, the worker's drain, the live log.
class RunPage : public Page
{
    Q_OBJECT

public:
    explicit RunPage(RunModel *model, QWidget *parent = nullptr);

    void find() override;
    QString help() const override;
    void setSmall(bool small) override;
    LogPanel *log() const { return m_log; }

protected:
    void renew() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void renewClock();
    void arrange();

    RunModel *m_model;
    Text *m_remaining;
    Text *m_doneAround;
    QProgressBar *m_progress;
    Card *m_stalled;
    Text *m_stalledText;
    QTabBar *m_tabs;
    QWidget *m_left;
    ComponentLanes *m_lanes;
    Card *m_drainCard;
    Text *m_grace;
    DrainMeter *m_drain;
    LogPanel *m_log;
    QTimer m_clock;
    QDateTime m_run;
    bool m_small = false;
};
