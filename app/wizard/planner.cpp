// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/planner.h"

#include "app/backup/backupplan.h"
#include "app/backup/storagemove.h"
#include "app/installation/planparts.h"
#include "app/plan/steps.h"
#include "app/wizard/runaways.h"
#include "app/wizard/runawaysql.h"
#include "app/wizard/verification.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Planner", text, "@error");
}

Plan emptyPlan(const PlanRequest &request)
{
    Plan plan;
    plan.installation = request.installation.address;
    plan.title = request.installation.title;
    plan.from = request.installation.version;
    plan.to = request.route.isEmpty() ? plan.from : request.route.last();
    plan.route = request.route;
    plan.backupFolder = request.withoutBackup ? QString() : request.backupFolder;
    if (request.installation.versionAssumed)
        plan.assumed.append(
            QCoreApplication::translate("Planner",
                                        "Version %1 was not seen running; it was handed in or read "
                                        "from a tag.",
                                        "@info")
                .arg(plan.from.toString()));
    for (const Unknown &unknown : request.installation.unknown)
        plan.assumed.append(unknown.reason);
    return plan;
}

QList<Hop> hops(const PlanRequest &request)
{
    QList<Hop> list;
    Version from = request.installation.version;
    for (const Version &stop : request.route) {
        Hop hop;
        hop.from = from;
        hop.to = stop;
        hop.last = stop == request.route.last();
        hop.migrations = hopMigrations(from, stop);
        if (stop == request.editsAt)
            hop.edits = request.edits;
        list.append(hop);
        from = stop;
    }
    return list;
}

QJsonArray toJson(const Steps &steps)
{
    QJsonArray array;
    for (const Step &step : steps)
        array.append(step.toJson());
    return array;
}

/// What is in the tables once the new version runs, for the evidence beside the fingerprint before.
Steps countSteps(const Installation &installation)
{
    if (!installation.database.access.answersBesideKestra())
        return {};
    ObserveArgs args;
    args.name = u"tables-upgraded"_s;
    args.probe = Probe::tables(installation.database.access.toJson(), tablesThatTick());
    Step step =
        observe(u"count-rows"_s,
                QCoreApplication::translate("Planner", "Count the rows of every table again", "@info"), args);
    step.phase = u"verify"_s;
    step.host = installation.host;
    step.expectedSeconds = 5;
    return {step};
}

/// Takes the names away under which images were kept for the way back. One that a file names now stays, and
/// so does one that a container still runs.
Steps keptImageSteps(const Plan &plan)
{
    Steps steps;
    for (const Step &step : plan.steps) {
        const QJsonArray words = step.args.value(u"arguments"_s).toArray();
        if (step.args.value(u"program"_s) != u"docker"_s || words.at(0) != u"tag"_s || words.size() != 3)
            continue;
        const QString name = words.at(2).toString();
        const bool isNamed = std::ranges::any_of(
            plan.files, [&](const FileChange &file) { return file.after.contains(name.toUtf8()); });
        if (isNamed)
            continue;
        CommandArgs command;
        command.program = u"sh"_s;
        command.arguments = {
            u"-c"_s,
            u"docker image inspect \"$1\" >/dev/null 2>&1 || exit 0; docker image rm \"$1\" || "
            "docker ps -aq --filter \"ancestor=$1\" | grep -q ."_s,
            u"sh"_s, name};
        Step remove = runCommand(
            u"remove-kept-image"_s,
            QCoreApplication::translate("Planner", "Remove the image that was kept as %1", "@action")
                .arg(name),
            command);
        remove.host = step.host;
        steps.append(remove);
    }
    return steps;
}

/// What 2.0 would let run away is disabled before it looks at the flows for the first time.
Steps holdBackSteps(const Installation &installation, const Hop &hop, QStringList &assumed)
{
    const Version door = Version::of(u"2.0.0-rc0");
    if (hop.from >= door || hop.to < door)
        return {};
    QStringList byHand;
    QList<RunawayFlow> flows = runawayFlows(installation, hop.to, byHand);
    if (!canDisableTriggers(installation.database.access.kind)) {
        for (const RunawayFlow &flow : std::as_const(flows)) {
            for (const QString &trigger : flow.triggers)
                byHand.append(flow.id + u'.' + trigger);
        }
        flows.clear();
    }
    for (const QString &trigger : std::as_const(byHand))
        assumed.append(QCoreApplication::translate("Planner",
                                                   "The trigger %1 would fire always under %2 and cannot be "
                                                   "disabled by the plan: a person disables it before.",
                                                   "@info")
                           .arg(trigger, hop.to.toString()));
    Steps steps = disableSteps(installation, flows, hop.to);
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

/// The first step that lets a newer version at the data is taken back by stopping what it started and
/// restoring; later ones only by stopping, since one restore brings everything back.
Result<void> attachRestore(Plan &plan, const PlanRequest &request)
{
    bool attached = false;
    for (Step &step : plan.steps) {
        if (!step.changesData)
            continue;
        step.reversal = request.withoutBackup ? Reversal::ByPerson : Reversal::FromBackup;
        if (request.withoutBackup) {
            step.instruction =
                tr("There is no backup: the database and the storage must be restored by a person from "
                   "what they have.");
            continue;
        }
        step.instruction = tr("Restore by hand with restore.sh in %1.").arg(request.backupFolder);
        if (attached)
            continue;
        const Result<Steps> restore = restoreSteps(request.installation, request.backupFolder);
        if (!restore)
            return std::unexpected(restore.error());
        for (const QJsonValue &inverse : toJson(*restore))
            step.inverse.append(inverse);
        attached = true;
    }
    return {};
}

Result<void> append(Plan &plan, const Result<Steps> &part)
{
    if (!part)
        return std::unexpected(part.error());
    plan.steps += *part;
    return {};
}

} // namespace

bool movesStorage(const Version &from, const Version &to)
{
    const Version at = Version::of(u"0.23.0");
    return from < at && to >= at;
}

QList<QStringList> hopMigrations(const Version &from, const Version &to)
{
    QList<QStringList> commands;
    const auto crosses = [&](QStringView version) {
        const Version at = Version::of(version);
        return from < at && to >= at;
    };
    if (crosses(u"0.19.0") && to < Version::of(u"1.0.0"))
        commands.append({u"sys"_s, u"state-store"_s, u"migrate"_s});
    if (crosses(u"0.23.0"))
        commands.append({u"migrate"_s, u"default-tenant"_s});
    if (crosses(u"1.1.0"))
        commands.append({u"migrate"_s, u"metadata"_s, u"kv"_s});
    if (crosses(u"1.2.0"))
        commands.append({u"migrate"_s, u"metadata"_s, u"nsfiles"_s});
    return commands;
}

Result<Plan> makeUpgradePlan(const PlanRequest &request)
{
    const Installation &installation = request.installation;
    const Driver *driver = driverFor(installation.kind);
    if (!driver)
        return failure(ErrorKind::NotFound, tr("Installations of the kind “%1” cannot be upgraded yet.")
                                                .arg(installationKindName(installation.kind)));
    if (!installation.version.isValid())
        return failure(ErrorKind::Blocked,
                       tr("It is not known which version of Kestra runs. Start it, or say it with --from."));
    if (request.route.isEmpty())
        return failure(ErrorKind::Blocked,
                       tr("There is no version to go to. Choose one that is newer than %1.")
                           .arg(installation.version.toString()));
    Plan plan = emptyPlan(request);
    const QList<Hop> all = hops(request);
    if (auto done = append(plan, driver->prepare(installation, all, plan.files)); !done)
        return std::unexpected(done.error());
    if (auto done = append(plan, driver->stop(installation)); !done)
        return std::unexpected(done.error());
    if (!request.withoutBackup) {
        if (auto done = append(plan, backupSteps(installation, request.backupFolder)); !done)
            return std::unexpected(done.error());
        if (auto done = append(plan, proofSteps(installation, request.backupFolder)); !done)
            return std::unexpected(done.error());
    }
    for (const Hop &hop : all) {
        plan.steps += holdBackSteps(installation, hop, plan.assumed);
        if (movesStorage(hop.from, hop.to)) {
            const Result<Steps> moved = storageBelowTenantSteps(installation);
            if (!moved)
                return std::unexpected(moved.error());
            plan.steps += inPhase(*moved, hopPhase(hop.to), installation);
        }
        if (auto done = append(plan, driver->hop(installation, hop, plan.files)); !done)
            return std::unexpected(done.error());
    }
    if (auto done = append(plan, driver->start(installation, all.last())); !done)
        return std::unexpected(done.error());
    plan.steps += countSteps(installation);
    plan.steps += verificationSteps(installation, plan.to, u"verify"_s, request.watchSeconds, plan.assumed);
    QStringList sameAssumptions;
    // What did not run before is not waited for afterwards.
    Installation ran = installation;
    ran.components.removeIf([](const ComponentState &state) { return state.state == u"stopped"; });
    if (!ran.components.isEmpty())
        plan.afterRollback =
            verificationSteps(ran, plan.from, u"verify"_s, qMin(request.watchSeconds, 20), sameAssumptions);
    if (auto done = attachRestore(plan, request); !done)
        return std::unexpected(done.error());
    plan.afterKeep = driver->keepSteps(plan) + keptImageSteps(plan);
    for (Step &step : plan.afterKeep)
        step.phase = u"keep"_s;
    if (!request.withoutBackup)
        plan.afterKeep += cleanupSteps(installation, request.backupFolder);
    numberSteps(plan);
    if (auto sound = checkPlan(plan); !sound)
        return std::unexpected(sound.error());
    return plan;
}

Result<Plan> makeBackupPlan(const PlanRequest &request)
{
    Plan plan = emptyPlan(request);
    if (auto done =
            append(plan, backupSteps(request.installation, request.backupFolder, BackupMode::Running));
        !done)
        return std::unexpected(done.error());
    if (auto done = append(plan, proofSteps(request.installation, request.backupFolder, BackupMode::Running));
        !done)
        return std::unexpected(done.error());
    numberSteps(plan);
    if (auto sound = checkPlan(plan); !sound)
        return std::unexpected(sound.error());
    return plan;
}
