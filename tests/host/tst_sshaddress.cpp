// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/host.h"
#include "app/host/sshaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSshAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("host") << u"ssh://kestra.example.org"_s << u"kestra.example.org"_s;
        QTest::newRow("alias of the configuration") << u"ssh://prod_1"_s << u"prod_1"_s;
        QTest::newRow("user") << u"ssh://ops@host"_s << u"ops@host"_s;
        QTest::newRow("user and port") << u"ssh://ops@host:2222"_s << u"-p 2222 ops@host"_s;
        QTest::newRow("IPv6") << u"ssh://ops@[fe80::1]:22"_s << u"-p 22 ops@fe80::1"_s;
    }
    void understood()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto address = SshAddress::parse(text);
        QVERIFY(address);
        QCOMPARE(address->words(), words);
        Hosts hosts;
        Host *host = hosts.at(text);
        QVERIFY(host);
        QCOMPARE(host->address(), text);
        QCOMPARE(hosts.at(text), host);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList texts{u"ssh://"_s,
                                u"ssh://-oProxyCommand=id"_s,
                                u"ssh://ops@-x"_s,
                                u"ssh://-l@host"_s,
                                u"ssh://a b"_s,
                                u"ssh://$(id)"_s,
                                u"ssh://h;id"_s,
                                u"ssh://`id`@h"_s,
                                u"ssh://h\nid"_s,
                                u"ssh://h:0"_s,
                                u"ssh://h:70000"_s,
                                u"ssh://h:22x"_s,
                                u"ssh://h/compose:/f"_s,
                                u"ssh://[::1"_s,
                                u"http://h"_s,
                                u"ssh://ops@"_s,
                                u"ssh://h%h"_s,
                                u"ssh://h\n"_s};
        for (const QString &text : texts)
            QTest::newRow(text.toUtf8().toPercentEncoding().constData()) << text;
    }
    void refused()
    {
        QFETCH(QString, text);
        QVERIFY(!SshAddress::parse(text));
        QCOMPARE(Hosts().at(text), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSshAddress)
#include "tst_sshaddress.moc"
