// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/backuplayout.h"
#include "app/wizard/evidence.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QJsonObject table(int rows, const QString &digest)
{
    return {{u"rows"_s, rows}, {u"digest"_s, digest}};
}

Plan plan()
{
    Plan plan;
    plan.from = Version::of(u"1.0.36");
    plan.to = Version::of(u"2.0.8");
    Step trial;
    trial.id = u"420-run-trial-execution"_s;
    plan.steps = {trial};
    trial.id = u"after-040-run-trial-execution"_s;
    plan.afterRollback = {trial};
    return plan;
}

Installation seen(const QString &version, int running = 5, int stopped = 0)
{
    Installation installation;
    installation.version = Version::of(version);
    for (int i = 0; i < running + stopped; ++i)
        installation.components.append({.state = i < running ? u"running"_s : u"stopped"_s});
    installation.api.user = u"admin@example.com"_s;
    installation.api.loginWorks = true;
    return installation;
}

/// What was seen, beside a state before of 500 executions: the tables now under the name that the state asks
/// for.
QJsonObject observed(const QString &name, const QJsonObject &executionsNow)
{
    QJsonObject now;
    if (!executionsNow.isEmpty())
        now.insert(u"executions"_s, executionsNow);
    return {{BackupObservation::tables.toString(), QJsonObject{{u"executions"_s, table(500, u"aa"_s)}}},
            {name, now}};
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSeenIsNothingGood_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state : {"upgraded", "kept", "rolled-back", "interrupted", "needs-help"})
            QTest::newRow(state) << QString::fromUtf8(state);
    }

    void nothingSeenIsNothingGood()
    {
        QFETCH(QString, state);
        const QJsonObject before{
            {BackupObservation::tables.toString(), QJsonObject{{u"executions"_s, table(500, u"aa"_s)}}}};
        Plan nothingPlanned = plan();
        nothingPlanned.steps.clear();
        nothingPlanned.afterRollback.clear();
        const QList<EvidenceRow> rows = evidenceRows(nothingPlanned, state, before, {}, {}, {});
        QCOMPARE(rows.size(), 5);
        for (const EvidenceRow &row : rows)
            QVERIFY2(row.verdict == u"unknown", qPrintable(row.label + u": "_s + row.verdict));
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("row");
        QTest::addColumn<Installation>("now");
        QTest::addColumn<QJsonObject>("observations");
        QTest::addColumn<QStringList>("done");
        QTest::addColumn<QString>("verdict");
        const QString up = u"upgraded"_s;
        const QString back = u"rolled-back"_s;
        const QString version = u"Version, asked over the API"_s;
        QTest::newRow("the target answers")
            << up << version << seen(u"2.0.8"_s) << QJsonObject() << QStringList() << u"good"_s;
        QTest::newRow("the old one answers")
            << up << version << seen(u"1.0.36"_s) << QJsonObject() << QStringList() << u"bad"_s;
        QTest::newRow("back at the old one")
            << back << version << seen(u"1.0.36"_s) << QJsonObject() << QStringList() << u"good"_s;
        QTest::newRow("back, and the new one answers")
            << back << version << seen(u"2.0.8"_s) << QJsonObject() << QStringList() << u"bad"_s;
        Installation assumed = seen(u"2.0.8"_s);
        assumed.versionAssumed = true;
        QTest::newRow("version only read from a tag")
            << up << version << assumed << QJsonObject() << QStringList() << u"unknown"_s;

        QTest::newRow("all run") << up << u"Components"_s << seen(u"2.0.8"_s, 6) << QJsonObject()
                                 << QStringList() << u"good"_s;
        QTest::newRow("one does not run")
            << up << u"Components"_s << seen(u"2.0.8"_s, 5, 1) << QJsonObject() << QStringList() << u"bad"_s;
        QTest::newRow("none seen") << up << u"Components"_s << seen(u"2.0.8"_s, 0) << QJsonObject()
                                   << QStringList() << u"unknown"_s;

        Installation refused = seen(u"2.0.8"_s);
        refused.api.loginWorks = false;
        QTest::newRow("login refused")
            << up << u"Login"_s << refused << QJsonObject() << QStringList() << u"bad"_s;
        refused.api.user.clear();
        QTest::newRow("no login known")
            << up << u"Login"_s << refused << QJsonObject() << QStringList() << u"unknown"_s;

        const QString executions = u"Executions"_s;
        const auto rows = [&](const char *name, const QString &state, const QString &key,
                              const QJsonObject &now, const QString &verdict) {
            QTest::newRow(name) << state << executions << seen(u"2.0.8"_s) << observed(key, now)
                                << QStringList() << verdict;
        };
        rows("back, equal", back, u"tables-after"_s, table(500, u"aa"_s), u"good"_s);
        rows("back, one cell differs", back, u"tables-after"_s, table(500, u"ab"_s), u"bad"_s);
        rows("back, a row more", back, u"tables-after"_s, table(501, u"ab"_s), u"bad"_s);
        rows("back, a row fewer", back, u"tables-after"_s, table(499, u"ab"_s), u"bad"_s);
        rows("back, not looked at", back, u"tables-after"_s, {}, u"unknown"_s);
        rows("back, seen only before going back", back, u"tables-upgraded"_s, table(500, u"aa"_s),
             u"unknown"_s);
        rows("new, rows rewritten", up, u"tables-upgraded"_s, table(500, u"ab"_s), u"good"_s);
        rows("new, rows fewer", up, u"tables-upgraded"_s, table(499, u"ab"_s), u"attention"_s);
        rows("new, not looked at", up, u"tables-upgraded"_s, {}, u"unknown"_s);

        const QString trial = u"Trial execution"_s;
        QTest::newRow("trial seen") << up << trial << seen(u"2.0.8"_s) << QJsonObject()
                                    << QStringList{u"420-run-trial-execution"_s} << u"good"_s;
        QTest::newRow("trial not seen")
            << up << trial << seen(u"2.0.8"_s) << QJsonObject() << QStringList() << u"bad"_s;
        QTest::newRow("the new version's trial says nothing of the old one")
            << back << trial << seen(u"1.0.36"_s) << QJsonObject()
            << QStringList{u"420-run-trial-execution"_s} << u"bad"_s;
    }

    void verdicts()
    {
        QFETCH(QString, state);
        QFETCH(QString, row);
        QFETCH(Installation, now);
        QFETCH(QJsonObject, observations);
        QFETCH(QStringList, done);
        const QList<EvidenceRow> rows =
            evidenceRows(plan(), state, observations, done, seen(u"1.0.36"_s), now);
        const auto found = std::ranges::find(rows, row, &EvidenceRow::label);
        QVERIFY2(found != rows.end(), qPrintable(row));
        QTEST(found->verdict, "verdict");
    }

    void whatIsNotGoodStandsFirst()
    {
        const QList<EvidenceRow> rows =
            evidenceRows(plan(), u"rolled-back"_s, observed(u"tables-after"_s, table(1, u"x"_s)),
                         {u"after-040-run-trial-execution"_s}, seen(u"1.0.36"_s), seen(u"1.0.36"_s));
        QCOMPARE(rows.first().label, u"Executions"_s);
        QCOMPARE(rows.first().verdict, u"bad"_s);
        QVERIFY(
            std::ranges::all_of(rows.mid(1), [](const EvidenceRow &row) { return row.verdict == u"good"; }));
    }

    void proofOfABackup()
    {
        const QJsonObject files{{u"files"_s, 3}, {u"bytes"_s, 10}, {u"digest"_s, u"ff"_s}};
        const QJsonObject before{{u"executions"_s, table(5, u"a"_s)},
                                 {u"flows"_s, table(2, u"b"_s)},
                                 {u"logs"_s, table(9, u"c"_s)}};
        const QJsonObject copy{{u"executions"_s, table(5, u"a"_s)}, {u"flows"_s, table(2, u"x"_s)}};
        const QList<ProofRow> rows = proofRows({{BackupObservation::tables.toString(), before},
                                                {u"tables-in-backup"_s, copy},
                                                {BackupObservation::files.toString(), files}});
        QHash<QString, QString> verdicts;
        for (const ProofRow &row : rows)
            verdicts.insert(row.label, row.verdict);
        QCOMPARE(verdicts.value(u"Executions"_s), u"equal"_s);
        QCOMPARE(verdicts.value(u"Flows, all revisions"_s), u"differs"_s);
        QCOMPARE(verdicts.value(u"Task logs"_s), u"unknown"_s);
        QCOMPARE(verdicts.value(u"Files in storage"_s), u"unknown"_s);
    }

    void rowsThatWouldBeLost_data()
    {
        QTest::addColumn<QJsonObject>("before");
        QTest::addColumn<QJsonObject>("now");
        QTest::addColumn<qint64>("gained");
        const QJsonObject some{{u"executions"_s, table(500, u"a"_s)}};
        QTest::newRow("41 more") << some << QJsonObject{{u"executions"_s, table(541, u"b"_s)}} << qint64(41);
        QTest::newRow("none") << some << some << qint64(0);
        QTest::newRow("fewer loses nothing")
            << some << QJsonObject{{u"executions"_s, table(1, u"b"_s)}} << qint64(0);
        QTest::newRow("not counted before") << QJsonObject() << some << qint64(-1);
        QTest::newRow("not counted now") << some << QJsonObject() << qint64(-1);
    }

    void rowsThatWouldBeLost()
    {
        QFETCH(QJsonObject, before);
        QFETCH(QJsonObject, now);
        QTEST(rowsGained(before, now, u"executions"_s), "gained");
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
