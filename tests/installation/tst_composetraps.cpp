// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composefacts.h"
#include "app/installation/compose/composepins.h"
#include "app/installation/imagetag.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray mark = "@TAG@";

/// How the tag is written. The mark stands where its bytes are; everything else has to stay.
struct Form {
    const char *name;
    QByteArray image;
    QByteArray environment;
    QByteArray before = "v1.0.36";
    QByteArray after = "v1.3.44";
    bool refused = false;
};

/// In what the service stands; %I is the image, %C the command.
struct Frame {
    const char *name;
    QByteArray main;
    QByteArray overriding;
    QByteArray other; ///< sub/other.yml
};

struct Layout {
    const char *name;
    bool windows = false;
    bool byteOrderMark = false;
    bool noLastNewline = false;
    QByteArray behindImage;
};

const QList<Form> &forms()
{
    static const QList<Form> all{
        {"plain", "kestra/kestra:@TAG@", {}},
        {"double quotes", "\"kestra/kestra:@TAG@\"", {}},
        {"single quotes", "'kestra/kestra:@TAG@'", {}},
        {"no tag", "kestra/kestra@TAG@", {}, "", ":v1.3.44"},
        {"floating tag", "kestra/kestra:@TAG@", {}, "latest"},
        {"without plugins", "kestra/kestra:@TAG@", {}, "v1.0.36-no-plugins", "v1.3.44-no-plugins"},
        {"port and path", "10.0.0.5:5000/team/kestra:@TAG@", {}},
        {"port and no tag", "registry.local:5000/kestra/kestra@TAG@", {}, "", ":v1.3.44"},
        {"digest behind the tag", "kestra/kestra:@TAG@", {}, "v1.0.36@sha256:" + QByteArray(64, 'a')},
        {"digest alone", "kestra/kestra@TAG@", {}, "@sha256:" + QByteArray(64, 'b'), ":v1.3.44"},
        {"default", "kestra/kestra:${KTAG:-@TAG@}", {}},
        {"default without colon", "\"kestra/kestra:${KTAG-@TAG@}\"", {}},
        {"default in a default", "kestra/kestra:${KTAG:-${OLD:-@TAG@}}", {}},
        {"default not used", "kestra/kestra:${KTAG:-v0.9.0}", "KTAG=@TAG@\n"},
        {"whole image is a default", "${KIMAGE:-kestra/kestra:@TAG@}", {}},
        {"alternative", "kestra/kestra:${ON:+@TAG@}", "ON=1\n"},
        {"required", "kestra/kestra:${KTAG:?say which}", "KTAG=@TAG@\n"},
        {"without braces", "kestra/kestra:$KTAG", "A=1\nKTAG=@TAG@"},
        {"repository and tag in .env", "${KREPO}:${KTAG}", "KREPO=kestra/kestra\nKTAG=@TAG@\n"},
        {"the v in the file", "kestra/kestra:v${KVERSION}", "KVERSION=@TAG@\n", "1.0.36", "1.3.44"},
        {"suffix in the file", "kestra/kestra:${KTAG}-no-plugins", "KTAG=@TAG@\n"},
        {".env quoted, comment", "kestra/kestra:${KTAG}", "KTAG=\"@TAG@\" # v1.0.36\n"},
        {".env exported, twice", "kestra/kestra:${KTAG}", "KTAG=v1.0.36\nexport KTAG='@TAG@'\n"},
        {".env with CRLF", "kestra/kestra:${KTAG}", "A=v1.0.36\r\nKTAG=@TAG@\r\nB=2\r\n"},
        {".env with BOM", "kestra/kestra:${KTAG}", "\xef\xbb\xbfKTAG=@TAG@\n"},
        {".env refers on", "kestra/kestra:${KTAG}", "LINE=@TAG@\nKTAG=${LINE}\n"},
        {".env with a colon", "kestra/kestra:${KTAG}", "KTAG: @TAG@\n"},
        {".env with a text of lines", "kestra/kestra:${KTAG}",
         "KTAG=@TAG@\nCERT=\"-----\nKTAG=fake\n-----\"\n"},
        {"folded block", ">-\n      kestra/kestra:@TAG@", {}},
        {"literal block", "|-\n      kestra/kestra:@TAG@", {}},
        {"on the next line", "\n      kestra/kestra:@TAG@", {}},
        {"typed", "!!str kestra/kestra:@TAG@", {}},
        {"anchored", "&kimage kestra/kestra:@TAG@", {}},
        {"variable that is not set", "kestra/kestra@TAG@", {}, ":${UNSET}", ":v1.3.44"},
        {"shared with another service", "kestra/kestra:@TAG@", "SHARED=v1.0.36\n", "${SHARED}"},
        {"shared through another variable", "kestra/kestra:${KTAG}", "SHARED=v1.0.36\nKTAG=@TAG@\n",
         "${SHARED}"},
        {"tag and digest in two variables", "kestra/kestra:${KTAG}@${KDIGEST}",
         "KTAG=v1.0.36\nKDIGEST=sha256:" + QByteArray(64, 'c') + "\n", "", "", true},
        {"version in parts", "kestra/kestra:v${MAJOR}.0.${PATCH}", "MAJOR=1\nPATCH=36\n", "", "", true},
        {"escaped", "\"kestra/kestra:v1\\x2e0.36\"", {}, "", "", true},
        {"own name", "mirror/kestra-dbt:v1.0.36", {}, "", "", true},
    };
    return all;
}

/// Texts around that look like the tag and are not.
const QByteArray around = "  # image: kestra/kestra:v1.0.36\t<- old\n"
                          "  web:\n    image: nginx:${SHARED:-v1.0.36}\n    labels: [\"kestra=v1.0.36\"]\n"
                          "    environment: {PRICE: \"$$5 kestra/kestra:v1.0.36\"}\n"
                          "  api:\n    image: marsllator/kestra-api-manager:v1.0.36\n";
const QByteArray body =
    "    image: %I\n    command: %C\n    environment:\n      NOTE: \"v1.0.36 costs $$1\"\n"
    "      KESTRA_CONFIGURATION: |\n        kestra:\n          note: kestra/kestra:v1.0.36\n";

const QList<Frame> &frames()
{
    static const QList<Frame> all{
        {"simple", "services:\n  kestra:\n" + body + around, {}, {}},
        {"folded command",
         "services:\n  kestra:\n    image: %I\n    command: >\n      server\n      standalone\n" + around,
         {},
         {}},
        {"several services by a merge key",
         "x-kestra: &k\n" + QByteArray("  image: %I\n  restart: always\nservices:\n") +
             "  executor:\n    <<: *k\n    command: server executor\n  worker:\n    <<: [*k]\n"
             "    command: [server, worker]\n  web-ui: {<<: *k, command: server webserver}\n" +
             around,
         {},
         {}},
        {"override beside it",
         "services:\n  kestra:\n    image: kestra/kestra:v0.1.0\n    command: %C\n" + around,
         "services:\n  kestra:\n" + body,
         {}},
        {"override without image",
         "services:\n  kestra:\n" + body + around,
         "services:\n  kestra:\n    environment: {A: v1.0.36}\n",
         {}},
        {"include", "include: [sub/other.yml]\nservices:\n" + around, {}, "services:\n  kestra:\n" + body},
        {"extends",
         "services:\n  kestra:\n    extends: {file: sub/other.yml, service: base}\n    command: %C\n" +
             around,
         {},
         "services:\n  base:\n    image: %I\n  unused:\n    image: kestra/kestra:v0.1.0\n"},
        {"extends here",
         "services:\n  kestra:\n    extends: base\n    command: %C\n  base:\n    image: %I\n"
         "    profiles: [never]\n" +
             around,
         {},
         {}},
        {"profiles and env_file",
         "services:\n  kestra:\n    profiles: [jobs]\n    env_file: [{path: none.env, required: false}]\n" +
             body + around,
         {},
         {}},
        {"two documents", "services:\n" + around + "---\nservices:\n  kestra:\n" + body, {}, {}},
        {"build argument",
         "services:\n  kestra:\n    image: mine:v1.0.36\n    build:\n      context: sub\n"
         "      args:\n        BASE: %I\n    command: %C\n" +
             around,
         {},
         {}},
    };
    return all;
}

const QList<Layout> &layouts()
{
    static const QList<Layout> all{
        {"as usual"},
        {"CRLF", true},
        {"BOM", false, true},
        {"no newline at the end", false, false, true},
        {"tab and comment behind", false, false, false, "\t# was v1.0.36 \xe2\x82\xac"},
    };
    return all;
}

using Texts = QHash<QString, QByteArray>;

const QString folder = u"/srv/kestra"_s;

QByteArray filled(QByteArray text, const Form &form, const Layout &layout)
{
    const bool isBlock =
        form.image.startsWith('>') || form.image.startsWith('|') || form.image.startsWith('\n');
    QByteArray image = form.image;
    if (text.contains("build:"))
        image.replace("\n      ", "\n          ");
    text.replace("%I", image + (isBlock ? QByteArray() : layout.behindImage));
    text.replace("%C", "server standalone");
    if (layout.windows)
        text.replace("\n", "\r\n");
    if (layout.noLastNewline)
        text = text.trimmed();
    return layout.byteOrderMark ? "\xef\xbb\xbf" + text : text;
}

Texts marked(const Form &form, const Frame &frame, const Layout &layout)
{
    Texts texts{{folder + u"/compose.yml"_s, filled(frame.main, form, layout)}};
    if (!frame.overriding.isEmpty())
        texts.insert(folder + u"/compose.override.yml"_s, filled(frame.overriding, form, layout));
    if (!frame.other.isEmpty())
        texts.insert(folder + u"/sub/other.yml"_s, filled(frame.other, form, layout));
    if (!form.environment.isEmpty())
        texts.insert(folder + u"/.env"_s, form.environment);
    if (frame.main.contains("build:"))
        texts.insert(
            folder + u"/sub/Dockerfile"_s,
            "ARG BASE=kestra/kestra:v1.0.36\nFROM busybox AS tools\nRUN <<END\nFROM kestra/kestra:v1.0.36\n"
            "END\nfrom ${BASE} \\\n  AS run\nRUN echo v1.0.36\n");
    return texts;
}

Texts with(Texts texts, const QByteArray &tag)
{
    for (QByteArray &text : texts)
        text.replace(mark, tag);
    return texts;
}

Result<ComposeProject> projectOf(const Texts &texts)
{
    ComposeSources sources;
    sources.files = {folder + u"/compose.yml"_s};
    if (texts.contains(folder + u"/compose.override.yml"_s))
        sources.files.append(folder + u"/compose.override.yml"_s);
    sources.folder = folder;
    sources.texts = texts;
    return ComposeProject::parse(sources);
}

/// What the plan's step writes.
Result<Texts> afterHop(const Texts &texts)
{
    const Result<ComposeProject> project = projectOf(texts);
    if (!project)
        return std::unexpected(project.error());
    Installation installation;
    takeProject(installation, *project, u"kestra"_s, {});
    takeServices(installation, *project);
    installation.version = Version::of(u"1.0.36");
    Hop hop;
    hop.from = installation.version;
    hop.to = Version::of(u"1.3.44");
    Texts changed = texts;
    if (const Result<void> written = writeTarget(installation, hop, changed); !written)
        return std::unexpected(written.error());
    return changed;
}

QHash<QString, QString> imagesIn(const Texts &texts)
{
    QHash<QString, QString> images;
    const Result<ComposeProject> project = projectOf(texts);
    for (const ComposeService &service : project ? project->services() : QList<ComposeService>())
        images.insert(service.name, QString::fromUtf8(joined(service.builds ? service.base : service.image)));
    return images;
}

QString composeProgram()
{
    const QString inPath = QStandardPaths::findExecutable(u"docker-compose"_s);
    return inPath.isEmpty()
               ? QStandardPaths::findExecutable(u"docker-compose"_s, {u"/usr/libexec/docker/cli-plugins"_s,
                                                                      u"/usr/lib/docker/cli-plugins"_s})
               : inPath;
}

/// What Compose itself reads; nothing when it refuses.
QJsonObject configOf(const Texts &texts, QString &said)
{
    const QTemporaryDir place;
    QDir(place.path()).mkpath(u"sub"_s);
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        QFile file(place.path() + it.key().mid(folder.size()));
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
            return {};
    }
    QProcess process;
    process.setWorkingDirectory(place.path());
    QStringList files{u"-f"_s, u"compose.yml"_s};
    if (texts.contains(folder + u"/compose.override.yml"_s))
        files += {u"-f"_s, u"compose.override.yml"_s};
    process.start(composeProgram(),
                  QStringList{u"-p"_s, u"k"_s} + files +
                      QStringList{u"--profile"_s, u"*"_s, u"config"_s, u"--format"_s, u"json"_s});
    process.waitForFinished();
    said = QString::fromUtf8(process.readAllStandardError());
    QByteArray output = process.readAllStandardOutput();
    return QJsonDocument::fromJson(output.replace(place.path().toUtf8(), "")).object();
}

} // namespace

/// Compose projects made of every trap with every other one: the edit changes the tag and no other byte.
class TestComposeTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheTagChanges()
    {
        int edited = 0;
        int refused = 0;
        QStringList wrong;
        for (const Frame &frame : frames()) {
            for (const Form &form : forms()) {
                for (const Layout &layout : layouts()) {
                    const QString name =
                        u"%1 / %2 / %3"_s.arg(QLatin1StringView(frame.name), QLatin1StringView(form.name),
                                              QLatin1StringView(layout.name));
                    const QString trouble = check(form, marked(form, frame, layout));
                    if (!trouble.isEmpty())
                        wrong.append(name + u": "_s + trouble);
                    ++(form.refused ? refused : edited);
                }
            }
        }
        std::printf("%d projects: %d edited, %d refused by file and line, %d wrong\n", edited + refused,
                    edited, refused, int(wrong.size()));
        for (const QString &text : std::as_const(wrong))
            std::printf("  %s\n", qPrintable(text));
        QVERIFY(edited + refused >= 500);
        QCOMPARE(wrong.size(), 0);
    }

    void composeReadsItSo()
    {
        if (composeProgram().isEmpty())
            QSKIP("Docker Compose is not installed");
        int seen = 0;
        int number = 0;
        QStringList wrong;
        for (const Form &form : forms()) {
            for (const Frame &frame : frames()) {
                // Every form and every frame, 63 of all.
                if (form.refused || ++number % 6 != 0)
                    continue;
                const Texts texts = marked(form, frame, layouts().at(number / 6 % layouts().size()));
                const QString trouble = compare(with(texts, form.before), with(texts, form.after));
                if (!trouble.isEmpty())
                    wrong.append(u"%1 / %2: %3"_s.arg(QLatin1StringView(frame.name),
                                                      QLatin1StringView(form.name), trouble));
                ++seen;
            }
        }
        std::printf("%d projects read by Docker Compose before and after, %d wrong\n", seen,
                    int(wrong.size()));
        for (const QString &text : std::as_const(wrong))
            std::printf("  %s\n", qPrintable(text));
        QVERIFY(seen >= 60);
        QCOMPARE(wrong.size(), 0);
    }

private:
    /// Empty when all is well.
    static QString check(const Form &form, const Texts &texts)
    {
        const Texts before = with(texts, form.before);
        const Result<Texts> changed = afterHop(before);
        if (form.refused) {
            static const QRegularExpression place(u"/srv/kestra/[^ ]+:\\d+"_s);
            return changed ? u"was edited"_s
                   : place.match(changed.error().message).hasMatch()
                       ? QString()
                       : u"refused without a place: "_s + changed.error().message;
        }
        if (!changed)
            return u"refused: "_s + changed.error().message;
        const Texts after = with(texts, form.after);
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            if (changed->value(it.key()) != it.value())
                return u"%1 reads %2"_s.arg(
                    it.key(),
                    QString::fromUtf8(changed->value(it.key()).toPercentEncoding(" \n:/{}$#'\"[],-&*")));
        }
        return checkImages(before, *changed);
    }

    static QString checkImages(const Texts &before, const Texts &after)
    {
        const QHash<QString, QString> old = imagesIn(before);
        const QHash<QString, QString> now = imagesIn(after);
        if (old.keys().size() != now.keys().size() || old.size() < 3)
            return u"other services"_s;
        for (auto it = now.cbegin(); it != now.cend(); ++it) {
            const bool stays = it.key() == u"web" || it.key() == u"api" || it.key() == u"unused";
            const bool good = stays ? it.value() == old.value(it.key())
                                    : ImageReference::parse(it.value()).tag.startsWith(u"v1.3.44"_s);
            if (!good)
                return u"%1 runs %2"_s.arg(it.key(), it.value());
        }
        return {};
    }

    /// Compose must read the same project with another tag of Kestra and nothing else.
    static QString compare(const Texts &before, const Texts &expected)
    {
        const Result<Texts> changed = afterHop(before);
        if (!changed)
            return changed.error().message;
        QString said;
        const QJsonObject old = configOf(before, said);
        const QJsonObject now = configOf(*changed, said);
        if (now.isEmpty() || old.isEmpty())
            return u"refused: "_s + said.trimmed();
        const QHash<QString, QString> ours = imagesIn(expected);
        const QJsonObject services = now.value(u"services"_s).toObject();
        for (auto it = services.begin(); it != services.end(); ++it) {
            QJsonObject one = it.value().toObject();
            const QJsonObject build = one.value(u"build"_s).toObject();
            const QString image = build.isEmpty() ? one.value(u"image"_s).toString()
                                                  : build.value(u"args"_s)[u"BASE"_s].toString();
            if (image != ours.value(it.key()))
                return u"%1: Compose reads %2"_s.arg(it.key(), image);
            QJsonObject was = old.value(u"services"_s)[it.key()].toObject();
            const bool stays = it.key() == u"web" || it.key() == u"api";
            for (const QString &key : stays ? QStringList() : QStringList{u"image"_s, u"build"_s}) {
                one.remove(key);
                was.remove(key);
            }
            if (one != was)
                return u"%1 differs in more than its tag"_s.arg(it.key());
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestComposeTraps)
#include "tst_composetraps.moc"
