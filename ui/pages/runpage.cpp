// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/runpage.h"

#include "app/wizard/runmodel.h"
#include "ui/card.h"
#include "ui/componentlanes.h"
#include "ui/drainmeter.h"
#include "ui/durations.h"
#include "ui/logpanel.h"
#include "ui/logview.h"
#include "ui/tabstrip.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RunPage::RunPage(RunModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_remaining(new Text(Type::Time))
    , m_doneAround(new Text(Type::Body, Tone::Second))
    , m_progress(new QProgressBar)
    , m_stalled(new Card)
    , m_stalledText((new Text(Type::Body))->wrapped(130))
    , m_tabs(new TabStrip)
    , m_left(new QWidget)
    , m_lanes(new ComponentLanes)
    , m_drainCard(new Card)
    , m_grace(new Text(Type::Body, Tone::Second))
    , m_drain(new DrainMeter)
    , m_log(new LogPanel)
{
    m_remaining->setAlignment(Qt::AlignTrailing);
    m_doneAround->setAlignment(Qt::AlignTrailing);
    auto *time = new QVBoxLayout;
    time->setSpacing(2);
    time->addWidget(m_remaining);
    time->addWidget(m_doneAround);
    corner()->addLayout(time);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run", "@label"));
    m_stalled->setEdge(Tone::Caution);
    auto *stalled = new QHBoxLayout;
    stalled->addWidget(new SymbolLabel(u"dialog-warning"_s, Tone::Caution), 0, Qt::AlignTop);
    stalled->addWidget(m_stalledText, 1);
    m_stalled->column()->addLayout(stalled);
    m_stalled->hide();
    m_tabs->addTab(tr("Components", "@title:tab"));
    m_tabs->addTab(tr("Log", "@title:tab"));
    m_tabs->hide();

    auto *lanes = new Card;
    lanes->column()->setContentsMargins(12, 8, 16, 8);
    lanes->column()->addWidget(m_lanes, 1);
    auto *drainHead = new QHBoxLayout;
    drainHead->addWidget(new Text(tr("Worker", "@title"), Type::Section), 1);
    drainHead->addWidget(m_grace);
    m_drainCard->column()->addLayout(drainHead);
    m_drainCard->column()->addWidget(m_drain, 1);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(16);
    left->addWidget(lanes, 3);
    left->addWidget(m_drainCard, 2);

    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_left, 55);
    row->addWidget(m_log, 44);
    body()->setSpacing(12);
    body()->addWidget(m_progress);
    body()->addWidget(m_stalled);
    body()->addWidget(m_tabs);
    body()->addLayout(row, 1);

    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &RunPage::renewClock);
    connect(m_tabs, &QTabBar::currentChanged, this, &RunPage::arrange);
    connect(m_model, &RunModel::logged, m_log, &LogPanel::add);
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_L, [this] { m_log->view()->setFollowing(!m_log->view()->isFollowing()); });
    key(Qt::Key_F3, [this] { m_log->view()->nextHit(1); });
    key(Qt::SHIFT | Qt::Key_F3, [this] { m_log->view()->nextHit(-1); });
    key(Qt::CTRL | Qt::Key_S, [this] { m_log->save(); });
    key(Qt::CTRL | Qt::Key_Period, [this] {
        if (m_model->isRunning())
            m_model->stopSafely();
    });
    bind(model);
}

void RunPage::find()
{
    m_log->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_log->searchField()->selectAll();
}

QString RunPage::help() const
{
    return tr("One lane for each component, on a common clock: solid is measured, dashed is expected. The "
              "log holds every "
              "word of the tools, without secrets. “Stop safely” finishes the step under way, then asks.\n\n"
              "Ctrl+L follow · Ctrl+F search, F3 next hit · Ctrl+S save the log · Ctrl+. stop safely",
              "@info");
}

void RunPage::setSmall(bool small)
{
    Page::setSmall(small);
    m_small = small;
    arrange();
}

void RunPage::arrange()
{
    m_tabs->setVisible(m_small);
    m_left->setVisible(!m_small || m_tabs->currentIndex() == 0);
    m_log->setVisible(!m_small || m_tabs->currentIndex() == 1);
}

void RunPage::renew()
{
    if (m_model->startedAt() != m_run) {
        m_run = m_model->startedAt();
    }
    const bool running = m_model->isRunning();
    m_remaining->say(running ? m_model->remainingText() : QString());
    m_doneAround->say(running ? m_model->doneAround() : QString());
    m_progress->setValue(int(m_model->progress() * 1000));
    m_stalledText->setText(m_model->stalledText());
    m_stalled->setVisible(!m_model->stalledText().isEmpty());
    m_log->setMasked(m_model->maskedSecrets());
    if (running != m_clock.isActive() && isVisible())
        running ? m_clock.start() : m_clock.stop();
    renewClock();
}

void RunPage::renewClock()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_lanes->setLanes(m_model->lanes(),
                      {m_model->startedAt().toLocalTime(), m_model->expectedEnd().toLocalTime(), now,
                       m_model->doorTime().toLocalTime()});
    const DrainState &drain = m_model->drain();
    m_drainCard->setVisible(drain.active || !drain.left.isEmpty());
    if (m_drainCard->isVisibleTo(this)) {
        m_drain->setDrain(drain, drain.active ? now : drain.left.isEmpty() ? now : drain.left.last().first);
        const qint64 left = now.secsTo(drain.graceEnds);
        m_grace->setText(drain.active && left > 0 ? tr("%1 of grace left", "@info").arg(spokenSeconds(left))
                                                  : QString());
    }
}

void RunPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_model->isRunning())
        m_clock.start();
}

void RunPage::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    Page::hideEvent(event);
}
