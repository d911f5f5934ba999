// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/checksmodel.h"

#include "app/wizard/engine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

ChecksModel::ChecksModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
{
}

namespace
{

int weight(const CheckRow &row)
{
    if (row.verdict == u"fail" && !row.accepted)
        return 0;
    if (row.verdict == u"unknown" && !row.accepted)
        return 1;
    return row.verdict == u"warn" ? 2 : 3;
}

} // namespace

QString ChecksModel::title() const
{
    if (isBusy())
        return tr("Looking before anything is touched", "@title");
    int failed = 0;
    int unknown = 0;
    int warnings = 0;
    for (const CheckRow &row : rows()) {
        failed += row.verdict == u"fail" && !row.accepted ? 1 : 0;
        unknown += row.verdict == u"unknown" && !row.accepted ? 1 : 0;
        warnings += row.verdict == u"warn" && !row.accepted ? 1 : 0;
    }
    if (failed > 0)
        return tr("%n check(s) failed", "@title", failed);
    if (unknown > 0)
        return tr("%n check(s) cannot tell", "@title", unknown);
    if (warnings > 0)
        return tr("Nothing stands in the way, %n warning(s)", "@title", warnings);
    return m_results.isEmpty() ? tr("Nothing was checked yet", "@title")
                               : tr("Everything that was checked is in order", "@title");
}

QString ChecksModel::subtitle() const
{
    const auto passed = std::ranges::count_if(
        m_results, [](const CheckResult &one) { return one.verdict == CheckVerdict::Pass; });
    return tr("%1 of %2 passed. Nothing was changed.", "@info").arg(passed).arg(m_results.size());
}

QString ChecksModel::railText() const
{
    if (m_results.isEmpty())
        return {};
    const int open = openCount();
    return open > 0 ? tr("%n to answer", "@status", open) : tr("all answered", "@status");
}

StageState ChecksModel::railState() const
{
    if (m_results.isEmpty())
        return StageState::Later;
    return openCount() > 0 ? StageState::Failed : StageState::Done;
}

bool ChecksModel::isReady() const
{
    return !m_results.isEmpty() && !isBusy() && openCount() == 0;
}

QString ChecksModel::notReadyReason() const
{
    return m_results.isEmpty() ? tr("Run the checks first", "@info")
                               : tr("%n check(s) stand in the way", "@info", openCount());
}

int ChecksModel::openCount() const
{
    const auto all = rows();
    return static_cast<int>(std::ranges::count_if(all, [](const CheckRow &row) { return weight(row) < 2; }));
}

QList<CheckRow> ChecksModel::rows() const
{
    QList<CheckRow> rows;
    for (const CheckResult &result : m_results) {
        CheckRow row;
        row.id = result.id;
        row.title = result.title;
        row.verdict = checkVerdictName(result.verdict);
        row.message = result.message;
        row.remedy = result.remedy;
        row.blocking = result.blocking;
        row.accepted = m_session->acceptedChecks.contains(result.id);
        rows.append(row);
    }
    std::ranges::stable_sort(rows, {}, weight);
    return rows;
}

void ChecksModel::runAll()
{
    run({});
}

void ChecksModel::runOne(const QString &id)
{
    run(id);
}

void ChecksModel::run(const QString &only)
{
    clearError();
    beBusy(tr("Asking the installation…", "@status"));
    if (m_session->backupFolder.isEmpty())
        m_session->backupFolder = m_engine->newBackupFolder(m_session->installation);
    m_job.start(look(only), [this](const Result<QList<CheckResult>> &results) {
        if (results)
            take(*results);
        else
            showError(results.error());
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

Task<Result<QList<CheckResult>>> ChecksModel::look(QString only)
{
    // The first look judges what was read just now; a later one is asked for because something changed.
    if (!m_results.isEmpty()) {
        const Result<Installation> read =
            co_await m_engine->read(m_session->installation.address, m_session->installation.version);
        if (!read)
            co_return std::unexpected(read.error());
        m_session->installation = *read;
        m_session->clearPlan();
    }
    const auto route = m_engine->route(m_session->installation.version, m_session->target);
    if (!route)
        co_return std::unexpected(route.error());
    m_session->installation = co_await m_engine->lookAhead(m_session->installation, m_session->route);
    QList<CheckResult> results =
        co_await m_engine->checks(m_session->installation, *route, m_session->backupFolder, only);
    if (only.isEmpty())
        m_results.clear();
    co_return results;
}

void ChecksModel::take(const QList<CheckResult> &results)
{
    for (const CheckResult &result : results) {
        const auto known = std::ranges::find(m_results, result.id, &CheckResult::id);
        if (known == m_results.end())
            m_results.append(result);
        else
            *known = result;
    }
}

void ChecksModel::accept(const QString &id)
{
    for (const CheckResult &result : m_results) {
        if (result.id == id && !(result.blocking && result.verdict == CheckVerdict::Fail))
            m_session->acceptedChecks.insert(id);
    }
    Q_EMIT changed();
}

void ChecksModel::clear()
{
    m_results.clear();
}
