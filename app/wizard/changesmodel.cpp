// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/changesmodel.h"

#include "app/base/durablefile.h"
#include "app/plan/plan.h"
#include "app/releases/notesmerge.h"
#include "app/wizard/engine.h"
#include "app/wizard/handled.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

ChangesModel::ChangesModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
{
}

namespace
{

int rank(const ChangeRow &row)
{
    static const QStringList severities{u"runaway"_s, u"block"_s, u"break"_s, u"soft"_s};
    const int group = row.verdict == Verdict::Hits ? 0 : row.verdict == Verdict::Unknown ? 1 : 2;
    return group * 10 + static_cast<int>(qMax<qsizetype>(0, severities.indexOf(row.severity)));
}

/// A file of another machine is as it was read there.
Result<QByteArray> textBefore(const Installation &installation, const QString &path)
{
    if (installation.host.isEmpty())
        return readWhole(path);
    for (const ConfigText &text : installation.configurations) {
        if (text.path == path && text.firstLine == 1)
            return text.text.toUtf8();
    }
    return failure(ErrorKind::NotFound, path);
}

/// The offered fix as it would change each file; empty when it cannot be applied.
QByteArray fixDiff(const Installation &installation, const Finding &finding)
{
    QByteArray diff;
    QStringList seen;
    for (const FindingFix &fix : finding.fixes) {
        if (seen.contains(fix.path))
            continue;
        seen.append(fix.path);
        QList<FindingFix> ofFile;
        std::ranges::copy_if(finding.fixes, std::back_inserter(ofFile),
                             [&](const FindingFix &other) { return other.path == fix.path; });
        const auto before = textBefore(installation, fix.path);
        const auto after = before ? applyFixes(*before, ofFile) : before;
        if (after && isConfigurationFile(installation, fix.path))
            diff += unifiedDiff(*before, *after, QFileInfo(fix.path).fileName());
    }
    return diff;
}

QString answerText(const QString &answer)
{
    if (answer == u"fix")
        return ChangesModel::tr("fix in the plan", "@status");
    if (answer == u"self")
        return ChangesModel::tr("you do it", "@status");
    return answer == u"accept" ? ChangesModel::tr("accepted", "@status") : QString();
}

} // namespace

QString ChangesModel::title() const
{
    return errorText().isEmpty() ? tr("What changes for you", "@title")
                                 : tr("What changes cannot be told", "@title");
}

QString ChangesModel::subtitle() const
{
    const auto hits = std::ranges::count(m_findings, Verdict::Hits, &Finding::verdict);
    const auto unknown = std::ranges::count(m_findings, Verdict::Unknown, &Finding::verdict);
    const int open = unanswered();
    QString text = tr("%1 of %2 changes hit this installation, %3 cannot be told.", "@info")
                       .arg(hits)
                       .arg(m_findings.size())
                       .arg(unknown);
    return open > 0 ? text + u' ' + tr("Answer %n more to go on.", "@info", open)
                    : text + u' ' + tr("All are answered.", "@info");
}

QString ChangesModel::railText() const
{
    if (m_session->target.isValid() && m_findings.isEmpty())
        return {};
    const int open = unanswered();
    return open > 0 ? tr("%n to answer", "@status", open)
                    : tr("%n answered", "@status", static_cast<int>(m_session->answers.size()));
}

StageState ChangesModel::railState() const
{
    if (m_findings.isEmpty())
        return StageState::Later;
    return unanswered() > 0 ? StageState::Attention : StageState::Done;
}

bool ChangesModel::isReady() const
{
    return m_session->target.isValid() && errorText().isEmpty() && !m_findings.isEmpty() && unanswered() == 0;
}

QString ChangesModel::notReadyReason() const
{
    return m_findings.isEmpty() ? errorText()
                                : tr("%n change(s) are not answered yet", "@info", unanswered());
}

QList<ChangeRow> ChangesModel::rows() const
{
    QList<ChangeRow> rows;
    const auto handled = handledFindings(m_findings, m_session->installation.version, m_session->route);
    for (const Finding &finding : m_findings) {
        ChangeRow row;
        row.id = finding.id;
        row.verdict = finding.verdict;
        row.severity = severityName(finding.severity);
        row.version = finding.version.toString();
        row.title = finding.title;
        row.what = finding.what;
        row.action = finding.action;
        row.source = finding.source.toString();
        row.where = finding.where;
        row.why = finding.why;
        row.fixDiff = fixDiff(m_session->installation, finding);
        row.hasFix = !row.fixDiff.isEmpty();
        row.answer = m_session->answers.value(finding.id);
        row.answerText = answerText(row.answer);
        if (row.answer.isEmpty() && handled.contains(finding.id)) {
            row.answer = u"handled"_s;
            row.answerText = tr("handled by the plan", "@status");
            row.why = handled.value(finding.id).text;
        }
        rows.append(row);
    }
    std::ranges::stable_sort(rows, {}, rank);
    return rows;
}

int ChangesModel::unanswered() const
{
    return static_cast<int>(unansweredFindings(m_findings, *m_session).size());
}

QString ChangesModel::mergedNotesHtml() const
{
    return m_notesHtml;
}

void ChangesModel::answer(const QString &id, const QString &answer)
{
    m_session->answers.insert(id, answer);
    m_session->clearPlan();
    Q_EMIT changed();
}

void ChangesModel::refresh()
{
    clearError();
    const Version from = m_session->installation.version;
    const auto findings = m_engine->findings(m_session->installation, from, m_session->target);
    if (findings)
        m_findings = *findings;
    else
        showError(findings.error());
    if (const auto route = m_engine->route(from, m_session->target))
        m_notesHtml = notesOfRoute(*route, m_engine->catalogue()).toHtml();
    Q_EMIT changed();
}
