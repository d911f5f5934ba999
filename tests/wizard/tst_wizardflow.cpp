// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/backupmodel.h"
#include "app/wizard/changesmodel.h"
#include "app/wizard/checksmodel.h"
#include "app/wizard/engine.h"
#include "app/wizard/installationmodel.h"
#include "app/wizard/planmodel.h"
#include "app/wizard/targetmodel.h"
#include "app/wizard/wizard.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The flow over a practice installation whose servers are down: read from its files alone.
class TestWizardFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(practice() + u"/storage"_s));
        write(u"practice.yaml"_s, "version: 1.0.36\nmode: all\nport: 1\n");
        write(u"application.yaml"_s, "kestra:\n  repository:\n    type: memory\n");
        EngineOptions options;
        options.home = m_folder->path() + u"/home"_s;
        options.useKeyring = false;
        options.callerFolder = m_folder->path();
        auto engine = Engine::open(options);
        QVERIFY2(engine.has_value(), engine ? "" : qPrintable(engine.error().message));
        m_engine = std::move(*engine);
        m_wizard = std::make_unique<Wizard>(m_engine.get());
    }

    void cleanup()
    {
        m_wizard.reset();
        m_engine.reset();
        m_folder.reset();
    }

    void atFirstThereIsOnlyTheWelcome()
    {
        QCOMPARE(m_wizard->stage(), Stage::Welcome);
        QCOMPARE(enterable(), QList{Stage::Welcome});
        for (int stage = 1; stage <= static_cast<int>(Stage::Result); ++stage) {
            m_wizard->enter(static_cast<Stage>(stage));
            QCOMPARE(m_wizard->stage(), Stage::Welcome);
        }
        m_wizard->mainAction();
        QCOMPARE(m_wizard->stage(), Stage::Welcome);
    }

    void whatIsNoInstallationOpensNothing_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("no such folder") << u"practice:nowhere"_s;
        QTest::newRow("no Kestra there") << u"practice:."_s;
        QTest::newRow("kind that cannot be read") << u"helm:prod/data/kestra"_s;
    }

    void whatIsNoInstallationOpensNothing()
    {
        QFETCH(QString, address);
        m_wizard->open(address);
        QTRY_VERIFY(!m_wizard->installation()->isBusy());
        QVERIFY(!m_wizard->installation()->errorText().isEmpty());
        QVERIFY(!m_wizard->canEnter(Stage::Target));
        QVERIFY(!m_wizard->mainActionEnabled());
    }

    void stagesOpenOneAfterTheOther()
    {
        openPractice();
        QCOMPARE(m_wizard->stage(), Stage::Installation);
        QVERIFY(!m_wizard->canEnter(Stage::Target));
        QVERIFY(!m_wizard->mainActionReason().isEmpty());
        acceptUnknowns();
        // The newest version is proposed at once.
        QCOMPARE(m_wizard->target()->target(), m_engine->catalogue().newest());
        m_wizard->target()->choose(Version::of(u"2.0.8"));
        QVERIFY(m_wizard->canEnter(Stage::Changes));
        QVERIFY(!m_wizard->canEnter(Stage::Checks));
        m_wizard->mainAction();
        QCOMPARE(m_wizard->stage(), Stage::Target);
        m_wizard->mainAction();
        QCOMPARE(m_wizard->stage(), Stage::Changes);
        answerAllButOne();
        QVERIFY(!m_wizard->canEnter(Stage::Checks));
        answerAll();
        QVERIFY(m_wizard->canEnter(Stage::Checks));
        QVERIFY(!m_wizard->canEnter(Stage::Backup));
        m_wizard->mainAction();
        QCOMPARE(m_wizard->stage(), Stage::Checks);
        QTRY_VERIFY(!m_wizard->checks()->isBusy() && !m_wizard->checks()->rows().isEmpty());
        for (const Stage later : {Stage::Plan, Stage::Run, Stage::Result})
            QVERIFY(!m_wizard->canEnter(later));
        m_wizard->back();
        QCOMPARE(m_wizard->stage(), Stage::Changes);
    }

    void anotherTargetForgetsTheAnswers()
    {
        openPractice();
        acceptUnknowns();
        m_wizard->target()->choose(Version::of(u"2.0.8"));
        m_wizard->enter(Stage::Changes);
        answerAll();
        QVERIFY(m_wizard->canEnter(Stage::Checks));
        m_wizard->enter(Stage::Target);
        m_wizard->target()->choose(Version::of(u"1.3.44"));
        QVERIFY(!m_wizard->canEnter(Stage::Checks));
        m_wizard->target()->choose(Version::of(u"2.0.8"));
        QVERIFY(!m_wizard->canEnter(Stage::Checks));
    }

    void anOlderTargetIsNoTarget()
    {
        openPractice();
        acceptUnknowns();
        m_wizard->target()->choose(Version::of(u"2.0.8"));
        m_wizard->target()->choose(Version::of(u"0.23.4"));
        QVERIFY(!m_wizard->target()->errorText().isEmpty() ||
                m_wizard->target()->target() == Version::of(u"2.0.8"));
        QVERIFY(m_wizard->target()->target() != Version::of(u"0.23.4") ||
                !m_wizard->canEnter(Stage::Changes));
    }

    void withoutABackupOnlyByTheWord()
    {
        BackupModel *backup = m_wizard->backup();
        QVERIFY(!backup->isReady());
        for (const QString &typed : {QString(), u"yes"_s, backup->wordForWithout().chopped(1)}) {
            backup->goWithout(typed);
            QVERIFY(!backup->isReady());
        }
        backup->goWithout(backup->wordForWithout());
        QVERIFY(backup->isReady());
    }

    void theWayBackIsFreeWhileNothingIsTouched()
    {
        openPractice();
        QCOMPARE(m_wizard->wayBack().station, 0);
        QVERIFY(!m_wizard->wayBack().sentence.isEmpty());
        QCOMPARE(m_wizard->routeTexts().value(0), u"1.0.36"_s);
    }

private:
    QString practice() const { return m_folder->path() + u"/it"_s; }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(practice() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    QList<Stage> enterable() const
    {
        QList<Stage> stages;
        for (int stage = 0; stage <= static_cast<int>(Stage::Result); ++stage) {
            if (m_wizard->canEnter(static_cast<Stage>(stage)))
                stages.append(static_cast<Stage>(stage));
        }
        return stages;
    }

    void openPractice()
    {
        m_wizard->open(u"practice:it"_s);
        QTRY_VERIFY(!m_wizard->installation()->isBusy());
        QCOMPARE(m_wizard->installation()->errorText(), QString());
    }

    void acceptUnknowns()
    {
        for (const FactCard &card : m_wizard->installation()->cards()) {
            QVERIFY(!m_wizard->canEnter(Stage::Target) || !card.unknown);
            if (card.unknown)
                m_wizard->installation()->acceptUnknown(card.key);
        }
        QVERIFY2(m_wizard->canEnter(Stage::Target), qPrintable(m_wizard->installation()->notReadyReason()));
    }

    void answerAllButOne()
    {
        const QList<ChangeRow> rows = m_wizard->changes()->rows();
        QVERIFY(m_wizard->changes()->unanswered() > 1);
        for (const ChangeRow &row : rows) {
            if (m_wizard->changes()->unanswered() > 1)
                m_wizard->changes()->answer(row.id, u"accept"_s);
        }
        QCOMPARE(m_wizard->changes()->unanswered(), 1);
    }

    void answerAll()
    {
        for (const ChangeRow &row : m_wizard->changes()->rows())
            m_wizard->changes()->answer(row.id, u"accept"_s);
        QCOMPARE(m_wizard->changes()->unanswered(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Wizard> m_wizard;
};

QTEST_GUILESS_MAIN(TestWizardFlow)
#include "tst_wizardflow.moc"
