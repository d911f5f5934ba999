// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/plan.h"
#include "app/plan/steps.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

using Break = std::function<void(Plan &)>;

namespace
{

QJsonObject question(const QString &op = u"equals"_s)
{
    return {{u"probe"_s, Probe::command(u"test"_s, {u"-e"_s, u"it's here"_s})},
            {u"conditions"_s, conditionsToJson({{u"exitCode"_s, op, 0}})}};
}

/// A step of every kind, with words in it that a shell would fall over.
Plan wholePlan()
{
    const QString nasty = u"a b'c\"d$(touch owned)`id`;\\"_s;
    Plan plan;
    plan.installation = u"compose:/srv/kestra/docker-compose.yml"_s;
    plan.title = u"production | <b>"_s;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    plan.route = {Version::of(u"1.3.44"), plan.to};
    plan.backupFolder = u"/srv/backup"_s;
    plan.assumed = {u"the version"_s};
    CommandArgs command;
    command.program = u"docker"_s;
    command.arguments = {u"compose"_s, nasty};
    command.secretEnvironment = {{u"PW"_s, u"compose:/srv#api-password"_s}};
    command.unless = question(u"differs"_s);
    command.expect = question();
    command.accepted = {0, 3};
    Step stop = runCommand(u"stop"_s, u"Stop "_s + nasty + u"\nexit 1"_s, command);
    stop.reversal = Reversal::Automatic;
    stop.inverse.append(runCommand(u"start"_s, u"Start"_s, command).toJson());
    command.outputFile = u"/srv/backup/dump of it"_s;
    Step migrate = runDetached(u"migrate"_s, u"Migrate"_s, command, u"/srv/job"_s);
    migrate.changesData = true;
    migrate.reversal = Reversal::FromBackup;
    migrate.inverse.append(verifyBackup(u"verify"_s, u"Verify"_s, plan.backupFolder).toJson());
    ApiArgs call;
    call.method = u"POST"_s;
    call.url = u"http://localhost:8080/api/v1/flows?x="_s + nasty;
    call.user = u"admin"_s;
    call.secret = u"compose:/srv#api-password"_s;
    call.body = nasty;
    call.conditions = conditionsToJson({{u"json/id"_s, u"exists"_s, {}}});
    WaitArgs wait;
    wait.probe = Probe::http(u"http://localhost:8081/health"_s);
    wait.conditions = {{u"status"_s, u"equals"_s, 200}, {u"json/status"_s, u"equals"_s, u"UP"_s}};
    wait.holdSeconds = 60;
    wait.stallHint = nasty;
    ObserveArgs rows;
    rows.name = u"rows"_s;
    rows.probe = Probe::sql({{u"kind"_s, u"sqlite"_s}, {u"file"_s, u"/srv/k.sqlite"_s}}, u"select 'x'"_s);
    ObserveArgs again = rows;
    again.name = u"rows-after"_s;
    again.equalTo = u"rows"_s;
    again.probe = Probe::tables({{u"kind"_s, u"postgresql"_s},
                                 {u"psql"_s, QJsonArray{u"docker"_s, u"exec"_s, u"psql"_s}},
                                 {u"database"_s, u"kestra"_s}});
    const QByteArray before = "password: hunter2-secret\nimage: kestra:v1.0.36\nEND\nlast";
    const QByteArray after = "password: hunter2-secret\nimage: kestra:v2.0.8\nEND it\nlast";
    plan.steps = {stop,
                  observe(u"look"_s, u"Look"_s, rows),
                  copyTree(u"copy"_s, u"Copy"_s, u"/srv/sto rage"_s, u"/srv/backup/storage"_s),
                  sealBackup(u"seal"_s, u"Seal"_s, plan.backupFolder, {}, {u"rows"_s}),
                  verifyBackup(u"verify"_s, u"Verify"_s, plan.backupFolder),
                  editFile(u"edit"_s, u"Edit"_s, u"/srv/kestra/docker-compose.yml"_s, before, after),
                  migrate,
                  replaceTree(u"swap"_s, u"Swap"_s, u"/srv/new"_s, u"/srv/old"_s, u"/srv/aside"_s),
                  callApi(u"call"_s, u"Call"_s, call),
                  waitUntil(u"wait"_s, u"Wait"_s, wait),
                  askPerson(u"ask"_s, u"Ask"_s, nasty)};
    plan.afterRollback = {observe(u"again"_s, u"Again"_s, again)};
    plan.files = {{{}, u"/srv/kestra/docker-compose.yml"_s, before, after, {}}};
    numberSteps(plan);
    return plan;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers();
    void throughJson();
    void holdsNoSecrets();
    void invariants_data();
    void invariants();
    void shellIsShell();
    void shellEditsTheFile();
    void markdownHasEveryStep();
    void conditions_data();
    void conditions();
};

void TestPlan::numbers()
{
    Plan plan = wholePlan();
    QCOMPARE(plan.steps[0].id, u"010-stop"_s);
    QCOMPARE(plan.steps[6].id, u"070-migrate"_s);
    QCOMPARE(plan.pointOfNoReturn, u"070-migrate"_s);
    QCOMPARE(plan.afterRollback[0].id, u"after-010-again"_s);
    numberSteps(plan);
    QCOMPARE(plan.steps[10].id, u"110-ask"_s);
    while (plan.steps.size() < 120)
        plan.steps.append(askPerson(u"more"_s, u"More"_s, u"x"_s));
    numberSteps(plan);
    QCOMPARE(plan.steps.first().id, u"0010-stop"_s);
    QVERIFY(checkPlan(plan));
}

void TestPlan::throughJson()
{
    const Plan plan = wholePlan();
    const Plan read = Plan::fromJson(plan.toJson());
    QCOMPARE(read.steps, plan.steps);
    QCOMPARE(read.afterRollback, plan.afterRollback);
    QCOMPARE(read.route, plan.route);
    QCOMPARE(read.pointOfNoReturn, plan.pointOfNoReturn);
    QCOMPARE(read.assumed, plan.assumed);
    QVERIFY(planAsDiff(read).contains("+image: kestra:v2.0.8"));
    // A word of a newer version must never mean that nothing need be taken back.
    QCOMPARE(Step::fromJson({{u"reversal"_s, u"by-magic"_s}}).reversal, Reversal::ByPerson);
}

void TestPlan::holdsNoSecrets()
{
    const Plan plan = wholePlan();
    const QByteArray json = QJsonDocument(plan.toJson()).toJson();
    QVERIFY(!json.contains("hunter2-secret"));
    QVERIFY(!planAsMarkdown(plan).contains(u"hunter2-secret"_s));
    QVERIFY(!planAsShell(plan).contains(u"hunter2-secret"_s));
}

void TestPlan::invariants_data()
{
    QTest::addColumn<Break>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("sound") << Break([](Plan &) {}) << QString();
    QTest::newRow("no steps") << Break([](Plan &p) { p.steps.clear(); }) << u"no steps"_s;
    QTest::newRow("two of one id") << Break([](Plan &p) { p.steps[1].id = p.steps[0].id; }) << u"010-stop"_s;
    QTest::newRow("not in order") << Break([](Plan &p) { p.steps[2].id = u"005-x"_s; }) << u"005-x"_s;
    QTest::newRow("unknown kind") << Break([](Plan &p) { p.steps[2].kind = u"pray"_s; }) << u"pray"_s;
    QTest::newRow("unknown kind on the way back") << Break([](Plan &p) {
        Step odd = askPerson(u"x"_s, u"X"_s, u"x"_s);
        odd.kind = u"pray"_s;
        p.steps[0].inverse.append(odd.toJson());
    }) << u"pray"_s;
    QTest::newRow("by person without instruction") << Break([](Plan &p) {
        p.steps[2].reversal = Reversal::ByPerson;
        p.steps[2].instruction.clear();
    }) << u"030-copy"_s;
    QTest::newRow("automatic without a way")
        << Break([](Plan &p) { p.steps[2].reversal = Reversal::Automatic; }) << u"030-copy"_s;
    QTest::newRow("a way that is never gone")
        << Break([](Plan &p) { p.steps[0].reversal = Reversal::NotNeeded; }) << u"010-stop"_s;
    QTest::newRow("data before the proof") << Break([](Plan &p) {
        p.steps.remove(3, 2);
        numberSteps(p);
    }) << u"migrate"_s;
    QTest::newRow("data and no way back")
        << Break([](Plan &p) { p.steps[6].inverse = {}; }) << u"070-migrate"_s;
    QTest::newRow("data without a backup")
        << Break([](Plan &p) { p.backupFolder.clear(); }) << u"070-migrate"_s;
    QTest::newRow("data changed, nothing to take back") << Break([](Plan &p) {
        p.steps[6].inverse = {};
        p.steps[6].reversal = Reversal::NotNeeded;
    }) << u"070-migrate"_s;
    QTest::newRow("door marked elsewhere")
        << Break([](Plan &p) { p.pointOfNoReturn = p.steps[1].id; }) << u"070-migrate"_s;
    QTest::newRow("asks and says nothing")
        << Break([](Plan &p) { p.steps[10].instruction.clear(); }) << u"110-ask"_s;
}

void TestPlan::invariants()
{
    QFETCH(Break, change);
    QFETCH(QString, word);
    Plan plan = wholePlan();
    change(plan);
    const auto result = checkPlan(plan);
    QCOMPARE(result.has_value(), word.isEmpty());
    if (!result)
        QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
}

void TestPlan::shellIsShell()
{
    const QString script = planAsShell(wholePlan());
    for (const QString &shell : {u"sh"_s, u"bash"_s}) {
        QTemporaryDir folder;
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(shell, {u"-n"_s});
        process.write(script.toUtf8());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, (process.readAllStandardError() + script.toUtf8()).constData());
    }
    for (const Step &step : wholePlan().steps)
        QVERIFY2(script.contains(u"\n# "_s + step.id + u": "_s), qPrintable(step.id));
    QVERIFY(script.contains(u"point of no return"_s));
    // Without its secret it stops before anything, whatever foreign text says.
    QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(u"sh"_s, {u"-c"_s, script});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("SECRET_API_PASSWORD"));
    QVERIFY(!QFile::exists(folder.filePath(u"owned"_s)));
}

void TestPlan::shellEditsTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"docker compose.yml"_s);
    const QByteArray before = "image: kestra:v1.0.36\nEND\nlast";
    const QByteArray after = "image: kestra:v2.0.8\nEND it\nlast";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
    file.close();
    QVERIFY(QDir(folder.path()).mkpath(u"from/x"_s));
    Plan plan;
    plan.steps = {editFile(u"edit"_s, u"it's $(touch owned)"_s, path, before, after),
                  copyTree(u"copy"_s, u"Copy"_s, folder.filePath(u"from"_s), folder.filePath(u"to"_s))};
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, u"echo ran; exit 3"_s};
    command.accepted = {3};
    command.outputFile = folder.filePath(u"out"_s);
    plan.steps.append(runCommand(u"run"_s, u"Run"_s, command));
    numberSteps(plan);
    for (int times = 0; times < 2; ++times) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(u"sh"_s, {u"-c"_s, planAsShell(plan)});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after);
        file.close();
    }
    QVERIFY(QFile::exists(folder.filePath(u"to/x"_s)));
    QVERIFY(!QFile::exists(folder.filePath(u"owned"_s)));
    QFile out(folder.filePath(u"out"_s));
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), "ran\n");
}

void TestPlan::markdownHasEveryStep()
{
    const Plan plan = wholePlan();
    const QString text = planAsMarkdown(plan);
    for (const Step &step : plan.steps)
        QVERIFY(text.contains(u"`"_s + step.id + u"`"_s));
    QVERIFY(text.contains(u"+image: kestra:v2.0.8"_s));
    QVERIFY(!text.contains(u"<b>"_s));
}

void TestPlan::conditions_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("holds");
    QTest::newRow("equal text") << u"json/status"_s << u"equals"_s << QVariant(u"UP"_s) << true;
    QTest::newRow("number as text") << u"rows/0/n"_s << u"equals"_s << QVariant(5) << true;
    QTest::newRow("differs") << u"json/status"_s << u"differs"_s << QVariant(u"DOWN"_s) << true;
    QTest::newRow("differs from nothing") << u"json/nosuch"_s << u"differs"_s << QVariant(u"DOWN"_s) << false;
    QTest::newRow("beyond the array") << u"rows/7/n"_s << u"atLeast"_s << QVariant(0) << false;
    QTest::newRow("at least") << u"rows/0/n"_s << u"atLeast"_s << QVariant(5) << true;
    QTest::newRow("not at least") << u"rows/0/n"_s << u"atLeast"_s << QVariant(6) << false;
    QTest::newRow("at most") << u"rows/0/n"_s << u"atMost"_s << QVariant(5) << true;
    QTest::newRow("no number") << u"json/status"_s << u"atMost"_s << QVariant(5) << false;
    QTest::newRow("exists") << u"json"_s << u"exists"_s << QVariant() << true;
    QTest::newRow("null does not") << u"json/nothing"_s << u"exists"_s << QVariant() << false;
    QTest::newRow("absent") << u"json/nosuch"_s << u"absent"_s << QVariant() << true;
    QTest::newRow("contains") << u"json/status"_s << u"contains"_s << QVariant(u"U"_s) << true;
    QTest::newRow("array contains") << u"list"_s << u"contains"_s << QVariant(u"b"_s) << true;
    QTest::newRow("matches") << u"json/status"_s << u"matches"_s << QVariant(u"^U.$"_s) << true;
    QTest::newRow("unknown demand") << u"json/status"_s << u"pleases"_s << QVariant(u"UP"_s) << false;
}

void TestPlan::conditions()
{
    QFETCH(QString, at);
    QFETCH(QString, op);
    QFETCH(QVariant, value);
    QFETCH(bool, holds);
    const QJsonObject answer{
        {u"json"_s, QJsonObject{{u"status"_s, u"UP"_s}, {u"nothing"_s, QJsonValue::Null}}},
        {u"rows"_s, QJsonArray{QJsonObject{{u"n"_s, u"5"_s}}}},
        {u"list"_s, QJsonArray{u"a"_s, u"b"_s}}};
    const Condition condition{at, op, QJsonValue::fromVariant(value)};
    QCOMPARE(condition.holds(answer), holds);
    QCOMPARE(Condition::fromJson(condition.toJson()).holds(answer), holds);
    QCOMPARE(allHold(conditionsToJson({condition}), answer), holds);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
