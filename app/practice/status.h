// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/practicefolder.h"

#include <QDateTime>
#include <QJsonObject>

class Database;

/// What can be seen of one component from outside.
struct ComponentStatus {
    QString name;
    QString state;   ///< "running", "starting", "stopping", "dead" (alive, but not at work), "stopped"
    QString service; ///< state of its newest row in service_instance
    qint64 pid = 0;
    PracticeFolder::Ports ports;
};

ComponentStatus componentStatus(const PracticeFolder &folder, Database *database, const QString &component,
                                const QDateTime &notBefore = {});
/// The document of `status --json`.
QJsonObject statusDocument(const PracticeFolder &folder);
/// The same for people.
QString statusText(const QJsonObject &document);
