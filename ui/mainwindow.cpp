// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/mainwindow.h"

#include "app/wizard/backupmodel.h"
#include "app/wizard/changesmodel.h"
#include "app/wizard/checksmodel.h"
#include "app/wizard/historymodel.h"
#include "app/wizard/installationmodel.h"
#include "app/wizard/notesmodel.h"
#include "app/wizard/planmodel.h"
#include "app/wizard/resultmodel.h"
#include "app/wizard/runmodel.h"
#include "app/wizard/targetmodel.h"
#include "app/wizard/welcomemodel.h"
#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/dropveil.h"
#include "ui/footer.h"
#include "ui/headerbar.h"
#include "ui/icons.h"
#include "ui/keepawake.h"
#include "ui/look.h"
#include "ui/pages/backuppage.h"
#include "ui/pages/changespage.h"
#include "ui/pages/checkspage.h"
#include "ui/pages/historypage.h"
#include "ui/pages/installationpage.h"
#include "ui/pages/notespage.h"
#include "ui/pages/planpage.h"
#include "ui/pages/resultpage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/targetpage.h"
#include "ui/pages/welcomepage.h"
#include "ui/steprail.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstStage = int(Stage::Installation);
constexpr int lastStage = int(Stage::Result);

RailStep::State railState(StageState state)
{
    switch (state) {
    case StageState::Done:
        return RailStep::Done;
    case StageState::Current:
        return RailStep::Current;
    case StageState::Attention:
        return RailStep::Attention;
    case StageState::Failed:
        return RailStep::Failed;
    case StageState::Later:
        break;
    }
    return RailStep::Later;
}

} // namespace

MainWindow::MainWindow(Wizard *wizard, QWidget *parent)
    : QMainWindow(parent)
    , m_wizard(wizard)
    , m_header(new HeaderBar)
    , m_rail(new StepRail)
    , m_railLine(new RowLine(Qt::Vertical, true))
    , m_stack(new QStackedWidget)
    , m_footer(new Footer)
    , m_veil(new DropVeil(this))
{
    setWindowTitle(tr("Kestra Upgrade Assistant", "@title:window"));
    setAcceptDrops(true);
    setMinimumSize(900, 560);
    resize(1280, 800);
    m_rail->setFixedWidth(207);
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_railLine);
    middle->addWidget(m_stack, 1);
    column->addWidget(m_header);
    column->addLayout(middle, 1);
    column->addWidget(m_footer);
    setCentralWidget(central);
    addPages();
    addShortcuts();
    addMenu();
    m_renewSoon.setSingleShot(true);
    m_renewSoon.setInterval(0);
    connect(&m_renewSoon, &QTimer::timeout, this, &MainWindow::renew);
    connect(m_wizard, &Wizard::changed, &m_renewSoon, qOverload<>(&QTimer::start));
    connect(m_wizard, &Wizard::stageChanged, this, &MainWindow::returnToStage);
    connect(m_header, &HeaderBar::notesWanted, this, &MainWindow::showNotes);
    connect(m_header, &HeaderBar::historyWanted, this, &MainWindow::showHistory);
    connect(m_rail, &StepRail::stepChosen, this,
            [this](int step) { m_wizard->enter(Stage(step + firstStage)); });
    connect(m_footer->mainButton(), &QPushButton::clicked, this, &MainWindow::mainAction);
    connect(m_footer->backButton(), &QPushButton::clicked, this,
            [this] { isAside() ? returnToStage() : m_wizard->back(); });
    setTabOrder(m_stack, m_rail);
    setTabOrder(m_rail, m_footer);
    returnToStage();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    const auto add = [this](int index, Page *page) {
        QWidget *holder = page;
        if (index == int(Stage::Welcome)) {
            // The start page is a centred column.
            holder = new QWidget;
            auto *row = new QHBoxLayout(holder);
            row->setContentsMargins(0, 0, 0, 0);
            row->addStretch(1);
            row->addWidget(page, 100);
            row->addStretch(1);
        }
        m_pages.insert(index, page);
        m_holders.insert(index, holder);
        m_stack->addWidget(holder);
    };
    m_welcome = new WelcomePage(m_wizard);
    add(int(Stage::Welcome), m_welcome);
    add(int(Stage::Installation), new InstallationPage(m_wizard->installation()));
    add(int(Stage::Target), new TargetPage(m_wizard));
    add(int(Stage::Changes), new ChangesPage(m_wizard->changes()));
    add(int(Stage::Checks), new ChecksPage(m_wizard->checks()));
    add(int(Stage::Backup), new BackupPage(m_wizard->backup()));
    add(int(Stage::Plan), new PlanPage(m_wizard->plan()));
    add(int(Stage::Run), new RunPage(m_wizard));
    add(int(Stage::Result), new ResultPage(m_wizard->result()));
    m_notes = new NotesPage(m_wizard->notes());
    add(lastStage + 1, m_notes);
    m_history = new HistoryPage(m_wizard);
    add(lastStage + 2, m_history);
    connect(m_welcome, &WelcomePage::notesWanted, this, &MainWindow::showNotes);
    connect(m_welcome, &WelcomePage::historyWanted, this, &MainWindow::showHistory);
    connect(m_history, &HistoryPage::runChosen, this, &MainWindow::returnToStage);
    connect(m_history, &HistoryPage::practiseWanted, this, [this] {
        m_wizard->enter(Stage::Welcome);
        returnToStage();
        m_wizard->welcome()->practise();
    });
}

void MainWindow::remember(const WindowState &state)
{
    m_state = state;
    m_state.restore(this);
    if (!m_state.theme().isEmpty())
        applyTheme(m_state.theme());
}

void MainWindow::setKeepAwake(std::unique_ptr<KeepAwake> keeper)
{
    m_awake = std::move(keeper);
    connect(m_awake.get(), &KeepAwake::changed, &m_renewSoon, qOverload<>(&QTimer::start));
}

QPushButton *MainWindow::mainButton() const
{
    return m_footer->mainButton();
}

Page *MainWindow::currentPage() const
{
    for (auto it = m_holders.begin(); it != m_holders.end(); ++it) {
        if (it.value() == m_stack->currentWidget())
            return m_pages.value(it.key());
    }
    return m_welcome;
}

bool MainWindow::isAside() const
{
    return currentPage() == m_notes || currentPage() == m_history;
}

void MainWindow::showNotes()
{
    showPage(m_notes);
}

void MainWindow::showHistory()
{
    m_wizard->history()->refresh();
    showPage(m_history);
}

void MainWindow::returnToStage()
{
    showPage(m_pages.value(int(m_wizard->stage())));
}

void MainWindow::showPage(Page *page)
{
    m_stack->setCurrentWidget(m_holders.value(m_pages.key(page)));
    m_footer->setPageWidgets(page->footerAction(), page->footerNote());
    page->renewNow();
    renew();
    if (QWidget *first = page->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
    else if (mainButton()->isVisible() && mainButton()->isEnabled())
        mainButton()->setFocus(Qt::OtherFocusReason);
    else
        page->setFocus();
}

void MainWindow::renew()
{
    m_renewSoon.stop();
    const Stage stage = m_wizard->stage();
    const bool aside = isAside();
    const bool welcome = stage == Stage::Welcome && !aside;
    const QString name = m_wizard->installationTitle();
    const bool named = !name.isEmpty() && !welcome;
    m_header->setNavigation(!aside && !welcome);
    m_header->setFacts({named ? name : tr("Kestra Upgrade Assistant", "@title:window"),
                        named ? m_wizard->installationKindText() : QString(),
                        named ? m_wizard->routeTexts() : QStringList(), m_wizard->routePosition()});
    m_rail->setVisible(!aside && stage != Stage::Welcome);
    m_railLine->setVisible(m_rail->isVisibleTo(this));
    renewRail();
    renewFooter();
    setWindowTitle(named ? tr("%1 — Kestra Upgrade Assistant", "@title:window").arg(name)
                         : tr("Kestra Upgrade Assistant", "@title:window"));
}

QString MainWindow::awakeHint() const
{
    const KeepAwake::State state = m_awake ? m_awake->state() : KeepAwake::Off;
    if (state == KeepAwake::Held)
        return tr("This computer stays awake until the run ends, also with its lid closed.", "@info");
    if (state == KeepAwake::Cannot)
        return tr("This computer cannot be kept awake: see that it does not go to sleep.", "@info");
    return m_wizard->wayBack().hint;
}

void MainWindow::renewFooter()
{
    const Stage stage = m_wizard->stage();
    const bool aside = isAside();
    const bool running = m_wizard->run()->isRunning();
    if (m_awake && running)
        m_awake->hold(tr("Kestra is being upgraded", "@info"));
    else if (m_awake)
        m_awake->release();
    const WayBack way = m_wizard->wayBack();
    m_footer->gauge()->setFacts(
        {GaugeFacts::Station(std::clamp(way.station, 0, 4)), way.sentence, way.remainder, way.doorKnown});
    FooterFacts facts;
    facts.hint = running ? awakeHint() : way.hint;
    if (aside) {
        facts.main = stage == Stage::Welcome ? tr("Return to the start", "@action")
                                             : tr("Return to the upgrade", "@action");
        facts.enabled = true;
        facts.returning = true;
    } else {
        facts.main = m_wizard->mainActionText();
        facts.enabled = m_wizard->mainActionEnabled();
        facts.reason = m_wizard->mainActionReason();
        facts.back = stage != Stage::Welcome && !running;
        facts.accent = !running;
        // The ways on stand in the page then.
        if (stage == Stage::Run && !running && m_wizard->run()->trouble().kind != Trouble::None)
            facts.main.clear();
    }
    m_footer->setFacts(facts);
}

void MainWindow::renewRail()
{
    QList<RailStep> steps;
    for (int i = firstStage; i <= lastStage; ++i) {
        const Stage stage = Stage(i);
        RailStep step;
        step.title = Wizard::stageName(stage);
        step.word = m_wizard->model(stage)->railText();
        step.state = railState(m_wizard->stateOf(stage));
        if (stage == Stage::Result && m_wizard->run()->isRunning()) {
            step.word.clear();
            step.state = RailStep::Later;
        }
        step.reachable = m_wizard->canEnter(stage);
        if (!step.reachable && i > firstStage)
            step.missing = m_wizard->model(Stage(i - 1))->notReadyReason();
        steps << step;
    }
    m_rail->setSteps(steps, int(m_wizard->stage()) - firstStage);
}

void MainWindow::mainAction()
{
    if (isAside())
        returnToStage();
    else
        m_wizard->mainAction();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_wizard->run()->isRunning()) {
        m_state.save(this);
        event->accept();
        return;
    }
    event->ignore();
    auto *box = new QMessageBox(QMessageBox::Question, tr("The run is not finished", "@title"),
                                tr("Close the window in the middle of the run? What runs detached goes on; "
                                   "the next start finds this run "
                                   "and offers to resume it or take it back.",
                                   "@info"),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *close = box->addButton(tr("Close the window", "@action"), QMessageBox::DestructiveRole);
    auto *stay = box->addButton(tr("Stay", "@action"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    connect(close, &QAbstractButton::clicked, this, [this] {
        m_mayClose = true;
        this->close();
    });
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile() || m_wizard->run()->isRunning())
        return;
    event->acceptProposedAction();
    m_veil->rise(
        tr("Drop to look at %1", "@info file").arg(QFileInfo(urls.first().toLocalFile()).fileName()));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_veil->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_veil->hide();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    m_wizard->open(urls.first().toLocalFile());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const int small = width() < 1100 || height() < 700;
    if (small == m_small)
        return;
    m_small = small;
    m_rail->setFixedWidth(width() < 1100 ? 175 : 207);
    m_footer->setSmall(height() < 700);
    for (Page *page : std::as_const(m_pages))
        page->setSmall(small);
}
