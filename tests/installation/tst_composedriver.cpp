// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"
#include "app/installation/driver.h"
#include "app/installation/planparts.h"
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

const QString composePath = u"/srv/kestra/docker-compose.yml"_s;
const QString runningId = u"sha256:1111111111112222222222222222222222222222222222222222222222222222"_s;
const QString postgresId = u"sha256:9999999999998888888888888888888888888888888888888888888888888888"_s;
const QString digest = u"sha256:aaaa1111"_s;

QByteArray configuration()
{
    return R"(datasources:
  postgres:
    url: jdbc:postgresql://postgres:5432/kestra
    username: kestra
    password: k3str4-secret
kestra:
  server:
    basicAuth: {username: admin@example.com, password: Very-Secret-1}
  repository: {type: postgres}
  storage: {type: local, local: {basePath: /app/storage}}
)";
}

QJsonObject container(const QString &service, const QString &image, const QString &imageId,
                      const QStringList &words, const QJsonArray &mounts)
{
    const QJsonObject labels{{u"com.docker.compose.project"_s, u"kestra"_s},
                             {u"com.docker.compose.service"_s, service},
                             {u"com.docker.compose.project.working_dir"_s, u"/srv/kestra"_s},
                             {u"com.docker.compose.project.config_files"_s, composePath}};
    return {
        {u"Id"_s, u"id-"_s + service},
        {u"Name"_s, u"/kestra-%1-1"_s.arg(service)},
        {u"Image"_s, imageId},
        {u"Path"_s, words.value(0)},
        {u"Args"_s, QJsonArray::fromStringList(words.mid(1))},
        {u"State"_s, QJsonObject{{u"Status"_s, u"running"_s}, {u"ExitCode"_s, 0}}},
        {u"Config"_s,
         QJsonObject{{u"Image"_s, image},
                     {u"Labels"_s, labels},
                     {u"Env"_s, QJsonArray{QString::fromUtf8("KESTRA_CONFIGURATION=" + configuration())}}}},
        {u"Mounts"_s, mounts}};
}

QJsonArray volume(const QString &name, const QString &target)
{
    return {QJsonObject{{u"Type"_s, u"volume"_s},
                        {u"Name"_s, name},
                        {u"Source"_s, u"/var/lib/docker/volumes/%1/_data"_s.arg(name)},
                        {u"Destination"_s, target}}};
}

QByteArray json(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray imageLine(const QString &repository, const QString &tag, const QString &id,
                     const QString &imageDigest)
{
    return QJsonDocument(
               QJsonObject{
                   {u"Repository"_s, repository}, {u"Tag"_s, tag}, {u"ID"_s, id}, {u"Digest"_s, imageDigest}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

/// An engine that runs the services of the file on `image`, and a database of 1.0.36.
void runEngine(FakeHost &host, const QStringList &services, const QString &image, const QJsonArray &mounts,
               const QByteArray &images)
{
    QJsonArray containers{container(u"postgres"_s, u"postgres"_s, postgresId, {u"postgres"_s}, {})};
    for (const QString &service : services)
        containers.append(
            container(service, image, runningId, {u"docker-entrypoint.sh"_s, u"server"_s, service}, mounts));
    QJsonObject resolved;
    for (const QString &service : services)
        resolved.insert(service, QJsonObject{{u"image"_s, image}});
    const QByteArray config = QJsonDocument(QJsonObject{{u"services"_s, resolved}}).toJson();
    host.answers = {
        {u"docker ps --all --quiet"_s, {}, "one\ntwo\n", 0},
        {u"docker inspect one two"_s, {}, json(containers), 0},
        {u"docker image ls"_s, {}, images, 0},
        {u"docker compose -f "_s, {}, config, 0},
        {u"docker exec"_s, u"pg_class"_s,
         R"([{"name":"flyway_schema_history"},{"name":"service_instance"},{"name":"flows"}])", 0},
        {u"docker exec"_s, u"pg_database_size"_s, R"([{"bytes":9000000,"version":"17.6 Debian"}])", 0},
        {u"docker exec"_s, u"flyway_schema_history"_s,
         R"([{"version":"1.9","success":true},{"version":"1.44","success":true},{"version":"1.45","success":false}])",
         0},
        {u"docker exec"_s, u"as grace"_s, R"([{"grace":600}])", 0},
        {u"docker exec"_s, u"service_instance"_s,
         R"([{"type":"EXECUTOR","state":"RUNNING","version":"1.0.36","fresh":true},{"type":"WORKER","state":"RUNNING","version":"0.9.0","fresh":false}])",
         0},
        {u"docker exec"_s, u"sum(length"_s, R"([{"bytes":100}])", 0},
        {u"docker exec"_s, u"distinct on"_s,
         R"([{"namespace":"a.b","id":"f","deleted":false,"source_code":"id: f"},{"namespace":"a","id":"gone","deleted":true,"source_code":"id: gone"}])",
         0},
    };
}

QByteArray oneService(const QByteArray &image, const QByteArray &more = {})
{
    return "services:\n  postgres:\n    image: postgres\n  kestra:\n    image: " + image +
           "\n    pull_policy: always\n    command: server standalone\n    volumes: ['data:/app/storage']\n" +
           more;
}

QByteArray separateServices()
{
    return "x-kestra: &kestra\n  image: kestra/kestra:v1.0.36\nservices:\n  postgres: {image: "
           "'postgres:17'}\n"
           "  webserver: {<<: *kestra, command: server webserver}\n  executor: {<<: *kestra, command: server "
           "executor}\n"
           "  scheduler: {<<: *kestra, command: server scheduler}\n  worker:\n    <<: *kestra\n    command: "
           "server worker\n";
}

/// Reads from the machine, which is used up by it; calls that nobody expected are an error unless
/// `unexpected` takes them.
Result<Installation> readFrom(FakeHost *fake, QStringList *unexpected = nullptr)
{
    Hosts hosts{std::unique_ptr<Host>(fake)};
    SecretStore secrets(false);
    LookAround around{&hosts, &secrets};
    std::optional<Result<Installation>> result;
    Job job;
    job.start(driverFor(InstallationKind::Compose)->read(around, {}, composePath),
              [&result](Result<Installation> read) { result.emplace(std::move(read)); });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 5000);
    if (unexpected)
        *unexpected = fake->unexpected;
    else if (!fake->unexpected.isEmpty())
        return failure(ErrorKind::Failed, fake->unexpected.join(u'\n'));
    return ended ? *result : failure(ErrorKind::Failed, u"did not end"_s);
}

} // namespace

class TestComposeDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatRunsIsSeen()
    {
        auto *host = new FakeHost;
        host->files.insert(composePath, oneService("kestra/kestra:latest"));
        runEngine(*host, {u"kestra"_s}, u"kestra/kestra:latest"_s, volume(u"data"_s, u"/app/storage"_s),
                  imageLine(u"kestra/kestra"_s, u"latest"_s, runningId, digest) +
                      imageLine(u"postgres"_s, u"latest"_s, postgresId, u"sha256:bbbb"_s));
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(!read->versionAssumed);
        QCOMPARE(read->components.size(), 1);
        QCOMPARE(read->components.first().state, u"running"_s);
        QCOMPARE(read->images.first().digest, digest);
        QCOMPARE(read->images.first().where, composePath + u":5"_s);
        QCOMPARE(read->database.schemaVersion, u"1.44"_s);
        QCOMPARE(read->database.failedMigrations, 1);
        QCOMPARE(read->database.serverVersion, u"17.6"_s);
        QCOMPARE(read->storage.hostPath, u"/var/lib/docker/volumes/data/_data"_s);
        QCOMPARE(read->graceSeconds, 600);
        QCOMPARE(read->flows.size(), 1);
        QVERIFY(read->flowsKnown);
        const QByteArray shown = QJsonDocument(read->toJson()).toJson();
        QVERIFY(!shown.contains("k3str4-secret"));
        QVERIFY(!shown.contains("Very-Secret-1"));
        QVERIFY(!QJsonDocument(read->details).toJson().contains("k3str4-secret"));
    }

    void aVariableChangedSinceIsNamed_data()
    {
        QTest::addColumn<QByteArray>("inTheFile");
        QTest::addColumn<QJsonArray>("changed");
        QTest::newRow("as the container was made") << configuration().replace('$', "$$") << QJsonArray();
        QTest::newRow("another password")
            << QByteArray("datasources: {}") << QJsonArray{u"kestra: KESTRA_CONFIGURATION"_s};
    }

    void aVariableChangedSinceIsNamed()
    {
        QFETCH(QByteArray, inTheFile);
        QFETCH(QJsonArray, changed);
        auto *host = new FakeHost;
        host->files.insert(composePath, oneService("kestra/kestra:latest"));
        runEngine(*host, {u"kestra"_s}, u"kestra/kestra:latest"_s, volume(u"data"_s, u"/app/storage"_s),
                  imageLine(u"kestra/kestra"_s, u"latest"_s, runningId, digest) +
                      imageLine(u"postgres"_s, u"latest"_s, postgresId, u"sha256:bbbb"_s));
        const QJsonObject environment{{u"KESTRA_CONFIGURATION"_s, QString::fromUtf8(inTheFile)}};
        const QJsonObject service{{u"image"_s, u"kestra/kestra:latest"_s}, {u"environment"_s, environment}};
        host->answers[3].output =
            QJsonDocument(QJsonObject{{u"services"_s, QJsonObject{{u"kestra"_s, service}}}}).toJson();
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->details.value(u"changedVariables"_s).toArray(), changed);
        QVERIFY(read->details.contains(u"changedVariables"_s));
    }

    void filesAloneAreEnough()
    {
        auto *host = new FakeHost;
        host->files.insert(composePath, oneService("kestra/kestra:v1.0.36"));
        QStringList unexpected;
        const Result<Installation> read = readFrom(host, &unexpected);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(unexpected.size(), 2);
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(read->versionAssumed);
        QVERIFY(!read->details.contains(u"changedVariables"_s));
        QStringList facts;
        for (const Unknown &unknown : read->unknown)
            facts.append(unknown.fact);
        QVERIFY(facts.contains(u"engine"_s));
        QVERIFY(facts.contains(u"database"_s));
    }

    void storageInsideTheContainerStopsThePlan()
    {
        auto *host = new FakeHost;
        host->files.insert(composePath, oneService("kestra/kestra:latest"));
        runEngine(*host, {u"kestra"_s}, u"kestra/kestra:latest"_s, {},
                  imageLine(u"kestra/kestra"_s, u"latest"_s, runningId, digest));
        const Result<Installation> read = readFrom(host);
        QVERIFY(read.has_value());
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Compose)->prepare(*read, {}, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::Blocked);
    }

    void plans_data()
    {
        QTest::addColumn<QByteArray>("compose");
        QTest::addColumn<QStringList>("services");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QByteArray>("images");
        const QByteArray postgres = imageLine(u"postgres"_s, u"latest"_s, postgresId, u"sha256:bbbb"_s);
        QTest::newRow("latest-by-digest")
            << oneService("kestra/kestra:latest") << QStringList{u"kestra"_s} << u"kestra/kestra:latest"_s
            << imageLine(u"kestra/kestra"_s, u"latest"_s, runningId, digest) + postgres;
        QTest::newRow("latest-built-here")
            << oneService("kestra/kestra:latest") << QStringList{u"kestra"_s} << u"kestra/kestra:latest"_s
            << imageLine(u"kestra/kestra"_s, u"latest"_s, runningId, u"<none>"_s) + postgres;
        QTest::newRow("separate") << separateServices()
                                  << QStringList{u"webserver"_s, u"executor"_s, u"scheduler"_s, u"worker"_s}
                                  << u"kestra/kestra:v1.0.36"_s
                                  << imageLine(u"kestra/kestra"_s, u"v1.0.36"_s, runningId, digest) +
                                         postgres;
    }

    void plans()
    {
        QFETCH(QByteArray, compose);
        QFETCH(QStringList, services);
        QFETCH(QString, image);
        QFETCH(QByteArray, images);
        auto *host = new FakeHost;
        host->files.insert(composePath, compose);
        runEngine(*host, services, image, volume(u"data"_s, u"/app/storage"_s), images);
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));

        const Driver *driver = driverFor(InstallationKind::Compose);
        const Hop first{Version::of(u"1.0.36"),
                        Version::of(u"1.3.44"),
                        false,
                        {{u"migrate"_s, u"metadata"_s, u"kv"_s}},
                        {}};
        const Hop last{Version::of(u"1.3.44"), Version::of(u"2.0.8"), true, {}, {}};
        Plan plan;
        plan.installation = read->address;
        plan.backupFolder = u"/backup"_s;
        const QList<Result<Steps>> parts{driver->prepare(*read, {first, last}, plan.files),
                                         driver->stop(*read),
                                         Steps{sealBackup(u"seal"_s, u"Seal"_s, u"/backup"_s, {}, {})},
                                         driver->hop(*read, first, plan.files),
                                         driver->hop(*read, last, plan.files),
                                         driver->start(*read, last)};
        for (const Result<Steps> &part : parts) {
            QVERIFY2(part.has_value(), part ? "" : qPrintable(part.error().message));
            plan.steps += *part;
        }
        numberSteps(plan);
        const Result<void> sound = checkPlan(plan);
        QVERIFY2(sound.has_value(), sound ? "" : qPrintable(sound.error().message));
        const QByteArray text = QJsonDocument(plan.toJson()).toJson();
        for (const char *never :
             {"\"down\"", "\"-v\"", "--volumes", "\"rm\"", "k3str4-secret", "Very-Secret-1"})
            QVERIFY2(!text.contains(never), never);
        compareWithGolden(QString::fromUtf8(QTest::currentDataTag()), text);
        compareWithGolden(QString::fromUtf8(QTest::currentDataTag()) + u".after"_s,
                          plan.files.value(0).after);
    }

private:
    void compareWithGolden(const QString &name, const QByteArray &seen)
    {
        const QString path = QStringLiteral(GOLDEN_FOLDER) + u'/' + name +
                             (name.endsWith(u".after"_s) ? u".yml"_s : u".json"_s);
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

QTEST_GUILESS_MAIN(TestComposeDriver)
#include "tst_composedriver.moc"
