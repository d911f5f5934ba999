// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/upgradeoptions.h"

#include "app/wizard/engine.h"
#include "app/wizard/handled.h"
#include "app/wizard/planner.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("LookCommands", text, "@info", count);
}

void showFacts(const Output &output, const Installation &installation)
{
    output.text(u"%1  %2"_s.arg(installation.address, installation.version.isValid()
                                                          ? installation.version.toString()
                                                          : tr("version unknown")));
    for (const ComponentState &state : installation.components)
        output.text(u"  %1  %2"_s.arg(state.name, state.state));
    for (const ImageUse &image : installation.images)
        output.text(u"  %1  %2:%3  %4"_s.arg(image.service, image.image, image.tag, image.where));
    if (!installation.database.kind.isEmpty())
        output.text(u"  %1 %2, %3 %4"_s.arg(installation.database.kind, installation.database.serverVersion,
                                            tr("schema"), installation.database.schemaVersion));
    for (const Evidence &evidence : installation.evidence)
        output.text(u"  ✓ %1: %2"_s.arg(evidence.fact, evidence.text));
    for (const Unknown &unknown : installation.unknown)
        output.text(u"  ? %1: %2 %3"_s.arg(unknown.fact, unknown.reason, unknown.remedy));
}

} // namespace

Task<int> findCommand(CommandContext *context)
{
    QStringList troubles;
    Result<QList<Installation>> found = co_await context->engine->find(context->arguments.words, &troubles);
    if (!found)
        co_return failed(*context, found.error());
    QJsonArray list;
    for (const Installation &installation : *found) {
        list.append(installation.toJson());
        showFacts(context->output, installation);
    }
    context->output.document(list);
    for (const QString &trouble : troubles)
        context->output.error({ErrorKind::NotFound, trouble, {}});
    if (found->isEmpty()) {
        context->output.text(tr("No installation was found."));
        co_return context->arguments.words.isEmpty() ? 0 : 1;
    }
    co_return 0;
}

Task<int> showCommand(CommandContext *context)
{
    Result<Installation> installation = co_await readInstallation(context);
    if (!installation)
        co_return failed(*context, installation.error());
    context->output.document(installation->toJson());
    showFacts(context->output, *installation);
    co_return 0;
}

Task<int> findingsCommand(CommandContext *context)
{
    Result<UpgradeOptions> options = co_await readUpgradeOptions(context);
    if (!options)
        co_return failed(*context, options.error());
    const Session &session = options->session;
    const auto handled = handledFindings(options->findings, session.installation.version, session.route);
    // Only to name steps; what stands in the way of a plan is said by “plan”.
    const Plan plan =
        makeUpgradePlan(context->engine->planRequest(session, options->findings)).value_or(Plan());
    QJsonArray list;
    for (const Finding &finding : std::as_const(options->findings)) {
        const bool fixes = hasFix(session.installation, finding);
        QJsonObject json = finding.toJson();
        json.insert(u"fix"_s, fixes);
        context->output.text(u"%1  %2  %3  %4"_s.arg(verdictName(finding.verdict), -8)
                                 .arg(severityName(finding.severity), -8)
                                 .arg(finding.id, finding.title));
        for (const QString &where : finding.where)
            context->output.text(u"      "_s + where);
        if (fixes)
            context->output.text(u"      "_s + tr("can be mended by the plan: --fix %1").arg(finding.id));
        if (handled.contains(finding.id)) {
            const Handling handling = handled.value(finding.id);
            const QString step = stepOf(plan, handling);
            json.insert(u"handledBy"_s, QJsonObject{{u"step"_s, step}, {u"text"_s, handling.text}});
            context->output.text(u"      "_s + handling.text +
                                 (step.isEmpty() ? QString() : u" ("_s + step + u')'));
        }
        list.append(json);
    }
    context->output.document(list);
    co_return 0;
}

Task<int> checkCommand(CommandContext *context)
{
    const auto to = versionOption(context->arguments, u"to"_s);
    if (!to)
        co_return failed(*context, to.error());
    Result<Installation> installation = co_await readInstallation(context);
    if (!installation)
        co_return failed(*context, installation.error());
    const auto route = context->engine->route(*installation, *to);
    if (!route)
        co_return failed(*context, route.error());
    QList<CheckResult> checks = co_await context->engine->checks(
        *installation, *route, context->engine->newBackupFolder(*installation));
    QJsonArray list;
    bool open = false;
    for (const CheckResult &check : checks) {
        open = open || check.verdict == CheckVerdict::Fail || check.verdict == CheckVerdict::Unknown;
        list.append(QJsonObject{{u"id"_s, check.id},
                                {u"verdict"_s, checkVerdictName(check.verdict)},
                                {u"title"_s, check.title},
                                {u"message"_s, check.message},
                                {u"remedy"_s, check.remedy},
                                {u"blocking"_s, check.blocking}});
        context->output.text(u"%1  %2  %3 %4"_s.arg(checkVerdictName(check.verdict), -7)
                                 .arg(check.id, check.message, check.remedy));
    }
    context->output.document(list);
    co_return open ? 4 : 0;
}

Task<int> planCommand(CommandContext *context)
{
    const Arguments &arguments = context->arguments;
    const auto to = versionOption(arguments, u"to"_s);
    if (!to)
        co_return failed(*context, to.error());
    const QString form = arguments.has(u"as"_s)     ? arguments.value(u"as"_s)
                         : context->output.isJson() ? u"json"_s
                                                    : u"markdown"_s;
    if (!QStringList{u"json"_s, u"shell"_s, u"markdown"_s, u"diff"_s}.contains(form))
        co_return failed(*context, Error{ErrorKind::Usage, tr("--as is json, shell, markdown or diff."), {}});
    Result<UpgradeOptions> options = co_await readUpgradeOptions(context);
    if (!options)
        co_return failed(*context, options.error());
    const auto plan = makeUpgradePlan(context->engine->planRequest(options->session, options->findings));
    if (!plan)
        co_return failed(*context, plan.error());
    if (form == u"json")
        context->output.raw(QJsonDocument(plan->toJson()).toJson());
    else if (form == u"shell")
        context->output.raw(planAsShell(*plan).toUtf8());
    else if (form == u"diff")
        context->output.raw(planAsDiff(*plan));
    else
        context->output.raw(planAsMarkdown(*plan).toUtf8());
    co_return 0;
}
