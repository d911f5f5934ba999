// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notes.h"
#include "app/releases/notetext.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QString texts(const QList<NoteItem> &items)
{
    QStringList list;
    for (const NoteItem &item : items)
        list.append((item.scope.isEmpty() ? QString() : item.scope + u": "_s) + item.text);
    return list.join(u" | ");
}

} // namespace

class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaking_data();
    void breaking();
    void noise_data();
    void noise();
    void links();
    void editionsAndContributors();
    void cutNotesSaySo_data();
    void cutNotesSaySo();
    void binaryIsRefused();
    void hostileIsLinear_data();
    void hostileIsLinear();
    void publishedNotes();
};

void TestNotes::breaking_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("breaking");
    QTest::addColumn<bool>("isUnsure");

    QTest::newRow("megaphone with scope, footer over blank lines")
        << "## Changelog\n\n### 📢 Breaking Changes\n**core**\n- ab12cd3 🚨 errors have a new form (#17) - "
           "*answers no longer\n"
           "carry `message`.\n\nSee the guide*, closes #17\n\n### 🚀 Features\n**ui**\n- 1234567 a button "
           "(#18), closes #18\n"
        << "core: 🚨 errors have a new form - answers no longer carry `message`.\n See the guide" << false;
    QTest::newRow("capitals label, no heading")
        << "## 2.0.5 (August 12, 2026)\n\nBREAKING CHANGES:\n\n* plugin: a method is gone. "
           "[[GH-12](https://x.example/12)]\n\n"
           "IMPROVEMENTS:\n\n* build: newer compiler\n"
        << "plugin: a method is gone." << false;
    QTest::newRow("equal levels") << "## Features\n- **a**: b (Some One)\n## BREAKING CHANGES\n- **core**: "
                                     "gone (#12) ([Some One](https://g.example/commit/abc))\n"
                                     "## Bug Fixes\n- fine\n"
                                  << "core: gone" << false;
    QTest::newRow("topics below")
        << "Hello\n\n## Breaking Changes\n\n### The tag means more\n\nNow it holds all plugins.\n\n- add "
           "`-no-plugins`\n\n"
           "```yaml\nimage: a:b\n```\n\n## Thanks\nA, B\n"
        << "**The tag means more**\n\nNow it holds all plugins.\n- add `-no-plugins`\n\n```\nimage: a:b\n```"
        << false;
    QTest::newRow("topics of the same level")
        << "### Bug fixes\n\n- one\n\n### Breaking changes\n\n### Alerting on by default\n\nText.\n\n### "
           "Another\n\nMore.\n\n"
           "### Deprecations\n\nOld.\n"
        << "**Alerting on by default**\n\nText. | **Another**\n\nMore." << false;
    QTest::newRow("sentence and list")
        << "**Release notices:**\n\nWith 12.0 we are adding several breaking changes:\n\n- [Remove the "
           "cache](https://g.example/1).\n"
           "- Change the command line.\n\nPlease look there.\n\n**Release changes:**\n\n- a fix\n"
        << "Remove the cache. | Change the command line." << false;
    QTest::newRow("sentence and table") << "The breaking changes that require action:\n\n| Change | Do "
                                           "|\n|---|---|\n| `ForEach` gone | use `Loop` |\n"
                                        << "`ForEach` gone: use `Loop`" << false;
    QTest::newRow("marked items") << "## Changes\n- feat(core)!: no more x\n- breaking: drop y\n- fix: "
                                     "prevent breaking overview\n- BREAKING CHANGE: z\n"
                                  << "feat(core)!: no more x | breaking: drop y | BREAKING CHANGE: z"
                                  << false;
    QTest::newRow("setext") << "Breaking changes\n================\n\n- a\n\nFixes\n=====\n- b\n"
                            << "a" << false;
    QTest::newRow("reStructuredText")
        << "Tool 2.6.0 (2023-04-30)\n-----------------------\n\nSignificant "
           "Changes\n^^^^^^^^^^^^^^^^^^^\n\nA gauge is gone (#3)\n"
           "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\nIt never worked.\n\nBug Fixes\n^^^^^^^^^\n- x\n"
        << "**A gauge is gone**\n\nIt never worked." << false;
    QTest::newRow("says that there are none")
        << "## Breaking Changes\n\nNo significant changes.\n\n## Fixes\n- a\n"
        << "" << false;
    QTest::newRow("AsciiDoc comment")
        << "////\n\n== Breaking changes\n\nx\n\n////\n\n== Notable changes\n\nText.\n"
        << "" << true;
    QTest::newRow("HTML comment") << "<!--\n## Breaking Changes\n- x\n-->\n## Fixes\n- a\n" << "" << true;
    QTest::newRow("denied") << "All of these are **non-breaking changes** as we use aliases.\n"
                            << "" << false;
    QTest::newRow("later") << "## Future breaking changes\n- one day\n## Fixes\n- a\n" << "" << true;
    QTest::newRow("only spoken of") << "## Changes\n- adapt the tests to breaking changes of a library\n"
                                    << "" << true;
    QTest::newRow("details")
        << "## Breaking Changes\n<details>\n<summary>Fans</summary>\n\nRenamed.\n\n</details>\n"
        << "**Fans**\n\nRenamed." << false;
    QTest::newRow("empty heading") << "## Breaking Changes\n\n## Fixes\n- a\n" << "" << true;
    QTest::newRow("bold label") << "**⚠️ Breaking Changes**\n\n- gone\n\n**Bug Fixes**\n- b\n"
                                << "gone" << false;
    QTest::newRow("level six, shouting") << "###### !!! BREAKING !!!\n* one\n" << "one" << false;
    QTest::newRow("split over editions") << "## Kestra Open-Source Edition Changes\n\n## Changelog\n\n### 📢 "
                                            "Breaking Changes\n**core**\n- aaaaaaa one\n\n---\n\n"
                                            "## Kestra Enterprise Edition Changes\n\n## Changelog\n\n### 📢 "
                                            "Breaking Changes\n**iam**\n- bbbbbbb two\n"
                                         << "core: one | iam: two" << false;
    QTest::newRow("migration guide link")
        << "### Workflow\n\n- **Loop task** for `ForEach`. "
           "[Guide](../../11.migration-guide/v2.0.0/foreach-loop/index.md)\n"
        << "**Loop task** for `ForEach`. Guide" << false;
    QTest::newRow("heading in a code block") << "```\n## Breaking Changes\n- no\n```\n## Fixes\n- a\n"
                                             << "" << false;
    QTest::newRow("quoted") << "> ## Breaking changes\n> - quoted one\n" << "quoted one" << false;
    QTest::newRow("grouped below a bold word")
        << "## Breaking\n- **All editions:**\n  - one\n  - two\n- three\n"
        << "All editions: one | All editions: two | three" << false;
    QTest::newRow("CRLF") << "## Breaking Changes\r\n- a\r\n- b\r\n" << "a | b" << false;
}

void TestNotes::breaking()
{
    QFETCH(QString, body);
    QFETCH(QString, breaking);
    QFETCH(bool, isUnsure);
    const ReleaseNote note = parseNotes(body);
    QCOMPARE(texts(note.breaking), breaking);
    QCOMPARE(!note.unsure.isEmpty(), isUnsure);
}

void TestNotes::noise_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("clean");
    QTest::newRow("era B") << "e84f5d8 reset pages (#18953), closes #18953" << "reset pages";
    QTest::newRow("linked hash") << "[`abc1234`](https://g.example/commit/abc1234) reset" << "reset";
    QTest::newRow("two requests") << "x (backport #21442) (#21460), closes #21442 #21460" << "x";
    QTest::newRow("author link") << "log it ([Ludo D](https://g.example/commit/35cf))" << "log it";
    QTest::newRow("author") << "move to central (#9803) (Nicolas K.)" << "move to central";
    QTest::newRow("no author") << "more (Enterprise)" << "more (Enterprise)";
    QTest::newRow("mention by") << "fix it by @someone in https://github.com/a/b/pull/12" << "fix it by";
    QTest::newRow("annotation") << "fix an import of @NotNull that hid a key"
                                << "fix an import of NotNull that hid a key";
    QTest::newRow("calls stay") << "`json()` is gone, errors[] too" << "`json()` is gone, errors[] too";
    QTest::newRow("list of requests")
        << "[#1](https://g.example/1), [#2](https://g.example/2) text" << "text";
    QTest::newRow("indent of code stays")
        << "a\n\n```\nb:\n    c: [1,  2]\n```" << "a\n\n```\nb:\n    c: [1,  2]\n```";
    QTest::newRow("code stays") << "use `@NotNull (#12)` here" << "use `@NotNull (#12)` here";
    QTest::newRow("picture") << "see ![a shot](file:///etc/passwd) here" << "see a shot here";
    QTest::newRow("html") << "a <b>bold</b> <img src=x onerror=y> word" << "a bold word";
    QTest::newRow("bad link") << "a [word](javascript:alert(1)) b" << "a word) b";
}

void TestNotes::noise()
{
    QFETCH(QString, raw);
    QFETCH(QString, clean);
    QCOMPARE(cleanNoteText(raw).text, clean);
}

void TestNotes::links()
{
    QCOMPARE(safeLink(u"https://kestra.io/a"_s), u"https://kestra.io/a"_s);
    QCOMPARE(safeLink(u"/docs/migration-guide/v2.0.0"_s), u"https://kestra.io/docs/migration-guide/v2.0.0"_s);
    QCOMPARE(safeLink(u"../../11.migration-guide/0.23.0/index.mdx"_s),
             u"https://kestra.io/docs/migration-guide/0.23.0"_s);
    for (const QString &bad :
         {u"http://a.example"_s, u"file:///etc/passwd"_s, u"javascript:x"_s, u"data:text/html,x"_s,
          u"https://user:secret@a.example"_s, u"../x.md"_s, u""_s})
        QVERIFY2(safeLink(bad).isEmpty(), qPrintable(bad));
}

void TestNotes::editionsAndContributors()
{
    const ReleaseNote note =
        parseNotes(u"## Kestra Open-Source Edition Changes\n\n## Changelog\n\n### 🐛 Bug Fixes\n**ui**\n"
                   "- 8c98785 stable (#15213), closes #15213\n\n## Contributors\nWe'd like to thank the "
                   "following people for their contributions:\nA B, C D\n\n---\n\n"
                   "## Kestra Enterprise Edition Changes\n\n## Changelog\n\n### 🐛 Bug Fixes\n**iam**\n"
                   "- 6dc08c8 alive\n"_s,
                   Version::of(u"1.3.14"));
    QCOMPARE(note.sections.size(), 2);
    QCOMPARE(note.sections[0].edition, u"OSS"_s);
    QCOMPARE(note.sections[1].edition, u"EE"_s);
    QCOMPARE(texts(note.sections[0].items), u"ui: stable"_s);
    QVERIFY(note.contributors.contains(u"C D"_s));
    QVERIFY(note.complete);
}

void TestNotes::cutNotesSaySo_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("truncated");
    QTest::newRow("ends in code") << "## Breaking Changes\n- a\n```\nx" << false;
    QTest::newRow("ends in dots") << "## Fixes\n- a…" << false;
    QTest::newRow("longer than we read")
        << u"## Fixes\n"_s + u"- some fix or other\n"_s.repeated(80'000) << true;
}

void TestNotes::cutNotesSaySo()
{
    QFETCH(QString, body);
    QFETCH(bool, truncated);
    const ReleaseNote note = parseNotes(body);
    QVERIFY(!note.complete);
    QCOMPARE(note.truncated, truncated);
}

void TestNotes::binaryIsRefused()
{
    QVERIFY(!readNotes(QByteArray("\x7f\x45LF\0\0\1", 7)));
    QVERIFY(!readNotes(QByteArray(1000, '\xff')));
    QVERIFY(readNotes("## Fixes\n- a\n"));
    QVERIFY(!readNotes("")->unsure.isEmpty());
}

void TestNotes::hostileIsLinear_data()
{
    QTest::addColumn<QString>("body");
    const qsizetype big = 4 * 1024 * 1024;
    QTest::newRow("one line") << QString(big, u'a');
    QTest::newRow("brackets") << QString(big, u'[');
    QTest::newRow("pairs of brackets") << u"["_s.repeated(big / 2) + u"]"_s.repeated(big / 2);
    QTest::newRow("links") << u"[a]("_s.repeated(big / 4);
    QTest::newRow("ticks") << u"` `` ``` "_s.repeated(big / 9);
    QTest::newRow("angles") << QString(big, u'<');
    QTest::newRow("quotes") << u"> "_s.repeated(big / 2);
    QTest::newRow("table") << (u"|"_s.repeated(2000) + u"\n"_s).repeated(2000);
    QTest::newRow("bullets") << u"- [x](\n"_s.repeated(big / 7);
    QTest::newRow("nested bullets") << u"  - [[x\n"_s.repeated(big / 8);
    QTest::newRow("headings") << u"# breaking\n"_s.repeated(big / 11);
    QTest::newRow("comments") << u"<!-- breaking change -->\n"_s.repeated(big / 25);
    QTest::newRow("stars") << u"- a - *b\n\n"_s.repeated(big / 10);
    QTest::newRow("bidi") << QString(big, QChar(0x202e));
    QTest::newRow("mentions") << u"- @a "_s.repeated(big / 5);
    QTest::newRow("parentheses") << u"- a"_s + u"()"_s.repeated(big / 2);
    QTest::newRow("bracket lines")
        << (u"- "_s + QString(8000, u'[') + QString(8000, u']') + u"\n\n"_s).repeated(250);
}

void TestNotes::hostileIsLinear()
{
    QFETCH(QString, body);
    QElapsedTimer timer;
    timer.start();
    parseNotes(body);
    const qint64 took = timer.elapsed();
    qInfo("%lld ms", took);
    // 250 ms is the aim on a quiet machine with optimisation; a quadratic cost would need minutes.
    QVERIFY2(took < 5000, qPrintable(QString::number(took)));
}

void TestNotes::publishedNotes()
{
    const QString root = QFileInfo(QStringLiteral(__FILE__)).absolutePath() + u"/../../../shared/data"_s;
    if (!QDir(root).exists())
        QSKIP("SKIPPED: no published notes beside the project");
    int files = 0;
    for (const QString &folder : {root + u"/release-notes"_s, root + u"/release-notes-other"_s}) {
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const Result<ReleaseNote> note = readNotes(bytes);
            QVERIFY2(note, qPrintable(info.fileName()));
            const bool said = !note->breaking.isEmpty() || !note->sections.isEmpty();
            QVERIFY2(said || note->unsure.size() > 0, qPrintable(info.fileName() + u" has nothing in it"_s));
            ++files;
            qsizetype items = 0;
            for (const NoteSection &section : note->sections)
                items += section.items.size();
            qInfo("%-45s breaking %2lld, items %4lld, unsure %2lld", qPrintable(info.fileName()),
                  qint64(note->breaking.size()), qint64(items), qint64(note->unsure.size()));
            if (qEnvironmentVariableIsSet("SHOW_NOTES")) {
                for (const NoteItem &item : note->breaking)
                    qInfo("   B %s", qPrintable(item.text.left(160)));
                for (const QString &text : note->unsure)
                    qInfo("   ? %s", qPrintable(text.left(160)));
            }
        }
    }
    QVERIFY(files > 40);
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
