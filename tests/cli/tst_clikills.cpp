// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/assistant.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// kill -9 at random moments of a run, then resume or rollback: always exactly the old or exactly the new.
class TestCliKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        bool given = false;
        m_seed = qEnvironmentVariable("KILL_SEED").toUInt(&given);
        if (!given)
            m_seed = QRandomGenerator::global()->generate();
        m_random.seed(m_seed);
        qInfo("seed %u (KILL_SEED=%u repeats it)", m_seed, m_seed);
        QCOMPARE(m_it.up(u"1.0.36"_s), 0);
        QCOMPARE(m_it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"50"_s, u"--running"_s, u"0"_s}), 0);
        m_before = recorded(m_it);
        m_accepts = m_assistant.accepts(address(), u"2.0.8"_s);
        QVERIFY(!m_accepts.isEmpty());
    }

    void killed_data()
    {
        QTest::addColumn<int>("afterMs");
        QTest::addColumn<bool>("resume");
        // A run takes about ten seconds; one moment falls into each twelfth of them.
        for (int number = 0; number < 12; ++number) {
            const int afterMs = number * 800 + m_random.bounded(800);
            const bool resume = number % 2 == 0;
            QTest::addRow("%d ms after it began, then %s", afterMs, resume ? "resume" : "rollback")
                << afterMs << resume;
        }
    }

    void killed()
    {
        QFETCH(int, afterMs);
        QFETCH(bool, resume);
        const QString state = killAfter(afterMs);
        QVERIFY2(state == u"interrupted" || state == u"upgraded", qPrintable(state));
        if (resume && state == u"interrupted") {
            const Call resumed = m_assistant.call({u"resume"_s, u"last"_s});
            QVERIFY2(resumed.code == 0, resumed.shown());
            isNew();
        }
        const Call back = m_assistant.call({u"rollback"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(back.code == 0, back.shown());
        isOld();
    }

private:
    QString address() const { return u"practice:"_s + m_it.path(); }

    QString killAfter(int ms)
    {
        const auto process = m_assistant.start(
            QStringList{u"run"_s, address(), u"--to"_s, u"2.0.8"_s, u"--yes"_s, u"--watch"_s, u"2"_s} +
            m_accepts);
        QByteArray out;
        while (!out.contains("\"begun\"") && process->waitForReadyRead(60000))
            out += process->readAllStandardOutput();
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < ms && process->state() == QProcess::Running)
            process->waitForReadyRead(int(qMax<qint64>(1, ms - since.elapsed())));
        out += process->readAllStandardOutput();
        process->kill();
        process->waitForFinished();
        qInfo("killed behind %s", out.trimmed().split('\n').last().left(120).constData());
        return m_assistant.newestState();
    }

    void isNew()
    {
        const QJsonObject status = m_it.status();
        QCOMPARE(status[u"version"_s].toString(), u"2.0.8"_s);
        QVERIFY(status[u"schemaVersion"_s].toString().startsWith(u"2.0.24"));
        QCOMPARE(running(status), 6);
        QCOMPARE(m_assistant.newestState(), u"upgraded"_s);
    }

    void isOld()
    {
        const QJsonObject status = m_it.status();
        QCOMPARE(status[u"version"_s].toString(), u"1.0.36"_s);
        QCOMPARE(status[u"schemaVersion"_s].toString(), u"1.44"_s);
        QCOMPARE(running(status), 5);
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
        QCOMPARE(m_assistant.newestState(), u"rolled-back"_s);
    }

    static int running(const QJsonObject &status)
    {
        int count = 0;
        for (const QJsonValue &component : status[u"components"_s].toArray())
            count += component[u"state"_s].toString() == u"running" ? 1 : 0;
        return count;
    }

    PracticeInstallation m_it;
    QTemporaryDir m_folder;
    Assistant m_assistant{m_folder.filePath(u"home"_s)};
    QRandomGenerator m_random;
    quint32 m_seed = 0;
    QStringList m_before;
    QStringList m_accepts;
};

QTEST_GUILESS_MAIN(TestCliKills)
#include "tst_clikills.moc"
