// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"
#include "app/installation/driver.h"
#include "app/plan/plan.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

/// Everything the wizard knows, as plain values; pages and commands only bind to it. Setting something clears
/// what depends on it: that is all that going back means.
struct Session {
    Installation installation;
    QSet<QString> acceptedUnknown;
    Version target;
    QList<Version> route;
    QHash<QString, QString> answers; ///< finding id -> "fix", "self", "accept"
    QSet<QString> acceptedChecks;
    bool withoutBackup = false;
    QString backupFolder;
    QString backupRun; ///< run id of the proven backup; empty: none yet
    bool backupProven = false;
    Plan plan;
    bool planRead = false;
    QString runId;

    void setInstallation(const Installation &value)
    {
        *this = {};
        installation = value;
    }
    void setTarget(const Version &version, const QList<Version> &stops)
    {
        if (target == version && route == stops)
            return;
        target = version;
        route = stops;
        answers.clear();
        acceptedChecks.clear();
        clearPlan();
    }
    void clearPlan()
    {
        plan = {};
        planRead = false;
    }
};
