// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// A Deployment, StatefulSet or DaemonSet whose pods run a Kestra server. Everything but `podSpec` goes into
/// the installation's details and from there into plans, so nothing in it is secret.
struct HelmWorkload {
    QString kind; ///< "deployment", "statefulset", "daemonset": as kubectl takes it
    QString name;
    Component component = Component::None;
    int replicas = 1; ///< wanted now, not what the values say
    int ready = 0;
    QString image;
    QString container; ///< the one with Kestra in it
    int index = 0;     ///< its place among the containers
    int containers = 1;
    QString program; ///< "/app/kestra"
    int graceSeconds = 30;
    QString selector;    ///< "a=b,c=d"
    QString valuesKey;   ///< where the values speak of it: "deployments.worker", "workerGroup.big"
    QJsonObject podSpec; ///< of the template; holds variables, stays in memory

    QString target() const { return kind + u'/' + name; }
    QJsonObject toJson() const;
    static HelmWorkload fromJson(const QJsonObject &json);
    /// From an object of the API; component None when no container runs a Kestra server.
    static HelmWorkload fromObject(const QJsonObject &object);
};

/// A pod as far as it matters: whose it is, what it runs, and why it may not.
struct HelmPod {
    QString name;
    QJsonObject labels;
    bool isReady = false;
    bool isGoing = false; ///< being deleted
    QString digest;       ///< sha256:… of the container asked for
    QString trouble;      ///< "ImagePullBackOff: Back-off pulling image …"; empty: none
};

/// `container` is the name of the container whose digest is wanted.
HelmPod podFromObject(const QJsonObject &object, const QString &container);
/// Whether an object's labels hold everything of a selector "a=b,c=d".
bool isSelected(const QJsonObject &labels, const QString &selector);
/// "a=b,c=d" of a map of labels, in order.
QString selectorText(const QJsonObject &labels);
