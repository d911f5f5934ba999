// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/wizard.h"

#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/address.h"
#include "app/wizard/backupmodel.h"
#include "app/wizard/changesmodel.h"
#include "app/wizard/checksmodel.h"
#include "app/wizard/engine.h"
#include "app/wizard/historymodel.h"
#include "app/wizard/installationmodel.h"
#include "app/wizard/notesmodel.h"
#include "app/wizard/planmodel.h"
#include "app/wizard/resultmodel.h"
#include "app/wizard/runmodel.h"
#include "app/wizard/runsummary.h"
#include "app/wizard/targetmodel.h"
#include "app/wizard/welcomemodel.h"
#include "app/wizard/words.h"

using namespace Qt::StringLiterals;

Wizard::Wizard(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_session(std::make_unique<Session>())
    , m_welcome(new WelcomeModel(engine, this))
    , m_installation(new InstallationModel(engine, m_session.get(), this))
    , m_target(new TargetModel(engine, m_session.get(), this))
    , m_changes(new ChangesModel(engine, m_session.get(), this))
    , m_checks(new ChecksModel(engine, m_session.get(), this))
    , m_backup(new BackupModel(engine, m_session.get(), this))
    , m_plan(new PlanModel(engine, m_session.get(), this))
    , m_run(new RunModel(engine, m_session.get(), this))
    , m_result(new ResultModel(engine, m_session.get(), this))
    , m_notes(new NotesModel(engine, this))
    , m_history(new HistoryModel(engine, this))
{
    for (int stage = 0; stage <= static_cast<int>(Stage::Result); ++stage)
        connect(model(static_cast<Stage>(stage)), &StageModel::changed, this, &Wizard::changed);
    connect(m_welcome, &WelcomeModel::chosen, this, &Wizard::open);
    connect(m_installation, &InstallationModel::installationChanged, this, [this] {
        m_checks->clear();
        m_welcome->remember(m_session->installation);
        if (m_session->installation.version.isValid() &&
            m_session->installation.version < m_engine->catalogue().newest())
            m_target->choose(m_engine->catalogue().newest());
    });
    connect(m_target, &TargetModel::targetChanged, m_checks, &ChecksModel::clear);
    connect(m_run, &RunModel::ended, this, [this] {
        m_result->lookAgain();
        m_history->refresh();
        // What does not go on by itself is said where it happened.
        if (m_run->trouble().kind == Trouble::None)
            enter(Stage::Result);
    });
    connect(m_result, &ResultModel::rollBackRequested, this, &Wizard::rollBackRun);
    connect(m_result, &ResultModel::resumeRequested, this, &Wizard::resumeRun);
}

Wizard::~Wizard() = default;

StageModel *Wizard::model(Stage stage) const
{
    switch (stage) {
    case Stage::Welcome:
        return m_welcome;
    case Stage::Installation:
        return m_installation;
    case Stage::Target:
        return m_target;
    case Stage::Changes:
        return m_changes;
    case Stage::Checks:
        return m_checks;
    case Stage::Backup:
        return m_backup;
    case Stage::Plan:
        return m_plan;
    case Stage::Run:
        return m_run;
    case Stage::Result:
        return m_result;
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

QString Wizard::stageName(Stage stage)
{
    switch (stage) {
    case Stage::Welcome:
        return tr("Welcome", "@title stage");
    case Stage::Installation:
        return tr("Installation", "@title stage");
    case Stage::Target:
        return tr("Target", "@title stage");
    case Stage::Changes:
        return tr("What changes", "@title stage");
    case Stage::Checks:
        return tr("Checks", "@title stage");
    case Stage::Backup:
        return tr("Backup", "@title stage");
    case Stage::Plan:
        return tr("Plan", "@title stage");
    case Stage::Run:
        return tr("Run", "@title stage");
    case Stage::Result:
        return tr("Result", "@title stage");
    }
    Q_UNREACHABLE_RETURN({});
}

bool Wizard::canEnter(Stage stage) const
{
    if (m_run->isRunning())
        return stage == Stage::Run;
    if (stage == Stage::Run)
        return m_run->isReady();
    if (stage == Stage::Result)
        return !m_result->state().isEmpty();
    // After a run the earlier stages are its record; a new upgrade begins at the welcome page.
    if (!m_session->runId.isEmpty() && stage != Stage::Welcome)
        return false;
    for (int earlier = static_cast<int>(Stage::Installation); earlier < static_cast<int>(stage); ++earlier) {
        if (!model(static_cast<Stage>(earlier))->isReady())
            return false;
    }
    return stage == Stage::Welcome || !m_session->installation.address.isEmpty() || m_installation->isBusy();
}

StageState Wizard::stateOf(Stage stage) const
{
    if (stage == m_stage)
        return StageState::Current;
    if (!m_session->runId.isEmpty() && stage < Stage::Run)
        return StageState::Done;
    if (stage > m_stage && model(stage)->railState() == StageState::Done && !canEnter(stage))
        return StageState::Later;
    return model(stage)->railState();
}

QString Wizard::installationTitle() const
{
    return m_session->installation.title;
}

QString Wizard::installationKindText() const
{
    return m_session->installation.address.isEmpty() ? QString() : kindText(m_session->installation);
}

QStringList Wizard::routeTexts() const
{
    QStringList texts;
    if (m_session->installation.version.isValid())
        texts.append(m_session->installation.version.toString());
    for (const Version &stop : std::as_const(m_session->route))
        texts.append(stop.toString());
    return texts;
}

int Wizard::routePosition() const
{
    const QString state = m_result->state();
    return state == u"upgraded" || state == u"kept" ? static_cast<int>(m_session->route.size()) : 0;
}

WayBack Wizard::wayBack() const
{
    WayBack way;
    way.hint = m_run->isRunning() ? tr("This computer must stay awake while the run goes on.", "@info")
                                  : tr("You may close this window: nothing is running from here.", "@info");
    const auto run = m_session->runId.isEmpty() ? Result<RunRecord>(std::unexpected(Error{}))
                                                : m_engine->journal().run(m_session->runId);
    if (!run || run->state == u"rolled-back") {
        way.sentence =
            run ? tr("Everything is back as it was", "@info") : tr("Nothing has been touched", "@info");
        if (m_session->backupProven)
            way.remainder = tr("and a proven backup exists", "@info");
        return way;
    }
    const RunSummary summary = summarize(m_engine->journal(), *run);
    if (!summary.doorPassed) {
        way.station = 1;
        way.sentence = tr("Going back is free: restart what was stopped, %1", "@info")
                           .arg(aboutDuration(summary.rollBackSeconds));
    } else if (!m_session->withoutBackup) {
        way.station = 3;
        way.sentence =
            tr("Going back restores the backup: %1", "@info").arg(aboutDuration(summary.rollBackSeconds));
        way.remainder = tr("loses what was done since", "@info");
    } else {
        way.station = 4;
        way.sentence = tr("The door is closed: there is no backup to go back with", "@info");
    }
    return way;
}

QString Wizard::mainActionText() const
{
    switch (m_stage) {
    case Stage::Installation:
        return tr("Choose a version", "@action");
    case Stage::Target:
        return tr("See what changes", "@action");
    case Stage::Changes:
        return tr("Continue to checks", "@action");
    case Stage::Checks:
        return tr("Continue to backup", "@action");
    case Stage::Backup:
        return m_backup->isReady() ? tr("Continue to the plan", "@action")
                                   : tr("Back up and prove it", "@action");
    case Stage::Plan:
        return m_plan->mainActionText();
    case Stage::Run:
        return m_run->isRunning() ? tr("Stop safely", "@action") : tr("See the result", "@action");
    case Stage::Result:
    case Stage::Welcome:
        break;
    }
    return {};
}

bool Wizard::mainActionEnabled() const
{
    if (m_stage == Stage::Backup)
        return !m_backup->isBusy();
    if (m_stage == Stage::Run)
        return m_run->isRunning() || m_run->isReady();
    return m_stage != Stage::Welcome && m_stage != Stage::Result && current()->isReady() &&
           !current()->isBusy();
}

QString Wizard::mainActionReason() const
{
    if (mainActionEnabled() || m_stage == Stage::Welcome || m_stage == Stage::Result)
        return {};
    return current()->isBusy() ? current()->busyText() : current()->notReadyReason();
}

bool Wizard::mainActionIsFinal() const
{
    return m_stage == Stage::Plan;
}

void Wizard::mainAction()
{
    if (!mainActionEnabled())
        return;
    if (m_stage == Stage::Backup && !m_backup->isReady()) {
        m_backup->start();
        return;
    }
    if (m_stage == Stage::Run && m_run->isRunning()) {
        m_run->stopSafely();
        return;
    }
    if (m_stage == Stage::Plan)
        m_run->start();
    enter(static_cast<Stage>(static_cast<int>(m_stage) + 1));
}

void Wizard::back()
{
    if (m_run->isRunning())
        return;
    const Stage earlier = static_cast<Stage>(qMax(0, static_cast<int>(m_stage) - 1));
    enter(canEnter(earlier) ? earlier : Stage::Welcome);
}

void Wizard::enter(Stage stage)
{
    if (stage == m_stage || !canEnter(stage))
        return;
    if (stage == Stage::Welcome && !m_session->runId.isEmpty())
        *m_session = {};
    m_stage = stage;
    if (stage == Stage::Welcome)
        m_welcome->lookAgain();
    else if (stage == Stage::Changes)
        m_changes->refresh();
    else if (stage == Stage::Checks && !m_checks->isReady())
        m_checks->runAll();
    else if (stage == Stage::Plan)
        m_plan->refresh();
    Q_EMIT stageChanged(stage);
    Q_EMIT changed();
}

void Wizard::open(const QString &addressOrPath)
{
    if (m_run->isRunning())
        return;
    const auto address = Address::parse(addressOrPath, m_engine->options().callerFolder);
    if (!address) {
        m_welcome->add(addressOrPath);
        return;
    }
    *m_session = {};
    m_installation->read(address->toString());
    enter(Stage::Installation);
}

void Wizard::beginRecorded(const QString &runId)
{
    const auto run = m_engine->journal().run(runId);
    if (!run || m_run->isRunning())
        return;
    if (m_session->runId != run->id) {
        *m_session = {};
        m_session->plan = Plan::fromJson(run->plan);
        m_session->runId = run->id;
        m_session->installation.address = run->installation;
        m_session->installation.title = m_session->plan.title;
        m_session->installation.version = m_session->plan.from;
        m_session->route = m_session->plan.route;
        m_session->target = m_session->plan.to;
    }
}

void Wizard::resumeRun(const QString &runId)
{
    beginRecorded(runId);
    m_run->resume(runId);
    enter(Stage::Run);
}

void Wizard::rollBackRun(const QString &runId)
{
    beginRecorded(runId);
    m_run->rollBack(runId);
    enter(Stage::Run);
}

void Wizard::lookAtRun(const QString &runId)
{
    beginRecorded(runId);
    m_run->look(runId);
    m_result->lookAgain();
    enter(Stage::Run);
}
