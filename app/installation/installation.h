// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"
#include "app/base/version.h"
#include "app/host/sql.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

enum class InstallationKind { Practice, Standalone, Docker, Compose, Helm };

QString installationKindName(InstallationKind kind); ///< "practice", "compose", …: as in addresses

/// How a fact is known: "GET http://localhost:8080/api/v1/configs said 1.0.36", with the time.
struct Evidence {
    QString fact; ///< key of the fact: "version", "database", "storage", "components", "images", "login"
    QString text;
    QDateTime seenAt;
    bool operator==(const Evidence &) const = default;
};

/// What could not be seen, and what would make it known.
struct Unknown {
    QString fact;
    QString reason;
    QString remedy;
    bool operator==(const Unknown &) const = default;
};

/// One server process (or several replicas) of Kestra.
struct ComponentState {
    Component component = Component::None;
    QString name;    ///< as its platform calls it: service, container, unit
    QString state;   ///< "running", "stopped", "starting", "unknown"
    Version version; ///< invalid: not seen
    int replicas = 1;
    QString managementUrl; ///< http://host:8081, empty when not reachable from here
    bool operator==(const ComponentState &) const = default;
};

/// An image (or tag-like text) of a Kestra service, and the text that decides its tag.
struct ImageUse {
    QString service;
    QString image;
    QString tag;     ///< as written; empty when none is
    QString where;   ///< file:line of the text that decides the tag
    QString digest;  ///< sha256:… of what runs; empty when not seen
    QString imageId; ///< of what runs
    bool operator==(const ImageUse &) const = default;
};

/// A text in which configuration lies, for rules to look at: a file, or a block inside a Compose file.
struct ConfigText {
    QString path;      ///< file it stands in
    int firstLine = 1; ///< line of that file where `text` begins
    QString format;    ///< "application" (Kestra's YAML), "compose", "values", "env", "dockerfile"
    QString text;
    bool operator==(const ConfigText &) const = default;
};

/// A flow as it is stored, with where it was read from.
struct FlowText {
    QString where; ///< file path, or "flows table", "API"
    QString id;    ///< namespace.id when known
    QString source;
    bool operator==(const FlowText &) const = default;
};

struct DatabaseFacts {
    QString kind;          ///< "postgresql", "sqlite", "h2", "mysql", empty: unknown
    QString serverVersion; ///< "17.6"
    QString schemaVersion; ///< newest migration, "1.44", or "2.0.24" from 2.0 on
    int failedMigrations = 0;
    qint64 bytes = -1;
    DatabaseAccess access;
    bool operator==(const DatabaseFacts &) const = default;
};

struct StorageFacts {
    QString kind;     ///< "local", "s3", …, empty: unknown
    QString basePath; ///< inside the process: /app/storage
    QString hostPath; ///< on the host: folder, or mount point of the volume; empty when not reachable
    QString volume;   ///< name of the Docker volume
    qint64 bytes = -1;
    qint64 files = -1;
    bool operator==(const StorageFacts &) const = default;
};

/// Where the API answers and who may log in.
struct ApiFacts {
    QString url;             ///< http://localhost:8080, empty: not reachable
    QString user;            ///< empty: no login known
    QString secret;          ///< name of the password in the SecretStore
    bool loginWorks = false; ///< seen, not hoped
    QString tenantPath;      ///< "/api/v1/main" or "/api/v1"
    bool operator==(const ApiFacts &) const = default;
};

/// Everything known about one Kestra installation: plain values, evidence for each, unknown where not seen.
struct Installation {
    QString address; ///< "compose:/srv/kestra/docker-compose.yml": the id of `find` and in every command
    InstallationKind kind = InstallationKind::Practice;
    QString title; ///< "production", project or folder name
    QString host;  ///< address of the host, empty: this machine
    QString folder;
    Version version;             ///< invalid: unknown
    bool versionAssumed = false; ///< handed in, or read from a tag, not seen running
    QList<ComponentState> components;
    QList<ImageUse> images;
    DatabaseFacts database;
    StorageFacts storage;
    ApiFacts api;
    QList<ConfigText> configurations;
    QList<FlowText> flows;
    bool flowsKnown = false; ///< the flows are those that are stored, all of them
    QString javaVersion;     ///< empty when the image brings its own
    int graceSeconds = 300;  ///< Kestra's own terminationGracePeriod
    QStringList plugins;
    QJsonObject details; ///< what only its own driver needs (project name, service -> container, …)
    QList<Evidence> evidence;
    QList<Unknown> unknown;

    QJsonObject toJson() const; ///< the contract's fields of `find` and `show`
    bool hasComponent(Component component) const;
};
