// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runner.h"

#include "app/run/handlers.h"
#include "app/wizard/engine.h"

#include <QPointer>
#include <QScopeGuard>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

Runner::Runner(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_handlers(std::make_unique<Handlers>(allHandlers()))
{
    RunParts parts;
    parts.journal = &engine->journal();
    parts.home = engine->home();
    parts.hosts = &engine->hosts();
    parts.secrets = &engine->secrets();
    parts.redactor = &engine->redactor();
    parts.handlers = m_handlers.get();
    m_executor = std::make_unique<Executor>(parts);
    connect(m_executor.get(), &Executor::stepChanged, this, &Runner::stepChanged);
    connect(m_executor.get(), &Executor::logLine, this, &Runner::logLine);
    connect(m_executor.get(), &Executor::observed, this, &Runner::observed);
}

Runner::~Runner() = default;

QString whoAnswers()
{
#ifdef Q_OS_UNIX
    // Whose rights are used, whatever the environment says.
    if (const passwd *account = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(account->pw_name);
#endif
    return qEnvironmentVariable("USERNAME", u"unknown"_s);
}

Result<void> Runner::claim(const QString &address)
{
    if (auto reserved = m_executor->reserve(); !reserved)
        return reserved;
    if (m_installationLock)
        return {};
    auto lock = InstallationLock::take(address);
    if (!lock) {
        release();
        return std::unexpected(lock.error());
    }
    m_installationLock.emplace(std::move(*lock));
    return {};
}

void Runner::release()
{
    m_installationLock.reset();
    m_executor->release();
}

auto Runner::releasedAtTheEnd()
{
    // A task that is dropped may outlive its runner.
    return qScopeGuard([alive = QPointer(this)] {
        if (alive)
            alive->release();
    });
}

Task<RunOutcome> Runner::upgrade(Session session)
{
    const auto released = releasedAtTheEnd();
    if (auto mine = claim(session.plan.installation); !mine)
        co_return RunOutcome{u"failed"_s, mine.error()};
    const Result<QString> id = m_engine->journal().createRun(u"upgrade"_s, session.plan.toJson());
    if (!id)
        co_return RunOutcome{u"failed"_s, id.error()};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QHash<QString, QString> answers = session.answers;
    for (const QString &check : std::as_const(session.acceptedChecks))
        answers.insert(check, u"accept"_s);
    for (const QString &fact : std::as_const(session.acceptedUnknown))
        answers.insert(u"fact:"_s + fact, u"accept"_s);
    if (session.withoutBackup)
        answers.insert(u"without-backup"_s, u"accept"_s);
    for (const auto &[subject, answer] : answers.asKeyValueRange()) {
        const Result<void> recorded = m_engine->journal().record({*id, subject, answer, whoAnswers(), now});
        if (!recorded)
            co_return RunOutcome{u"failed"_s, recorded.error()};
    }
    Q_EMIT begun(*id, session.plan);
    RunOutcome outcome = co_await m_executor->run(session.plan, *id);
    co_return outcome;
}

Task<RunOutcome> Runner::backup(Plan plan)
{
    const auto released = releasedAtTheEnd();
    if (auto mine = claim(plan.installation); !mine)
        co_return RunOutcome{u"failed"_s, mine.error()};
    const Result<QString> id = m_engine->journal().createRun(u"backup"_s, plan.toJson());
    if (!id)
        co_return RunOutcome{u"failed"_s, id.error()};
    Q_EMIT begun(*id, plan);
    RunOutcome outcome = co_await m_executor->run(plan, *id);
    co_return outcome;
}

Result<RunRecord> Runner::claimed(const QString &runId)
{
    // The home first: whether a run is finished cannot be told while another assistant is at it.
    if (auto mine = m_executor->reserve(); !mine)
        return std::unexpected(mine.error());
    Result<RunRecord> run = m_engine->journal().run(runId);
    if (!run)
        return run;
    if (auto mine = claim(run->installation); !mine)
        return std::unexpected(mine.error());
    return run;
}

Task<void> Runner::learnSecrets(RunRecord run)
{
    // Reading teaches the secrets that its files hold; a broken installation is exactly when going back is
    // wanted.
    Result<Installation> installation = co_await m_engine->read(run.installation, Version::of(run.from));
    Q_UNUSED(installation)
}

Task<RunOutcome> Runner::resume(QString runId)
{
    const auto released = releasedAtTheEnd();
    const Result<RunRecord> run = claimed(runId);
    if (!run)
        co_return RunOutcome{u"failed"_s, run.error()};
    if (run->state != u"interrupted" && run->state != u"needs-help")
        co_return RunOutcome{
            run->state,
            Error{ErrorKind::Blocked,
                  tr("Run %1 is not interrupted; there is nothing to resume.", "@error").arg(run->id),
                  {}}};
    co_await learnSecrets(*run);
    Q_EMIT begun(run->id, Plan::fromJson(run->plan));
    RunOutcome outcome = co_await m_executor->resume(run->id);
    co_return outcome;
}

Task<RunOutcome> Runner::rollback(QString runId)
{
    const auto released = releasedAtTheEnd();
    const Result<RunRecord> run = claimed(runId);
    if (!run)
        co_return RunOutcome{u"failed"_s, run.error()};
    if (run->kind != u"upgrade" || run->state == u"rolled-back" || run->state == u"failed" ||
        run->state == u"running")
        co_return RunOutcome{
            run->state,
            Error{ErrorKind::Blocked,
                  tr("Run %1 is %2; there is nothing to roll back.", "@error").arg(run->id, run->state),
                  {}}};
    co_await learnSecrets(*run);
    Q_EMIT begun(run->id, Plan::fromJson(run->plan));
    RunOutcome outcome = co_await m_executor->rollback(run->id);
    co_return outcome;
}

Task<RunOutcome> Runner::keep(QString runId)
{
    const auto released = releasedAtTheEnd();
    const Result<RunRecord> run = claimed(runId);
    if (!run)
        co_return RunOutcome{u"failed"_s, run.error()};
    const Plan plan = Plan::fromJson(run->plan);
    if (!plan.afterKeep.isEmpty())
        co_await learnSecrets(*run);
    Q_EMIT begun(run->id, plan);
    RunOutcome outcome = co_await m_executor->keep(run->id);
    co_return outcome;
}
