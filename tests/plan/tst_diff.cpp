// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/diff.h"
#include "app/plan/plan.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patched_data();
    void patched();
    void random();
    void equalIsEmpty();
    void knownText();
    void editsThatDoNotFit();
    void manyLines();

private:
    static QByteArray patch(const QByteArray &before, const QByteArray &diff, const QStringList &options);
};

QByteArray TestDiff::patch(const QByteArray &before, const QByteArray &diff, const QStringList &options)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"docker compose.yml"_s);
    QFile file(path);
    if (!before.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(before) != before.size()))
        return "cannot write";
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(u"patch"_s, options);
    process.write(diff);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        return "patch: " + process.readAllStandardOutput() + process.readAllStandardError();
    if (process.readAllStandardOutput().contains("fuzz"))
        return "patch had to guess";
    QFile result(path);
    return result.open(QIODevice::ReadOnly) ? result.readAll() : QByteArray();
}

void TestDiff::patched_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray lines = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\n";
    QTest::newRow("one line in the middle") << lines << QByteArray(lines).replace("h\n", "H\n");
    QTest::newRow("the first line") << lines << QByteArray(lines).replace("a\n", "A\n");
    QTest::newRow("the last line") << lines << QByteArray(lines).replace("p\n", "P\n");
    QTest::newRow("two hunks") << lines << QByteArray(lines).replace("b\n", "").replace("o\n", "o\no2\no3\n");
    QTest::newRow("near changes in one hunk")
        << lines << QByteArray(lines).replace("e\n", "E\n").replace("h\n", "");
    QTest::newRow("no newline before") << QByteArray("a\nb") << QByteArray("a\nb\n");
    QTest::newRow("no newline after") << QByteArray("a\nb\n") << QByteArray("a\nb");
    QTest::newRow("no newline in both") << QByteArray("a\nb") << QByteArray("x\nb");
    QTest::newRow("no newline and changed") << QByteArray("a\nb") << QByteArray("a\nc");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\nc\r\n") << QByteArray("a\r\nB\r\nc\r\n");
    QTest::newRow("CRLF to LF") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n");
    QTest::newRow("new file") << QByteArray() << QByteArray("a\nb\n");
    QTest::newRow("emptied file") << QByteArray("a\nb\n") << QByteArray();
    QTest::newRow("no UTF-8") << QByteArray("a\n\xff\xfe\nc\n") << QByteArray("a\n\xff\xfd\nc\n");
    QTest::newRow("lines that look like a diff")
        << QByteArray("--- a\n+++ b\n@@ -1 +1 @@\n-x\n") << QByteArray("--- a\n+++ c\n@@ -1 +1 @@\n-y\n");
}

void TestDiff::patched()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<LineEdit> edits = lineEdits(before, after);
    QCOMPARE(applied(edits, before), after);
    QCOMPARE(lineEditsFromJson(lineEditsToJson(edits)), edits);
    if (QStandardPaths::findExecutable(u"patch"_s).isEmpty())
        QSKIP("there is no patch here");
    const QByteArray diff = unifiedDiff(before, after, u"docker compose.yml"_s);
    QCOMPARE(patch(before, diff, {u"-p1"_s, u"--binary"_s}), after);
    QCOMPARE(patch(before, "--- x\n+++ y\n" + hunksWithoutContext(edits),
                   {u"--binary"_s, u"docker compose.yml"_s}),
             after);
}

void TestDiff::random()
{
    QRandomGenerator random(4711);
    const auto text = [&random] {
        QByteArray result;
        for (int i = static_cast<int>(random.bounded(30)); i > 0; --i)
            result += QByteArray(1, static_cast<char>('a' + random.bounded(3))) + '\n';
        return random.bounded(3) == 0 ? result + 'z' : result;
    };
    const bool real = !QStandardPaths::findExecutable(u"patch"_s).isEmpty();
    for (int i = 0; i < 3000; ++i) {
        const QByteArray before = text();
        const QByteArray after = text();
        QCOMPARE(applied(lineEdits(before, after), before), after);
        if (real && i < 60 && before != after)
            QCOMPARE(patch(before, unifiedDiff(before, after, u"docker compose.yml"_s), {u"-p1"_s}), after);
    }
}

void TestDiff::equalIsEmpty()
{
    QCOMPARE(unifiedDiff("a\n", "a\n", u"f"_s), QByteArray());
    QVERIFY(lineEdits("a\nb", "a\nb").isEmpty());
}

void TestDiff::knownText()
{
    QCOMPARE(unifiedDiff("a\nb\nc\n", "a\nB\nc\n", u"f"_s),
             "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    QCOMPARE(unifiedDiff("a\nb\nc\n", "a\nc\n", u"f"_s, 0), "--- a/f\n+++ b/f\n@@ -2 +1,0 @@\n-b\n");
}

void TestDiff::editsThatDoNotFit()
{
    const QList<LineEdit> edits = lineEdits("a\nb\nc\n", "a\nB\nc\n");
    QVERIFY(!applied(edits, "a\nx\nc\n"));
    QVERIFY(!applied(edits, ""));
    QCOMPARE(applied(edits, "a\nb\n"), "a\nB\n");
}

void TestDiff::manyLines()
{
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 20000; ++i) {
        before += "before " + QByteArray::number(i) + '\n';
        after += "after " + QByteArray::number(i) + '\n';
    }
    QCOMPARE(lineEdits(before, after).size(), 1);
    QCOMPARE(applied(lineEdits(before, after), before), after);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
