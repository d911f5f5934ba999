// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/version.h"
#include "app/practice/configuration.h"
#include "app/practice/executionstore.h"
#include "app/practice/flowstore.h"
#include "app/practice/knobs.h"
#include "app/practice/queue.h"
#include "app/practice/storage.h"

class Database;

/// What the parts of one process share. Made by the server once its database is open; outlives the parts.
struct ServerContext {
    ServerContext(Database &open, const Version &running, Configuration read, Knobs asked)
        : database(open)
        , version(running)
        , configuration(std::move(read))
        , knobs(std::move(asked))
        , flows(open, running)
        , executions(open, running)
        , queue(open, running)
        , storage(
              configuration.path(QStringLiteral("kestra.storage.local.base-path"), QStringLiteral("storage")),
              running)
    {
    }

    Database &database;
    Version version;
    Configuration configuration;
    Knobs knobs;
    FlowStore flows;
    ExecutionStore executions;
    Queue queue;
    Storage storage;
    bool isStandalone = false;
    int port = 8080;
    int managementPort = 8081;
    double grace = 300; ///< seconds a worker waits for its tasks
};
