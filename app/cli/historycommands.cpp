// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/base/durablefile.h"
#include "app/run/journal.h"
#include "app/run/manifest.h"
#include "app/wizard/engine.h"
#include "app/wizard/place.h"
#include "app/wizard/runsummary.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("HistoryCommands", text, "@info", count);
}

} // namespace

Task<int> runsCommand(CommandContext *context)
{
    const auto runs = context->engine->journal().runs();
    if (!runs)
        co_return failed(*context, runs.error());
    QJsonArray list;
    for (const RunRecord &run : *runs) {
        // It never began; its reason was said where it was asked for.
        if (run.state == u"failed")
            continue;
        const RunSummary summary = summarize(context->engine->journal(), run);
        list.append(QJsonObject{{u"id"_s, run.id},
                                {u"kind"_s, run.kind},
                                {u"installation"_s, run.installation},
                                {u"state"_s, run.state},
                                {u"from"_s, run.from},
                                {u"to"_s, run.to},
                                {u"startedAt"_s, run.startedAt.toString(Qt::ISODate)},
                                {u"endedAt"_s, run.endedAt.toString(Qt::ISODate)},
                                {u"sentence"_s, summary.sentence},
                                {u"canRollBack"_s, summary.canRollBack},
                                {u"canResume"_s, summary.canResume}});
        context->output.text(u"%1  %2  %3  %4 → %5  %6"_s.arg(run.id, run.state, run.installation, run.from,
                                                              run.to, summary.sentence));
    }
    context->output.document(list);
    if (runs->isEmpty())
        context->output.text(tr("No run yet."));
    co_return 0;
}

Task<int> reportCommand(CommandContext *context)
{
    const auto run = context->engine->journal().run(context->arguments.words[0]);
    if (!run)
        co_return failed(*context, run.error());
    const QByteArray html =
        context->engine->redactor().redact(runReportHtml(context->engine->journal(), *run)).toUtf8();
    if (!context->arguments.has(u"out"_s)) {
        context->output.raw(html);
        co_return 0;
    }
    const QString path =
        QDir(context->engine->options().callerFolder).absoluteFilePath(context->arguments.value(u"out"_s));
    if (auto written = writeDurably(path, html); !written)
        co_return failed(*context, written.error());
    context->output.document(QJsonObject{{u"report"_s, path}});
    context->output.text(path);
    co_return 0;
}

Task<int> verifyCommand(CommandContext *context)
{
    const Place place = Place::parse(context->arguments.words[0], context->engine->options().callerFolder);
    Host *host = context->engine->hosts().at(place.host);
    if (!host)
        co_return failed(*context, Error{ErrorKind::Usage, tr("%1 names no machine.").arg(place.host), {}});
    Result<BackupCheck> check = co_await verifyBackup(host, place.path);
    if (!check)
        co_return failed(*context, check.error());
    context->output.document(check->toJson());
    for (const Damage &damage : check->damaged)
        context->output.text(tr("%1: %2").arg(damage.path, damage.reason));
    context->output.text(check->ok() ? tr("%n file(s) are as the manifest says.", int(check->files))
                                     : tr("The backup is damaged: %n file(s).", int(check->damaged.size())));
    co_return check->ok() ? 0 : 1;
}
