// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmrights.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

struct Right {
    QString verb;
    QString group;
    QString resource; ///< "deployments", "deployments/scale"

    QString text() const
    {
        const QString name = resource.section(u'/', 0, 0);
        const QString sub = resource.section(u'/', 1);
        return verb + u' ' + name + (group.isEmpty() ? QString() : u'.' + group) +
               (sub.isEmpty() ? QString() : u'/' + sub);
    }
};

/// Looking, scaling, Helm's own records, jobs and throw-away pods, dumps through exec, the API through
/// tunnels.
QList<Right> rightsOfPlans(const QStringList &kinds)
{
    QList<Right> rights;
    const auto add = [&rights](const QString &group, const QString &resource, const QStringList &verbs) {
        for (const QString &verb : verbs)
            rights.append({verb, group, resource});
    };
    for (const QString &kind : kinds) {
        const QString plural = kind + u's';
        add(u"apps"_s, plural, {u"get"_s, u"list"_s, u"patch"_s});
        if (kind != u"daemonset")
            add(u"apps"_s, plural + u"/scale"_s, {u"patch"_s});
    }
    add({}, u"pods"_s, {u"get"_s, u"list"_s, u"create"_s, u"delete"_s});
    add({}, u"pods/exec"_s, {u"create"_s});
    add({}, u"pods/portforward"_s, {u"create"_s});
    add({}, u"pods/log"_s, {u"get"_s});
    add({}, u"secrets"_s, {u"get"_s, u"list"_s, u"create"_s, u"update"_s, u"delete"_s});
    add({}, u"configmaps"_s, {u"get"_s, u"patch"_s});
    add({}, u"services"_s, {u"get"_s, u"patch"_s});
    add(u"batch"_s, u"jobs"_s, {u"get"_s, u"list"_s, u"create"_s, u"delete"_s});
    return rights;
}

bool lists(const QJsonValue &array, const QString &wanted)
{
    const QJsonArray items = array.toArray();
    return items.contains(u"*"_s) || items.contains(wanted);
}

bool listsResource(const QJsonValue &array, const QString &wanted)
{
    const QString sub = wanted.section(u'/', 1);
    return lists(array, wanted) || (!sub.isEmpty() && array.toArray().contains(u"*/"_s + sub));
}

} // namespace

HelmRights HelmRights::from(const QJsonObject &review, const QStringList &kinds)
{
    HelmRights rights;
    const QJsonObject status = review[u"status"].toObject();
    if (!status.contains(u"resourceRules"))
        return rights;
    rights.isKnown = !status[u"incomplete"].toBool();
    const QJsonArray rules = status[u"resourceRules"].toArray();
    for (const Right &right : rightsOfPlans(kinds)) {
        const bool allowed = std::ranges::any_of(rules, [&](const QJsonValue &rule) {
            // A rule for single names says nothing of the others.
            return rule[u"resourceNames"_s].toArray().isEmpty() && lists(rule[u"verbs"_s], right.verb) &&
                   lists(rule[u"apiGroups"_s], right.group) &&
                   listsResource(rule[u"resources"_s], right.resource);
        });
        if (!allowed)
            rights.missing.append(right.text());
    }
    return rights;
}

QByteArray rightsQuestion(const QString &nameSpace)
{
    const QJsonObject spec{{u"namespace"_s, nameSpace}};
    return QJsonDocument(QJsonObject{{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                                     {u"kind"_s, u"SelfSubjectRulesReview"_s},
                                     {u"spec"_s, spec}})
        .toJson(QJsonDocument::Compact);
}
