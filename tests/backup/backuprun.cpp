// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "backuprun.h"

#include "app/backup/backupplan.h"
#include "app/plan/steps.h"

using namespace Qt::StringLiterals;

BackupRun::BackupRun(const QString &folder)
{
    m_home = Home::open(folder).value();
    m_journal.emplace(Journal::open(m_home->journalPath(), Journal::Access::ReadWrite).value());
    m_executor.emplace(RunParts{.journal = &*m_journal,
                                .home = *m_home,
                                .hosts = &m_hosts,
                                .secrets = &m_secrets,
                                .redactor = &m_redactor,
                                .handlers = &m_handlers});
    QObject::connect(&*m_executor, &Executor::logLine, &*m_executor,
                     [this](const QDateTime &, const QString &, const QString &, const QString &text) {
                         m_lines.append(text);
                     });
}

QString BackupRun::settle(Task<RunOutcome> task)
{
    const RunOutcome outcome = await(std::move(task));
    m_error = outcome.error ? outcome.error->message + u'\n' + outcome.error->details + u'\n' +
                                  m_lines.last(qMin(m_lines.size(), 20)).join(u'\n')
                            : QString();
    return outcome.state;
}

QString BackupRun::forward(const Installation &installation, const QString &backup, const QStringList &spoil)
{
    Plan plan;
    plan.installation = installation.address;
    plan.backupFolder = backup;
    const Result<Steps> taken = backupSteps(installation, backup);
    const Result<Steps> proven = proofSteps(installation, backup);
    const Result<Steps> restored = restoreSteps(installation, backup);
    if (!taken || !proven || !restored)
        return u"not planned"_s;
    plan.steps = taken->first(2) + m_afterFingerprint + taken->mid(2) + m_beforeProof + *proven;
    Step door = commandStep(u"spoil"_s, u"Spoil the data"_s, spoil, 60);
    door.changesData = true;
    door.reversal = Reversal::FromBackup;
    for (const Step &step : *restored)
        door.inverse.append(step.toJson());
    plan.steps += door;
    numberSteps(plan);
    const Result<QString> run = m_journal->createRun(u"upgrade"_s, plan.toJson());
    if (!run)
        return run.error().message;
    m_run = *run;
    return settle(m_executor->run(plan, m_run));
}

QString BackupRun::apply(const Installation &installation, const Steps &steps)
{
    Plan plan;
    plan.installation = installation.address;
    plan.steps = steps;
    numberSteps(plan);
    const Result<QString> run = m_journal->createRun(u"upgrade"_s, plan.toJson());
    if (!run)
        return run.error().message;
    return settle(m_executor->run(plan, *run));
}

QString BackupRun::rollback()
{
    return settle(m_executor->rollback(m_run));
}

QJsonObject BackupRun::observations()
{
    return m_journal->observations(m_run).value_or(QJsonObject());
}
