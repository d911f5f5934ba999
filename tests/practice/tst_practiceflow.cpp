// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/flow.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString head =
    u"id: a\nnamespace: b\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.log.Log\n    message: hi\n"_s;

QString withTask(const QString &type)
{
    return u"id: a\nnamespace: b\ntasks:\n  - id: t\n    type: %1\n"_s.arg(type);
}

} // namespace

class TestPracticeFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndReads_data();
    void savesAndReads();
    void dropsConditionsFromStoredFlows();
    void unrollsLoops();
    void givesDefaultsToTasks();
};

void TestPracticeFlow::savesAndReads_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("saved");
    QTest::addColumn<bool>("readable");

    QTest::newRow("a plain flow in 1.0") << head << "1.0.36" << true << true;
    QTest::newRow("a plain flow in 2.0") << head << "2.0.8" << true << true;
    QTest::newRow("ForEach in 1.3") << withTask(u"io.kestra.plugin.core.flow.ForEach"_s) << "1.3.44" << true
                                    << true;
    QTest::newRow("ForEach in 2.0") << withTask(u"io.kestra.plugin.core.flow.ForEach"_s) << "2.0.8" << false
                                    << false;
    QTest::newRow("Loop in 1.3") << withTask(u"io.kestra.plugin.core.flow.Loop"_s) << "1.3.44" << false
                                 << false;
    QTest::newRow("an old type in 1.3")
        << withTask(u"io.kestra.core.tasks.log.Log"_s) << "1.3.44" << true << true;
    QTest::newRow("an old type in 2.0")
        << withTask(u"io.kestra.core.tasks.log.Log"_s) << "2.0.8" << false << false;
    QTest::newRow("an unknown type") << withTask(u"io.nope.Task"_s) << "1.0.36" << false << false;
    QTest::newRow("pluginDefaults in 2.0") << head + u"pluginDefaults: []\n"_s << "2.0.8" << false << true;
    QTest::newRow("a reserved id in 1.0")
        << QString(head).replace(u"id: a"_s, u"id: search"_s) << "1.0.36" << false << true;
    QTest::newRow("a reserved id in 2.0")
        << QString(head).replace(u"id: a"_s, u"id: search"_s) << "2.0.8" << true << true;
    QTest::newRow("a default that is not required, 1.0")
        << head + u"inputs:\n  - id: x\n    type: STRING\n    defaults: y\n    required: false\n"_s
        << "1.0.36" << true << true;
    QTest::newRow("a default that is not required, 1.3")
        << head + u"inputs:\n  - id: x\n    type: STRING\n    defaults: y\n    required: false\n"_s
        << "1.3.44" << false << true;
    QTest::newRow("no YAML") << u"a: [b"_s << "1.0.36" << false << false;
    QTest::newRow("no object") << u"- a"_s << "1.0.36" << false << false;
    QTest::newRow("nothing") << u""_s << "1.0.36" << false << false;
}

void TestPracticeFlow::savesAndReads()
{
    QFETCH(QString, source);
    QFETCH(QString, version);
    QFETCH(bool, saved);
    QFETCH(bool, readable);
    QCOMPARE(Flow::readStrict(source, Version::of(version)).has_value(), saved);
    QCOMPARE(Flow::readStored(source, Version::of(version)).has_value(), readable);
}

void TestPracticeFlow::dropsConditionsFromStoredFlows()
{
    const QString source =
        head + u"triggers:\n  - id: s\n    type: io.kestra.plugin.core.trigger.Flow\n    conditions:\n"
               "      - type: io.kestra.plugin.core.condition.ExecutionFlow\n        flowId: x\n"_s;
    QVERIFY(Flow::readStored(source, Version::of(u"1.3.44"))
                ->triggers()
                .first()
                .toObject()
                .contains(u"conditions"));
    QVERIFY(!Flow::readStored(source, Version::of(u"2.0.8"))
                 ->triggers()
                 .first()
                 .toObject()
                 .contains(u"conditions"));
}

void TestPracticeFlow::unrollsLoops()
{
    const auto flow = Flow::readStored(
        u"id: a\nnamespace: b\ntasks:\n  - id: each\n    type: io.kestra.plugin.core.flow.ForEach\n"
        "    values: [1, two]\n    tasks:\n      - id: in\n        type: io.kestra.plugin.core.log.Log\n"_s,
        Version::of(u"1.3"));
    const QJsonArray tasks = flow->flatTasks();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks[1][u"loopValue"].toString(), u"two"_s);
    QCOMPARE(tasks[1][u"iteration"].toInt(), 1);
}

void TestPracticeFlow::givesDefaultsToTasks()
{
    const QString source =
        head +
        u"pluginDefaults:\n  - type: io.kestra.plugin.core.log.Log\n    values:\n      level: WARN\n"_s;
    QCOMPARE(Flow::readStored(source, Version::of(u"1.3"))->flatTasks().first()[u"level"].toString(),
             u"WARN"_s);
    QVERIFY(Flow::readStored(source, Version::of(u"2.0"))->flatTasks().first()[u"level"].isUndefined());
}

QTEST_GUILESS_MAIN(TestPracticeFlow)
#include "tst_practiceflow.moc"
