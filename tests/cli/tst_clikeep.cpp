// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/assistant.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The end of a run: what its triggers need, what Keep removes, and that nothing goes back after it.
class TestCliKeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_it.up(u"1.0.36"_s), 0);
        QCOMPARE(m_it.run({u"load"_s, u"{}"_s, u"--executions"_s, u"20"_s, u"--running"_s, u"0"_s}), 0);
        m_before = recorded(m_it);
        m_accepts = m_assistant.accepts(address(), u"2.0.8"_s);
    }

    void rolledBackRunLeavesTheNewerDataUntilItIsTidied()
    {
        up();
        QCOMPARE(disabledFlows(), 1);
        const Call back = m_assistant.call({u"rollback"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(back.code == 0, back.shown());
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
        QCOMPARE(disabledFlows(), 0);
        QVERIFY(!newer().isEmpty());
        const Call asked = m_assistant.call({u"commit"_s, u"last"_s});
        QVERIFY2(asked.code == 4 && asked.err.contains("newer"), asked.shown());
        QCOMPARE(m_assistant.call({u"triggers"_s, u"last"_s}).json().toArray().size(), 0);
        const Call tidied = m_assistant.call({u"commit"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(tidied.code == 0, tidied.shown());
        QCOMPARE(tidied.events().last()[u"state"_s].toString(), u"rolled-back"_s);
        QCOMPARE(newer(), QStringList());
        QCOMPARE(difference(m_before, recorded(m_it)), QString());
    }

    void triggersAreListedAndEnabledOneByOne()
    {
        up();
        const QString id = u"practice.shop.after-report.report-done"_s;
        const Call listed = m_assistant.call({u"triggers"_s, u"last"_s});
        QVERIFY2(listed.code == 0, listed.shown());
        QCOMPARE(listed.json().toArray().size(), 1);
        QCOMPARE(listed.json()[0][u"id"_s].toString(), id);
        QCOMPARE(listed.json()[0][u"state"_s].toString(), u"disabled"_s);
        QVERIFY(listed.json()[0][u"reason"_s].toString().contains(u"conditions"));
        // Nothing answered the executions of the load while it was disabled.
        QCOMPARE(m_it.sql(u"select count(*) from executions where flow_id = 'after-report'"_s), u"0"_s);

        const QStringList words{u"triggers"_s, u"last"_s, u"--enable"_s, id, u"--watch"_s, u"2"_s};
        const Call held = m_assistant.call(words);
        QVERIFY2(held.code == 3, held.shown());
        QVERIFY2(held.err.contains("conditions"), held.shown());
        const Call none = m_assistant.call({u"triggers"_s, u"last"_s, u"--enable"_s, u"no.such.one"_s});
        QVERIFY2(none.code == 1, none.shown());
        const Answer rewritten = m_it.call(
            "PUT", u"/api/v1/main/flows/practice.shop/after-report"_s,
            "id: after-report\nnamespace: practice.shop\ntasks:\n  - id: tell\n    type: "
            "io.kestra.plugin.core.log.Log\n    message: hello\ntriggers:\n  - id: report-done\n    "
            "disabled: true\n    type: io.kestra.plugin.core.trigger.Flow\n    dependsOn:\n      - "
            "namespace: practice.daily\n        flowId: monthly-report\n");
        QVERIFY2(rewritten.status == 200, rewritten.body);
        const Call enabled = m_assistant.call(words);
        QVERIFY2(enabled.code == 0, enabled.shown());
        QCOMPARE(enabled.json()[u"state"_s].toString(), u"enabled"_s);
        QCOMPARE(enabled.json()[u"executions"_s].toInt(), 0);
        QCOMPARE(m_assistant.call({u"triggers"_s, u"last"_s}).json()[0][u"state"_s].toString(), u"enabled"_s);
    }

    void keptAndNoWayBack()
    {
        const Call asked = m_assistant.call({u"commit"_s, u"last"_s});
        QVERIFY2(asked.code == 4, asked.shown());
        QVERIFY2(asked.err.contains("--yes") && asked.err.contains("working files"), asked.shown());
        QVERIFY2(!asked.err.contains("newer"), asked.shown());
        QCOMPARE(m_assistant.newestState(), u"upgraded"_s);
        const Call kept = m_assistant.call({u"commit"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(kept.code == 0, kept.shown());
        QCOMPARE(kept.events().last()[u"state"_s].toString(), u"kept"_s);
        QCOMPARE(m_assistant.newestState(), u"kept"_s);
        const Call again = m_assistant.call({u"commit"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(again.code == 0, again.shown());
        const Call back = m_assistant.call({u"rollback"_s, u"last"_s, u"--yes"_s});
        QVERIFY2(back.code == 1, back.shown());
        QVERIFY2(back.err.contains("kept"), back.shown());
        QVERIFY(!m_assistant.call({u"runs"_s}).json()[0][u"canRollBack"_s].toBool());
        QCOMPARE(m_it.status()[u"version"_s].toString(), u"2.0.8"_s);
    }

private:
    QString address() const { return u"practice:"_s + m_it.path(); }

    void up()
    {
        const Call call = m_assistant.call(
            QStringList{u"run"_s, address(), u"--to"_s, u"2.0.8"_s, u"--yes"_s, u"--watch"_s, u"2"_s} +
            m_accepts);
        QVERIFY2(call.code == 0, call.shown());
    }

    /// Newest flows in whose text a trigger is disabled.
    int disabledFlows() const
    {
        return m_it
            .sql(
                u"select count(*) from flows where source_code like '%- disabled: true' || char(10) || '%'"_s)
            .toInt();
    }

    /// What lies beside the data under a name of its own.
    QStringList newer() const
    {
        QStringList found;
        QDirIterator all(m_it.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        while (all.hasNext()) {
            const QString name = all.nextFileInfo().fileName();
            if (name.contains(u".newer-"))
                found.append(name);
        }
        return found;
    }

    PracticeInstallation m_it;
    QTemporaryDir m_folder;
    Assistant m_assistant{m_folder.filePath(u"home"_s)};
    QStringList m_before;
    QStringList m_accepts;
};

QTEST_GUILESS_MAIN(TestCliKeep)
#include "tst_clikeep.moc"
