// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composepins.h"

#include "app/installation/compose/composeedit.h"
#include "app/installation/imagetag.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr int graceMargin = 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("ComposePins", text, "@error");
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        result.append(item.toString());
    return result;
}

ImageUse useOf(const Installation &installation, const QString &service)
{
    for (const ImageUse &use : installation.images) {
        if (use.service == service)
            return use;
    }
    return {};
}

ImageReference referenceOf(const ComposeService &service)
{
    return ImageReference::parse(QString::fromUtf8(joined(decidingText(service))));
}

Result<void> apply(const QList<Patch> &patches, QHash<QString, QByteArray> &texts)
{
    if (applyPatches(patches, texts))
        return {};
    return failure(ErrorKind::NeedsPerson, tr("Two services want different texts in the same place of the "
                                              "Compose files. Give each its own image line, "
                                              "then try again."));
}

bool floats(const QString &tag)
{
    return tag.isEmpty() || tag == u"latest" || tag.startsWith(u"latest-"_s);
}

/// What a Kestra service must say so that it can only start what runs now; nothing when it says so already.
std::optional<Result<Patch>> pinOf(const Installation &installation, const ComposeProject &project,
                                   const ComposeService &service)
{
    if (service.builds)
        return {};
    const ImageReference reference = referenceOf(service);
    const ImageUse use = useOf(installation, service.name);
    const QJsonObject local = installation.details.value(u"localImages"_s).toObject();
    const auto localId = [&](const QString &tag) {
        return local.value(reference.repository + u':' + tag).toString();
    };
    const bool isSame = use.imageId.isEmpty() || localId(reference.tag) == use.imageId;
    if (!reference.digest.isEmpty() || (isExactTag(reference.tag) && isSame))
        return {};
    const QString exact = targetTag(reference.tag, installation.version, installation.version);
    if (use.imageId.isEmpty() || localId(exact) == use.imageId)
        return tagPatch(project, service, exact);
    if (!use.digest.isEmpty())
        return tagPatch(project, service, exact + u'@' + use.digest);
    return imagePatch(project, service, ComposeCalls::keptName(use.imageId));
}

std::optional<Result<Patch>> databasePin(const Installation &installation, const ComposeProject &project)
{
    const ComposeService *service =
        project.service(installation.details.value(u"databaseService"_s).toString());
    const QString imageId = installation.details.value(u"databaseImageId"_s).toString();
    if (!service || service->builds || imageId.isEmpty())
        return {};
    const ImageReference reference = referenceOf(*service);
    if (!reference.digest.isEmpty() || (!floats(reference.tag) && !pullPolicyPatch(*service)))
        return {};
    const QString digest = installation.details.value(u"databaseDigest"_s).toString();
    if (digest.isEmpty())
        return floats(reference.tag)
                   ? std::optional(imagePatch(project, *service, ComposeCalls::keptName(imageId)))
                   : std::nullopt;
    const QString major = installation.database.serverVersion.section(u'.', 0, 0);
    const QString tag = floats(reference.tag) ? major : reference.tag;
    return tag.isEmpty() ? imagePatch(project, *service, reference.repository + u'@' + digest)
                         : tagPatch(project, *service, tag + u'@' + digest);
}

Result<QString> targetOf(const Installation &installation, const ComposeService &service, const Hop &hop)
{
    const ImageUse use = useOf(installation, service.name);
    const ImageReference now = referenceOf(service);
    const bool isKept = now.repository == ImageReference::parse(ComposeCalls::keptName({})).repository;
    const QString repository = isKept ? use.image : now.repository;
    if (!isKestraImage(repository))
        return failure(ErrorKind::NeedsPerson,
                       tr("%4: the service %1 runs %2, which is built elsewhere: its tags are not "
                          "Kestra's. Build one on %3 and give it "
                          "to the service, then try again.")
                           .arg(service.name, repository.isEmpty() ? tr("an image of its own") : repository,
                                hop.to.toString(), tagWhere(service)));
    return repository + u':' + targetTag(use.tag.isEmpty() ? now.tag : use.tag, installation.version, hop.to);
}

QHash<QString, QByteArray> textsNow(const Installation &installation)
{
    QHash<QString, QByteArray> result;
    for (const ConfigText &text : installation.configurations) {
        if (text.firstLine == 1)
            result.insert(text.path, text.text.toUtf8());
    }
    return result;
}

} // namespace

Result<ComposeProject> plannedProject(const Installation &installation,
                                      const QHash<QString, QByteArray> &texts)
{
    ComposeSources sources;
    sources.files = textsOf(installation.details.value(u"files"_s));
    sources.folder = installation.folder;
    sources.envFiles = textsOf(installation.details.value(u"envFiles"_s));
    sources.texts = texts;
    return ComposeProject::parse(sources);
}

QString targetImage(const Installation &installation, const QString &service, const Hop &hop)
{
    const Result<ComposeProject> project = plannedProject(installation, textsNow(installation));
    const ComposeService *found = project ? project->service(service) : nullptr;
    if (!found || found->builds)
        return {};
    return targetOf(installation, *found, hop).value_or(QString());
}

QStringList composeTargets(const Installation &installation, const QList<Version> &stops)
{
    QStringList images;
    for (const Version &stop : stops) {
        Hop hop;
        hop.to = stop;
        for (const ImageUse &use : installation.images) {
            const QString image = targetImage(installation, use.service, hop);
            if (!image.isEmpty() && !images.contains(image))
                images.append(image);
        }
    }
    return images;
}

bool databaseIsKept(const Installation &installation)
{
    const Result<ComposeProject> project = plannedProject(installation, textsNow(installation));
    return project && databasePin(installation, *project).has_value() &&
           installation.details.value(u"databaseDigest"_s).toString().isEmpty();
}

Result<void> pinWhatRuns(const Installation &installation, QHash<QString, QByteArray> &texts)
{
    const Result<ComposeProject> project = plannedProject(installation, texts);
    if (!project)
        return std::unexpected(project.error());
    QList<Patch> patches;
    const auto take = [&patches](const std::optional<Result<Patch>> &patch) -> Result<void> {
        if (patch && !*patch)
            return std::unexpected(patch->error());
        if (patch)
            patches.append(**patch);
        return {};
    };
    for (const ComposeService &service : project->services()) {
        const bool isDatabase = service.name == installation.details.value(u"databaseService"_s).toString();
        if (!service.isKestra && !isDatabase)
            continue;
        if (const Result<void> taken = take(service.isKestra ? pinOf(installation, *project, service)
                                                             : databasePin(installation, *project));
            !taken)
            return taken;
        if (const std::optional<Patch> policy = pullPolicyPatch(service))
            patches.append(*policy);
        const bool drains =
            service.component == Component::Worker || service.component == Component::Standalone;
        if (const std::optional<Patch> grace = gracePatch(service, installation.graceSeconds + graceMargin);
            drains && grace)
            patches.append(*grace);
    }
    return apply(patches, texts);
}

Result<void> writeTarget(const Installation &installation, const Hop &hop, QHash<QString, QByteArray> &texts)
{
    const Result<ComposeProject> project = plannedProject(installation, texts);
    if (!project)
        return std::unexpected(project.error());
    QList<Patch> patches;
    for (const ComposeService &service : project->kestraServices()) {
        const Result<QString> image = targetOf(installation, service, hop);
        if (!image)
            return std::unexpected(image.error());
        const ImageReference wanted = ImageReference::parse(*image);
        const bool sameRepository = referenceOf(service).repository == wanted.repository;
        const Result<Patch> patch =
            sameRepository ? tagPatch(*project, service, wanted.tag) : imagePatch(*project, service, *image);
        if (!patch)
            return std::unexpected(patch.error());
        patches.append(*patch);
    }
    return apply(patches, texts);
}

Result<QStringList> targetImages(const Installation &installation, const QList<Hop> &hops,
                                 const QHash<QString, QByteArray> &texts)
{
    const Result<ComposeProject> project = plannedProject(installation, texts);
    if (!project)
        return std::unexpected(project.error());
    QStringList images;
    for (const Hop &hop : hops) {
        for (const ComposeService &service : project->kestraServices()) {
            const Result<QString> image = targetOf(installation, service, hop);
            if (!image)
                return std::unexpected(image.error());
            if (!images.contains(*image))
                images.append(*image);
        }
    }
    return images;
}

Steps buildSteps(const Installation &installation, const ComposeProject &project, const ComposeCalls &calls)
{
    Steps steps;
    for (const ComposeService &service : project.kestraServices()) {
        if (!service.builds)
            continue;
        const ImageUse use = useOf(installation, service.name);
        const QString kept = use.imageId.isEmpty() ? QString() : ComposeCalls::keptName(use.imageId);
        const QString written = QString::fromUtf8(joined(service.image));
        const QString name = written.isEmpty()
                                 ? installation.details.value(u"project"_s).toString() + u'-' + service.name
                                 : written;
        steps.append(calls.build(service, kept, name));
    }
    return steps;
}
