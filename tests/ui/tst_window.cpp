// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/engine.h"
#include "app/wizard/installationmodel.h"
#include "app/wizard/targetmodel.h"
#include "app/wizard/wizard.h"
#include "ui/footer.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/steprail.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The whole window over a real engine with a home of its own; the installation is a Compose file without an
/// engine.
class TestWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<MainWindow> m_window;

    QString composeFile() const { return m_folder->filePath(u"kestra/docker-compose.yml"_s); }

    void keep(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("PICTURES");
        QCoreApplication::sendPostedEvents(); // what was hidden or shown is laid out
        if (!folder.isEmpty() && QDir().mkpath(folder))
            QVERIFY(m_window->grab().save(folder + u'/' + name + u".png"_s));
    }

    void openInstallation()
    {
        m_wizard->open(u"compose:"_s + composeFile());
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_wizard->installation()->isBusy() && !m_wizard->installation()->cards().isEmpty(), 30000);
        QTRY_VERIFY(m_window->currentPage()->titleText() == m_wizard->installation()->title());
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"kestra"_s));
        QFile file(composeFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "services:\n  postgres:\n    image: postgres:16.4\n    environment:\n      POSTGRES_DB: kestra\n"
            "  kestra:\n    image: kestra/kestra:v1.0.36\n    command: server standalone\n    environment:\n"
            "      KESTRA_CONFIGURATION: |\n        kestra:\n          server:\n            basicAuth:\n"
            "              username: ops@example.org\n          repository:\n            type: postgres\n");
        file.close();
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

    void fitsASmallScreen()
    {
        QVERIFY(m_window->minimumSizeHint().width() <= 1024);
        QVERIFY(m_window->minimumSizeHint().height() <= 640);
    }

    void pictures_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light") << lightPalette() << QSize(1280, 800) << Qt::LeftToRight;
        QTest::newRow("small") << lightPalette() << QSize(1024, 640) << Qt::LeftToRight;
        QTest::newRow("dark") << darkPalette() << QSize(1280, 800) << Qt::LeftToRight;
        QTest::newRow("high-contrast") << highContrastPalette() << QSize(1280, 800) << Qt::LeftToRight;
        QTest::newRow("right-to-left") << lightPalette() << QSize(1280, 800) << Qt::RightToLeft;
    }

    void pictures()
    {
        QFETCH(QPalette, palette);
        QFETCH(QSize, size);
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setPalette(palette);
        QApplication::setLayoutDirection(direction);
        m_window = std::make_unique<MainWindow>(m_wizard.get());
        m_window->setPalette(palette);
        m_window->resize(size);
        m_window->show();
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        keep(u"welcome-"_s + name);
        openInstallation();
        keep(u"installation-"_s + name);
        for (const FactCard &card : m_wizard->installation()->cards()) {
            if (card.unknown)
                m_wizard->installation()->acceptUnknown(card.key);
        }
        if (m_wizard->canEnter(Stage::Target)) {
            m_wizard->enter(Stage::Target);
            keep(u"target-"_s + name);
        }
        if (m_wizard->canEnter(Stage::Changes)) {
            m_wizard->enter(Stage::Changes);
            QTRY_VERIFY(m_window->currentPage()->titleText() == m_wizard->current()->title());
            keep(u"changes-"_s + name);
        }
        m_window->showNotes();
        keep(u"notes-"_s + name);
        m_window->showHistory();
        keep(u"history-"_s + name);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setPalette(lightPalette());
    }

    void unknownIsAnsweredByItsButton()
    {
        openInstallation();
        const auto open = [this] {
            return m_window->currentPage()->findChildren<QPushButton *>(u"goOnWithout"_s);
        };
        QVERIFY(!open().isEmpty()); // no engine answers, so something could not be seen
        QVERIFY(!m_window->mainButton()->isEnabled());
        QVERIFY(!m_window->mainButton()->toolTip().isEmpty()); // and it says why
        for (int guard = 0; guard < 20 && !open().isEmpty(); ++guard) {
            const qsizetype before = open().size();
            QTest::mouseClick(open().first(), Qt::LeftButton);
            QTRY_VERIFY(open().size() < before);
        }
        QTRY_VERIFY(m_window->mainButton()->isEnabled());
        QTest::mouseClick(m_window->mainButton(), Qt::LeftButton);
        QCOMPARE(m_wizard->stage(), Stage::Target);
    }

    void everyControlHasAName()
    {
        openInstallation();
        QStringList nameless;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool control = button || qobject_cast<QLineEdit *>(widget) ||
                                 qobject_cast<QAbstractItemView *>(widget) ||
                                 qobject_cast<QComboBox *>(widget);
            // Parts that Qt makes itself (spin arrows, headers, clear buttons) are named by Qt.
            if (!control || !widget->isVisible() || widget->objectName().startsWith("qt_"_L1) ||
                widget->inherits("QHeaderView") || widget->inherits("QLineEditIconButton") ||
                widget->inherits("QComboBoxListView") ||
                (widget->inherits("QToolButton") && widget->parentWidget()->inherits("QTabBar")) ||
                qobject_cast<QLineEdit *>(widget->parentWidget()) || widget->objectName() == "main"_L1)
                continue;
            if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
                nameless << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"; "_s)));
    }

    void keysOfEveryPage()
    {
        openInstallation();
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage()->titleText(), u"Release notes"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->currentPage()->titleText(), m_wizard->installation()->title());
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage()->titleText(), u"No run yet"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier); // the main button returns
        QCOMPARE(m_window->currentPage()->titleText(), m_wizard->installation()->title());
    }

    void aDroppedFileOpens()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(composeFile())});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY2_WITH_TIMEOUT(m_wizard->stage() == Stage::Installation,
                                  qPrintable(m_window->currentPage()->errorText()), 30000);
    }

    void withoutARunItClosesAtOnce()
    {
        QVERIFY(m_window->close());
        QVERIFY(!m_window->isVisible());
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
