// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/steps.h"
#include "app/run/journal.h"
#include "app/wizard/engine.h"
#include "app/wizard/historymodel.h"
#include "app/wizard/resultmodel.h"
#include "app/wizard/runmodel.h"
#include "app/wizard/welcomemodel.h"
#include "app/wizard/wizard.h"
#include "ui/footer.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/typedsheet.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Runs that did not come to an end, as the journal holds them, on the start page, the run page and in the
/// history.
class TestTroubleView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<MainWindow> m_window;

    void keep(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("PICTURES");
        QCoreApplication::processEvents(); // what was hidden or shown is laid out
        if (!folder.isEmpty() && QDir().mkpath(folder))
            QVERIFY(m_window->grab().save(folder + u'/' + name + u".png"_s));
    }

    static Step command(const QString &slug, const QString &title, const QString &phase, Component component,
                        const QString &effect)
    {
        CommandArgs args;
        args.program = u"true"_s;
        Step step = runCommand(slug, title, args);
        step.phase = phase;
        step.component = component;
        step.effect = effect;
        step.expectedSeconds = 20;
        return step;
    }

    static Plan plan()
    {
        Plan plan;
        plan.installation = u"practice:/srv/practice"_s;
        plan.title = u"production"_s;
        plan.from = Version::of(u"1.0.36");
        plan.to = Version::of(u"2.0.8");
        plan.route = {Version::of(u"1.3.44"), plan.to};
        plan.backupFolder = u"/srv/backups/production"_s;
        plan.steps = {
            command(u"stop-webserver"_s, u"Stop webserver"_s, u"stop"_s, Component::Webserver, u"stopped"_s),
            command(u"verify-backup"_s, u"Read every byte of the backup once more"_s, u"backup"_s,
                    Component::None, {}),
            command(u"start-webserver"_s, u"Start webserver alone: 2.0.8 migrates the database"_s,
                    u"hop-2.0.8"_s, Component::Webserver, u"migrating"_s),
            command(u"start-worker"_s, u"Start worker"_s, u"start"_s, Component::Worker, u"starting"_s)};
        plan.steps[2].changesData = true;
        numberSteps(plan);
        return plan;
    }

    /// `done` steps done, the next one begun, then `kind` with that message.
    QString run(int done, const QString &kind, const QString &message, const QString &state)
    {
        const Plan made = plan();
        Journal &journal = m_engine->journal();
        const QString id = journal.createRun(u"upgrade"_s, made.toJson()).value_or(QString());
        for (int i = 0; i <= done; ++i) {
            const QString step = made.steps[i].id;
            const bool last = i == done;
            bool ok = journal.append(id, step, u"intent"_s).has_value();
            ok = ok && journal
                           .append(id, step, last ? kind : u"done"_s,
                                   last ? QJsonObject{{u"message"_s, message},
                                                      {u"details"_s, u"line 1\nline 2\nline 3"_s}}
                                        : QJsonObject())
                           .has_value();
            if (!ok)
                return {};
        }
        return journal.setState(id, state) ? id : QString();
    }

    QStringList words() const
    {
        QStringList all;
        for (const QLabel *label : m_window->currentPage()->findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto engine = Engine::open({m_folder->filePath(u"home"_s), false, m_folder->path(), 1});
        QVERIFY(engine.has_value());
        m_engine = std::move(*engine);
        m_wizard = std::make_unique<Wizard>(m_engine.get());
        m_window = std::make_unique<MainWindow>(m_wizard.get());
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_wizard.reset();
        m_engine.reset();
        m_folder.reset();
    }

    void threeBlocks_data()
    {
        QTest::addColumn<int>("done");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("state");
        QTest::addColumn<Trouble::Kind>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QStringList>("buttons");
        QTest::newRow("failed past the door")
            << 2 << u"failed"_s << u"interrupted"_s << Trouble::Failed
            << u"Step 3 failed: Start webserver alone: 2.0.8 migrates the database"_s
            << u"The one-way door was passed"_s << QStringList{u"tryAgain"_s, u"goBack"_s};
        QTest::newRow("stopped before the door")
            << 1 << u"done"_s << u"interrupted"_s << Trouble::Stopped << u"Stopped before step 3"_s
            << u"The data is as it was"_s << QStringList{u"tryAgain"_s, u"goBack"_s};
        QTest::newRow("cut off in a step")
            << 0 << u"receipt"_s << u"interrupted"_s << Trouble::Stopped << u"Stopped before step 1"_s
            << u"The data is as it was"_s << QStringList{u"tryAgain"_s, u"goBack"_s};
        QTest::newRow("a person is needed") << 2 << u"undo-failed"_s << u"needs-help"_s
                                            << Trouble::NeedsPerson << u"Step 3 waits for a person"_s
                                            << u"The backup of"_s << QStringList{u"itIsDone"_s, u"goBack"_s};
    }

    void threeBlocks()
    {
        QFETCH(int, done);
        QFETCH(QString, event);
        QFETCH(QString, state);
        QFETCH(Trouble::Kind, kind);
        QFETCH(QString, title);
        QFETCH(QString, fact);
        QFETCH(QStringList, buttons);
        const QString id =
            run(done, event, u"“kestra server webserver” ended with 1: \x1b[31mno\x1b[0m"_s, state);
        QVERIFY(!id.isEmpty());
        m_wizard->lookAtRun(id);
        QCOMPARE(m_wizard->stage(), Stage::Run);
        QCOMPARE(m_wizard->run()->trouble().kind, kind);
        QTRY_COMPARE(m_window->currentPage()->titleText(), title);
        const QString all = words().join(u'\n');
        QVERIFY2(all.contains(fact), qPrintable(all));
        QVERIFY(!all.contains(QChar(0x1b)));
        qsizetype before = -1;
        for (const QString &head : {u"What is true now"_s, u"What you can do"_s}) {
            QVERIFY(all.indexOf(head) > before);
            before = all.indexOf(head);
        }
        for (const QString &name : buttons) {
            auto *button = m_window->currentPage()->findChild<QPushButton *>(name);
            QVERIFY2(button && button->isVisible(), qPrintable(name));
        }
        auto *first = m_window->currentPage()->findChild<QPushButton *>(buttons.first());
        QVERIFY(first->isDefault());
        QVERIFY(!m_window->mainButton()->isVisible()); // one main button, and it stands in the page
        keep(u"trouble-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    }

    void goingBackAsksFirst()
    {
        const QString id = run(2, u"failed"_s, u"it ended with 1"_s, u"interrupted"_s);
        m_wizard->lookAtRun(id);
        auto *back = m_window->currentPage()->findChild<QPushButton *>(u"goBack"_s);
        QVERIFY(back);
        QTest::mouseClick(back, Qt::LeftButton);
        TypedSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = m_window->findChild<TypedSheet *>()) && sheet->isVisible());
        QVERIFY(sheet->field()); // something is lost, so a word is asked
        QVERIFY(!sheet->actionButton()->isEnabled());
        sheet->reject();
        QVERIFY(!m_wizard->run()->isRunning());
    }

    void theStartPageOffersTheWaysOn()
    {
        const QString id = run(2, u"failed"_s, u"it ended with 1"_s, u"interrupted"_s);
        m_wizard->welcome()->lookAgain();
        QTRY_VERIFY(!m_wizard->welcome()->isBusy());
        QTRY_COMPARE(m_window->currentPage()->titleText(), u"An upgrade is waiting for you"_s);
        keep(u"welcome-unfinished"_s);
        auto *look = m_window->currentPage()->findChild<QPushButton *>(u"lookUnfinished"_s);
        QVERIFY(look);
        QTest::mouseClick(look, Qt::LeftButton);
        QTRY_COMPARE(m_wizard->stage(), Stage::Run);
        QCOMPARE(m_wizard->result()->runId(), id);
        QVERIFY(!m_wizard->run()->isRunning());
    }

    void whatWasWorkedOnIsFoundAgain()
    {
        Installation known;
        known.address = u"compose:/srv/kestra/docker-compose.yml"_s;
        known.title = u"kestra"_s;
        known.kind = InstallationKind::Compose;
        known.version = Version::of(u"1.0.36");
        m_wizard->welcome()->remember(known);
        m_wizard->welcome()->remember(known);
        const auto rows = m_wizard->welcome()->installations();
        QCOMPARE(std::ranges::count(rows, known.address, &FoundInstallation::address), 1);
        QVERIFY(rows.last().recent);
        m_wizard->welcome()->lookAgain();
        QTRY_VERIFY(!m_wizard->welcome()->isBusy());
        keep(u"welcome-recent"_s);
    }

    void theHistoryShowsOneRunClosely()
    {
        run(2, u"failed"_s, u"it ended with 1"_s, u"interrupted"_s);
        run(3, u"done"_s, {}, u"upgraded"_s);
        m_window->showHistory();
        for (const QString &word : {u"Began"_s, u"Slowest"_s, u"4 of 4 steps"_s, u"Going back now"_s})
            QTRY_VERIFY2(words().join(u'\n').contains(word), qPrintable(word));
        keep(u"history"_s);
    }
};

QTEST_MAIN(TestTroubleView)
#include "tst_troubleview.moc"
