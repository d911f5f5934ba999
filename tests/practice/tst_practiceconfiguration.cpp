// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/configuration.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPracticeConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEitherSpelling();
    void filesWinOverTheEnvironment();
    void resolvesPlaceholders();
    void refusesBrokenYaml();
    void readsDurations_data();
    void readsDurations();

private:
    Result<Configuration> load(const QByteArray &yaml);

    QTemporaryDir m_folder;
};

Result<Configuration> TestPracticeConfiguration::load(const QByteArray &yaml)
{
    QFile file(m_folder.filePath(u"a.yaml"_s));
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Failed, file.errorString());
    file.write(yaml);
    file.close();
    return Configuration::load(file.fileName(), m_folder.path());
}

void TestPracticeConfiguration::readsEitherSpelling()
{
    const auto configuration =
        load("kestra:\n  server:\n    basicAuth: {username: me}\n  storage: {local: {basePath: data}}\n");
    QCOMPARE(configuration->value(u"kestra.server.basic-auth.username"_s), u"me"_s);
    QVERIFY(configuration->isSpelled(u"kestra.server.basicAuth.username"_s));
    QVERIFY(!configuration->isSpelled(u"kestra.server.basic-auth.username"_s));
    QCOMPARE(configuration->path(u"kestra.storage.local.base-path"_s, {}), m_folder.filePath(u"data"_s));
}

void TestPracticeConfiguration::filesWinOverTheEnvironment()
{
    qputenv("KESTRA_SERVER_TERMINATION_GRACE_PERIOD", "10s");
    QCOMPARE(load("a: b\n")->seconds(u"kestra.server.termination-grace-period"_s, 300), 10.0);
    QCOMPARE(load("kestra: {server: {terminationGracePeriod: 1m}}\n")
                 ->seconds(u"kestra.server.termination-grace-period"_s, 300),
             60.0);
    qunsetenv("KESTRA_SERVER_TERMINATION_GRACE_PERIOD");
    QCOMPARE(load("a: b\n")->seconds(u"kestra.server.termination-grace-period"_s, 300), 300.0);
}

void TestPracticeConfiguration::resolvesPlaceholders()
{
    qputenv("PRACTICE_TEST_HOST", "db1");
    const auto configuration =
        load("url: jdbc:postgresql://${PRACTICE_TEST_HOST}:${PRACTICE_TEST_PORT:5433}/kestra\n");
    QCOMPARE(configuration->value(u"url"_s), u"jdbc:postgresql://db1:5433/kestra"_s);
}

void TestPracticeConfiguration::refusesBrokenYaml()
{
    QVERIFY(!load("a: [b\n"));
}

void TestPracticeConfiguration::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("seconds");
    QTest::newRow("minutes") << "5m" << 300.0;
    QTest::newRow("milliseconds") << "500ms" << 0.5;
    QTest::newRow("a plain number") << "30" << 30.0;
    QTest::newRow("ISO") << "PT1M20S" << 80.0;
    QTest::newRow("an ISO day") << "P1D" << 86400.0;
    QTest::newRow("no duration") << "soon" << 7.0;
}

void TestPracticeConfiguration::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(double, seconds);
    QCOMPARE(durationSeconds(text, 7), seconds);
}

QTEST_GUILESS_MAIN(TestPracticeConfiguration)
#include "tst_practiceconfiguration.moc"
