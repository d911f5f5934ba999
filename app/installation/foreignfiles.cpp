// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/foreignfiles.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ForeignFiles", text, "@info");
}

/// A shape is told by the name of its file and by a line in it.
struct Shape {
    const char *name;
    const char *line;
    const char *what;
    const char *remedy;
};

constexpr const char *run = QT_TRANSLATE_NOOP(
    "ForeignFiles", "Take a backup of its database, change the tag there, and let that system apply "
                    "it while nothing else writes.");
constexpr const char *platform = QT_TRANSLATE_NOOP(
    "ForeignFiles", "Stop it in that platform, take a backup of its database, change the image "
                    "there, and deploy again.");
constexpr const char *commands = QT_TRANSLATE_NOOP(
    "ForeignFiles", "It is a script: change the tag in it, and name the container that it made "
                    "(docker:NAME) or its folder.");

constexpr std::array shapes{
    Shape{"\\.nix$", "kestra", QT_TRANSLATE_NOOP("ForeignFiles", "A Nix module that runs Kestra."), run},
    Shape{"\\.tf$", "\"docker_container\"|kestra/kestra|docker +run",
          QT_TRANSLATE_NOOP("ForeignFiles", "Terraform that runs a Kestra container."), run},
    Shape{"\\.(hcl|nomad)$", "kestra", QT_TRANSLATE_NOOP("ForeignFiles", "A Nomad job that runs Kestra."),
          run},
    Shape{"\\.(container|pod)$", "^Image=.*kestra",
          QT_TRANSLATE_NOOP("ForeignFiles", "A Podman quadlet that runs Kestra."), run},
    Shape{"\\.service$", "(ctr|nerdctl|podman|docker)\\b.* run|kestra/kestra",
          QT_TRANSLATE_NOOP("ForeignFiles", "A unit that starts Kestra in a container."), run},
    Shape{"captain-definition$|\\.ya?ml$", "captainVersion",
          QT_TRANSLATE_NOOP("ForeignFiles", "A CapRover template that runs Kestra."), platform},
    Shape{"(railway|fly|koyeb)[^/]*\\.(toml|json|ya?ml)$", "kestra",
          QT_TRANSLATE_NOOP("ForeignFiles", "A deployment of a platform that runs Kestra."), platform},
    Shape{"\\.ya?ml$", "^ *- type: *(web|pserv|worker)",
          QT_TRANSLATE_NOOP("ForeignFiles", "A Render blueprint that runs Kestra."), platform},
    Shape{"\\.ya?ml$", "(docker_container|docker_compose_v2|podman_container|kestra_version) *:",
          QT_TRANSLATE_NOOP("ForeignFiles", "An Ansible playbook that runs Kestra."), run},
    Shape{"\\.ya?ml$", "AWSTemplateFormatVersion",
          QT_TRANSLATE_NOOP("ForeignFiles", "A CloudFormation template that runs Kestra."), platform},
    Shape{"ockerfile[^/]*$", "^ *FROM +\\S*kestra",
          QT_TRANSLATE_NOOP("ForeignFiles", "A Dockerfile that builds on Kestra."),
          QT_TRANSLATE_NOOP(
              "ForeignFiles",
              "Name the Compose file or the container that uses it; the target goes into its FROM line.")},
    Shape{"\\.(sh|bash)$|\\.tpl$", "(ctr|nerdctl|podman|docker)\\b.*|kestra/kestra",
          QT_TRANSLATE_NOOP("ForeignFiles", "A script that starts Kestra in a container."), commands},
    Shape{"\\.(gotmpl|tmpl|tpl|tftpl|j2)$", "kestra/kestra|\\{\\{",
          QT_TRANSLATE_NOOP("ForeignFiles", "A template that Kestra is made from."),
          QT_TRANSLATE_NOOP("ForeignFiles", "Give the file that comes out of it, or change it in the "
                                            "system that fills it in.")},
};

} // namespace

QString foreignFile(const QString &path, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 1024 * 1024)));
    if (!text.contains(u"kestra"_s, Qt::CaseInsensitive))
        return {};
    for (const Shape &shape : shapes) {
        if (!QRegularExpression(QLatin1StringView(shape.name)).match(path).hasMatch())
            continue;
        const QRegularExpression line(QLatin1StringView(shape.line),
                                      QRegularExpression::MultilineOption |
                                          QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = line.match(text);
        if (match.hasMatch())
            return u"%1:%2: %3 %4"_s.arg(path)
                .arg(text.left(match.capturedStart()).count(u'\n') + 1)
                .arg(tr(shape.what), tr(shape.remedy));
    }
    return {};
}

Task<Result<QStringList>> foreignFiles(Host *host, QString path)
{
    QStringList found;
    const Result<QByteArray> single = co_await host->readFile(path);
    if (single) {
        const QString one = foreignFile(path, *single);
        co_return one.isEmpty() ? QStringList() : QStringList{one};
    }
    ProcessCall call;
    call.program = u"find"_s;
    call.arguments = {path,   u"-maxdepth"_s, u"1"_s,      u"-type"_s,
                      u"f"_s, u"-size"_s,     u"-2048k"_s, u"-print0"_s};
    call.timeout = std::chrono::seconds(10);
    const Result<ProcessResult> listed = co_await host->run(std::move(call));
    QList<QByteArray> names = listed ? listed->output.split('\0') : QList<QByteArray>();
    std::ranges::sort(names);
    for (const QByteArray &name : std::as_const(names)) {
        if (name.isEmpty())
            continue;
        const Result<QByteArray> bytes = co_await host->readFile(QString::fromUtf8(name));
        const QString one = bytes ? foreignFile(QString::fromUtf8(name), *bytes) : QString();
        if (!one.isEmpty())
            found.append(one);
    }
    co_return found;
}

QString whatWasLookedFor(const QString &path)
{
    return tr("Nothing in %1 runs Kestra. Looked for: Compose files, values, charts and manifests, jars and "
              "units, and files of Nix, Terraform, Nomad, Podman, Ansible and hosting platforms.")
        .arg(path);
}
