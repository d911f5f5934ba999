// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/handled.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the way does by itself need not be answered; what it does not do must be.
class TestHandled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheWay_data()
    {
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("route");
        QTest::addColumn<QString>("by"); // "stop slug"; "already"; empty: must be answered
        const QStringList second{u"1.3.44"_s, u"2.0.8"_s};
        const QString keys = u"1.1/kv-index"_s;
        QTest::newRow("index of keys, at the stop that crosses 1.1")
            << keys << u"1.0.36"_s << second << u"1.3.44 migrate-metadata-kv"_s;
        QTest::newRow("index of keys, there already") << keys << u"1.1.4"_s << second << QString();
        QTest::newRow("index of files")
            << u"1.2/namespace-files-index"_s << u"1.1.4"_s << second << u"1.3.44 migrate-metadata-nsfiles"_s;
        QTest::newRow("both still needed") << u"1.3/metadata-still-needed"_s << u"1.0.36"_s << second
                                           << u"1.3.44 migrate-metadata-nsfiles"_s;
        QTest::newRow("one of both is not in the way")
            << u"1.3/metadata-still-needed"_s << u"1.1.4"_s << second << QString();
        QTest::newRow("stop at 1.3") << u"2.0/newest-13-first"_s << u"1.0.36"_s << second
                                     << u"1.3.44 set-version"_s;
        QTest::newRow("1.3 runs") << u"2.0/newest-13-first"_s << u"1.3.44"_s << QStringList{u"2.0.8"_s}
                                  << u"already"_s;
        QTest::newRow("a way past 1.3")
            << u"2.0/newest-13-first"_s << u"1.0.36"_s << QStringList{u"2.0.8"_s} << QString();
        QTest::newRow("tenant of 0.23")
            << u"0.23/tenant-oss"_s << u"0.22.9"_s << QStringList{u"0.23.30"_s, u"1.0.36"_s}
            << u"0.23.30 migrate-default-tenant"_s;
        QTest::newRow("storage of 0.23")
            << u"0.23/storage-below-tenant"_s << u"0.22.9"_s << QStringList{u"0.23.30"_s, u"1.0.36"_s}
            << u"0.23.30 move-storage"_s;
        QTest::newRow("state store of 0.19")
            << u"0.19/state-store"_s << u"0.18.3"_s << QStringList{u"0.23.30"_s, u"1.0.36"_s}
            << u"0.23.30 sys-state-store-migrate"_s;
        QTest::newRow("the one-way door is a person's matter")
            << u"2.0/database-rewritten"_s << u"1.0.36"_s << second << QString();
    }

    void byTheWay()
    {
        QFETCH(QString, finding);
        QFETCH(QString, from);
        QFETCH(QStringList, route);
        QFETCH(QString, by);
        QList<Version> stops;
        for (const QString &stop : std::as_const(route))
            stops.append(Version::of(stop));
        Finding one;
        one.id = finding;
        one.verdict = Verdict::Hits;
        const auto handled = handledFindings({one}, Version::of(from), stops);
        QCOMPARE(handled.contains(finding), !by.isEmpty());
        const Handling handling = handled.value(finding);
        if (by == u"already")
            QVERIFY(!handling.stop.isValid());
        else if (!by.isEmpty())
            QCOMPARE(u"%1 %2"_s.arg(handling.stop.toString(), handling.slug), by);
        one.verdict = Verdict::Unknown;
        QVERIFY(handledFindings({one}, Version::of(from), stops).isEmpty());
    }

    void stepIsTheOneOfThatHop()
    {
        Plan plan;
        for (const QString &phase : {u"hop-1.3.44"_s, u"hop-2.0.8"_s}) {
            Step step;
            step.id = u"set-version"_s;
            step.phase = phase;
            plan.steps.append(step);
        }
        numberSteps(plan);
        QCOMPARE(stepOf(plan, {{}, Version::of(u"2.0.8"), u"set-version"_s}), u"020-set-version"_s);
        QCOMPARE(stepOf(plan, {{}, Version::of(u"1.3.44"), u"migrate"_s}), QString());
        QCOMPARE(stepOf(plan, {}), QString());
    }
};

QTEST_GUILESS_MAIN(TestHandled)
#include "tst_handled.moc"
