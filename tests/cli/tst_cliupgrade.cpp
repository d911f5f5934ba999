// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/assistant.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The main job: 1.0.36 over 1.3.44 to 2.0.8 and back, looked at from outside.
class TestCliUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_it.up(u"1.0.36"_s), 0);
        QCOMPARE(m_it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"500"_s, u"--running"_s, u"0"_s}), 0);
        m_before = recorded(m_it);
        QVERIFY(m_before.size() > 500);
        m_accepts = m_assistant.accepts(address(), u"2.0.8"_s);
    }

    void whatHitsMustBeAccepted()
    {
        const Call refused = m_assistant.call({u"run"_s, address(), u"--to"_s, u"2.0.8"_s, u"--yes"_s});
        QVERIFY2(refused.code == 4, refused.shown());
        QVERIFY(m_accepts.size() / 2 > 5);
        for (const QString &id : {u"2.0/foreach-removed"_s, u"2.0/database-rewritten"_s})
            QVERIFY2(m_accepts.contains(id), qPrintable(id));
        // All but one of them is not enough, and the message names the one.
        const Call oneLeft = m_assistant.call(runWords(m_accepts.mid(2)));
        QVERIFY2(oneLeft.code == 4, oneLeft.shown());
        QVERIFY2(oneLeft.err.contains("--accept " + m_accepts[1].toUtf8()), oneLeft.shown());
        QVERIFY(!oneLeft.err.contains(m_accepts[3].toUtf8()));
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
        QCOMPARE(m_assistant.call({u"runs"_s}).json().toArray().size(), 0);
    }

    void upAndSeen()
    {
        const auto running = m_assistant.start(runWords(m_accepts));
        QByteArray out;
        while (!out.contains("\"begun\"") && running->waitForReadyRead(60000))
            out += running->readAllStandardOutput();
        QVERIFY2(out.contains("\"begun\""), out + running->readAllStandardError());
        secondAssistantIsRefused();
        QVERIFY(running->waitForFinished(120000));
        m_up = {running->exitCode(), out + running->readAllStandardOutput(), running->readAllStandardError()};
        QVERIFY2(m_up.code == 0, m_up.shown());
        QCOMPARE(m_it.status()[u"version"_s].toString(), u"2.0.8"_s);
        QCOMPARE(m_it.status()[u"components"_s].toArray().size(), 6);
        QVERIFY(m_it.status()[u"schemaVersion"_s].toString().startsWith(u"2.0.24"));
        QCOMPARE(m_assistant.newestState(), u"upgraded"_s);
    }

    void eventsAreJsonLines()
    {
        const QStringList states{u"started"_s, u"done"_s,    u"failed"_s,
                                 u"undone"_s,  u"undoing"_s, u"skipped"_s};
        QHash<QString, int> counted;
        const QList<QJsonObject> events = m_up.events();
        for (const QJsonObject &event : events) {
            const QString kind = event[u"event"_s].toString();
            QVERIFY2(!kind.isEmpty(), m_up.shown());
            counted[kind] += 1;
            if (kind != u"step")
                continue;
            QVERIFY(!event[u"id"_s].toString().isEmpty());
            QVERIFY(event.contains(u"component"_s));
            QVERIFY(states.contains(event[u"state"_s].toString()));
            QVERIFY(QDateTime::fromString(event[u"time"_s].toString(), Qt::ISODateWithMs).isValid());
        }
        for (const QString &kind : {u"step"_s, u"log"_s, u"observed"_s})
            QVERIFY2(counted.value(kind) > 0, qPrintable(kind));
        QCOMPARE(counted.value(u"finished"_s), 1);
        QCOMPARE(events.last()[u"event"_s].toString(), u"finished"_s);
        QCOMPARE(events.last()[u"state"_s].toString(), u"upgraded"_s);
    }

    void andBackRowByRow()
    {
        const Call without = m_assistant.call({u"rollback"_s, u"last"_s});
        QVERIFY2(without.code == 4, without.shown());
        const Call back = m_assistant.call({u"rollback"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(back.code == 0, back.shown());
        QCOMPARE(back.events().last()[u"state"_s].toString(), u"rolled-back"_s);
        QCOMPARE(m_it.status()[u"version"_s].toString(), u"1.0.36"_s);
        QCOMPARE(m_it.status()[u"schemaVersion"_s].toString(), u"1.44"_s);
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
        const QJsonValue run = m_assistant.call({u"runs"_s}).json()[0];
        QCOMPARE(run[u"state"_s].toString(), u"rolled-back"_s);
        QCOMPARE(run[u"from"_s].toString(), u"1.0.36"_s);
        QCOMPARE(run[u"to"_s].toString(), u"2.0.8"_s);
        m_texts += back.text();
    }

    void passwordIsNowhere()
    {
        const Call report = m_assistant.call({u"report"_s, u"last"_s});
        QVERIFY2(report.code == 0, report.shown());
        m_texts += report.text() + m_up.text();
        const QList<QByteArray> secrets{"Practice1", QByteArray("admin@example.com:Practice1").toBase64()};
        int looked = 0;
        QDirIterator files(m_assistant.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            // The copy of the configuration is what it was; everything else of ours names secrets at most.
            if (file.fileName().contains(u"/backups/") &&
                !QStringList{u"manifest.json"_s, u"README.md"_s, u"restore.sh"_s}.contains(files.fileName()))
                continue;
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &secret : secrets)
                QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked > 3);
        for (const QByteArray &secret : secrets)
            QVERIFY(!m_texts.contains(secret));
    }

    void rolledBackTwiceChangesNothing()
    {
        const Call again = m_assistant.call({u"rollback"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(again.code != 0, again.shown());
        QVERIFY(!again.err.isEmpty());
        const Call resumed = m_assistant.call({u"resume"_s, u"last"_s});
        QVERIFY2(resumed.code != 0, resumed.shown());
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
    }

private:
    QString address() const { return u"practice:"_s + m_it.path(); }

    QStringList runWords(const QStringList &accepts) const
    {
        return QStringList{u"run"_s, address(), u"--to"_s, u"2.0.8"_s, u"--yes"_s, u"--watch"_s, u"2"_s} +
               accepts;
    }

    void secondAssistantIsRefused()
    {
        // Whatever the moment: also when what runs is the new version already.
        for (const QStringList &words :
             {QStringList{u"rollback"_s, u"last"_s, u"--yes"_s}, QStringList{u"resume"_s, u"last"_s},
              QStringList{u"commit"_s, u"last"_s, u"--yes"_s}, runWords(m_accepts), runWords({})}) {
            const Call second = m_assistant.call(words);
            QVERIFY2(second.code == 1, second.shown());
            QVERIFY2(second.err.contains("Another assistant (process"), second.shown());
            m_texts += second.text();
        }
        const Assistant elsewhere(m_folder.filePath(u"other home"_s));
        const Call other = elsewhere.call(runWords(m_accepts));
        QVERIFY2(other.code == 1, other.shown());
        QVERIFY2(other.err.contains("with another home"), other.shown());
        QCOMPARE(elsewhere.call({u"runs"_s}).json().toArray().size(), 0);
    }

    PracticeInstallation m_it;
    QTemporaryDir m_folder;
    Assistant m_assistant{m_folder.filePath(u"home"_s)};
    QStringList m_before;
    QStringList m_accepts;
    Call m_up;
    QByteArray m_texts;
};

QTEST_GUILESS_MAIN(TestCliUpgrade)
#include "tst_cliupgrade.moc"
