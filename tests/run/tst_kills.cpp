// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/run/runbench.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

using namespace Qt::StringLiterals;

/// A real kill -9 of a real program at random moments, then another one takes over: exactly old or exactly
/// new.
class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killed_data();
    void killed();
    void withoutRecoveryItWouldShow();

private:
    static void prepare(const QString &folder);
    static QStringList state(const QString &folder);
    /// Starts it and kills it after so many milliseconds (negative: lets it end). Returns its last words.
    static QString runFor(const QString &verb, const QString &folder, int milliseconds);

    QStringList m_old;
    QStringList m_new;
    int m_longest = 0;
    quint32 m_seed = 0;
};

void TestKills::prepare(const QString &folder)
{
    put(folder + u"/config"_s, "first: 1\nversion: old\nlast: 1\n");
    put(folder + u"/server"_s, "first: 1\nversion: old\nlast: 1\n");
    for (int i = 0; i < 6; ++i)
        put(folder + u"/data/row-%1"_s.arg(i), "old\n");
}

QStringList TestKills::state(const QString &folder)
{
    QStringList lines{QString::fromUtf8(content(folder + u"/config"_s)),
                      QString::fromUtf8(content(folder + u"/server"_s))};
    for (const QString &name : QDir(folder + u"/data"_s).entryList(QDir::Files, QDir::Name))
        lines.append(name + u'=' + QString::fromUtf8(content(folder + u"/data/"_s + name)));
    lines.append(QDir(folder).entryList({u"data.copying*"_s, u"*.writing-*"_s}));
    return lines;
}

QString TestKills::runFor(const QString &verb, const QString &folder, int milliseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CRASH_RUNNER), {verb, folder});
    if (!process.waitForStarted() || (milliseconds >= 0 && process.waitForFinished(milliseconds)) ||
        milliseconds < 0) {
        if (milliseconds < 0)
            process.waitForFinished(60000);
        return QString::fromUtf8(process.readAll()).trimmed();
    }
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
    return u"killed"_s;
}

void TestKills::initTestCase()
{
    m_seed = qEnvironmentVariableIsSet("KILL_SEED") ? qEnvironmentVariable("KILL_SEED").toUInt()
                                                    : QRandomGenerator::global()->generate();
    qInfo("KILL_SEED=%u", m_seed);
    QTemporaryDir folder;
    prepare(folder.path());
    m_old = state(folder.path());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(runFor(u"run"_s, folder.path(), -1), u"upgraded"_s);
    m_longest = static_cast<int>(clock.elapsed());
    m_new = state(folder.path());
    QVERIFY(m_old != m_new);
    QCOMPARE(runFor(u"rollback"_s, folder.path(), -1), u"rolled-back"_s);
    QCOMPARE(state(folder.path()), m_old);
}

void TestKills::killed_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("verb");
    QRandomGenerator random(m_seed);
    for (int i = 0; i < 16; ++i) {
        const int at = 20 + static_cast<int>(random.bounded(m_longest));
        const int second = i % 3 == 0 ? 20 + static_cast<int>(random.bounded(m_longest / 2)) : -1;
        const QString verb = i % 2 == 0 ? u"resume"_s : u"rollback"_s;
        QTest::addRow("%d: %s after %d ms%s", i, qPrintable(verb), at,
                      second >= 0 ? qPrintable(u", killed again after %1 ms"_s.arg(second)) : "")
            << at << second << verb;
    }
}

void TestKills::killed()
{
    QFETCH(int, milliseconds);
    QFETCH(int, second);
    QFETCH(QString, verb);
    QTemporaryDir folder;
    prepare(folder.path());
    const QString first = runFor(u"run"_s, folder.path(), milliseconds);
    if (second >= 0)
        runFor(verb, folder.path(), second);
    const QString last = runFor(verb, folder.path(), -1);
    if (last.startsWith(u"There is no run"_s) || last.isEmpty() || last.contains(u"no run yet"_s)) {
        // Killed before anything was noted, so nothing may have been done.
        QCOMPARE(state(folder.path()), m_old);
        return;
    }
    const QStringList seen = state(folder.path());
    const bool forward = verb == u"resume"_s;
    QVERIFY2(seen == (forward ? m_new : m_old),
             qPrintable(first + u" / "_s + last + u' ' + seen.join(u'|').replace(u'\n', u' ')));
    auto journal = Journal::open(folder.path() + u"/home/runs.sqlite"_s, Journal::Access::ReadWrite);
    QVERIFY(journal);
    QVERIFY(journal->setAside().isEmpty());
    QVERIFY(journal->checkChain());
    QCOMPARE(journal->run(u"last"_s)->state, forward ? u"upgraded"_s : u"rolled-back"_s);
}

void TestKills::withoutRecoveryItWouldShow()
{
    // The harness must be able to fail: killed in the middle and left so, the state is neither old nor new.
    int neither = 0;
    for (int part = 2; part < 9; ++part) {
        QTemporaryDir folder;
        prepare(folder.path());
        const bool cut = runFor(u"run"_s, folder.path(), m_longest * part / 10) == u"killed"_s;
        const QString job = folder.filePath(u"job/try-1/"_s);
        if (cut)
            neither += state(folder.path()) != m_old && state(folder.path()) != m_new ? 1 : 0;
        // What was started apart goes on without its assistant, as it should; the folder must outlive it.
        QTRY_VERIFY(!QFileInfo(job + u"pid"_s).isSymLink() || QFile::exists(job + u"rc"_s));
    }
    QVERIFY(neither > 0);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
