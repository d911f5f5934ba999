// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/look.h"
#include "ui/shades.h"

#include <QTest>

class TestShades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette();
        QPalette pale = lightPalette();
        pale.setColor(QPalette::Accent, QColor(0x9fd0ff));
        pale.setColor(QPalette::Link, QColor(0xbbbbff));
        QTest::newRow("pale accent and links of a desktop") << pale;
    }

    void everyWordCanBeRead()
    {
        QFETCH(QPalette, palette);
        const Shades s = shadesFor(palette);
        for (const QColor &word : {s.text, s.second, s.link, s.good, s.caution, s.bad}) {
            QVERIFY2(contrast(word, s.base) >= 4.5, qPrintable(word.name() + QLatin1String(" on base")));
            QVERIFY2(contrast(word, s.window) >= 4.5, qPrintable(word.name() + QLatin1String(" on window")));
        }
        QVERIFY(contrast(s.onAccent, s.accent) >= 4.5);
        QVERIFY(contrast(s.text, s.selection) >= 7);
        QVERIFY(contrast(s.text, s.goodTint) >= 7);
        QVERIFY(contrast(s.text, s.badTint) >= 7);
        QVERIFY(contrast(s.second, s.cautionTint) >= 4.5);
    }

    void aNewPaletteIsTaken()
    {
        QCOMPARE(shadesFor(lightPalette()).dark, false);
        QCOMPARE(shadesFor(darkPalette()).dark, true);
        QCOMPARE(shadesFor(lightPalette()).text, QColor(0x1e2226));
    }

    void highContrastHasNoTints()
    {
        const Shades s = shadesFor(highContrastPalette());
        QVERIFY(s.highContrast);
        QCOMPARE(s.selection, s.base);
        QCOMPARE(s.badTint, s.base);
        QCOMPARE(s.frame, s.text);
    }
};

QTEST_MAIN(TestShades)
#include "tst_shades.moc"
