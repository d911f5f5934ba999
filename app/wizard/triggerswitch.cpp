// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/triggerswitch.h"

#include "app/host/secretvalue.h"
#include "app/run/progress.h"
#include "app/task/waiting.h"
#include "app/wizard/engine.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

/// More than one execution a second over the whole watch is nobody's schedule.
constexpr int executionsPerSecond = 1;

QString tr(const char *text, const char *kind = "@error")
{
    return QCoreApplication::translate("TriggerSwitch", text, kind);
}

/// Asks and changes flows over the API of one installation.
class FlowApi
{
public:
    FlowApi(Engine *engine, Installation installation)
        : m_engine(engine)
        , m_installation(std::move(installation))
    {
    }

    Task<Result<QString>> source(QString flow) const
    {
        Result<HttpReply> reply = co_await send("GET", path(flow) + u"?source=true"_s, {});
        if (!reply)
            co_return std::unexpected(reply.error());
        if (reply->status == 404)
            co_return failure(ErrorKind::NotFound, tr("The flow %1 is not there any more.").arg(flow));
        if (reply->status != 200)
            co_return refused(flow, *reply);
        co_return QJsonDocument::fromJson(reply->body)[u"source"_s].toString();
    }

    Task<Result<void>> save(QString flow, QString text) const
    {
        Result<HttpReply> reply = co_await send("PUT", path(flow), text.toUtf8());
        if (!reply)
            co_return std::unexpected(reply.error());
        if (reply->status != 200)
            co_return refused(flow, *reply);
        co_return Result<void>();
    }

    Task<qint64> executions(QString flow) const
    {
        const DatabaseAccess &access = m_installation.database.access;
        if (access.kind == DatabaseAccess::Kind::None)
            co_return -1;
        const QString sql = u"select count(*) as n from executions where \"namespace\" = '%1' and "
                            "\"flow_id\" = '%2'"_s.arg(flow.section(u'.', 0, -2).replace(u'\'', u"''"_s),
                                                       flow.section(u'.', -1).replace(u'\'', u"''"_s));
        Result<QJsonArray> rows = co_await queryDatabase(m_engine->hosts().at(m_installation.host), access,
                                                         sql, &m_engine->secrets());
        co_return rows ? rows->first()[u"n"_s].toInteger(-1) : -1;
    }

private:
    QString path(const QString &flow) const
    {
        return u"/flows/%1/%2"_s.arg(flow.section(u'.', 0, -2), flow.section(u'.', -1));
    }

    static std::unexpected<Error> refused(const QString &flow, const HttpReply &reply)
    {
        return failure(ErrorKind::Failed,
                       tr("Kestra does not take the flow %1: status %2.").arg(flow).arg(reply.status),
                       QString::fromUtf8(reply.body.left(2000)));
    }

    Task<Result<HttpReply>> send(QByteArray method, QString tail, QByteArray body) const
    {
        const ApiFacts &api = m_installation.api;
        if (api.url.isEmpty() || !api.loginWorks)
            co_return failure(ErrorKind::NeedsPerson,
                              tr("The API of %1 does not let us in. Enable the trigger in Kestra's own page.")
                                  .arg(m_installation.address));
        HttpRequest request;
        request.method = method;
        request.url = QUrl(api.url + api.tenantPath + tail);
        request.timeout = std::chrono::seconds(15);
        request.body = body;
        if (!body.isEmpty())
            request.headers.append({QByteArray("Content-Type"), QByteArray("application/x-yaml")});
        if (!api.secret.isEmpty()) {
            Result<QString> password = co_await secretValue(&m_engine->secrets(), api.secret);
            if (!password)
                co_return std::unexpected(password.error());
            request.headers.append({"Authorization", basicAuthorization(api.user, *password)});
        }
        Result<HttpReply> reply =
            co_await m_engine->hosts().at(m_installation.host)->send(std::move(request));
        co_return reply;
    }

    Engine *m_engine;
    Installation m_installation;
};

Task<TriggerNow> lookAt(FlowApi api, DisabledTrigger trigger)
{
    TriggerNow now{trigger, u"unknown"_s, {}};
    Result<QString> source = co_await api.source(trigger.flow);
    if (!source) {
        now.state = source.error().kind == ErrorKind::NotFound ? u"gone"_s : now.state;
        now.reason = source.error().message;
        co_return now;
    }
    now.state = triggerState(*source, trigger.trigger);
    const Result<QString> enabled = withTriggerEnabled(*source, trigger.trigger);
    if (now.state == u"disabled" && !enabled)
        now.reason = enabled.error().message;
    co_return now;
}

} // namespace

QList<DisabledTrigger> triggersOfRun(Journal &journal, const RunRecord &run)
{
    const RunProgress progress(journal.events(run.id).value_or(QList<JournalEvent>()));
    QList<DisabledTrigger> triggers;
    for (const DisabledTrigger &one : disabledTriggers(Plan::fromJson(run.plan).steps)) {
        const StepProgress step = progress.of(one.step);
        if (step.done && !step.undone)
            triggers.append(one);
    }
    return triggers;
}

Task<Result<QList<TriggerNow>>> triggersNow(Engine *engine, RunRecord run)
{
    const QList<DisabledTrigger> triggers = triggersOfRun(engine->journal(), run);
    QList<TriggerNow> all;
    if (triggers.isEmpty())
        co_return all;
    Result<Installation> installation = co_await engine->read(run.installation, Version::of(run.to));
    if (!installation)
        co_return std::unexpected(installation.error());
    const FlowApi api(engine, *installation);
    for (const DisabledTrigger &trigger : triggers) {
        TriggerNow now = co_await lookAt(api, trigger);
        all.append(now);
    }
    co_return all;
}

Task<Result<TriggerWatch>> enableTrigger(Engine *engine, RunRecord run, QString id, int watchSeconds)
{
    const QList<DisabledTrigger> triggers = triggersOfRun(engine->journal(), run);
    const auto known =
        std::ranges::find_if(triggers, [&](const DisabledTrigger &one) { return one.id() == id; });
    if (known == triggers.end())
        co_return failure(ErrorKind::NotFound, tr("Run %1 disabled no trigger %2.").arg(run.id, id));
    Result<Installation> installation = co_await engine->read(run.installation, Version::of(run.to));
    if (!installation)
        co_return std::unexpected(installation.error());
    const FlowApi api(engine, *installation);
    Result<QString> before = co_await api.source(known->flow);
    if (!before)
        co_return std::unexpected(before.error());
    const Result<QString> after = withTriggerEnabled(*before, known->trigger);
    if (!after)
        co_return std::unexpected(after.error());
    TriggerWatch watch;
    const qint64 had = co_await api.executions(known->flow);
    // Before it is done: whoever reads the journal later must not miss it.
    const QJsonObject told{{u"trigger"_s, id}};
    if (auto noted = engine->journal().append(run.id, {}, u"trigger-enabled"_s, told); !noted)
        co_return std::unexpected(noted.error());
    Result<void> saved = co_await api.save(known->flow, *after);
    if (!saved)
        co_return std::unexpected(saved.error());
    for (; watch.seconds < watchSeconds; ++watch.seconds) {
        co_await delay(std::chrono::seconds(1));
        const qint64 has = co_await api.executions(known->flow);
        watch.executions = had < 0 || has < 0 ? -1 : has - had;
        if (watch.executions <= std::max(10, watchSeconds * executionsPerSecond))
            continue;
        if (auto noted = engine->journal().append(run.id, {}, u"trigger-disabled"_s, told); !noted)
            co_return std::unexpected(noted.error());
        Result<void> back = co_await api.save(known->flow, *before);
        if (!back)
            co_return std::unexpected(back.error());
        co_return failure(
            ErrorKind::NeedsPerson,
            tr("The trigger %1 began %2 executions in %3 s and was disabled again. Look at what "
               "holds it back.")
                .arg(id)
                .arg(watch.executions)
                .arg(watch.seconds + 1));
    }
    co_return watch;
}
