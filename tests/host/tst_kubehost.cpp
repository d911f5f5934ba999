// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/kubehost.h"
#include "app/task/job.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

/// Tunnels as kubectl opens them, played by a script in the PATH: it says the ports of the file `ports`, one
/// a call.
class TestKubeHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile script(m_folder.filePath(u"kubectl"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$*\" >>calls\n"
                     "port=$(sed -n \"$(wc -l <calls)p\" ports)\n"
                     "case $port in '') echo 'error: services \"nothing\" not found' >&2; exit 1;; esac\n"
                     "echo \"Forwarding from 127.0.0.1:$port -> 8080\"\nexec sleep 60\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        script.close();
        qputenv("PATH", m_folder.path().toLocal8Bit() + ":/usr/bin:/bin");
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\npong");
                socket->disconnectFromHost();
            });
        });
    }

    void init() { QFile::remove(m_folder.filePath(u"calls"_s)); }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("made");
        QTest::newRow("plain") << u"kube://prod/flows"_s << u"kube://prod/flows"_s;
        QTest::newRow("a context with slashes") << u"kube://arn:aws:eks:eu-west-1:1:cluster/prod/flows"_s
                                                << u"kube://arn:aws:eks:eu-west-1:1:cluster/prod/flows"_s;
        QTest::newRow("no namespace") << u"kube://prod"_s << QString();
        QTest::newRow("an empty namespace") << u"kube://prod/"_s << QString();
        QTest::newRow("no context") << u"kube:///flows"_s << QString();
        QTest::newRow("another scheme") << u"ssh://prod/flows"_s << QString();
    }

    void addresses()
    {
        QFETCH(QString, address);
        const std::unique_ptr<Host> host = KubeHost::fromAddress(address, *m_local);
        QTEST(host ? host->address() : QString(), "made");
    }

    void aTunnelIsKept()
    {
        setPorts({m_server.serverPort(), m_server.serverPort()});
        KubeHost host(*m_local, u"prod"_s, u"flows"_s);
        for (int i = 0; i < 3; ++i) {
            const Result<HttpReply> reply = ask(host, "GET");
            QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().message));
            QCOMPARE(reply->body, QByteArray("pong"));
        }
        QCOMPARE(
            calls(),
            QByteArray("--context prod -n flows port-forward --address 127.0.0.1 service/kestra :8080\n"));
    }

    void aBrokenOneIsMadeAnewOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("a question") << QByteArray("GET");
        QTest::newRow("a change, which asks before") << QByteArray("POST");
    }

    void aBrokenOneIsMadeAnewOnce()
    {
        QFETCH(QByteArray, method);
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 closed = gone.serverPort();
        gone.close();
        setPorts({closed, m_server.serverPort()});
        KubeHost host(*m_local, u"prod"_s, u"flows"_s);
        const Result<HttpReply> reply = ask(host, method);
        QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().message));
    }

    void aChangeIsNotTriedThroughAnotherTunnel()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (!socket->readAll().startsWith("POST"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\npong");
                socket->disconnectFromHost();
            });
        });
        setPorts({server.serverPort(), server.serverPort()});
        KubeHost host(*m_local, u"prod"_s, u"flows"_s);
        QVERIFY(!ask(host, "POST").has_value());
        QCOMPARE(calls().count('\n'), 1);
    }

    void aServiceThatIsNotThereIsNamed()
    {
        setPorts({});
        KubeHost host(*m_local, u"prod"_s, u"flows"_s);
        const Result<HttpReply> reply = ask(host, "GET");
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Unreachable);
        QVERIFY2(reply.error().message.contains(u"not found"_s), qPrintable(reply.error().message));
    }

private:
    void setPorts(const QList<quint16> &ports)
    {
        QFile file(m_folder.filePath(u"ports"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const quint16 port : ports)
            file.write(QByteArray::number(port) + '\n');
    }

    QByteArray calls()
    {
        QFile file(m_folder.filePath(u"calls"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static Result<HttpReply> ask(KubeHost &host, const QByteArray &method)
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(u"http://kestra:8080/ping"_s);
        std::optional<Result<HttpReply>> result;
        Job job;
        job.start(host.send(request),
                  [&result](Result<HttpReply> reply) { result.emplace(std::move(reply)); });
        const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 20000);
        return ended ? *result : failure(ErrorKind::Failed, u"did not end"_s);
    }

    QTemporaryDir m_folder;
    QTcpServer m_server;
    std::unique_ptr<Host> m_local = localHost();
};

QTEST_GUILESS_MAIN(TestKubeHost)
#include "tst_kubehost.moc"
