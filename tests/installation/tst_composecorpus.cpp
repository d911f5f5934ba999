// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composeedit.h"
#include "app/installation/compose/composefile.h"
#include "app/installation/imagetag.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

QString corpusFolder()
{
    return qEnvironmentVariable("KESTRA_COMPOSE_CORPUS");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The project of one real file; what it refers to is looked for beside it.
Result<ComposeProject> projectOf(const QString &path)
{
    ComposeSources sources;
    sources.files = {path};
    sources.folder = QFileInfo(path).path();
    sources.texts.insert(path, contentOf(path));
    return ComposeProject::parse(sources);
}

/// True when `after` is `before` with one run of bytes replaced, and that run is the tag.
bool differsOnlyBy(const QByteArray &before, const QByteArray &after, const Patch &patch)
{
    return before.left(patch.offset) == after.left(patch.offset) &&
           before.mid(patch.offset + patch.length) == after.mid(patch.offset + patch.bytes.size());
}

} // namespace

/// Real Compose files, when a folder of them is named by KESTRA_COMPOSE_CORPUS.
class TestComposeCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsUnderstoodOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(corpusFolder());
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (!name.endsWith(u".Dockerfile") && !name.endsWith(u".env") && !name.endsWith(u".tsv"))
                QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void everyFileIsUnderstoodOrRefused()
    {
        QFETCH(QString, path);
        const QByteArray before = contentOf(path);
        const Result<ComposeProject> project = projectOf(path);
        if (!project) {
            QVERIFY2(project.error().message.contains(path), qPrintable(project.error().message));
            qInfo("refused: %s", qPrintable(project.error().message));
            return;
        }
        const QList<ComposeService> services = project->kestraServices();
        if (services.isEmpty()) {
            qInfo("no Kestra service");
            return;
        }
        for (const ComposeService &service : services) {
            const QString image = QString::fromUtf8(joined(decidingText(service)));
            qInfo("%s: %s %s %s", qPrintable(service.name), qPrintable(componentName(service.component)),
                  qPrintable(image), qPrintable(tagWhere(service)));
            const Result<Patch> patch = tagPatch(*project, service, u"v9.8.7"_s);
            if (service.builds) {
                // Its Dockerfile does not lie beside it here, so nobody may guess.
                QVERIFY(!patch && patch.error().kind == ErrorKind::NeedsPerson);
                continue;
            }
            QVERIFY2(patch.has_value(), patch ? "" : qPrintable(patch.error().message));
            QHash<QString, QByteArray> one = project->sources().texts;
            QVERIFY(applyPatches({*patch}, one));
            QVERIFY(differsOnlyBy(before, one.value(path), *patch));
            ComposeSources again = project->sources();
            again.texts = one;
            const Result<ComposeProject> changed = ComposeProject::parse(again);
            QVERIFY(changed.has_value());
            const ComposeService *now = changed->service(service.name);
            QVERIFY(now);
            const ImageReference reference =
                ImageReference::parse(QString::fromUtf8(joined(decidingText(*now))));
            QCOMPARE(reference.tag, u"v9.8.7"_s);
            QCOMPARE(reference.repository, ImageReference::parse(image).repository);
        }
    }
};

int main(int argc, char *argv[])
{
    if (corpusFolder().isEmpty() || !QDir(corpusFolder()).exists()) {
        std::puts("SKIPPED: KESTRA_COMPOSE_CORPUS names no folder of real Compose files");
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestComposeCorpus test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_composecorpus.moc"
