// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/releasesource.h"
#include "app/task/job.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Answers every request with what the script holds for its path and query; keeps the requests.
class Server : public QTcpServer
{
public:
    Server()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_open[socket] += socket->readAll();
                if (!m_open[socket].contains("\r\n\r\n"))
                    return;
                const QByteArray request = m_open.take(socket);
                requests.append(request);
                answer(socket, request);
            });
        });
    }

    QUrl base() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    QHash<QByteArray, QByteArray> answers; ///< by path; the whole answer, or empty: never answered
    QList<QByteArray> requests;

private:
    void answer(QTcpSocket *socket, const QByteArray &request)
    {
        const QByteArray path = request.split(' ').value(1);
        if (!answers.contains(path))
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        else if (answers[path].isEmpty())
            return;
        else if (request.contains("If-None-Match: W/\"same\"") ||
                 request.contains("if-none-match: W/\"same\""))
            socket->write("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
        else
            socket->write(answers[path]);
        socket->disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> m_open;
};

QByteArray answer(const QByteArray &status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray entry(const char *tag, const char *body, const char *more = "")
{
    return QByteArray("{\"tag_name\":\"") + tag +
           "\",\"name\":null,\"draft\":false,\"prerelease\":false,\"published_at\":"
           "\"2026-09-07T10:00:00Z\",\"html_url\":\"https://github.com/x\",\"body\":" +
           body + more + "}";
}

const QByteArray First = "/repos/kestra-io/kestra/releases?per_page=100";
const QByteArray Second = "/repositories/1/releases?per_page=100&page=2";

} // namespace

class TestReleaseSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAllPagesAndKeepsThem();
    void asksForChangesOnly();
    void noticesEdits();
    void failures_data();
    void failures();
    void failureKeepsTheCache();
    void hangEndsInTime();
    void neverSendsATokenElsewhere();
    void damagedCacheIsSaid();
    void exportAndImport();
    void nextPages_data();
    void nextPages();

private:
    Result<ReleaseFetch> refresh(const ReleaseSource &source)
    {
        Job job;
        std::optional<Result<ReleaseFetch>> result;
        job.start(source.refresh(), [&](Result<ReleaseFetch> fetched) { result = std::move(fetched); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            return failure(ErrorKind::Failed, u"the task did not end"_s);
        return *result;
    }
    void twoPages()
    {
        m_server->answers[First] = answer("200 OK",
                                          "ETag: W/\"same\"\r\nLink: <" + m_server->base().toEncoded() +
                                              Second + ">; rel=\"next\", <x>; rel=\"last\"\r\n",
                                          "[" + entry("v1.3.44", "\"a\"") + "," + entry("push", "\"x\"") +
                                              "," + entry("v2.0.0-rc7", "null") + "]");
        m_server->answers[Second] = answer(
            "200 OK", "", "[" + entry("v2.0.0", "\"## Fixes\"") + "," + entry("v0.15.10.1", "\"\"") + "]");
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReleaseSource::init()
{
    m_server = std::make_unique<Server>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestReleaseSource::readsAllPagesAndKeepsThem()
{
    twoPages();
    const ReleaseSource source(m_folder->path() + u"/with blank"_s, m_server->base());
    QVERIFY(source.cached()->isEmpty());
    const Result<ReleaseFetch> fetch = refresh(source);
    QVERIFY2(fetch, fetch ? "" : qPrintable(fetch.error().message + fetch.error().details));
    QCOMPARE(fetch->pages, 2);
    QCOMPARE(fetch->releases.size(), 4);
    QCOMPARE(fetch->releases[0].version, Version::of(u"2.0.0"));
    QVERIFY(fetch->releases[1].preRelease);
    QCOMPARE(fetch->releases[1].title, u"v2.0.0-rc7"_s);
    QCOMPARE(fetch->releases[3].version, Version::of(u"0.15.10.1"));
    m_server->close();
    QCOMPARE(source.cached()->size(), 4);
    QVERIFY(source.cachedAt().isValid());
}

void TestReleaseSource::asksForChangesOnly()
{
    twoPages();
    const ReleaseSource source(m_folder->path(), m_server->base());
    QVERIFY(refresh(source));
    const Result<ReleaseFetch> again = refresh(source);
    QVERIFY(again);
    QCOMPARE(again->releases.size(), 4);
    QCOMPARE(again->unchangedPages, 1);
    QVERIFY(again->added.isEmpty() && again->edited.isEmpty());
    QVERIFY(m_server->requests[2].toLower().contains("if-none-match: w/\"same\""));
}

void TestReleaseSource::noticesEdits()
{
    twoPages();
    const ReleaseSource source(m_folder->path(), m_server->base());
    QVERIFY(refresh(source));
    m_server->answers[Second] = answer(
        "200 OK", "", "[" + entry("v2.0.0", "\"## Breaking Changes\"") + "," + entry("v2.0.1", "\"\"") + "]");
    const Result<ReleaseFetch> again = refresh(source);
    QVERIFY(again);
    QCOMPARE(again->edited, QStringList{u"v2.0.0"_s});
    QCOMPARE(again->added, QStringList{u"v2.0.1"_s});
}

void TestReleaseSource::failures_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("limit of the hour")
        << answer("403 Forbidden", "x-ratelimit-remaining: 0\r\nx-ratelimit-reset: 1900000000\r\n",
                  "{\"message\":\"API rate limit exceeded\"}")
        << ErrorKind::Denied << "2030-03-17";
    QTest::newRow("secondary limit") << answer("429 Too Many", "retry-after: 30\r\n", "{}")
                                     << ErrorKind::Denied << "ends ";
    QTest::newRow("token refused") << answer("401 Unauthorized", "", "{\"message\":\"Bad credentials\"}")
                                   << ErrorKind::Denied << "Bad credentials";
    QTest::newRow("forbidden") << answer("403 Forbidden", "", "no") << ErrorKind::Denied << "no";
    QTest::newRow("not there") << answer("404 Not Found", "", "{}") << ErrorKind::NotFound << "404";
    QTest::newRow("server failure") << answer("502 Bad Gateway", "", "<html>") << ErrorKind::Unreachable
                                    << "502";
    QTest::newRow("a page of HTML") << answer("200 OK", "", "<html></html>") << ErrorKind::BadInput << "";
    QTest::newRow("nothing") << answer("200 OK", "", "") << ErrorKind::BadInput << "";
    QTest::newRow("no array") << answer("200 OK", "", "{\"a\":1}") << ErrorKind::BadInput << "";
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n[{")
                             << ErrorKind::Unreachable << "";
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ErrorKind::Unreachable << "";
}

void TestReleaseSource::failures()
{
    QFETCH(QByteArray, reply);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, detail);
    m_server->answers[First] = reply;
    const Result<ReleaseFetch> fetch = refresh(ReleaseSource(m_folder->path(), m_server->base()));
    QVERIFY(!fetch);
    QCOMPARE(fetch.error().kind, kind);
    QVERIFY2(fetch.error().details.contains(detail), qPrintable(fetch.error().details));
    QVERIFY(!fetch.error().message.isEmpty());
}

void TestReleaseSource::failureKeepsTheCache()
{
    twoPages();
    const ReleaseSource source(m_folder->path(), m_server->base());
    QVERIFY(refresh(source));
    m_server->answers[Second] = answer("500 Oops", "", "");
    QVERIFY(!refresh(source));
    QCOMPARE(source.cached()->size(), 4);
}

void TestReleaseSource::hangEndsInTime()
{
    m_server->answers[First] = {};
    ReleaseSource source(m_folder->path(), m_server->base());
    source.setTimeout(std::chrono::milliseconds(200));
    const Result<ReleaseFetch> fetch = refresh(source);
    QVERIFY(!fetch);
    QCOMPARE(fetch.error().kind, ErrorKind::Unreachable);
}

void TestReleaseSource::neverSendsATokenElsewhere()
{
    Server other;
    m_server->answers[First] =
        answer("200 OK", "Link: <" + other.base().toEncoded() + "/p2>; rel=\"next\"\r\n",
               "[" + entry("v1.0.0", "\"\"") + "]");
    const Result<ReleaseFetch> fetch =
        refresh(ReleaseSource(m_folder->path(), m_server->base(), "secret-token"));
    QVERIFY(fetch);
    QCOMPARE(fetch->pages, 1);
    QVERIFY(m_server->requests[0].contains("Bearer secret-token"));
    QVERIFY(other.requests.isEmpty());
}

void TestReleaseSource::damagedCacheIsSaid()
{
    QFile file(m_folder->path() + u"/releases.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":1,\"pag");
    file.close();
    const ReleaseSource source(m_folder->path(), m_server->base());
    QVERIFY(!source.cached());
    QCOMPARE(source.cached().error().kind, ErrorKind::BadInput);
    twoPages();
    QVERIFY(refresh(source));
    QCOMPARE(source.cached()->size(), 4);
}

void TestReleaseSource::exportAndImport()
{
    twoPages();
    const ReleaseSource source(m_folder->path(), m_server->base());
    QVERIFY(!source.exported());
    QVERIFY(refresh(source));
    const ReleaseSource closed(m_folder->path() + u"/closed"_s, m_server->base());
    QVERIFY(closed.import(*source.exported()));
    QCOMPARE(*closed.cached(), *source.cached());
    QVERIFY(!closed.import("nonsense"));
    QCOMPARE(closed.cached()->size(), 4);
}

void TestReleaseSource::nextPages_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("next");
    QTest::newRow("none") << QByteArray() << "";
    QTest::newRow("last page") << QByteArray("<https://a/1>; rel=\"prev\", <https://a/1>; rel=\"first\"")
                               << "";
    QTest::newRow("middle") << QByteArray("<https://a/1>; rel=\"prev\", <https://a/3>; rel=\"next\"")
                            << "https://a/3";
    QTest::newRow("garbage") << QByteArray(">><; rel=\"next\"") << "";
}

void TestReleaseSource::nextPages()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, next);
    QCOMPARE(nextPage(header).toString(), next);
}

QTEST_GUILESS_MAIN(TestReleaseSource)
#include "tst_releasesource.moc"
