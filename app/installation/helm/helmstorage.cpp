// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmstorage.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

/// $1 context, $2 namespace, $3 pod, $4 its manifest, then the command. Only the command speaks on standard
/// output.
const QString runScript = uR"sh(set -eu
context=$1 namespace=$2 pod=$3 manifest=$4
shift 4
kubectl() { command kubectl --context "$context" -n "$namespace" "$@"; }
remove() { kubectl delete pod "$pod" --ignore-not-found --grace-period=1 </dev/null >/dev/null; }
remove
trap remove EXIT
printf '%s' "$manifest" | kubectl create -f - >&2
kubectl wait --for=condition=Ready "pod/$pod" --timeout=300s </dev/null >&2 ||
  { kubectl get events --field-selector "involvedObject.name=$pod" </dev/null >&2; exit 1; }
kubectl exec -i "$pod" -- "$@")sh"_s;

QJsonObject manifestOf(const QString &name, const QJsonObject &storage)
{
    const QJsonObject volume = storage[u"volume"].toObject();
    QJsonObject mount{{u"name"_s, volume[u"name"]}, {u"mountPath"_s, storage[u"mountPath"]}};
    if (!storage[u"subPath"].toString().isEmpty())
        mount.insert(u"subPath"_s, storage[u"subPath"]);
    const QJsonObject container{{u"name"_s, u"storage"_s},
                                {u"image"_s, storage[u"image"]},
                                {u"command"_s, QJsonArray{u"sleep"_s, u"86400"_s}},
                                {u"securityContext"_s, storage[u"security"]},
                                {u"volumeMounts"_s, QJsonArray{mount}}};
    const QJsonObject spec{{u"restartPolicy"_s, u"Never"_s},
                           {u"automountServiceAccountToken"_s, false},
                           {u"securityContext"_s, storage[u"podSecurity"]},
                           {u"imagePullSecrets"_s, storage[u"pullSecrets"]},
                           {u"containers"_s, QJsonArray{container}},
                           {u"volumes"_s, QJsonArray{volume}}};
    const QJsonObject labels{{u"app.kubernetes.io/managed-by"_s, u"kestra-upgrade"_s}};
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"labels"_s, labels}}},
            {u"spec"_s, spec}};
}

} // namespace

QStringList besideHelmStorage(const Installation &installation)
{
    const QJsonObject storage = installation.details[u"storagePod"].toObject();
    if (installation.kind != InstallationKind::Helm || storage.isEmpty())
        return {};
    const QString name = installation.details[u"release"].toString().left(40) + u"-upgrade-storage"_s;
    const QByteArray manifest = QJsonDocument(manifestOf(name, storage)).toJson(QJsonDocument::Compact);
    return {u"sh"_s,
            u"-c"_s,
            runScript,
            u"sh"_s,
            installation.details[u"context"].toString(),
            installation.details[u"namespace"].toString(),
            name,
            QString::fromUtf8(manifest)};
}
