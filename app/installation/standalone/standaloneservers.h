// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/installation/installation.h"
#include "app/installation/standalone/standalonesite.h"

/// One server of an installation, whichever way it is started.
struct StandaloneServer {
    QString name;  ///< unit without ".service", or the role of a process
    QString unit;  ///< empty: a process without one
    QString where; ///< file:line of the text that starts it
    KestraCommand command;
    QString program;
    QString user;
    QString folder; ///< working directory
    QHash<QString, QString> environment;
    bool environmentSeen = true;
    bool ofUserManager = false;
    QString state;
    int count = 1; ///< processes that look alike

    QString absolute(const QString &path) const;
};

/// Those whose program lies in the folder.
QList<StandaloneServer> serversIn(const StandaloneSite &site, const QString &folder);
/// Folders of all programs, those that units start first.
QStringList programFolders(const StandaloneSite &site);
/// The server whose configuration speaks for all: the webserver or standalone one first.
const StandaloneServer *leadingServer(const QList<StandaloneServer> &servers);

/// Components, units, processes, their files, and what could not be seen.
void takeServers(Installation &installation, const StandaloneSite &site,
                 const QList<StandaloneServer> &servers);
