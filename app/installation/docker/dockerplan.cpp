// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/docker/dockerplan.h"

#include "app/installation/docker/dockercalls.h"
#include "app/installation/imagedigests.h"
#include "app/installation/imagetag.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstStartSeconds = 4 * 3600;
constexpr int startSeconds = 300;

QString tr(const char *text, const char *kind = "@error")
{
    return QCoreApplication::translate("DockerPlan", text, kind);
}

ImageUse useOf(const Installation &installation, const QString &container)
{
    for (const ImageUse &use : installation.images) {
        if (use.service == container)
            return use;
    }
    return {};
}

QString targetOf(const Installation &installation, const QString &container, const Version &version)
{
    const ImageUse use = useOf(installation, container);
    return use.image + u':' + targetTag(use.tag, installation.version, version);
}

QStringList listOf(const Installation &installation, const QString &key)
{
    return textsIn(installation.details.value(key));
}

/// What would be lost with its container.
Result<void> refuseLosses(const Installation &installation)
{
    const QString removed = listOf(installation, u"autoRemove"_s).join(u", "_s);
    const bool storageLost = installation.details.value(u"storageLost"_s).toBool();
    const QString databaseLost = installation.details.value(u"databaseLost"_s).toString();
    QString message;
    if (!removed.isEmpty())
        message =
            tr("%1 was started with --rm: the engine removes it as soon as it stops, and nothing could go "
               "back to it. ")
                .arg(removed);
    if (storageLost)
        message += tr("The internal storage %1 lies inside the container and is lost with it. ")
                       .arg(installation.storage.basePath);
    if (!databaseLost.isEmpty())
        message += tr("The database %1 lies inside the container and is lost with it. ").arg(databaseLost);
    if (message.isEmpty())
        return {};
    return failure(
        ErrorKind::Blocked,
        message + (storageLost || !databaseLost.isEmpty()
                       ? tr("Copy it out with `docker cp` while Kestra runs, start Kestra with a volume "
                            "in its place and without --rm, then try again.")
                       : tr("Start it again with the same arguments but without --rm, then try again.")));
}

Result<void> refuseWhatCannotBe(const Installation &installation)
{
    if (installation.components.isEmpty())
        return failure(ErrorKind::NeedsPerson,
                       tr("No container of %1 is seen to run a Kestra server. Start it once, then try again.")
                           .arg(installation.address));
    if (const QString aside = installation.details.value(u"setAside"_s).toString(); !aside.isEmpty())
        return failure(
            ErrorKind::Blocked,
            tr("Only %1 is there, which an upgrade set aside that did not end. Resume that one or roll "
               "it back, or give the container its name back.")
                .arg(aside));
    if (const Result<void> kept = refuseLosses(installation); !kept)
        return kept;
    const DockerCalls calls(installation);
    const QStringList names = listOf(installation, u"allNames"_s);
    for (const ComponentState &state : installation.components) {
        const ImageUse use = useOf(installation, state.name);
        if (!isKestraImage(use.image))
            return failure(
                ErrorKind::NeedsPerson,
                tr("The container %1 runs %2, which is built elsewhere: its tags are not Kestra's. Build "
                   "one on the new version and start the container from it by hand.")
                    .arg(state.name, use.image));
        const QStringList refused = calls.arguments(state.name).refused;
        if (!refused.isEmpty())
            return failure(ErrorKind::NeedsPerson,
                           tr("These settings of the container %1 cannot be given to a new one: %2. Start it "
                              "once without them, then try again.")
                               .arg(state.name, refused.join(u", "_s)));
        const QString aside = DockerCalls::asideName(state.name, installation.version);
        if (names.contains(aside))
            return failure(ErrorKind::Blocked,
                           tr("The container %1 is left from an earlier upgrade. Remove or rename it (docker "
                              "rename %1 …), then try again.")
                               .arg(aside));
    }
    const QStringList leaning = listOf(installation, u"leaning"_s);
    if (!leaning.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("Other containers hang on the very container that would be replaced: %1. Start them "
               "without that, then try again.")
                .arg(leaning.join(u", "_s)));
    return {};
}

/// The variables of a container are no file: what a finding wants changed there a person does.
Result<Steps> hopEdits(const Installation &installation, const Hop &hop, QList<FileChange> &files)
{
    for (const ConfigEdit &edit : hop.edits) {
        if (!edit.path.startsWith(u'/'))
            return failure(
                ErrorKind::NeedsPerson,
                tr("Finding %1 changes %2, and a variable of a container cannot be edited. Start the "
                   "container once with the new text, or answer the finding otherwise.")
                    .arg(edit.finding, edit.path));
    }
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    if (const Result<void> edited = applyConfigEdits(hop.edits, texts); !edited)
        return std::unexpected(edited.error());
    return planned.edit(texts, u"change-configuration"_s,
                        tr("Change %1 for %2", "@action").arg(u"%1"_s, hop.to.toString()));
}

/// The old container steps aside and a new one comes in its place.
Steps replace(const Installation &installation, const DockerCalls &calls, const ComponentState &state,
              const Version &from, const Hop &hop)
{
    const QString source = DockerCalls::asideName(state.name, installation.version);
    Steps steps{calls.setAside(state.name, DockerCalls::asideName(state.name, from))};
    steps += calls.create(state.name, source, targetOf(installation, state.name, hop.to), hop.last);
    return steps;
}

} // namespace

QStringList dockerTargets(const Installation &installation, const QList<Version> &stops)
{
    QStringList images;
    for (const Version &stop : stops) {
        for (const ComponentState &state : installation.components) {
            const QString image = targetOf(installation, state.name, stop);
            if (isKestraImage(useOf(installation, state.name).image) && !images.contains(image))
                images.append(image);
        }
    }
    return images;
}

Result<Steps> dockerPrepare(const Installation &installation, const QList<Hop> &hops)
{
    if (const Result<void> possible = refuseWhatCannotBe(installation); !possible)
        return std::unexpected(possible.error());
    QList<Version> stops;
    for (const Hop &hop : hops)
        stops.append(hop.to);
    Steps steps;
    for (const QString &image : dockerTargets(installation, stops))
        steps += pullSteps(installation, image);
    setPhase(steps, u"prepare"_s, installation.host);
    return steps;
}

Result<Steps> dockerStop(const Installation &installation)
{
    const DockerCalls calls(installation);
    Steps steps;
    // First of all of them: a reboot in between must not start some and not others.
    for (const ComponentState &state : inOrder(installation, stopOrder()))
        steps += calls.hold(state.name);
    steps += stopSteps(
        installation,
        [&calls](const ComponentState &state) {
            Step stop = calls.stop(state);
            undoneBy(stop, {calls.start(state), calls.waitRunning(state)});
            return stop;
        },
        [&calls](const ComponentState &state) { return Steps{calls.observeEnd(state)}; });
    setPhase(steps, u"stop"_s, installation.host);
    return steps;
}

Result<Steps> dockerHop(const Installation &installation, const Hop &hop, QList<FileChange> &files)
{
    const DockerCalls calls(installation);
    Result<Steps> edits = hopEdits(installation, hop, files);
    if (!edits)
        return edits;
    Steps steps = *edits;
    const ComponentState first = firstOf(installation);
    const QString image = targetOf(installation, first.name, hop.to);
    const QString source = DockerCalls::asideName(first.name, installation.version);
    steps += replace(installation, calls, first, hop.from, hop);
    Step start = changing(calls.start(first), calls.stop(first));
    start.title =
        tr("Start %1 alone: %2 migrates the database", "@action").arg(first.name, hop.to.toString());
    start.effect = u"migrating"_s;
    steps.append(start);
    Step seen = calls.waitAlive(first, hop.to, image, firstStartSeconds);
    seen.expectedSeconds = 60;
    steps.append(seen);
    // The one-off commands want everything down; the schema is already the new one.
    if (!hop.migrations.isEmpty() || !hop.last)
        steps.append(calls.stop(first));
    for (const QStringList &words : hop.migrations)
        steps.append(changing(calls.oneOff(first, source, image, words), calls.stop(first)));
    if (hop.last && !hop.migrations.isEmpty()) {
        Step again = calls.start(first);
        undoneBy(again, {calls.stop(first)});
        steps.append(again);
        steps.append(calls.waitAlive(first, hop.to, image, startSeconds));
    }
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

Result<Steps> dockerStart(const Installation &installation, const Hop &hop)
{
    const DockerCalls calls(installation);
    const QString first = firstOf(installation).name;
    Steps steps;
    for (const ComponentState &state : inOrder(installation, startOrder())) {
        if (state.name == first)
            continue;
        steps += replace(installation, calls, state, installation.version, hop);
        Step start = calls.start(state);
        undoneBy(start, {calls.stop(state)});
        steps.append(start);
        steps.append(
            calls.waitAlive(state, hop.to, targetOf(installation, state.name, hop.to), startSeconds));
    }
    setPhase(steps, u"start"_s, installation.host);
    return steps;
}

Steps dockerKeep(const Plan &plan)
{
    Steps steps;
    for (const Step &step : plan.steps) {
        const QStringList words = textsIn(step.args.value(u"arguments"_s));
        if (step.kind != u"run-command" || step.args.value(u"program"_s) != u"docker"_s ||
            words.value(0) != u"rename" || words.size() != 3)
            continue;
        Step remove = DockerCalls::removeAside(words[2]);
        remove.host = step.host;
        remove.phase = u"keep"_s;
        steps.append(remove);
    }
    return steps;
}
