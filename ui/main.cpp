// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/engine.h"
#include "app/wizard/welcomemodel.h"
#include "app/wizard/wizard.h"
#include "translations/translations.h"
#include "ui/keepawake.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/walk.h"
#include "ui/windowstate.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLocale>
#include <QMessageBox>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

int refuse(const Error &error, bool walking)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    if (!walking) {
        QMessageBox box(QMessageBox::Critical,
                        QApplication::translate("main", "The assistant cannot start", "@title"),
                        error.message);
        box.setDetailedText(error.details);
        box.exec();
    }
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"kestra-upgrade-assistant"_s);
    QApplication::setApplicationVersion(QStringLiteral(APPLICATION_VERSION));
    QApplication::setDesktopFileName(u"kestra-upgrade-assistant"_s);
    installTranslations(&application, QLocale::system());
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Upgrades a Kestra installation, and takes it back.", "@info:shell"));
    const QCommandLineOption home(
        u"home"_s, QApplication::translate("main", "Folder for journal, cache and settings.", "@info:shell"),
        u"DIR"_s);
    const QCommandLineOption walk(
        u"walk"_s,
        QApplication::translate("main",
                                "Goes through a whole upgrade and back by itself and keeps pictures there.",
                                "@info:shell"),
        u"FOLDER"_s);
    parser.addOptions({home, walk});
    parser.addPositionalArgument(
        u"installation"_s,
        QApplication::translate("main", "Address, Compose file, values file or folder.", "@info:shell"),
        u"[ADDRESS|FILE|FOLDER]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    applyLook(application);
    QApplication::setWindowIcon(QIcon::fromTheme(u"kestra-upgrade-assistant"_s));

    EngineOptions options;
    options.home = parser.value(home);
    options.callerFolder = QDir::currentPath();
    options.useKeyring = !parser.isSet(walk);
    auto engine = Engine::open(options);
    if (!engine)
        return refuse(engine.error(), parser.isSet(walk));
    Wizard wizard(engine->get());
    MainWindow window(&wizard);
    window.setKeepAwake(logindKeepAwake());
    if (!parser.isSet(walk))
        window.remember(WindowState((*engine)->home().settingsPath()));
    window.show();
    const QString installation = parser.positionalArguments().value(0);
    wizard.welcome()->lookAgain();
    if (parser.isSet(walk)) {
        if (installation.isEmpty()) {
            std::fprintf(stderr,
                         "--walk needs the installation to walk through, for instance practice:DIR\n");
            return 2;
        }
        auto *guided = new Walk(&window, parser.value(walk), installation, &window);
        QObject::connect(guided, &Walk::ended, &application, [](int code) { QApplication::exit(code); });
        QTimer::singleShot(0, guided, &Walk::start);
    } else if (!installation.isEmpty()) {
        QTimer::singleShot(0, &wizard, [&wizard, installation] { wizard.open(installation); });
    }
    return QApplication::exec();
}
