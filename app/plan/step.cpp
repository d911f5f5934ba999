// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/step.h"

#include <array>

using namespace Qt::StringLiterals;

namespace
{

const std::array<std::pair<Reversal, QStringView>, 4> reversals{{
    {Reversal::NotNeeded, u"not-needed"},
    {Reversal::Automatic, u"automatic"},
    {Reversal::FromBackup, u"from-backup"},
    {Reversal::ByPerson, u"by-person"},
}};

} // namespace

QString reversalName(Reversal reversal)
{
    for (const auto &[value, name] : reversals) {
        if (value == reversal)
            return name.toString();
    }
    return {};
}

QJsonObject Step::toJson() const
{
    QJsonObject json{
        {u"id"_s, id},
        {u"kind"_s, kind},
        {u"title"_s, title},
        {u"args"_s, args},
        {u"reversal"_s, reversalName(reversal)},
        {u"component"_s, componentName(component)},
        {u"expectedSeconds"_s, expectedSeconds},
    };
    const auto add = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty())
            json.insert(key, text);
    };
    add(u"phase"_s, phase);
    add(u"host"_s, host);
    add(u"effect"_s, effect);
    add(u"instruction"_s, instruction);
    if (!inverse.isEmpty())
        json.insert(u"inverse"_s, inverse);
    if (changesData)
        json.insert(u"changesData"_s, true);
    return json;
}

Step Step::fromJson(const QJsonObject &json)
{
    Step step;
    step.id = json.value(u"id"_s).toString();
    step.kind = json.value(u"kind"_s).toString();
    step.title = json.value(u"title"_s).toString();
    step.phase = json.value(u"phase"_s).toString();
    step.host = json.value(u"host"_s).toString();
    step.args = json.value(u"args"_s).toObject();
    step.inverse = json.value(u"inverse"_s).toArray();
    step.component = componentFromName(json.value(u"component"_s).toString());
    step.effect = json.value(u"effect"_s).toString();
    step.expectedSeconds = json.value(u"expectedSeconds"_s).toInt(1);
    step.instruction = json.value(u"instruction"_s).toString();
    step.changesData = json.value(u"changesData"_s).toBool();
    const QString reversal = json.value(u"reversal"_s).toString();
    // A word that is not known must never mean "nothing to take back".
    step.reversal = Reversal::ByPerson;
    for (const auto &[value, name] : reversals) {
        if (name == reversal)
            step.reversal = value;
    }
    return step;
}
