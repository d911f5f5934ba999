// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/run/runbench.h"

#include "app/run/homelock.h"
#include "app/run/journalfile.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void chainShowsAChange_data();
    void chainShowsAChange();
    void damagedIsSetAside_data();
    void damagedIsSetAside();
    void refused_data();
    void refused();
    void readOnlyNeverWrites();
    void readOnlyDisk();
    void ownerThatIsGone();
    void lockNamesItsHolder();

private:
    static QJsonObject somePlan()
    {
        return {{u"installation"_s, u"practice:/x"_s}, {u"from"_s, u"1.0.36"_s}, {u"to"_s, u"2.0.8"_s}};
    }
};

void TestJournal::roundTrip()
{
    RunBench bench;
    const QString id = *bench.journal.createRun(u"upgrade"_s, somePlan());
    QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d{4}-[0-9a-f]{4}$"_s).match(id).hasMatch());
    QVERIFY(bench.journal.append(id, u"010-a"_s, u"intent"_s));
    QVERIFY(bench.journal.append(id, u"010-a"_s, u"receipt"_s, {{u"n"_s, 1}}));
    QVERIFY(bench.journal.append(id, u"010-a"_s, u"receipt"_s, {{u"n"_s, 2}}));
    QVERIFY(
        bench.journal.append(id, u"010-a"_s, u"observation"_s, {{u"name"_s, u"rows"_s}, {u"value"_s, 500}}));
    QVERIFY(bench.journal.record({id, u"rule-7"_s, u"accepted"_s, u"root"_s, {}}));

    auto reopened = Journal::open(bench.home.journalPath(), Journal::Access::ReadOnly);
    QVERIFY(reopened);
    const RunRecord record = *reopened->run(u"last"_s);
    QCOMPARE(record.id, id);
    QCOMPARE(record.state, u"running"_s);
    QCOMPARE(record.from, u"1.0.36"_s);
    QCOMPARE(record.plan, somePlan());
    QCOMPARE(reopened->receipt(id, u"010-a"_s)->value(u"n"_s).toInt(), 2);
    QCOMPARE(reopened->observation(id, u"rows"_s)->value().toInt(), 500);
    QVERIFY(!reopened->observation(id, u"other"_s)->has_value());
    QCOMPARE(reopened->answers(id)->first().subject, u"rule-7"_s);
    QCOMPARE(reopened->events(id)->size(), 4);
    QVERIFY(reopened->checkChain());
    QCOMPARE(reopened->run(u"nosuch"_s).error().kind, ErrorKind::NotFound);
    // Anybody can read it, nobody else can: mode 0600 in a folder of mode 0700.
    QVERIFY(!(QFileInfo(bench.home.journalPath()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestJournal::chainShowsAChange_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("a receipt rewritten") << u"update event set data = '{}' where sequence = 2"_s;
    QTest::newRow("the last row rewritten") << u"update event set kind = 'done' where sequence = 3"_s;
    QTest::newRow("a row taken out") << u"delete from event where sequence = 2"_s;
    QTest::newRow("moved to another step") << u"update event set step = '020-b' where sequence = 1"_s;
}

void TestJournal::chainShowsAChange()
{
    QFETCH(QString, statement);
    RunBench bench;
    const QString id = *bench.journal.createRun(u"upgrade"_s, somePlan());
    for (const QString &kind : {u"intent"_s, u"receipt"_s, u"failed"_s})
        QVERIFY(bench.journal.append(id, u"010-a"_s, kind, {{u"x"_s, 1}}));
    QVERIFY(bench.journal.checkChain());
    auto file = SqliteFile::open(bench.home.journalPath(), SqliteFile::Access::ReadWrite);
    QVERIFY(file->run(statement));
    QVERIFY(!bench.journal.checkChain());
}

void TestJournal::damagedIsSetAside_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::newRow("not a database at all") << 0 << 100;
    QTest::newRow("the first page torn") << 100 << 3000;
    QTest::newRow("the second page torn") << 4096 << 4096;
    QTest::newRow("a later page torn") << 8192 << 4096;
    QTest::newRow("cut in the middle") << -6000 << 0;
}

void TestJournal::damagedIsSetAside()
{
    QFETCH(int, from);
    QFETCH(int, length);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    {
        auto journal = Journal::open(path, Journal::Access::ReadWrite);
        const QString id = *journal->createRun(u"upgrade"_s, somePlan());
        for (int i = 0; i < 50; ++i)
            QVERIFY(journal->append(id, u"010-a"_s, u"observation"_s, {{u"text"_s, QString(200, u'x')}}));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (from < 0) {
        QVERIFY(file.resize(-from));
    } else {
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(QByteArray(length, '\xa5')), length);
    }
    file.close();
    const auto looked = Journal::open(path, Journal::Access::ReadOnly);
    QVERIFY(!looked);
    QVERIFY(QFileInfo::exists(path));
    auto journal = Journal::open(path, Journal::Access::ReadWrite);
    QVERIFY2(journal.has_value(), qPrintable(journal ? QString() : journal.error().message));
    QVERIFY(journal->setAside().contains(u"runs.sqlite.damaged-"_s));
    QCOMPARE(journal->runs()->size(), 0);
    QCOMPARE(QDir(folder.path()).entryList({u"runs.sqlite.damaged-*"_s}).size(), 1);
    QVERIFY(journal->createRun(u"upgrade"_s, somePlan()));
}

void TestJournal::refused_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<QString>("word");
    QTest::newRow("of another program") << u"create table t (x)"_s << u"another program"_s;
    QTest::newRow("of another program with its id")
        << u"create table t (x); pragma application_id = 7"_s << u"another program"_s;
    QTest::newRow("of a newer version")
        << u"create table run (x); pragma application_id = %1; pragma user_version = 99"_s.arg(
               journalApplicationId)
        << u"newer version"_s;
}

void TestJournal::refused()
{
    QFETCH(QString, statements);
    QFETCH(QString, word);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    {
        auto file = SqliteFile::open(path, SqliteFile::Access::ReadWrite);
        QVERIFY(file->runScript(statements));
    }
    const QByteArray before = content(path);
    for (const auto access : {Journal::Access::ReadOnly, Journal::Access::ReadWrite}) {
        const auto journal = Journal::open(path, access);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, ErrorKind::BadInput);
        QVERIFY(journal.error().message.contains(word));
    }
    QCOMPARE(content(path), before);
}

void TestJournal::readOnlyNeverWrites()
{
    RunBench bench;
    QVERIFY(bench.journal.createRun(u"upgrade"_s, somePlan()));
    auto journal = Journal::open(bench.home.journalPath(), Journal::Access::ReadOnly);
    QVERIFY(!journal->createRun(u"upgrade"_s, somePlan()));
    QCOMPARE(journal->runs()->size(), 1);
    QVERIFY(!Journal::open(bench.path(u"nowhere/runs.sqlite"_s), Journal::Access::ReadOnly));
}

void TestJournal::readOnlyDisk()
{
    if (::geteuid() == 0) {
        // Root may write everywhere; only a read-only mount shows it, and that needs more rights than a test
        // has.
        QSKIP("root is not stopped by permissions");
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"runs.sqlite"_s);
    {
        auto journal = Journal::open(path, Journal::Access::ReadWrite);
        QVERIFY(journal->createRun(u"upgrade"_s, somePlan()));
    }
    QFile::setPermissions(path, QFile::ReadOwner);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
    auto journal = Journal::open(path, Journal::Access::ReadOnly);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(journal);
    QCOMPARE(journal->runs()->size(), 1);
}

void TestJournal::ownerThatIsGone()
{
    RunBench bench;
    const QString id = *bench.journal.createRun(u"upgrade"_s, somePlan());
    QCOMPARE(bench.journal.run(id)->state, u"running"_s);
    auto file = SqliteFile::open(bench.home.journalPath(), SqliteFile::Access::ReadWrite);
    // The same pid with another start time: the number was used again by somebody else.
    const QString start = Owner::self().start;
    QVERIFY(file->run(u"update run set process_start = ?"_s, {start.section(u'/', 0, 1) + u"/1"_s}));
    QCOMPARE(bench.journal.run(id)->state, u"interrupted"_s);
    QVERIFY(file->run(u"update run set process_start = ?, host = 'elsewhere'"_s, {start}));
    QCOMPARE(bench.journal.run(id)->state, u"running"_s);
    QVERIFY(file->run(u"update run set heartbeat = '2026-01-01T00:00:00.000Z'"_s));
    QCOMPARE(bench.journal.run(id)->state, u"interrupted"_s);
    QVERIFY(bench.journal.takeOver(id));
    QCOMPARE(bench.journal.run(id)->state, u"running"_s);
}

void TestJournal::lockNamesItsHolder()
{
    QTemporaryDir folder;
    {
        const auto lock = HomeLock::take(folder.path());
        QVERIFY(lock);
        const auto second = HomeLock::take(folder.path());
        QCOMPARE(second.error().kind, ErrorKind::Blocked);
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }
    QVERIFY(HomeLock::take(folder.path()));
    // Left by a process that is gone, with nobody holding it.
    put(folder.filePath(u"lock"_s),
        "{\"host\":\"" + QSysInfo::machineHostName().toUtf8() + "\",\"pid\":1,\"start\":\"old/ns/1\"}");
    QVERIFY(HomeLock::take(folder.path()));
    // The file was replaced under a living holder.
    const Owner self = Owner::self();
    QProcess other;
    other.start(u"sleep"_s, {u"60"_s});
    QVERIFY(other.waitForStarted());
    QFile stat(u"/proc/%1/stat"_s.arg(other.processId()));
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QByteArray line = stat.readAll();
    const QByteArray ticks = line.mid(line.lastIndexOf(')') + 2).split(' ').value(19);
    put(folder.filePath(u"lock"_s),
        "{\"host\":\"" + self.host.toUtf8() + "\",\"pid\":" + QByteArray::number(other.processId()) +
            ",\"start\":\"" + self.start.section(u'/', 0, 1).toUtf8() + '/' + ticks + "\"}");
    QCOMPARE(HomeLock::take(folder.path()).error().kind, ErrorKind::Blocked);
    other.kill();
    other.waitForFinished();
    QVERIFY(HomeLock::take(folder.path()));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
