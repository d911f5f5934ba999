// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmjob.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

QJsonObject operation(const QString &op, const QString &path, const QJsonValue &value = QJsonValue::Undefined)
{
    QJsonObject json{{u"op"_s, op}, {u"path"_s, path}};
    if (!value.isUndefined())
        json.insert(u"value"_s, value);
    return json;
}

/// Marks of a one-off pod: network policies see one of Kestra's, no Service and no server's own selector
/// does. A mesh keeps out, whose side-car would never end.
QJsonObject jobMetadata(const HelmWorkload &workload)
{
    QJsonObject labels;
    for (const QString &pair : workload.selector.split(u',', Qt::SkipEmptyParts))
        labels.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    const QString component = u"app.kubernetes.io/component"_s;
    if (labels.contains(component))
        labels.insert(component, u"upgrade"_s);
    else
        labels = {};
    return {{u"labels"_s, labels},
            {u"annotations"_s, QJsonObject{{u"sidecar.istio.io/inject"_s, u"false"_s},
                                           {u"linkerd.io/inject"_s, u"disabled"_s}}}};
}

} // namespace

QString helmJobPatch(const HelmWorkload &workload, const QStringList &command, const QString &image,
                     bool isBare)
{
    const QString spec = u"/spec/template/spec"_s;
    QJsonArray patch;
    for (int i = workload.containers - 1; i >= 0; --i) {
        if (i != workload.index)
            patch.append(operation(u"remove"_s, spec + u"/containers/%1"_s.arg(i)));
    }
    const QString container = spec + u"/containers/0"_s;
    patch.append(operation(u"add"_s, u"/spec/template/metadata"_s, jobMetadata(workload)));
    patch.append(operation(u"add"_s, spec + u"/restartPolicy"_s, u"Never"_s));
    patch.append(operation(u"add"_s, container + u"/command"_s, QJsonArray::fromStringList(command)));
    patch.append(operation(u"add"_s, container + u"/args"_s, QJsonArray()));
    for (const QString &probe : {u"/startupProbe"_s, u"/livenessProbe"_s, u"/readinessProbe"_s})
        patch.append(operation(u"add"_s, container + probe, QJsonValue::Null));
    if (!image.isEmpty())
        patch.append(operation(u"add"_s, container + u"/image"_s, image));
    if (isBare) {
        patch.append(operation(u"add"_s, container + u"/volumeMounts"_s, QJsonArray()));
        patch.append(operation(u"add"_s, spec + u"/volumes"_s, QJsonArray()));
        patch.append(operation(u"add"_s, spec + u"/initContainers"_s, QJsonArray()));
    }
    return QString::fromUtf8(QJsonDocument(patch).toJson(QJsonDocument::Compact));
}
