// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changeslist.h"
#include "ui/componentlanes.h"
#include "ui/diffview.h"
#include "ui/drainmeter.h"
#include "ui/evidencetable.h"
#include "ui/headerbar.h"
#include "ui/logpanel.h"
#include "ui/logview.h"
#include "ui/look.h"
#include "ui/plantree.h"
#include "ui/routeview.h"
#include "ui/steprail.h"
#include "ui/typedsheet.h"
#include "ui/versiontimeline.h"
#include "ui/waybackgauge.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every widget of our own: what it says, what it does, and a picture of it in light and dark.
class TestWidgets : public QObject
{
    Q_OBJECT

private:
    static void keep(QWidget &widget, const QString &name, QSize size)
    {
        const QString folder = qEnvironmentVariable("PICTURES");
        widget.resize(size);
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkPalette() : lightPalette());
            widget.setPalette(QApplication::palette()); // no event loop runs that would hand it on
            widget.show();
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
            const QPixmap picture = widget.grab();
            QCOMPARE(picture.size(), size);
            if (!folder.isEmpty() && QDir().mkpath(folder))
                QVERIFY(picture.save(u"%1/%2%3.png"_s.arg(folder, name, dark ? u"-dark"_s : QString())));
        }
        QApplication::setPalette(lightPalette());
    }

    static QDateTime at(int hour, int minute, int second = 0)
    {
        return {QDate(2026, 11, 24), QTime(hour, minute, second)};
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp); }

    void header()
    {
        HeaderBar bar;
        bar.setFacts(
            {u"production"_s, u"Docker Compose on kestra-01"_s, {u"1.0.36"_s, u"1.3.44"_s, u"2.0.8"_s}, 0});
        QSignalSpy notes(&bar, &HeaderBar::notesWanted);
        keep(bar, u"header"_s, {1280, 48});
        for (QPushButton *button : bar.findChildren<QPushButton *>())
            button->click();
        QCOMPARE(notes.size(), 1);
    }

    void rail()
    {
        StepRail rail;
        rail.setSteps({{u"Installation"_s, u"1.0.36, 5 components"_s, RailStep::Done, true, {}},
                       {u"Target"_s, u"2.0.8, 2 hops"_s, RailStep::Done, true, {}},
                       {u"What changes"_s, u"3 to answer"_s, RailStep::Attention, true, {}},
                       {u"Checks"_s, u"1 failed"_s, RailStep::Failed, true, {}},
                       {u"Backup"_s, u"proven at 22:21"_s, RailStep::Current, true, {}},
                       {u"Plan"_s, {}, RailStep::Later, false, u"The backup is not proven yet"_s}},
                      4);
        QCOMPARE(rail.accessibleText(3), u"Checks, step 4 of 6, 1 failed"_s);
        QCOMPARE(rail.accessibleText(4), u"Backup, step 5 of 6, proven at 22:21, current"_s);
        keep(rail, u"rail"_s, {208, 656});
        QSignalSpy chosen(&rail, &StepRail::stepChosen);
        const auto click = [&](int row) {
            QTest::mouseClick(rail.viewport(), Qt::LeftButton, {},
                              rail.visualRect(rail.model()->index(row, 0)).center());
        };
        click(1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
        click(5); // not reachable yet
        QCOMPARE(chosen.size(), 1);
    }

    void gauge_data()
    {
        QTest::addColumn<int>("station");
        QTest::newRow("gauge-untouched") << int(GaugeFacts::NothingTouched);
        QTest::newRow("gauge-restart") << int(GaugeFacts::Restart);
        QTest::newRow("gauge-backup") << int(GaugeFacts::NeedsBackup);
        QTest::newRow("gauge-closed") << int(GaugeFacts::DoorClosed);
    }

    void gauge()
    {
        QFETCH(int, station);
        WayBackGauge gauge;
        gauge.setFacts({GaugeFacts::Station(station),
                        u"Going back restores the backup of 22:38: about 4 min"_s, u"production"_s});
        QVERIFY(gauge.accessibleName().contains(WayBackGauge::stationName(GaugeFacts::Station(station))));
        QVERIFY(gauge.accessibleDescription().contains(u"22:38"_s));
        keep(gauge, QString::fromLatin1(QTest::currentDataTag()), {568, 58});
    }

    void lanes()
    {
        const auto span = [](const QString &state, const QString &label, const QDateTime &from,
                             const QDateTime &to,
                             bool expected = false) { return LaneSpan{state, label, from, to, expected}; };
        const QDateTime now = at(22, 35, 52);
        QList<Lane> lanes;
        lanes << Lane{u"scheduler"_s,
                      u"stopped"_s,
                      {span(u"running"_s, {}, at(22, 31), at(22, 33)),
                       span(u"stopped"_s, {}, at(22, 33), now),
                       span(u"stopped"_s, {}, now, at(22, 43, 30), true),
                       span(u"healthy"_s, u"2.0.8"_s, at(22, 43, 30), at(22, 46), true)}};
        lanes << Lane{u"worker"_s,
                      u"draining"_s,
                      {span(u"running"_s, {}, at(22, 31), at(22, 33, 30)),
                       span(u"draining"_s, {}, at(22, 33, 30), now)}};
        lanes << Lane{
            u"executor"_s,
            u"failed"_s,
            {span(u"running"_s, {}, at(22, 31), at(22, 33, 30)), span(u"failed"_s, {}, at(22, 33, 30), now)}};
        lanes << Lane{u"indexer"_s,
                      u"starting"_s,
                      {span(u"healthy"_s, u"2.0.8"_s, at(22, 31), at(22, 33, 30)),
                       span(u"starting"_s, {}, at(22, 33, 30), now)}};
        lanes << Lane{u"webserver"_s,
                      u"migrating"_s,
                      {span(u"running"_s, {}, at(22, 31), at(22, 33)),
                       span(u"migrating"_s, {}, at(22, 33), now),
                       span(u"migrating"_s, {}, at(22, 41), at(22, 43), true),
                       span(u"healthy"_s, u"2.0.8"_s, at(22, 43), at(22, 46), true)}};
        ComponentLanes picture;
        picture.setLanes(lanes, {at(22, 31), at(22, 46), now, at(22, 41)});
        QVERIFY(picture.asText().contains(
            u"worker: draining now. running from 22:31:00 to 22:33:30, draining from 22:33:30 to 22:35:52"_s));
        QVERIFY(picture.asText().contains(u"healthy expected from 22:43:30"_s));
        keep(picture, u"lanes"_s, {560, 300});
    }

    void drain()
    {
        DrainState drain;
        drain.active = true;
        drain.since = at(22, 33, 31);
        drain.graceEnds = at(22, 38, 31);
        drain.left = {{at(22, 33, 31), 17},
                      {at(22, 33, 50), 12},
                      {at(22, 34, 20), 8},
                      {at(22, 35, 20), 4},
                      {at(22, 35, 50), 3}};
        drain.longest = {u"nightly-load, dbt_run  3 min 02 s"_s, u"weekly-report, render  2 min 48 s"_s,
                         u"crm-sync, load_deals  2 min 31 s"_s};
        drain.consequence =
            u"If the grace ends first, these 3 are cut and the executor of 2.0.8 does not resume them."_s;
        DrainMeter meter;
        meter.setDrain(drain, at(22, 35, 52));
        QVERIFY(meter.accessibleDescription().contains(u"3 task"_s));
        keep(meter, u"drain"_s, {540, 140});
    }

    void log()
    {
        LogPanel panel;
        for (int i = 0; i < 60; ++i) {
            panel.add({at(22, 33, i % 60), i % 4 ? u"worker"_s : u"assistant"_s,
                       i % 9 == 0    ? u"WARN"_s
                       : i % 25 == 0 ? u"ERROR"_s
                       : i % 8 == 0  ? u"STEP"_s
                                     : u"INFO"_s,
                       i % 9 == 0
                           ? u"Waiting for all worker threads to terminate (remaining: %1)."_s.arg(60 - i)
                           : u"INFO load_orders ended, SUCCESS in %1 s"_s.arg(i)});
        }
        panel.setMasked(1);
        QTRY_COMPARE(panel.view()->store().count(), 60);
        panel.searchField()->setText(u"threads"_s);
        QTRY_COMPARE(panel.view()->hits(), 7);
        keep(panel, u"log"_s, {446, 540});
    }

    void timeLine()
    {
        const auto row = [](const char *line, const char *newest, QDate from, QDate until, bool lts,
                            bool onRoute, bool current, const QString &state) {
            return LineRow{QString::fromLatin1(line),
                           Version::of(QString::fromLatin1(newest)),
                           from,
                           until,
                           lts,
                           onRoute,
                           current,
                           state};
        };
        VersionTimeLine time;
        time.setLines(
            {row("2.0", "2.0.8", {2026, 9, 7}, {}, true, true, false, u"end of support not announced"_s),
             row("1.3", "1.3.44", {2026, 3, 3}, {2027, 3, 3}, true, true, false,
                 u"supported until 3 Mar 2027"_s),
             row("1.2", "1.2.9", {2026, 1, 13}, {}, false, false, false,
                 u"not a stop: 1.0 to 1.3 is one hop"_s),
             row("1.1", "1.1.7", {2025, 11, 4}, {}, false, false, false, u"superseded"_s),
             row("1.0", "1.0.40", {2025, 9, 9}, {2026, 9, 9}, true, false, true, u"ended 9 Sep 2026"_s)},
            u"1.0.36"_s, u"2.0.8"_s, {2026, 11, 24});
        QVERIFY(time.asText().contains(u"1.3: newest 1.3.44, supported until 3 Mar 2027"_s));
        keep(time, u"timeline"_s, {1000, 262});
    }

    void route()
    {
        RouteView route;
        route.setAutoFillBackground(true);
        route.setBackgroundRole(QPalette::Base);
        route.setStops(
            {{u"1.0.36"_s, u"Runs now. Kept as image digest, so going back starts the same bytes."_s},
             {u"1.3.44"_s,
              u"Required stop: 2.0 starts only from the newest 1.3. Moves key-value and namespace-file metadata."_s},
             {u"2.0.8"_s,
              u"Rewrites the queue tables at its first start. 1.x cannot use the database after that."_s}});
        keep(route, u"route"_s, {540, 180});
    }

    void changes()
    {
        const auto row = [](const char *id, Verdict verdict, const QString &title, const QString &answer) {
            ChangeRow r;
            r.id = QLatin1String(id);
            r.verdict = verdict;
            r.title = title;
            r.version = u"2.0.0"_s;
            r.where = {u"/opt/kestra/docker-compose.yml:42 basicAuth"_s};
            r.answer = answer;
            r.answerText = answer.isEmpty() ? QString() : u"fix in the plan"_s;
            return r;
        };
        QList<ChangeRow> rows{row("a", Verdict::Hits, u"ForEach is removed"_s, u"self"_s),
                              row("b", Verdict::Hits, u"basicAuth is no longer read"_s, {}),
                              row("c", Verdict::Unknown, u"Port 8081 wants a login"_s, {}),
                              row("d", Verdict::Clear, u"Something else entirely"_s, {})};
        ChangesList list;
        list.setRows(rows);
        QCOMPARE(list.currentId(), u"a"_s);
        QVERIFY(list.selectNextUnanswered());
        QCOMPARE(list.currentId(), u"b"_s);
        rows[1].answer = u"fix"_s;
        list.setRows(rows);
        QCOMPARE(list.currentId(), u"b"_s); // the list never moves while an answer is given
        QVERIFY(list.selectNextUnanswered());
        QCOMPARE(list.currentId(), u"c"_s);
        rows[2].answer = u"accept"_s;
        list.setRows(rows);
        QVERIFY(!list.selectNextUnanswered());
        list.setFilter(u"entirely"_s);
        QCOMPARE(list.currentId(), u"d"_s);
        list.setFilter({});
        keep(list, u"changes"_s, {352, 480});
    }

    void plan()
    {
        QList<PlanRow> rows;
        for (int i = 1; i <= 26; ++i) {
            PlanRow row;
            row.id = QString::number(i * 10);
            row.number = i;
            row.title = u"Step that does thing %1"_s.arg(i);
            row.phase = QString::number((i - 1) / 5);
            row.phaseTitle = u"Phase %1"_s.arg((i - 1) / 5);
            row.reversal = i < 17 ? u"put back"_s : u"backup"_s;
            row.time = u"20 s"_s;
            row.seconds = 20;
            row.isDoor = i == 17;
            row.afterDoor = i >= 17;
            rows << row;
        }
        PlanTree tree;
        tree.setPlan(
            rows, u"One-way door"_s,
            u"Step 17 rewrites the queue tables. 1.x cannot use them.\nFrom here, going back restores the backup: about 4 min."_s);
        QVERIFY(tree.currentStep());
        QCOMPARE(tree.currentStep()->number, 17); // the first step behind the door
        keep(tree, u"plan"_s, {552, 500});
    }

    void diff()
    {
        const QByteArray text = "--- a/docker-compose.yml\n+++ b/docker-compose.yml\n@@ -40,4 +40,4 @@\n     "
                                "kestra:\n       server:\n-        basicAuth:\n+        basic-auth:\n"
                                "           username: ops@example.org\n@@ -58,2 +58,2 @@\n   worker:\n-    "
                                "image: kestra/kestra:latest-lts\n+    image: kestra/kestra:v2.0.8\n";
        DiffView view;
        view.setDiff(text, u"docker-compose.yml"_s);
        QCOMPARE(view.document()->blockCount(), 9);
        QVERIFY(view.toPlainText().contains(u"\n        basicAuth:\n        basic-auth:\n"_s));
        keep(view, u"diff"_s, {590, 220});
    }

    void evidence()
    {
        EvidenceTable table;
        table.setTitles(u"before, 22:31"_s, u"now, 22:58"_s);
        table.setLines(
            {{u"Plugin defaults"_s, u"2 flows"_s, u"not applied"_s, EvidenceLine::Attention,
              u"answered: these 2 flows stay switched off"_s},
             {u"Version, asked over the API"_s, u"1.0.36"_s, u"2.0.8"_s, EvidenceLine::Good, u"as planned"_s},
             {u"Checksum of all rows"_s, u"c90d 11f7 4be8 …"_s, u"c90d 11f7 4be8 …"_s, EvidenceLine::Good,
              u"equal"_s},
             {u"Login"_s, u"works"_s, u"refused"_s, EvidenceLine::Bad, u"nobody can log in"_s},
             {u"Triggers"_s, u"57"_s, u"unknown"_s, EvidenceLine::Unknown, u"the API does not answer"_s}});
        keep(table, u"evidence"_s, {1000, 200});
    }

    void theSheetWantsTheWord()
    {
        QWidget window;
        auto *sheet =
            new TypedSheet({u"Roll back to 1.0.36"_s,
                            {u"About 4 min without Kestra."_s, u"Loses 41 executions since 22:44."_s},
                            u"production"_s,
                            u"Roll back to 1.0.36"_s},
                           &window);
        sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy accepted(sheet, &QDialog::accepted);
        sheet->open();
        QVERIFY(!sheet->actionButton()->isEnabled());
        QTest::keyClicks(sheet->field(), u"productio"_s);
        QVERIFY(!sheet->actionButton()->isEnabled());
        QTest::keyClick(sheet->field(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 0);
        QTest::keyClicks(sheet->field(), u"n"_s);
        QVERIFY(sheet->actionButton()->isEnabled());
        QTest::keyClick(sheet->field(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 0); // Return alone never starts it
        keep(*sheet, u"sheet"_s, {520, 300});
        QTest::mouseClick(sheet->actionButton(), Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
