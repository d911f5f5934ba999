// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

/// The server processes of a Kestra installation, and the database beside them.
enum class Component {
    None,
    Webserver,
    Executor,
    Scheduler,
    Worker,
    Indexer,
    Controller,
    Standalone,
    Database
};

using Components = QList<Component>;

/// Lower-case English name as Kestra's command line writes it ("webserver"); empty for None.
QString componentName(Component component);
/// The reverse of componentName(), also for the word after `server` in a command ("local" is Standalone).
Component componentFromName(QStringView name);
