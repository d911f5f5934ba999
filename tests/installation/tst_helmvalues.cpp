// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/helm/helmfiles.h"
#include "app/installation/helm/helmmigration.h"
#include "app/installation/helm/helmrights.h"
#include "app/installation/helm/helmvalues.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray chartZero =
    "image: {image: kestra/kestra, tag: ''}\nconfiguration: {}\nexecutable: /app/kestra\n"
    "deployments:\n  webserver: {enabled: false, replicaCount: 1}\n  worker: {enabled: "
    "false}\nworkerGroup:\n  big: {enabled: true}\n";
const QByteArray chartOne =
    "image: {repository: kestra/kestra, tag: ''}\ncommon: {replicas: 1}\nconfigurations: "
    "{application: {a: b}}\ndeployments:\n  worker: {enabled: true, replicas: 3}\n";

QStringList keysOf(const QList<LostKey> &lost)
{
    QStringList keys;
    for (const LostKey &one : lost)
        keys.append(one.key);
    return keys;
}

QJsonObject review(const QByteArray &rules, bool incomplete = false)
{
    return {{u"status"_s, QJsonObject{{u"resourceRules"_s, QJsonDocument::fromJson(rules).array()},
                                      {u"incomplete"_s, incomplete}}}};
}

} // namespace

class TestHelmValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QString>("tagKey");
        QTest::addColumn<bool>("tagIsOwn");
        QTest::addColumn<QString>("replicasOfWorker");
        QTest::newRow("chart 0.x") << chartZero << QByteArray("null\n") << u"0.x"_s << u"image.tag"_s << false
                                   << u"deployments.worker.replicaCount"_s;
        QTest::newRow("chart 1.x, own tag") << chartOne << QByteArray("image: {tag: v1.0.36}\n") << u"1.x"_s
                                            << u"image.tag"_s << true << u"deployments.worker.replicas"_s;
        QTest::newRow("in an umbrella chart")
            << QByteArray("postgres: {image: {repository: postgres}}\nupstream:\n  ") +
                   QByteArray(chartOne).replace("\n", "\n  ")
            << QByteArray("upstream: {image: {tag: v1}}\n") << u"1.x"_s << u"upstream.image.tag"_s << true
            << u"upstream.deployments.worker.replicas"_s;
        QTest::newRow("somebody's own chart")
            << QByteArray(
                   "image: {repository: mirror:5000/kestra/kestra, tag: v1.0.0}\ndeployments:\n  worker: "
                   "{replicas: 1}\n")
            << QByteArray("{}\n") << u"other"_s << u"image.tag"_s << false
            << u"deployments.worker.replicas"_s;
        QTest::newRow("nothing of Kestra")
            << QByteArray("image: {repository: nginx, tag: '1'}\n") << QByteArray("{}\n") << u"other"_s
            << QString() << false << QString();
    }

    void shapes()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, own);
        QFETCH(QString, replicasOfWorker);
        const Result<ValuesShape> shape = ValuesShape::read(all, own);
        QVERIFY2(shape.has_value(), shape ? "" : qPrintable(shape.error().message));
        QTEST(generationName(shape->generation), "generation");
        QTEST(shape->tagKey, "tagKey");
        QTEST(shape->tagIsOwn, "tagIsOwn");
        QCOMPARE(shape->replicasKey(u"deployments.worker"_s), replicasOfWorker);
    }

    void valuesThatAreNoYamlAreNamed()
    {
        const Result<ValuesShape> shape = ValuesShape::read("a: [1\n", "{}");
        QVERIFY(!shape);
        QCOMPARE(shape.error().kind, ErrorKind::BadInput);
        const Result<HelmFile> file = HelmFile::recognise(
            u"/k/values.yaml"_s, "ingress:\n  tls: []\n    - hosts: [kestra.example.com]\n");
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::BadInput);
    }

    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"    password: k3str4"_s << u"    password: hidden"_s;
        QTest::newRow("strong enough for 0.24")
            << u"password: \"Very-Good-12\""_s << u"password: Hidden-Value-1"_s;
        QTest::newRow("camel case") << u"  secretKey: abc"_s << u"  secretKey: hidden"_s;
        QTest::newRow("of S3") << u"access-key: AKIA1"_s << u"access-key: hidden"_s;
        QTest::newRow("in a flow map")
            << u"auth: {user: a, password: b, more: c}"_s << u"auth: {user: a, password: hidden, more: c}"_s;
        QTest::newRow("in a URL") << u"url: postgres://u:p4ss@host/db"_s
                                  << u"url: postgres://u:hidden@host/db"_s;
        QTest::newRow("a block") << u"token: |\n  one\n  two\nnext: 1"_s
                                 << u"token: |\n  hidden\n  hidden\nnext: 1"_s;
        QTest::newRow("a variable stays") << u"password: ${DB_PASSWORD}"_s << u"password: ${DB_PASSWORD}"_s;
        QTest::newRow("a name of a secret's map stays")
            << u"secrets:\n  - name: kestra-auth"_s << u"secrets:\n  - name: kestra-auth"_s;
    }

    void secretsAreTakenOut()
    {
        QFETCH(QString, line);
        QTEST(withHiddenSecrets(line), "shown");
    }

    void migration_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("migrated");
        QTest::addColumn<QStringList>("ignored");
        QTest::addColumn<QStringList>("blockers");
        const QByteArray off = "postgresql: {enabled: false}\nminio: {enabled: false}\n";
        const QStringList none;
        QTest::newRow("image")
            << off + "image: {image: my/kestra, tag: v0.24.9, pullPolicy: Always}\n"
            << QByteArray("image:\n  repository: my/kestra\n  tag: v0.24.9\n  pullPolicy: Always\n") << none
            << none;
        QTest::newRow("configuration")
            << off + "configuration: {kestra: {queue: {type: postgres}}}\n"
            << QByteArray("configurations:\n  application: {kestra: {queue: {type: postgres}}}\n") << none
            << none;
        QTest::newRow("secret from outside")
            << off + "externalSecret: {secretName: db, key: application-kestra.yml}\n"
            << QByteArray("configurations:\n  secrets:\n    - name: db\n      key: application-kestra.yml\n")
            << none << none;
        QTest::newRow("worker with many threads")
            << off + "deployments:\n  worker: {enabled: true, replicaCount: 3, workerThreads: 64, command: "
                     "'server "
                     "worker'}\n"
            << QByteArray(
                   "deployments:\n  worker:\n    enabled: true\n    workerThreads: 64\n    replicas: 3\n")
            << none << none;
        QTest::newRow("a command of one's own is lost")
            << off + "deployments:\n  worker: {enabled: true, command: 'server worker --thread=9'}\n"
            << QByteArray("deployments:\n  worker:\n    enabled: true\n")
            << QStringList{u"deployments.worker.command"_s} << none;
        QTest::newRow("what went below common")
            << off + "extraEnv: [{name: A, value: b}]\nresources: {limits: {memory: 2Gi}}\n"
            << QByteArray(
                   "common:\n  resources: {limits: {memory: 2Gi}}\n  extraEnv: [{name: A, value: b}]\n")
            << none << none;
        QTest::newRow("environment from a secret")
            << off + "extraSecretEnvFrom: [{name: s, prefix: SECRET_}]\n"
            << QByteArray(
                   "common:\n  extraEnvFrom:\n    - secretRef:\n        name: s\n      prefix: SECRET_\n")
            << none << none;
        QTest::newRow("probe")
            << off + "startupProbe: {enabled: true, path: /health, port: management, "
                     "failureThreshold: 300}\n"
            << QByteArray("common:\n  startupProbe:\n    httpGet:\n      path: /health\n      port: "
                          "management\n    failureThreshold: 300\n")
            << none << none;
        QTest::newRow("service") << off + "service: {type: NodePort, port: 80}\n"
                                 << QByteArray(
                                        "service:\n  type: NodePort\n  ports:\n    http:\n      port: 80\n")
                                 << none << none;
        QTest::newRow("account") << off + "serviceAccountName: runner\n"
                                 << QByteArray("serviceAccount:\n  create: false\n  name: runner\n") << none
                                 << none;
        QTest::newRow("docker in docker")
            << off + "dind: {enabled: true, image: {image: docker, tag: 27-dind-rootless}}\n"
            << QByteArray("dind:\n  enabled: true\n  base:\n    rootless:\n      image:\n        repository: "
                          "docker\n"
                          "        tag: 27-dind-rootless\n")
            << none << none;
        QTest::newRow("keys that no chart reads")
            << off + "persistence: {size: 5Gi}\nextraPorts: [{name: jmx}]\nexecutable: /app/kestra\n"
            << QByteArray("{}\n") << QStringList{u"persistence.size"_s, u"extraPorts"_s, u"executable"_s}
            << none;
        QTest::newRow("bundled PostgreSQL and MinIO, without a word")
            << QByteArray("{}\n") << QByteArray("{}\n") << none
            << QStringList{u"postgresql.enabled"_s, u"minio.enabled"_s};
    }

    void migration()
    {
        QFETCH(QByteArray, old);
        const Result<MigratedValues> result = migrateValues(old, u"kestra"_s);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
        QTEST(result->yaml, "migrated");
        QTEST(keysOf(result->ignored), "ignored");
        QTEST(keysOf(result->blockers), "blockers");
    }

    void inlineSecretsBecomeASecret()
    {
        const Result<MigratedValues> result =
            migrateValues("secrets: {kestra: {a: b}}\nextraManifests: [{kind: ConfigMap}]\n", u"k"_s);
        QVERIFY(result.has_value());
        QVERIFY2(result->yaml.contains("kind: Secret"), result->yaml);
        QVERIFY2(result->yaml.contains("kind: ConfigMap"), result->yaml);
        QVERIFY2(result->yaml.contains("- name: k-application-secrets\n      key: application-secrets.yml"),
                 result->yaml);
    }

    void rights_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QStringList>("some");
        QTest::addColumn<int>("count");
        QTest::newRow("everything") << QByteArray(R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}])")
                                    << QStringList() << 0;
        QTest::newRow("looking only")
            << QByteArray(R"([{"verbs":["get","list"],"apiGroups":["","apps","batch"],"resources":["*"]}])")
            << QStringList{u"patch deployments.apps"_s, u"patch deployments.apps/scale"_s,
                           u"create pods/exec"_s, u"create jobs.batch"_s}
            << 13;
        QTest::newRow("one name is not all")
            << QByteArray(
                   R"([{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"resourceNames":["kestra"]}])")
            << QStringList{u"get pods"_s} << 24;
    }

    void rights()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QStringList, some);
        const HelmRights rights = HelmRights::from(review(rules), {u"deployment"_s});
        QVERIFY(rights.isKnown);
        for (const QString &right : some)
            QVERIFY2(rights.missing.contains(right), qPrintable(rights.missing.join(u", "_s)));
        QTEST(static_cast<int>(rights.missing.size()), "count");
    }

    void anIncompleteAnswerIsNoAnswer()
    {
        QVERIFY(!HelmRights::from(review("[]", true), {}).isKnown);
        QVERIFY(!HelmRights::from({}, {}).isKnown);
    }

    void files_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<int>("line");
        const auto kind = [](HelmFile::Kind one) { return static_cast<int>(one); };
        QTest::newRow("values") << u"/k/values.yaml"_s
                                << QByteArray("image:\n  repository: kestra/kestra\n  tag: v1.0.36\n")
                                << kind(HelmFile::Kind::Values) << u"v1.0.36"_s << 3;
        QTest::newRow("values under an alias")
            << u"/k/values.yaml"_s
            << QByteArray("db: {size: 1}\nupstream:\n  image:\n    repository: docker.io/alpha/kestra\n    "
                          "tag: v1.3.1\n")
            << kind(HelmFile::Kind::Values) << u"v1.3.1"_s << 5;
        QTest::newRow("Flux")
            << u"/k/release.yaml"_s
            << QByteArray("---\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: "
                          "HelmRelease\nmetadata: {name: kestra}\nspec:\n  chart:\n    spec:\n      "
                          "chart: kestra\n      version: 1.0.29\n")
            << kind(HelmFile::Kind::FluxRelease) << QString() << 9;
        QTest::newRow("Argo CD, several sources")
            << u"/k/app.yaml"_s
            << QByteArray(
                   "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: "
                   "kestra}\nspec:\n  sources:\n    - repoURL: https://helm.kestra.io/\n      chart: kestra\n"
                   "      targetRevision: v0.21.3\n    - repoURL: x\n      ref: values\n")
            << kind(HelmFile::Kind::ArgoApplication) << QString() << 8;
        QTest::newRow("Kustomize")
            << u"/k/kustomization.yaml"_s
            << QByteArray("kind: Kustomization\nimages:\n  - name: kestra/kestra\n    newTag: "
                          "v1.0.1\n")
            << kind(HelmFile::Kind::Kustomization) << u"v1.0.1"_s << 4;
        QTest::newRow("plain manifest, second document")
            << u"/k/deploy.yaml"_s
            << QByteArray(
                   "kind: Service\n---\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
                   "      - image: registry:30500/kestra/kestra:latest-lts\n        args: [server, "
                   "standalone]\n")
            << kind(HelmFile::Kind::Manifest) << u"latest-lts"_s << 8;
        QTest::newRow("umbrella chart")
            << u"/k/Chart.yaml"_s
            << QByteArray("apiVersion: v2\nname: flows\ndependencies:\n  - name: kestra\n"
                          "    version: 1.0.41\n")
            << kind(HelmFile::Kind::Chart) << QString() << 5;
        QTest::newRow("Terraform")
            << u"/k/main.tf"_s
            << QByteArray("resource \"helm_release\" \"kestra\" {\n  chart = \"kestra\"\n  set {\n"
                          "    name  = \"image.tag\"\n    value = \"v1.0.2\"\n  }\n}\n")
            << kind(HelmFile::Kind::Terraform) << u"v1.0.2"_s << 5;
        QTest::newRow("a Compose file")
            << u"/k/docker-compose.yml"_s
            << QByteArray("services:\n  kestra: {image: 'kestra/kestra:v1.0.0'}\n")
            << kind(HelmFile::Kind::None) << QString() << 0;
        QTest::newRow("somebody else's values")
            << u"/k/values.yaml"_s << QByteArray("image: {repository: nginx}\n# behind kestra\n")
            << kind(HelmFile::Kind::None) << QString() << 0;
    }

    void files()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        const Result<HelmFile> file = HelmFile::recognise(path, text);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QTEST(static_cast<int>(file->kind), "kind");
        QTEST(file->tag, "tag");
        QTEST(file->line, "line");
        QCOMPARE(file->what().isEmpty(), file->kind == HelmFile::Kind::None);
    }
};

QTEST_GUILESS_MAIN(TestHelmValues)
#include "tst_helmvalues.moc"
