// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composeplan.h"

#include "app/installation/compose/composecalls.h"
#include "app/installation/compose/composepins.h"
#include "app/installation/imagedigests.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstStartSeconds = 4 * 3600;
constexpr int startSeconds = 300;

QString tr(const char *text, const char *kind = "@action")
{
    return QCoreApplication::translate("ComposePlan", text, kind);
}

Result<void> refuseWhatCannotBe(const Installation &installation)
{
    if (installation.components.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("No service of %1 is seen to run a Kestra server. Start it once, then try again.", "@error")
                .arg(installation.address));
    if (installation.details.value(u"storageLost"_s).toBool())
        return failure(ErrorKind::Blocked, tr("The internal storage %1 lies inside the container and would "
                                              "be lost when it is made anew. Copy it out, "
                                              "mount a volume there, then try again.",
                                              "@error")
                                               .arg(installation.storage.basePath));
    const QString outside = installation.details.value(u"imageOutside"_s).toString();
    if (!outside.isEmpty())
        return failure(
            ErrorKind::NeedsPerson,
            tr("A variable outside of the files decides the image of %1. Write it into .env, then try again.",
               "@error")
                .arg(outside));
    return {};
}

Result<Steps> hopEdits(const Installation &installation, const Hop &hop, QList<FileChange> &files)
{
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    if (const Result<void> written = writeTarget(installation, hop, texts); !written)
        return std::unexpected(written.error());
    if (const Result<void> edited = applyConfigEdits(hop.edits, texts); !edited)
        return std::unexpected(edited.error());
    return planned.edit(texts, u"set-version"_s, tr("Write %1 into %2").arg(hop.to.toString(), u"%1"_s));
}

Steps migrationSteps(const ComposeProject &project, const ComposeCalls &calls, const Hop &hop,
                     const ComponentState &first)
{
    Steps steps;
    const ComposeService *service = project.service(first.name);
    for (const QStringList &words : hop.migrations) {
        if (service)
            steps.append(changing(calls.oneOff(*service, words), calls.stop(first)));
    }
    return steps;
}

} // namespace

Result<Steps> composePrepare(const Installation &installation, const QList<Hop> &hops,
                             QList<FileChange> &files)
{
    if (const Result<void> possible = refuseWhatCannotBe(installation); !possible)
        return std::unexpected(possible.error());
    const ComposeCalls calls(installation);
    Steps steps;
    QStringList kept;
    for (const ImageUse &use : installation.images) {
        if (use.imageId.isEmpty() || kept.contains(use.imageId))
            continue;
        kept.append(use.imageId);
        steps.append(calls.keepImage(use.imageId));
    }
    if (databaseIsKept(installation))
        steps.append(calls.keepImage(installation.details.value(u"databaseImageId"_s).toString()));
    PlannedFiles planned(installation, files);
    QHash<QString, QByteArray> texts = planned.texts();
    if (const Result<void> pinned = pinWhatRuns(installation, texts); !pinned)
        return std::unexpected(pinned.error());
    steps += planned.edit(texts, u"pin-what-runs"_s,
                          tr("Write what runs now into %1, so that nothing else can start"));
    const Result<QStringList> images = targetImages(installation, hops, planned.texts());
    if (!images)
        return std::unexpected(images.error());
    for (const QString &image : *images)
        steps += pullSteps(installation, image);
    setPhase(steps, u"prepare"_s, installation.host);
    return steps;
}

Result<Steps> composeStop(const Installation &installation)
{
    const ComposeCalls calls(installation);
    Steps steps = stopSteps(
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

Result<Steps> composeHop(const Installation &installation, const Hop &hop, QList<FileChange> &files)
{
    const ComposeCalls calls(installation);
    Result<Steps> edits = hopEdits(installation, hop, files);
    if (!edits)
        return edits;
    Steps steps = *edits;
    const Result<ComposeProject> project =
        plannedProject(installation, PlannedFiles(installation, files).texts());
    if (!project)
        return std::unexpected(project.error());
    steps += buildSteps(installation, *project, calls);

    ComponentState first = firstOf(installation);
    Step start = changing(calls.start(first), calls.stop(first));
    start.title = tr("Start %1 alone: %2 migrates the database").arg(first.name, hop.to.toString());
    start.effect = u"migrating"_s;
    steps.append(start);
    const QString image = targetImage(installation, first.name, hop);
    Step seen = calls.waitAlive(first, hop.to, image, firstStartSeconds);
    seen.expectedSeconds = 60;
    steps.append(seen);
    // The one-off commands want everything down; the schema is already the new one.
    if (!hop.migrations.isEmpty() || !hop.last)
        steps.append(calls.stop(first));
    steps += migrationSteps(*project, calls, hop, first);
    if (hop.last && !hop.migrations.isEmpty()) {
        Step again = calls.start(first);
        undoneBy(again, {calls.stop(first)});
        steps.append(again);
        steps.append(calls.waitAlive(first, hop.to, image, startSeconds));
    }
    setPhase(steps, hopPhase(hop.to), installation.host);
    return steps;
}

Result<Steps> composeStart(const Installation &installation, const Hop &hop)
{
    const ComposeCalls calls(installation);
    const QString first = firstOf(installation).name;
    Steps steps;
    for (const ComponentState &state : inOrder(installation, startOrder())) {
        if (state.name == first)
            continue;
        Step start = calls.start(state);
        undoneBy(start, {calls.stop(state)});
        steps.append(start);
        steps.append(
            calls.waitAlive(state, hop.to, targetImage(installation, state.name, hop), startSeconds));
    }
    setPhase(steps, u"start"_s, installation.host);
    return steps;
}
