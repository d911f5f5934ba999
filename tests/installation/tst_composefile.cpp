// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composeedit.h"
#include "app/installation/compose/composefile.h"
#include "app/installation/imagetag.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Texts = QHash<QString, QByteArray>;

namespace
{

const QString composePath = u"/srv/kestra/compose.yml"_s;
const QString envPath = u"/srv/kestra/.env"_s;
const QString overridePath = u"/srv/kestra/compose.override.yml"_s;
const QString dockerfilePath = u"/srv/kestra/Dockerfile"_s;

Result<ComposeProject> projectOf(const Texts &texts)
{
    ComposeSources sources;
    sources.files = {composePath};
    if (texts.contains(overridePath))
        sources.files.append(overridePath);
    sources.folder = u"/srv/kestra"_s;
    sources.texts = texts;
    return ComposeProject::parse(sources);
}

/// Every Kestra service set to v1.3.44, as a hop does it.
Result<Texts> afterHop(const Texts &texts)
{
    const Result<ComposeProject> project = projectOf(texts);
    if (!project)
        return std::unexpected(project.error());
    QList<Patch> patches;
    for (const ComposeService &service : project->kestraServices()) {
        const Result<Patch> patch = tagPatch(*project, service, u"v1.3.44"_s);
        if (!patch)
            return std::unexpected(patch.error());
        patches.append(*patch);
    }
    Texts changed = texts;
    if (!applyPatches(patches, changed))
        return failure(ErrorKind::NeedsPerson, u"overlap"_s);
    return changed;
}

QByteArray service(const QByteArray &image)
{
    return "services:\n  kestra:\n    image: " + image + "\n    command: server standalone\n";
}

} // namespace

class TestComposeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagIsEditedWhereItStands_data()
    {
        QTest::addColumn<Texts>("before");
        QTest::addColumn<QString>("where");
        QTest::addColumn<Texts>("after");
        const auto row = [](const char *name, const Texts &before, const QString &where,
                            const QString &changed, const QByteArray &after) {
            Texts texts = before;
            texts.insert(changed, after);
            QTest::newRow(name) << before << where << texts;
        };
        const auto inline_ = [&row](const char *name, const QByteArray &image, const QByteArray &after) {
            row(name, {{composePath, service(image)}}, composePath + u":3"_s, composePath, service(after));
        };
        inline_("plain", "kestra/kestra:v1.0.36", "kestra/kestra:v1.3.44");
        inline_("no tag at all", "kestra/kestra", "kestra/kestra:v1.3.44");
        inline_("double quotes", "\"kestra/kestra:latest\"", "\"kestra/kestra:v1.3.44\"");
        inline_("single quotes", "'kestra/kestra:latest'", "'kestra/kestra:v1.3.44'");
        inline_("comment behind it with the same text", "kestra/kestra:v1.0.36 # kestra/kestra:v1.0.36",
                "kestra/kestra:v1.3.44 # kestra/kestra:v1.0.36");
        inline_("tag and digest", "kestra/kestra:latest@sha256:0123", "kestra/kestra:v1.3.44");
        inline_("digest alone", "kestra/kestra@sha256:0123", "kestra/kestra:v1.3.44");
        inline_("registry with a port", "10.0.0.5:5000/kestra/kestra:latest-lts",
                "10.0.0.5:5000/kestra/kestra:v1.3.44");
        inline_("registry with a port and no tag", "10.0.0.5:5000/kestra/kestra",
                "10.0.0.5:5000/kestra/kestra:v1.3.44");
        inline_("default of a variable that is not set", "kestra/kestra:${TAG:-latest}",
                "kestra/kestra:${TAG:-v1.3.44}");
        inline_("whole image is the default", "${IMAGE:-kestra/kestra:latest}",
                "${IMAGE:-kestra/kestra:v1.3.44}");
        inline_("default inside a default", "kestra/kestra:${TAG:-${OLD:-latest}}",
                "kestra/kestra:${TAG:-${OLD:-v1.3.44}}");
        inline_("anchor before the scalar", "&img kestra/kestra:latest", "&img kestra/kestra:v1.3.44");
        inline_("tag before the scalar", "!!str kestra/kestra:latest", "!!str kestra/kestra:v1.3.44");
        row("folded block", {{composePath, service(">-\n      kestra/kestra:latest")}}, composePath + u":4"_s,
            composePath, service(">-\n      kestra/kestra:v1.3.44"));
    }

    void tagIsEditedWhereItStands()
    {
        QFETCH(Texts, before);
        QFETCH(QString, where);
        QFETCH(Texts, after);
        const Result<ComposeProject> project = projectOf(before);
        QVERIFY2(project.has_value(), project ? "" : qPrintable(project.error().message));
        QCOMPARE(project->kestraServices().size(), 1);
        QCOMPARE(tagWhere(project->kestraServices().first()), where);
        const Result<Texts> changed = afterHop(before);
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(changed->value(composePath), after.value(composePath));
    }

    void everyOtherByteIsKept_data()
    {
        QTest::addColumn<Texts>("before");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("CRLF and no newline at the end")
            << Texts{{composePath, "services:\r\n  kestra:\r\n    image: kestra/kestra:latest\r\n    "
                                   "command: server standalone"}}
            << composePath
            << QByteArray("services:\r\n  kestra:\r\n    image: kestra/kestra:v1.3.44\r\n    command: server "
                          "standalone");
        QTest::newRow("byte order mark, umlauts and tabs in comments")
            << Texts{{composePath, "\xef\xbb\xbf# f\xc3\xbcr\tuns\nservices:\n  kestra:\n    image: "
                                   "kestra/kestra:latest # \xe2\x82\xac\n"}}
            << composePath
            << QByteArray("\xef\xbb\xbf# f\xc3\xbcr\tuns\nservices:\n  kestra:\n    image: "
                          "kestra/kestra:v1.3.44 # \xe2\x82\xac\n");
        QTest::newRow("value in .env") << Texts{{composePath, service("kestra/kestra:${TAG}")},
                                                {envPath, "# tags\nOTHER=1\nTAG=v1.0.36 # pinned\n"}}
                                       << envPath << QByteArray("# tags\nOTHER=1\nTAG=v1.3.44 # pinned\n");
        QTest::newRow("quoted value in .env, the last of two")
            << Texts{{composePath, service("kestra/kestra:${TAG:-latest}")},
                     {envPath, "TAG=v1.0.1\nexport TAG=\"v1.0.36\""}}
            << envPath << QByteArray("TAG=v1.0.1\nexport TAG=\"v1.3.44\"");
        QTest::newRow("name and tag both in .env")
            << Texts{{composePath, service("$REPO:$VERSION")},
                     {envPath, "REPO=kestra/kestra\nVERSION=latest\n"}}
            << envPath << QByteArray("REPO=kestra/kestra\nVERSION=v1.3.44\n");
        QTest::newRow("the v stands in the file, the number in .env")
            << Texts{{composePath, service("kestra/kestra:v${VERSION}")}, {envPath, "VERSION=1.0.36\n"}}
            << envPath << QByteArray("VERSION=1.3.44\n");
        QTest::newRow("whole image in .env")
            << Texts{{composePath, service("${IMAGE}")}, {envPath, "IMAGE=kestra/kestra:latest\n"}} << envPath
            << QByteArray("IMAGE=kestra/kestra:v1.3.44\n");
        QTest::newRow("variable of .env that refers to another")
            << Texts{{composePath, service("kestra/kestra:${TAG}")}, {envPath, "LINE=v1.0.36\nTAG=${LINE}\n"}}
            << envPath << QByteArray("LINE=v1.3.44\nTAG=${LINE}\n");
        QTest::newRow("variable that another service uses too")
            << Texts{{composePath, "services:\n  kestra:\n    image: kestra/kestra:${TAG}\n  web:\n    "
                                   "image: nginx:${TAG}\n"},
                     {envPath, "TAG=latest\n"}}
            << composePath
            << QByteArray("services:\n  kestra:\n    image: kestra/kestra:v1.3.44\n  web:\n    image: "
                          "nginx:${TAG}\n");
        QTest::newRow("anchor shared by two services, edited once")
            << Texts{{composePath, "x-k: &k\n  image: kestra/kestra:latest\nservices:\n  a: {<<: *k, "
                                   "command: server executor}\n"
                                   "  b:\n    <<: *k\n    command: server worker\n"}}
            << composePath
            << QByteArray("x-k: &k\n  image: kestra/kestra:v1.3.44\nservices:\n  a: {<<: *k, command: server "
                          "executor}\n"
                          "  b:\n    <<: *k\n    command: server worker\n");
        QTest::newRow("alias of a scalar")
            << Texts{{composePath, "x-image: &i kestra/kestra:latest\nservices:\n  a:\n    image: *i\n    "
                                   "command: server executor\n"}}
            << composePath
            << QByteArray("x-image: &i kestra/kestra:v1.3.44\nservices:\n  a:\n    image: *i\n    command: "
                          "server executor\n");
        QTest::newRow("merge list, nearest first")
            << Texts{{composePath, "x-a: &a {image: \"kestra/kestra:latest\"}\nx-b: &b {image: "
                                   "busybox}\nservices:\n  k:\n    <<: [*a, *b]\n"}}
            << composePath
            << QByteArray("x-a: &a {image: \"kestra/kestra:v1.3.44\"}\nx-b: &b {image: busybox}\nservices:\n "
                          " k:\n    <<: [*a, *b]\n");
        QTest::newRow("override file decides")
            << Texts{{composePath, service("kestra/kestra:latest")},
                     {overridePath, "services:\n  kestra:\n    image: kestra/kestra:v1.0.36\n"}}
            << overridePath << QByteArray("services:\n  kestra:\n    image: kestra/kestra:v1.3.44\n");
        QTest::newRow("override file without image")
            << Texts{{composePath, service("kestra/kestra:latest")},
                     {overridePath, "services:\n  kestra:\n    environment: {A: b}\n"}}
            << composePath << service("kestra/kestra:v1.3.44");
        QTest::newRow("include") << Texts{{composePath, "include:\n  - path: sub/kestra.yml\nservices: {}\n"},
                                          {u"/srv/kestra/sub/kestra.yml"_s, service("kestra/kestra:latest")}}
                                 << u"/srv/kestra/sub/kestra.yml"_s << service("kestra/kestra:v1.3.44");
        QTest::newRow("extends from another file")
            << Texts{{composePath, "services:\n  kestra:\n    extends: {file: base.yml, service: engine}\n   "
                                   " command: server standalone\n"},
                     {u"/srv/kestra/base.yml"_s, "services:\n  engine:\n    image: kestra/kestra:latest\n"}}
            << u"/srv/kestra/base.yml"_s
            << QByteArray("services:\n  engine:\n    image: kestra/kestra:v1.3.44\n");
        QTest::newRow("own build: FROM")
            << Texts{{composePath, "services:\n  kestra:\n    build: .\n    image: mine:latest\n    command: "
                                   "server standalone\n"},
                     {dockerfilePath, "# FROM kestra/kestra:old\nFROM --platform=linux/amd64 "
                                      "kestra/kestra:v1.0.36 AS base\nRUN true\n"}}
            << dockerfilePath
            << QByteArray("# FROM kestra/kestra:old\nFROM --platform=linux/amd64 kestra/kestra:v1.3.44 AS "
                          "base\nRUN true\n");
        QTest::newRow("own build: ARG, last of two stages")
            << Texts{{composePath, "services:\n  kestra:\n    build: {context: ., dockerfile: Dockerfile}\n  "
                                   "  command: server standalone\n"},
                     {dockerfilePath,
                      "ARG TAG=latest-no-plugins\nFROM busybox AS tools\nFROM kestra/kestra:$TAG\n"}}
            << dockerfilePath
            << QByteArray("ARG TAG=v1.3.44\nFROM busybox AS tools\nFROM kestra/kestra:$TAG\n");
        QTest::newRow("own build: build argument in the Compose file")
            << Texts{{composePath, "services:\n  kestra:\n    build:\n      context: .\n      args:\n        "
                                   "- TAG=v1.0.36\n    command: server standalone\n"},
                     {dockerfilePath, "ARG TAG=latest\nFROM kestra/kestra:$TAG\n"}}
            << composePath
            << QByteArray("services:\n  kestra:\n    build:\n      context: .\n      args:\n        - "
                          "TAG=v1.3.44\n    command: server standalone\n");
    }

    void everyOtherByteIsKept()
    {
        QFETCH(Texts, before);
        QFETCH(QString, changed);
        QFETCH(QByteArray, after);
        const Result<Texts> result = afterHop(before);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
        for (auto it = before.cbegin(); it != before.cend(); ++it)
            QCOMPARE(result->value(it.key()), it.key() == changed ? after : it.value());
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray(" \n") << u"is empty"_s;
        QTest::newRow("no YAML") << QByteArray("services:\n  a: [1\n b: }") << u"line"_s;
        QTest::newRow("tab as indentation") << QByteArray("services:\n\tkestra: 1\n") << u"line 2"_s;
        QTest::newRow("template") << QByteArray("services:\n  {{- if x }}\n  a: 1\n") << u"template"_s;
        QTest::newRow("alias cycle") << QByteArray("services: &x\n  a: *x\n")
                                     << u"line 2: an alias that contains itself"_s;
        QTest::newRow("cycle of lists") << QByteArray("x: &x [*x]\nservices: {}\n") << u"line 1"_s;
        QTest::newRow("services is a list")
            << QByteArray("services:\n  - a\n") << u"line 2: `services` is not a map"_s;
        QTest::newRow("no services") << QByteArray("hello: world\n") << u"no `services`"_s;
        QTest::newRow("only text") << QByteArray("hello\n") << u"no `services`"_s;
        QTest::newRow("Latin-1") << QByteArray("services: {} # f\xfcr\n") << u"UTF-8"_s;
        QTest::newRow("zero byte") << QByteArray("services: {}\n\0", 14) << u"UTF-8"_s;
        QTest::newRow("10 MB") << QByteArray("services: {}\n") + QByteArray(10 * 1024 * 1024, '#')
                               << u"too large"_s;
        QTest::newRow("deep nesting") << QByteArray("services: ") + QByteArray(100000, '[') << u"line"_s;
    }

    void badFilesAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const Result<ComposeProject> project = projectOf({{composePath, text}});
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ErrorKind::BadInput);
        QVERIFY2(project.error().message.contains(composePath), qPrintable(project.error().message));
        QVERIFY2(project.error().message.contains(said), qPrintable(project.error().message));
    }

    void nestedMergesStayFast()
    {
        QByteArray text = "x-0: &a0 {image: busybox}\n";
        for (int i = 1; i < 40; ++i) {
            const QByteArray before = QByteArray::number(i - 1);
            text += "x-" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " {<<: [*a" + before +
                    ", *a" + before + "]}\n";
        }
        const Result<ComposeProject> project =
            projectOf({{composePath, text + "services:\n  k: {<<: *a39, command: server worker}\n"}});
        QVERIFY(project.has_value());
        QCOMPARE(joined(project->services().first().image), QByteArray("busybox"));
    }

    void extendsCycleEnds()
    {
        const Result<ComposeProject> project =
            projectOf({{composePath, "services:\n  a: {extends: b, image: \"kestra/kestra:latest\"}\n  b: "
                                     "{extends: {service: a}}\n"}});
        QVERIFY(project.has_value());
        QCOMPARE(project->services().size(), 2);
    }

    void keyThatStandsTwice()
    {
        const Texts texts{
            {composePath,
             "services:\n  kestra:\n    image: kestra/kestra:v1.0.1\n    image: kestra/kestra:v1.0.36\n"}};
        const Result<ComposeProject> project = projectOf(texts);
        QVERIFY(project.has_value());
        QCOMPARE(project->warnings().size(), 1);
        QVERIFY(project->warnings().first().contains(u"lines 3 and 4"_s));
        const Result<Texts> changed = afterHop(texts);
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::NeedsPerson);
    }

    void kestraIsKnownByWhatItRuns_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isKestra");
        QTest::addColumn<QString>("component");
        const auto row = [](const char *name, const QByteArray &body, bool isKestra,
                            const QString &component) {
            QTest::newRow(name) << body << isKestra << component;
        };
        row("command as text",
            "{image: 'kestra/kestra:latest', command: server standalone --worker-thread=128}", true,
            u"standalone"_s);
        row("command as list", "{image: 'kestra/kestra:latest', command: [server, webserver]}", true,
            u"webserver"_s);
        row("server local", "{image: 'kestra/kestra:latest', command: server local}", true, u"standalone"_s);
        row("bash with list",
            "{image: 'kestra/kestra:latest', entrypoint: /bin/bash, command: [-c, '/app/kestra server "
            "executor']}",
            true, u"executor"_s);
        row("bash with text",
            "{image: 'kestra/kestra:latest', entrypoint: /bin/bash, command: '-c \"/app/kestra server worker "
            "-t 8\"'}",
            true, u"worker"_s);
        row("enterprise", "{image: 'registry.kestra.io/docker/kestra-ee:v1.0', command: server scheduler}",
            true, u"scheduler"_s);
        row("mirror", "{image: 'mirror:5000/x/kestra:latest', command: server indexer}", true, u"indexer"_s);
        row("own image with Kestra's command", "{image: 'kestra-dbt:latest', command: server standalone}",
            true, u"standalone"_s);
        row("no command", "{image: 'kestra/kestra:latest'}", true, QString());
        row("one-off", "{image: 'kestra/kestra:latest', command: migrate metadata kv}", true, QString());
        row("only named so", "{image: 'nginx:1'}", false, QString());
        row("another product of that name", "{image: 'marsllator/kestra-api-manager:1'}", false, QString());
        row("another server", "{image: 'minio/minio', command: server /data}", false, QString());
    }

    void kestraIsKnownByWhatItRuns()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isKestra);
        QFETCH(QString, component);
        const Result<ComposeProject> project =
            projectOf({{composePath, "services:\n  kestra: " + body + "\n"}});
        QVERIFY2(project.has_value(), project ? "" : qPrintable(project.error().message));
        QCOMPARE(project->services().first().isKestra, isKestra);
        QCOMPARE(componentName(project->services().first().component), component);
    }

    void variantOfTheTagIsKept_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const char *now, const char *target, const char *expected) {
            QTest::addRow("%s %s -> %s", tag, now, target)
                << QString::fromLatin1(tag) << QString::fromLatin1(now) << QString::fromLatin1(target)
                << QString::fromLatin1(expected);
        };
        row("latest", "1.0.36", "1.3.44", "v1.3.44");
        row("latest-full", "0.17.10", "0.23.11", "v0.23.11");
        row("v0.17.10", "0.17.10", "0.23.11", "v0.23.11-no-plugins");
        row("v0.17.10-full", "0.17.10", "0.17.23", "v0.17.23-full");
        row("v1.0.36-no-plugins", "1.0.36", "1.3.44", "v1.3.44-no-plugins");
        row("v1.3.44-no-plugins", "1.3.44", "2.0.8", "v2.0.8-slim");
        row("v2.0.5-slim", "2.0.5", "2.0.8", "v2.0.8-slim");
        row("v1.3", "1.3.44", "2.0.8", "v2.0.8");
    }

    void variantOfTheTagIsKept()
    {
        QFETCH(QString, tag);
        QFETCH(QString, now);
        QFETCH(QString, target);
        QFETCH(QString, expected);
        QCOMPARE(targetTag(tag, Version::of(now), Version::of(target)), expected);
    }

    void stopLimit_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("absent")
            << QByteArray("services:\n  kestra:\n    image: kestra/kestra:v1\n")
            << QByteArray("services:\n  kestra:\n    stop_grace_period: 330s\n    image: kestra/kestra:v1\n");
        QTest::newRow("absent, CRLF")
            << QByteArray("services:\r\n  kestra:\r\n    image: kestra/kestra:v1\r\n")
            << QByteArray("services:\r\n  kestra:\r\n    stop_grace_period: 330s\r\n    image: "
                          "kestra/kestra:v1\r\n");
        QTest::newRow("absent, flow map")
            << QByteArray("services: {kestra: {image: 'kestra/kestra:v1'}}\n")
            << QByteArray("services: {kestra: {stop_grace_period: 330s, image: 'kestra/kestra:v1'}}\n");
        QTest::newRow("too short")
            << QByteArray(
                   "services:\n  kestra:\n    image: kestra/kestra:v1\n    stop_grace_period: 1m # why\n")
            << QByteArray(
                   "services:\n  kestra:\n    image: kestra/kestra:v1\n    stop_grace_period: 330s # why\n");
        QTest::newRow("long enough")
            << QByteArray("services:\n  kestra:\n    image: kestra/kestra:v1\n    stop_grace_period: 6m\n")
            << QByteArray("services:\n  kestra:\n    image: kestra/kestra:v1\n    stop_grace_period: 6m\n");
    }

    void stopLimit()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Result<ComposeProject> project = projectOf({{composePath, before}});
        QVERIFY(project.has_value());
        QHash<QString, QByteArray> texts{{composePath, before}};
        if (const std::optional<Patch> patch = gracePatch(project->services().first(), 330))
            QVERIFY(applyPatches({*patch}, texts));
        QCOMPARE(texts.value(composePath), after);
        QVERIFY(projectOf(texts).has_value());
    }
};

QTEST_APPLESS_MAIN(TestComposeFile)
#include "tst_composefile.moc"
