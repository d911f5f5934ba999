// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/planmodel.h"

#include "app/base/humantext.h"
#include "app/wizard/engine.h"
#include "app/wizard/runsummary.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

PlanModel::PlanModel(Engine *engine, Session *session, QObject *parent)
    : StageModel(parent)
    , m_engine(engine)
    , m_session(session)
{
}

namespace
{

int secondsOf(const Plan &plan, bool (*counts)(const Step &))
{
    int seconds = 0;
    for (const Step &step : plan.steps)
        seconds += counts(step) ? step.expectedSeconds : 0;
    return seconds;
}

QString phaseTitle(const QString &phase)
{
    if (phase == u"prepare")
        return PlanModel::tr("Prepare", "@title phase");
    if (phase == u"stop")
        return PlanModel::tr("Stop", "@title phase");
    if (phase == u"backup")
        return PlanModel::tr("Back up", "@title phase");
    if (phase == u"proof")
        return PlanModel::tr("Prove the backup", "@title phase");
    if (phase == u"start")
        return PlanModel::tr("Start", "@title phase");
    if (phase == u"verify")
        return PlanModel::tr("See that it works", "@title phase");
    if (phase.startsWith(u"hop-"))
        return PlanModel::tr("Hop to %1", "@title phase").arg(phase.mid(4));
    return phase;
}

QString reversalText(const Step &step)
{
    switch (step.reversal) {
    case Reversal::NotNeeded:
        return PlanModel::tr("nothing to undo", "@status");
    case Reversal::Automatic:
        return step.kind == u"edit-file" ? PlanModel::tr("put back", "@status")
                                         : PlanModel::tr("restart", "@status");
    case Reversal::FromBackup:
        return PlanModel::tr("backup", "@status");
    case Reversal::ByPerson:
        return PlanModel::tr("by a person", "@status");
    }
    return {};
}

/// What exactly a step does, for the expert: the command line, the file, the question.
QString detailOf(const Step &step)
{
    const QJsonObject &args = step.args;
    if (args.contains(u"program"_s)) {
        QString line = args.value(u"program"_s).toString();
        const QJsonArray words = args.value(u"arguments"_s).toArray();
        for (const QJsonValue &word : words)
            line += u' ' + word.toString();
        return line;
    }
    for (const QString &key : {u"path"_s, u"url"_s, u"folder"_s, u"stallHint"_s, u"instruction"_s}) {
        if (args.contains(key))
            return args.value(key).toString();
    }
    return QString::fromUtf8(QJsonDocument(args).toJson(QJsonDocument::Compact));
}

} // namespace

QString PlanModel::title() const
{
    return errorText().isEmpty() ? tr("The plan", "@title") : tr("There is no plan yet", "@title");
}

QString PlanModel::subtitle() const
{
    const Plan &plan = m_session->plan;
    if (plan.steps.isEmpty())
        return {};
    const int all = secondsOf(plan, [](const Step &) { return true; });
    const int stopped =
        secondsOf(plan, [](const Step &step) { return step.phase != u"prepare" && step.phase != u"verify"; });
    return tr("%n step(s), %1. No executions for %2.", "@info", static_cast<int>(plan.steps.size()))
        .arg(aboutDuration(all), aboutDuration(stopped));
}

QString PlanModel::railText() const
{
    const Plan &plan = m_session->plan;
    return plan.steps.isEmpty() ? QString()
                                : tr("%n step(s), %1 file(s)", "@status", static_cast<int>(plan.steps.size()))
                                      .arg(plan.files.size());
}

bool PlanModel::isReady() const
{
    return !m_session->plan.steps.isEmpty() && m_session->planRead;
}

QString PlanModel::notReadyReason() const
{
    return m_session->plan.steps.isEmpty() ? errorText() : tr("Tick “I have read the plan” first", "@info");
}

QList<PlanRow> PlanModel::rows() const
{
    const Plan &plan = m_session->plan;
    QList<PlanRow> rows;
    bool afterDoor = false;
    int number = 0;
    for (const Step &step : plan.steps) {
        PlanRow row;
        row.id = step.id;
        row.number = ++number;
        row.title = step.title;
        row.phase = step.phase;
        row.phaseTitle = phaseTitle(step.phase);
        row.component = componentName(step.component);
        row.reversal = reversalText(step);
        row.seconds = step.expectedSeconds;
        row.time = durationText(step.expectedSeconds);
        row.detail = detailOf(step);
        row.isDoor = step.id == plan.pointOfNoReturn && !plan.pointOfNoReturn.isEmpty();
        afterDoor = afterDoor || row.isDoor;
        row.afterDoor = afterDoor;
        rows.append(row);
    }
    return rows;
}

QList<FileDiffView> PlanModel::files() const
{
    QList<FileDiffView> views;
    for (const FileChange &change : m_session->plan.files) {
        FileDiffView view;
        view.name = QFileInfo(change.path).fileName();
        view.path = change.path;
        view.diff = unifiedDiff(change.before, change.after, view.name);
        for (const QByteArray &line : view.diff.split('\n'))
            view.changedLines += line.startsWith('+') && !line.startsWith("+++") ? 1 : 0;
        views.append(view);
    }
    return views;
}

QString PlanModel::doorTitle() const
{
    return m_session->plan.pointOfNoReturn.isEmpty() ? QString() : tr("One-way door", "@title");
}

QString PlanModel::doorSentence() const
{
    const Plan &plan = m_session->plan;
    int number = 0;
    QSet<QString> begun;
    for (const Step &step : plan.steps) {
        ++number;
        begun.insert(step.id);
        if (step.id != plan.pointOfNoReturn)
            continue;
        return tr("Step %1 lets a newer version at the database.\n"
                  "From here, going back restores the backup: %2.",
                  "@info")
            .arg(number)
            .arg(aboutDuration(secondsBack(plan, begun)));
    }
    return {};
}

QString PlanModel::asShell() const
{
    return planAsShell(m_session->plan);
}

QString PlanModel::asMarkdown() const
{
    return planAsMarkdown(m_session->plan);
}

QString PlanModel::mainActionText() const
{
    return tr("Stop %n component(s) and upgrade", "@action",
              static_cast<int>(m_session->installation.components.size()));
}

bool PlanModel::hasBeenRead() const
{
    return m_session->planRead;
}

void PlanModel::setRead(bool read)
{
    m_session->planRead = read;
    Q_EMIT changed();
}

QStringList PlanModel::assumed() const
{
    return m_session->plan.assumed;
}

void PlanModel::refresh()
{
    clearError();
    m_session->clearPlan();
    const auto findings =
        m_engine->findings(m_session->installation, m_session->installation.version, m_session->target);
    if (!findings) {
        showError(findings.error());
    } else if (const auto plan = makeUpgradePlan(m_engine->planRequest(*m_session, *findings))) {
        m_session->plan = *plan;
    } else {
        showError(plan.error());
    }
    Q_EMIT changed();
}
