// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/knowledge/flowchecks.h"

#include "app/knowledge/flowvalues.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Flow", text, "@info");
}

class Checks
{
public:
    Checks(const YamlValue &flow, int line, const EngineKnowledge &knowledge)
        : m_flow(flow)
        , m_line(line)
        , m_knowledge(knowledge)
    {
    }

    QList<FlowIssue> run()
    {
        names();
        tasks();
        inputs();
        triggers();
        return m_issues;
    }

private:
    void refuse(const QString &text, const QString &key, int line)
    {
        m_issues.append({FlowIssue::Effect::Refused, text, key, line});
    }

    static bool isName(const QString &text, QStringView more, bool lowerOnly)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char16_t c = text[i].unicode();
            const bool letter = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ||
                                (!lowerOnly && c >= u'A' && c <= u'Z');
            if (!letter && (i == 0 || !more.contains(QChar(c))))
                return false;
        }
        return !text.isEmpty();
    }

    void names()
    {
        const QString id = m_flow.scalar(u"id");
        const QString space = m_flow.scalar(u"namespace");
        if (!isName(id, u"._-", false))
            refuse(tr("The flow's id is missing or no valid one."), u"id"_s, m_flow.line);
        if (!isName(space, u"._-", true))
            refuse(tr("The namespace is missing or not in lower case."), u"namespace"_s, m_flow.line);
        if (m_knowledge.isReservedId(id, m_line))
            refuse(tr("The flow id `%1` is reserved.").arg(id), u"id"_s, m_flow.line);
    }

    void tasks()
    {
        const YamlValue *list = m_flow.value(u"tasks");
        if (!list || (list->isSequence() && list->items.isEmpty()) || list->kind == YamlValue::Kind::Null)
            refuse(tr("The flow has no tasks."), u"tasks"_s, m_flow.line);
        QSet<QString> ids;
        for (const QStringView &part : {QStringView(u"tasks"), QStringView(u"errors"),
                                        QStringView(u"finally"), QStringView(u"afterExecution")}) {
            const YamlValue *node = m_flow.value(part);
            if (!node)
                continue;
            forEachTyped(*node, [&](const YamlValue &task, bool) { oneTask(task, ids); });
        }
        QSet<QString> triggerIds;
        if (const YamlValue *node = m_flow.value(u"triggers")) {
            for (const YamlValuePointer &trigger : node->items) {
                const QString id = trigger->scalar(u"id");
                if (!id.isEmpty() && triggerIds.contains(id))
                    refuse(tr("Two triggers have the id `%1`.").arg(id), u"id"_s, trigger->line);
                triggerIds.insert(id);
            }
        }
    }

    void oneTask(const YamlValue &task, QSet<QString> &ids)
    {
        const QString type = task.scalar(u"type").trimmed();
        const std::optional<TypeFacts> facts = m_knowledge.type(type, m_line);
        // Task runners, conditions and the like have types too; only tasks are counted.
        if (!type.contains(u'.') || (facts && facts->kind != u"task"))
            return;
        const QString id = task.scalar(u"id");
        if (!isName(id, u"_-", false))
            refuse(tr("The task id `%1` is no valid one.").arg(id), u"id"_s, task.line);
        if (ids.contains(id))
            refuse(tr("Two tasks have the id `%1`.").arg(id), u"id"_s, task.line);
        ids.insert(id);
        if (task.value(u"assets") && m_knowledge.checks(u"assets-enterprise"_s, m_line))
            refuse(tr("Assets belong to the Enterprise Edition."), u"assets"_s, task.line);
        enterprise(task);
        if (facts && facts->name == u"io.kestra.plugin.core.flow.Subflow" &&
            task.scalar(u"flowId") == m_flow.scalar(u"id") &&
            task.scalar(u"namespace") == m_flow.scalar(u"namespace") && !m_flow.scalar(u"id").isEmpty())
            refuse(tr("The flow calls itself."), u"flowId"_s, task.line);
        if (facts && !m_knowledge.refusedType(facts->name).isEmpty())
            refuse(tr("`%1`: %2.").arg(type, m_knowledge.refusedType(facts->name)), type, task.line);
    }

    void enterprise(const YamlValue &node)
    {
        if (node.value(u"workerGroup") && m_knowledge.checks(u"worker-group-enterprise"_s, m_line))
            refuse(tr("Worker groups belong to the Enterprise Edition."), u"workerGroup"_s, node.line);
        const YamlValue *selector = node.value(u"workerSelector");
        const YamlValue *tags = selector ? selector->value(u"tags") : nullptr;
        for (const YamlValuePointer &tag : tags ? tags->items : QList<YamlValuePointer>()) {
            const bool valid =
                isName(tag->text, u"-", true) && tag->text.size() <= 64 && !tag->text.endsWith(u'-');
            if (!valid && !tag->text.contains(u"{{"))
                refuse(tr("The tag `%1` is no label in lower case.").arg(tag->text), u"tags"_s, tag->line);
        }
    }

    void inputs()
    {
        const YamlValue *list = m_flow.value(u"inputs");
        for (const YamlValuePointer &input : list ? list->items : QList<YamlValuePointer>()) {
            const YamlValue *defaults = input->value(u"defaults");
            const QString id = input->scalar(u"id");
            if (!defaults || defaults->kind == YamlValue::Kind::Null)
                continue;
            const int at = defaults->line;
            if (m_knowledge.checks(u"defaults-required"_s, m_line)) {
                if (input->scalar(u"required") == u"false")
                    refuse(tr("Input `%1` has defaults and may not say required: false.").arg(id),
                           u"required"_s, at);
                if (input->value(u"prefill"))
                    refuse(tr("Input `%1` has defaults and may not have a prefill.").arg(id), u"prefill"_s,
                           at);
            }
            if (m_knowledge.checks(u"typed-defaults"_s, m_line) &&
                !isTyped(input->scalar(u"type"), *defaults))
                refuse(tr("The default of input `%1` is not of its type.").arg(id), u"defaults"_s, at);
            if (!m_knowledge.checks(u"fitting-defaults"_s, m_line))
                continue;
            if (const QString why = misfit(*input, *defaults); !why.isEmpty())
                refuse(tr("The default of input `%1` does not fit: %2.").arg(id, why), u"defaults"_s, at);
        }
    }

    void triggers()
    {
        const YamlValue *list = m_flow.value(u"triggers");
        for (const YamlValuePointer &trigger : list ? list->items : QList<YamlValuePointer>()) {
            const std::optional<TypeFacts> facts =
                m_knowledge.type(trigger->scalar(u"type").trimmed(), m_line);
            enterprise(*trigger);
            if (!facts)
                continue;
            const bool schedule = facts->name == u"io.kestra.plugin.core.trigger.Schedule";
            const QString cron = trigger->scalar(u"cron");
            if (schedule && !cron.isEmpty()) {
                if (const QString why = cronProblem(cron, trigger->scalar(u"withSeconds") == u"true");
                    !why.isEmpty())
                    refuse(tr("Trigger `%1`: %2.").arg(trigger->scalar(u"id"), why), u"cron"_s,
                           trigger->line);
            }
            if (m_knowledge.checks(u"supplied-inputs"_s, m_line) &&
                (schedule || facts->name == u"io.kestra.plugin.core.trigger.Webhook"))
                suppliedInputs(*trigger);
            if (facts->name == u"io.kestra.plugin.core.trigger.Flow")
                ownTrigger(*trigger);
        }
    }

    void suppliedInputs(const YamlValue &trigger)
    {
        const YamlValue *supplied = trigger.value(u"inputs");
        const YamlValue *list = m_flow.value(u"inputs");
        for (const YamlValuePointer &input : list ? list->items : QList<YamlValuePointer>()) {
            const QString id = input->scalar(u"id");
            const YamlValue *value = supplied ? supplied->value(id) : nullptr;
            if (!value && !input->value(u"defaults") && input->scalar(u"required") != u"false")
                refuse(tr("Trigger `%1` does not supply the input `%2`, which is mandatory.")
                           .arg(trigger.scalar(u"id"), id),
                       u"inputs"_s, trigger.line);
            else if (value && m_knowledge.checks(u"fitting-defaults"_s, m_line)) {
                if (const QString why = misfit(*input, *value); !why.isEmpty())
                    refuse(tr("Trigger `%1` supplies a value that does not fit the input `%2`: %3.")
                               .arg(trigger.scalar(u"id"), id, why),
                           u"inputs"_s, value->line);
            }
        }
    }

    void ownTrigger(const YamlValue &trigger)
    {
        const YamlValue *list =
            m_knowledge.checks(u"flow-trigger-cycle"_s, m_line) ? trigger.value(u"dependsOn") : nullptr;
        for (const YamlValuePointer &flow : list ? list->items : QList<YamlValuePointer>()) {
            if (flow->scalar(u"flowId") == m_flow.scalar(u"id") &&
                flow->scalar(u"namespace") == m_flow.scalar(u"namespace"))
                refuse(tr("Trigger `%1` waits for its own flow.").arg(trigger.scalar(u"id")), u"dependsOn"_s,
                       flow->line);
        }
    }

    const YamlValue &m_flow;
    const int m_line;
    const EngineKnowledge &m_knowledge;
    QList<FlowIssue> m_issues;
};

} // namespace

QList<FlowIssue> checkFlowValues(const YamlValue &flow, int line, const EngineKnowledge &knowledge)
{
    return Checks(flow, line, knowledge).run();
}
