// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

Task<int> runCommandLine(CommandContext *context)
{
    using Command = Task<int> (*)(CommandContext *);
    static const QHash<QString, Command> commands{
        {u"find"_s, findCommand},         {u"show"_s, showCommand},         {u"findings"_s, findingsCommand},
        {u"flows"_s, flowsCommand},       {u"check"_s, checkCommand},       {u"plan"_s, planCommand},
        {u"releases"_s, releasesCommand}, {u"route"_s, routeCommand},       {u"notes"_s, notesCommand},
        {u"backup"_s, backupCommand},     {u"verify"_s, verifyCommand},     {u"run"_s, runUpgradeCommand},
        {u"resume"_s, resumeCommand},     {u"rollback"_s, rollbackCommand}, {u"commit"_s, commitCommand},
        {u"runs"_s, runsCommand},         {u"triggers"_s, triggersCommand}, {u"report"_s, reportCommand},
    };
    const Command command = commands.value(context->arguments.command);
    int code = co_await command(context);
    co_return code;
}

int failed(const CommandContext &context, const Error &error)
{
    context.output.error(error);
    return exitCodeFor(error);
}

Result<Version> versionOption(const Arguments &arguments, const QString &name)
{
    const auto version = Version::parse(arguments.value(name));
    if (version)
        return *version;
    const QString message =
        arguments.has(name)
            ? QCoreApplication::translate("Commands", "“%1” is no version. Versions look like 1.3.44.",
                                          "@error")
                  .arg(arguments.value(name))
            : QCoreApplication::translate("Commands", "Name the version with --%1.", "@error").arg(name);
    return failure(ErrorKind::Usage, message + u'\n' + usageText(arguments.command));
}
