// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/noteview.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestNoteView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlySafeLinksOpen_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("opens");
        QTest::newRow("page") << u"https://kestra.io/docs"_s << true;
        QTest::newRow("mail") << u"mailto:ops@example.org"_s << true;
        QTest::newRow("plain http") << u"http://kestra.io"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("data") << u"data:text/html,x"_s << false;
        QTest::newRow("other program") << u"ssh://host"_s << false;
        QTest::newRow("somebody's name in front") << u"https://kestra.io@evil.example/"_s << false;
        QTest::newRow("relative") << u"docs/page"_s << false;
    }

    void onlySafeLinksOpen()
    {
        QFETCH(QString, link);
        QFETCH(bool, opens);
        QCOMPARE(NoteView::mayOpen(QUrl(link)), opens);
    }

    void nothingIsLoaded()
    {
        NoteView view;
        QVERIFY(
            !view.loadResource(QTextDocument::ImageResource, QUrl(u"https://example.org/x.png"_s)).isValid());
        QVERIFY(!view.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
        QVERIFY(!view.loadResource(QTextDocument::StyleSheetResource, QUrl(u":/icons/door.svg"_s)).isValid());
    }

    void hitsAreMarked()
    {
        NoteView view;
        view.setNote(u"<h2>Breaking</h2><p>basic-auth is read</p><p>no basicAuth, only basic-auth</p>"_s);
        QCOMPARE(view.mark(u"basic-auth"_s), 2);
        QCOMPARE(view.extraSelections().size(), 2);
        QCOMPARE(view.mark(u"nowhere"_s), 0);
        QCOMPARE(view.extraSelections().size(), 0);
    }

    void anEndlessNoteIsCut()
    {
        NoteView view;
        view.setNote(u"<p>"_s + QString(6'000'000, u'x') + u"</p>"_s);
        QVERIFY(view.document()->characterCount() <= NoteView::mostShown * 1.02);
    }
};

QTEST_MAIN(TestNoteView)
#include "tst_noteview.moc"
