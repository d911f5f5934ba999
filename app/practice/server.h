// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/base/version.h"
#include "app/practice/knobs.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class Api;
class Database;
class HttpServer;
class ManagementApi;
class Part;
class QSocketNotifier;
class QTimer;
class Worker;
struct ServerContext;

/// What `server COMPONENT` was asked for.
struct ServerOptions {
    QString component;  ///< "standalone", "webserver", …
    QString configFile; ///< -c; empty: as an image finds it
    QString folder;     ///< practice folder; empty in a container
    QString flowPath;   ///< flows to load at start
    Version version;
    Knobs knobs;
    int port = 0; ///< 0: from the configuration
    int managementPort = 0;
    int controllerPort = 0;
    int threads = 8;
    bool withIndexer = true;
};

/// One server process from the migration to its exit code: opens the database, migrates, opens its ports,
/// runs its parts, drains on SIGTERM. Ends the application with Kestra's exit codes.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(ServerOptions options);
    ~Server() override;

    /// Up to open ports; the parts follow from the event loop.
    Result<void> start();
    /// Makes SIGTERM end the process with 143: at once until the event loop runs, gracefully afterwards.
    static void installSignals();

private:
    Result<void> openPorts();
    Result<void> makeParts();
    Result<void> writeSettings();
    void startParts();
    void pollPart(Part *part, QTimer *timer);
    void beat();
    void stop();
    void partFinished(Part *part, bool graceful);
    void finishWhenStopped();
    void fail(Part *part, const Error &error);
    void databaseLost(Part *part);
    void comeToNothing(bool staysAlive, const QString &reason);
    void setStates(const QString &state);
    void applyFate();
    void quit(int code);

    ServerOptions m_options;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServerContext> m_context;
    std::vector<std::unique_ptr<Part>> m_parts;
    Worker *m_worker = nullptr;
    std::unique_ptr<Api> m_api;
    std::unique_ptr<ManagementApi> m_management;
    std::unique_ptr<HttpServer> m_http;
    std::unique_ptr<HttpServer> m_managementHttp;
    QSocketNotifier *m_signal = nullptr;
    int m_open = 0; ///< parts that have not finished
    int m_exitCode = 143;
    bool m_stopping = false;
    bool m_dead = false; ///< a zombie: ports answer, nothing works
    bool m_lost = false; ///< the database is away: ports hang
};
