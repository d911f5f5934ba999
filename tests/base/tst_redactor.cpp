// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/redactor.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void toldSecrets_data();
    void toldSecrets();
    void plainTextStays();
};

void TestRedactor::shapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("assignment") << u"PGPASSWORD=hunter2x psql"_s << u"hunter2x"_s;
    QTest::newRow("YAML") << u"  password: hunter2x"_s << u"hunter2x"_s;
    QTest::newRow("JSON") << u"{\"password\":\"hunter2x\",\"a\":1}"_s << u"hunter2x"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer abcDEF123456.xyz"_s << u"abcDEF123456.xyz"_s;
    QTest::newRow("URL") << u"postgresql://kestra:hunter2x@db:5432/kestra"_s << u"hunter2x"_s;
    QTest::newRow("GitHub token") << u"using ghp_0123456789abcdefABCDEF"_s << u"0123456789abcdefABCDEF"_s;
    QTest::newRow("private key") << u"-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"_s
                                 << u"MIIE"_s;
    QTest::newRow("two in a line") << u"password=hunter2x token=hunter2x"_s << u"hunter2x"_s;
}

void TestRedactor::shapes()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const Redactor redactor;
    const QString clean = redactor.redact(text);
    QVERIFY2(!clean.contains(secret), qPrintable(clean));
    QVERIFY(clean.contains(secretDots()));
    QCOMPARE(redactor.redact(clean), clean);
    QVERIFY(redactor.count() > 0);
}

void TestRedactor::toldSecrets_data()
{
    QTest::addColumn<QString>("text");
    const QString secret = u"s3cr&t/wörd"_s;
    QTest::newRow("as it is") << u"found "_s + secret + u" here"_s;
    QTest::newRow("base64") << u"x "_s + QString::fromLatin1(secret.toUtf8().toBase64());
    QTest::newRow("in a URL") << u"http://h/?p="_s + QString::fromLatin1(QUrl::toPercentEncoding(secret));
}

void TestRedactor::toldSecrets()
{
    QFETCH(QString, text);
    Redactor redactor;
    redactor.add(u"s3cr&t/wörd"_s);
    redactor.add(u"ab"_s); // too short: would match everything
    QVERIFY(redactor.redact(text).contains(secretDots()));
    QVERIFY(!redactor.redact(text).contains(u"s3cr"_s));
    QCOMPARE(redactor.redact(u"about"_s), u"about"_s);
}

void TestRedactor::plainTextStays()
{
    const Redactor redactor;
    for (const QString &text : {u"Stop worker: 3 of 5"_s, u"image: kestra/kestra:v1.0.36"_s,
                                u"http://localhost:8080/api/v1/configs"_s})
        QCOMPARE(redactor.redact(text), text);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
