// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/installation.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue countOrNull(qint64 count)
{
    return count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

QJsonArray componentsJson(const QList<ComponentState> &components)
{
    QJsonArray result;
    for (const ComponentState &state : components) {
        result.append(QJsonObject{{u"name"_s, componentName(state.component)},
                                  {u"state"_s, state.state},
                                  {u"service"_s, state.name},
                                  {u"version"_s, textOrNull(state.version.toString())},
                                  {u"replicas"_s, state.replicas}});
    }
    return result;
}

QJsonArray imagesJson(const QList<ImageUse> &images)
{
    QJsonArray result;
    for (const ImageUse &use : images) {
        result.append(QJsonObject{{u"service"_s, use.service},
                                  {u"image"_s, use.image},
                                  {u"tag"_s, use.tag},
                                  {u"where"_s, use.where},
                                  {u"digest"_s, textOrNull(use.digest)}});
    }
    return result;
}

QJsonObject databaseJson(const DatabaseFacts &database)
{
    return {{u"kind"_s, textOrNull(database.kind)},
            {u"schemaVersion"_s, textOrNull(database.schemaVersion)},
            {u"serverVersion"_s, textOrNull(database.serverVersion)},
            {u"failedMigrations"_s, database.failedMigrations},
            {u"bytes"_s, countOrNull(database.bytes)}};
}

QJsonObject storageJson(const StorageFacts &storage)
{
    return {{u"kind"_s, textOrNull(storage.kind)},         {u"basePath"_s, textOrNull(storage.basePath)},
            {u"hostPath"_s, textOrNull(storage.hostPath)}, {u"volume"_s, textOrNull(storage.volume)},
            {u"bytes"_s, countOrNull(storage.bytes)},      {u"files"_s, countOrNull(storage.files)}};
}

} // namespace

QString installationKindName(InstallationKind kind)
{
    switch (kind) {
    case InstallationKind::Practice:
        return u"practice"_s;
    case InstallationKind::Standalone:
        return u"standalone"_s;
    case InstallationKind::Docker:
        return u"docker"_s;
    case InstallationKind::Compose:
        return u"compose"_s;
    case InstallationKind::Helm:
        return u"helm"_s;
    }
    return {};
}

QJsonObject Installation::toJson() const
{
    QJsonArray evidenceJson;
    for (const Evidence &one : evidence)
        evidenceJson.append(QJsonObject{
            {u"fact"_s, one.fact}, {u"text"_s, one.text}, {u"seenAt"_s, one.seenAt.toString(Qt::ISODate)}});
    QJsonArray unknownJson;
    for (const Unknown &one : unknown)
        unknownJson.append(
            QJsonObject{{u"fact"_s, one.fact}, {u"reason"_s, one.reason}, {u"remedy"_s, one.remedy}});
    return {{u"id"_s, address},
            {u"kind"_s, installationKindName(kind)},
            {u"title"_s, title},
            {u"host"_s, textOrNull(host)},
            {u"folder"_s, textOrNull(folder)},
            {u"version"_s, textOrNull(version.toString())},
            {u"versionAssumed"_s, versionAssumed},
            {u"components"_s, componentsJson(components)},
            {u"images"_s, imagesJson(images)},
            {u"database"_s, databaseJson(database)},
            {u"storage"_s, storageJson(storage)},
            {u"api"_s, QJsonObject{{u"url"_s, textOrNull(api.url)},
                                   {u"user"_s, textOrNull(api.user)},
                                   {u"loginWorks"_s, api.loginWorks}}},
            {u"flows"_s, flowsKnown ? QJsonValue(flows.size()) : QJsonValue(QJsonValue::Null)},
            {u"graceSeconds"_s, graceSeconds},
            {u"evidence"_s, evidenceJson},
            {u"unknown"_s, unknownJson}};
}

bool Installation::hasComponent(Component component) const
{
    return std::ranges::any_of(
        components, [component](const ComponentState &state) { return state.component == component; });
}
