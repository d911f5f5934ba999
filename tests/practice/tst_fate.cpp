// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/fate.h"

#include <QTest>

class TestFate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsWhatWasSeen_data();
    void followsWhatWasSeen();
};

void TestFate::followsWhatWasSeen_data()
{
    QTest::addColumn<QString>("binary");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("component");
    QTest::addColumn<Fate>("fate");
    QTest::newRow("same line") << "1.0.36" << "1.0" << "standalone" << Fate::Works;
    QTest::newRow("newer on older") << "1.3.44" << "1.0" << "standalone" << Fate::Works;
    QTest::newRow("1.0 on 1.3") << "1.0.36" << "1.3" << "standalone" << Fate::Works;
    QTest::newRow("0.23 on 1.0") << "0.23.29" << "1.0" << "standalone" << Fate::DiesSoon;
    QTest::newRow("0.19 on 0.20") << "0.19.16" << "0.20" << "standalone" << Fate::DiesSoon;
    QTest::newRow("a 0.19 web server alone on 0.20") << "0.19.16" << "0.20" << "webserver" << Fate::Works;
    QTest::newRow("1.3 on 2.0") << "1.3.44" << "2.0" << "standalone" << Fate::GreenAndDead;
    QTest::newRow("1.0 on 2.0") << "1.0.36" << "2.0" << "standalone" << Fate::DiesSoon;
}

void TestFate::followsWhatWasSeen()
{
    QFETCH(QString, binary);
    QFETCH(QString, schema);
    QFETCH(QString, component);
    QFETCH(Fate, fate);
    QCOMPARE(fateOf(Version::of(binary), Version::of(schema), component), fate);
}

QTEST_GUILESS_MAIN(TestFate)
#include "tst_fate.moc"
