// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/backupmodel.h"

#include "app/backup/backupchecks.h"
#include "app/backup/estimate.h"
#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/engine.h"
#include "app/wizard/evidence.h"
#include "app/wizard/runner.h"

#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

BackupModel::BackupModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
    , m_runner(std::make_unique<Runner>(engine))
{
    connect(m_runner.get(), &Runner::begun, this, [this](const QString &id) { m_session->backupRun = id; });
    connect(m_runner.get(), &Runner::stepChanged, this, [this](const QString &id, const QString &state) {
        if (const Step *step = m_plan.step(id); step && state == u"started")
            m_progressText = step->title;
        m_done += state == u"done" ? 1 : 0;
        Q_EMIT changed();
    });
}

BackupModel::~BackupModel() = default;

QString BackupModel::title() const
{
    if (isBusy())
        return tr("Backing up and proving it", "@title");
    if (isProven())
        return tr("The backup is proven", "@title");
    if (m_session->withoutBackup)
        return tr("Going on without a backup", "@title");
    return errorText().isEmpty() ? tr("A backup that is proven before anything changes", "@title")
                                 : tr("There is no proven backup yet", "@title");
}

QString BackupModel::subtitle() const
{
    if (isProven())
        return tr("Restored into a throw-away place and compared with what runs. It is taken once more when "
                  "Kestra stands still.",
                  "@info");
    return tr("Database, internal storage, configuration and the old image; restored into a throw-away place "
              "and compared.",
              "@info");
}

QString BackupModel::railText() const
{
    if (isBusy())
        return tr("under way", "@status");
    if (isProven())
        return tr("proven", "@status");
    return m_session->withoutBackup ? tr("none, accepted", "@status") : QString();
}

StageState BackupModel::railState() const
{
    if (isProven())
        return StageState::Done;
    return m_session->withoutBackup ? StageState::Attention
           : errorText().isEmpty()  ? StageState::Later
                                    : StageState::Failed;
}

bool BackupModel::isReady() const
{
    return !isBusy() && (isProven() || m_session->withoutBackup);
}

QString BackupModel::notReadyReason() const
{
    return tr("Take and prove a backup first", "@info");
}

QString BackupModel::folder() const
{
    return m_session->backupFolder;
}

void BackupModel::setFolder(const QString &folder)
{
    m_session->backupFolder = folder;
    Q_EMIT changed();
}

QString BackupModel::expected() const
{
    const BackupEstimate estimate = estimateBackup(m_session->installation);
    const QString size = aboutDuration(estimate.seconds);
    return estimate.complete
               ? tr("about %1, %2", "@info").arg(sizeText(estimate.folderBytes), size)
               : tr("at least %1: not every size is known", "@info").arg(sizeText(estimate.folderBytes));
}

QString BackupModel::freeSpace() const
{
    QString existing = folder();
    while (!existing.isEmpty() && !QStorageInfo(existing).isValid())
        existing = existing.section(u'/', 0, -2);
    const QStorageInfo storage(existing);
    return storage.isValid() ? tr("%1 free", "@info").arg(sizeText(storage.bytesAvailable()))
                             : tr("free space unknown", "@info");
}

QList<SavedPart> BackupModel::saved() const
{
    const Installation &installation = m_session->installation;
    QList<SavedPart> parts;
    parts.append(
        {u"server-database"_s, tr("Database", "@label"),
         installation.database.kind == u"postgresql" ? u"pg_dump"_s : tr("copy of the file", "@info"),
         sizeText(installation.database.bytes)});
    parts.append({u"drive-harddisk"_s, tr("Internal storage", "@label"),
                  installation.storage.files >= 0
                      ? tr("%n file(s)", "@info", static_cast<int>(installation.storage.files))
                      : installation.storage.basePath,
                  sizeText(installation.storage.bytes)});
    qint64 bytes = 0;
    for (const ConfigText &text : installation.configurations)
        bytes += text.text.size();
    parts.append({u"text-x-generic"_s, tr("Configuration", "@label"),
                  tr("%n text(s)", "@info", static_cast<int>(installation.configurations.size())),
                  sizeText(bytes)});
    parts.append({u"package-x-generic"_s, tr("Old version", "@label"), tr("kept, not removed", "@info"),
                  installation.version.toString()});
    return parts;
}

QList<ProofRow> BackupModel::proof() const
{
    if (m_session->backupRun.isEmpty())
        return {};
    const auto observations = m_engine->journal().observations(m_session->backupRun);
    return observations ? proofRows(*observations) : QList<ProofRow>();
}

QString BackupModel::progressText() const
{
    return m_progressText;
}

double BackupModel::progress() const
{
    return m_plan.steps.isEmpty() ? -1
                                  : static_cast<double>(m_done) / static_cast<double>(m_plan.steps.size());
}

QStringList BackupModel::commands() const
{
    return planAsShell(m_plan).split(u'\n');
}

bool BackupModel::isProven() const
{
    return m_session->backupProven;
}

void BackupModel::start()
{
    m_session->backupProven = false;
    m_session->withoutBackup = false;
    beBusy(tr("Backing up…", "@status"));
    PlanRequest request;
    request.installation = m_session->installation;
    request.backupFolder = m_engine->newBackupFolder(m_session->installation);
    m_session->backupFolder = request.backupFolder;
    m_done = 0;
    const Result<Plan> plan = makeBackupPlan(request);
    if (!plan) {
        showError(plan.error());
        Q_EMIT changed();
        return;
    }
    m_plan = *plan;
    m_job.start(m_runner->backup(m_plan), [this](const RunOutcome &outcome) {
        m_session->backupProven = outcome.state == u"kept" && !outcome.error;
        if (outcome.error)
            showError(*outcome.error);
    });
    Q_EMIT changed();
}

void BackupModel::goWithout(const QString &typed)
{
    if (typed.compare(wordForWithout(), Qt::CaseInsensitive) == 0)
        m_session->withoutBackup = true;
    Q_EMIT changed();
}

QString BackupModel::wordForWithout() const
{
    return tr("without backup", "@info typed word");
}
