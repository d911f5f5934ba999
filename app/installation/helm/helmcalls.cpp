// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmcalls.h"

#include "app/installation/helm/helmfacts.h"
#include "app/installation/helm/helmjob.h"
#include "app/installation/helm/helmscripts.h"
#include "app/installation/imagetag.h"
#include "app/installation/planparts.h"
#include "app/installation/signs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int graceMargin = 60; // beyond Kestra's own grace, so that the kubelet never cuts in first
const QString pausing = u"autoscaling.keda.sh/paused"_s;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("HelmCalls", text, kind);
}

Step forWorkload(Step step, const HelmWorkload &workload, const QString &effect, int expectedSeconds)
{
    step.component = workload.component;
    step.effect = effect;
    step.expectedSeconds = expectedSeconds;
    return step;
}

/// As a name of Kubernetes: at most 63 letters, digits and dashes.
QString objectName(QString text)
{
    for (QChar &c : text) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    return text.toLower().left(63);
}

QJsonObject whenStatus(const HelmPlace &place, const QString &status)
{
    const QStringList words =
        place.helm({u"history"_s, place.release, u"--max"_s, u"1"_s, u"-o"_s, u"json"_s});
    return demand(Probe::command(words.first(), words.mid(1)), {{u"json/0/status"_s, u"equals"_s, status}});
}

} // namespace

HelmCalls::HelmCalls(const Installation &installation)
    : m_installation(installation)
    , m_place{detail(u"context"), detail(u"namespace"), detail(u"release")}
{
}

Step HelmCalls::script(const QString &slug, const QString &title, const QString &text,
                       const QStringList &words, int timeoutSeconds) const
{
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-c"_s, text, u"sh"_s, m_place.context, m_place.nameSpace} + words;
    command.timeoutSeconds = timeoutSeconds;
    return runCommand(slug, title, command);
}

QJsonObject HelmCalls::ask(const QString &text, const QStringList &words, int timeoutSeconds) const
{
    return Probe::command(u"sh"_s,
                          QStringList{u"-c"_s, text, u"sh"_s, m_place.context, m_place.nameSpace} + words,
                          timeoutSeconds);
}

Step HelmCalls::sameCluster() const
{
    return script(u"same-cluster"_s,
                  tr("See that the context %1 still leads to the same cluster").arg(m_place.context),
                  HelmScripts::sameCluster(), {detail(u"server"), detail(u"uid")}, 60);
}

Step HelmCalls::sameRevision() const
{
    const QStringList words =
        m_place.helm({u"history"_s, m_place.release, u"--max"_s, u"1"_s, u"-o"_s, u"json"_s});
    ObserveArgs args;
    args.name = u"release-before"_s;
    args.probe = Probe::command(words.first(), words.mid(1));
    args.conditions = {{u"json/0/revision"_s, u"equals"_s, m_installation.details[u"revision"]}};
    return observe(u"same-revision"_s,
                   tr("See that nobody upgraded the release %1 since").arg(m_place.release), args);
}

Step HelmCalls::repair() const
{
    const QString revision = QString::number(m_installation.details[u"deployedRevision"].toInt());
    // Waited for: who looks on must not meet pods that are about to end.
    const QStringList words =
        m_place.helm({u"rollback"_s, m_place.release, revision, u"--wait"_s, u"--timeout"_s, u"15m"_s});
    CommandArgs command;
    command.program = words.first();
    command.arguments = words.mid(1);
    command.timeoutSeconds = 1800;
    command.unless = whenStatus(m_place, u"deployed"_s);
    command.expect = command.unless;
    Step step = runCommand(u"repair-release"_s,
                           tr("Repair the release that an interrupted helm left as %1: back to revision %2")
                               .arg(detail(u"releaseStatus"), revision),
                           command);
    step.expectedSeconds = 10;
    return step;
}

Step HelmCalls::scale(const HelmWorkload &workload, int replicas) const
{
    const QStringList words =
        m_place.kubectl({u"scale"_s, workload.target(), u"--replicas=%1"_s.arg(replicas)});
    CommandArgs command;
    command.program = words.first();
    command.arguments = words.mid(1);
    command.timeoutSeconds = 120;
    const bool stops = replicas == 0;
    const Step step = runCommand((stops ? u"stop-"_s : u"start-"_s) + workload.name,
                                 stops ? stopTitle(workload.name) : startTitle(workload.name), command);
    return forWorkload(step, workload, stops ? stopEffect(workload.component) : u"starting"_s, 3);
}

Step HelmCalls::waitGone(const QList<HelmWorkload> &workloads, int timeoutSeconds) const
{
    QStringList selectors;
    QStringList names;
    for (const HelmWorkload &workload : workloads) {
        names.append(workload.name);
        if (!selectors.contains(workload.selector))
            selectors.append(workload.selector);
    }
    WaitArgs wait;
    const QString text = u"context=$1 namespace=$2\nshift 2\nfor selector in \"$@\"; do kubectl --context "
                         "\"$context\" -n \"$namespace\" get pods -l \"$selector\" -o name || exit 1; done"_s;
    wait.probe = ask(text, selectors);
    wait.conditions = {{u"exitCode"_s, u"equals"_s, 0}, {u"output"_s, u"equals"_s, QString()}};
    wait.timeoutSeconds = timeoutSeconds;
    wait.intervalMs = 2000;
    wait.stallHint = tr("the pods of %1 to end", "@info").arg(names.join(u", "_s));
    return forWorkload(waitUntil(u"ended-"_s + names.first(),
                                 tr("See every pod of %1 ended").arg(names.join(u", "_s)), wait),
                       workloads.first(), u"stopped"_s, 20);
}

Step HelmCalls::waitReady(const HelmWorkload &workload, int replicas, const QString &image,
                          int timeoutSeconds) const
{
    WaitArgs wait;
    wait.probe =
        ask(HelmScripts::rollout(), {workload.target(), workload.selector, QString::number(replicas), image});
    wait.conditions = {{u"json/state"_s, u"equals"_s, u"ready"_s}, {u"json/why"_s, u"equals"_s, QString()}};
    wait.failWhen = {{u"json/state"_s, u"equals"_s, u"hopeless"_s}};
    wait.reasonAt = u"json/why"_s;
    wait.timeoutSeconds = timeoutSeconds;
    wait.intervalMs = 2000;
    wait.holdSeconds = m_installation.database.access.answersBesideKestra() ? 0 : 30;
    wait.stallHint = tr("%1 to be ready", "@info").arg(workload.name);
    return forWorkload(waitUntil(u"ready-"_s + workload.name, tr("See %1 ready").arg(workload.name), wait),
                       workload, u"starting"_s, 30);
}

Steps HelmCalls::waitSigns(const HelmWorkload &workload, int replicas, const Version &version,
                           int timeoutSeconds) const
{
    if (!m_installation.database.access.answersBesideKestra())
        return {};
    ComponentState state;
    state.component = workload.component;
    state.name = workload.name;
    state.replicas = replicas;
    WaitArgs wait = signsOfLife(m_installation.database.access, {state}, version);
    wait.timeoutSeconds = timeoutSeconds;
    wait.intervalMs = 2000;
    wait.stallHint = tr("%1 to report as %2", "@info").arg(workload.name, version.toString());
    return {forWorkload(waitUntil(u"see-"_s + workload.name,
                                  tr("See %1 at work on %2").arg(workload.name, version.toString()), wait),
                        workload, u"healthy"_s, 15)};
}

QStringList HelmCalls::settings(const Sets &sets) const
{
    QStringList words;
    if (!sets.tag.isEmpty())
        words += {u"--set-string"_s, detail(u"tagKey") + u'=' + sets.tag};
    const QJsonObject replicaKeys = m_installation.details[u"replicaKeys"].toObject();
    const QJsonObject replicaCounts = m_installation.details[u"replicaCounts"].toObject();
    const QJsonObject graceKeys = m_installation.details[u"graceKeys"].toObject();
    const int grace = m_installation.graceSeconds + graceMargin;
    for (const HelmWorkload &workload : workloadsOf(m_installation)) {
        const QString replicas = replicaKeys[workload.valuesKey].toString();
        // A number 0 is "empty" to the charts and gives their default; the text "0" is not.
        if (sets.holdsAtZero && !replicas.isEmpty())
            words += {u"--set-string"_s, replicas + u"=0"_s};
        if (sets.keepsNow && !replicas.isEmpty() &&
            workload.replicas != replicaCounts[workload.valuesKey].toInt())
            words += {u"--set-string"_s, u"%1=%2"_s.arg(replicas).arg(workload.replicas)};
        const QString graceKey = graceKeys[workload.valuesKey].toString();
        if (workload.graceSeconds <= m_installation.graceSeconds && !graceKey.isEmpty())
            words += {u"--set"_s, u"%1=%2"_s.arg(graceKey).arg(grace)};
    }
    return words;
}

QStringList HelmCalls::upgradeWords(const QString &slug, const Sets &sets) const
{
    const QJsonObject chart = m_installation.details[u"chart"].toObject();
    const int revision = m_installation.details[u"deployedRevision"].toInt();
    QStringList words{m_place.release, QString::number(revision),
                      u"r%1-%2"_s.arg(revision).arg(objectName(slug)), chart[u"reference"].toString()};
    for (const auto &[key, option] :
         {std::pair{u"version"_s, u"--version"_s}, {u"repository"_s, u"--repo"_s}}) {
        if (!chart[key].toString().isEmpty())
            words += {option, chart[key].toString()};
    }
    return words + settings(sets);
}

Step HelmCalls::upgrade(const QString &slug, const QString &title, const Sets &sets) const
{
    QStringList words = upgradeWords(slug, sets);
    if (sets.isTrial)
        words.append(u"--dry-run=server"_s);
    Step step = script(slug, title, HelmScripts::upgrade(), words, 3600);
    if (!sets.isTrial)
        step.args.insert(u"expect"_s, whenStatus(m_place, u"deployed"_s));
    step.expectedSeconds = 10;
    return step;
}

Step HelmCalls::takeBack() const
{
    const HelmWorkload any = workloadsOf(m_installation).value(0);
    const ImageReference image = ImageReference::parse(any.image);
    if (isExactTag(image.tag) || !image.digest.isEmpty()) {
        const QString revision = QString::number(m_installation.details[u"deployedRevision"].toInt());
        const QStringList words = m_place.helm({u"rollback"_s, m_place.release, revision});
        CommandArgs command;
        command.program = words.first();
        command.arguments = words.mid(1);
        command.timeoutSeconds = 1800;
        command.expect = whenStatus(m_place, u"deployed"_s);
        return runCommand(u"take-release-back"_s,
                          tr("Take the release %1 back to revision %2").arg(m_place.release, revision),
                          command);
    }
    // The name it ran under means something else by now.
    const QString digest = m_installation.images.value(0).digest;
    Sets sets;
    sets.tag = digest.isEmpty() ? targetTag(image.tag, m_installation.version, m_installation.version)
                                : (image.tag.isEmpty() ? u"latest"_s : image.tag) + u'@' + digest;
    return upgrade(u"take-release-back"_s,
                   tr("Take the release %1 back to exactly what ran (%2)").arg(m_place.release, sets.tag),
                   sets);
}

QString HelmCalls::jobName(const QString &name) const
{
    return objectName(m_place.release.left(24) + u'-' + name);
}

Steps HelmCalls::fetch(const HelmWorkload &workload, const QString &image, const QString &name) const
{
    JobArgs args;
    args.name = u"fetch-"_s + name;
    args.image = image;
    args.title = tr("Fetch %1 with a pod that does nothing").arg(image);
    args.command = {u"sh"_s, u"-c"_s, u"exit 0"_s};
    args.isBare = true;
    args.timeoutSeconds = 1800;
    ObserveArgs digest;
    digest.name = u"digest-"_s + name;
    digest.probe = ask(HelmScripts::digests(), {u"job-name="_s + jobName(args.name), workload.container});
    digest.conditions = {{u"output"_s, u"contains"_s, u"sha256:"_s}};
    Steps steps = job(workload, args);
    steps.insert(2, observe(digest.name, tr("Note the digest of what was fetched"), digest));
    return steps;
}

Step HelmCalls::sameDigest(const QString &name) const
{
    QStringList words;
    for (const HelmWorkload &workload : workloadsOf(m_installation)) {
        if (workload.replicas > 0)
            words += {workload.selector, workload.container};
    }
    ObserveArgs args;
    args.name = u"digest-running"_s;
    args.probe = ask(HelmScripts::digests(), words);
    args.equalTo = u"digest-"_s + name;
    return observe(args.name, tr("See that every server runs exactly what was fetched"), args);
}

Steps HelmCalls::job(const HelmWorkload &workload, const JobArgs &args) const
{
    const QString name = jobName(args.name);
    Step make =
        script(u"make-"_s + args.name, args.title, HelmScripts::createJob(),
               {workload.target(), name, helmJobPatch(workload, args.command, args.image, args.isBare)}, 300);
    const Step remove =
        script(u"remove-"_s + args.name, tr("Note what it said and remove the job %1").arg(name),
               HelmScripts::removeJob(), {name}, 300);
    undoneBy(make, {remove});
    if (args.changesData) {
        make.changesData = true;
        make.reversal = Reversal::FromBackup;
        make = forWorkload(make, workload, u"migrating"_s, 5);
    }
    WaitArgs wait;
    wait.probe = ask(HelmScripts::lookAtJob(), {name});
    wait.conditions = {{u"json/state"_s, u"equals"_s, u"done"_s}};
    wait.failWhen = {{u"json/state"_s, u"equals"_s, u"hopeless"_s}};
    wait.reasonAt = u"json/why"_s;
    wait.timeoutSeconds = args.timeoutSeconds;
    wait.intervalMs = 2000;
    wait.stallHint = tr("the job %1 to end", "@info").arg(name);
    Step see = waitUntil(u"see-"_s + args.name, tr("See the job %1 succeed").arg(name), wait);
    see.expectedSeconds = 60;
    if (args.changesData)
        see = forWorkload(see, workload, u"migrating"_s, 60);
    return {make, see, remove};
}

Step HelmCalls::pause(const QJsonObject &scaler) const
{
    const QString name = scaler[u"name"].toString();
    Step step = script(u"hold-"_s + name, tr("Keep KEDA from scaling %1").arg(scaler[u"target"].toString()),
                       HelmScripts::annotate(), {pausing + u"=true"_s, name}, 60);
    undoneBy(step, {unpause(scaler)});
    return step;
}

Step HelmCalls::unpause(const QJsonObject &scaler) const
{
    const QString name = scaler[u"name"].toString();
    return script(u"let-"_s + name, tr("Let KEDA scale %1 again").arg(scaler[u"target"].toString()),
                  HelmScripts::annotate(), {pausing + u'-', name}, 60);
}

Step HelmCalls::noteAutoscalers() const
{
    const QStringList words = m_place.kubectl(
        {u"get"_s, u"horizontalpodautoscalers"_s, u"-o"_s,
         u"custom-columns=NAME:.metadata.name,TARGET:.spec.scaleTargetRef.name,MIN:.spec.minReplicas,MAX:.spec.maxReplicas,NOW:.status.currentReplicas"_s});
    ObserveArgs args;
    args.name = u"autoscalers-before"_s;
    args.probe = Probe::command(words.first(), words.mid(1));
    return observe(args.name, tr("Note the autoscalers: they leave alone whatever has no replicas"), args);
}
