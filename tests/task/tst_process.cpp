// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/job.h"
#include "app/task/process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

Result<ProcessResult> ended(ProcessCall call)
{
    std::optional<Result<ProcessResult>> result;
    Job job;
    job.start(runProcess(std::move(call)), [&result](const Result<ProcessResult> &value) { result = value; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20000))
        return failure(ErrorKind::Failed, u"the task did not end"_s);
    return *result;
}

ProcessCall shell(const QString &script)
{
    ProcessCall call;
    call.program = u"sh"_s;
    call.arguments = {u"-c"_s, script};
    return call;
}

} // namespace

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodes_data();
    void exitCodes();
    void notInstalled();
    void inputAndOutput();
    void filesForStreams();
    void linesAsTheyCome();
    void tooMuchOutput();
    void timeout();
    void dropKillsTheChild_data();
    void dropKillsTheChild();
    void argumentsArriveAsTheyAre();
    void alwaysTheSameLanguage();
};

void TestProcess::exitCodes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("code");
    QTest::newRow("done") << u"exit 0"_s << 0;
    QTest::newRow("failed") << u"exit 7"_s << 7;
    QTest::newRow("killed") << u"kill -9 $$"_s << 137;
    QTest::newRow("terminated") << u"kill -15 $$"_s << 143;
}

void TestProcess::exitCodes()
{
    QFETCH(QString, script);
    QFETCH(int, code);
    const auto result = ended(shell(script));
    QVERIFY(result);
    QCOMPARE(result->exitCode, code);
}

void TestProcess::notInstalled()
{
    ProcessCall call;
    call.program = u"no-such-program-here"_s;
    QCOMPARE(ended(call).error().kind, ErrorKind::NotFound);
    call.program = u"/proc/version"_s;
    QVERIFY(!ended(call));
}

void TestProcess::inputAndOutput()
{
    ProcessCall call = shell(u"cat; echo no >&2"_s);
    call.input = QByteArray(300000, 'x');
    const auto result = ended(call);
    QCOMPARE(result->output, call.input);
    QCOMPARE(result->errorText(), u"no"_s);
    // Without input it is closed, not left hanging.
    QCOMPARE(ended(shell(u"cat"_s))->output, QByteArray());
}

void TestProcess::filesForStreams()
{
    QTemporaryDir folder;
    QFile in(folder.filePath(u"in"_s));
    QVERIFY(in.open(QIODevice::WriteOnly));
    in.write("a\0b", 3);
    in.close();
    ProcessCall call = shell(u"cat"_s);
    call.inputFile = in.fileName();
    call.outputFile = folder.filePath(u"out"_s);
    QVERIFY(ended(call)->output.isEmpty());
    QFile out(call.outputFile);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), QByteArray("a\0b", 3));
}

void TestProcess::linesAsTheyCome()
{
    QStringList lines;
    ProcessCall call = shell(u"printf 'one\\r\\ntwo\\n'; printf err >&2; printf rest"_s);
    call.onLine = [&lines](const QString &line, bool isError) {
        lines.append(isError ? u"!"_s + line : line);
    };
    QVERIFY(ended(call));
    lines.removeOne(u"!err"_s);
    QCOMPARE(lines, (QStringList{u"one"_s, u"two"_s, u"rest"_s}));
}

void TestProcess::tooMuchOutput()
{
    ProcessCall call = shell(u"yes"_s);
    call.captureLimit = 100000;
    QCOMPARE(ended(call).error().kind, ErrorKind::Failed);
}

void TestProcess::timeout()
{
    ProcessCall call = shell(u"sleep 60"_s);
    call.timeout = std::chrono::milliseconds(100);
    const auto result = ended(call);
    QCOMPARE(result.error().kind, ErrorKind::Failed);
    QVERIFY(result.error().message.contains(u"0.1"_s));
}

void TestProcess::dropKillsTheChild_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("one that listens") << u"echo $$ > pid.new; mv pid.new pid; exec sleep 60"_s;
    QTest::newRow("one that does not")
        << u"trap '' TERM; echo $$ > pid.new; mv pid.new pid; while :; do sleep 0.05; done"_s;
}

void TestProcess::dropKillsTheChild()
{
    QFETCH(QString, script);
    QTemporaryDir folder;
    ProcessCall call = shell(script);
    call.workingDirectory = folder.path();
    {
        Job job;
        job.start(runProcess(call), [](const Result<ProcessResult> &) { QFAIL("it was dropped"); });
        QTRY_VERIFY(QFile::exists(folder.filePath(u"pid"_s)));
    }
    QFile file(folder.filePath(u"pid"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const pid_t pid = file.readAll().trimmed().toInt();
    QTRY_VERIFY(::kill(pid, 0) != 0 && errno == ESRCH);
}

void TestProcess::argumentsArriveAsTheyAre()
{
    ProcessCall call;
    call.program = u"printf"_s;
    call.arguments = {u"%s|"_s, u"a b"_s, u"$(id)"_s, u"'\"\\"_s, u""_s, u"ü"_s};
    QCOMPARE(ended(call)->output, "a b|$(id)|'\"\\||ü|");
    // What is shown to a person gives the same when it is pasted into a shell.
    QCOMPARE(ended(shell(shellLine(call.program, call.arguments)))->output, "a b|$(id)|'\"\\||ü|");
}

void TestProcess::alwaysTheSameLanguage()
{
    ProcessCall call = shell(u"echo $LC_ALL $WORD"_s);
    call.environment = {{u"WORD"_s, u"x y"_s}};
    QCOMPARE(ended(call)->output, "C.UTF-8 x y\n");
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
