// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/sqlite.h"
#include "app/wizard/planner.h"
#include "app/wizard/runaways.h"
#include "app/wizard/runawaysql.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString head = u"id: nightly\nnamespace: shop.north\ntasks:\n  - id: say\n    type: "
                     "io.kestra.plugin.core.log.Log\n    message: hällo\n"_s;

Installation stored(const QString &source)
{
    Installation installation;
    installation.kind = InstallationKind::Practice;
    installation.version = Version::of(u"1.3.44");
    installation.database.access = {.kind = DatabaseAccess::Kind::Sqlite, .file = u"/x/kestra.sqlite"_s};
    installation.flows = {{u"flows table"_s, u"shop.north.nightly"_s, source}};
    installation.flowsKnown = true;
    return installation;
}

} // namespace

/// Triggers that lose what holds them back are disabled in the stored text, and nothing else is touched.
class TestRunaways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("triggers");
        QTest::addColumn<QString>("after"); // empty: nothing runs away; "by hand"
        const QString type = u"type: io.kestra.plugin.core.trigger.Schedule\n    cron: \"* * * * *\"\n"_s;
        const QString held = u"    conditions:\n      - type: io.kestra.plugin.core.condition.Weekend\n"_s;
        QTest::newRow("no trigger") << QString() << QString();
        QTest::newRow("nothing held it back") << u"triggers:\n  - id: s\n    "_s + type << QString();
        QTest::newRow("held back") << u"triggers:\n  - id: s\n    "_s + type + held
                                   << u"triggers:\n  - disabled: true\n    id: s\n    "_s + type + held;
        QTest::newRow("enabled in so many words")
            << u"triggers:\n  - id: s\n    disabled: false\n    "_s + type + held
            << u"triggers:\n  - id: s\n    disabled: true\n    "_s + type + held;
        QTest::newRow("disabled already")
            << u"triggers:\n  - id: s\n    disabled: true\n    "_s + type + held << QString();
        QTest::newRow("the second of two")
            << u"triggers:\n- id: a\n  type: io.kestra.plugin.core.trigger.Webhook\n  key: k\n- id: ü\n  "
               "type: io.kestra.plugin.core.trigger.Flow\n  preconditions: {id: p, flows: [{namespace: a}]}\n"_s
            << u"triggers:\n- id: a\n  type: io.kestra.plugin.core.trigger.Webhook\n  key: k\n- disabled: "
               "true\n  id: ü\n  type: io.kestra.plugin.core.trigger.Flow\n  preconditions: {id: p, flows: "
               "[{namespace: a}]}\n"_s;
        QTest::newRow("in braces")
            << u"triggers: [{id: s, type: io.kestra.plugin.core.trigger.Schedule, cron: \"* * * * *\", "
               "conditions: [{type: io.kestra.plugin.core.condition.Weekend}]}]\n"_s
            << u"triggers: [{disabled: true, id: s, type: io.kestra.plugin.core.trigger.Schedule, cron: \"* "
               u"* * "
               "* *\", conditions: [{type: io.kestra.plugin.core.condition.Weekend}]}]\n"_s;
        QTest::newRow("two of them") << u"triggers:\n  - id: a\n    "_s + type + held + u"  - id: b\n    "_s +
                                            type + held
                                     << u"triggers:\n  - disabled: true\n    id: a\n    "_s + type + held +
                                            u"  - disabled: true\n    id: b\n    "_s + type + held;
        QTest::newRow("written oddly")
            << u"triggers:\n  - id: s\n    disabled: \"false\"\n    "_s + type + held << u"by hand"_s;
    }

    void texts()
    {
        QFETCH(QString, triggers);
        QFETCH(QString, after);
        QStringList byHand;
        const QList<RunawayFlow> flows = runawayFlows(stored(head + triggers), Version::of(u"2.0.8"), byHand);
        QCOMPARE(byHand, after == u"by hand" ? QStringList{u"shop.north.nightly.s"_s} : QStringList());
        if (after.isEmpty() || after == u"by hand") {
            QVERIFY(flows.isEmpty());
            return;
        }
        QCOMPARE(flows.size(), 1);
        QCOMPARE(flows.first().after, head + after);
        QCOMPARE(flows.first().before, head + triggers);
        QVERIFY(runawayFlows(stored(flows.first().after), Version::of(u"2.0.8"), byHand).isEmpty());
        doneInADatabase(flows.first());
    }

    void enabledAgainOnlyWhereItIsSafe()
    {
        const QString rewritten = head +
                                  u"triggers:\n  - disabled: true\n    id: s\n    type: "
                                  "io.kestra.plugin.core.trigger.Schedule\n    cron: \"0 9 * * *\"\n"_s;
        QCOMPARE(triggerState(rewritten, u"s"_s), u"disabled"_s);
        const auto enabled = withTriggerEnabled(rewritten, u"s"_s);
        QCOMPARE(*enabled, QString(rewritten).replace(u"disabled: true"_s, u"disabled: false"_s));
        QCOMPARE(triggerState(*enabled, u"s"_s), u"enabled"_s);
        QCOMPARE(*withTriggerEnabled(*enabled, u"s"_s), *enabled);
        const auto held = withTriggerEnabled(rewritten + u"    conditions: []\n"_s, u"s"_s);
        QCOMPARE(held.error().kind, ErrorKind::NeedsPerson);
        QVERIFY(held.error().message.contains(u"conditions"_s));
        QCOMPARE(withTriggerEnabled(rewritten, u"t"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(triggerState(rewritten, u"t"_s), u"gone"_s);
    }

    void stepSaysWhatItDisablesAndHoldsNoFlow()
    {
        const QString source = head +
                               u"triggers:\n  - id: s\n    type: io.kestra.plugin.core.trigger.Schedule\n    "
                               u"cron: \"* * * * *\"\n"
                               "    conditions:\n      - type: io.kestra.plugin.core.condition.Weekend\n"_s;
        Installation installation = stored(source);
        for (const DatabaseAccess &access :
             {installation.database.access, DatabaseAccess{.kind = DatabaseAccess::Kind::PostgreSql,
                                                           .psqlCommand = {u"psql"_s},
                                                           .database = u"kestra"_s}}) {
            installation.database.access = access;
            QStringList byHand;
            const QList<RunawayFlow> flows = runawayFlows(installation, Version::of(u"2.0.8"), byHand);
            const Steps steps = disableSteps(installation, flows, Version::of(u"2.0.8"));
            QCOMPARE(steps.size(), 1);
            QCOMPARE(steps.first().id, u"disable-triggers-of-shop-north-nightly"_s);
            QCOMPARE(steps.first().reversal, Reversal::Automatic);
            QCOMPARE(disabledTriggers(steps),
                     (QList<DisabledTrigger>{{u"shop.north.nightly"_s, u"s"_s, steps.first().id}}));
            const QByteArray json = QJsonDocument(steps.first().toJson()).toJson();
            QVERIFY(!json.contains("hällo"));
            QVERIFY(!json.contains("* * * * *"));
        }
    }

private:
    /// Applied twice, taken back, and never to a flow that was changed since.
    static void doneInADatabase(const RunawayFlow &flow)
    {
        QTemporaryDir folder;
        auto file = SqliteFile::open(folder.filePath(u"k.sqlite"_s), SqliteFile::Access::ReadWrite);
        QVERIFY(file);
        const auto run = [&](const QString &sql, const SqlRow &values = {}) {
            const auto done = file->run(sql, values);
            if (!done)
                QFAIL(qPrintable(done.error().message + done.error().details));
        };
        const auto source = [&](int revision) {
            const auto rows = file->run(u"select source_code from flows where revision = ?"_s, {revision});
            return rows && !rows->rows.isEmpty() ? rows->rows.first().first().toString() : QString();
        };
        const auto count = [&] {
            const auto rows = file->run(disabledSql(DatabaseAccess::Kind::Sqlite, flow));
            return rows && !rows->rows.isEmpty() ? rows->rows.first().first().toInt() : -1;
        };
        run(u"create table flows (value text, "
            "id text generated always as (json_extract(value, '$.id')) stored, "
            "namespace text generated always as (json_extract(value, '$.namespace')) stored, "
            "tenant_id text generated always as (json_extract(value, '$.tenantId')) stored, "
            "revision int generated always as (json_extract(value, '$.revision')) stored, "
            "source_code text generated always as (json_extract(value, '$.source')) stored)"_s);
        for (int revision : {1, 2})
            run(u"insert into flows (value) values (json_object('id', 'nightly', 'namespace', 'shop.north', "
                "'tenantId', null, 'revision', ?, 'source', ?))"_s,
                {revision, flow.before});
        QCOMPARE(count(), 0);
        for (int time = 0; time < 2; ++time) {
            run(disablingSql(DatabaseAccess::Kind::Sqlite, flow));
            QCOMPARE(source(2), flow.after);
            QCOMPARE(source(1), flow.before);
            QCOMPARE(count(), 1);
        }
        for (int time = 0; time < 2; ++time) {
            run(enablingSql(DatabaseAccess::Kind::Sqlite, flow));
            QCOMPARE(source(2), flow.before);
        }
        run(u"update flows set value = json_set(value, '$.source', ? || 'x')"_s, {flow.before});
        run(disablingSql(DatabaseAccess::Kind::Sqlite, flow));
        QCOMPARE(source(2), flow.before + u'x');
        QCOMPARE(count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunaways)
#include "tst_runaways.moc"
