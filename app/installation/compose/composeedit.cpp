// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composeedit.h"

#include "app/installation/imagetag.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ComposeEdit", text, "@error");
}

Result<Patch> patchOf(const ComposeProject &project, const ComposeService &service, qsizetype from,
                      qsizetype length, const QString &wanted)
{
    const SourceText &text = decidingText(service);
    if (!service.builds && service.imageTwice)
        return failure(ErrorKind::NeedsPerson,
                       tr("%1: the service %2 has `image` twice. Take one of them away, then try again.")
                           .arg(tagWhere(service), service.name));
    const std::optional<Patch> patch =
        patchFor(text, from, length, wanted.toUtf8(), project.sharedVariables());
    if (!patch)
        return failure(ErrorKind::NeedsPerson, tr("The image of the service %1 (%2) is put together from "
                                                  "several places and cannot be changed in one. "
                                                  "Write it as one plain text, then try again.")
                                                   .arg(service.name, tagWhere(service)));
    return *patch;
}

} // namespace

const SourceText &decidingText(const ComposeService &service)
{
    return service.builds && !service.base.isEmpty() ? service.base : service.image;
}

QString tagWhere(const ComposeService &service)
{
    const SourceText &text = decidingText(service);
    const qsizetype tagAt = ImageReference::parse(QString::fromUtf8(joined(text))).tagAt;
    qsizetype at = 0;
    for (const SourcePiece &piece : text) {
        at += piece.text.size();
        if (at > tagAt || (&piece == &text.last()))
            return piece.path + u':' + QString::number(piece.line);
    }
    const QString path = service.builds && !service.dockerfile.isEmpty() ? service.dockerfile : service.path;
    return path + u':' + QString::number(service.builds && !service.dockerfile.isEmpty() ? 1 : service.line);
}

Result<Patch> tagPatch(const ComposeProject &project, const ComposeService &service,
                       const QString &tagAndDigest)
{
    if (service.builds && service.base.isEmpty())
        return failure(ErrorKind::NeedsPerson, tr("The service %1 is built here, and its Dockerfile could "
                                                  "not be read (%2). Put the target into its "
                                                  "FROM line by hand.")
                                                   .arg(service.name, tagWhere(service)));
    const QString whole = QString::fromUtf8(joined(decidingText(service)));
    const ImageReference reference = ImageReference::parse(whole);
    if (reference.repository.isEmpty())
        return failure(ErrorKind::NeedsPerson,
                       tr("Nothing in the files says which image the service %1 runs (%2).")
                           .arg(service.name, tagWhere(service)));
    const QString wanted = reference.hasColon ? tagAndDigest : u':' + tagAndDigest;
    return patchOf(project, service, reference.tagAt, whole.size() - reference.tagAt, wanted);
}

Result<Patch> imagePatch(const ComposeProject &project, const ComposeService &service, const QString &image)
{
    return patchOf(project, service, 0, joined(decidingText(service)).size(), image);
}

std::optional<Patch> pullPolicyPatch(const ComposeService &service)
{
    const QString policy = service.pullPolicy.text;
    const bool pulls = policy == u"always" || policy == u"daily" || policy == u"weekly" ||
                       policy.startsWith(u"every_"_s) || policy == u"newer";
    const SourcePiece &piece = service.pullPolicy.piece;
    if (!pulls || piece.offset < 0)
        return {};
    return Patch{piece.path, piece.offset, piece.text.size(), "missing"};
}

std::optional<Patch> gracePatch(const ComposeService &service, int seconds)
{
    const QByteArray wanted = QByteArray::number(seconds) + 's';
    const ComposeScalar &now = service.stopGracePeriod;
    if (!now.text.isEmpty()) {
        if (durationSeconds(now.text) >= seconds || now.piece.offset < 0)
            return {};
        return Patch{now.piece.path, now.piece.offset, now.piece.text.size(), wanted};
    }
    const ComposeInsertion &insertion = service.insertion;
    if (insertion.offset < 0)
        return {};
    return Patch{insertion.path, insertion.offset, 0, "stop_grace_period: " + wanted + insertion.separator};
}
