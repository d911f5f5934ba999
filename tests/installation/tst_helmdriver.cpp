// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"
#include "app/installation/driver.h"
#include "app/task/job.h"
#include "fakecluster.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray configuration = R"(datasources:
  postgres:
    url: jdbc:postgresql://kestra-postgresql:5432/kestra
    username: kestra
    password: k3str4-secret
kestra:
  server:
    basicAuth: {username: admin@example.com, password: Very-Secret-1}
  repository: {type: postgres}
  storage: {type: local, local: {basePath: /app/storage}}
)";

const QByteArray valuesOne =
    "image: {repository: kestra/kestra, tag: v1.0.36}\ncommon: {replicas: 1}\n"
    "configurations: {application: {a: b}}\ndeployments:\n  standalone: {enabled: true}\n"
    "  webserver: {enabled: false}\n  executor: {enabled: false}\n  scheduler: {enabled: "
    "false}\n  worker: {enabled: false, replicas: 3}\n  indexer: {enabled: false}\n";
const QByteArray valuesZero =
    "image: {image: kestra/kestra, tag: ''}\nconfiguration: {a: b}\ndeployments:\n  "
    "standalone: {enabled: true}\n  worker: {enabled: false}\npostgresql: {enabled: true}\n"
    "minio: {enabled: true}\n";

QJsonArray storageMount()
{
    return {FakeCluster::pair("name", "data", "mountPath", "/app/storage")};
}

QJsonArray storageVolume()
{
    return {QJsonObject{{u"name"_s, u"data"_s},
                        {u"persistentVolumeClaim"_s, QJsonObject{{u"claimName"_s, u"kestra-storage"_s}}}}};
}

QJsonObject selectorOf(const QString &component)
{
    return {{u"app.kubernetes.io/component"_s, component}, {u"app.kubernetes.io/instance"_s, u"kestra"_s}};
}

void answerDatabase(FakeHost &host)
{
    const QString psql =
        u"kubectl --context prod -n flows exec -i statefulset/kestra-postgresql -c postgresql -- "_s;
    host.answers += {
        {psql, u"pg_class"_s, R"([{"name":"flyway_schema_history"},{"name":"service_instance"}])", 0},
        {psql, u"pg_database_size"_s, R"([{"bytes":9000000,"version":"16.4"}])", 0},
        {psql, u"flyway_schema_history"_s, R"([{"version":"1.44","success":true}])", 0},
        {psql, u"as grace"_s, R"([{"grace":300}])", 0},
        {psql, u"service_instance"_s,
         R"([{"type":"EXECUTOR","state":"RUNNING","version":"1.0.36","fresh":true}])", 0},
    };
}

FakeCluster standalone(const QString &image, const QByteArray &values, int grace)
{
    FakeCluster cluster;
    cluster.ownValues = "image: {tag: v1.0.36}\nauth: {password: in-values-1}\n";
    cluster.allValues = values;
    cluster.addServer(u"standalone"_s, image, 1, grace, storageMount(), storageVolume());
    cluster.addDatabase(u"kestra-postgresql"_s);
    cluster.addService(u"kestra"_s, selectorOf(u"standalone"_s),
                       {FakeCluster::port(8080, u"http"_s), FakeCluster::port(8081, u"management"_s)});
    return cluster;
}

FakeCluster separate()
{
    FakeCluster cluster;
    cluster.ownValues = "image: {tag: v1.0.36}\n";
    cluster.allValues = valuesOne;
    for (const QString &component : {u"webserver"_s, u"executor"_s, u"scheduler"_s})
        cluster.addServer(component, u"kestra/kestra:v1.0.36"_s, 1, 360, storageMount(), storageVolume());
    cluster.addServer(u"worker"_s, u"kestra/kestra:v1.0.36"_s, 3, 60, storageMount(), storageVolume());
    cluster.addDatabase(u"kestra-postgresql"_s);
    const QJsonObject target{{u"kind"_s, u"Deployment"_s}, {u"name"_s, u"kestra-worker"_s}};
    for (const QString &kind : {u"HorizontalPodAutoscaler"_s, u"ScaledObject"_s})
        cluster.add({{u"kind"_s, kind},
                     {u"metadata"_s, QJsonObject{{u"name"_s, u"workers"_s}}},
                     {u"spec"_s, QJsonObject{{u"scaleTargetRef"_s, target}}}});
    return cluster;
}

FakeCluster oldBundled()
{
    FakeCluster cluster = standalone(u"kestra/kestra:latest"_s, valuesZero, 60);
    cluster.chart = u"kestra-0.24.4"_s;
    cluster.ownValues = "null\n";
    return cluster;
}

FakeCluster flux()
{
    FakeCluster cluster;
    cluster.labels = {{u"helm.toolkit.fluxcd.io/name"_s, u"kestra"_s},
                      {u"helm.toolkit.fluxcd.io/namespace"_s, u"flux-system"_s}};
    cluster.ownValues = "image: {tag: v1.0.36}\n";
    cluster.allValues = valuesOne;
    cluster.addServer(u"standalone"_s, u"kestra/kestra:v1.0.36"_s, 1, 360, storageMount(), storageVolume());
    cluster.addDatabase(u"kestra-postgresql"_s);
    return cluster;
}

FakeCluster pending()
{
    FakeCluster cluster = standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360);
    cluster.status = u"pending-upgrade"_s;
    cluster.manifest = "image: kestra/kestra:v1.0.36\n";
    return cluster;
}

/// Reads from the machine, which is used up by it; calls that nobody expected are an error.
Result<Installation> readFrom(FakeHost *fake)
{
    Hosts hosts{std::unique_ptr<Host>(fake)};
    SecretStore secrets(false);
    LookAround around{&hosts, &secrets};
    std::optional<Result<Installation>> result;
    Job job;
    job.start(driverFor(InstallationKind::Helm)->read(around, {}, u"prod/flows/kestra"_s),
              [&result](Result<Installation> read) { result.emplace(std::move(read)); });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 5000);
    if (!fake->unexpected.isEmpty())
        return failure(ErrorKind::Failed, fake->unexpected.join(u'\n'));
    return ended ? *result : failure(ErrorKind::Failed, u"did not end"_s);
}

Result<QList<Installation>> findFrom(FakeHost *fake, const QString &hint)
{
    Hosts hosts{std::unique_ptr<Host>(fake)};
    SecretStore secrets(false);
    LookAround around{&hosts, &secrets};
    std::optional<Result<QList<Installation>>> result;
    Job job;
    job.start(driverFor(InstallationKind::Helm)->find(around, {}, hint),
              [&result](Result<QList<Installation>> found) { result.emplace(std::move(found)); });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 5000);
    if (!fake->unexpected.isEmpty())
        return failure(ErrorKind::Failed, fake->unexpected.join(u'\n'));
    return ended ? *result : failure(ErrorKind::Failed, u"did not end"_s);
}

Result<Installation> readCluster(const FakeCluster &cluster, const QByteArray &config = configuration)
{
    auto *host = new FakeHost;
    cluster.answerOn(*host, config);
    answerDatabase(*host);
    return readFrom(host);
}

const Unknown *unknownOf(const Installation &installation, const QString &fact)
{
    for (const Unknown &unknown : installation.unknown) {
        if (unknown.fact == fact)
            return &unknown;
    }
    return nullptr;
}

} // namespace

class TestHelmDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No tunnel into whatever cluster this machine knows.
        qputenv("PATH", "/nonexistent");
        qunsetenv("KESTRA_UPGRADE_CHART");
    }

    void everythingIsSeen()
    {
        const Result<Installation> read = readCluster(standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->address, u"helm:prod/flows/kestra"_s);
        QCOMPARE(read->host, u"kube://prod/flows"_s);
        QCOMPARE(read->version, Version::of(u"1.0.36"));
        QVERIFY(!read->versionAssumed);
        QCOMPARE(read->components.size(), 1);
        QCOMPARE(read->components.first().component, Component::Standalone);
        QCOMPARE(read->components.first().state, u"running"_s);
        QCOMPARE(read->components.first().managementUrl, u"http://kestra:8081"_s);
        QCOMPARE(read->images.first().digest, u"sha256:aaaa1111"_s);
        QCOMPARE(read->images.first().where, u"values:image.tag"_s);
        QCOMPARE(read->database.schemaVersion, u"1.44"_s);
        QCOMPARE(read->storage.volume, u"kestra-storage"_s);
        QCOMPARE(read->api.url, u"http://kestra:8080"_s);
        QCOMPARE(read->details.value(u"generation"_s).toString(), u"1.x"_s);
        QCOMPARE(read->details.value(u"uid"_s).toString(), u"1234-abcd"_s);
        QVERIFY(!unknownOf(*read, u"rights"_s));
    }

    void nothingSecretIsKept()
    {
        const Result<Installation> read = readCluster(standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360));
        QVERIFY(read.has_value());
        QByteArray kept = QJsonDocument(read->toJson()).toJson() + QJsonDocument(read->details).toJson();
        for (const ConfigText &text : read->configurations)
            kept += text.text.toUtf8();
        QVERIFY(kept.contains("kestra-postgresql"));
        for (const char *never : {"k3str4-secret", "Very-Secret-1", "in-values-1", "t0ps3cret"})
            QVERIFY2(!kept.contains(never), never);
    }

    void troubles_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("kind");
        QTest::newRow("no such context") << u"config view"_s
                                         << QByteArray("error: context was not found for specified "
                                                       "context: prod")
                                         << static_cast<int>(ErrorKind::NotFound);
        QTest::newRow("no such context, in kubectl's newer words")
            << u"config view"_s << QByteArray("error: cannot locate context prod")
            << static_cast<int>(ErrorKind::NotFound);
        QTest::newRow("the cluster is down")
            << u"get namespace"_s
            << QByteArray(
                   "The connection to the server 10.0.0.1:6443 was refused - did you specify the right host?")
            << static_cast<int>(ErrorKind::Unreachable);
        QTest::newRow("another cluster")
            << u"get namespace"_s
            << QByteArray(R"(Error from server (NotFound): namespaces "flows" not found)")
            << static_cast<int>(ErrorKind::NotFound);
        QTest::newRow("nothing may be listed")
            << u"get deployments.apps"_s
            << QByteArray(
                   R"(Error from server (Forbidden): deployments.apps is forbidden: User "v" cannot list)")
            << static_cast<int>(ErrorKind::Denied);
    }

    void troubles()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, words);
        auto *host = new FakeHost;
        host->answers.append(
            {u"kubectl --context prod -n flows --request-timeout=10s "_s + call, {}, {}, 1, words});
        standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360).answerOn(*host, configuration);
        answerDatabase(*host);
        const Result<Installation> read = readFrom(host);
        QVERIFY(!read);
        QTEST(static_cast<int>(read.error().kind), "kind");
    }

    void onlyTheCurrentContextIsAsked()
    {
        auto *host = new FakeHost;
        host->answers = {
            {u"kubectl config current-context"_s, {}, "prod\n", 0},
            {u"helm --kube-context prod list --all --all-namespaces"_s,
             {},
             {},
             1,
             R"(Error: secrets is forbidden: User "v" cannot list resource "secrets")"},
            {u"helm --kube-context prod list --all -o json"_s,
             {},
             R"([{"name":"kestra","namespace":"flows","chart":"kestra-1.0.54","status":"deployed"},
                              {"name":"crds","namespace":"flows","chart":"kestra-operator-1.0.0"},
                              {"name":"db","namespace":"flows","chart":"postgresql-15.5.31"}])",
             0}};
        standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360).answerOn(*host, configuration);
        answerDatabase(*host);
        const Result<QList<Installation>> found = findFrom(host, {});
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().address, u"helm:prod/flows/kestra"_s);
        QCOMPARE(found->first().version, Version::of(u"1.0.36"));
    }

    void withoutAContextThereIsNothing()
    {
        auto *host = new FakeHost;
        host->answers = {
            {u"kubectl config current-context"_s, {}, {}, 1, "error: current-context is not set"}};
        const Result<QList<Installation>> found = findFrom(host, {});
        QVERIFY(found.has_value());
        QVERIFY(found->isEmpty());
    }

    void aFileSaysWhatItIsAndCannotBePlanned()
    {
        auto *host = new FakeHost;
        host->files.insert(u"/k/values.yaml"_s, "image:\n  repository: kestra/kestra\n  tag: v1.0.36\n");
        const Result<QList<Installation>> found = findFrom(host, u"/k/values.yaml"_s);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().address, u"helm:/k/values.yaml"_s);
        QCOMPARE(found->first().images.first().where, u"/k/values.yaml:3"_s);
        QCOMPARE(found->first().version, Version::of(u"1.0.36"));
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Helm)->prepare(found->first(), {}, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::NeedsPerson);
        QVERIFY2(steps.error().message.contains(u"helm:CONTEXT/NAMESPACE/RELEASE"_s),
                 qPrintable(steps.error().message));
    }

    void aChangeOfConfigurationIsForTheValues()
    {
        const Result<Installation> read = readCluster(standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360));
        QVERIFY(read.has_value());
        Hop hop{Version::of(u"1.0.36"), Version::of(u"1.3.44"), true, {}, {}};
        hop.edits = {{u"configmap/kestra-config:_default.yml"_s, 1, "a", "b", u"1.3/x"_s}};
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Helm)->hop(*read, hop, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::NeedsPerson);
    }

    void missingRightsAreNamedAtOnce()
    {
        FakeCluster cluster = standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360);
        cluster.rules = R"([{"verbs":["get","list"],"apiGroups":["*"],"resources":["*"]}])";
        const Result<Installation> read = readCluster(cluster);
        QVERIFY(read.has_value());
        const Unknown *rights = unknownOf(*read, u"rights"_s);
        QVERIFY(rights);
        QVERIFY2(rights->reason.contains(u"patch deployments.apps/scale"_s), qPrintable(rights->reason));
    }

    void storageInsideThePodStopsThePlan()
    {
        FakeCluster cluster;
        cluster.ownValues = "{}\n";
        cluster.allValues = valuesOne;
        cluster.addServer(u"standalone"_s, u"kestra/kestra:v1.0.36"_s);
        cluster.addDatabase(u"kestra-postgresql"_s);
        const Result<Installation> read = readCluster(cluster);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Helm)->prepare(*read, {}, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::Blocked);
    }

    void neverInstalledWholeStopsThePlan()
    {
        FakeCluster cluster = pending();
        cluster.status = u"pending-install"_s;
        auto *host = new FakeHost;
        host->answers.append({u"helm --kube-context prod -n flows history"_s,
                              {},
                              R"([{"revision":1,"status":"pending-install","chart":"kestra-1.0.54"}])",
                              0});
        cluster.answerOn(*host, configuration);
        answerDatabase(*host);
        const Result<Installation> read = readFrom(host);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QVERIFY(unknownOf(*read, u"release"_s));
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Helm)->prepare(*read, {}, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::NeedsPerson);
    }

    void anUpgradeThatMovedOnIsForAPerson()
    {
        FakeCluster cluster = pending();
        cluster.manifest = "image: kestra/kestra:v1.0.9\n";
        const Result<Installation> read = readCluster(cluster);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QList<FileChange> files;
        const Result<Steps> steps = driverFor(InstallationKind::Helm)->prepare(*read, {}, files);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::NeedsPerson);
    }

    void plans_data()
    {
        QTest::addColumn<std::shared_ptr<FakeCluster>>("cluster");
        const auto row = [](const char *name, const FakeCluster &cluster) {
            QTest::newRow(name) << std::make_shared<FakeCluster>(cluster);
        };
        row("standalone", standalone(u"kestra/kestra:v1.0.36"_s, valuesOne, 360));
        row("separate", separate());
        row("old-chart-bundled", oldBundled());
        row("flux", flux());
        row("pending", pending());
    }

    void plans()
    {
        QFETCH(std::shared_ptr<FakeCluster>, cluster);
        const Result<Installation> read = readCluster(*cluster);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        const Driver *driver = driverFor(InstallationKind::Helm);
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
        for (const char *never : {"uninstall", "delete pvc", "\"--force\"", "--reuse-values", "k3str4-secret",
                                  "Very-Secret-1", "in-values-1", "t0ps3cret"})
            QVERIFY2(!text.contains(never), never);
        compareWithGolden(QString::fromUtf8(QTest::currentDataTag()) + u".json"_s, text);
        compareWithGolden(QString::fromUtf8(QTest::currentDataTag()) + u".md"_s,
                          planAsMarkdown(plan).toUtf8());
    }

private:
    void compareWithGolden(const QString &name, const QByteArray &seen)
    {
        const QString path = QStringLiteral(GOLDEN_FOLDER) + u'/' + name;
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

QTEST_GUILESS_MAIN(TestHelmDriver)
#include "tst_helmdriver.moc"
