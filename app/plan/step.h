// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/component.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

/// What taking a step back costs.
enum class Reversal {
    NotNeeded,  ///< changes nothing that anybody would miss
    Automatic,  ///< undone by itself: files put back, components restarted
    FromBackup, ///< needs the backup: database and storage are restored
    ByPerson,   ///< a person must do what `instruction` says
};

/// One step of a plan: what to do, as data. Handlers in app/run do it; nothing else changes anything.
struct Step {
    QString id;         ///< "040-stop-worker": stable, sortable, in journal, log and report
    QString kind;       ///< "run-command", "edit-file", …: picks the handler
    QString title;      ///< for people, translated: "Stop worker"
    QString phase;      ///< "prepare", "stop", "backup", "hop-1.3.44", "start", "verify"
    QString host;       ///< address of the host; empty: this machine
    QJsonObject args;   ///< what to do; names secrets, never holds them
    QJsonArray inverse; ///< steps (as JSON) that take it back, for kinds whose undo cannot be derived
    Reversal reversal = Reversal::NotNeeded;
    Component component = Component::None; ///< feeds the stop/start picture
    QString effect; ///< what the component is while and after it: "draining", "stopped", "migrating",
                    ///< "starting", "healthy"
    int expectedSeconds = 1;
    QString instruction;      ///< for ByPerson and for an undo that fails
    bool changesData = false; ///< writes to Kestra's database or storage with a newer version

    QJsonObject toJson() const;
    static Step fromJson(const QJsonObject &json);
    bool operator==(const Step &) const = default;
};

using Steps = QList<Step>;

QString reversalName(Reversal reversal); ///< "not-needed", "automatic", "from-backup", "by-person"
