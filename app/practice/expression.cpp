// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/expression.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

Result<QString> valueOf(const QString &name, const ExpressionScope &scope)
{
    static const QRegularExpression literal(uR"(^['"](.*)['"]$)"_s);
    if (const auto match = literal.match(name); match.hasMatch())
        return match.captured(1);
    if (name == u"true"_s || name == u"false"_s)
        return name;
    if (name == u"flow.id"_s)
        return scope.taskRun[u"flowId"].toString();
    if (name == u"flow.namespace"_s)
        return scope.taskRun[u"namespace"].toString();
    if (name == u"execution.id"_s)
        return scope.taskRun[u"executionId"].toString();
    if (name == u"task.id"_s)
        return scope.taskRun[u"taskId"].toString();
    if (name == u"taskrun.id"_s)
        return scope.taskRun[u"id"].toString();
    if (name == u"taskrun.value"_s || name == u"item.value"_s)
        return scope.task[u"loopValue"].toVariant().toString();
    if (name == u"taskrun.iteration"_s || name == u"item.index"_s)
        return QString::number(scope.task[u"iteration"].toInt());
    if (name.startsWith(u"inputs."_s) && scope.inputs.contains(name.sliced(7)))
        return scope.inputs[name.sliced(7)].toVariant().toString();
    return failure(ErrorKind::BadInput, u"Unable to find `%1` used in the expression `{{ %1 }}`"_s.arg(name));
}

Result<QString> evaluated(const QString &expression, const ExpressionScope &scope)
{
    static const QRegularExpression call(uR"(^(json|fromJson)\((.*)\)$)"_s);
    static const QRegularExpression filter(uR"(^(.*)\|\s*(json|toJson)$)"_s);
    const bool isSecond = scope.version.major() >= 2;
    if (const auto match = call.match(expression); match.hasMatch()) {
        if ((match.captured(1) == u"json"_s) == isSecond)
            return failure(ErrorKind::BadInput,
                           u"Function or Macro [%1] does not exist"_s.arg(match.captured(1)));
        return valueOf(match.captured(2).trimmed(), scope);
    }
    if (const auto match = filter.match(expression); match.hasMatch()) {
        if ((match.captured(2) == u"json"_s) && isSecond)
            return failure(ErrorKind::BadInput, u"Filter [json] does not exist"_s);
        return valueOf(match.captured(1).trimmed(), scope).transform([](const QString &text) {
            return u'"' + text + u'"';
        });
    }
    return valueOf(expression, scope);
}

} // namespace

Result<QString> rendered(const QString &text, const ExpressionScope &scope)
{
    static const QRegularExpression braces(uR"(\{\{\s*(.*?)\s*\}\})"_s);
    QString result;
    qsizetype from = 0;
    for (auto match = braces.match(text); match.hasMatch(); match = braces.match(text, from)) {
        const auto value = evaluated(match.captured(1), scope);
        if (!value)
            return value;
        result += text.sliced(from, match.capturedStart() - from) + *value;
        from = match.capturedEnd();
    }
    return result + text.sliced(from);
}
