// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/lanetracker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

/// Brings its component up; taken back, the component stands still again.
bool starts(const Step &step)
{
    return step.effect == u"starting" || step.effect == u"migrating" || step.effect == u"healthy";
}

/// The version that a step brings up.
QString versionOf(const Step &step, const Plan &plan)
{
    const QString hop = u"hop-"_s;
    return step.phase.startsWith(hop) ? step.phase.mid(hop.size()) : plan.to.toString();
}

} // namespace

void LaneTracker::begin(const Plan &plan, const QDateTime &now)
{
    *this = {};
    m_plan = plan;
    m_started = now;
    m_stepStarted = now;
    rebuild(now);
}

void LaneTracker::stepChanged(const QString &id, const QString &state, const QDateTime &now)
{
    m_states.insert(id, state);
    for (qsizetype i = 0; i < m_plan.steps.size(); ++i) {
        const Step &step = m_plan.steps[i];
        if (step.id != id)
            continue;
        if (state == u"started") {
            m_stepStarted = now;
            m_stepNumber = static_cast<int>(i) + 1;
            m_stepTitle = step.title;
            if (id == m_plan.pointOfNoReturn)
                m_door = now;
        }
        if (step.component == Component::None)
            continue;
        if (state == u"failed")
            see(step, u"failed"_s, now);
        else if (state == u"undone")
            see(step, starts(step) ? u"stopped"_s : u"running"_s, now);
        else if (state == u"started" && step.effect != u"healthy")
            see(step, step.effect, now);
        else if (state == u"started" && newest(step.component) != u"healthy")
            see(step, u"starting"_s, now); // healthy only once it was seen
        else if (state == u"done" && step.effect == u"draining")
            see(step, u"stopped"_s, now);
        else if (state == u"done" && starts(step))
            see(step, u"healthy"_s, now);
    }
    rebuild(now);
}

void LaneTracker::see(const Step &step, const QString &effect, const QDateTime &now)
{
    m_seen.append({step.component, effect, versionOf(step, m_plan), now});
}

QString LaneTracker::newest(Component component) const
{
    for (auto it = m_seen.crbegin(); it != m_seen.crend(); ++it) {
        if (it->component == component)
            return it->effect;
    }
    return {};
}

void LaneTracker::tick(const QDateTime &now)
{
    rebuild(now);
}

QList<Lane> LaneTracker::freshLanes() const
{
    QList<Lane> lanes;
    for (const Step &step : m_plan.steps) {
        const QString name = componentName(step.component);
        if (name.isEmpty() || step.component == Component::Database ||
            std::ranges::any_of(lanes, [&](const Lane &lane) { return lane.component == name; }))
            continue;
        Lane lane;
        lane.component = name;
        lane.stateWord = u"running"_s;
        lanes.append(lane);
    }
    return lanes;
}

void LaneTracker::rebuild(const QDateTime &now)
{
    m_lanes = freshLanes();
    for (Lane &lane : m_lanes) {
        // A component that the plan starts before it ever stops it is new in the target: it was not there.
        const auto first = std::ranges::find_if(m_plan.steps, [&](const Step &step) {
            return componentName(step.component) == lane.component && !step.effect.isEmpty();
        });
        const bool ran = first == m_plan.steps.end() || !starts(*first);
        LaneSpan span{ran ? u"running"_s : u"stopped"_s, ran ? m_plan.from.toString() : QString(), m_started,
                      now, false};
        for (const Moment &moment : std::as_const(m_seen)) {
            if (componentName(moment.component) != lane.component || moment.effect.isEmpty() ||
                moment.effect == span.state)
                continue;
            span.to = moment.at;
            lane.spans.append(span);
            span = {moment.effect, moment.effect == u"healthy" ? moment.version : QString(), moment.at, now,
                    false};
        }
        lane.spans.append(span);
        lane.stateWord = span.state;
        QDateTime at = now;
        for (const Step &step : std::as_const(m_plan.steps)) {
            const QString state = m_states.value(step.id);
            if (!state.isEmpty() && state != u"started")
                continue;
            const QDateTime end = at.addSecs(step.expectedSeconds);
            if (componentName(step.component) == lane.component && !step.effect.isEmpty() && state.isEmpty())
                lane.spans.append({step.effect,
                                   step.effect == u"starting" || step.effect == u"healthy"
                                       ? versionOf(step, m_plan)
                                       : QString(),
                                   at, end, true});
            at = end;
        }
    }
}

qint64 LaneTracker::secondsLeft() const
{
    qint64 seconds = 0;
    for (const Step &step : m_plan.steps) {
        const QString state = m_states.value(step.id);
        if (state.isEmpty() || state == u"started")
            seconds += step.expectedSeconds;
    }
    return seconds;
}

QDateTime LaneTracker::expectedEnd(const QDateTime &now) const
{
    return now.addSecs(secondsLeft());
}

QDateTime LaneTracker::doorTime(const QDateTime &now) const
{
    if (m_door.isValid() || m_plan.pointOfNoReturn.isEmpty())
        return m_door;
    QDateTime at = now;
    for (const Step &step : m_plan.steps) {
        if (step.id == m_plan.pointOfNoReturn)
            return at;
        const QString state = m_states.value(step.id);
        if (state.isEmpty() || state == u"started")
            at = at.addSecs(step.expectedSeconds);
    }
    return {};
}

double LaneTracker::progress() const
{
    qint64 all = 0;
    qint64 done = 0;
    for (const Step &step : m_plan.steps) {
        all += step.expectedSeconds;
        const QString state = m_states.value(step.id);
        done += state == u"done" || state == u"skipped" ? step.expectedSeconds : 0;
    }
    return all == 0 ? 0 : static_cast<double>(done) / static_cast<double>(all);
}
