// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/plan.h"

#include "app/base/hash.h"
#include "app/plan/diff.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QJsonArray stepsToJson(const Steps &steps)
{
    QJsonArray array;
    for (const Step &step : steps)
        array.append(step.toJson());
    return array;
}

Steps stepsFromJson(const QJsonArray &json)
{
    Steps steps;
    for (const QJsonValue &step : json)
        steps.append(Step::fromJson(step.toObject()));
    return steps;
}

QStringList wordsFromJson(const QJsonArray &json)
{
    QStringList words;
    for (const QJsonValue &word : json)
        words.append(word.toString());
    return words;
}

QByteArray textOf(const QJsonObject &json, const QString &key)
{
    const QJsonValue encoded = json.value(key + u"Base64"_s);
    return encoded.isString() ? QByteArray::fromBase64(encoded.toString().toLatin1())
                              : json.value(key).toString().toUtf8();
}

void number(Steps &steps, const QString &prefix)
{
    static const QRegularExpression old(u"^(?:after-|keep-)?\\d{3,}-"_s);
    const qsizetype width = std::max<qsizetype>(3, QString::number(steps.size() * 10).size());
    for (qsizetype i = 0; i < steps.size(); ++i)
        steps[i].id = prefix + QString::number((i + 1) * 10).rightJustified(width, u'0') + u'-' +
                      steps[i].id.remove(old);
}

} // namespace

QJsonObject FileChange::toJson() const
{
    const QByteArray shown = hunks.isEmpty() ? hunksWithoutContext(lineEdits(before, after)) : hunks;
    const QString text = QString::fromUtf8(shown);
    QJsonObject json{{u"path"_s, path}};
    if (!host.isEmpty())
        json.insert(u"host"_s, host);
    if (hunks.isEmpty()) {
        json.insert(u"beforeSha256"_s, sha256Hex(before));
        json.insert(u"afterSha256"_s, sha256Hex(after));
    }
    if (text.toUtf8() == shown)
        json.insert(u"hunks"_s, text);
    else
        json.insert(u"hunksBase64"_s, QString::fromLatin1(shown.toBase64()));
    return json;
}

FileChange FileChange::fromJson(const QJsonObject &json)
{
    FileChange change;
    change.host = json.value(u"host"_s).toString();
    change.path = json.value(u"path"_s).toString();
    change.hunks = textOf(json, u"hunks"_s);
    return change;
}

QJsonObject Plan::toJson() const
{
    QJsonArray stops;
    for (const Version &version : route)
        stops.append(version.toString());
    QJsonArray changes;
    for (const FileChange &file : files)
        changes.append(file.toJson());
    QJsonObject json{
        {u"installation"_s, installation},
        {u"title"_s, title},
        {u"from"_s, from.toString()},
        {u"to"_s, to.toString()},
        {u"route"_s, stops},
        {u"steps"_s, stepsToJson(steps)},
        {u"afterRollback"_s, stepsToJson(afterRollback)},
        {u"pointOfNoReturn"_s, pointOfNoReturn},
        {u"backupFolder"_s, backupFolder},
        {u"files"_s, changes},
        {u"assumed"_s, QJsonArray::fromStringList(assumed)},
    };
    if (!afterKeep.isEmpty())
        json.insert(u"afterKeep"_s, stepsToJson(afterKeep));
    return json;
}

Plan Plan::fromJson(const QJsonObject &json)
{
    Plan plan;
    plan.installation = json.value(u"installation"_s).toString();
    plan.title = json.value(u"title"_s).toString();
    plan.from = Version::of(json.value(u"from"_s).toString());
    plan.to = Version::of(json.value(u"to"_s).toString());
    for (const QString &stop : wordsFromJson(json.value(u"route"_s).toArray()))
        plan.route.append(Version::of(stop));
    plan.steps = stepsFromJson(json.value(u"steps"_s).toArray());
    plan.afterRollback = stepsFromJson(json.value(u"afterRollback"_s).toArray());
    plan.afterKeep = stepsFromJson(json.value(u"afterKeep"_s).toArray());
    plan.pointOfNoReturn = json.value(u"pointOfNoReturn"_s).toString();
    plan.backupFolder = json.value(u"backupFolder"_s).toString();
    const QJsonArray changes = json.value(u"files"_s).toArray();
    for (const QJsonValue &change : changes)
        plan.files.append(FileChange::fromJson(change.toObject()));
    plan.assumed = wordsFromJson(json.value(u"assumed"_s).toArray());
    return plan;
}

const Step *Plan::step(const QString &id) const
{
    for (const Steps *list : {&steps, &afterRollback, &afterKeep}) {
        const auto found = std::ranges::find(*list, id, &Step::id);
        if (found != list->end())
            return &*found;
    }
    return nullptr;
}

Steps Plan::removals(bool wentBack) const
{
    Steps going = afterKeep;
    if (!wentBack)
        going.removeIf([](const Step &step) { return step.phase == setAsidePhase; });
    return going;
}

void numberSteps(Plan &plan)
{
    number(plan.steps, {});
    number(plan.afterRollback, u"after-"_s);
    number(plan.afterKeep, u"keep-"_s);
    const auto first = std::ranges::find_if(plan.steps, &Step::changesData);
    plan.pointOfNoReturn = first == plan.steps.end() ? QString() : first->id;
}

QByteArray planAsDiff(const Plan &plan)
{
    QByteArray diff;
    if (plan.files.isEmpty())
        return diff;
    const QDir folder(QFileInfo(plan.files.first().path).path());
    for (const FileChange &file : plan.files) {
        const QString name = folder.relativeFilePath(file.path);
        if (file.hunks.isEmpty())
            diff += unifiedDiff(file.before, file.after, name);
        else
            diff += "--- a/" + name.toUtf8() + "\n+++ b/" + name.toUtf8() + '\n' + file.hunks;
    }
    return diff;
}
