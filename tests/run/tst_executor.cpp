// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/run/runbench.h"

#include "app/task/completion.h"

using namespace Qt::StringLiterals;

namespace
{

/// Writes down what it is asked; behaves as scripted by the step's own arguments.
class ScriptedHandler : public Handler
{
public:
    explicit ScriptedHandler(QStringList *seen, Executor **executor)
        : m_seen(seen)
        , m_executor(executor)
    {
    }
    QString kind() const override { return u"run-command"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString name = step.args.value(u"name"_s).toString();
        const QString mode = step.args.value(u"mode"_s).toString();
        const bool again = context->lastReceipt.contains(u"n"_s);
        m_seen->append(again ? u"again "_s + name : u"do "_s + name);
        if (auto kept = context->receipt({{u"n"_s, name}}); !kept)
            co_return kept;
        if (mode == u"stops")
            (*m_executor)->stopSafely();
        if (mode == u"cancels")
            (*m_executor)->cancel();
        if (mode == u"hangs" && !again) {
            Completion never;
            co_await never;
        }
        if (mode == u"person" && !context->answered())
            co_return failure(ErrorKind::NeedsPerson, u"look at the lamp"_s);
        if (mode == u"fail" || (mode == u"fails once" && !again))
            co_return failure(ErrorKind::Failed, u"no luck"_s);
        co_return Result<void>();
    }
    Task<Result<void>> undo(Step step, QJsonObject receipt, StepContext *) const override
    {
        m_seen->append(u"undo "_s + receipt.value(u"n"_s).toString());
        if (step.args.value(u"mode"_s) == u"undo-fails"_s)
            co_return failure(ErrorKind::Failed, u"it is stuck"_s);
        co_return Result<void>();
    }
    Task<Result<void>> halt(Step step, QJsonObject, StepContext *) const override
    {
        m_seen->append(u"halt "_s + step.args.value(u"name"_s).toString());
        co_return Result<void>();
    }

private:
    QStringList *m_seen;
    Executor **m_executor;
};

Step scripted(const QString &name, const QString &mode, Reversal reversal = Reversal::Automatic)
{
    Step step = runCommand(name, u"Step "_s + name, {});
    step.args = {{u"name"_s, name}, {u"mode"_s, mode}};
    step.reversal = reversal;
    step.instruction = reversal == Reversal::ByPerson ? u"turn it back"_s : QString();
    // The plan's own check wants a way back for each; the scripted handler's undo comes first.
    Step back = runCommand(u"back"_s, u"Back "_s + name, {});
    back.args = {{u"name"_s, u"-"_s + name}};
    if (reversal == Reversal::Automatic || reversal == Reversal::FromBackup)
        step.inverse.append(back.toJson());
    return step;
}

/// "a b:fail c!": names, modes behind a colon, "!" marks a step that changes data.
Plan planOf(const QString &text)
{
    Plan plan;
    plan.installation = u"practice:/tmp/x"_s;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    for (QString word : text.split(u' ')) {
        const bool data = word.endsWith(u'!');
        word.remove(u'!');
        const QString mode = word.section(u':', 1).replace(u'_', u' ');
        Step step = scripted(word.section(u':', 0, 0), mode,
                             mode == u"look" ? Reversal::NotNeeded : Reversal::Automatic);
        if (mode == u"by hand")
            step = scripted(word.section(u':', 0, 0), mode, Reversal::ByPerson);
        if (data) {
            step.reversal = Reversal::FromBackup;
            step.changesData = true;
            plan.backupFolder = u"/tmp/backup"_s;
        }
        plan.steps.append(step);
    }
    if (!plan.backupFolder.isEmpty())
        plan.steps.prepend(verifyBackup(u"proof"_s, u"Proof"_s, plan.backupFolder));
    Step after = scripted(u"after"_s, {}, Reversal::NotNeeded);
    plan.afterRollback.append(after);
    numberSteps(plan);
    return plan;
}

class ProofHandler : public Handler
{
public:
    QString kind() const override { return u"verify-backup"_s; }
    Task<Result<void>> apply(Step, StepContext *) const override { co_return Result<void>(); }
};

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
    void machineGoesOffInsideAStep_data();
    void machineGoesOffInsideAStep();
    void undoThatFailedIsTriedAgain();
    void personAnswersThenResume();
    void byPersonUndoNeedsTheirWord();
    void keptRunIsTidied();
    void keepCutOffGoesOn();
    void lockHeldByAnotherRun();
    void secretsNeverReachTheJournal();
    void lookNeverTakenIsNotMissed();
    void finishedRunIsNotResumed();
};

void TestExecutor::scripts_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("error");

    const int none = -1;
    QTest::newRow("all is well") << u"a b c"_s << u"do a,do b,do c"_s << u"upgraded"_s << none;
    QTest::newRow("the first fails") << u"a:fail b"_s << u"do a,halt a,undo a,do -a,do after"_s
                                     << u"rolled-back"_s << int(ErrorKind::Failed);
    QTest::newRow("a later one fails")
        << u"a b:fail c"_s << u"do a,do b,halt b,undo b,do -b,undo a,do -a,do after"_s << u"rolled-back"_s
        << int(ErrorKind::Failed);
    QTest::newRow("looks are not taken back")
        << u"a b:look c:fail"_s << u"do a,do b,do c,halt c,undo c,do -c,undo a,do -a,do after"_s
        << u"rolled-back"_s << int(ErrorKind::Failed);
    QTest::newRow("the undo fails") << u"a:undo-fails b:fail"_s << u"do a,do b,halt b,undo b,do -b,undo a"_s
                                    << u"needs-help"_s << int(ErrorKind::NeedsPerson);
    QTest::newRow("the door itself fails")
        << u"a b:fail!"_s << u"do a,do b"_s << u"interrupted"_s << int(ErrorKind::NeedsPerson);
    QTest::newRow("fails behind the door")
        << u"a b! c:fail"_s << u"do a,do b,do c"_s << u"interrupted"_s << int(ErrorKind::NeedsPerson);
    QTest::newRow("asked to stop") << u"a:stops b"_s << u"do a"_s << u"interrupted"_s
                                   << int(ErrorKind::Cancelled);
    QTest::newRow("cancelled before the door")
        << u"a b:cancels c!"_s << u"do a,do b,undo b,do -b,undo a,do -a,do after"_s << u"rolled-back"_s
        << int(ErrorKind::Cancelled);
    QTest::newRow("cancelled behind the door")
        << u"a! b:cancels c"_s << u"do a,do b"_s << u"interrupted"_s << int(ErrorKind::NeedsPerson);
    QTest::newRow("asks a person") << u"a b:person c"_s << u"do a,do b"_s << u"interrupted"_s
                                   << int(ErrorKind::NeedsPerson);
}

void TestExecutor::scripts()
{
    QFETCH(QString, plan);
    QFETCH(QString, seen);
    QFETCH(QString, state);
    QFETCH(int, error);

    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    bench.handlers.add(std::make_unique<ProofHandler>());
    Executor executor(bench.parts());
    pointer = &executor;
    const Plan made = planOf(plan);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    const RunOutcome outcome = awaited(executor.run(made, id));

    QCOMPARE(calls.join(u','), seen);
    QCOMPARE(outcome.state, state);
    QCOMPARE(outcome.error ? int(outcome.error->kind) : -1, error);
    QCOMPARE(bench.journal.run(u"last"_s)->state, state);
    QVERIFY(bench.journal.checkChain());
    if (state != u"interrupted"_s && state != u"upgraded"_s)
        return;
    // From wherever it stands, a rollback takes every step back that began.
    calls.clear();
    const RunOutcome back = awaited(executor.rollback(u"last"_s));
    QCOMPARE(back.state, u"rolled-back"_s);
    QVERIFY(calls.contains(u"undo a"_s));
    QCOMPARE(calls.last(), u"do after"_s);
    calls.clear();
    QCOMPARE(awaited(executor.rollback(id)).state, u"rolled-back"_s);
    QCOMPARE(calls, QStringList());
}

void TestExecutor::machineGoesOffInsideAStep_data()
{
    QTest::addColumn<bool>("goesBack");
    QTest::addColumn<QString>("seen");
    QTest::addColumn<QString>("state");
    QTest::newRow("then resume") << false << u"again b,do c"_s << u"upgraded"_s;
    QTest::newRow("then roll back") << true << u"halt b,undo b,do -b,undo a,do -a,do after"_s
                                    << u"rolled-back"_s;
}

void TestExecutor::machineGoesOffInsideAStep()
{
    QFETCH(bool, goesBack);
    QFETCH(QString, seen);
    QFETCH(QString, state);
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    const Plan made = planOf(u"a b:hangs c"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    {
        Executor first(bench.parts());
        Job job;
        job.start(first.run(made, id), [](const RunOutcome &) { QFAIL("it should hang"); });
        QTRY_VERIFY(calls.contains(u"do b"_s));
    }
    QCOMPARE(bench.journal.run(id)->state, u"interrupted"_s);
    calls.clear();
    Executor second(bench.parts());
    const RunOutcome outcome = awaited(goesBack ? second.rollback(id) : second.resume(id));
    QCOMPARE(calls.join(u','), seen);
    QCOMPARE(outcome.state, state);
    QVERIFY(!outcome.error);
}

void TestExecutor::undoThatFailedIsTriedAgain()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    Plan made = planOf(u"a:undo-fails b:fail"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor executor(bench.parts());
    QCOMPARE(awaited(executor.run(made, id)).state, u"needs-help"_s);
    calls.clear();
    // Resume of a run that was going back goes on going back, from the step that was stuck.
    const RunOutcome again = awaited(executor.resume(id));
    QCOMPARE(again.state, u"needs-help"_s);
    QCOMPARE(calls.join(u','), u"undo a"_s);
    QVERIFY(again.error->message.contains(u"it is stuck"_s));
}

void TestExecutor::personAnswersThenResume()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    const Plan made = planOf(u"a b:person c"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor executor(bench.parts());
    QCOMPARE(awaited(executor.run(made, id)).error->message, u"look at the lamp"_s);
    QVERIFY(bench.journal.record({id, u"step:"_s + made.steps[1].id, u"done"_s, u"root"_s, {}}));
    calls.clear();
    QCOMPARE(awaited(executor.resume(id)).state, u"upgraded"_s);
    QCOMPARE(calls.join(u','), u"again b,do c"_s);
}

void TestExecutor::byPersonUndoNeedsTheirWord()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    const Plan made = planOf(u"a b:by_hand c:fail"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor executor(bench.parts());
    const RunOutcome outcome = awaited(executor.run(made, id));
    QCOMPARE(outcome.state, u"needs-help"_s);
    QVERIFY(outcome.error->message.contains(u"turn it back"_s));
    QVERIFY(!calls.contains(u"undo a"_s));
    QVERIFY(bench.journal.record({id, u"step:"_s + made.steps[1].id + u".undo"_s, u"done"_s, u"root"_s, {}}));
    QCOMPARE(awaited(executor.rollback(id)).state, u"rolled-back"_s);
    QVERIFY(calls.contains(u"undo a"_s));
}

void TestExecutor::keptRunIsTidied()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    Plan made = planOf(u"a b"_s);
    made.afterKeep = {scripted(u"old"_s, u"fails once"_s, Reversal::NotNeeded),
                      scripted(u"older"_s, {}, Reversal::NotNeeded)};
    numberSteps(made);
    Executor executor(bench.parts());
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    QCOMPARE(awaited(executor.keep(id)).error->kind, ErrorKind::Blocked);
    QCOMPARE(awaited(executor.run(made, id)).state, u"upgraded"_s);
    calls.clear();
    const RunOutcome first = awaited(executor.keep(id));
    QCOMPARE(first.state, u"kept"_s);
    QCOMPARE(first.error->kind, ErrorKind::NeedsPerson);
    QVERIFY(first.error->message.contains(u"Step old"_s));
    QCOMPARE(calls, (QStringList{u"do old"_s, u"do older"_s}));
    const RunOutcome refused = awaited(executor.rollback(id));
    QCOMPARE(refused.error->kind, ErrorKind::Blocked);
    QVERIFY(refused.error->message.contains(u"restore.sh"_s));
    calls.clear();
    QVERIFY(!awaited(executor.keep(id)).error);
    QCOMPARE(calls, QStringList{u"again old"_s});
    QCOMPARE(bench.journal.run(id)->state, u"kept"_s);
}

void TestExecutor::keepCutOffGoesOn()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    Plan made = planOf(u"a b"_s);
    made.afterKeep = {scripted(u"old"_s, u"hangs"_s, Reversal::NotNeeded)};
    numberSteps(made);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor executor(bench.parts());
    QCOMPARE(awaited(executor.run(made, id)).state, u"upgraded"_s);
    QCOMPARE(awaited(executor.rollback(id)).state, u"rolled-back"_s);
    {
        Job job;
        job.start(executor.keep(id), [](const RunOutcome &) {});
        QTRY_VERIFY(calls.contains(u"do old"_s));
    }
    QCOMPARE(bench.journal.run(id)->state, u"interrupted"_s);
    QCOMPARE(awaited(executor.rollback(id)).error->kind, ErrorKind::Blocked);
    calls.clear();
    QCOMPARE(awaited(executor.resume(id)).state, u"rolled-back"_s);
    QCOMPARE(calls, QStringList{u"again old"_s});
}

void TestExecutor::lockHeldByAnotherRun()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    const Plan made = planOf(u"a:hangs b"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor first(bench.parts());
    Job job;
    job.start(first.run(made, id), [](const RunOutcome &) {});
    QTRY_VERIFY(calls.contains(u"do a"_s));
    Executor second(bench.parts());
    const QString other = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    const RunOutcome refused = awaited(second.run(made, other));
    QCOMPARE(refused.error->kind, ErrorKind::Blocked);
    QVERIFY(refused.error->message.contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE(awaited(second.resume(id)).error->kind, ErrorKind::Blocked);
    QCOMPARE(bench.journal.run(id)->state, u"running"_s);
    QCOMPARE(bench.journal.run(u"last"_s)->id, id);
}

void TestExecutor::secretsNeverReachTheJournal()
{
    RunBench bench;
    Plan plan;
    plan.installation = u"practice:/x"_s;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, u"echo \"open $WORD\"; echo \"$WORD\" >&2; exit 3"_s};
    command.secretEnvironment = {{u"WORD"_s, u"the-word"_s}};
    plan.steps.append(runCommand(u"speak"_s, u"Speak"_s, command));
    numberSteps(plan);
    Executor executor(bench.parts());
    bench.secrets.remember(u"the-word"_s, u"sesame-9f3b"_s);
    QStringList lines;
    connect(&executor, &Executor::logLine, this,
            [&lines](const QDateTime &, const QString &, const QString &, const QString &text) {
                lines.append(text);
            });
    const QString id = *bench.journal.createRun(u"upgrade"_s, plan.toJson());
    const RunOutcome outcome = awaited(executor.run(plan, id));
    QCOMPARE(outcome.error->kind, ErrorKind::Failed);
    QVERIFY(lines.contains(u"open "_s + secretDots()));
    QVERIFY(!outcome.error->message.contains(u"sesame-9f3b"_s));
    QVERIFY(!content(bench.home.runFolder(id) + u"/log.txt"_s).contains("sesame-9f3b"));
    QVERIFY(content(bench.home.runFolder(id) + u"/log.txt"_s).contains("\toutput\topen "));
    for (const QString &end : {u""_s, u"-wal"_s})
        QVERIFY(!content(bench.home.journalPath() + end).contains("sesame-9f3b"));
}

void TestExecutor::lookNeverTakenIsNotMissed()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    ObserveArgs look;
    look.name = u"before"_s;
    look.probe = Probe::files(bench.path(u"data"_s));
    ObserveArgs after = look;
    after.name = u"after"_s;
    after.equalTo = u"before"_s;
    for (const bool early : {true, false}) {
        put(bench.path(u"data/x"_s), "1");
        Plan made = planOf(u"a b:fail"_s);
        made.steps.insert(early ? 2 : 1, observe(u"look"_s, u"Look"_s, look));
        made.afterRollback = {observe(u"again"_s, u"Again"_s, after)};
        numberSteps(made);
        Executor executor(bench.parts());
        // What is seen before and after differs: only where both were seen can that be told.
        connect(&executor, &Executor::stepChanged, this, [&bench](const QString &, const QString &state) {
            if (state == u"failed")
                put(bench.path(u"data/x"_s), "2");
        });
        const RunOutcome outcome =
            awaited(executor.run(made, *bench.journal.createRun(u"upgrade"_s, made.toJson())));
        QCOMPARE(outcome.state, early ? u"rolled-back"_s : u"needs-help"_s);
    }
}

void TestExecutor::finishedRunIsNotResumed()
{
    RunBench bench;
    QStringList calls;
    Executor *pointer = nullptr;
    bench.handlers.add(std::make_unique<ScriptedHandler>(&calls, &pointer));
    const Plan made = planOf(u"a"_s);
    const QString id = *bench.journal.createRun(u"upgrade"_s, made.toJson());
    Executor executor(bench.parts());
    QCOMPARE(awaited(executor.run(made, id)).state, u"upgraded"_s);
    QVERIFY(awaited(executor.resume(id)).error.has_value());
    QVERIFY(bench.journal.setState(id, u"kept"_s));
    QVERIFY(awaited(executor.rollback(id)).error.has_value());
    QCOMPARE(bench.journal.run(id)->state, u"kept"_s);
    QCOMPARE(awaited(executor.rollback(u"nosuch"_s)).error->kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
