// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notesmerge.h"
#include "app/releases/safehtml.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

Release release(const QString &version, const QString &body)
{
    Release made;
    made.version = Version::of(version);
    made.tag = u"v"_s + version;
    made.title = made.tag;
    made.body = body;
    return made;
}

} // namespace

class TestNotesMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backPortsAreFolded();
    void onlyWhatLiesOnTheRoute();
    void digestFillsGaps();
    void documentStartsWithBreaking();
    void htmlIsSafe_data();
    void htmlIsSafe();
};

void TestNotesMerge::backPortsAreFolded()
{
    const MergedNotes merged = mergeNotes(
        {parseNotes(u"## Bug Fixes\n- bbbbbbb one thing (#2)\n- dependency bump\n"_s, Version::of(u"1.3.2")),
         parseNotes(u"## Bug Fixes\n- aaaaaaa One thing (#1)\n"_s, Version::of(u"1.2.9"))},
        Version::of(u"1.2.0"), Version::of(u"1.3.2"));
    QCOMPARE(merged.fixes.size(), 2);
    QCOMPARE(merged.fixes[0].versions, (QList{Version::of(u"1.2.9"), Version::of(u"1.3.2")}));
    QCOMPARE(merged.toJson()["fixes"_L1].toArray()[0].toObject()["since"_L1].toString(), u"1.2.9"_s);
}

void TestNotesMerge::onlyWhatLiesOnTheRoute()
{
    Catalogue catalogue = *Catalogue::builtIn();
    catalogue.merge({release(u"1.1.0"_s, u"## Features\n- new in one one\n"_s),
                     release(u"1.1.5"_s, u"## Fixes\n- off the path\n"_s),
                     release(u"1.3.44"_s, u"## Fixes\n- on the path\n"_s),
                     release(u"2.0.0"_s, u"## Breaking Changes\n- gone\n"_s),
                     release(u"2.0.0-rc1"_s, u"## Breaking Changes\n- candidate\n"_s),
                     release(u"2.0.8"_s, u""_s), release(u"1.0.36"_s, u"## Fixes\n- had already\n"_s)});
    const Result<Route> route = planRoute(Version::of(u"1.0.36"), Version::of(u"2.0.8"), catalogue);
    const QString text = notesOfRoute(*route, catalogue).toMarkdown();
    for (const QString &wanted : {u"new in one one"_s, u"on the path"_s, u"gone"_s})
        QVERIFY2(text.contains(wanted), qPrintable(wanted));
    for (const QString &other : {u"off the path"_s, u"candidate"_s, u"had already"_s})
        QVERIFY2(!text.contains(other), qPrintable(other));
}

void TestNotesMerge::digestFillsGaps()
{
    const Catalogue catalogue = *Catalogue::builtIn();
    const MergedNotes merged =
        notesOfRoute(*planRoute(Version::of(u"0.15.0"), Version::of(u"2.0.8"), catalogue), catalogue);
    QVERIFY(merged.read.isEmpty());
    QCOMPARE(merged.missing.size(), 14);
    QVERIFY(merged.breaking.size() > 10);
    QVERIFY(merged.toRun.size() > 4);
    QVERIFY(merged.breaking[0].ours);
    QVERIFY(merged.breaking[0].versions[0] <= merged.breaking.constLast().versions[0]);
}

void TestNotesMerge::documentStartsWithBreaking()
{
    const MergedNotes merged =
        mergeNotes({parseNotes(u"## Features\n- f\n\n## Breaking Changes\n- b\n"_s, Version::of(u"2.0.0"))},
                   Version::of(u"1.3.44"), Version::of(u"2.0.0"));
    const QString text = merged.toMarkdown();
    QVERIFY(text.indexOf(u"## Breaking") < text.indexOf(u"## New"));
    QVERIFY(merged.toHtml().contains(u"<h2>Breaking changes</h2>"));
}

void TestNotesMerge::htmlIsSafe_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("script") << "<script>alert(1)</script>";
    QTest::newRow("inline html") << "a <img src=x onerror=alert(1)> b";
    QTest::newRow("picture") << "![x](https://tracker.example/a.png)";
    QTest::newRow("picture in a link") << "[![x](file:///a)](https://a.example)";
    QTest::newRow("javascript") << "[x](javascript:alert(1))";
    QTest::newRow("file") << "[x](file:///etc/passwd) <file:///etc/passwd>";
    QTest::newRow("plain http") << "<http://a.example>";
    QTest::newRow("data") << "[x](data:text/html;base64,AAAA)";
}

void TestNotesMerge::htmlIsSafe()
{
    QFETCH(QString, markdown);
    const QString html = safeHtml(markdown);
    for (const QString &bad : {u"<script"_s, u"<img"_s, u"onerror"_s, u"href=\"javascript"_s,
                               u"href=\"file"_s, u"href=\"http:"_s, u"href=\"data"_s, u"src="_s})
        QVERIFY2(!html.contains(bad), qPrintable(html));
}

QTEST_GUILESS_MAIN(TestNotesMerge)
#include "tst_notesmerge.moc"
