// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/run/runbench.h"

#include "app/run/manifest.h"

#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

using Spoil = std::function<void(const QString &folder)>;

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spoiled_data();
    void spoiled();
    void noFolder();
};

void TestManifest::spoiled_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("path");
    const auto flip = [](const QString &path, qsizetype at) {
        QByteArray bytes = content(path);
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        put(path, bytes);
    };
    QTest::newRow("nothing") << Spoil([](const QString &) {}) << QString();
    QTest::newRow("one bit flipped") << Spoil([flip](const QString &f) { flip(f + u"/data/dump"_s, 70000); })
                                     << u"data/dump"_s;
    QTest::newRow("shortened") << Spoil([](const QString &f) { QFile::resize(f + u"/data/dump"_s, 10); })
                               << u"data/dump"_s;
    QTest::newRow("emptied") << Spoil([](const QString &f) { put(f + u"/README.md"_s, {}); })
                             << u"README.md"_s;
    QTest::newRow("missing") << Spoil([](const QString &f) { QFile::remove(f + u"/data/a b"_s); })
                             << u"data/a b"_s;
    QTest::newRow("one more") << Spoil([](const QString &f) { put(f + u"/data/new"_s, "x"); })
                              << u"data/new"_s;
    QTest::newRow("one more, hidden")
        << Spoil([](const QString &f) { put(f + u"/.new"_s, "x"); }) << u".new"_s;
    QTest::newRow("link turned") << Spoil([](const QString &f) {
        QFile::remove(f + u"/link"_s);
        QFile::link(u"README.md"_s, f + u"/link"_s);
    }) << u"link"_s;
    QTest::newRow("manifest missing")
        << Spoil([](const QString &f) { QFile::remove(f + u"/manifest.json"_s); }) << u"manifest.json"_s;
    QTest::newRow("manifest cut") << Spoil([](const QString &f) {
        QFile::resize(f + u"/manifest.json"_s, 60);
    }) << u"manifest.json"_s;
    QTest::newRow("a fact rewritten") << Spoil([](const QString &f) {
        put(f + u"/manifest.json"_s, content(f + u"/manifest.json"_s).replace("1.0.36", "1.0.37"));
    }) << u"manifest.json"_s;
}

void TestManifest::spoiled()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, path);
    QTemporaryDir temporary;
    const QString folder = temporary.filePath(u"a backup"_s);
    put(folder + u"/README.md"_s, "read me\n");
    put(folder + u"/data/dump"_s, QByteArray(100000, 'd'));
    put(folder + u"/data/a b"_s, "blank\n");
    QVERIFY(QFile::link(u"data/dump"_s, folder + u"/link"_s));
    Hosts hosts;
    const QJsonObject facts{{u"version"_s, u"1.0.36"_s}};
    const auto sealed =
        awaited(writeManifest(hosts.at({}), folder, facts, {{u"tables"_s, QJsonObject{{u"flows"_s, 3}}}}));
    QVERIFY(sealed);
    QCOMPARE(sealed->files, 4);
    spoil(folder);
    const auto check = awaited(verifyBackup(hosts.at({}), folder));
    QVERIFY(check);
    QStringList paths;
    for (const Damage &damage : check->damaged)
        paths.append(damage.path);
    const QJsonObject json = check->toJson();
    QCOMPARE(json.value(u"ok"_s).toBool(), path.isEmpty());
    if (path.isEmpty()) {
        QCOMPARE(paths, QStringList());
        QCOMPARE(check->files, 4);
        QCOMPARE(check->bytes, 100014);
        QCOMPARE(check->manifest.value(u"facts"_s).toObject(), facts);
        // A second seal over an unchanged folder leaves it sound.
        QVERIFY(awaited(writeManifest(hosts.at({}), folder, facts, {})));
        QVERIFY(awaited(verifyBackup(hosts.at({}), folder))->ok());
    } else {
        QVERIFY2(paths.contains(path), qPrintable(paths.join(u',')));
        QVERIFY(json.value(u"damaged"_s).toArray().contains(path));
    }
}

void TestManifest::noFolder()
{
    Hosts hosts;
    QCOMPARE(awaited(verifyBackup(hosts.at({}), u"/nowhere/at all"_s)).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
