// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/imagedigests.h"

#include "app/installation/imagetag.h"
#include "app/installation/planparts.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds answerTime{15000};
constexpr int pullSeconds = 2 * 3600;
const QString digestFact = u"digests"_s;

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("ImageDigests", text, kind);
}

Task<Result<ProcessResult>> ask(Host *host, QStringList words)
{
    ProcessCall call;
    call.program = u"docker"_s;
    call.arguments = words;
    call.timeout = answerTime;
    Result<ProcessResult> answer = co_await host->run(std::move(call));
    co_return answer;
}

QString lastWords(const Result<ProcessResult> &answer)
{
    return answer ? answer->errorText().section(u'\n', -1) : answer.error().message;
}

/// What a tag names in its registry now. Both commands ask as the person who is logged in there.
Task<Result<QString>> registryDigest(Host *host, QString image)
{
    const QStringList words{u"buildx"_s,   u"imagetools"_s,         u"inspect"_s,
                            u"--format"_s, u"{{json .Manifest}}"_s, image};
    const Result<ProcessResult> answer = co_await ask(host, words);
    QJsonDocument json =
        QJsonDocument::fromJson(answer && answer->exitCode == 0 ? answer->output : QByteArray());
    const QString digest = json[u"digest"_s].toString();
    if (digest.startsWith(u"sha256:"))
        co_return digest;
    const QString why = lastWords(answer);
    if (!answer || !why.contains(u"buildx"))
        co_return failure(ErrorKind::Unreachable, why);
    const QStringList other{u"manifest"_s, u"inspect"_s, u"--verbose"_s, image};
    const Result<ProcessResult> second = co_await ask(host, other);
    json = QJsonDocument::fromJson(second && second->exitCode == 0 ? second->output : QByteArray());
    const QString described = json[u"Descriptor"_s][u"digest"_s].toString();
    if (described.startsWith(u"sha256:"))
        co_return described;
    co_return failure(ErrorKind::Unreachable, second && second->exitCode == 0
                                                  ? tr("Docker's buildx is needed to ask for it.")
                                                  : lastWords(second));
}

QString registryOf(const QString &image)
{
    const QString first = image.section(u'/', 0, 0);
    return first.contains(u'.') || first.contains(u':') || first == u"localhost" ? first : QString();
}

/// $1 image, $2 digest, $3 what to say when it is another.
QString sameScript()
{
    return uR"sh(digests=$(docker image inspect --format '{{join .RepoDigests " "}}' "$1") || digests=
case " $digests " in *"@$2 "*) same=true;; *) same=false;; esac
printf '{"same":%s,"says":"%s %s"}\n' "$same" "$3" "$digests")sh"_s;
}

} // namespace

Task<Installation> lookAtDigests(Host *host, Installation installation, QStringList targets)
{
    // Asked again, it is as it is now.
    erase_if(installation.unknown, [](const Unknown &unknown) { return unknown.fact == digestFact; });
    QJsonObject digests;
    QHash<QString, QString> silent; // registry -> why it gives no answer
    const auto seen = [&](const QString &image, const Result<QString> &digest) {
        if (!digest && !digest.error().message.contains(u"not found"))
            silent.insert(registryOf(image), digest.error().message);
    };
    for (const QString &image : targets) {
        Result<QString> digest = failure(ErrorKind::Unreachable, silent.value(registryOf(image)));
        if (!silent.contains(registryOf(image)))
            digest = co_await registryDigest(host, image);
        seen(image, digest);
        if (digest)
            digests.insert(image, *digest);
        else
            installation.unknown.append(
                {digestFact,
                 tr("Which digest %1 has in its registry is not known: %2")
                     .arg(image, digest.error().message),
                 tr("Look whether the registry lets you in; the image is fetched before anything stops.")});
    }
    for (const ImageUse &use : std::as_const(installation.images)) {
        const QString image = use.image + u':' + use.tag;
        if (use.tag.isEmpty() || use.digest.isEmpty() || silent.contains(registryOf(image)) ||
            digests.contains(image))
            continue;
        const Result<QString> digest = co_await registryDigest(host, image);
        seen(image, digest);
        if (digest && *digest != use.digest)
            installation.unknown.append(
                {digestFact,
                 tr("%1 has moved in its registry since %2 was started: %3 runs, %4 is there now.")
                     .arg(image, use.service, use.digest, *digest),
                 tr("The way back starts what runs now.")});
        if (digest)
            digests.insert(image, *digest);
    }
    installation.details.insert(u"targetDigests"_s, digests);
    co_return installation;
}

QString plannedDigest(const Installation &installation, const QString &image)
{
    return installation.details.value(u"targetDigests"_s)[image].toString();
}

QString plannedName(const Installation &installation, const QString &image)
{
    const QString digest = plannedDigest(installation, image);
    return digest.isEmpty() ? image : ImageReference::parse(image).repository + u'@' + digest;
}

Steps pullSteps(const Installation &installation, const QString &image)
{
    const QString digest = plannedDigest(installation, image);
    const QString named = digest.isEmpty() ? QString() : u'@' + digest;
    CommandArgs command;
    command.program = u"docker"_s;
    command.arguments = {u"pull"_s, image};
    command.timeoutSeconds = pullSeconds;
    const QJsonObject there = Probe::command(
        u"docker"_s, {u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}} {{.RepoDigests}}"_s, image});
    command.unless = demand(there, {{u"exitCode"_s, u"equals"_s, 0},
                                    {u"output"_s, u"contains"_s, digest.isEmpty() ? u":"_s : named}});
    command.expect = demand(there, {{u"exitCode"_s, u"equals"_s, 0}});
    Step pull = runCommand(u"fetch-image"_s, tr("Fetch %1", "@action").arg(image + named), command);
    pull.expectedSeconds = 120;
    if (digest.isEmpty())
        return {pull};
    WaitArgs same;
    const QString moved = tr("%1 has moved since the plan was made, nothing was stopped. Make a new plan. "
                             "Planned: %2. Fetched:")
                              .arg(image, digest);
    same.probe = Probe::command(
        u"sh"_s, {u"-c"_s, sameScript(), u"sh"_s, image, digest, QString(moved).remove(u'"').remove(u'\\')});
    same.conditions = {{u"json/same"_s, u"equals"_s, true}};
    same.failWhen = {{u"json/same"_s, u"equals"_s, false}};
    same.reasonAt = u"json/says"_s;
    same.timeoutSeconds = 30;
    same.stallHint = tr("the planned image under the name %1").arg(image);
    return {pull,
            waitUntil(u"compare-image"_s, tr("See that %1 is what was planned", "@action").arg(image), same)};
}
