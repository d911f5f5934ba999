// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/host/host.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

/// A container as `docker inspect` shows it, without what nobody needs. `environment` may hold passwords: it
/// is never kept in an Installation.
struct EngineContainer {
    QString id;
    QString name;
    QString project;
    QString service;
    QString image;   ///< as written when it was made
    QString imageId; ///< sha256:…
    QString state;   ///< "running", "exited", "restarting", "paused", "created"
    QString health;  ///< "healthy", "starting", "unhealthy", empty
    int exitCode = 0;
    QStringList words; ///< path and arguments of its process
    QHash<QString, QString> environment;
    QStringList configFiles; ///< of the Compose project
    QString workingFolder;
    QStringList envFiles;
    QHash<QString, QString> published;    ///< "8080" -> "http://localhost:8080"
    QString address;                      ///< its own in the first network
    QHash<QString, QStringList> networks; ///< name -> names and addresses under which others there reach it
    QJsonObject inspected;                ///< all of it, for what makes a container anew
    struct Mount {
        QString type; ///< "volume", "bind"
        QString name;
        QString source;
        QString target;
    };
    QList<Mount> mounts;
};

/// An image that lies on the engine.
struct EngineImage {
    QString repository;
    QString tag;
    QString id;
    QString digest; ///< "sha256:…", empty when it never was in a registry
};

/// Read-only questions to the engine behind `docker` on a host.
Task<Result<QList<EngineContainer>>> composeContainers(Host *host, QString project);
Task<Result<QList<EngineContainer>>> allContainers(Host *host);
/// `docker image inspect` of images by id, by that id; those that are gone are left out.
Task<QHash<QString, QJsonObject>> inspectImages(Host *host, QStringList ids);
Task<Result<QList<EngineImage>>> localImages(Host *host);
/// Parses the output of `docker inspect`.
QList<EngineContainer> containersFrom(const QByteArray &json);
