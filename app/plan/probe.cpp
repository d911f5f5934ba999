// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/probe.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

QJsonObject Probe::command(const QString &program, const QStringList &arguments, int timeoutSeconds)
{
    return {{u"ask"_s, u"command"_s},
            {u"program"_s, program},
            {u"arguments"_s, QJsonArray::fromStringList(arguments)},
            {u"timeoutSeconds"_s, timeoutSeconds}};
}

QJsonObject Probe::http(const QString &url, const QString &user, const QString &secret, int timeoutSeconds)
{
    QJsonObject probe{{u"ask"_s, u"http"_s}, {u"url"_s, url}, {u"timeoutSeconds"_s, timeoutSeconds}};
    if (!secret.isEmpty()) {
        probe.insert(u"user"_s, user);
        probe.insert(u"secret"_s, secret);
    }
    return probe;
}

QJsonObject Probe::sql(const QJsonObject &database, const QString &statement)
{
    return {{u"ask"_s, u"sql"_s}, {u"database"_s, database}, {u"statement"_s, statement}};
}

QJsonObject Probe::tables(const QJsonObject &database, const QStringList &exclude)
{
    return {{u"ask"_s, u"tables"_s},
            {u"database"_s, database},
            {u"exclude"_s, QJsonArray::fromStringList(exclude)}};
}

QJsonObject Probe::files(const QString &folder)
{
    return {{u"ask"_s, u"files"_s}, {u"folder"_s, folder}};
}

QJsonObject Condition::toJson() const
{
    QJsonObject json{{u"at"_s, at}, {u"op"_s, op}};
    if (op != u"exists" && op != u"absent")
        json.insert(u"value"_s, value);
    return json;
}

Condition Condition::fromJson(const QJsonObject &json)
{
    return {json.value(u"at"_s).toString(), json.value(u"op"_s).toString(), json.value(u"value"_s)};
}

namespace
{

/// Databases and command lines write numbers as text too.
std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double result = value.toString().trimmed().toDouble(&ok);
    return ok ? std::optional(result) : std::nullopt;
}

bool same(const QJsonValue &left, const QJsonValue &right)
{
    if (left.isDouble() != right.isDouble() && (left.isString() || right.isString())) {
        const auto a = number(left);
        return a && a == number(right);
    }
    return left == right;
}

QString text(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

bool Condition::holds(const QJsonValue &answer) const
{
    const QJsonValue seen = valueAt(answer, at);
    const bool there = !seen.isUndefined() && !seen.isNull();
    if (op == u"absent")
        return !there;
    // What was not seen meets no other demand, "differs" included: unknown is never green.
    if (!there)
        return op == u"equals" && seen.isNull() && value.isNull();
    if (op == u"exists")
        return true;
    if (op == u"equals")
        return same(seen, value);
    if (op == u"differs")
        return !same(seen, value);
    if (op == u"contains")
        return seen.isArray() ? seen.toArray().contains(value) : text(seen).contains(text(value));
    if (op == u"matches")
        return QRegularExpression(value.toString(), QRegularExpression::MultilineOption)
            .match(text(seen))
            .hasMatch();
    const auto a = number(seen);
    const auto b = number(value);
    if (op == u"atLeast")
        return a && b && *a >= *b;
    if (op == u"atMost")
        return a && b && *a <= *b;
    return false;
}

QJsonArray conditionsToJson(const QList<Condition> &conditions)
{
    QJsonArray array;
    for (const Condition &condition : conditions)
        array.append(condition.toJson());
    return array;
}

bool allHold(const QJsonArray &conditions, const QJsonValue &answer)
{
    return std::all_of(conditions.begin(), conditions.end(), [&answer](const QJsonValue &condition) {
        return Condition::fromJson(condition.toObject()).holds(answer);
    });
}

QJsonValue valueAt(const QJsonValue &root, const QString &path)
{
    QJsonValue value = root;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (value.isArray()) {
            bool ok = false;
            const int index = part.toInt(&ok);
            const QJsonArray array = value.toArray();
            value = ok && index >= 0 && index < array.size() ? array.at(index)
                                                             : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(part);
        }
    }
    return value;
}
