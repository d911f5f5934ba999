// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/evidence.h"

#include "app/backup/backuplayout.h"
#include "app/base/humantext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return QCoreApplication::translate("Evidence", text, kind, count);
}

QString tableLabel(const QString &table)
{
    static const QHash<QString, const char *> labels{
        {u"executions"_s, QT_TRANSLATE_NOOP("Evidence", "Executions")},
        {u"flows"_s, QT_TRANSLATE_NOOP("Evidence", "Flows, all revisions")},
        {u"logs"_s, QT_TRANSLATE_NOOP("Evidence", "Task logs")},
        {u"metrics"_s, QT_TRANSLATE_NOOP("Evidence", "Metrics")},
        {u"triggers"_s, QT_TRANSLATE_NOOP("Evidence", "Triggers")},
        {u"settings"_s, QT_TRANSLATE_NOOP("Evidence", "Settings")},
    };
    const auto found = labels.find(table);
    return found == labels.end() ? tr("Table %1").arg(table)
                                 : QCoreApplication::translate("Evidence", *found, "@info");
}

EvidenceRow versionRow(const QString &state, const Plan &plan, const Installation &now)
{
    EvidenceRow row{
        tr("Version, asked over the API"), plan.from.toString(), {}, u"unknown"_s, tr("not seen")};
    if (!now.version.isValid() || now.versionAssumed) {
        row.now = tr("unknown");
        return row;
    }
    const Version wanted = state == u"rolled-back" ? plan.from : plan.to;
    row.now = now.version.toString();
    row.verdict = now.version == wanted ? u"good"_s : u"bad"_s;
    row.note = now.version == wanted ? tr("as planned") : tr("expected %1").arg(wanted.toString());
    return row;
}

EvidenceRow componentsRow(const Installation &before, const Installation &now)
{
    const auto running = [](const Installation &installation) {
        return std::ranges::count_if(installation.components,
                                     [](const ComponentState &one) { return one.state == u"running"; });
    };
    EvidenceRow row{
        tr("Components"), tr("%n running", "@info", int(running(before))), {}, u"unknown"_s, tr("not seen")};
    if (now.components.isEmpty())
        return row;
    row.now = tr("%n running", "@info", int(running(now)));
    const bool all = running(now) == now.components.size();
    row.verdict = all ? u"good"_s : u"bad"_s;
    row.note =
        all ? tr("all of them") : tr("%n not running", "@info", int(now.components.size() - running(now)));
    return row;
}

EvidenceRow loginRow(const Installation &before, const Installation &now)
{
    EvidenceRow row{tr("Login"), before.api.user, now.api.user, u"unknown"_s, tr("no login known")};
    if (now.api.user.isEmpty())
        return row;
    row.verdict = now.api.loginWorks ? u"good"_s : u"bad"_s;
    row.note = now.api.loginWorks ? tr("works") : tr("refused");
    return row;
}

EvidenceRow tableRow(const QString &table, const QJsonObject &before, const QJsonObject &now, bool exact)
{
    const qint64 rowsBefore = before.value(u"rows"_s).toInteger(-1);
    const qint64 rowsNow = now.value(u"rows"_s).toInteger(-1);
    EvidenceRow row{tableLabel(table), countText(rowsBefore),
                    rowsNow < 0 ? tr("unknown") : countText(rowsNow), u"unknown"_s, tr("not seen")};
    if (rowsNow < 0)
        return row;
    const bool equal = before.value(u"digest"_s) == now.value(u"digest"_s) && rowsBefore == rowsNow;
    if (equal) {
        row.verdict = u"good"_s;
        row.note = tr("equal, checksum too");
    } else if (exact) {
        row.verdict = u"bad"_s;
        row.note = tr("differs from the fingerprint before");
    } else {
        row.verdict = rowsNow >= rowsBefore ? u"good"_s : u"attention"_s;
        row.note = rowsNow >= rowsBefore ? tr("nothing missing")
                                         : tr("%n row(s) fewer", "@info", int(rowsBefore - rowsNow));
    }
    return row;
}

EvidenceRow trialRow(const Plan &plan, const QString &state, const QStringList &doneSteps)
{
    EvidenceRow row{tr("Trial execution"), tr("not run before"), tr("not run"), u"unknown"_s,
                    tr("no login known")};
    const Steps &steps = state == u"rolled-back" ? plan.afterRollback : plan.steps;
    for (const Step &step : steps) {
        if (!step.id.endsWith(u"run-trial-execution"))
            continue;
        const bool done = doneSteps.contains(step.id);
        row.now = done ? u"SUCCESS"_s : tr("not seen");
        row.verdict = done ? u"good"_s : u"bad"_s;
        row.note = done ? tr("seen to its end") : tr("did not end well");
    }
    return row;
}

} // namespace

QList<EvidenceRow> evidenceRows(const Plan &plan, const QString &state, const QJsonObject &observations,
                                const QStringList &doneSteps, const Installation &before,
                                const Installation &now)
{
    QList<EvidenceRow> rows{versionRow(state, plan, now), componentsRow(before, now), loginRow(before, now)};
    const bool back = state == u"rolled-back";
    const QJsonObject tablesBefore = observations.value(BackupObservation::tables).toObject();
    const QJsonObject tablesNow =
        observations.value(back ? u"tables-after"_s : u"tables-upgraded"_s).toObject();
    for (const QString &table : {u"flows"_s, u"executions"_s, u"logs"_s, u"triggers"_s, u"settings"_s}) {
        if (tablesBefore.contains(table))
            rows.append(tableRow(table, tablesBefore.value(table).toObject(),
                                 tablesNow.value(table).toObject(), back));
    }
    rows.append(trialRow(plan, state, doneSteps));
    std::ranges::stable_sort(rows, {}, [](const EvidenceRow &row) { return row.verdict == u"good" ? 1 : 0; });
    return rows;
}

QList<ProofRow> proofRows(const QJsonObject &observations)
{
    QList<ProofRow> rows;
    const QJsonObject before = observations.value(BackupObservation::tables).toObject();
    const QJsonObject copy = observations.value(u"tables-in-backup"_s).toObject();
    for (auto it = before.begin(); it != before.end(); ++it) {
        const QJsonObject original = it.value().toObject();
        const QJsonObject restored = copy.value(it.key()).toObject();
        const bool seen = copy.contains(it.key());
        rows.append({tableLabel(it.key()), countText(original.value(u"rows"_s).toInteger()),
                     seen ? countText(restored.value(u"rows"_s).toInteger()) : tr("not seen"),
                     !seen                  ? u"unknown"_s
                     : original == restored ? u"equal"_s
                                            : u"differs"_s});
    }
    const QJsonObject files = observations.value(BackupObservation::files).toObject();
    const QJsonObject filesCopy = observations.value(u"files-in-backup"_s).toObject();
    if (!files.isEmpty()) {
        const QString verdict = filesCopy.isEmpty()  ? u"unknown"_s
                                : files == filesCopy ? u"equal"_s
                                                     : u"differs"_s;
        for (const auto &[key, label] :
             {std::pair{u"files"_s, tr("Files in storage")}, std::pair{u"bytes"_s, tr("Bytes in storage")}})
            rows.append({label, countText(files.value(key).toInteger()),
                         countText(filesCopy.value(key).toInteger(-1)), verdict});
        rows.append({tr("SHA-256 over all files"), files.value(u"digest"_s).toString().left(14) + u'…',
                     filesCopy.value(u"digest"_s).toString().left(14) + u'…', verdict});
    }
    return rows;
}

qint64 rowsGained(const QJsonObject &before, const QJsonObject &now, const QString &table)
{
    const qint64 first = before.value(table).toObject().value(u"rows"_s).toInteger(-1);
    const qint64 second = now.value(table).toObject().value(u"rows"_s).toInteger(-1);
    return first < 0 || second < 0 ? -1 : qMax<qint64>(0, second - first);
}
