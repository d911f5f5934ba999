// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/historymodel.h"

#include "app/base/humantext.h"
#include "app/run/journal.h"
#include "app/wizard/engine.h"
#include "app/wizard/runsummary.h"

using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

QList<HistoryRow> HistoryModel::rows() const
{
    QList<HistoryRow> rows;
    const auto runs = m_engine->journal().runs();
    for (const RunRecord &run : runs.value_or(QList<RunRecord>())) {
        const RunSummary summary = summarize(m_engine->journal(), run);
        HistoryRow row;
        row.id = run.id;
        row.installation = run.installation;
        row.title = summary.title;
        row.fromTo = run.kind == u"backup" ? tr("backup of %1", "@info").arg(run.from)
                                           : tr("%1 to %2", "@info").arg(run.from, run.to);
        row.when = momentText(run.startedAt, QDateTime::currentDateTime());
        row.state = run.state;
        row.stateText =
            run.kind == u"backup" && run.state == u"kept" ? tr("proven", "@status") : runStateText(run.state);
        row.canRollBack = summary.canRollBack;
        row.canResume = summary.canResume;
        row.price = summary.price;
        rows.append(row);
    }
    return rows;
}

QString HistoryModel::reportHtml(const QString &id) const
{
    const auto run = m_engine->journal().run(id);
    return run ? runReportHtml(m_engine->journal(), *run) : run.error().message.toHtmlEscaped();
}

void HistoryModel::refresh()
{
    Q_EMIT changed();
}
