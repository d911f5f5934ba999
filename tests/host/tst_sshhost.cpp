// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshhost.h"
#include "app/task/job.h"
#include "app/task/waiting.h"
#include "sshserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{

/// Ends the connection of the call it is in, from the other side.
const QString cutScript = uR"sh(
p=$$
while [ "$p" -gt 1 ]; do
    case $(cat /proc/$p/comm) in sshd*) echo "$p" >"$2"; kill "$1" "$p"; sleep 60; exit;; esac
    p=$(sed 's/.*) //' /proc/$p/stat | cut -d' ' -f2)
done
)sh"_s;

template<typename T>
T awaited(Task<T> task, int seconds = 60)
{
    std::optional<T> result;
    Job job;
    job.start(std::move(task), [&result](T value) { result.emplace(std::move(value)); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, seconds * 1000))
        qFatal("a task did not end");
    return std::move(*result);
}

ProcessCall call(const QString &program, const QStringList &arguments = {})
{
    ProcessCall call;
    call.program = program;
    call.arguments = arguments;
    call.timeout = std::chrono::seconds(60);
    return call;
}

ProcessCall script(const QString &text, const QStringList &words = {})
{
    return call(u"sh"_s, QStringList{u"-c"_s, text, u"sh"_s} + words);
}

/// Words that somebody could have put into a file name or a password to be let in.
class Mischief
{
public:
    Mischief(quint32 seed, QString canary)
        : m_random(seed)
        , m_canary(std::move(canary))
    {
    }
    QString word()
    {
        static const QStringList pieces{
            u" "_s,  u"'"_s,  u"\""_s,     u"$"_s,      u"`"_s,      u"\\"_s,    u"\n"_s,  u"\r"_s,
            u"\t"_s, u"-"_s,  u"--"_s,     u"*"_s,      u"?"_s,      u"["_s,     u"!"_s,   u"~"_s,
            u"#"_s,  u"&"_s,  u";"_s,      u"|"_s,      u"<"_s,      u">"_s,     u"("_s,   u")"_s,
            u"{"_s,  u"}"_s,  u"%"_s,      u"\\n"_s,    u"$(("_s,    u"${"_s,    u"EOF"_s, u"ä"_s,
            u"日"_s, u"🙂"_s, u"\u0081"_s, u"\u0085"_s, u"\u2028"_s, u"\ufeff"_s};
        static const QStringList shapes{
            u"$(touch %1)"_s,      u"`touch %1`"_s,      u"; touch %1;"_s, u"'; touch %1; '"_s,
            u"\"; touch %1; \""_s, u"\ntouch %1\n"_s,    u"| touch %1"_s,  u"&& touch %1 &&"_s,
            u"'$(touch %1)'"_s,    u"\\'; touch %1 #"_s, u">%1"_s,         u"${x:=$(touch %1)}"_s};
        QString word;
        const int parts = m_random.bounded(0, 9);
        for (int i = 0; i < parts; ++i) {
            const int kind = m_random.bounded(0, 10);
            if (kind == 0)
                word += shapes[m_random.bounded(static_cast<int>(shapes.size()))].arg(m_canary);
            else if (kind < 3)
                word += QChar(static_cast<char16_t>(m_random.bounded(1, 0x300)));
            else if (kind < 8)
                word += pieces[m_random.bounded(static_cast<int>(pieces.size()))];
            else
                word += QChar(static_cast<char16_t>(m_random.bounded('a', 'z')));
        }
        return word;
    }

private:
    QRandomGenerator m_random;
    QString m_canary;
};

} // namespace

class TestSshHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<SshServer>();
        const QString trouble = m_server->start();
        if (trouble.isEmpty()) {
            m_host = SshHost::make(m_server->address(), m_server->options());
            const auto seen = awaited(m_host->run(call(u"true"_s)));
            m_trouble = seen ? QString() : seen.error().message + u' ' + seen.error().details;
        } else {
            m_trouble = trouble;
        }
    }
    void init()
    {
        if (!m_trouble.isEmpty())
            QSKIP(qPrintable(u"no SSH server of its own: "_s + m_trouble));
    }

    void wordsStayWords()
    {
        constexpr int words = 100000;
        constexpr int together = 500;
        const QString canary = m_server->file(u"canary"_s);
        const quint32 seed = qEnvironmentVariableIntValue("FUZZ_SEED") > 0
                                 ? static_cast<quint32>(qEnvironmentVariableIntValue("FUZZ_SEED"))
                                 : 20261124;
        Mischief mischief(seed, canary);
        int differ = 0;
        for (int done = 0; done < words; done += together) {
            ProcessCall printing = call(u"printf"_s, {u"%s\\0"_s});
            for (int i = 0; i < together; ++i)
                printing.arguments.append(mischief.word());
            const auto seen = awaited(m_host->run(printing));
            QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().message + seen.error().details));
            QList<QByteArray> back = seen->output.split('\0');
            QCOMPARE(back.size(), together + 1);
            for (int i = 0; i < together; ++i)
                differ += back[i] != printing.arguments[i + 1].toUtf8();
        }
        qInfo("%d words, seed %u: %d differ, %s became a command", words, seed, differ,
              QFile::exists(canary) ? "one" : "none");
        QCOMPARE(differ, 0);
        QVERIFY(!QFile::exists(canary));
    }

    void aCallTakesLittleTime()
    {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(awaited(m_host->run(call(u"true"_s)))->exitCode, 0);
        qInfo("50 calls: %lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 50000);
    }

    void namesStayNames()
    {
        const QString canary = m_server->file(u"canary2"_s);
        Mischief mischief(7, u"canary2"_s);
        for (int i = 0; i < 40; ++i) {
            const QString name = mischief.word().remove(u'/').left(60);
            if (name.isEmpty() || name == u"." || name == u"..")
                continue;
            const QString folder = m_server->file(u"-f %1 "_s.arg(i)) + name;
            const auto made =
                awaited(m_host->runScript(u"mkdir -p -- \"$1\""_s, {folder}, std::chrono::seconds(20)));
            QVERIFY(made);
            const QString file = folder + u'/' + name;
            const auto written =
                awaited(m_host->writeFile(file, name.toUtf8(), QFile::ReadOwner | QFile::WriteOwner));
            QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
            QCOMPARE(awaited(m_host->readFile(file)).value_or(QByteArray()), name.toUtf8());
            QCOMPARE(awaited(m_host->exists(file)), true);
            ProcessCall there = script(u"cat <\"./$1\""_s, {name});
            there.workingDirectory = folder;
            there.environment.insert(u"NAME"_s, name);
            there.outputFile = folder + u"/out "_s + name.left(40);
            QCOMPARE(awaited(m_host->run(there))->exitCode, 0);
            ProcessCall back = script(u"cat; printf %s \"$NAME\""_s);
            back.inputFile = there.outputFile;
            back.environment = there.environment;
            QCOMPARE(awaited(m_host->run(back))->output, (name + name).toUtf8());
        }
        QVERIFY(!QFile::exists(canary));
        QVERIFY(!QFile::exists(u"canary2"_s));
    }

    void environmentArrives()
    {
        ProcessCall printing = script(u"printf '%s|%s|%s' \"$A_B1\" \"$LC_ALL\" \"$(pwd)\""_s);
        printing.environment = {{u"A_B1"_s, u"it's \n $(id)"_s}};
        printing.workingDirectory = m_server->folder();
        const auto seen = awaited(m_host->run(printing));
        QVERIFY(seen);
        QCOMPARE(QString::fromUtf8(seen->output), u"it's \n $(id)|C|"_s + m_server->folder());
    }

    void secretsAreInNoCommandLine()
    {
        ProcessCall looking =
            script(u"cat >/dev/null; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n'; "
                   "printf '%s' \"$PASSWORD\" | wc -c"_s);
        looking.environment.insert(u"PASSWORD"_s, u"s3cret-of-the-environment"_s);
        looking.input = "s3cret-of-the-input";
        const auto seen = awaited(m_host->run(looking));
        QVERIFY(seen);
        QVERIFY2(seen->output.contains("ControlMaster=yes"), "the client's own command line must be seen");
        QVERIFY2(seen->output.contains("IFS= read -r n"), "the server's side must be seen");
        QVERIFY(!seen->output.contains("s3cret"));
        QVERIFY(seen->output.trimmed().endsWith("25"));
    }

    void bytesStayBytes()
    {
        QByteArray bytes(24 * 1024 * 1024 + 17, Qt::Uninitialized);
        QRandomGenerator random(3);
        for (char &byte : bytes)
            byte = static_cast<char>(random.generate());
        ProcessCall cat = call(u"cat"_s);
        cat.input = bytes;
        const auto seen = awaited(m_host->run(cat));
        QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().message));
        QVERIFY(seen->output == bytes);
        const QString file = m_server->file(u"big"_s);
        QVERIFY(awaited(m_host->writeFile(file, bytes, QFile::ReadOwner)));
        QVERIFY(awaited(m_host->readFile(file)).value() == bytes);
        ProcessCall copy = call(u"cat"_s);
        copy.inputFile = file;
        copy.outputFile = file + u" copy"_s;
        QCOMPARE(awaited(m_host->run(copy))->exitCode, 0);
        QFile copied(copy.outputFile);
        QVERIFY(copied.open(QIODevice::ReadOnly));
        QVERIFY(copied.readAll() == bytes);
    }

    void exitCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("0") << u"exit 0"_s << 0;
        QTest::newRow("1") << u"exit 1"_s << 1;
        QTest::newRow("255, which is ssh's own as well") << u"exit 255"_s << 255;
        QTest::newRow("killed") << u"kill -9 $$"_s << 137;
        QTest::newRow("terminated") << u"kill -15 $$"_s << 143;
        QTest::newRow("leaves input unread") << u"exit 5"_s << 5;
        QTest::newRow("leaves something in the background") << u"sleep 100 >/dev/null 2>&1 & exit 6"_s << 6;
    }
    void exitCodes()
    {
        QFETCH(QString, text);
        QFETCH(int, code);
        ProcessCall one = script(text + u"; "_s);
        one.input = QByteArray(3000000, 'x');
        const auto seen = awaited(m_host->run(one));
        QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().message + seen.error().details));
        QCOMPARE(seen->exitCode, code);
        QCOMPARE(m_host->cutOffs(), 0);
    }

    void errorsAreTheProgramsOwn()
    {
        QStringList lines;
        ProcessCall talking = script(u"echo out; echo one >&2; printf 'two, no line end' >&2"_s);
        talking.onLine = [&lines](const QString &line, bool isError) {
            lines.append((isError ? u"E "_s : u"O "_s) + line);
        };
        const auto seen = awaited(m_host->run(talking));
        QVERIFY(seen);
        QCOMPARE(seen->errors, QByteArray("one\ntwo, no line end"));
        lines.sort();
        QCOMPARE(lines, (QStringList{u"E one"_s, u"E two, no line end"_s, u"O out"_s}));
    }

    void whatIsNotThere()
    {
        QCOMPARE(awaited(m_host->run(call(u"no-such-program"_s))).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_host->readFile(u"/no/such/file"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(awaited(m_host->readFile(u"/etc"_s)).error().kind, ErrorKind::BadInput);
        QCOMPARE(awaited(m_host->exists(u"/no/such/file"_s)), false);
        QCOMPARE(awaited(m_host->writeFile(u"/no/such/file"_s, "x", QFile::ReadOwner)).error().kind,
                 ErrorKind::NotFound);
        ProcessCall lost = call(u"true"_s);
        lost.workingDirectory = u"/no/such/folder"_s;
        QVERIFY(awaited(m_host->run(lost)).error().message.contains(u"/no/such/folder"_s));
        ProcessCall input = call(u"true"_s);
        input.inputFile = u"/no/such/file"_s;
        QVERIFY(!awaited(m_host->run(input)));
        ProcessCall output = call(u"true"_s);
        output.outputFile = u"/no/such/file"_s;
        QVERIFY(!awaited(m_host->run(output)));
        ProcessCall unfit = call(u"echo"_s, {u"a\0b"_s});
        QCOMPARE(awaited(m_host->run(unfit)).error().kind, ErrorKind::BadInput);
    }

    void modeOfAFileIsKept()
    {
        const QString file = m_server->file(u"kept"_s);
        const QString link = m_server->file(u"link"_s);
        QVERIFY(
            awaited(m_host->writeFile(file, "one", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup)));
        QCOMPARE(awaited(m_host->run(call(u"stat"_s, {u"-c"_s, u"%a"_s, file})))->output.trimmed(), "640");
        QFile::link(file, link);
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(awaited(m_host->writeFile(link, "two", QFile::ReadOwner)));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(awaited(m_host->run(call(u"stat"_s, {u"-c"_s, u"%a"_s, file})))->output.trimmed(), "500");
        QCOMPARE(awaited(m_host->readFile(file)), "two");
        const auto rest =
            awaited(m_host->runScript(u"ls -a \"$1\""_s, {m_server->folder()}, std::chrono::seconds(20)));
        QVERIFY(!rest->output.contains(".writing-"));
    }

    void manyAtOnce()
    {
        std::vector<Task<Result<ProcessResult>>> tasks;
        for (int i = 0; i < 30; ++i)
            tasks.push_back(m_host->run(script(u"sleep 0.2; echo $1"_s, {QString::number(i)})));
        const auto all = awaited(whenAll(std::move(tasks)));
        for (int i = 0; i < 30; ++i) {
            QVERIFY2(all[i], qPrintable(all[i] ? QString() : all[i].error().message));
            QCOMPARE(all[i]->output.trimmed().toInt(), i);
        }
    }

    void webIsAskedFromThere()
    {
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost, 0));
        QByteArray asked;
        connect(&web, &QTcpServer::newConnection, &web, [&web, &asked] {
            QTcpSocket *socket = web.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
                asked += socket->readAll();
                if (asked.endsWith("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
            });
        });
        HttpRequest request;
        const QString authority = u"localhost:%1"_s.arg(web.serverPort());
        request.url = QUrl(u"http://%1/api/v1/configs"_s.arg(authority));
        for (int i = 0; i < 2; ++i) {
            asked.clear();
            const auto reply = awaited(m_host->send(request));
            QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
            QCOMPARE(reply->body, "hello");
            QVERIFY2(asked.toLower().contains("\nhost: " + authority.toLatin1() + "\r\n"), asked.constData());
        }
        web.close();
        const auto gone = awaited(m_host->send(request));
        QCOMPARE(gone.error().kind, ErrorKind::Unreachable);
        QVERIFY2(gone.error().message.contains(authority), qPrintable(gone.error().message));
    }

    void timeEnds()
    {
        const QString pid = m_server->file(u"pid"_s);
        ProcessCall slow = script(u"echo $$ >\"$1\"; exec sleep 300"_s, {pid});
        slow.timeout = std::chrono::milliseconds(800);
        const auto seen = awaited(m_host->run(slow));
        QCOMPARE(seen.error().kind, ErrorKind::Failed);
        QVERIFY2(seen.error().message.startsWith(u"sh "_s), qPrintable(seen.error().message));
        QTRY_VERIFY(isGone(pid));
        QCOMPARE(m_host->cutOffs(), 0);
    }

    void cancelEndsItThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("polite") << u"echo $$ >\"$1.new\"; mv \"$1.new\" \"$1\"; exec sleep 300"_s;
        QTest::newRow("deaf")
            << u"trap '' TERM; echo $$ >\"$1.new\"; mv \"$1.new\" \"$1\"; sleep 300; sleep 300"_s;
    }
    void cancelEndsItThere()
    {
        QFETCH(QString, text);
        const QString pid = m_server->file(u"pid2"_s);
        QFile::remove(pid);
        {
            Job job;
            job.start(m_host->run(script(text, {pid})), [](const Result<ProcessResult> &) {});
            QTRY_VERIFY(QFile::exists(pid));
            QVERIFY(!isGone(pid));
        }
        QTRY_VERIFY_WITH_TIMEOUT(isGone(pid), 10000);
        QCOMPARE(awaited(m_host->run(call(u"true"_s)))->exitCode, 0);
    }

    void aConnectionCutInTheMiddle()
    {
        const auto host = SshHost::make(m_server->address(), m_server->options());
        QCOMPARE(awaited(host->run(call(u"true"_s)))->exitCode, 0);
        const auto cut = awaited(host->run(script(cutScript, {u"-9"_s, m_server->file(u"cut"_s)})));
        QCOMPARE(cut.error().kind, ErrorKind::Unreachable);
        QCOMPARE(host->cutOffs(), 1);
        const auto next = awaited(host->run(call(u"true"_s)));
        QVERIFY2(next, qPrintable(next ? QString() : next.error().message));
        QCOMPARE(host->cutOffs(), 1);
    }

    void readingComesBackByItself()
    {
        const auto host = SshHost::make(m_server->address(), m_server->options());
        const QString fifo = m_server->file(u"fifo"_s);
        QVERIFY(awaited(host->runScript(u"mkfifo -- \"$1\""_s, {fifo}, std::chrono::seconds(10))));
        QProcess killer; // cuts the connection while the fifo is being read, then turns it into a file
        killer.start(u"sh"_s, {u"-c"_s, u"echo x >\"$1\"; exec sleep 0"_s, u"sh"_s, fifo});
        Job job;
        std::optional<Result<QByteArray>> seen;
        job.start(host->readFile(fifo), [&seen](Result<QByteArray> bytes) { seen = std::move(bytes); });
        const auto cut = awaited(host->run(script(cutScript, {u"-9"_s, m_server->file(u"cut"_s)})));
        QVERIFY(!cut);
        QVERIFY(QFile::remove(fifo));
        m_server->write(u"fifo"_s, "whole");
        QTRY_VERIFY_WITH_TIMEOUT(seen.has_value(), 20000);
        killer.kill();
        killer.waitForFinished();
        QVERIFY2(seen->has_value(), qPrintable(seen->has_value() ? QString() : seen->error().message));
    }

    void whatWasLeftRunningEndsBeforeTheNextCall()
    {
        const auto host = SshHost::make(m_server->address(), m_server->options());
        const QString pid = m_server->file(u"pid3"_s);
        const QString apart = m_server->file(u"pid4"_s);
        QCOMPARE(
            awaited(
                host->run(script(
                    u"setsid sh -c 'echo $$ >\"$1\"; exec sleep 300' sh \"$1\" </dev/null >/dev/null 2>&1 &"_s,
                    {apart})))
                ->exitCode,
            0);
        Job job;
        std::optional<Result<ProcessResult>> seen;
        job.start(host->run(script(u"echo $$ >\"$1\"; sleep 300; sleep 300"_s, {pid})),
                  [&seen](Result<ProcessResult> result) { seen = std::move(result); });
        QTRY_VERIFY(QFile::exists(pid));
        // The server's side stands still, as with a cable pulled out: nobody there notices anything.
        QElapsedTimer clock;
        clock.start();
        Job stopping;
        std::optional<Result<ProcessResult>> stopped;
        stopping.start(host->run(script(cutScript, {u"-STOP"_s, m_server->file(u"cut"_s)})),
                       [&stopped](Result<ProcessResult> result) { stopped = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(seen.has_value() && stopped.has_value(), 15000);
        QCOMPARE(seen->error().kind, ErrorKind::Unreachable);
        QVERIFY(!isGone(pid));
        qInfo("lost connection noticed after %lld ms", clock.elapsed());
        QCOMPARE(awaited(host->run(call(u"true"_s)))->exitCode, 0);
        QVERIFY(isGone(pid));
        QVERIFY2(!isGone(apart), "what was started apart is no business of a lost connection");
        QProcess::execute(u"sh"_s, {u"-c"_s, u"kill $(cat \"$1\"); kill -KILL $(cat \"$2\")"_s, u"sh"_s,
                                    apart, m_server->file(u"cut"_s)});
    }

    void keysAndDoors_data()
    {
        QTest::addColumn<QByteArray>("knownHosts");
        QTest::addColumn<QString>("address");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("says");
        const QString right = m_server->address();
        const QByteArray known = m_server->hostLine();
        QByteArray changed = known;
        const QString port = u":%1"_s.arg(m_server->port());
        QFile other(m_server->file(u"id.pub"_s));
        QVERIFY(other.open(QIODevice::ReadOnly));
        changed = known.first(known.indexOf(' ') + 1) + other.readAll();
        QTest::newRow("unknown key") << QByteArray() << right << ErrorKind::Denied << u"is not known here"_s;
        QTest::newRow("changed key") << changed << right << ErrorKind::Denied << u"has changed"_s;
        QTest::newRow("wrong user") << known << u"ssh://no-such-user@127.0.0.1"_s + port << ErrorKind::Denied
                                    << u"does not let us in"_s;
        QTest::newRow("nobody listens")
            << known << u"ssh://127.0.0.1:1"_s << ErrorKind::Unreachable << u"refused"_s;
        QTest::newRow("no such host") << known << u"ssh://no-such-host.invalid"_s << ErrorKind::Unreachable
                                      << u"no-such-host.invalid"_s;
    }
    void keysAndDoors()
    {
        QFETCH(QByteArray, knownHosts);
        QFETCH(QString, address);
        m_server->write(u"other_hosts"_s, knownHosts);
        QFile config(m_server->file(u"config"_s));
        QVERIFY(config.open(QIODevice::ReadOnly));
        // Even where the person's own configuration would take any key.
        m_server->write(u"other_config"_s, "StrictHostKeyChecking no\n" +
                                               config.readAll().replace("known_hosts", "other_hosts"));
        SshOptions options = m_server->options();
        options.configFile = m_server->file(u"other_config"_s);
        const auto host = SshHost::make(address, options);
        const auto seen = awaited(host->exists(u"/"_s));
        QVERIFY(!seen);
        QTEST(seen.error().kind, "kind");
        QFETCH(QString, says);
        QVERIFY2(seen.error().message.contains(says), qPrintable(seen.error().message));
        QFile hosts(m_server->file(u"other_hosts"_s));
        QVERIFY(hosts.open(QIODevice::ReadOnly));
        QCOMPARE(hosts.readAll(), knownHosts);
        QCOMPARE(host->cutOffs(), 0);
    }

    void aServerThatSaysNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost, 0));
        const auto host =
            SshHost::make(u"ssh://127.0.0.1:%1"_s.arg(silent.serverPort()), m_server->options());
        QElapsedTimer clock;
        clock.start();
        const auto seen = awaited(host->run(call(u"true"_s)));
        QCOMPARE(seen.error().kind, ErrorKind::Unreachable);
        QVERIFY2(clock.elapsed() < 10000, qPrintable(QString::number(clock.elapsed())));
    }

private:
    static bool isGone(const QString &pidFile)
    {
        QFile file(pidFile);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const int pid = file.readAll().trimmed().toInt();
        return pid > 1 && ::kill(pid, 0) != 0;
    }

    std::unique_ptr<SshServer> m_server;
    std::unique_ptr<SshHost> m_host;
    QString m_trouble;
};

QTEST_GUILESS_MAIN(TestSshHost)
#include "tst_sshhost.moc"
