// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"
#include "app/installation/docker/dockerarguments.h"
#include "app/installation/driver.h"
#include "app/task/job.h"
#include "fakehost.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

const QString imageId = u"sha256:1111111111112222222222222222222222222222222222222222222222222222"_s;
const QString digest = u"sha256:aaaa1111"_s;
const QString anonymous = u"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"_s;

QString configuration(const QString &host = u"pg"_s)
{
    return u"datasources:\n  postgres:\n    url: jdbc:postgresql://%1:5432/kestra\n    username: kestra\n"
           "    password: k3str4-secret\nkestra:\n  server:\n    basicAuth: {username: admin@example.com, "
           "password: "
           "Very-Secret-1}\n  repository: {type: postgres}\n  storage: {type: local, local: {basePath: "
           "/app/storage}}\n"_s.arg(host);
}

QJsonObject image()
{
    return {{u"Id"_s, imageId},
            {u"Config"_s, QJsonObject{{u"Env"_s, QJsonArray{u"PATH=/bin"_s, u"JAVA_HOME=/java"_s}},
                                      {u"Entrypoint"_s, QJsonArray{u"docker-entrypoint.sh"_s}},
                                      {u"Cmd"_s, QJsonArray{u"--help"_s}},
                                      {u"User"_s, u"kestra"_s},
                                      {u"WorkingDir"_s, u"/app"_s},
                                      {u"ExposedPorts"_s, QJsonObject{{u"8080/tcp"_s, QJsonObject()}}},
                                      {u"Labels"_s, QJsonObject{{u"version"_s, u"1.0.36"_s}}}}}};
}

struct Made {
    QString name = u"kestra"_s;
    QStringList command{u"server"_s, u"standalone"_s};
    QString image = u"kestra/kestra:v1.0.36"_s;
    QString databaseHost = u"pg"_s;
    QString network = u"flows"_s;
    QString state = u"running"_s;
};

/// `docker inspect` of a container that runs Kestra.
QJsonObject container(const Made &made = {})
{
    const QJsonObject labels{{u"version"_s, u"1.0.36"_s}, {u"owner"_s, u"Anna"_s}};
    const QJsonObject config{
        {u"Hostname"_s, u"0a1b2c3d4e5f"_s},
        {u"Image"_s, made.image},
        {u"User"_s, u"root"_s},
        {u"WorkingDir"_s, u"/app"_s},
        {u"Env"_s, QJsonArray{u"KESTRA_CONFIGURATION="_s + configuration(made.databaseHost),
                              u"SECRET_TOKEN=t0ken"_s, u"PATH=/bin"_s, u"JAVA_HOME=/java"_s}},
        {u"Entrypoint"_s, QJsonArray{u"docker-entrypoint.sh"_s}},
        {u"Cmd"_s, QJsonArray::fromStringList(made.command)},
        {u"Labels"_s, labels}};
    const QJsonObject host{{u"Binds"_s, QJsonArray{u"kestra-data:/app/storage"_s}},
                           {u"NetworkMode"_s, made.network},
                           {u"RestartPolicy"_s, QJsonObject{{u"Name"_s, u"always"_s}}},
                           {u"ShmSize"_s, 67108864},
                           {u"Runtime"_s, u"runc"_s},
                           {u"IpcMode"_s, u"private"_s},
                           {u"MaskedPaths"_s, QJsonArray{u"/proc/kcore"_s}}};
    const QJsonObject network{{u"NetworkID"_s, u"net-id"_s}, {u"IPAddress"_s, u"172.30.0.9"_s}};
    return {
        {u"Id"_s, u"0a1b2c3d4e5f-"_s + made.name},
        {u"Name"_s, u'/' + made.name},
        {u"Image"_s, imageId},
        {u"Path"_s, u"docker-entrypoint.sh"_s},
        {u"Args"_s, QJsonArray::fromStringList(made.command)},
        {u"State"_s, QJsonObject{{u"Status"_s, made.state}}},
        {u"Config"_s, config},
        {u"HostConfig"_s, host},
        {u"Mounts"_s, QJsonArray{QJsonObject{{u"Type"_s, u"volume"_s},
                                             {u"Name"_s, u"kestra-data"_s},
                                             {u"Source"_s, u"/var/lib/docker/volumes/kestra-data/_data"_s},
                                             {u"Destination"_s, u"/app/storage"_s},
                                             {u"RW"_s, true}}}},
        {u"NetworkSettings"_s, QJsonObject{{u"Networks"_s, QJsonObject{{made.network, network}}}}}};
}

QJsonObject database(const QString &name = u"pg"_s, const QString &network = u"flows"_s)
{
    const QJsonObject end{{u"NetworkID"_s, u"net-id"_s}, {u"Aliases"_s, QJsonArray{u"pg"_s}}};
    return {{u"Id"_s, u"id-of-"_s + name},
            {u"Name"_s, u'/' + name},
            {u"Image"_s, u"sha256:9999"_s},
            {u"Path"_s, u"docker-entrypoint.sh"_s},
            {u"Args"_s, QJsonArray{u"postgres"_s}},
            {u"State"_s, QJsonObject{{u"Status"_s, u"running"_s}}},
            {u"Config"_s, QJsonObject{{u"Image"_s, u"postgres:17"_s}}},
            {u"NetworkSettings"_s, QJsonObject{{u"Networks"_s, QJsonObject{{network, end}}}}}};
}

/// The object with one value put at a path such as "HostConfig/Memory".
QJsonObject with(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const QString first = path.section(u'/', 0, 0);
    const QString rest = path.section(u'/', 1);
    object.insert(first, rest.isEmpty() ? value : QJsonValue(with(object[first].toObject(), rest, value)));
    return object;
}

QByteArray json(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

FakeHost *engine(const QJsonArray &containers)
{
    auto *host = new FakeHost;
    const QByteArray images = QJsonDocument(QJsonObject{{u"Repository"_s, u"kestra/kestra"_s},
                                                        {u"Tag"_s, u"v1.0.36"_s},
                                                        {u"ID"_s, imageId},
                                                        {u"Digest"_s, digest}})
                                  .toJson(QJsonDocument::Compact);
    host->answers = {
        {u"docker ps --all --quiet"_s, {}, "one\n", 0},
        {u"docker inspect one"_s, {}, json(containers), 0},
        {u"docker image ls"_s, {}, images, 0},
        {u"docker image inspect sha256:"_s, {}, json({image()}), 0},
        {u"docker exec kestra cat"_s, {}, {}, 1},
        {u"docker exec"_s, u"pg_class"_s, R"([{"name":"service_instance"}])", 0},
        {u"docker exec"_s, u"pg_database_size"_s, R"([{"bytes":9000000,"version":"17.6 Debian"}])", 0},
        {u"docker exec"_s, u"as grace"_s, R"([{"grace":20}])", 0},
        {u"docker exec"_s, u"service_instance"_s,
         R"([{"type":"EXECUTOR","state":"RUNNING","version":"1.0.36","fresh":true}])", 0},
    };
    return host;
}

const Driver *driver()
{
    return driverFor(InstallationKind::Docker);
}

template<typename Value>
std::optional<Value> wait(Task<Value> task)
{
    std::optional<Value> result;
    Job job;
    job.start(std::move(task), [&result](const Value &value) { result.emplace(value); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 5000))
        return {};
    return result;
}

Result<QList<Installation>> found(const QJsonArray &containers)
{
    Hosts hosts{std::unique_ptr<Host>(engine(containers))};
    SecretStore secrets(false);
    return wait(driver()->find({&hosts, &secrets}, {}, {}))
        .value_or(failure(ErrorKind::Failed, u"did not end"_s));
}

Result<Installation> readFrom(const QJsonArray &containers, const QString &name = u"kestra"_s)
{
    Hosts hosts{std::unique_ptr<Host>(engine(containers))};
    SecretStore secrets(false);
    return wait(driver()->read({&hosts, &secrets}, {}, name))
        .value_or(failure(ErrorKind::Failed, u"did not end"_s));
}

QList<Hop> hops()
{
    return {
        {Version::of(u"1.0.36"), Version::of(u"1.3.44"), false, {{u"migrate"_s, u"metadata"_s, u"kv"_s}}, {}},
        {Version::of(u"1.3.44"), Version::of(u"2.0.8"), true, {}, {}}};
}

Installation withDigests(Installation installation)
{
    installation.details.insert(u"targetDigests"_s,
                                QJsonObject{{u"kestra/kestra:v1.3.44"_s, u"sha256:bbbb"_s},
                                            {u"kestra/kestra:v2.0.8"_s, u"sha256:cccc"_s}});
    return installation;
}

} // namespace

class TestDockerDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeen()
    {
        const Result<Installation> read = readFrom({container(), database()});
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->address, u"docker:kestra"_s);
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(!read->versionAssumed);
        QCOMPARE(read->components.size(), 1);
        QCOMPARE(read->images.first().digest, digest);
        QCOMPARE(read->storage.volume, u"kestra-data"_s);
        QCOMPARE(read->database.access.database, u"kestra"_s);
        QVERIFY(read->database.access.psqlCommand.contains(u"pg"_s));
        QCOMPARE(read->graceSeconds, 300);
    }

    void noSecretIsKept()
    {
        const Result<Installation> read = readFrom({container(), database()});
        QVERIFY(read.has_value());
        QByteArray kept = QJsonDocument(read->toJson()).toJson() + QJsonDocument(read->details).toJson();
        for (const ConfigText &text : read->configurations)
            kept += text.text.toUtf8();
        for (const char *secret : {"k3str4-secret", "Very-Secret-1", "t0ken"})
            QVERIFY2(!kept.contains(secret), secret);
        QVERIFY(kept.contains("SECRET_TOKEN"));
        QVERIFY(kept.contains("basicAuth"));
    }

    void whoIsFound_data()
    {
        QTest::addColumn<QJsonArray>("containers");
        QTest::addColumn<QStringList>("addresses");
        const QJsonObject one = container();
        QTest::newRow("told by its command, not by its name")
            << QJsonArray{container({u"x1"_s}),
                          with(with(container({u"kestra"_s}), u"Path"_s, u"sleep"_s), u"Args"_s,
                               QJsonArray{u"9"_s}),
                          database()}
            << QStringList{u"docker:x1"_s};
        for (const QString &owner : {u"com.docker.compose.project"_s, u"com.docker.swarm.service.id"_s,
                                     u"io.kubernetes.pod.uid"_s}) {
            const QJsonObject owned = with(one, u"Config/Labels"_s, QJsonObject{{owner, u"x"_s}});
            QTest::newRow(qPrintable(owner)) << QJsonArray{owned, database()} << QStringList();
        }
        QTest::newRow("server of something else")
            << QJsonArray{with(container({u"vault"_s, {u"server"_s, u"worker"_s}, u"vault:1"_s}),
                               u"Config/Env"_s, QJsonArray{u"A=b"_s})}
            << QStringList();
        QTest::newRow("roles that share a database are one")
            << QJsonArray{container({u"w"_s, {u"server"_s, u"worker"_s}}),
                          container({u"web"_s, {u"server"_s, u"webserver"_s}}), database()}
            << QStringList{u"docker:web"_s};
        QTest::newRow("the same name of a database in two networks are two")
            << QJsonArray{container({u"a1"_s}), database(),
                          container({u"b1"_s,
                                     {u"server"_s, u"standalone"_s},
                                     u"kestra/kestra:v1.0.36"_s,
                                     u"pg"_s,
                                     u"other"_s}),
                          database(u"pg-b"_s, u"other"_s)}
            << QStringList{u"docker:a1"_s, u"docker:b1"_s};
        QTest::newRow("what stepped aside is none") << QJsonArray{one,
                                                                  container({u"kestra-before-1.0.36"_s,
                                                                             {u"server"_s, u"standalone"_s},
                                                                             u"kestra/kestra:v1.0.36"_s,
                                                                             u"pg"_s,
                                                                             u"flows"_s,
                                                                             u"exited"_s}),
                                                                  database()}
                                                    << QStringList{u"docker:kestra"_s};
        QTest::newRow("a stopped one is found") << QJsonArray{container({u"kestra"_s,
                                                                         {u"server"_s, u"standalone"_s},
                                                                         u"kestra/kestra:v1.0.36"_s,
                                                                         u"pg"_s,
                                                                         u"flows"_s,
                                                                         u"exited"_s}),
                                                              database()}
                                                << QStringList{u"docker:kestra"_s};
    }

    void whoIsFound()
    {
        QFETCH(QJsonArray, containers);
        QFETCH(QStringList, addresses);
        const Result<QList<Installation>> all = found(containers);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().message));
        QStringList seen;
        for (const Installation &one : *all)
            seen.append(one.address);
        QCOMPARE(seen, addresses);
    }

    void everyArgumentIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &path, const QJsonValue &value,
                            const QStringList &words) { QTest::newRow(name) << path << value << words; };
        const auto object = [](const QString &key, const QJsonValue &value) {
            return QJsonObject{{key, value}};
        };
        row("memory", u"HostConfig/Memory"_s, 500, {u"--memory=500"_s});
        row("swap without limit", u"HostConfig/MemorySwap"_s, -1, {u"--memory-swap=-1"_s});
        row("one and a half processors", u"HostConfig/NanoCpus"_s, 1500000000.0, {u"--cpus=1.5"_s});
        row("docker.sock's group", u"HostConfig/GroupAdd"_s, QJsonArray{u"998"_s},
            {u"--group-add"_s, u"998"_s});
        row("privileged", u"HostConfig/Privileged"_s, true, {u"--privileged"_s});
        row("init", u"HostConfig/Init"_s, true, {u"--init"_s});
        row("hosts", u"HostConfig/ExtraHosts"_s, QJsonArray{u"a:1.2.3.4"_s},
            {u"--add-host"_s, u"a:1.2.3.4"_s});
        row("limits", u"HostConfig/Ulimits"_s,
            QJsonArray{QJsonObject{{u"Name"_s, u"nofile"_s}, {u"Soft"_s, 1}, {u"Hard"_s, 2}}},
            {u"--ulimit"_s, u"nofile=1:2"_s});
        row("device", u"HostConfig/Devices"_s,
            QJsonArray{QJsonObject{{u"PathOnHost"_s, u"/dev/a"_s},
                                   {u"PathInContainer"_s, u"/dev/b"_s},
                                   {u"CgroupPermissions"_s, u"r"_s}}},
            {u"--device"_s, u"/dev/a:/dev/b:r"_s});
        row("port on one address", u"HostConfig/PortBindings"_s,
            object(u"80/tcp"_s,
                   QJsonArray{QJsonObject{{u"HostIp"_s, u"127.0.0.1"_s}, {u"HostPort"_s, u"81"_s}}}),
            {u"--publish"_s, u"127.0.0.1:81:80/tcp"_s});
        row("port on IPv6", u"HostConfig/PortBindings"_s,
            object(u"80/tcp"_s, QJsonArray{QJsonObject{{u"HostIp"_s, u"::1"_s}, {u"HostPort"_s, u"81"_s}}}),
            {u"--publish"_s, u"[::1]:81:80/tcp"_s});
        row("port of the engine's choice", u"HostConfig/PortBindings"_s,
            object(u"80/udp"_s, QJsonArray{QJsonObject{{u"HostIp"_s, u""_s}, {u"HostPort"_s, u""_s}}}),
            {u"--publish"_s, u"80/udp"_s});
        row("tmpfs", u"HostConfig/Tmpfs"_s, object(u"/t"_s, u"size=1m"_s), {u"--tmpfs"_s, u"/t:size=1m"_s});
        row("log", u"HostConfig/LogConfig"_s,
            QJsonObject{{u"Type"_s, u"local"_s}, {u"Config"_s, object(u"max-size"_s, u"1m"_s)}},
            {u"--log-driver"_s, u"local"_s, u"--log-opt"_s, u"max-size=1m"_s});
        row("link", u"HostConfig/Links"_s, QJsonArray{u"/pg:/kestra/db"_s}, {u"--link"_s, u"pg:db"_s});
        row("all of a card", u"HostConfig/DeviceRequests"_s,
            QJsonArray{QJsonObject{{u"Count"_s, -1}, {u"Capabilities"_s, QJsonArray{QJsonArray{u"gpu"_s}}}}},
            {u"--gpus"_s, u"all"_s});
        row("no mask", u"HostConfig/MaskedPaths"_s, QJsonArray(),
            {u"--security-opt"_s, u"systempaths=unconfined"_s});
        row("a mount with a comma", u"HostConfig/Mounts"_s,
            QJsonArray{QJsonObject{{u"Type"_s, u"bind"_s},
                                   {u"Source"_s, u"/a,b"_s},
                                   {u"Target"_s, u"/c"_s},
                                   {u"ReadOnly"_s, true}}},
            {u"--mount"_s, u"type=bind,\"source=/a,b\",target=/c,readonly"_s});
        row("anonymous volume by its name", u"Mounts"_s,
            QJsonArray{QJsonObject{{u"Type"_s, u"volume"_s},
                                   {u"Name"_s, anonymous},
                                   {u"Destination"_s, u"/x"_s},
                                   {u"RW"_s, true}}},
            {u"--volume"_s, anonymous + u":/x"_s});
        row("own host name", u"Config/Hostname"_s, u"flows"_s, {u"--hostname"_s, u"flows"_s});
        row("terminal", u"Config/Tty"_s, true, {u"--tty"_s});
        row("time to stop", u"Config/StopTimeout"_s, 0, {u"--stop-timeout"_s, u"0"_s});
        row("health", u"Config/Healthcheck"_s,
            QJsonObject{{u"Test"_s, QJsonArray{u"CMD-SHELL"_s, u"curl x"_s}}, {u"Interval"_s, 5000000000.0}},
            {u"--health-cmd"_s, u"curl x"_s, u"--health-interval"_s, u"5s"_s});
        row("no health", u"Config/Healthcheck"_s, QJsonObject{{u"Test"_s, QJsonArray{u"NONE"_s}}},
            {u"--no-healthcheck"_s});
        row("own entry point", u"Config/Entrypoint"_s, QJsonArray{u"/bin/bash"_s, u"-e"_s},
            {u"--entrypoint"_s, u"/bin/bash"_s});
        row("host's network", u"HostConfig/NetworkMode"_s, u"host"_s, {u"--network"_s, u"host"_s});
        row("fixed address and alias", u"NetworkSettings/Networks/flows"_s,
            QJsonObject{{u"Aliases"_s, QJsonArray{u"k"_s, u"0a1b2c3d4e5f"_s}},
                        {u"IPAMConfig"_s, object(u"IPv4Address"_s, u"172.30.0.9"_s)}},
            {u"--network-alias"_s, u"k"_s, u"--ip"_s, u"172.30.0.9"_s});
    }

    void everyArgumentIsSaid()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QStringList, words);
        const DockerArguments plain = dockerArguments(container(), image());
        const DockerArguments arguments = dockerArguments(with(container(), path, value), image());
        QCOMPARE(arguments.refused, QStringList());
        const QString all = u' ' + arguments.options.join(u'\n') + u'\n';
        QVERIFY2(all.contains(words.join(u'\n') + u'\n'), qPrintable(all));
        QVERIFY(!plain.options.join(u'\n').contains(words.join(u'\n')));
        QCOMPARE(DockerArguments::fromJson(arguments.toJson()), arguments);
    }

    void whatCannotBeSaidIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("refused");
        const auto row = [](const char *name, const QString &path, const QJsonValue &value,
                            const QString &refused) { QTest::newRow(name) << path << value << refused; };
        row("a setting that nobody knows", u"HostConfig/Novelty"_s, 7, u"HostConfig.Novelty"_s);
        row("a profile without its file", u"HostConfig/SecurityOpt"_s, QJsonArray{u"seccomp={\"a\":1}"_s},
            u"HostConfig.SecurityOpt seccomp"_s);
        row("a log's password", u"HostConfig/LogConfig"_s,
            QJsonObject{{u"Type"_s, u"splunk"_s}, {u"Config"_s, QJsonObject{{u"splunk-token"_s, u"x"_s}}}},
            u"HostConfig.LogConfig.Config splunk-token"_s);
        row("a health check that is no shell line", u"Config/Healthcheck"_s,
            QJsonObject{{u"Test"_s, QJsonArray{u"CMD"_s, u"a"_s}}}, u"Config.Healthcheck.Test"_s);
        row("lines in a variable of the client's", u"Config/Env"_s, QJsonArray{u"DOCKER_HOST=a\nb"_s},
            u"Config.Env DOCKER_HOST"_s);
        row("lines under an odd name", u"Config/Env"_s, QJsonArray{u"a.b=a\nb"_s}, u"Config.Env a.b"_s);
        row("a name that is code", u"Config/Env"_s, QJsonArray{u"a\"}}$(id)=b"_s},
            u"Config.Env a\"}}$(id)"_s);
        row("no network", u"Config/NetworkDisabled"_s, true, u"Config.NetworkDisabled"_s);
        row("an odd mount", u"HostConfig/Mounts"_s,
            QJsonArray{QJsonObject{{u"Type"_s, u"cluster"_s}, {u"Target"_s, u"/c"_s}}},
            u"HostConfig.Mounts /c"_s);
    }

    void whatCannotBeSaidIsNamed()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, refused);
        QCOMPARE(dockerArguments(container(), image()).refused, QStringList());
        const QJsonObject odd = with(container(), path, value);
        QCOMPARE(dockerArguments(odd, image()).refused, QStringList{refused});
        if (path == u"Config/Env")
            return;
        const Result<Installation> read = readFrom({odd, database()});
        QVERIFY(read.has_value());
        QList<FileChange> files;
        const Result<Steps> steps = driver()->prepare(*read, hops(), files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::NeedsPerson);
        QVERIFY2(steps.error().message.contains(refused), qPrintable(steps.error().message));
    }

    void variables()
    {
        const QJsonArray entries{
            u"PATH=/bin"_s, u"JAVA_HOME=/mine"_s, u"EMPTY="_s,     u"DOCKER_HOST=tcp://a"_s,
            u"a.b-c=x y"_s, u"LINES=a\nb"_s,      u"RETURN=a\r"_s, u"LONG="_s + QString(70000, u'x')};
        const DockerArguments arguments =
            dockerArguments(with(container(), u"Config/Env"_s, entries), image());
        QCOMPARE(arguments.lineVariables,
                 (QStringList{u"JAVA_HOME"_s, u"EMPTY"_s, u"DOCKER_HOST"_s, u"a.b-c"_s}));
        QCOMPARE(arguments.textVariables, (QStringList{u"LINES"_s, u"RETURN"_s, u"LONG"_s}));
        QCOMPARE(arguments.refused, QStringList());
    }

    void theImagesOwnIsLeftToIt()
    {
        const DockerArguments arguments = dockerArguments(container(), image());
        QCOMPARE(arguments.command, (QStringList{u"server"_s, u"standalone"_s}));
        QVERIFY(!arguments.options.contains(u"--entrypoint"_s));
        QVERIFY(!arguments.options.contains(u"--workdir"_s));
        QVERIFY(!arguments.options.contains(u"--hostname"_s));
        QVERIFY(!arguments.options.contains(u"version=1.0.36"_s));
        QVERIFY(arguments.options.contains(u"owner=Anna"_s));
        const QJsonObject plain = with(container(), u"Config/Cmd"_s, QJsonArray{u"--help"_s});
        QCOMPARE(dockerArguments(plain, image()).command, QStringList());
    }

    void whatWouldBeLost_data()
    {
        QTest::addColumn<QJsonObject>("one");
        QTest::addColumn<QStringList>("mentions");
        const QJsonObject removed = with(container(), u"HostConfig/AutoRemove"_s, true);
        const QJsonArray inVolume{QJsonObject{{u"Type"_s, u"volume"_s},
                                              {u"Name"_s, anonymous},
                                              {u"Source"_s, u"/v"_s},
                                              {u"Destination"_s, u"/app/storage"_s},
                                              {u"RW"_s, true}}};
        const auto environment = [](const QString &url) {
            return QJsonArray{
                u"KESTRA_CONFIGURATION=datasources: {h2: {url: '%1'}}\nkestra: {repository: {type: h2}, storage: {type: local, local: {base-path: /app/storage}}}\n"_s
                    .arg(url)};
        };
        QTest::newRow("--rm") << removed << QStringList{u"kestra"_s, u"--rm"_s};
        QTest::newRow("--rm and an anonymous volume")
            << with(removed, u"Mounts"_s, inVolume)
            << QStringList{u"--rm"_s, u"/app/storage"_s, u"docker cp"_s};
        QTest::newRow("storage in the container")
            << with(container(), u"Mounts"_s, QJsonArray()) << QStringList{u"/app/storage"_s, u"docker cp"_s};
        QTest::newRow("H2 in the container")
            << with(container(), u"Config/Env"_s, environment(u"jdbc:h2:file:/app/data/kestra;X=1"_s))
            << QStringList{u"/app/data/kestra"_s, u"docker cp"_s};
        QTest::newRow("H2 in memory")
            << with(container(), u"Config/Env"_s, environment(u"jdbc:h2:mem:public"_s))
            << QStringList{u"mem:public"_s};
    }

    void whatWouldBeLost()
    {
        QFETCH(QJsonObject, one);
        QFETCH(QStringList, mentions);
        const Result<Installation> read = readFrom({one, database()});
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QList<FileChange> files;
        const Result<Steps> steps = driver()->prepare(*read, hops(), files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::Blocked);
        for (const QString &word : std::as_const(mentions))
            QVERIFY2(steps.error().message.contains(word), qPrintable(steps.error().message));
    }

    void inTheMiddleOfARun()
    {
        const QJsonObject aside = with(container(), u"Name"_s, u"/kestra-before-1.0.36"_s);
        const Result<Installation> read =
            readFrom({with(aside, u"State"_s, QJsonObject{{u"Status"_s, u"exited"_s}}), database()});
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        // Under the address of the run, whose passwords are wanted.
        QCOMPARE(read->address, u"docker:kestra"_s);
        QCOMPARE(read->api.secret, u"docker:kestra#api-password"_s);
        QList<FileChange> files;
        const Result<Steps> steps = driver()->prepare(*read, hops(), files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::Blocked);
    }

    void othersThatHangOnIt()
    {
        const QJsonObject other = with(database(u"proxy"_s), u"HostConfig"_s,
                                       QJsonObject{{u"NetworkMode"_s, u"container:0a1b2c3d4e5f-kestra"_s}});
        const Result<Installation> read = readFrom({container(), database(), other});
        QVERIFY(read.has_value());
        QList<FileChange> files;
        const Result<Steps> steps = driver()->prepare(*read, hops(), files);
        QVERIFY(!steps);
        QVERIFY2(steps.error().message.contains(u"proxy"_s), qPrintable(steps.error().message));
    }

    void registries_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("planned");
        QTest::addColumn<QString>("unknown");
        QTest::newRow("known") << QByteArray(R"({"digest":"sha256:bbbb"})") << 0 << u"sha256:bbbb"_s
                               << u"has moved"_s;
        QTest::newRow("as it runs") << QByteArray(R"({"digest":"sha256:aaaa1111"})") << 0 << digest
                                    << QString();
        QTest::newRow("silent") << QByteArray() << 1 << QString() << u"is not known"_s;
    }

    void registries()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, exitCode);
        QFETCH(QString, planned);
        QFETCH(QString, unknown);
        FakeHost *host = engine({container(), database()});
        host->answers.append({u"docker buildx imagetools inspect"_s, {}, answer, exitCode});
        Hosts hosts{std::unique_ptr<Host>(host)};
        SecretStore secrets(false);
        const auto read = wait(driver()->read({&hosts, &secrets}, {}, u"kestra"_s));
        QVERIFY(read && *read);
        const auto ahead = wait(driver()->lookAhead({&hosts, &secrets}, **read, {Version::of(u"1.3.44")}));
        QVERIFY(ahead);
        QCOMPARE(ahead->details.value(u"targetDigests"_s)[u"kestra/kestra:v1.3.44"_s].toString(), planned);
        QStringList reasons;
        for (const Unknown &one : ahead->unknown) {
            if (one.fact == u"digests")
                reasons.append(one.reason);
        }
        QCOMPARE(reasons.isEmpty(), unknown.isEmpty());
        QVERIFY2(reasons.join(u'\n').contains(unknown), qPrintable(reasons.join(u'\n')));
    }

    void plans_data()
    {
        QTest::addColumn<QJsonArray>("containers");
        QTest::newRow("standalone") << QJsonArray{container(), database()};
        QTest::newRow("roles") << QJsonArray{container({u"kestra"_s, {u"server"_s, u"webserver"_s}}),
                                             container({u"run"_s, {u"server"_s, u"executor"_s}}),
                                             container({u"plan"_s, {u"server"_s, u"scheduler"_s}}),
                                             container({u"work"_s, {u"server"_s, u"worker"_s}}), database()};
    }

    void plans()
    {
        QFETCH(QJsonArray, containers);
        const Result<Installation> read = readFrom(containers);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const Installation installation = withDigests(*read);
        Plan plan;
        plan.installation = read->address;
        plan.backupFolder = u"/backup"_s;
        const QList<Hop> all = hops();
        const QList<Result<Steps>> parts{driver()->prepare(installation, all, plan.files),
                                         driver()->stop(installation),
                                         Steps{sealBackup(u"seal"_s, u"Seal"_s, u"/backup"_s, {}, {})},
                                         driver()->hop(installation, all[0], plan.files),
                                         driver()->hop(installation, all[1], plan.files),
                                         driver()->start(installation, all[1])};
        for (const Result<Steps> &part : parts) {
            QVERIFY2(part.has_value(), part ? "" : qPrintable(part.error().message));
            plan.steps += *part;
        }
        numberSteps(plan);
        const Result<void> sound = checkPlan(plan);
        QVERIFY2(sound.has_value(), sound ? "" : qPrintable(sound.error().message));
        const QByteArray text = QJsonDocument(plan.toJson()).toJson();
        for (const char *never : {"k3str4-secret", "Very-Secret-1", "t0ken", "--volumes\""})
            QVERIFY2(!text.contains(never), never);
        QStringList removed;
        for (const Step &step : driver()->keepSteps(plan))
            removed.append(step.args.value(u"arguments"_s).toArray().last().toString());
        QVERIFY(removed.contains(u"kestra-before-1.0.36"_s));
        QVERIFY(removed.contains(u"kestra-before-1.3.44"_s));
        QCOMPARE(removed.size(), read->components.size() + 1);
        compareWithGolden(QString::fromUtf8(QTest::currentDataTag()), text);
    }

private:
    void compareWithGolden(const QString &name, const QByteArray &seen)
    {
        const QString path = QStringLiteral(GOLDEN_FOLDER) + u'/' + name + u".json"_s;
        QFile file(path);
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(seen), seen.size());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly),
                 qPrintable(u"no golden file %1: run with UPDATE_GOLDEN=1"_s.arg(path)));
        QCOMPARE(QString::fromUtf8(seen), QString::fromUtf8(file.readAll()));
    }
};

QTEST_GUILESS_MAIN(TestDockerDriver)
#include "tst_dockerdriver.moc"
