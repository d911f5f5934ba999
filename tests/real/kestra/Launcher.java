// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.File;
import java.io.FileInputStream;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.*;

/**
 * The command `kestra` over the published modules of Kestra's engine, 0.19 to 2.0, whose command line and web server are
 * not published: `server ROLE --config FILE [--flow-path FOLDER]`. The version answer and the web server's sign of life are
 * ours, everything else is Kestra.
 * Commands such as `migrate metadata kv` belong to the missing module: they say so and end with 0.
 */
public class Launcher {
    static ApplicationContext context;

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || !arguments[0].equals("server")) {
            System.out.println("not part of the published engine: " + String.join(" ", arguments));
            return;
        }
        String role = arguments[1];
        File flows = null;
        int threads = 8;
        Map<String, Object> settings = defaults();
        for (int i = 2; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
            case "--flow-path", "-f" -> flows = new File(arguments[i + 1]);
            case "--worker-thread", "-t" -> threads = Integer.parseInt(arguments[i + 1]);
            case "--config", "-c" -> {
                try (FileInputStream file = new FileInputStream(arguments[i + 1])) {
                    settings.putAll(new YamlPropertySourceLoader().read("configuration", file));
                }
            }
            default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        int port = number(settings, "micronaut.server.port", 8080);
        settings.put("micronaut.server.port", number(settings, "endpoints.all.port", 8081));
        settings.remove("endpoints.all.port");
        settings.put("kestra.server-type", role.toUpperCase(Locale.ROOT));
        settings.putIfAbsent("kestra.controller.port", 50051);
        settings.putIfAbsent("kestra.worker.controllers.type", "STATIC");
        settings.putIfAbsent("kestra.worker.controllers.static.endpoints",
            List.of(Map.of("host", "localhost", "port", settings.get("kestra.controller.port"))));
        run(role, settings, port, threads, flows);
    }

    static int number(Map<String, Object> settings, String key, int otherwise) {
        Object value = settings.get(key);
        return value == null ? otherwise : Integer.parseInt(String.valueOf(value));
    }

    /** What Kestra's own application.yml says, which lies in the module that is not published. */
    static Map<String, Object> defaults() {
        Map<String, Object> all = new HashMap<>();
        String text = """
            micronaut.application.name=kestra
            endpoints.all.enabled=true
            endpoints.all.sensitive=false
            endpoints.health.details-visible=ANONYMOUS
            jackson.serialization.writeDatesAsTimestamps=false
            jackson.serialization.writeDurationsAsTimestamps=false
            jackson.serialization-inclusion=non_null
            jackson.deserialization.FAIL_ON_UNKNOWN_PROPERTIES=false
            flyway.datasources.h2.enabled=true
            flyway.datasources.h2.locations=classpath:migrations/h2
            flyway.datasources.h2.ignore-migration-patterns=*:missing,*:future
            flyway.datasources.h2.out-of-order=true
            datasources.h2.driverClassName=org.h2.Driver
            kestra.anonymous-usage-report.enabled=false
            kestra.anonymous-usage-report.uri=http://127.0.0.1:9/none
            kestra.anonymous-usage-report.initial-delay=100d
            kestra.anonymous-usage-report.fixed-delay=100d
            kestra.retries.attempts=5
            kestra.retries.multiplier=2.0
            kestra.retries.delay=1s
            kestra.jdbc.queues.min-poll-interval=25ms
            kestra.jdbc.queues.max-poll-interval=500ms
            kestra.jdbc.cleaner.initial-delay=1h
            kestra.jdbc.cleaner.fixed-delay=1h
            kestra.jdbc.cleaner.retention=7d
            grpc.server.enabled=false
            grpc.server.health.enabled=false
            kestra.variables.env-vars-prefix=ENV_
            kestra.metrics.prefix=kestra
            kestra.server.terminationGracePeriod=5m
            kestra.server.workerTaskRestartStrategy=AFTER_TERMINATION_GRACE_PERIOD
            kestra.server.liveness.enabled=true
            kestra.server.liveness.interval=5s
            kestra.server.liveness.timeout=45s
            kestra.server.liveness.initialDelay=45s
            kestra.server.liveness.heartbeatInterval=3s
            kestra.server.service.purge.initial-delay=1h
            kestra.server.service.purge.fixed-delay=1d
            kestra.server.service.purge.retention=30d
            """;
        text.lines().forEach(line -> all.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return all;
    }

    static void run(String role, Map<String, Object> settings, int port, int threads, File flows) throws Exception {
        context = ApplicationContext.builder().mainClass(Launcher.class).environments(Environment.CLI).properties(settings).build();
        Runtime.getRuntime().addShutdownHook(new Thread(Launcher::shutdown, "shutdown"));
        context.start();
        context.getBean(EmbeddedServer.class).start();
        answerVersion(port);
        if (flows != null)
            load(flows);
        boolean all = role.equals("standalone");
        if (all || role.equals("executor"))
            start(threads, "io.kestra.core.runners.ExecutorInterface", "io.kestra.executor.DefaultExecutor");
        if (all || role.equals("controller"))
            start(threads, "io.kestra.core.worker.Controller");
        if (all || role.equals("worker"))
            startWorker(threads);
        if (all || role.equals("scheduler"))
            start(threads, "io.kestra.core.schedulers.AbstractScheduler", "io.kestra.core.runners.Scheduler");
        if (all || role.equals("indexer") || role.equals("webserver"))
            start(threads, "io.kestra.core.runners.IndexerInterface", "io.kestra.core.runners.Indexer");
        if (all || role.equals("executor"))
            start(threads, "io.kestra.worker.systemworker.SystemWorker");
        System.out.println("Server Running: " + role + " " + version());
        String started = now();
        for (int i = 0; context.isRunning(); ++i) {
            if ((all || role.equals("webserver")) && i % 15 == 0)
                showWebserver(started);
            Thread.sleep(200);
        }
    }

    /** With three digits behind the point, as 0.19 wants them. */
    static String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC).format(Instant.now());
    }

    static String setting(String key) {
        return context.getProperty("datasources.h2." + key, String.class).orElse("");
    }

    static void showWebserver(String started) {
        String row = "{\"id\":\"%1$s\",\"type\":\"WEBSERVER\",\"state\":\"RUNNING\",\"server\":{\"id\":\"%1$s\",\"type\":\"STANDALONE\",\"version\":\"%2$s\",\"hostname\":\"localhost\"},\"createdAt\":\"%1$s\",\"updatedAt\":\"%3$s\",\"props\":{},\"metrics\":[],\"events\":[]}";
        try (Connection database = DriverManager.getConnection(setting("url"), setting("username"), setting("password"));
             PreparedStatement order = database.prepareStatement("merge into service_instance(\"key\", \"value\") key(\"key\") values (?, ?)")) {
            order.setString(1, started);
            order.setString(2, row.formatted(started, version(), now()));
            order.execute();
        } catch (Exception error) {
            System.out.println("sign of life: " + error);
        }
    }

    static void shutdown() {
        try {
            Class<?> kestra = find("io.kestra.core.contexts.KestraContext");
            kestra.getMethod("shutdown").invoke(kestra.getMethod("getContext").invoke(null));
        } catch (Exception none) {
            context.close();
        }
    }

    static void answerVersion(int port) throws Exception {
        byte[] answer = ("{\"version\":\"" + version() + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/api/v1/configs", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    static String version() throws Exception {
        Object provider = context.getBean(find("io.kestra.core.utils.VersionProvider"));
        return (String) provider.getClass().getMethod("getVersion").invoke(provider);
    }

    static void load(File flows) throws Exception {
        Object loader = context.getBean(find("io.kestra.core.repositories.LocalFlowRepositoryLoader"));
        try {
            loader.getClass().getMethod("load", String.class, File.class).invoke(loader, "main", flows);
        } catch (NoSuchMethodException before23) {
            loader.getClass().getMethod("load", File.class).invoke(loader, flows);
        }
    }

    /** The first class that this version has. */
    static Class<?> find(String... names) {
        for (String name : names) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException next) {
            }
        }
        return null;
    }

    static void startWorker(int threads) throws Exception {
        Class<?> type = find("io.kestra.worker.DefaultWorker", "io.kestra.core.runners.Worker");
        if (type.isInterface()) {
            start(threads, type.getName());
            return;
        }
        Object worker = context.createBean(type, UUID.randomUUID().toString(), threads, null);
        context.registerSingleton(worker);
        launch(worker, type, threads);
    }

    static void start(int threads, String... names) throws Exception {
        Class<?> type = find(names);
        if (type != null)
            launch(context.getBean(type), type, threads);
    }

    static void launch(Object bean, Class<?> type, int threads) throws Exception {
        Method method;
        Object[] with = {};
        if (bean instanceof Runnable) {
            method = Runnable.class.getMethod("run");
        } else {
            try {
                method = type.getMethod("start", int.class);
                with = new Object[] {threads};
            } catch (NoSuchMethodException none) {
                method = type.getMethod("start");
            }
        }
        final Method call = method;
        final Object[] given = with;
        new Thread(() -> {
            try {
                call.invoke(bean, given);
            } catch (Exception error) {
                error.printStackTrace();
            }
        }, "start-" + type.getSimpleName()).start();
    }
}
