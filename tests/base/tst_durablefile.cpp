// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/durablefile.h"
#include "app/base/hash.h"
#include "app/base/home.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes();
    void keepsModeAndLink();
    void failuresNameThePath_data();
    void failuresNameThePath();
    void readsWithinLimit();
    void homeMakesItsFolders();
};

void TestDurableFile::writes()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a b.txt"_s);
    for (const QByteArray &bytes : {QByteArray("one"), QByteArray(3000000, 'x'), QByteArray()}) {
        QVERIFY(writeDurably(path, bytes));
        QCOMPARE(*readWhole(path), bytes);
        QCOMPARE(*sha256OfFile(path), sha256Hex(bytes));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestDurableFile::keepsModeAndLink()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(writeDurably(path, "old"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther);
    QVERIFY(QFile::link(path, link));
    QVERIFY(writeDurably(link, "new"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(*readWhole(path), "new");
    QVERIFY(QFile::permissions(path).testFlags(QFile::ExeOwner | QFile::ReadOther));
}

void TestDurableFile::failuresNameThePath_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such folder") << u"/nowhere/at all/file"_s;
    QTest::newRow("a folder is in its place") << QDir::tempPath();
    QTest::newRow("no file system for it") << u"/proc/no-file"_s;
}

void TestDurableFile::failuresNameThePath()
{
    QFETCH(QString, path);
    const auto written = writeDurably(path, "x");
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(path));
    const auto read = readWhole(path);
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(path));
}

void TestDurableFile::readsWithinLimit()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"large"_s);
    QVERIFY(writeDurably(path, QByteArray(1000, 'x')));
    QVERIFY(readWhole(path, 1000));
    QCOMPARE(readWhole(path, 999).error().kind, ErrorKind::BadInput);
}

void TestDurableFile::homeMakesItsFolders()
{
    QTemporaryDir folder;
    const auto home = Home::open(folder.filePath(u"a home/of mine"_s));
    QVERIFY(home);
    for (const QString &path : {home->root(), home->cacheFolder(), home->backupsFolder()})
        QVERIFY(QFileInfo(path).isDir());
    QVERIFY(home->journalPath().startsWith(home->root()));
    QVERIFY(!(QFile::permissions(home->root()) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!Home::open(u"/proc/nowhere"_s));
}

QTEST_GUILESS_MAIN(TestDurableFile)
#include "tst_durablefile.moc"
