// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/server.h"

#include "app/practice/api.h"
#include "app/practice/controller.h"
#include "app/practice/database.h"
#include "app/practice/executor.h"
#include "app/practice/fate.h"
#include "app/practice/httpserver.h"
#include "app/practice/indexer.h"
#include "app/practice/json.h"
#include "app/practice/log.h"
#include "app/practice/managementapi.h"
#include "app/practice/migrator.h"
#include "app/practice/scheduler.h"
#include "app/practice/servercontext.h"
#include "app/practice/webserver.h"
#include "app/practice/worker.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>
#include <QUuid>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

int signalPipe[2] = {-1, -1};
volatile std::sig_atomic_t isLooping = 0;

void onSignal(int)
{
    if (!isLooping)
        ::_exit(143);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

bool migratesAtStart(const Configuration &configuration)
{
    for (const QString &name : configuration.namesBelow(u"datasources"_s)) {
        if (!configuration.flag(u"flyway.datasources.%1.enabled"_s.arg(name), true))
            return false;
    }
    return configuration.flag(u"kestra.migration.auto"_s, true);
}

bool isBusy(const Error &error)
{
    return error.message.contains(u"locked"_s) || error.message.contains(u"could not serialize"_s);
}

} // namespace

Server::Server(ServerOptions options)
    : m_options(std::move(options))
{
}

Server::~Server()
{
    // The parts use the context and the database: they go first.
    m_http.reset();
    m_managementHttp.reset();
    m_parts.clear();
}

void Server::installSignals()
{
    [[maybe_unused]] const int made = ::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

Result<void> Server::start()
{
    auto configuration = Configuration::load(m_options.configFile, m_options.folder);
    if (!configuration)
        return std::unexpected(configuration.error());
    if (configuration->value(u"kestra.repository.type"_s).isEmpty())
        return failure(
            ErrorKind::BadInput,
            u"Server configuration requires the 'kestra.repository.type' property to be defined."_s);
    auto database = Database::open(*configuration);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    if (migratesAtStart(*configuration)) {
        if (auto migrated = Migrator(*m_database, m_options.version, m_options.knobs).migrate(); !migrated)
            return migrated;
    }
    if (m_options.knobs.fails(u"start"_s))
        return failure(ErrorKind::Failed,
                       u"Error starting Micronaut server: Bean definition could not be loaded"_s);
    logInfo(u"i.kestra.cli.commands"_s,
            u"Starting Kestra %1 with environments [cli]"_s.arg(m_options.version.toString()));
    m_context =
        std::make_unique<ServerContext>(*m_database, m_options.version, *configuration, m_options.knobs);
    m_context->isStandalone = m_options.component == u"standalone"_s;
    m_context->port =
        m_options.port ? m_options.port : configuration->number(u"micronaut.server.port"_s, 8080);
    m_context->managementPort = m_options.managementPort
                                    ? m_options.managementPort
                                    : configuration->number(u"endpoints.all.port"_s, 8081);
    m_context->grace = configuration->seconds(u"kestra.server.termination-grace-period"_s, 300);
    m_signal = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_signal, &QSocketNotifier::activated, this, &Server::stop);
    isLooping = 1;
    if (m_options.knobs.isSet(u"hang-on-start"_s)) {
        logError(u"i.m.runtime.Micronaut"_s,
                 u"java.net.UnknownHostException: vm: vm: Name or service not known"_s);
        return {};
    }
    if (auto made = makeParts(); !made)
        return made;
    return openPorts();
}

Result<void> Server::makeParts()
{
    const QString &name = m_options.component;
    const bool all = name == u"standalone"_s;
    const Version &version = m_options.version;
    if (all || name == u"webserver"_s)
        m_parts.push_back(std::make_unique<Webserver>(*m_context));
    if ((all || name == u"worker"_s) && m_options.threads > 0) {
        auto worker = std::make_unique<Worker>(*m_context, m_options.threads);
        m_worker = worker.get();
        connect(m_worker, &Worker::broken, this, [this](const Error &error) { fail(m_worker, error); });
        m_parts.push_back(std::move(worker));
    }
    if (all || name == u"executor"_s)
        m_parts.push_back(std::make_unique<Executor>(*m_context));
    if (all || name == u"scheduler"_s)
        m_parts.push_back(std::make_unique<Scheduler>(*m_context));
    const bool embedded = name == u"webserver"_s && m_options.withIndexer && version >= Version::of(u"0.20");
    if (all || name == u"indexer"_s || embedded)
        m_parts.push_back(std::make_unique<Indexer>(*m_context));
    if (version.major() >= 2 && (all || name == u"controller"_s))
        m_parts.push_back(std::make_unique<Controller>(*m_context, quint16(m_options.controllerPort)));
    if (m_parts.empty())
        return failure(ErrorKind::Usage, u"Unmatched argument at index 1: '%1'"_s.arg(name));
    m_open = int(m_parts.size());
    for (const auto &part : m_parts) {
        connect(part.get(), &Part::finished, this,
                [this, p = part.get()](bool graceful) { partFinished(p, graceful); });
    }
    return {};
}

Result<void> Server::openPorts()
{
    m_api =
        std::make_unique<Api>(*m_context, m_context->isStandalone || m_options.component == u"webserver"_s);
    m_management = std::make_unique<ManagementApi>(*m_context, m_worker);
    // A call during a database outage gets no answer at all.
    m_http = std::make_unique<HttpServer>([this](const HttpRequest &request, const HttpReply &reply) {
        if (!m_lost)
            m_api->handle(request, reply);
    });
    m_managementHttp =
        std::make_unique<HttpServer>([this](const HttpRequest &request, const HttpReply &reply) {
            if (!m_lost)
                reply(m_management->handle(request));
        });
    const std::pair<HttpServer *, int> listeners[] = {{m_http.get(), m_context->port},
                                                      {m_managementHttp.get(), m_context->managementPort}};
    for (const auto &[server, port] : listeners) {
        if (!server->listen(quint16(port)))
            return failure(ErrorKind::Blocked,
                           u"Unable to start server. Port *:%1 already in use."_s.arg(port));
    }
    logInfo(u"i.kestra.cli.commands"_s,
            u"Server Running: http://localhost:%1, Management server on port http://localhost:%2/health"_s
                .arg(m_context->port)
                .arg(m_context->managementPort));
    if (auto written = writeSettings(); !written)
        return written;
    if (auto ready = m_api->initialise(); !ready)
        return ready;
    logInfo(u"i.k.c.p.PluginRegistry"_s, u"Registered 88 core plugins"_s);
    for (const auto &part : m_parts) {
        if (auto created = part->instance().create(); !created)
            return created;
    }
    auto *heart = new QTimer(this);
    connect(heart, &QTimer::timeout, this, &Server::beat);
    heart->start(3000);
    // Ports answer before the component is at work, as they really do.
    const int delay = 300 + int(m_options.knobs.number(u"slow-start"_s) * 1000);
    if (!m_options.knobs.isSet(u"lie-health"_s))
        QTimer::singleShot(delay, this, &Server::startParts);
    if (const double end = m_options.knobs.number(u"die-after"_s); end > 0)
        QTimer::singleShot(int(end * 1000), this, [this] { quit(1); });
    return {};
}

// Only what is missing or different is written: a restored database stays as it was.
Result<void> Server::writeSettings()
{
    const auto put = [this](const QString &key, const QString &value) -> Result<void> {
        auto done = m_database->run(
            u"INSERT INTO settings (\"key\", \"value\") VALUES (?, ?) ON CONFLICT (\"key\") DO NOTHING"_s,
            {key, jsonText({{u"key"_s, key}, {u"value"_s, value}})});
        return done ? Result<void>() : std::unexpected(done.error());
    };
    if (auto done = put(u"instance.uuid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)); !done)
        return done;
    if (m_options.version < Version::of(u"1.3"))
        return {};
    const QString now = m_options.version.toString();
    if (auto done = put(u"instance.version"_s, now); !done)
        return done;
    const QString before = jsonObject(m_database->single(
        u"SELECT \"value\" FROM settings WHERE \"key\" = 'instance.version'"_s))[u"value"]
                               .toString();
    if (before == now)
        return {};
    logInfo(u"i.k.c.s.VersionService"_s, u"Updating instance version from %1 to %2"_s.arg(before, now));
    auto done = m_database->run(u"UPDATE settings SET \"value\" = ? WHERE \"key\" = 'instance.version'"_s,
                                {jsonText({{u"key"_s, u"instance.version"_s}, {u"value"_s, now}})});
    return done ? Result<void>() : std::unexpected(done.error());
}

void Server::startParts()
{
    if (m_stopping || m_dead)
        return;
    if (!m_options.flowPath.isEmpty()) {
        if (auto loaded = m_context->flows.loadFolder(m_options.flowPath); !loaded && !isBusy(loaded.error()))
            logError(u"i.k.c.r.LocalFlowRepositoryLoader"_s, loaded.error().message);
    }
    for (const auto &part : m_parts) {
        if (auto running = part->instance().setState(u"RUNNING"_s); !running)
            return fail(part.get(), running.error());
        if (!m_context->isStandalone)
            logInfo(u"i.k.c.c.servers"_s, part->startedLine());
    }
    for (const auto &part : m_parts) {
        auto *timer = new QTimer(part.get());
        timer->setInterval(part->pollMilliseconds());
        connect(timer, &QTimer::timeout, this, [this, p = part.get(), timer] { pollPart(p, timer); });
        timer->start();
        if (auto started = part->start(); !started)
            return fail(part.get(), started.error());
    }
    applyFate();
}

void Server::applyFate()
{
    const Version schema = Migrator::schemaLine(*m_database);
    if (fateOf(m_options.version, schema, m_options.component) == Fate::DiesSoon)
        QTimer::singleShot(5000, this, [this] {
            comeToNothing(false, u"ERROR: invalid input value for enum queue_type"_s);
        });
}

void Server::pollPart(Part *part, QTimer *timer)
{
    if (m_stopping || m_dead || m_lost)
        return;
    const auto more = part->poll();
    if (!more)
        return fail(part, more.error());
    timer->setInterval(*more ? 0 : part->pollMilliseconds());
}

void Server::beat()
{
    if (m_lost)
        return;
    for (const auto &part : m_parts) {
        if (auto beaten = part->instance().beat(); !beaten)
            return fail(part.get(), beaten.error());
    }
}

void Server::fail(Part *part, const Error &error)
{
    if (m_database->isLost())
        return databaseLost(part);
    if (isBusy(error) || m_dead || m_stopping)
        return;
    const bool consumes = error.message.startsWith(u"[LogEntry]"_s);
    const bool staysAlive = Version::of(m_options.version.line()) >= Version::of(u"1.3");
    const QString reason =
        consumes ? u"[LogEntry] fatal error while consuming messages. Initiating application shutdown: "_s +
                       error.message
        : staysAlive ? u"Fatal error while polling: %1. Initiating shutdown"_s.arg(error.message)
                     : error.message;
    comeToNothing(staysAlive, reason);
    if (consumes)
        QTimer::singleShot(3000, this, [this] { setStates(u"TERMINATED_GRACEFULLY"_s); });
}

// Either a zombie, whose ports go on answering, or a process that ends a few seconds later.
void Server::comeToNothing(bool staysAlive, const QString &reason)
{
    if (m_dead || m_stopping)
        return;
    m_dead = true;
    logError(u"i.k.c.q.JdbcQueue"_s, reason);
    if (!staysAlive)
        logError(u"i.kestra.cli.commands"_s,
                 u"Caught an exception in Thread[#41,executor-1,5,main]. Shutting down."_s);
    // The rows say RUNNING for a while: who looks too early sees nothing wrong.
    QTimer::singleShot(2500, this, [this] { setStates(u"TERMINATING"_s); });
    if (!staysAlive)
        QTimer::singleShot(5000, this, [this] {
            setStates(u"TERMINATED_GRACEFULLY"_s);
            logInfo(u"i.kestra.cli.commands"_s, u"Kestra server - Shutdown completed"_s);
            quit(1);
        });
}

void Server::setStates(const QString &state)
{
    for (const auto &part : m_parts) {
        if (!m_stopping)
            part->instance().setState(state);
    }
}

void Server::databaseLost(Part *part)
{
    if (m_lost)
        return;
    m_lost = true;
    if (m_options.component == u"executor"_s) {
        logError(u"i.k.e.Executor"_s, u"Executor fatal exception in the scheduledDelay thread"_s);
        return quit(0);
    }
    logError(part->instance().type(), u"HikariPool-1 - Connection is not available, request timed out"_s);
    if (m_options.component == u"scheduler"_s) {
        QTimer::singleShot(3000, this, [this] { quit(1); });
        return;
    }
    auto *again = new QTimer(this);
    connect(again, &QTimer::timeout, this, [this] {
        if (m_database->reconnect())
            quit(1);
    });
    again->start(2000);
}

void Server::stop()
{
    char bytes[16];
    while (::read(signalPipe[0], bytes, sizeof bytes) > 0) {
    }
    if (m_stopping || m_options.knobs.isSet(u"hang-on-stop"_s))
        return;
    m_stopping = true;
    for (int i = 0; i < (m_options.component == u"standalone"_s ? 2 : 1); ++i)
        logWarn(u"i.kestra.cli.commands"_s, u"Receiving shutdown ! Try to graceful exit"_s);
    logInfo(u"i.kestra.cli.commands"_s, u"Kestra server - Shutdown initiated"_s);
    if (m_http)
        m_http->close();
    if (m_managementHttp)
        m_managementHttp->close();
    for (const auto &part : m_parts)
        part->instance().setState(u"TERMINATING"_s);
    for (const auto &part : m_parts)
        part->beginStop();
    finishWhenStopped();
}

void Server::partFinished(Part *part, bool graceful)
{
    part->instance().setState(graceful ? u"TERMINATED_GRACEFULLY"_s : u"TERMINATED_FORCED"_s);
    --m_open;
    finishWhenStopped();
}

void Server::finishWhenStopped()
{
    if (!m_stopping || m_open > 0)
        return;
    m_open = INT_MAX;
    logInfo(u"i.kestra.cli.commands"_s, u"Kestra server - Shutdown completed"_s);
    quit(143);
}

void Server::quit(int code)
{
    QCoreApplication::exit(code);
}
