// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/runpage.h"

#include "app/wizard/resultmodel.h"
#include "app/wizard/runmodel.h"
#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/componentlanes.h"
#include "ui/drainmeter.h"
#include "ui/durations.h"
#include "ui/gripsplitter.h"
#include "ui/icons.h"
#include "ui/logpanel.h"
#include "ui/logview.h"
#include "ui/pages/textsheet.h"
#include "ui/tabstrip.h"
#include "ui/troubleview.h"
#include "ui/typedsheet.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

constexpr int moreSeconds = 300;

} // namespace

RunPage::RunPage(Wizard *wizard, QWidget *parent)
    : Page(parent)
    , m_wizard(wizard)
    , m_model(wizard->run())
    , m_remaining(new Text(Type::Time))
    , m_doneAround(new Text(Type::Body, Tone::Second))
    , m_progress(new QProgressBar)
    , m_stack(new QStackedWidget)
    , m_trouble(new TroubleView)
    , m_tabs(new TabStrip)
    , m_splitter(new GripSplitter(u"run"_s))
    , m_lanes(new ComponentLanes)
    , m_drainCard(new Card)
    , m_grace(new Text(Type::Body, Tone::Second))
    , m_drain(new DrainMeter)
    , m_more(new QPushButton(tr("&Give 5 more min", "@action")))
    , m_log(new LogPanel)
{
    corner()->addWidget(buildCorner());
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run", "@label"));
    m_tabs->addTab(tr("Components", "@title:tab"));
    m_tabs->addTab(tr("Log", "@title:tab"));
    m_tabs->hide();
    m_splitter->addWidget(buildLeft());
    m_splitter->addWidget(m_log);
    m_splitter->setStretchFactor(0, 55);
    m_splitter->setStretchFactor(1, 44);
    auto *running = new QWidget;
    auto *column = new QVBoxLayout(running);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_progress);
    column->addWidget(m_tabs);
    column->addWidget(m_splitter, 1);
    m_stack->addWidget(running);
    m_stack->addWidget(buildTrouble());
    body()->addWidget(m_stack, 1);

    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &RunPage::renewClock);
    connect(m_tabs, &QTabBar::currentChanged, this, &RunPage::arrange);
    connect(m_model, &RunModel::logged, m_log, &LogPanel::add);
    connect(m_more, &QPushButton::clicked, m_model, [this] { m_model->giveMore(moreSeconds); });
    addKeys();
    bind(m_model);
}

QWidget *RunPage::buildCorner()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_remaining->setAlignment(Qt::AlignTrailing);
    m_doneAround->setAlignment(Qt::AlignTrailing);
    m_whenRow = new QWidget;
    auto *when = new QHBoxLayout(m_whenRow);
    when->setContentsMargins(0, 4, 0, 0);
    when->setSpacing(6);
    m_whenSymbol = new SymbolLabel;
    m_when = new Text(Type::Name);
    when->addStretch();
    when->addWidget(m_whenSymbol);
    when->addWidget(m_when);
    m_ways = new QPushButton(symbol(u"go-previous"_s), tr("What you can &do", "@action"));
    m_ways->setAutoDefault(false);
    connect(m_ways, &QPushButton::clicked, this, [this] {
        m_showLog = false;
        renewTrouble();
    });
    for (QWidget *one : {static_cast<QWidget *>(m_remaining), static_cast<QWidget *>(m_doneAround), m_whenRow,
                         static_cast<QWidget *>(m_ways)})
        column->addWidget(one);
    m_whenRow->hide();
    m_ways->hide();
    return area;
}

QWidget *RunPage::buildLeft()
{
    auto *lanes = new Card;
    lanes->column()->setContentsMargins(12, 8, 16, 8);
    lanes->column()->addWidget(m_lanes, 1);
    auto *drainHead = new QHBoxLayout;
    drainHead->addWidget(new Text(tr("What still runs", "@title"), Type::Section), 1);
    drainHead->addWidget(m_grace);
    m_drainCard->column()->setSpacing(8);
    m_drainCard->column()->addLayout(drainHead);
    m_drainCard->column()->addWidget(m_drain, 1);
    m_more->setAutoDefault(false);
    m_more->setToolTip(tr("What still runs gets five more minutes before it is cut off", "@info:tooltip"));
    m_drainCard->column()->addWidget(m_more, 0, Qt::AlignLeading);
    m_drainCard->hide();
    m_left = new QWidget;
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(16);
    left->addWidget(lanes, 3);
    left->addWidget(m_drainCard, 2);
    return m_left;
}

QWidget *RunPage::buildTrouble()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_trouble);
    auto *report = quietButton(tr("Save a &report for support…", "@action"), u"document-save"_s);
    connect(report, &QPushButton::clicked, this, [this] {
        saveText(this, tr("Save the report", "@title"), u"upgrade-report.html"_s,
                 m_wizard->result()->reportHtml().toUtf8());
    });
    column->addWidget(report, 0, Qt::AlignLeading);
    column->addStretch();
    connect(m_trouble, &TroubleView::chosen, this, &RunPage::take);
    connect(m_trouble, &TroubleView::logWanted, this, [this] {
        m_showLog = true;
        m_tabs->setCurrentIndex(1);
        renewTrouble();
    });
    return scrolling(content);
}

void RunPage::addKeys()
{
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
}

QWidget *RunPage::firstFocus()
{
    return m_model->trouble().kind == Trouble::None ? nullptr : m_trouble->firstButton();
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
    const bool running = m_model->isRunning();
    const bool trouble = m_model->trouble().kind != Trouble::None;
    m_remaining->say(running && !trouble ? m_model->remainingText() : QString());
    m_doneAround->say(running && !trouble && !m_model->doneAround().isEmpty()
                          ? tr("done around %1", "@info time").arg(m_model->doneAround())
                          : QString());
    m_progress->setValue(int(m_model->progress() * 1000));
    m_log->setMasked(m_model->maskedSecrets());
    if (running != m_clock.isActive() && isVisible())
        running ? m_clock.start() : m_clock.stop();
    renewTrouble();
    renewClock();
}

void RunPage::renewTrouble()
{
    const Trouble &trouble = m_model->trouble();
    const bool some = trouble.kind != Trouble::None;
    const bool came = some && m_stack->currentIndex() == 0 && !m_showLog;
    if (!some)
        m_showLog = false;
    m_trouble->setTrouble(trouble);
    m_stack->setCurrentIndex(some && !m_showLog ? 1 : 0);
    m_whenRow->setVisible(some && !m_showLog);
    m_ways->setVisible(some && m_showLog);
    m_when->setText(trouble.when);
    const bool bad = trouble.kind == Trouble::Failed || trouble.kind == Trouble::NeedsPerson;
    m_when->setTone(bad ? Tone::Bad : Tone::Caution);
    m_whenSymbol->setSymbol(bad ? u"dialog-error"_s : u"chronometer"_s, bad ? Tone::Bad : Tone::Caution);
    if (came && isVisible() && m_trouble->firstButton())
        m_trouble->firstButton()->setFocus(Qt::OtherFocusReason);
}

void RunPage::take(TroubleWay::Kind way)
{
    switch (way) {
    case TroubleWay::Wait:
        m_model->keepWaiting();
        return;
    case TroubleWay::Again:
        m_wizard->resumeRun(m_wizard->result()->runId());
        return;
    case TroubleWay::Done:
        m_model->answerDone();
        return;
    case TroubleWay::GoBack:
        askRollBack();
        return;
    }
}

void RunPage::askRollBack()
{
    ResultModel *result = m_wizard->result();
    const QString words = result->rollBackText().remove(u'…');
    auto *sheet = new TypedSheet({words, result->rollBackPrice(), result->typedWord(), words}, this);
    sheet->setObjectName(u"rollBackSheet"_s);
    connect(sheet, &QDialog::accepted, m_model, &RunModel::goBack);
    sheet->open();
}

void RunPage::renewClock()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_lanes->setLanes(m_model->lanes(),
                      {m_model->startedAt().toLocalTime(), m_model->expectedEnd().toLocalTime(), now,
                       m_model->doorTime().toLocalTime()});
    const DrainState &drain = m_model->drain();
    m_drainCard->setVisible(drain.active);
    if (!drain.active)
        return;
    m_drain->setDrain(drain, now);
    const qint64 left = now.secsTo(drain.graceEnds);
    m_grace->setText(left > 0 ? tr("%1 of grace left", "@info").arg(spokenSeconds(left)) : QString());
    m_more->setVisible(drain.canExtend);
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
