// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/enginefacts.h"
#include "app/installation/helm/helmfacts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("HelmData", text, kind);
}

/// Object with the labels that decide which of its pods are meant.
QJsonObject labelsOf(const QString &selector)
{
    QJsonObject labels;
    for (const QString &pair : selector.split(u',', Qt::SkipEmptyParts))
        labels.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return labels;
}

/// Service that a host name inside of the cluster leads to.
QJsonObject serviceNamed(const HelmLook &look, const QString &host, const QString &nameSpace)
{
    const QString name = host.section(u'.', 0, 0);
    const QString place = host.section(u'.', 1, 1);
    for (const QJsonObject &service : look.ofKind(u"Service"_s)) {
        if (service[u"metadata"][u"name"].toString() == name && (place.isEmpty() || place == nameSpace))
            return service;
    }
    return {};
}

struct ExecTarget {
    QString target; ///< "statefulset/kestra-postgresql"
    QString container;
    QString image;
};

ExecTarget targetBehind(const HelmLook &look, const QJsonObject &service)
{
    const QString selector = selectorText(service[u"spec"][u"selector"].toObject());
    const auto containerIn = [](const QJsonObject &podSpec, ExecTarget &target) {
        for (const QJsonValue &container : podSpec[u"containers"].toArray()) {
            if (!target.container.isEmpty() && !container[u"image"_s].toString().contains(u"postgres"_s))
                continue;
            target.container = container[u"name"_s].toString();
            target.image = container[u"image"_s].toString();
        }
    };
    ExecTarget target;
    for (const QString &kind : {u"StatefulSet"_s, u"Deployment"_s}) {
        for (const QJsonObject &object : look.ofKind(kind)) {
            if (!target.target.isEmpty() ||
                !isSelected(object[u"spec"][u"template"][u"metadata"][u"labels"].toObject(), selector))
                continue;
            target.target = kind.toLower() + u'/' + object[u"metadata"][u"name"].toString();
            containerIn(object[u"spec"][u"template"][u"spec"].toObject(), target);
        }
    }
    for (const QJsonObject &pod : look.ofKind(u"Pod"_s)) {
        if (!target.target.isEmpty() || !isSelected(pod[u"metadata"][u"labels"].toObject(), selector))
            continue;
        target.target = u"pod/"_s + pod[u"metadata"][u"name"].toString();
        containerIn(pod[u"spec"].toObject(), target);
    }
    return target;
}

} // namespace

void takeHelmDatabase(Installation &installation, const HelmPlace &place, const HelmLook &look,
                      const KestraConfig &config)
{
    const QString kind = config.databaseKind();
    const QString host = config.databaseHost();
    if (kind != u"postgresql" && kind != u"mysql") {
        installation.unknown.append(
            {u"database"_s,
             kind.isEmpty()
                 ? tr("No configuration that names the database was found.")
                 : tr("A database of the kind %1 inside of the pod cannot be read from here.").arg(kind),
             tr("Back it up with its own tools before the upgrade.")});
        return;
    }
    DatabaseAccess &access = installation.database.access;
    access.database = config.databaseName();
    access.schema = config.databaseSchema();
    access.secret = databaseSecretName(installation.address);
    access.kind = kind == u"mysql" ? DatabaseAccess::Kind::MySql : DatabaseAccess::Kind::PostgreSql;
    const QJsonObject service = serviceNamed(look, host, place.nameSpace);
    const ExecTarget inside = service.isEmpty() ? ExecTarget() : targetBehind(look, service);
    if (inside.target.isEmpty()) {
        access.server = host;
        access.user = config.databaseUser();
        installation.details.insert(u"databaseOutside"_s, true);
        addEvidence(installation, u"database"_s, u"%1 lies outside of the namespace"_s.arg(host));
        return;
    }
    const QStringList exec =
        place.kubectl({u"exec"_s, u"-i"_s, inside.target, u"-c"_s, inside.container, u"--"_s});
    if (access.kind == DatabaseAccess::Kind::MySql) {
        access.mysqlCommand = exec + QStringList{u"mysql"_s};
        access.user = config.databaseUser();
    } else {
        access.psqlCommand = exec + QStringList{u"psql"_s, u"-U"_s, config.databaseUser()};
    }
    installation.details.insert(u"databaseTarget"_s, inside.target);
    addEvidence(installation, u"database"_s,
                u"service %1 leads to %2 (%3)"_s.arg(host, inside.target, inside.image));
}

void takeHelmStorage(Installation &installation, const HelmLook &look)
{
    StorageFacts &storage = installation.storage;
    const HelmWorkload *leading = look.leading();
    if (!leading || (!storage.kind.isEmpty() && storage.kind != u"local"))
        return;
    storage.kind = u"local"_s;
    if (storage.basePath.isEmpty())
        storage.basePath = u"/app/storage"_s;
    const QJsonObject container = leading->podSpec[u"containers"][leading->index].toObject();
    for (const QJsonValue &mount : container[u"volumeMounts"].toArray()) {
        if (!covers(mount[u"mountPath"_s].toString(), storage.basePath))
            continue;
        for (const QJsonValue &volume : leading->podSpec[u"volumes"].toArray()) {
            const QString claim = volume[u"persistentVolumeClaim"_s][u"claimName"_s].toString();
            const QString folder = volume[u"hostPath"_s][u"path"_s].toString();
            if (volume[u"name"_s] != mount[u"name"_s] || (claim.isEmpty() && folder.isEmpty()))
                continue;
            storage.volume = claim.isEmpty() ? folder : claim;
            const QJsonObject security = container[u"securityContext"].toObject();
            installation.details.insert(
                u"storagePod"_s,
                QJsonObject{{u"image"_s, leading->image},
                            {u"volume"_s, volume},
                            {u"mountPath"_s, mount[u"mountPath"_s]},
                            {u"subPath"_s, mount[u"subPath"_s].toString()},
                            {u"podSecurity"_s, leading->podSpec[u"securityContext"].toObject()},
                            {u"security"_s, security},
                            {u"pullSecrets"_s, leading->podSpec[u"imagePullSecrets"].toArray()}});
            addEvidence(
                installation, u"storage"_s,
                u"%1: %2 lies in the volume %3"_s.arg(leading->target(), storage.basePath, storage.volume));
        }
    }
    installation.details.insert(u"storageLost"_s, storage.volume.isEmpty());
    if (storage.volume.isEmpty())
        installation.unknown.append(
            {u"storage"_s,
             tr("%1 is not on a volume: the internal storage is lost whenever the pod is replaced.")
                 .arg(storage.basePath),
             tr("Copy it out and mount a persistent volume there before the upgrade.")});
}

void takeServices(Installation &installation, const HelmLook &look, const KestraConfig &config)
{
    const HelmWorkload *leading = look.leading();
    if (!leading)
        return;
    for (const QJsonObject &service : look.ofKind(u"Service"_s)) {
        const QString selector = selectorText(service[u"spec"][u"selector"].toObject());
        if (!isSelected(labelsOf(leading->selector), selector))
            continue;
        const QString name = service[u"metadata"][u"name"].toString();
        for (const QJsonValue &port : service[u"spec"][u"ports"].toArray()) {
            const int number = port[u"port"_s].toInt();
            const QString target = port[u"targetPort"_s].toVariant().toString();
            const QString url = u"http://%1:%2"_s.arg(name).arg(number);
            const bool isHttp = target == u"http" || target == QString::number(config.serverPort());
            const bool isManagement =
                target == u"management" || target == QString::number(config.managementPort());
            const QString path = config.value(u"micronaut.server.context-path"_s);
            if (isHttp && installation.api.url.isEmpty())
                installation.api.url = url + (path.isEmpty() || path == u"/" ? QString()
                                              : path.startsWith(u'/')        ? path
                                                                             : u'/' + path);
            for (ComponentState &state : installation.components) {
                if (isManagement && state.name == leading->name)
                    state.managementUrl = url;
            }
        }
    }
}
