// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/upgradeoptions.h"

#include "app/wizard/engine.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("UpgradeOptions", text, "@info");
}

/// A fix is a promise: one that cannot be kept is refused, not left out.
Result<void> answerFixes(const QStringList &ids, UpgradeOptions &options)
{
    for (const QString &id : ids) {
        const auto finding = std::ranges::find(options.findings, id, &Finding::id);
        if (finding == options.findings.end())
            return failure(ErrorKind::Usage,
                           tr("--fix %1 names no finding of this upgrade. “findings” lists them.").arg(id));
        if (finding->verdict != Verdict::Hits || !hasFix(options.session.installation, *finding))
            return failure(
                ErrorKind::Usage,
                tr("The plan cannot mend %1. %2 Then accept it with --accept %1.").arg(id, finding->action));
        options.session.answers.insert(id, u"fix"_s);
    }
    return {};
}

} // namespace

Task<Result<Installation>> readInstallation(CommandContext *context)
{
    Version assumed;
    if (context->arguments.has(u"from"_s)) {
        const auto from = versionOption(context->arguments, u"from"_s);
        if (!from)
            co_return std::unexpected(from.error());
        assumed = *from;
    }
    Result<Installation> installation = co_await context->engine->read(context->arguments.words[0], assumed);
    co_return installation;
}

Task<Result<UpgradeOptions>> readUpgradeOptions(CommandContext *context)
{
    const Arguments &arguments = context->arguments;
    const auto to = versionOption(arguments, u"to"_s);
    if (!to)
        co_return std::unexpected(to.error());
    Result<Installation> installation = co_await readInstallation(context);
    if (!installation)
        co_return std::unexpected(installation.error());
    const auto route = context->engine->route(*installation, *to);
    if (!route)
        co_return std::unexpected(route.error());
    UpgradeOptions options;
    options.route = *route;
    options.session.setInstallation(*installation);
    QList<Version> stops;
    for (const RouteStop &stop : route->stops)
        stops.append(stop.version);
    options.session.setTarget(*to, stops);
    options.session.installation = co_await context->engine->lookAhead(*installation, stops);
    options.session.withoutBackup = arguments.has(u"without-backup"_s);
    options.session.backupFolder = context->engine->newBackupFolder(*installation);
    const auto findings = context->engine->findings(*installation, installation->version, *to);
    if (!findings)
        co_return std::unexpected(findings.error());
    options.findings = *findings;
    for (const QString &id : arguments.options.value(u"accept"_s))
        options.session.answers.insert(id, u"accept"_s);
    if (auto fixed = answerFixes(arguments.options.value(u"fix"_s), options); !fixed)
        co_return std::unexpected(fixed.error());
    co_return options;
}
