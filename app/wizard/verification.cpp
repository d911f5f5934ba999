// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/verification.h"

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

Step aliveStep(const Driver &driver, const Installation &installation, const Version &version,
               int watchSeconds)
{
    WaitArgs wait = driver.aliveWait(installation, version);
    wait.timeoutSeconds = 240 + watchSeconds;
    wait.holdSeconds = watchSeconds;
    wait.intervalMs = 2000;
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
        steps.append(aliveStep(*driver, installation, version, watchSeconds));
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
