// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logstore.h"
#include "ui/logview.h"
#include "ui/type.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class TestLogStore : public QObject
{
    Q_OBJECT

private:
    static LogEntry entry(int i)
    {
        const bool worker = i % 3 == 0;
        return {QTime(22, 0).addSecs(i % 7000), worker ? u"worker"_s : u"webserver"_s,
                i % 100 == 0 ? LogLevel::Warning : LogLevel::Info,
                u"line %1 of the log, with some words"_s.arg(i)};
    }

private Q_SLOTS:
    void everyLineComesBackOverManySegments()
    {
        LogStore store;
        constexpr int lines = 60'000; // about 3 MB: more segments than are kept in memory for reading
        for (int i = 0; i < lines; ++i)
            store.append(entry(i));
        QCOMPARE(store.count(), lines);
        for (int i = 0; i < lines; i += 97)
            QCOMPARE(store.at(i), entry(i));
        QCOMPARE(store.at(lines - 1), entry(lines - 1));
        QCOMPARE(store.at(0), entry(0));
        QCOMPARE(store.at(lines).text, QString());
        QCOMPARE(store.at(-1).text, QString());
    }

    void nastyTextIsTame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        QTest::newRow("line end") << u"a\nb"_s << u"a\ufffdb"_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a    b"_s;
        QTest::newRow("terminal colours") << u"\x1b[31mred\x1b[0m"_s << u"red"_s;
        QTest::newRow("unfinished sequence") << u"\x1b[31"_s << QString();
        QTest::newRow("right-to-left override") << u"a\u202eb"_s << u"a\ufffdb"_s;
        QTest::newRow("bell") << u"a\ab"_s << u"a\ufffdb"_s;
        QTest::newRow("Chinese") << u"升级"_s << u"升级"_s;
    }

    void nastyTextIsTame()
    {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        LogStore store;
        store.append({QTime(1, 2, 3), u"wor\tker"_s, LogLevel::Info, text});
        QCOMPARE(store.at(0).text, stored);
        QCOMPARE(store.at(0).component, u"wor    ker"_s);
    }

    void anEndlessLineIsCut()
    {
        LogStore store;
        store.append({QTime(1, 2, 3), u"worker"_s, LogLevel::Info, QString(5'000'000, u'x')});
        QVERIFY(store.at(0).text.size() <= 16 * 1024);
    }

    void theViewFiltersAndFinds()
    {
        LogView view;
        view.resize(600, 300);
        QList<LogEntry> entries;
        for (int i = 0; i < 9000; ++i)
            entries << entry(i);
        view.append(entries);
        QCOMPARE(view.shownLines(), 9000);
        view.setComponentFilter(u"worker"_s);
        QTRY_COMPARE(view.shownLines(), 3000);
        view.setSearch(
            u"LINE 99"_s); // of those divisible by three: 99, 990, 993, 996, 999 and three of 99xx none
        QTRY_COMPARE(view.hits(), 5);
        view.nextHit(1);
        QVERIFY(!view.isFollowing());
        view.setComponentFilter({});
        view.setSearch({});
        QTRY_COMPARE(view.shownLines(), 9000);
        QCOMPARE(view.hits(), 0);
    }

    void findsByPattern_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("pattern");
        QTest::addColumn<int>("hits");
        QTest::addColumn<bool>("sound");
        QTest::newRow("words") << u"order.*ended"_s << false << 0 << true;
        QTest::newRow("pattern") << u"order.*ended"_s << true << 2 << true;
        QTest::newRow("case does not matter") << u"ORDER [12]"_s << true << 2 << true;
        QTest::newRow("only the text, never the time") << u"3723"_s << false << 0 << true;
        QTest::newRow("beyond ASCII") << u"ÜBER"_s << false << 1 << true;
        QTest::newRow("broken") << u"(order"_s << true << 0 << false;
    }

    void findsByPattern()
    {
        QFETCH(QString, words);
        QFETCH(bool, pattern);
        QFETCH(int, hits);
        QFETCH(bool, sound);
        LogView view;
        for (const QString &text : {u"order 1 ended"_s, u"order 2 has ended"_s, u"über alles"_s})
            view.append({{QTime(1, 2, 3), u"worker"_s, LogLevel::Info, text}});
        view.setSearch(words, pattern);
        QTRY_COMPARE(view.hits(), hits);
        QCOMPARE(view.searchProblem().isEmpty(), sound);
    }

    void choosesByCharacters()
    {
        LogView view;
        view.resize(900, 300);
        view.show();
        for (const QString &text : {u"first line of the log"_s, u"second line"_s, u"third line"_s})
            view.append({{QTime(1, 2, 3), u"worker"_s, LogLevel::Info, text}});
        const QFontMetricsF metrics(typeFont(Type::Code));
        const qreal character = metrics.horizontalAdvance(u'0');
        const qreal line = std::ceil(metrics.height() + 2);
        const qreal text = 8 + std::ceil(character * 9.5) + std::ceil(character * 11);
        const qreal top = view.viewport()->height() - 3 * line; // it follows: the newest stands at the bottom
        const qreal from = std::min(0.0, top) + line / 2;
        const auto at = [&](int row, int column) {
            return QPointF(text + column * character + 1, from + row * line).toPoint();
        };
        const auto drag = [&](QPoint a, QPoint b) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, Qt::NoModifier, a);
            QMouseEvent move(QEvent::MouseMove, QPointF(b), view.viewport()->mapToGlobal(QPointF(b)),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view.viewport(), &move);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, Qt::NoModifier, b);
        };
        drag(at(0, 6), at(0, 10));
        QCOMPARE(view.selectedText(), u"line"_s);
        drag(at(1, 6), at(0, 14)); // backwards, over two rows
        QCOMPARE(view.selectedText(), u"the log\n01:02:03\tworker\tsecond"_s);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, at(2, 1));
        QCOMPARE(view.selectedText(), u"third"_s);
        QVERIFY(!view.isFollowing()); // what is being chosen does not run away
    }

    void scrollingUpReleasesTheEnd()
    {
        LogView view;
        view.resize(600, 300);
        view.show();
        QList<LogEntry> entries;
        for (int i = 0; i < 500; ++i)
            entries << entry(i);
        view.append(entries);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        view.verticalScrollBar()->setValue(100);
        QVERIFY(!view.isFollowing());
        QSignalSpy counted(&view, &LogView::newLinesChanged);
        view.append({entry(500), entry(501)});
        QCOMPARE(view.newLines(), 2);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(view.verticalScrollBar()->value(), 100);
        view.setFollowing(true);
        QCOMPARE(view.newLines(), 0);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    }
};

QTEST_MAIN(TestLogStore)
#include "tst_logstore.moc"
