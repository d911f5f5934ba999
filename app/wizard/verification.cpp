// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/verification.h"

#include "app/installation/signs.h"
#include "app/plan/steps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

const QString trialNamespace = u"kestra.upgrade.assistant"_s;
const QString trialFlow = u"trial"_s;

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("Verification", text, kind);
}

Step versionStep(const Installation &installation, const Version &version)
{
    WaitArgs wait;
    wait.probe = Probe::http(installation.api.url + u"/api/v1/configs"_s, installation.api.user,
                             installation.api.secret);
    wait.conditions = {{u"status"_s, u"equals"_s, 200}, {u"json/version"_s, u"equals"_s, version.toString()}};
    wait.timeoutSeconds = 180;
    wait.stallHint = tr("the webserver to answer as %1").arg(version.toString());
    Step step = waitUntil(u"see-version"_s, tr("See that %1 answers").arg(version.toString()), wait);
    step.expectedSeconds = 5;
    step.component = Component::Webserver;
    return step;
}

/// 2.0 reads stored flows anew; only there may they do what they never did.
bool isNewEngine(const Version &version)
{
    return version >= Version::of(u"2.0.0-rc0");
}

/// The newest minute against the day before: more executions than a whole hour has are a run-away. Less is
/// not, because schedules catch up with what they missed while Kestra was stopped; nor is what began before
/// the first server of that version did. A table of its own around the signs of life, so that one look sees
/// both.
void watchForRunaway(WaitArgs &wait, DatabaseAccess::Kind kind, const Version &version)
{
    const bool isPostgres = kind == DatabaseAccess::Kind::PostgreSql;
    if (!isPostgres && kind != DatabaseAccess::Kind::Sqlite)
        return;
    const QString ofVersion =
        u"from service_instance where %1 = '%2'"_s.arg(serviceVersion(kind), version.toString());
    const QString minute =
        isPostgres
            ? u"(select count(*) from executions where start_date > greatest(now() - interval '1 minute', "
              u"(select "
              "min((\"value\"->>'createdAt')::timestamptz) %1 and state = 'RUNNING')))"_s.arg(ofVersion)
            : u"(select count(*) from executions where julianday(start_date) > max(julianday('now', '-1 "
              u"minute'), "
              "coalesce((select min(julianday(json_extract(\"value\", '$.createdAt'))) %1 and state = "
              "'RUNNING'), "
              "0)))"_s.arg(ofVersion);
    const QString day =
        isPostgres
            ? u"(select count(*) from executions where start_date > now() - interval '1 day')"_s
            : u"(select count(*) from executions where julianday(start_date) > julianday('now', '-1 day'))"_s;
    const QString most = isPostgres ? u"greatest(60, r.day / 24)"_s : u"max(60, r.day / 24)"_s;
    const QString signs = wait.probe.value(u"statement"_s).toString();
    wait.probe.insert(
        u"statement"_s,
        u"select s.*, case when r.minute > %1 then 1 else 0 end as runaway, case when r.minute > "
        "%1 then 'executions begun within a minute: ' || r.minute || ', within the day before: ' "
        "|| r.day end as why from (%2) s, (select %3 as minute, %4 as day) r"_s.arg(most, signs, minute,
                                                                                    day));
    wait.failWhen.append({u"0/runaway"_s, u"atLeast"_s, 1});
    wait.reasonAt = u"0/why"_s;
}

/// A scheduler that cannot read a flow says so thousands of times a minute, and no longer stops when asked.
Steps schedulerLogSteps(const Installation &installation, const Version &version)
{
    if (installation.kind != InstallationKind::Compose || !isNewEngine(version))
        return {};
    const QString script = u"for c in $(docker ps -q --filter \"label=com.docker.compose.project=$1\"); do "
                           u"docker logs --since 2m "
                           "\"$c\" 2>&1; done | grep -c 'Error in scheduling loop' || test $? -eq 1"_s;
    ObserveArgs look;
    look.name = u"scheduling-errors"_s;
    look.probe = Probe::command(
        u"sh"_s, {u"-c"_s, script, u"sh"_s, installation.details.value(u"project"_s).toString()}, 60);
    look.conditions = {{u"output"_s, u"matches"_s, u"\\A\\d{1,2}\\s*\\z"_s}};
    Step step =
        observe(u"see-scheduler-calm"_s, tr("See that the scheduler does not loop over an error"), look);
    step.component = Component::Scheduler;
    return {step};
}

Step aliveStep(const Driver &driver, const Installation &installation, const Version &version,
               int watchSeconds)
{
    WaitArgs wait = driver.aliveWait(installation, version);
    wait.timeoutSeconds = 240 + watchSeconds;
    wait.holdSeconds = watchSeconds;
    wait.intervalMs = 2000;
    // What ran before is not new to its flows; it is what a way back ends at.
    if (isNewEngine(version))
        watchForRunaway(wait, installation.database.access.kind, version);
    wait.stallHint = tr("a fresh sign of life of every component");
    Step step =
        waitUntil(u"watch-components"_s, tr("Watch every component for %1 s").arg(watchSeconds), wait);
    step.expectedSeconds = watchSeconds + 5;
    return step;
}

ApiArgs api(const Installation &installation, const QString &method, const QString &path)
{
    ApiArgs call;
    call.method = method;
    call.url = installation.api.url + installation.api.tenantPath + path;
    call.user = installation.api.user;
    call.secret = installation.api.secret;
    return call;
}

Steps trialSteps(const Driver &driver, const Installation &installation)
{
    ApiArgs save = api(installation, u"POST"_s, u"/flows"_s);
    save.contentType = u"application/x-yaml"_s;
    save.body = u"id: %1\nnamespace: %2\ntasks:\n  - id: say\n    type: io.kestra.plugin.core.log.Log\n"
                "    message: trial execution of the upgrade assistant\n"_s.arg(trialFlow, trialNamespace);
    // 422: it is there already, from an earlier try.
    save.accepted = {200, 201, 422};
    Step saved = callApi(u"save-trial-flow"_s, tr("Save a trial flow"), save);

    ApiArgs start =
        api(installation, u"POST"_s, u"/executions/%1/%2?wait=true"_s.arg(trialNamespace, trialFlow));
    start.contentType = u"multipart/form-data"_s;
    start.conditions = conditionsToJson({{u"json/state/current"_s, u"equals"_s, u"SUCCESS"_s}});
    start.timeoutSeconds = 120;
    Step ran = callApi(u"run-trial-execution"_s, tr("Run a trial execution to SUCCESS"), start);
    ran.expectedSeconds = 5;

    ApiArgs removeRun = api(installation, u"DELETE"_s,
                            u"/executions/by-query?namespace=%1&flowId=%2&includeNonTerminated=true"
                            "&filters%5Bnamespace%5D%5BEQUALS%5D=%1"_s.arg(trialNamespace, trialFlow));
    removeRun.accepted = {200, 204, 404, 422};
    Step cleanedRun = callApi(u"remove-trial-execution"_s, tr("Remove the trial execution"), removeRun);
    ApiArgs removeFlow = api(installation, u"DELETE"_s, u"/flows/%1/%2"_s.arg(trialNamespace, trialFlow));
    removeFlow.accepted = {200, 204, 404};
    Step cleanedFlow = callApi(u"remove-trial-flow"_s, tr("Remove the trial flow"), removeFlow);

    Steps steps{saved, ran, cleanedRun, cleanedFlow};
    if (Result<Steps> purge = driver.purge(installation, trialNamespace))
        steps += *purge;
    return steps;
}

} // namespace

Steps verificationSteps(const Installation &installation, const Version &version, const QString &phase,
                        int watchSeconds, QStringList &assumed)
{
    const Driver *driver = driverFor(installation.kind);
    Steps steps;
    if (installation.api.url.isEmpty())
        assumed.append(tr("The version cannot be asked over the API: its address is not known."));
    else if (installation.api.loginWorks || version < Version::of(u"2.0.0"))
        steps.append(versionStep(installation, version));
    if (!driver->aliveWait(installation, version).probe.isEmpty())
        steps += Steps{aliveStep(*driver, installation, version, watchSeconds)} +
                 schedulerLogSteps(installation, version);
    else
        assumed.append(tr("Signs of life cannot be read: the database is not reachable from here."));
    if (!installation.api.url.isEmpty() && installation.api.loginWorks)
        steps += trialSteps(*driver, installation);
    else
        assumed.append(tr("No trial execution: no login for the API is known."));
    for (Step &step : steps) {
        step.phase = phase;
        step.host = installation.host;
    }
    return steps;
}
