// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/drainwatch.h"

#include "app/base/humantext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace
{

constexpr QStringView underWay(u"executions-under-way");

QString tr(const char *text)
{
    return QCoreApplication::translate("DrainWatch", text, "@info");
}

/// Databases keep UTC without saying so.
QDateTime asUtc(const QString &text)
{
    QDateTime time = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time;
}

bool drainsTasks(const Step &step)
{
    return step.effect == u"draining" &&
           (step.component == Component::Worker || step.component == Component::Standalone);
}

} // namespace

DrainWatch::DrainWatch(const Plan &plan, int graceSeconds)
    : m_plan(plan)
    , m_grace(graceSeconds)
{
}

void DrainWatch::begin(const QDateTime &time, int seconds, bool canExtend)
{
    const bool second = Version::of(u"2.0.0-rc0") > m_plan.from && m_plan.to >= Version::of(u"2.0.0-rc0");
    m_state.active = true;
    m_state.canExtend = canExtend;
    m_state.since = time;
    m_state.graceEnds = time.addSecs(seconds);
    m_state.consequence =
        second ? tr("What is not done by then is cut off when the worker stops, and 2.0 does not take it up: "
                    "start it again by hand afterwards.")
               : tr("What is not done by then is cut off when the worker stops, and runs again after the "
                    "start.");
}

void DrainWatch::stepChanged(const QString &id, const QString &state, const QDateTime &time)
{
    const Step *step = m_plan.step(id);
    if (!step)
        return;
    const bool asks = step->args.value(u"observeAs"_s).toString() == underWay;
    if (!asks && !drainsTasks(*step))
        return;
    if (state != u"started") {
        m_state.active = false;
        return;
    }
    if (asks) {
        m_state = {};
        begin(time, step->args.value(u"timeoutSeconds"_s).toInt(m_grace), true);
    } else if (tasksLeft() > 0) {
        begin(time, m_grace, false);
    } else {
        // Nothing was left when it was last asked; the worker's own words may say otherwise.
        m_state = {};
        m_state.since = time;
    }
}

void DrainWatch::observed(const QString &name, const QJsonValue &value, const QDateTime &time)
{
    if (name != underWay)
        return;
    const QJsonArray rows = value.toArray();
    m_tasks.clear();
    for (const QJsonValue &row : rows) {
        const QString flow = row[u"flow"].toString();
        const QString task = row[u"task"].toString();
        m_tasks.append({task.isEmpty() ? flow : flow + u", "_s + task, asUtc(row[u"since"].toString())});
    }
    const int total = rows.isEmpty() ? 0 : rows.first()[u"total"].toVariant().toInt();
    m_state.left.append({time, qMax(total, static_cast<int>(rows.size()))});
    tick(time);
}

void DrainWatch::logged(const QString &text, const QDateTime &time)
{
    static const QRegularExpression remaining(
        u"Waiting for all worker threads to terminate \\(remaining: (\\d+)\\)"_s);
    const auto match = remaining.match(text);
    if (!match.hasMatch() || !m_state.since.isValid())
        return;
    if (!m_state.active)
        begin(m_state.since, m_grace, false);
    m_state.left.append({time, match.captured(1).toInt()});
}

void DrainWatch::tick(const QDateTime &now)
{
    m_state.longest.clear();
    for (const Task &task : std::as_const(m_tasks))
        m_state.longest.append(
            task.name + (task.since.isValid() ? u"  "_s + durationText(task.since.secsTo(now)) : QString()));
}

void DrainWatch::giveMore(int seconds)
{
    if (m_state.active && m_state.canExtend)
        m_state.graceEnds = m_state.graceEnds.addSecs(seconds);
}
