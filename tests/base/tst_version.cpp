// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/version.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordered_data();
    void ordered();
    void parsed_data();
    void parsed();
};

void TestVersion::ordered_data()
{
    QTest::addColumn<QString>("smaller");
    QTest::addColumn<QString>("larger");
    QTest::newRow("0.9.2 < 0.10.0") << u"0.9.2"_s << u"0.10.0"_s;
    QTest::newRow("1.0.36 < 1.3.0") << u"1.0.36"_s << u"1.3.0"_s;
    QTest::newRow("1.3.44 < 2.0.0-rc1") << u"1.3.44"_s << u"2.0.0-rc1"_s;
    QTest::newRow("rc7 before its release") << u"2.0.0-rc7"_s << u"2.0.0"_s;
    QTest::newRow("rc2 before rc10") << u"2.0.0-rc2"_s << u"2.0.0-rc10"_s;
    QTest::newRow("beta before rc") << u"0.5.0-BETA"_s << u"0.5.0-rc1"_s;
    QTest::newRow("a fourth number") << u"0.15.10"_s << u"0.15.10.1"_s;
}

void TestVersion::ordered()
{
    QFETCH(QString, smaller);
    QFETCH(QString, larger);
    const Version a = Version::of(smaller);
    const Version b = Version::of(larger);
    QVERIFY(a.isValid() && b.isValid());
    QVERIFY(a < b);
    QVERIFY(!(b < a));
    QVERIFY(a != b);
}

void TestVersion::parsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("plain") << u"1.0.36"_s << u"1.0.36"_s;
    QTest::newRow("with v") << u"v1.0.36"_s << u"1.0.36"_s;
    QTest::newRow("with blanks") << u" 1.0.36\n"_s << u"1.0.36"_s;
    QTest::newRow("candidate") << u"2.0.0-rc7"_s << u"2.0.0-rc7"_s;
    QTest::newRow("latest") << u"latest"_s << QString();
    QTest::newRow("latest-lts") << u"latest-lts"_s << QString();
    QTest::newRow("one number") << u"2"_s << QString();
    QTest::newRow("a variant is no version") << u"1.0.36-no-plugins"_s << QString();
    QTest::newRow("a digest") << u"sha256:12.34"_s << QString();
    QTest::newRow("huge number") << u"1.99999999999999"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestVersion::parsed()
{
    QFETCH(QString, text);
    QFETCH(QString, version);
    const auto result = Version::parse(text);
    QCOMPARE(result.has_value(), !version.isEmpty());
    if (result)
        QCOMPARE(result->toString(), version);
}

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
