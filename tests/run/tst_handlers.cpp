// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/run/runbench.h"

#include "app/base/hash.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace
{

/// Applies and undoes single steps as the executor does, with a receipt that lives between the calls.
struct Bench : RunBench {
    StepContext context(const QString &key)
    {
        StepContext made;
        made.host = hosts.at({});
        made.secrets = &secrets;
        made.runFolder = home.runFolder(u"r"_s);
        made.key = key;
        made.lastReceipt = receipts.value(key);
        made.log = [this](const QString &, const QString &text) { lines.append(text); };
        made.receipt = [this, key](const QJsonObject &receipt) -> Result<void> {
            if (refuseReceipts)
                return failure(ErrorKind::Failed, u"disk full"_s);
            receipts.insert(key, receipt);
            return {};
        };
        made.observe = [this](const QString &name, const QJsonValue &value) -> Result<void> {
            observations.insert(name, value);
            return {};
        };
        made.observation = [this](const QString &name) -> Result<std::optional<QJsonValue>> {
            return observations.contains(name) ? std::optional(observations.value(name)) : std::nullopt;
        };
        made.answered = [this] { return answered; };
        made.stopRequested = [this] { return stop; };
        return made;
    }
    Result<void> apply(const Step &step)
    {
        StepContext made = context(step.id);
        return awaited(handlers.find(step.kind)->apply(step, &made));
    }
    Result<void> undo(const Step &step)
    {
        StepContext made = context(step.id);
        return awaited(handlers.find(step.kind)->undo(step, receipts.value(step.id), &made));
    }

    QHash<QString, QJsonObject> receipts;
    QHash<QString, QJsonValue> observations;
    QStringList lines;
    bool refuseReceipts = false;
    bool answered = false;
    bool stop = false;
};

QString messageOf(const Result<void> &result)
{
    return result ? u"(done)"_s : result.error().message;
}

} // namespace

#define DONE(result)                                                                                         \
    do {                                                                                                     \
        const auto done_ = (result);                                                                         \
        QVERIFY2(done_.has_value(), qPrintable(messageOf(done_)));                                           \
    } while (false)

class TestHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAHandler();
    void editFile();
    void editFileOfSomebodyElse();
    void editFileUndoAfterForeignChange();
    void editFileWithoutReceiptWritesNothing();
    void editFileThatIsNew();
    void copyTree();
    void copyTreeCutOff();
    void copyTreeFailures();
    void replaceTree();
    void replaceTreeCutOff_data();
    void replaceTreeCutOff();
    void commands_data();
    void commands();
    void commandOutputFile();
    void detached();
    void detachedIsFoundAgain();
    void detachedEndedFromOutside();
    void detachedLostWithTheMachine_data();
    void detachedLostWithTheMachine();
    void waits_data();
    void waits();
    void waitGoesOnWhereAsked();
    void aPersonGivesAWaitMoreTime();
    void waitEndsOnRequest();
    void observesAndCompares();
    void apiAnswers_data();
    void apiAnswers();
    void asksAPerson();
    void sealsAndVerifies();
};

void TestHandlers::everyKindHasAHandler()
{
    const Handlers handlers = allHandlers();
    for (const QString &kind : stepKinds())
        QVERIFY2(handlers.find(kind), qPrintable(kind));
}

void TestHandlers::editFile()
{
    Bench bench;
    const QString path = bench.path(u"compose file.yml"_s);
    put(path, "image: kestra:v1.0.36\r\nuser: x");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const QByteArray after = "image: kestra:v2.0.8\r\nuser: x";
    const Step step = ::editFile(u"010-edit"_s, u"Edit"_s, path, content(path), after);
    DONE(bench.apply(step));
    QCOMPARE(content(path), after);
    QVERIFY(QFile::permissions(path) & QFile::ReadGroup);
    DONE(bench.apply(step));
    QCOMPARE(content(path), after);
    DONE(bench.undo(step));
    QCOMPARE(content(path), "image: kestra:v1.0.36\r\nuser: x");
    DONE(bench.undo(step));
    QCOMPARE(content(path), "image: kestra:v1.0.36\r\nuser: x");
}

void TestHandlers::editFileOfSomebodyElse()
{
    Bench bench;
    const QString path = bench.path(u"f"_s);
    put(path, "b\n");
    const auto refused = bench.apply(::editFile(u"010-edit"_s, u"Edit"_s, path, "a\n", "c\n"));
    QVERIFY(messageOf(refused).contains(path));
    QCOMPARE(content(path), "b\n");
    QVERIFY(bench.receipts.isEmpty());
}

void TestHandlers::editFileUndoAfterForeignChange()
{
    Bench bench;
    const QString path = bench.path(u"f"_s);
    put(path, "a\n");
    const Step step = ::editFile(u"010-edit"_s, u"Edit"_s, path, "a\n", "b\n");
    DONE(bench.apply(step));
    put(path, "theirs\n");
    const auto refused = bench.undo(step);
    QCOMPARE(refused.error().kind, ErrorKind::NeedsPerson);
    const QString kept = bench.receipts.value(step.id).value(u"kept"_s).toString();
    QVERIFY(refused.error().message.contains(path) && refused.error().message.contains(kept));
    QCOMPARE(content(path), "theirs\n");
    QCOMPARE(content(kept), "a\n");
    put(path, "b\n");
    put(kept, "spoiled\n");
    QCOMPARE(bench.undo(step).error().kind, ErrorKind::NeedsPerson);
    QCOMPARE(content(path), "b\n");
}

void TestHandlers::editFileWithoutReceiptWritesNothing()
{
    Bench bench;
    const QString path = bench.path(u"f"_s);
    put(path, "a\n");
    bench.refuseReceipts = true;
    QVERIFY(!bench.apply(::editFile(u"010-edit"_s, u"Edit"_s, path, "a\n", "b\n")));
    QCOMPARE(content(path), "a\n");
}

void TestHandlers::editFileThatIsNew()
{
    Bench bench;
    const QString path = bench.path(u"override.yml"_s);
    const Step step = ::editFile(u"010-edit"_s, u"Edit"_s, path, {}, "new\n");
    DONE(bench.apply(step));
    QCOMPARE(content(path), "new\n");
    DONE(bench.undo(step));
    QVERIFY(!QFileInfo::exists(path));
}

void TestHandlers::copyTree()
{
    Bench bench;
    put(bench.path(u"storage/a b/x"_s), "12345");
    put(bench.path(u"storage/.hidden"_s), "1");
    QVERIFY(QFile::link(u"a b/x"_s, bench.path(u"storage/link"_s)));
    const Step step =
        ::copyTree(u"010-copy"_s, u"Copy"_s, bench.path(u"storage"_s), bench.path(u"deep/backup copy"_s));
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"deep/backup copy/a b/x"_s)), "12345");
    QVERIFY(QFileInfo(bench.path(u"deep/backup copy/link"_s)).isSymLink());
    QCOMPARE(bench.receipts.value(step.id).value(u"files"_s).toInt(), 2);
    QCOMPARE(bench.receipts.value(step.id).value(u"bytes"_s).toInt(), 6);
    DONE(bench.apply(step));
    Step other = step;
    other.id = u"020-copy"_s;
    QVERIFY(messageOf(bench.apply(other)).contains(bench.path(u"deep/backup copy"_s)));
}

void TestHandlers::copyTreeCutOff()
{
    Bench bench;
    put(bench.path(u"storage/x"_s), "12345");
    const QString to = bench.path(u"copy"_s);
    const Step step = ::copyTree(u"010-copy"_s, u"Copy"_s, bench.path(u"storage"_s), to);
    // As a kill -9 in the middle of the copy leaves it.
    bench.receipts.insert(step.id, {{u"began"_s, true}});
    put(to + u".copying-77-1/half"_s, "12");
    DONE(bench.apply(step));
    QCOMPARE(content(to + u"/x"_s), "12345");
    QVERIFY(!QFileInfo::exists(to + u".copying-77-1"_s));
    QVERIFY(!QFileInfo::exists(to + u"/half"_s));
}

void TestHandlers::copyTreeFailures()
{
    Bench bench;
    put(bench.path(u"storage/x"_s), "12345");
    QVERIFY(
        messageOf(bench.apply(::copyTree(u"1"_s, u"Copy"_s, bench.path(u"nowhere"_s), bench.path(u"copy"_s))))
            .contains(u"nowhere"_s));
    put(bench.path(u"file"_s), "x");
    QVERIFY(
        !bench.apply(::copyTree(u"2"_s, u"Copy"_s, bench.path(u"storage"_s), bench.path(u"file/copy"_s))));
    if (!QFileInfo::exists(u"/dev/full"_s))
        return;
    // A cp that copies nothing and says so with 0, and one on a full disk.
    const QByteArray path = qgetenv("PATH");
    for (const auto &[script, word] :
         {std::pair<QByteArray, QString>{"#!/bin/sh\nshift 2; mkdir -p \"$2\"\n", u"not 1 5"_s},
          {"#!/bin/sh\necho \"cp: error writing: No space left on device\" >&2; exit 1\n", u"is full"_s}}) {
        put(bench.path(u"bin/cp"_s), script);
        QFile::setPermissions(bench.path(u"bin/cp"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", bench.path(u"bin"_s).toUtf8() + ':' + path);
        const auto result =
            bench.apply(::copyTree(u"3"_s, u"Copy"_s, bench.path(u"storage"_s), bench.path(u"copy"_s)));
        qputenv("PATH", path);
        QVERIFY2(messageOf(result).contains(word), qPrintable(messageOf(result)));
        QVERIFY(!QFileInfo::exists(bench.path(u"copy"_s)));
        bench.receipts.clear();
    }
}

void TestHandlers::replaceTree()
{
    Bench bench;
    put(bench.path(u"backup/x"_s), "old");
    put(bench.path(u"storage/x"_s), "new");
    put(bench.path(u"storage/y"_s), "more");
    const Step step = ::replaceTree(u"010-put"_s, u"Put"_s, bench.path(u"backup"_s), bench.path(u"storage"_s),
                                    bench.path(u"aside/storage"_s));
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"storage/x"_s)), "old");
    QVERIFY(!QFileInfo::exists(bench.path(u"storage/y"_s)));
    QCOMPARE(content(bench.path(u"aside/storage/y"_s)), "more");
    QCOMPARE(content(bench.path(u"backup/x"_s)), "old");
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"aside/storage/x"_s)), "new");
    DONE(bench.undo(step));
    QCOMPARE(content(bench.path(u"storage/x"_s)), "new");
    QCOMPARE(content(bench.path(u"storage/y"_s)), "more");
    QVERIFY(!QFileInfo::exists(bench.path(u"aside/storage"_s)));
    DONE(bench.undo(step));
    QCOMPARE(content(bench.path(u"storage/x"_s)), "new");
}

void TestHandlers::replaceTreeCutOff_data()
{
    QTest::addColumn<QString>("moves");
    QTest::newRow("after the receipt") << u""_s;
    QTest::newRow("while copying") << u"mkdir storage.copying-1-1; echo h > storage.copying-1-1/x"_s;
    QTest::newRow("between the two renames") << u"cp -a backup storage.copying-1-1; mv storage aside"_s;
    QTest::newRow("after both") << u"mv storage aside; cp -a backup storage"_s;
}

void TestHandlers::replaceTreeCutOff()
{
    QFETCH(QString, moves);
    for (const bool goesOn : {true, false}) {
        Bench bench;
        put(bench.path(u"backup/x"_s), "old");
        put(bench.path(u"storage/x"_s), "new");
        const Step step = ::replaceTree(u"010-put"_s, u"Put"_s, bench.path(u"backup"_s),
                                        bench.path(u"storage"_s), bench.path(u"aside"_s));
        bench.receipts.insert(step.id, {{u"path"_s, bench.path(u"storage"_s)},
                                        {u"aside"_s, bench.path(u"aside"_s)},
                                        {u"existed"_s, true},
                                        {u"began"_s, true}});
        QProcess shell;
        shell.setWorkingDirectory(bench.folder.path());
        shell.start(u"sh"_s, {u"-ec"_s, moves});
        QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
        DONE(goesOn ? bench.apply(step) : bench.undo(step));
        QCOMPARE(content(bench.path(u"storage/x"_s)), goesOn ? "old" : "new");
        QCOMPARE(content(bench.path(u"aside/x"_s)), goesOn ? "new" : "<no such file>");
        QCOMPARE(QDir(bench.folder.path()).entryList({u"storage.*"_s}), QStringList());
    }
}

void TestHandlers::commands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("unless");
    QTest::addColumn<QString>("expect");
    QTest::addColumn<bool>("done");
    QTest::addColumn<bool>("ran");
    QTest::newRow("plain") << u"touch ran"_s << QString() << QString() << true << true;
    QTest::newRow("accepted code") << u"touch ran; exit 4"_s << QString() << QString() << true << true;
    QTest::newRow("fails") << u"touch ran; echo sorry >&2; exit 3"_s << QString() << QString() << false
                           << true;
    QTest::newRow("killed by a signal")
        << u"touch ran; kill -9 $$"_s << QString() << QString() << false << true;
    QTest::newRow("already so") << u"touch ran"_s << u"true"_s << QString() << true << false;
    QTest::newRow("not yet so") << u"touch ran"_s << u"false"_s << QString() << true << true;
    QTest::newRow("says done, is not") << u"exit 0"_s << QString() << u"test -e ran"_s << false << false;
    QTest::newRow("says done, is") << u"touch ran"_s << QString() << u"test -e ran"_s << true << true;
}

void TestHandlers::commands()
{
    QFETCH(QString, script);
    QFETCH(QString, unless);
    QFETCH(QString, expect);
    QFETCH(bool, done);
    QFETCH(bool, ran);
    Bench bench;
    const auto question = [&bench](const QString &words) {
        return words.isEmpty()
                   ? QJsonObject()
                   : QJsonObject{{u"probe"_s, Probe::command(u"sh"_s, {u"-c"_s, u"cd \"$1\"; "_s + words,
                                                                       u"sh"_s, bench.folder.path()})},
                                 {u"conditions"_s, conditionsToJson({{u"exitCode"_s, u"equals"_s, 0}})}};
    };
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, script};
    command.workingDirectory = bench.folder.path();
    command.accepted = {0, 4};
    command.unless = question(unless);
    command.expect = question(expect);
    const auto result = bench.apply(runCommand(u"010-run"_s, u"Run"_s, command));
    QCOMPARE(result.has_value(), done);
    QCOMPARE(QFileInfo::exists(bench.path(u"ran"_s)), ran);
    if (script.contains(u"sorry"_s))
        QVERIFY(messageOf(result).contains(u"sorry"_s));
}

void TestHandlers::commandOutputFile()
{
    Bench bench;
    CommandArgs command;
    command.program = u"printf"_s;
    command.arguments = {u"dump"_s};
    command.outputFile = bench.path(u"out"_s);
    DONE(bench.apply(runCommand(u"010-dump"_s, u"Dump"_s, command)));
    const QJsonObject output = bench.receipts.value(u"010-dump"_s).value(u"output"_s).toObject();
    QCOMPARE(output.value(u"sha256"_s).toString(), sha256Hex("dump"));
    QCOMPARE(output.value(u"bytes"_s).toInt(), 4);
}

void TestHandlers::detached()
{
    Bench bench;
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, u"echo one; echo two >&2; echo \"$WORD\"; echo x >> times"_s};
    command.workingDirectory = bench.folder.path();
    command.environment = {{u"WORD"_s, u"it's"_s}};
    Step step = runDetached(u"010-dump"_s, u"Dump"_s, command, bench.path(u"state"_s));
    DONE(bench.apply(step));
    QVERIFY2(bench.lines.contains(u"one"_s) && bench.lines.contains(u"two"_s) &&
                 bench.lines.contains(u"it's"_s),
             qPrintable(bench.lines.join(u'|')));
    // A crash before "done" was written: the finished job is found, not started twice.
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"times"_s)), "x\n");

    command.arguments = {u"-c"_s, u"echo x >> times; exit 7"_s};
    step = runDetached(u"020-dump"_s, u"Dump"_s, command, bench.path(u"other"_s));
    QVERIFY(messageOf(bench.apply(step)).contains(u"7"_s));
    // One that ended badly is started anew.
    QVERIFY(!bench.apply(step));
    QCOMPARE(content(bench.path(u"times"_s)), "x\nx\nx\n");
}

void TestHandlers::detachedIsFoundAgain()
{
    Bench bench;
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, u"echo x >> times; until [ -e go ]; do sleep 0.02; done; echo went"_s};
    command.workingDirectory = bench.folder.path();
    const Step step = runDetached(u"010-long"_s, u"Long"_s, command, bench.path(u"state"_s));
    StepContext context = bench.context(step.id);
    {
        Job job;
        job.start(bench.handlers.find(step.kind)->apply(step, &context),
                  [](const Result<void> &) { QFAIL("too early"); });
        QTRY_COMPARE(content(bench.path(u"times"_s)), "x\n");
    }
    put(bench.path(u"go"_s), {});
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"times"_s)), "x\n");
    QVERIFY(bench.lines.contains(u"went"_s));
}

void TestHandlers::detachedEndedFromOutside()
{
    Bench bench;
    CommandArgs command;
    command.program = u"sleep"_s;
    command.arguments = {u"600"_s};
    const Step step = runDetached(u"010-long"_s, u"Long"_s, command, bench.path(u"state"_s));
    StepContext context = bench.context(step.id);
    std::optional<Result<void>> result;
    Job job;
    job.start(bench.handlers.find(step.kind)->apply(step, &context),
              [&result](const Result<void> &done) { result = done; });
    QTRY_VERIFY(QFileInfo(bench.path(u"state/try-1/pid"_s)).isSymLink());
    // What a rollback does first: nothing may go on behind its back.
    StepContext other = bench.context(step.id);
    DONE(awaited(bench.handlers.find(step.kind)->halt(step, bench.receipts.value(step.id), &other)));
    QTRY_VERIFY(result.has_value());
    QVERIFY(!result->has_value());
    QCOMPARE(result->error().kind, ErrorKind::Failed);
}

void TestHandlers::detachedLostWithTheMachine_data()
{
    QTest::addColumn<QString>("left");
    QTest::newRow("before it began") << u"mkdir -p state/try-1"_s;
    QTest::newRow("in the middle")
        << u"mkdir -p state/try-1; ln -s 999999:1 state/try-1/pid; echo half > state/try-1/log"_s;
    QTest::newRow("its pid used again") << u"mkdir -p state/try-1; ln -s 1:1 state/try-1/pid"_s;
}

void TestHandlers::detachedLostWithTheMachine()
{
    QFETCH(QString, left);
    Bench bench;
    QProcess shell;
    shell.setWorkingDirectory(bench.folder.path());
    shell.start(u"sh"_s, {u"-ec"_s, left});
    QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, u"echo x >> times"_s};
    command.workingDirectory = bench.folder.path();
    const Step step = runDetached(u"010-long"_s, u"Long"_s, command, bench.path(u"state"_s));
    bench.receipts.insert(step.id, {{u"attempt"_s, 1}, {u"folder"_s, bench.path(u"state/try-1"_s)}});
    DONE(bench.apply(step));
    QCOMPARE(content(bench.path(u"times"_s)), "x\n");
}

void TestHandlers::waits_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("hold");
    QTest::addColumn<QString>("word");
    QTest::newRow("at once") << u"echo UP"_s << 0 << u"(done)"_s;
    QTest::newRow("after a while") << u"echo x >> n; [ $(wc -l < n) -lt 4 ] || echo UP"_s << 0 << u"(done)"_s;
    QTest::newRow("never") << u"echo DOWN"_s << 0 << u"Not seen within 1 s"_s;
    QTest::newRow("in vain") << u"echo DEAD"_s << 0 << u"in vain"_s;
    QTest::newRow("in vain, with its last words")
        << u"echo '{\"log\":\"DEAD of hunger\"}'"_s << 0 << u"Seen: DEAD of hunger"_s;
    QTest::newRow("holds") << u"echo UP"_s << 1 << u"(done)"_s;
    QTest::newRow("green, then dead")
        << u"echo x >> n; [ $(wc -l < n) -gt 5 ] || echo UP"_s << 30 << u"and then no more"_s;
    QTest::newRow("one miss while it holds")
        << u"echo x >> n; [ $(wc -l < n) -eq 5 ] || echo UP"_s << 1 << u"(done)"_s;
}

void TestHandlers::waits()
{
    QFETCH(QString, script);
    QFETCH(int, hold);
    QFETCH(QString, word);
    Bench bench;
    WaitArgs wait;
    wait.probe = Probe::command(u"sh"_s, {u"-c"_s, u"cd \"$1\"; "_s + script, u"sh"_s, bench.folder.path()});
    wait.conditions = {{u"output"_s, u"contains"_s, u"UP"_s}};
    wait.failWhen = {{u"output"_s, u"contains"_s, u"DEAD"_s}};
    wait.reasonAt = u"json/log"_s;
    wait.timeoutSeconds = 1;
    wait.holdSeconds = hold;
    wait.intervalMs = 20;
    const auto result = bench.apply(waitUntil(u"010-wait"_s, u"Wait"_s, wait));
    QVERIFY2(messageOf(result).contains(word), qPrintable(messageOf(result)));
}

void TestHandlers::waitGoesOnWhereAsked()
{
    Bench bench;
    WaitArgs wait;
    wait.probe = Probe::command(u"false"_s, {});
    wait.conditions = {{u"exitCode"_s, u"equals"_s, 0}};
    wait.timeoutSeconds = 0;
    QVERIFY(!bench.apply(waitUntil(u"010-wait"_s, u"Wait"_s, wait)));
    wait.goOn = true;
    QCOMPARE(messageOf(bench.apply(waitUntil(u"010-wait"_s, u"Wait"_s, wait))), u"(done)"_s);
}

void TestHandlers::aPersonGivesAWaitMoreTime()
{
    Bench bench;
    Step step = [] {
        WaitArgs wait;
        wait.probe = Probe::command(u"false"_s, {});
        wait.conditions = {{u"exitCode"_s, u"equals"_s, 0}};
        wait.timeoutSeconds = 0;
        wait.intervalMs = 10;
        wait.goOn = true;
        wait.observeAs = u"looks"_s;
        return waitUntil(u"010-wait"_s, u"Wait"_s, wait);
    }();
    StepContext context = bench.context(step.id);
    int asked = 0;
    context.moreTime = [&asked] { return std::chrono::seconds(++asked > 1 ? 1 : 0); };
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(messageOf(awaited(bench.handlers.find(step.kind)->apply(step, &context))), u"(done)"_s);
    QVERIFY(clock.elapsed() >= 1000);
    QVERIFY(bench.observations.contains(u"looks"_s)); // and whoever looks on was told
}

void TestHandlers::waitEndsOnRequest()
{
    Bench bench;
    bench.stop = true;
    WaitArgs wait;
    wait.probe = Probe::command(u"false"_s, {});
    wait.conditions = {{u"exitCode"_s, u"equals"_s, 0}};
    QCOMPARE(bench.apply(waitUntil(u"010-wait"_s, u"Wait"_s, wait)).error().kind, ErrorKind::Cancelled);
}

void TestHandlers::observesAndCompares()
{
    Bench bench;
    put(bench.path(u"d/a"_s), "1");
    const auto look = [&bench](const QString &name, const QString &equalTo, const QString &atLeastAs,
                               const QStringList &ignore) {
        ObserveArgs args;
        args.name = name;
        args.probe = Probe::files(bench.path(u"d"_s));
        args.equalTo = equalTo;
        args.atLeastAs = atLeastAs;
        args.ignore = ignore;
        return bench.apply(observe(u"010-"_s + name, u"Files"_s, args));
    };
    DONE(look(u"before"_s, {}, {}, {}));
    DONE(look(u"same"_s, u"before"_s, {}, {}));
    put(bench.path(u"d/b"_s), "2");
    QVERIFY(messageOf(look(u"more"_s, u"before"_s, {}, {})).contains(u"files: 1 before, 2 now"_s));
    QCOMPARE(bench.observations.value(u"more"_s)[u"files"].toInt(), 2);
    DONE(look(u"more"_s, u"before"_s, {}, {u"files"_s, u"bytes"_s, u"digest"_s}));
    DONE(look(u"grown"_s, {}, u"before"_s, {}));
    QFile::remove(bench.path(u"d/a"_s));
    QFile::remove(bench.path(u"d/b"_s));
    QVERIFY(messageOf(look(u"less"_s, {}, u"before"_s, {})).contains(u"files: 1 before, 0 now"_s));
    QVERIFY(messageOf(look(u"x"_s, u"never seen"_s, {}, {})).contains(u"never seen"_s));
}

void TestHandlers::apiAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("word");
    QTest::newRow("as expected") << QByteArray(
                                        "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"state\": \"UP\"}")
                                 << u"(done)"_s;
    QTest::newRow("other content") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"state\":1}")
                                   << u"not as expected"_s;
    QTest::newRow("garbage") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<htm")
                             << u"not as expected"_s;
    QTest::newRow("refused") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n") << u"401"_s;
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{")
                             << u"does not answer"_s;
}

void TestHandlers::apiAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, word);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&asked, socket, answer] {
            asked += socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    Bench bench;
    bench.secrets.remember(u"pw"_s, u"secret"_s);
    ApiArgs call;
    call.method = u"POST"_s;
    call.url = u"http://127.0.0.1:%1/api"_s.arg(server.serverPort());
    call.user = u"admin"_s;
    call.secret = u"pw"_s;
    call.body = u"{}"_s;
    call.conditions = conditionsToJson({{u"json/state"_s, u"equals"_s, u"UP"_s}});
    const auto result = bench.apply(callApi(u"010-call"_s, u"Call"_s, call));
    QVERIFY2(messageOf(result).contains(word), qPrintable(messageOf(result)));
    QVERIFY(asked.startsWith("POST /api"));
    QVERIFY(asked.contains("Basic " + QByteArray("admin:secret").toBase64()));
    QVERIFY(!bench.lines.join(u' ').contains(u"secret"_s));
}

void TestHandlers::asksAPerson()
{
    Bench bench;
    const Step step = askPerson(u"010-ask"_s, u"Ask"_s, u"Press the button."_s);
    const auto asked = bench.apply(step);
    QCOMPARE(asked.error().kind, ErrorKind::NeedsPerson);
    QCOMPARE(asked.error().message, u"Press the button."_s);
    bench.answered = true;
    DONE(bench.apply(step));
}

void TestHandlers::sealsAndVerifies()
{
    Bench bench;
    const QString folder = bench.path(u"backup"_s);
    put(folder + u"/dump"_s, "rows");
    QVERIFY(
        messageOf(bench.apply(sealBackup(u"1"_s, u"Seal"_s, folder, {}, {u"rows"_s}))).contains(u"rows"_s));
    QVERIFY(!QFileInfo::exists(folder + u"/manifest.json"_s));
    bench.observations.insert(u"rows"_s, 4);
    DONE(bench.apply(sealBackup(u"1"_s, u"Seal"_s, folder, {}, {u"rows"_s})));
    DONE(bench.apply(verifyBackup(u"2"_s, u"Verify"_s, folder)));
    put(folder + u"/dump"_s, "rowz");
    QVERIFY(messageOf(bench.apply(verifyBackup(u"2"_s, u"Verify"_s, folder))).contains(u"dump"_s));
}

QTEST_GUILESS_MAIN(TestHandlers)
#include "tst_handlers.moc"
