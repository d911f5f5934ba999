// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/standalone/standalonecommand.h"

#include <QHash>

/// A process that is a server of Kestra, outside of containers.
struct KestraProcess {
    int pid = 0;
    QString user;
    QString unit;               ///< of systemd, from its control group; empty: started some other way
    bool ofUserManager = false; ///< that unit belongs to somebody's own systemd, not to the machine's
    QString folder;
    QHash<QString, QString> environment;
    bool environmentSeen = false; ///< only its own user and root may look
    KestraCommand command;

    QString absolute(const QString &path) const;
    QString program() const { return absolute(command.programPath()); }
};

/// Shell script that prints every process whose words name Kestra, one a line.
QString processListScript();
/// What it printed. Of a wrapper and its child that look alike only the child counts.
QList<KestraProcess> parseProcesses(const QByteArray &output);

/// Shell script for a server without a unit. Words: what to do, folder of the program, role, folder for
/// notes. stop SECONDS: writes how it was started (words, environment, folder, user, log) into a file that
/// only its
///   owner reads, asks it to end and waits; never kills it.
/// start PROGRAM: starts it by those notes, from another program.
/// once PROGRAM WORD…: runs a one-off command of Kestra as it runs.
/// see: whether it runs (0), or not (3).
/// forget: removes the notes.
QString processScript();
