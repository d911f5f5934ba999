// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/address.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<InstallationKind>("kind");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("again");
        QTest::newRow("practice") << u"practice:/p/it"_s << InstallationKind::Practice << QString()
                                  << u"practice:/p/it"_s;
        QTest::newRow("relative to the caller")
            << u"practice:it"_s << InstallationKind::Practice << QString() << u"practice:/caller/it"_s;
        QTest::newRow("dots and slashes")
            << u"compose:../k//./docker-compose.yml"_s << InstallationKind::Compose << QString()
            << u"compose:/k/docker-compose.yml"_s;
        QTest::newRow("blanks and colons in a path")
            << u"compose:/my files/a:b.yml"_s << InstallationKind::Compose << QString()
            << u"compose:/my files/a:b.yml"_s;
        QTest::newRow("a container is no path")
            << u"docker:kestra"_s << InstallationKind::Docker << QString() << u"docker:kestra"_s;
        QTest::newRow("a release is no path") << u"helm:prod/data/kestra"_s << InstallationKind::Helm
                                              << QString() << u"helm:prod/data/kestra"_s;
        QTest::newRow("standalone") << u"standalone:/opt/kestra"_s << InstallationKind::Standalone
                                    << QString() << u"standalone:/opt/kestra"_s;
        QTest::newRow("another machine")
            << u"ssh://ops@host:2222/compose:/srv/k/docker-compose.yml"_s << InstallationKind::Compose
            << u"ssh://ops@host:2222"_s << u"ssh://ops@host:2222/compose:/srv/k/docker-compose.yml"_s;
    }

    void understood()
    {
        QFETCH(QString, text);
        const auto address = Address::parse(text, u"/caller"_s);
        QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
        QTEST(address->kind, "kind");
        QTEST(address->host, "host");
        QTEST(address->toString(), "again");
        const auto again = Address::parse(address->toString(), u"/elsewhere"_s);
        QVERIFY(again.has_value());
        QCOMPARE(again->toString(), address->toString());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a folder alone") << u"/srv/kestra"_s;
        QTest::newRow("no kind of ours") << u"composed:/x"_s;
        QTest::newRow("kind in capitals") << u"Compose:/x"_s;
        QTest::newRow("nothing behind the kind") << u"practice:"_s;
        QTest::newRow("a machine alone") << u"ssh://ops@host"_s;
        QTest::newRow("a machine and a folder") << u"ssh://ops@host/srv/kestra"_s;
        QTest::newRow("no machine") << u"ssh:///compose:/x"_s;
    }

    void refused()
    {
        QFETCH(QString, text);
        const auto address = Address::parse(text, u"/caller"_s);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, ErrorKind::Usage);
        QVERIFY(address.error().message.contains(text));
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
