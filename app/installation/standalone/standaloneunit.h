// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/sourcetext.h"
#include "app/installation/standalone/standalonecommand.h"

#include <QHash>

/// A unit of systemd that starts a server of Kestra, as its files say it: the unit file, then its drop-ins in
/// their order. Pure: files come in as texts.
struct SystemdUnit {
    QString name;      ///< kestra.service
    QStringList files; ///< the unit file first
    SourceText line;   ///< the command that starts Kestra, with the place of every byte of it
    KestraCommand command;
    QString wrapper; ///< the script in which that line stands; empty: in the unit itself
    bool wrapperSetsVariables = false;
    bool runsContainer = false;
    QStringList environmentFiles;
    QHash<QString, QString> environment; ///< of Environment= and EnvironmentFile=
    QStringList wanted;                  ///< files that it refers to and that were not given
    QString user;
    QString workingDirectory;
    QString restart;
    QString killMode;
    QString killSignal;
    int stopSeconds = 90; ///< TimeoutStopSec=; -1: for ever

    bool startsKestra() const { return command.program >= 0; }
    /// The program with its folder: relative ones lie in the working directory.
    QString program() const;
    QString absolute(const QString &path) const;

    static SystemdUnit parse(const QString &name, const QStringList &files,
                             const QHash<QString, QByteArray> &texts);
};

/// Seconds of a time span such as "2min 30s" or "330"; -1 for "infinity" and 0.
int systemdSeconds(const QString &text);
