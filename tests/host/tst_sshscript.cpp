// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshscript.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray seal = "kSEAL0123456789";

struct Said {
    QByteArray output;
    QByteArray errors;
    bool ended = false;
};

/// What a remote machine would do with it: its command line in a shell of its own session, standard input
/// closed at its end (as by a lost connection) or only after the answer.
Said spoken(const QString &shell, const QByteArray &input, bool closes)
{
    QProcess process;
    process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
    const QString line = sshCommandLine().replace(u"exec sh"_s, u"exec "_s + shell);
    process.start(u"sh"_s, {u"-c"_s, line});
    process.write(input);
    if (closes)
        process.closeWriteChannel();
    Said said;
    said.ended = process.waitForFinished(20000);
    said.output = process.readAllStandardOutput();
    said.errors = process.readAllStandardError();
    return said;
}

ProcessCall call(const QString &program, const QStringList &arguments)
{
    ProcessCall call;
    call.program = program;
    call.arguments = arguments;
    return call;
}

} // namespace

class TestSshScript : public QObject
{
    Q_OBJECT

    void shells()
    {
        QTest::addColumn<QString>("shell");
        const QStringList names{u"dash"_s, u"bash"_s, u"bash --posix"_s, u"busybox sh"_s, u"ksh"_s, u"zsh"_s};
        for (const QString &name : names) {
            if (!QStandardPaths::findExecutable(name.section(u' ', 0, 0)).isEmpty())
                QTest::newRow(qPrintable(name)) << name;
        }
    }

private Q_SLOTS:
    void everyShellHandsWordsOn_data() { shells(); }
    void everyShellHandsWordsOn()
    {
        QFETCH(QString, shell);
        QString all;
        for (char16_t c = 1; c < 0x180; ++c)
            all += QChar(c);
        const QStringList words{
            u"%s\\0"_s,     u"a b"_s,      u""_s,       u"-n"_s,      u"it's \"quoted\""_s,
            u"$(id)`id`"_s, u"\n\r\t\\"_s, u"*?[a]~"_s, u"日本 🙂"_s, all};
        ProcessCall printing = call(u"printf"_s, words);
        printing.environment.insert(u"SOME"_s, all);
        const Said said = spoken(shell, sshInput(printing, seal, "m1"), false);
        QVERIFY(said.ended);
        QList<QByteArray> seen = said.output.split('\0');
        QVERIFY(seen.takeLast().isEmpty());
        QCOMPARE(seen.size(), words.size() - 1);
        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(QString::fromUtf8(seen[i]), words[i + 1]);
        QByteArray errors = said.errors;
        QCOMPARE(takeSshEnd(errors, seal), "=0");
    }

    void everyShellFeeds_data() { shells(); }
    void everyShellFeeds()
    {
        QFETCH(QString, shell);
        for (const qsizetype size : {1, 4095, 4096, 4097, 300000}) {
            ProcessCall cat = call(u"cat"_s, {});
            for (qsizetype i = 0; i < size; ++i)
                cat.input += static_cast<char>((i * 7 + i / 251) & 0xff);
            const Said said = spoken(shell, sshInput(cat, seal, "m1"), false);
            QVERIFY(said.ended);
            QCOMPARE(said.output, cat.input);
        }
    }

    void everyShellSaysHowItEnded_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("0") << u"true"_s << QStringList{} << QByteArray("=0");
        QTest::newRow("3") << u"sh"_s << QStringList{u"-c"_s, u"exit 3"_s} << QByteArray("=3");
        QTest::newRow("255") << u"sh"_s << QStringList{u"-c"_s, u"exit 255"_s} << QByteArray("=255");
        QTest::newRow("killed") << u"sh"_s << QStringList{u"-c"_s, u"kill -9 $$"_s} << QByteArray("=137");
        QTest::newRow("not there") << u"no-such-program"_s << QStringList{} << QByteArray("program");
        QTest::newRow("no builtin of ours") << u"exit"_s << QStringList{u"7"_s} << QByteArray("=127");
    }
    void everyShellSaysHowItEnded()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, words);
        QFETCH(QByteArray, end);
        for (const QString &shell : {u"dash"_s, u"bash"_s}) {
            if (QStandardPaths::findExecutable(shell).isEmpty())
                continue;
            QByteArray errors = spoken(shell, sshInput(call(program, words), seal, "m1"), false).errors;
            QCOMPARE(takeSshEnd(errors, seal), end);
        }
    }

    void aTextCutShortIsNoCommand()
    {
        const QTemporaryDir folder;
        const QString made = folder.filePath(u"made"_s);
        const QByteArray whole = sshInput(call(u"touch"_s, {made, made + u" too"_s}), seal, "m1");
        for (qsizetype size = 0; size < whole.size(); size += 1 + size / 200) {
            const Said said = spoken(u"sh"_s, whole.first(size), true);
            QVERIFY(said.ended);
            QVERIFY2(!QFile::exists(made), whole.first(size).constData());
        }
        spoken(u"sh"_s, whole, false);
        QVERIFY(QFile::exists(made));
    }

    void inputCutShortIsNotTakenForTheWhole_data()
    {
        QTest::addColumn<qsizetype>("missing");
        QTest::newRow("the last byte") << qsizetype(1 + seal.size() + 1);
        QTest::newRow("only the seal's end") << qsizetype(3);
        QTest::newRow("half") << qsizetype(50000);
    }
    void inputCutShortIsNotTakenForTheWhole()
    {
        QFETCH(qsizetype, missing);
        const QTemporaryDir folder;
        ProcessCall taking = call(u"sh"_s, {u"-c"_s, u"cat >part && mv part whole"_s});
        taking.workingDirectory = folder.path();
        taking.input = QByteArray(100000, 'x');
        const QByteArray all = sshInput(taking, seal, "m1");
        Said said = spoken(u"sh"_s, all.chopped(missing), true);
        QVERIFY(said.ended);
        QVERIFY(!QFile::exists(folder.filePath(u"whole"_s)));
        QCOMPARE(takeSshEnd(said.errors, seal), std::nullopt);
        spoken(u"sh"_s, all, false);
        QVERIFY(QFile::exists(folder.filePath(u"whole"_s)));
    }

    void whatNoShellCanBeToldIsNamed()
    {
        QVERIFY(sshUnfit(call(u"ls"_s, {u"-l"_s})).isEmpty());
        QVERIFY(!sshUnfit(call(u"ls"_s, {u"a\0b"_s})).isEmpty());
        QVERIFY(!sshUnfit(call(u"-ls"_s, {})).isEmpty());
        ProcessCall bad = call(u"ls"_s, {});
        bad.environment.insert(u"A;id"_s, u"x"_s);
        QVERIFY(!sshUnfit(bad).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSshScript)
#include "tst_sshscript.moc"
