// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/steps.h"
#include "app/run/executor.h"
#include "app/run/handlers.h"
#include "app/task/job.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

// crashrunner run|resume|rollback FOLDER: upgrades a pretended installation in FOLDER: a file, a folder of
// data and a pretended server. To be killed at any moment.

namespace
{

QJsonArray inverse(const Steps &steps)
{
    QJsonArray array;
    for (const Step &step : steps)
        array.append(step.toJson());
    return array;
}

Step shell(const QString &slug, const QString &folder, const QString &script)
{
    CommandArgs command;
    command.program = u"sh"_s;
    command.arguments = {u"-c"_s, script};
    command.workingDirectory = folder;
    return runCommand(slug, slug, command);
}

Plan planFor(const QString &folder)
{
    Plan plan;
    plan.installation = u"practice:"_s + folder;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    plan.backupFolder = folder + u"/backup"_s;
    const QByteArray before = "first: 1\nversion: old\nlast: 1\n";
    const QByteArray after = "first: 1\nversion: new\nlast: 1\n";

    Step stop = shell(u"stop"_s, folder, u"rm -f server"_s);
    stop.reversal = Reversal::Automatic;
    stop.inverse = inverse({shell(u"start"_s, folder, u"cat config > server.new; mv server.new server"_s)});
    ObserveArgs look;
    look.name = u"data"_s;
    look.probe = Probe::files(folder + u"/data"_s);
    CommandArgs migration;
    migration.program = u"sh"_s;
    migration.workingDirectory = folder;
    migration.arguments = {u"-c"_s,
                           u"for f in data/*; do echo new > $f; sleep 0.02; done; echo new > data/extra"_s};
    Step migrate = runDetached(u"migrate"_s, u"migrate"_s, migration, folder + u"/job"_s);
    migrate.changesData = true;
    migrate.reversal = Reversal::FromBackup;
    migrate.inverse = inverse({verifyBackup(u"verify"_s, u"verify"_s, plan.backupFolder),
                               replaceTree(u"restore"_s, u"restore"_s, plan.backupFolder + u"/data"_s,
                                           folder + u"/data"_s, folder + u"/data.aside"_s)});
    Step start = shell(u"start"_s, folder, u"cat config > server.new; mv server.new server"_s);
    start.reversal = Reversal::Automatic;
    start.inverse = inverse({shell(u"stop"_s, folder, u"rm -f server"_s)});
    Step again = observe(u"look-again"_s, u"look"_s,
                         {.name = u"data-after"_s, .probe = look.probe, .equalTo = u"data"_s});

    plan.steps = {stop,
                  observe(u"look"_s, u"look"_s, look),
                  copyTree(u"copy"_s, u"copy"_s, folder + u"/data"_s, plan.backupFolder + u"/data"_s),
                  sealBackup(u"seal"_s, u"seal"_s, plan.backupFolder, {}, {u"data"_s}),
                  editFile(u"edit"_s, u"edit"_s, folder + u"/config"_s, before, after),
                  migrate,
                  start};
    plan.afterRollback = {again};
    numberSteps(plan);
    return plan;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString folder = words.value(2);
    const Home home = *Home::open(folder + u"/home"_s);
    Journal journal = *Journal::open(home.journalPath(), Journal::Access::ReadWrite);
    Hosts hosts;
    SecretStore secrets(false);
    Redactor redactor;
    const Handlers handlers = allHandlers();
    Executor executor({&journal, home, &hosts, &secrets, &redactor, &handlers});
    const Plan plan = planFor(folder);
    Task<RunOutcome> work;
    if (words.value(1) == u"run")
        work = executor.run(plan, *journal.createRun(u"upgrade"_s, plan.toJson()));
    else if (words.value(1) == u"resume")
        work = executor.resume(u"last"_s);
    else
        work = executor.rollback(u"last"_s);
    Job job;
    int code = 1;
    job.start(std::move(work), [&code](const RunOutcome &outcome) {
        code = outcome.error ? 1 : 0;
        printf("%s %s\n", qPrintable(outcome.state), outcome.error ? qPrintable(outcome.error->message) : "");
        QCoreApplication::quit();
    });
    application.exec();
    return code;
}
