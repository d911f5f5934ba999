// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QStringList>

/// Everything `docker create` must be told to make a container again from another image: what it was made
/// with, less what its image brought along. Of its variables only the names; plans hold this.
struct DockerArguments {
    QStringList options;       ///< without name, restart policy, variables and image
    QStringList oneOff;        ///< those a command of Kestra's needs that runs once beside the others
    QString restart;           ///< "no", "always", "on-failure:3"
    QStringList lineVariables; ///< names of those that fit a line of an --env-file
    QStringList textVariables; ///< names of those with line ends in them
    QStringList command;       ///< behind the image; empty: the image's own
    QString entrypoint;        ///< empty: the image's own
    QList<QStringList> joins;  ///< further networks: what stands behind `docker network connect`
    QStringList refused;       ///< what cannot be told to `docker create`, by its name in `docker inspect`

    QJsonObject toJson() const;
    static DockerArguments fromJson(const QJsonObject &json);
    bool operator==(const DockerArguments &) const = default;
};

/// From `docker inspect` of the container and of the image it runs.
DockerArguments dockerArguments(const QJsonObject &container, const QJsonObject &image);

/// Parts of it, each for one object of `docker inspect`.
void takeHostConfig(DockerArguments &arguments, const QJsonObject &hostConfig);
void takeMounts(DockerArguments &arguments, const QJsonObject &container);
void takeNetworks(DockerArguments &arguments, const QJsonObject &container);

/// null, "", 0, false, and empty arrays and objects: as if it had not been said.
bool saysNothing(const QJsonValue &value);
QStringList textsIn(const QJsonValue &array);
