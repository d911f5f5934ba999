// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "fakehost.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// A cluster of a test with one release in one namespace: what kubectl and helm say of it.
class FakeCluster
{
public:
    QString chart = u"kestra-1.0.54"_s;
    QString status = u"deployed"_s;
    QByteArray manifest; ///< of the newest whole revision
    QByteArray ownValues;
    QByteArray allValues;
    QByteArray rules = R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])";
    QJsonObject labels; ///< on every workload, beside the usual ones

    void add(const QJsonObject &object) { m_objects.append(object); }

    /// A server of Kestra as Kestra's charts make one, with a running pod for each replica.
    void addServer(const QString &component, const QString &image, int replicas = 1, int grace = 360,
                   const QJsonArray &mounts = {}, const QJsonArray &volumes = {})
    {
        const QString name = u"kestra-"_s + component;
        const QJsonObject selector{{u"app.kubernetes.io/component"_s, component},
                                   {u"app.kubernetes.io/instance"_s, u"kestra"_s},
                                   {u"app.kubernetes.io/name"_s, u"kestra"_s}};
        QJsonObject all = selector;
        for (auto it = labels.begin(); it != labels.end(); ++it)
            all.insert(it.key(), it.value());
        QJsonArray allMounts = mounts;
        allMounts.append(pair("name", "config", "mountPath", "/app/confs/"));
        QJsonArray allVolumes = volumes;
        allVolumes.append(QJsonObject{{u"name"_s, u"config"_s},
                                      {u"configMap"_s, QJsonObject{{u"name"_s, u"kestra-config"_s}}}});
        const QJsonObject container{
            {u"name"_s, name},
            {u"image"_s, image},
            {u"command"_s, QJsonArray{u"sh"_s, u"-c"_s, u"exec /app/kestra server %1 \\\n"_s.arg(component)}},
            {u"env"_s, QJsonArray{pair("name", "MICRONAUT_CONFIG_FILES", "value", "/app/confs/_default.yml"),
                                  pair("name", "TOKEN", "value", "t0ps3cret")}},
            {u"volumeMounts"_s, allMounts}};
        const QJsonObject dind{{u"name"_s, u"dind"_s}, {u"image"_s, u"docker:dind-rootless"_s}};
        const QJsonObject podSpec{{u"containers"_s, QJsonArray{container, dind}},
                                  {u"volumes"_s, allVolumes},
                                  {u"terminationGracePeriodSeconds"_s, grace}};
        add({{u"kind"_s, u"Deployment"_s},
             {u"metadata"_s, metadata(name, all)},
             {u"spec"_s,
              QJsonObject{{u"replicas"_s, replicas},
                          {u"selector"_s, QJsonObject{{u"matchLabels"_s, selector}}},
                          {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, selector}}},
                                                      {u"spec"_s, podSpec}}}}},
             {u"status"_s, QJsonObject{{u"readyReplicas"_s, replicas}}}});
        for (int i = 0; i < replicas; ++i)
            add(pod(u"%1-%2"_s.arg(name).arg(i), selector, name));
    }

    void addDatabase(const QString &name)
    {
        const QJsonObject selector{{u"app"_s, name}};
        const QJsonObject container{{u"name"_s, u"postgresql"_s},
                                    {u"image"_s, u"bitnami/postgresql:16.4.0"_s}};
        const QJsonObject podSpec{{u"containers"_s, QJsonArray{container}}};
        add({{u"kind"_s, u"StatefulSet"_s},
             {u"metadata"_s, metadata(name, selector)},
             {u"spec"_s,
              QJsonObject{{u"selector"_s, QJsonObject{{u"matchLabels"_s, selector}}},
                          {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, selector}}},
                                                      {u"spec"_s, podSpec}}}}}});
        addService(name, selector, {port(5432, u"tcp-postgresql"_s)});
    }

    void addService(const QString &name, const QJsonObject &selector, const QJsonArray &ports)
    {
        add({{u"kind"_s, u"Service"_s},
             {u"metadata"_s, metadata(name, {})},
             {u"spec"_s, QJsonObject{{u"selector"_s, selector}, {u"ports"_s, ports}}}});
    }

    static QJsonObject port(int number, const QString &target)
    {
        return {{u"port"_s, number}, {u"targetPort"_s, target}};
    }
    static QJsonObject pair(const char *a, const char *b, const char *c, const char *d)
    {
        return {{QString::fromLatin1(a), QString::fromLatin1(b)},
                {QString::fromLatin1(c), QString::fromLatin1(d)}};
    }

    /// `configuration` is what the pods read as _default.yml.
    void answerOn(FakeHost &host, const QByteArray &configuration) const
    {
        const QString kubectl = u"kubectl --context prod -n flows --request-timeout=10s "_s;
        const QString helm = u"helm --kube-context prod -n flows "_s;
        const QJsonObject config{
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"kestra-config"_s}}},
            {u"data"_s, QJsonObject{{u"_default.yml"_s, QString::fromUtf8(configuration)}}}};
        host.answers += {
            {kubectl + u"config view"_s,
             {},
             R"({"clusters":[{"cluster":{"server":"https://10.0.0.1:6443"}}]})",
             0},
            {kubectl + u"get namespace flows"_s, {}, R"({"metadata":{"uid":"1234-abcd"}})", 0},
            {kubectl + u"get deployments.apps"_s, {}, json({{u"items"_s, m_objects}}), 0},
            {kubectl + u"get scaledobjects.keda.sh"_s, {}, {}, 1},
            {kubectl + u"create --raw /apis/authorization.k8s.io"_s, u"\"namespace\":\"flows\""_s,
             R"({"status":{"incomplete":false,"resourceRules":)" + rules + "}}", 0},
            {kubectl + u"get configmap/kestra-config"_s, {}, json(config), 0},
            {helm + u"history kestra --max 20"_s, {}, history(), 0},
            {helm + u"get manifest kestra --revision"_s, {}, manifest, 0},
            {helm + u"get values kestra -o yaml"_s, {}, ownValues, 0},
            {helm + u"get values kestra --all"_s, {}, allValues, 0},
            {u"helm search repo kestra --versions"_s,
             {},
             R"([{"name":"kestra/kestra","version":"1.0.54"},
              {"name":"kestra/kestra","version":"0.24.4"}])",
             0},
        };
    }

private:
    static QByteArray json(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    QByteArray history() const
    {
        QByteArray text = "[";
        if (status.startsWith(u"pending"_s))
            text += R"({"revision":6,"status":"deployed","chart":")" + chart.toUtf8() +
                    R"(","app_version":"v1"},)";
        return text + R"({"revision":7,"status":")" + status.toUtf8() + R"(","chart":")" + chart.toUtf8() +
               R"(","app_version":"v1"}])";
    }

    static QJsonObject metadata(const QString &name, const QJsonObject &labels)
    {
        return {{u"name"_s, name},
                {u"labels"_s, labels},
                {u"annotations"_s, QJsonObject{{u"meta.helm.sh/release-name"_s, u"kestra"_s}}}};
    }

    static QJsonObject pod(const QString &name, const QJsonObject &labels, const QString &container)
    {
        const QJsonObject state{{u"name"_s, container},
                                {u"imageID"_s, u"docker.io/kestra/kestra@sha256:aaaa1111"_s}};
        return {
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"labels"_s, labels}}},
            {u"status"_s, QJsonObject{{u"conditions"_s, QJsonArray{pair("type", "Ready", "status", "True")}},
                                      {u"containerStatuses"_s, QJsonArray{state}}}}};
    }

    QJsonArray m_objects;
};
