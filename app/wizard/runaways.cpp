// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/runaways.h"

#include "app/knowledge/flowscan.h"
#include "app/wizard/runawaysql.h"

#include "app/plan/probe.h"
#include "app/plan/steps.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@action", int count = -1)
{
    return QCoreApplication::translate("Runaways", text, kind, count);
}

const YamlValue *triggersOf(const YamlStream &yaml)
{
    if (yaml.documents.size() != 1 || !yaml.documents.first()->isMapping())
        return nullptr;
    const YamlValue *list = yaml.documents.first()->value(u"triggers");
    return list && list->isSequence() ? list : nullptr;
}

qsizetype codePoints(QByteArrayView bytes)
{
    return std::ranges::count_if(bytes, [](char byte) { return (byte & 0xC0) != 0x80; });
}

/// Puts `disabled: true` at the head of a trigger, or in the place of what is said there. Nothing when the
/// text is written in a way that is not known to keep its meaning.
std::optional<TextEdit> disabling(const QByteArray &text, const YamlValue &trigger)
{
    for (const YamlMember &entry : trigger.entries) {
        if (entry.key != u"disabled")
            continue;
        const QByteArray said = entry.value->text.toUtf8();
        const qsizetype at = entry.value->offset;
        if (at > text.size())
            return std::nullopt;
        if (entry.value->quoted ||
            text.sliced(std::min(at, text.size())).first(std::min(said.size(), text.size() - at)) != said)
            return std::nullopt;
        return TextEdit{codePoints(QByteArrayView(text).first(at)), codePoints(said), u"true"_s};
    }
    const qsizetype at = trigger.entries.isEmpty() ? text.size() + 1 : trigger.entries.first().offset;
    if (at > text.size())
        return std::nullopt;
    const qsizetype line = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    QByteArray head = text.sliced(line, at - line);
    const bool isBlock = std::ranges::all_of(head, [](char c) { return c == ' ' || c == '-'; });
    if (!isBlock && !head.contains('{'))
        return std::nullopt;
    const QString words =
        isBlock ? u"disabled: true\n"_s + QString::fromUtf8(head.replace('-', ' ')) : u"disabled: true, "_s;
    return TextEdit{codePoints(QByteArrayView(text).first(at)), 0, words};
}

QString edited(const QString &text, const QList<TextEdit> &edits)
{
    QList<uint> points = text.toUcs4();
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        points.remove(edit->at, edit->length);
        const QList<uint> added = edit->text.toUcs4();
        for (qsizetype i = 0; i < added.size(); ++i)
            points.insert(edit->at + i, added[i]);
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), points.size());
}

/// The new text says what was meant, and nothing else.
bool isProven(const RunawayFlow &flow)
{
    const Result<YamlStream> yaml = readYamlStream(flow.after);
    const YamlValue *list = yaml ? triggersOf(*yaml) : nullptr;
    return list && std::ranges::all_of(flow.positions, [list](int position) {
               return position < list->items.size() && list->items[position]->scalar(u"disabled") == u"true";
           });
}

std::optional<RunawayFlow> runaway(const FlowText &text, const FlowReport &report, QStringList &byHand)
{
    const Result<YamlStream> yaml = readYamlStream(text.source);
    const YamlValue *list = yaml ? triggersOf(*yaml) : nullptr;
    if (!list)
        return std::nullopt;
    RunawayFlow flow;
    flow.id = text.id;
    flow.before = text.source;
    const QByteArray bytes = text.source.toUtf8();
    bool clear = true;
    for (qsizetype i = 0; i < list->items.size(); ++i) {
        const YamlValue &trigger = *list->items[i];
        const bool runs =
            trigger.isMapping() && std::ranges::any_of(report.issues, [&](const FlowIssue &issue) {
                return issue.effect == FlowIssue::Effect::RunAway &&
                       std::ranges::contains(trigger.entries, issue.line, &YamlMember::line);
            });
        if (!runs)
            continue;
        const std::optional<TextEdit> edit = disabling(bytes, trigger);
        clear = clear && edit.has_value();
        flow.triggers.append(trigger.scalar(u"id"));
        flow.positions.append(int(i));
        flow.edits.append(edit.value_or(TextEdit()));
    }
    if (flow.triggers.isEmpty())
        return std::nullopt;
    flow.after = edited(flow.before, flow.edits);
    if (clear && isProven(flow))
        return flow;
    for (const QString &trigger : std::as_const(flow.triggers))
        byHand.append(flow.id + u'.' + trigger);
    return std::nullopt;
}

} // namespace

QList<RunawayFlow> runawayFlows(const Installation &installation, const Version &target, QStringList &byHand)
{
    QList<RunawayFlow> flows;
    const Result<EngineKnowledge> &knowledge = EngineKnowledge::builtIn();
    if (!knowledge)
        return flows;
    for (const FlowText &text : installation.flows) {
        for (const FlowReport &report : scanFlows(text.source, text.where, target, *knowledge)) {
            if (std::optional<RunawayFlow> flow = runaway(text, report, byHand))
                flows.append(*flow);
        }
    }
    return flows;
}

Steps disableSteps(const Installation &installation, const QList<RunawayFlow> &flows, const Version &target)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9-]+"_s);
    const DatabaseAccess &access = installation.database.access;
    Steps steps;
    for (const RunawayFlow &flow : flows) {
        CommandArgs command = textOrder(access, disablingSql(access.kind, flow));
        const QJsonObject isDone{{u"probe"_s, Probe::sql(access.toJson(), disabledSql(access.kind, flow))},
                                 {u"conditions"_s, conditionsToJson({{u"0/n"_s, u"atLeast"_s, 1}})}};
        command.unless = isDone;
        command.expect = isDone;
        Step step = runCommand(u"disable-triggers-of-"_s + QString(flow.id).replace(odd, u"-"_s),
                               tr("Disable %1 of flow %2: %3 would let it run away")
                                   .arg(flow.triggers.join(u", "_s), flow.id, target.toString()),
                               command);
        QJsonArray triggers;
        for (const QString &trigger : flow.triggers)
            triggers.append(QJsonObject{{u"flow"_s, flow.id}, {u"trigger"_s, trigger}});
        step.args.insert(u"triggers"_s, triggers);
        step.component = Component::Scheduler;
        const Step back = runCommand(u"enable-triggers"_s, tr("Enable them again"),
                                     textOrder(access, enablingSql(access.kind, flow)));
        step.inverse = {back.toJson()};
        step.reversal = Reversal::Automatic;
        steps.append(step);
    }
    return steps;
}

QList<DisabledTrigger> disabledTriggers(const Steps &steps)
{
    QList<DisabledTrigger> all;
    for (const Step &step : steps) {
        const QJsonArray triggers = step.args.value(u"triggers"_s).toArray();
        for (const QJsonValue &one : triggers)
            all.append({one[u"flow"_s].toString(), one[u"trigger"_s].toString(), step.id});
    }
    return all;
}

namespace
{

const YamlValue *triggerIn(const Result<YamlStream> &yaml, const QString &id)
{
    const YamlValue *list = yaml ? triggersOf(*yaml) : nullptr;
    if (!list)
        return nullptr;
    const auto found = std::ranges::find_if(
        list->items, [&](const YamlValuePointer &one) { return one->scalar(u"id") == id; });
    return found == list->items.end() ? nullptr : found->get();
}

} // namespace

QString triggerState(const QString &source, const QString &trigger)
{
    const Result<YamlStream> yaml = readYamlStream(source);
    const YamlValue *node = triggerIn(yaml, trigger);
    return !node ? u"gone"_s : node->scalar(u"disabled") == u"true" ? u"disabled"_s : u"enabled"_s;
}

Result<QString> withTriggerEnabled(const QString &source, const QString &trigger)
{
    const Result<YamlStream> yaml = readYamlStream(source);
    const YamlValue *node = triggerIn(yaml, trigger);
    if (!node)
        return failure(ErrorKind::NotFound,
                       tr("The flow has no trigger %1 any more.", "@error").arg(trigger));
    for (const QString &key : {u"conditions"_s, u"preconditions"_s}) {
        if (node->value(key))
            return failure(
                ErrorKind::NeedsPerson,
                tr("The trigger %1 still has `%2`, which is no longer read: enabled, it would fire "
                   "always. Write `when` or `dependsOn` instead, save the flow, then enable it.",
                   "@error")
                    .arg(trigger, key));
    }
    const auto said = std::ranges::find(node->entries, u"disabled"_s, &YamlMember::key);
    if (said == node->entries.end() || said->value->text != u"true")
        return source;
    QByteArray bytes = source.toUtf8();
    const qsizetype at = said->value->offset;
    if (bytes.sliced(at, std::min<qsizetype>(4, bytes.size() - at)) != "true")
        return failure(
            ErrorKind::NeedsPerson,
            tr("Enable the trigger %1 by hand: its `disabled` is written in an unusual way.", "@error")
                .arg(trigger));
    return QString::fromUtf8(bytes.replace(at, 4, "false"));
}
