// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/flow.h"

#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{

// Types that 2.0 no longer has; a stored flow with one of them cannot be read there.
constexpr std::array<QStringView, 13> goneInSecond{u"io.kestra.plugin.core.flow.ForEach",
                                                   u"io.kestra.plugin.core.flow.ForEachItem",
                                                   u"io.kestra.plugin.core.flow.EachSequential",
                                                   u"io.kestra.plugin.core.flow.EachParallel",
                                                   u"io.kestra.plugin.core.flow.Template",
                                                   u"io.kestra.plugin.core.execution.Count",
                                                   u"io.kestra.plugin.core.execution.Resume",
                                                   u"io.kestra.plugin.core.trigger.Toggle",
                                                   u"io.kestra.plugin.core.log.Fetch",
                                                   u"io.kestra.plugin.core.debug.Echo",
                                                   u"io.kestra.plugin.core.storage.Purge",
                                                   u"io.kestra.plugin.core.state.Set",
                                                   u"io.kestra.plugin.core.state.Get"};

constexpr std::array<QStringView, 10> reservedIds{u"pause",   u"resume",     u"force-run", u"change-status",
                                                  u"kill",    u"executions", u"search",    u"source",
                                                  u"disable", u"enable"};

QJsonValue toJson(const YAML::Node &node)
{
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &entry : node)
            object.insert(QString::fromStdString(entry.first.as<std::string>()), toJson(entry.second));
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const auto &entry : node)
            array.append(toJson(entry));
        return array;
    }
    if (!node.IsScalar())
        return {};
    const QString text = QString::fromStdString(node.as<std::string>());
    if (node.Tag() == "!")
        return text; // quoted
    if (text == u"true"_s || text == u"false"_s)
        return text == u"true"_s;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

Result<QJsonObject> parse(const QString &source)
{
    try {
        const QJsonValue value = toJson(YAML::Load(source.toStdString()));
        if (!value.isObject())
            return failure(ErrorKind::BadInput, u"Illegal flow yaml: not an object"_s);
        return value.toObject();
    } catch (const YAML::Exception &problem) {
        return failure(ErrorKind::BadInput, u"Illegal flow yaml: "_s + QString::fromUtf8(problem.what()));
    }
}

QString unknownType(const QJsonValue &value, const Version &version)
{
    if (value.isArray()) {
        for (const auto &entry : value.toArray()) {
            if (const QString bad = unknownType(entry, version); !bad.isEmpty())
                return bad;
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    const QString type = object[u"type"].toString();
    if (type.contains(u'.')) {
        const bool known = type.startsWith(u"io.kestra.plugin."_s) ||
                           (version.major() < 2 && type.startsWith(u"io.kestra.core."_s));
        if (!known || (version.major() >= 2 &&
                       std::ranges::find(goneInSecond, QStringView(type)) != goneInSecond.end()))
            return type;
        if (type.endsWith(u".flow.Sleep"_s) && version < Version::of(u"0.20"))
            return type;
        if (type.endsWith(u".flow.Loop"_s) && version.major() < 2)
            return type;
    }
    for (const QString &key : {u"tasks"_s, u"errors"_s, u"finally"_s, u"triggers"_s}) {
        if (!object.contains(key))
            continue;
        if (const QString bad = unknownType(object[key], version); !bad.isEmpty())
            return bad;
    }
    return {};
}

QString removedProperty(const QJsonObject &flow)
{
    for (const QString &key : {u"pluginDefaults"_s, u"taskDefaults"_s, u"listeners"_s}) {
        if (flow.contains(key))
            return key;
    }
    for (const auto &trigger : flow[u"triggers"].toArray()) {
        for (const QString &key :
             {u"conditions"_s, u"preconditions"_s, u"multipleConditions"_s, u"minLogLevel"_s}) {
            if (trigger.toObject().contains(key))
                return key;
        }
    }
    for (const auto &task : flow[u"tasks"].toArray()) {
        if (task.toObject()[u"retry"].toObject().contains(u"maxAttempt"))
            return u"maxAttempt"_s;
    }
    return {};
}

QJsonObject withoutRemoved(QJsonObject flow)
{
    for (const QString &key : {u"pluginDefaults"_s, u"taskDefaults"_s, u"listeners"_s})
        flow.remove(key);
    QJsonArray triggers;
    for (const auto &entry : flow[u"triggers"].toArray()) {
        QJsonObject trigger = entry.toObject();
        for (const QString &key : {u"conditions"_s, u"preconditions"_s, u"multipleConditions"_s})
            trigger.remove(key);
        triggers.append(trigger);
    }
    if (!triggers.isEmpty())
        flow.insert(u"triggers"_s, triggers);
    return flow;
}

QJsonObject withDefaults(QJsonObject task, const QJsonArray &defaults)
{
    for (const auto &entry : defaults) {
        const QJsonObject object = entry.toObject();
        if (!task[u"type"].toString().startsWith(object[u"type"].toString()))
            continue;
        const QJsonObject values = object[u"values"].toObject();
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (!task.contains(value.key()) || object[u"forced"].toBool())
                task.insert(value.key(), value.value());
        }
    }
    return task;
}

void flatten(const QJsonArray &tasks, const QJsonArray &defaults, const QJsonObject &loop, QJsonArray &flat)
{
    for (const auto &entry : tasks) {
        QJsonObject task = withDefaults(entry.toObject(), defaults);
        const QString type = task[u"type"].toString();
        const QJsonArray children = task[u"tasks"].toArray();
        if (children.isEmpty()) {
            for (auto value = loop.begin(); value != loop.end(); ++value)
                task.insert(value.key(), value.value());
            flat.append(task);
        } else if (isCoreType(type, u"flow.ForEach") || isCoreType(type, u"flow.EachSequential") ||
                   isCoreType(type, u"flow.EachParallel") || isCoreType(type, u"flow.Loop")) {
            int iteration = 0;
            for (const auto &value : task[u"values"].toArray())
                flatten(children, defaults, {{u"loopValue"_s, value}, {u"iteration"_s, iteration++}}, flat);
        } else {
            flatten(children, defaults, loop, flat);
        }
    }
}

} // namespace

bool isCoreType(const QString &type, QStringView name)
{
    const QString shortName = name.toString();
    return type == u"io.kestra.plugin.core."_s + shortName ||
           type == u"io.kestra.core.tasks."_s + shortName ||
           (shortName.startsWith(u"trigger."_s) &&
            type == u"io.kestra.core.models.triggers.types."_s + shortName.sliced(8));
}

Result<Flow> Flow::readStored(const QString &source, const Version &version)
{
    auto json = parse(source);
    if (!json)
        return std::unexpected(json.error());
    if (const QString bad = unknownType(*json, version); !bad.isEmpty())
        return failure(ErrorKind::BadInput, u"Invalid type: "_s + bad);
    Flow flow;
    flow.m_json = version.major() >= 2 ? withoutRemoved(*json) : *json;
    return flow;
}

Result<Flow> Flow::readStrict(const QString &source, const Version &version)
{
    auto json = parse(source);
    if (!json)
        return std::unexpected(json.error());
    static const QRegularExpression name(u"^[a-zA-Z0-9][a-zA-Z0-9._-]*$"_s);
    for (const QString &key : {u"id"_s, u"namespace"_s}) {
        if (!name.match((*json)[key].toString()).hasMatch())
            return failure(ErrorKind::BadInput, u"%1: must match \"^[a-zA-Z0-9][a-zA-Z0-9._-]*\""_s.arg(key));
    }
    if ((*json)[u"tasks"].toArray().isEmpty())
        return failure(ErrorKind::BadInput, u"tasks: must not be empty"_s);
    if (const QString bad = unknownType(*json, version); !bad.isEmpty())
        return failure(ErrorKind::BadInput, u"Invalid type: "_s + bad);
    const QString id = (*json)[u"id"].toString();
    if (version.major() == 1 && std::ranges::find(reservedIds, QStringView(id)) != reservedIds.end())
        return failure(ErrorKind::BadInput, u"Flow id is a reserved keyword: "_s + (*json)[u"id"].toString());
    if (version >= Version::of(u"1.1")) {
        for (const auto &input : (*json)[u"inputs"].toArray()) {
            if (input.toObject().contains(u"defaults") && input.toObject()[u"required"] == QJsonValue(false))
                return failure(ErrorKind::BadInput, u"Inputs with a default value must be required"_s);
        }
    }
    if (const QString gone = removedProperty(*json); version.major() >= 2 && !gone.isEmpty())
        return failure(ErrorKind::BadInput, u"Unrecognized field \"%1\""_s.arg(gone));
    Flow flow;
    flow.m_json = *json;
    return flow;
}

QJsonArray Flow::flatTasks() const
{
    QJsonArray flat;
    QJsonArray defaults = m_json[u"pluginDefaults"].toArray();
    if (defaults.isEmpty())
        defaults = m_json[u"taskDefaults"].toArray();
    flatten(m_json[u"tasks"].toArray(), defaults, {}, flat);
    return flat;
}
