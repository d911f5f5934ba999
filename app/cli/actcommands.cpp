// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/upgradeoptions.h"

#include "app/run/journal.h"
#include "app/run/progress.h"
#include "app/wizard/address.h"
#include "app/wizard/engine.h"
#include "app/wizard/evidence.h"
#include "app/wizard/place.h"
#include "app/wizard/runner.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("ActCommands", text, "@info", count);
}

Error needsYes(const QString &what)
{
    return {ErrorKind::Blocked, tr("%1 changes the installation; say so with --yes.").arg(what), {}};
}

/// Committing asks for --yes and says what it removes.
Error whatGoes(CommandContext *context, const QString &runId)
{
    const auto run = context->engine->journal().run(runId);
    if (!run)
        return run.error();
    Error error = needsYes(tr("commit"));
    const RunProgress progress(context->engine->journal().events(run->id).value_or(QList<JournalEvent>()));
    for (const Step &step : Plan::fromJson(run->plan).removals(progress.isGoingBack()))
        error.message += u"\n  "_s + step.title;
    error.message += u'\n' + tr("After it this program cannot roll the run back any more. The backup stays.");
    return error;
}

/// Passes what the runner says on, as JSON lines or as lines for people.
void follow(CommandContext *context, Plan *plan, QString *runId)
{
    Runner *runner = context->runner;
    QObject::connect(runner, &Runner::begun, runner, [=](const QString &id, const Plan &begun) {
        *plan = begun;
        *runId = id;
        context->output.event({{u"event"_s, u"begun"_s}, {u"run"_s, id}});
        context->output.text(tr("Run %1").arg(id));
    });
    QObject::connect(runner, &Runner::stepChanged, runner,
                     [=](const QString &id, const QString &state, const QDateTime &time) {
                         const Step *step = plan->step(id);
                         context->output.event(
                             {{u"event"_s, u"step"_s},
                              {u"id"_s, id},
                              {u"state"_s, state},
                              {u"component"_s, step ? componentName(step->component) : QString()},
                              {u"time"_s, time.toUTC().toString(Qt::ISODateWithMs)}});
                         context->output.text(u"%1  %2  %3"_s.arg(time.toLocalTime().toString(u"HH:mm:ss"_s),
                                                                  state.leftJustified(8),
                                                                  step ? id + u"  "_s + step->title : id));
                     });
    QObject::connect(
        runner, &Runner::logLine, runner,
        [=](const QDateTime &time, const QString &component, const QString &level, const QString &text) {
            context->output.event({{u"event"_s, u"log"_s},
                                   {u"time"_s, time.toUTC().toString(Qt::ISODateWithMs)},
                                   {u"component"_s, component},
                                   {u"level"_s, level},
                                   {u"text"_s, text}});
            context->output.progress(u"          %1 %2"_s.arg(component, text));
        });
    QObject::connect(runner, &Runner::observed, runner, [=](const QString &name, const QJsonValue &value) {
        context->output.event({{u"event"_s, u"observed"_s}, {u"name"_s, name}, {u"value"_s, value}});
    });
}

/// 0 when it ended as wanted; 1 when the installation is as it was; 3 when a person is needed.
int exitCodeOf(const RunOutcome &outcome, const QString &wanted)
{
    if (outcome.state == wanted && !outcome.error)
        return 0;
    if (outcome.error && outcome.error->kind == ErrorKind::Cancelled)
        return outcome.state == u"rolled-back" ? 130 : 3;
    if (outcome.state == u"interrupted" || outcome.state == u"needs-help")
        return 3;
    if (outcome.error && outcome.error->kind == ErrorKind::Usage)
        return 2;
    return outcome.error && outcome.error->kind == ErrorKind::NeedsPerson ? 3 : 1;
}

int ended(CommandContext *context, const RunOutcome &outcome, const QString &wanted, const QString &runId,
          const QString &sentence)
{
    const int code = exitCodeOf(outcome, wanted);
    QJsonObject event{
        {u"event"_s, u"finished"_s}, {u"run"_s, runId}, {u"state"_s, outcome.state}, {u"exitCode"_s, code}};
    if (outcome.error)
        event.insert(u"message"_s, outcome.error->message);
    context->output.event(event);
    if (outcome.error)
        context->output.error(*outcome.error);
    else
        context->output.text(sentence);
    return code;
}

/// An id that names nothing was mistyped: what was meant would stay unanswered or was never asked.
Result<void> checkAcceptedIds(const QStringList &accepted, const QList<Finding> &findings,
                              const QList<CheckResult> &checks)
{
    for (const QString &id : accepted) {
        const bool known = std::ranges::contains(findings, id, &Finding::id) ||
                           std::ranges::contains(checks, id, &CheckResult::id);
        if (!known)
            return failure(ErrorKind::Usage, tr("--accept %1 names no finding and no check of this upgrade. "
                                                "“findings” and “check” list them.")
                                                 .arg(id));
    }
    return {};
}

/// What the checks say against it, with the option that lets it pass.
void addChecks(const QList<CheckResult> &checks, const Session &session, QStringList &open, QString &reasons)
{
    for (const CheckResult &check : checks) {
        const bool stands = check.verdict == CheckVerdict::Fail || check.verdict == CheckVerdict::Unknown;
        const bool mendOnly = check.blocking && check.verdict == CheckVerdict::Fail;
        if (!stands || (session.acceptedChecks.contains(check.id) && !mendOnly))
            continue;
        reasons += u'\n' + check.message + u' ' + check.remedy;
        open.append(mendOnly ? tr("(%1 must be mended)").arg(check.id) : u"--accept "_s + check.id);
    }
}

/// Everything an upgrade hangs on, answered by the options; Blocked lists what is not.
Task<Result<Session>> preparedSession(CommandContext *context)
{
    context->output.progress(tr("Reading the installation…"));
    Result<UpgradeOptions> options = co_await readUpgradeOptions(context);
    if (!options)
        co_return std::unexpected(options.error());
    Engine *engine = context->engine;
    Session session = options->session;
    const QStringList accepted = context->arguments.options.value(u"accept"_s);
    session.acceptedChecks = QSet<QString>(accepted.begin(), accepted.end());
    QStringList open;
    for (const QString &id : unansweredFindings(options->findings, session)) {
        const auto finding = std::ranges::find(options->findings, id, &Finding::id);
        const bool fixes = hasFix(session.installation, *finding);
        open.append(fixes ? tr("--fix %1 or --accept %1").arg(id) : u"--accept "_s + id);
    }
    context->output.progress(tr("Checking…"));
    QList<CheckResult> checks =
        co_await engine->checks(session.installation, options->route, session.backupFolder);
    if (const Result<void> known = checkAcceptedIds(accepted, options->findings, checks); !known)
        co_return std::unexpected(known.error());
    QString reasons;
    addChecks(checks, session, open, reasons);
    if (!open.isEmpty())
        co_return failure(ErrorKind::Blocked, tr("%n thing(s) are not answered. Read them with “findings” "
                                                 "and “check”, then accept each by its id:\n%1",
                                                 int(open.size()))
                                                      .arg(open.join(u'\n')) +
                                                  reasons);
    const auto plan = makeUpgradePlan(engine->planRequest(session, options->findings));
    if (!plan)
        co_return std::unexpected(plan.error());
    session.plan = *plan;
    co_return session;
}

} // namespace

Task<int> runUpgradeCommand(CommandContext *context)
{
    if (context->arguments.has(u"yes"_s)) {
        const auto address =
            Address::parse(context->arguments.words[0], context->engine->options().callerFolder);
        const auto mine = context->runner->claim(address ? address->toString() : QString());
        if (!mine)
            co_return ended(context, {u"failed"_s, mine.error()}, u"upgraded"_s, {}, {});
    }
    Result<Session> session = co_await preparedSession(context);
    if (!session)
        co_return failed(*context, session.error());
    if (!context->arguments.has(u"yes"_s))
        co_return failed(*context, needsYes(tr("run")));
    Plan plan;
    QString runId;
    follow(context, &plan, &runId);
    RunOutcome outcome = co_await context->runner->upgrade(*session);
    co_return ended(context, outcome, u"upgraded"_s, runId,
                    tr("%1 runs and was seen to work. Keep it with “commit %2 --yes” or take it back with "
                       "“rollback %2 --yes”.")
                        .arg(plan.to.toString(), runId));
}

Task<int> backupCommand(CommandContext *context)
{
    const Arguments &arguments = context->arguments;
    if (!arguments.has(u"into"_s))
        co_return failed(*context,
                         Error{ErrorKind::Usage,
                               tr("Name the folder with --into.") + u'\n' + usageText(arguments.command),
                               {}});
    Result<Installation> installation = co_await context->engine->read(arguments.words[0], {});
    if (!installation)
        co_return failed(*context, installation.error());
    PlanRequest request;
    request.installation = *installation;
    const Result<QString> into =
        co_await newFolder(context->engine->hosts().at(installation->host), arguments.value(u"into"_s),
                           context->engine->options().callerFolder);
    if (!into)
        co_return failed(*context, into.error());
    request.backupFolder = *into;
    const auto plan = makeBackupPlan(request);
    if (!plan)
        co_return failed(*context, plan.error());
    Plan begun;
    QString runId;
    follow(context, &begun, &runId);
    RunOutcome outcome = co_await context->runner->backup(*plan);
    co_return ended(context, outcome, u"kept"_s, runId,
                    tr("The backup in %1 is proven.").arg(request.backupFolder));
}

Task<int> resumeCommand(CommandContext *context)
{
    Plan plan;
    QString runId;
    follow(context, &plan, &runId);
    RunOutcome outcome = co_await context->runner->resume(context->arguments.words[0]);
    const QString wanted = outcome.state == u"rolled-back" ? outcome.state : u"upgraded"_s;
    co_return ended(context, outcome, wanted, runId,
                    outcome.state == u"rolled-back"
                        ? tr("Everything is back as it was.")
                        : tr("%1 runs and was seen to work.").arg(plan.to.toString()));
}

Task<int> rollbackCommand(CommandContext *context)
{
    if (!context->arguments.has(u"yes"_s))
        co_return failed(*context, needsYes(tr("rollback")));
    Plan plan;
    QString runId;
    follow(context, &plan, &runId);
    RunOutcome outcome = co_await context->runner->rollback(context->arguments.words[0]);
    co_return ended(
        context, outcome, u"rolled-back"_s, runId,
        tr("Everything is back at %1, compared with the state before.").arg(plan.from.toString()));
}

Task<int> commitCommand(CommandContext *context)
{
    if (!context->arguments.has(u"yes"_s))
        co_return failed(*context, whatGoes(context, context->arguments.words[0]));
    Plan plan;
    QString runId;
    follow(context, &plan, &runId);
    RunOutcome outcome = co_await context->runner->keep(context->arguments.words[0]);
    const bool isBack = outcome.state == u"rolled-back";
    co_return ended(context, outcome, isBack ? outcome.state : u"kept"_s, runId,
                    isBack ? tr("What was kept beside it is removed. The backup stays until you delete it.")
                           : tr("Kept. The backup stays until you delete it."));
}
