// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/http.h"
#include "app/task/job.h"
#include "app/task/waiting.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace
{

struct Mark {
    QStringList *lines;
    QString text;
    ~Mark() { lines->append(text); }
};

Task<int> slow(int value, int milliseconds, QStringList *lines)
{
    const Mark mark{lines, u"gone %1"_s.arg(value)};
    co_await delay(std::chrono::milliseconds(milliseconds));
    lines->append(u"came %1"_s.arg(value));
    co_return value;
}

Task<int> atOnce(int value)
{
    co_return value;
}

Task<int> sum(QStringList *lines)
{
    const int first = co_await slow(1, 5, lines);
    const int second = co_await atOnce(2);
    co_return first + second;
}

template<typename T>
std::optional<T> ended(Task<T> task)
{
    std::optional<T> result;
    Job job;
    job.start(std::move(task), [&result](T value) { result.emplace(std::move(value)); });
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, 20000);
    return result;
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeItIsAwaited();
    void oneAfterAnother();
    void droppedIsCancelled();
    void cancelComesOnceAndFromTheLoop();
    void anotherStartReplacesTheFirst();
    void allAtOnce();
    void polls();
    void threadIsAskedToStop();
    void threadGivesItsResult();
    void httpAnswers_data();
    void httpAnswers();
    void httpDroppedIsAborted();
    void httpRefusesOtherSchemes();
};

void TestTask::nothingBeforeItIsAwaited()
{
    QStringList lines;
    {
        const Task<int> task = slow(1, 0, &lines);
    }
    QCOMPARE(lines, QStringList());
}

void TestTask::oneAfterAnother()
{
    QStringList lines;
    QCOMPARE(ended(sum(&lines)), 3);
    QCOMPARE(lines, (QStringList{u"came 1"_s, u"gone 1"_s}));
}

void TestTask::droppedIsCancelled()
{
    QStringList lines;
    {
        Job job;
        job.start(sum(&lines), [](int) { QFAIL("it was dropped"); });
        QVERIFY(job.isRunning());
    }
    QCOMPARE(lines, QStringList{u"gone 1"_s});
    QTest::qWait(20);
    QCOMPARE(lines, QStringList{u"gone 1"_s});
}

void TestTask::cancelComesOnceAndFromTheLoop()
{
    QStringList lines;
    Job job;
    const QSignalSpy cancelled(&job, &Job::cancelled);
    const QSignalSpy finished(&job, &Job::finished);
    job.start(slow(1, 60000, &lines), [](int) { QFAIL("it was cancelled"); });
    job.cancel();
    job.cancel();
    QVERIFY(job.isRunning());
    QTRY_VERIFY(!job.isRunning());
    QTest::qWait(1);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(lines, QStringList{u"gone 1"_s});
}

void TestTask::anotherStartReplacesTheFirst()
{
    QStringList lines;
    Job job;
    int result = 0;
    job.start(slow(1, 60000, &lines), [&result](int value) { result = value; });
    job.start(slow(2, 1, &lines), [&result](int value) { result = value; });
    QTRY_COMPARE(result, 2);
    QCOMPARE(lines.first(), u"gone 1"_s);
}

void TestTask::allAtOnce()
{
    QStringList lines;
    std::vector<Task<int>> tasks;
    for (const int time : {60, 1, 30})
        tasks.push_back(slow(time, time, &lines));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(ended(whenAll(std::move(tasks))), (QList<int>{60, 1, 30}));
    QCOMPARE(lines.first(), u"came 1"_s);
    QCOMPARE(ended(whenAll(std::vector<Task<int>>())), QList<int>());
}

void TestTask::polls()
{
    int asked = 0;
    const auto third = [&asked]() -> Task<bool> {
        return [](int *count) -> Task<bool> { co_return ++*count == 3; }(&asked);
    };
    QCOMPARE(ended(pollUntil(third, std::chrono::milliseconds(1), std::chrono::seconds(20))), true);
    QCOMPARE(asked, 3);
    QCOMPARE(ended(pollUntil(third, std::chrono::milliseconds(1), std::chrono::milliseconds(5))), false);
    QVERIFY(asked > 3);
}

void TestTask::threadIsAskedToStop()
{
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    const auto begun = std::make_shared<std::atomic<bool>>(false);
    {
        Job job;
        const auto work = [stopped, begun](std::stop_token stop) {
            *begun = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            *stopped = true;
            return 1;
        };
        job.start(inThread(work), [](int) { QFAIL("it was dropped"); });
        QTRY_VERIFY(begun->load());
    }
    QTRY_VERIFY(stopped->load());
}

void TestTask::threadGivesItsResult()
{
    QThread *const here = QThread::currentThread();
    const auto work = [here](std::stop_token) { return QThread::currentThread() != here; };
    QCOMPARE(ended(inThread(work)), true);
}

void TestTask::httpAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") << 200
                         << QByteArray("hi");
    QTest::newRow("404 is an answer")
        << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno") << 404 << QByteArray("no");
    QTest::newRow("503 is an answer")
        << QByteArray("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n") << 503 << QByteArray();
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nhi") << 0
                             << QByteArray();
    QTest::newRow("no HTTP") << QByteArray("220 smtp\r\n") << 0 << QByteArray();
    QTest::newRow("closed at once") << QByteArray() << 0 << QByteArray();
    QTest::newRow("too large") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" +
                                             QByteArray(5000, 'x'))
                               << 0 << QByteArray();
}

void TestTask::httpAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server, answer] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/x"_s.arg(server.serverPort()));
    request.bodyLimit = 1000;
    const auto reply = *ended(sendHttp(request));
    QCOMPARE(reply ? reply->status : 0, status);
    if (reply)
        QCOMPARE(reply->body, body);
    else
        QVERIFY(!reply.error().message.isEmpty());
}

void TestTask::httpDroppedIsAborted()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/x"_s.arg(server.serverPort()));
    QTcpSocket *socket = nullptr;
    {
        Job job;
        job.start(sendHttp(request), [](const Result<HttpReply> &) { QFAIL("it was dropped"); });
        QTRY_VERIFY(server.hasPendingConnections());
        socket = server.nextPendingConnection();
    }
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);

    request.timeout = std::chrono::milliseconds(50);
    const auto hanging = *ended(sendHttp(request));
    QCOMPARE(hanging.error().kind, ErrorKind::Unreachable);
}

void TestTask::httpRefusesOtherSchemes()
{
    HttpRequest request;
    for (const QString &url : {u"file:///etc/passwd"_s, u"ftp://h/x"_s, u""_s}) {
        request.url = QUrl(url);
        QCOMPARE(ended(sendHttp(request))->error().kind, ErrorKind::BadInput);
    }
}

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
