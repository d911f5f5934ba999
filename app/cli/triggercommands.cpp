// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/wizard/engine.h"
#include "app/wizard/triggerswitch.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("TriggerCommands", text, "@info", count);
}

Task<int> enableOne(CommandContext *context, RunRecord run)
{
    const QString id = context->arguments.value(u"enable"_s);
    const int seconds = context->arguments.has(u"watch"_s) ? context->engine->options().watchSeconds : 30;
    context->output.progress(tr("Enabling it and watching its flow…"));
    Result<TriggerWatch> watch = co_await enableTrigger(context->engine, run, id, seconds);
    if (!watch)
        co_return failed(*context, watch.error());
    context->output.document(QJsonObject{{u"trigger"_s, id},
                                         {u"state"_s, u"enabled"_s},
                                         {u"watchedSeconds"_s, watch->seconds},
                                         {u"executions"_s, watch->executions}});
    const int executions = int(watch->executions);
    context->output.text(executions < 0
                             ? tr("%1 is enabled. What it does cannot be counted from here.").arg(id)
                             : tr("%1 is enabled; its flow began %n execution(s) in %2 s.", executions)
                                   .arg(id)
                                   .arg(watch->seconds));
    co_return 0;
}

} // namespace

Task<int> triggersCommand(CommandContext *context)
{
    const auto run = context->engine->journal().run(context->arguments.words[0]);
    if (!run)
        co_return failed(*context, run.error());
    if (context->arguments.has(u"enable"_s)) {
        int code = co_await enableOne(context, *run);
        co_return code;
    }
    Result<QList<TriggerNow>> triggers = co_await triggersNow(context->engine, *run);
    if (!triggers)
        co_return failed(*context, triggers.error());
    QJsonArray list;
    for (const TriggerNow &now : std::as_const(*triggers)) {
        list.append(QJsonObject{{u"id"_s, now.trigger.id()},
                                {u"flow"_s, now.trigger.flow},
                                {u"trigger"_s, now.trigger.trigger},
                                {u"state"_s, now.state},
                                {u"reason"_s, now.reason}});
        context->output.text(u"%1  %2  %3"_s.arg(now.state, -8).arg(now.trigger.id(), now.reason));
    }
    context->output.document(list);
    if (triggers->isEmpty())
        context->output.text(tr("Run %1 disabled no trigger.").arg(run->id));
    co_return 0;
}
