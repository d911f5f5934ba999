// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secrets.h"
#include "app/installation/kestraconfig.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Environment = QHash<QString, QString>;

class TestKestraConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySpellingIsTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Environment>("environment");
        QTest::newRow("kebab-case")
            << u"kestra:\n  storage:\n    type: local\n    local:\n      base-path: /app/storage\n"
               "  server:\n    basic-auth:\n      username: a@b.c\n      password: Secret12\n    termination-grace-period: 10m\n"_s
            << Environment();
        QTest::newRow("camelCase")
            << u"kestra:\n  storage:\n    type: local\n    local:\n      basePath: \"/app/storage\"\n"
               "  server:\n    basicAuth: {username: a@b.c, password: Secret12}\n    terminationGracePeriod: PT10M\n"_s
            << Environment();
        QTest::newRow("environment") << QString()
                                     << Environment{{u"KESTRA_STORAGE_TYPE"_s, u"local"_s},
                                                    {u"KESTRA_STORAGE_LOCAL_BASE_PATH"_s, u"/app/storage"_s},
                                                    {u"KESTRA_SERVER_BASIC_AUTH_USERNAME"_s, u"a@b.c"_s},
                                                    {u"KESTRA_SERVER_BASIC_AUTH_PASSWORD"_s, u"Secret12"_s},
                                                    {u"KESTRA_SERVER_TERMINATION_GRACE_PERIOD"_s, u"600s"_s}};
        QTest::newRow("placeholders")
            << u"kestra:\n  storage: {type: '${KIND:local}', local: {base-path: '${BASE}'}}\n"
               "  server:\n    basic-auth: {username: '${USER_NAME:a@b.c}', password: '${PASS}'}\n    terminationGracePeriod: 600s\n"_s
            << Environment{{u"BASE"_s, u"/app/storage"_s}, {u"PASS"_s, u"Secret12"_s}};
    }

    void everySpellingIsTheSame()
    {
        QFETCH(QString, text);
        QFETCH(Environment, environment);
        const Result<KestraConfig> config = KestraConfig::parse(text, u"application.yaml"_s, environment);
        QVERIFY(config.has_value());
        QCOMPARE(config->storageKind(), u"local"_s);
        QCOMPARE(config->storageBasePath(), u"/app/storage"_s);
        QCOMPARE(config->apiUser(), u"a@b.c"_s);
        QCOMPARE(config->graceSeconds(), 600);
        SecretStore store(false);
        config->rememberSecrets(&store, u"compose:/x"_s);
        QCOMPARE(store.known(u"compose:/x#api-password"_s), u"Secret12"_s);
    }

    void databaseOfTheUrl_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("schema");
        QTest::newRow("official") << u"jdbc:postgresql://postgres:5432/kestra"_s << u"postgresql"_s
                                  << u"postgres"_s << u"kestra"_s << QString();
        QTest::newRow("no port") << u"jdbc:postgresql://db/kestra?ssl=true"_s << u"postgresql"_s << u"db"_s
                                 << u"kestra"_s << QString();
        QTest::newRow("own schema") << u"jdbc:postgresql://db:5432/airflow?currentSchema=kestra"_s
                                    << u"postgresql"_s << u"db"_s << u"airflow"_s << u"kestra"_s;
        QTest::newRow("MySQL") << u"jdbc:mysql://db:3306/kestra"_s << u"mysql"_s << u"db"_s << u"kestra"_s
                               << QString();
        QTest::newRow("H2 in memory")
            << u"jdbc:h2:mem:public;DB_CLOSE_DELAY=-1"_s << u"h2"_s << QString() << QString() << QString();
        QTest::newRow("SQLite") << u"jdbc:sqlite:kestra.sqlite"_s << u"sqlite"_s << QString()
                                << u"kestra.sqlite"_s << QString();
    }

    void databaseOfTheUrl()
    {
        QFETCH(QString, url);
        QFETCH(QString, kind);
        const Result<KestraConfig> config = KestraConfig::parse(
            u"datasources:\n  main:\n    url: %1\n    username: k\n"_s.arg(url), u"x"_s, {});
        QVERIFY(config.has_value());
        QCOMPARE(config->databaseKind(), kind);
        QTEST(config->databaseHost(), "host");
        QTEST(config->databaseName(), "name");
        QTEST(config->databaseSchema(), "schema");
        QCOMPARE(config->databaseUser(), u"k"_s);
    }

    void defaultsAreKestras()
    {
        const Result<KestraConfig> config = KestraConfig::parse({}, u"x"_s, {});
        QVERIFY(config.has_value());
        QCOMPARE(config->serverPort(), 8080);
        QCOMPARE(config->managementPort(), 8081);
        QCOMPARE(config->graceSeconds(), 300);
        QVERIFY(config->apiUser().isEmpty());
    }

    void brokenTextNamesTheLine()
    {
        const Result<KestraConfig> config =
            KestraConfig::parse(u"kestra:\n  a: [\n"_s, u"/etc/kestra.yaml"_s, {});
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::BadInput);
        QVERIFY(config.error().message.contains(u"/etc/kestra.yaml"_s));
    }
};

QTEST_APPLESS_MAIN(TestKestraConfig)
#include "tst_kestraconfig.moc"
