// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/task/job.h"
#include "app/wizard/engine.h"
#include "app/wizard/runner.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

int signalPipe[2] = {-1, -1};

/// Ctrl-C and SIGTERM become one byte in a pipe that the event loop reads.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

bool watchSignals()
{
    if (::pipe(signalPipe) != 0)
        return false;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kestra-upgrade"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(APPLICATION_VERSION));
    const QStringList words = application.arguments().mid(1);
    if (words.contains(u"--version"_s) && words.size() == 1) {
        std::printf("%s\n", APPLICATION_VERSION);
        return 0;
    }
    // What programs read stays English, and “1 file” there too.
    const bool isJson = words.contains(u"--json"_s);
    installTranslations(&application, isJson ? QLocale(QLocale::English) : QLocale::system());
    if (words.contains(u"--help"_s) || words.contains(u"-h"_s)) {
        std::fputs(usageText().toUtf8().constData(), stdout);
        return 0;
    }
    CommandContext context{nullptr, nullptr, Output(words.contains(u"--json"_s)), {}};
    const auto arguments = Arguments::parse(words);
    if (!arguments)
        return failed(context, arguments.error());
    context.arguments = *arguments;

    EngineOptions options;
    options.home = arguments->home;
    options.callerFolder = QDir::currentPath();
    // A pipeline has no desktop whose keyring could ask somebody.
    options.useKeyring = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") && ::isatty(STDIN_FILENO) != 0;
    if (arguments->has(u"watch"_s)) {
        bool ok = false;
        options.watchSeconds = arguments->value(u"watch"_s).toInt(&ok);
        if (!ok || options.watchSeconds < 1)
            return failed(context, Error{ErrorKind::Usage,
                                         QCoreApplication::translate(
                                             "Main", "--watch takes a number of seconds.", "@error"),
                                         {}});
    }
    options.jarSource = arguments->value(u"jar"_s);
    const auto engine = Engine::open(options);
    if (!engine)
        return failed(context, engine.error());
    Runner runner(engine->get());
    context.engine = engine->get();
    context.runner = &runner;

    Job job;
    std::unique_ptr<QSocketNotifier> notifier;
    bool acting = false;
    QObject::connect(&runner, &Runner::begun, &job, [&acting] { acting = true; });
    if (watchSignals()) {
        notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, &job, [&] {
            char byte = 0;
            [[maybe_unused]] const ssize_t count = ::read(signalPipe[0], &byte, 1);
            if (acting)
                runner.cancel();
            else
                QCoreApplication::exit(130);
        });
    }
    job.start(runCommandLine(&context), [](int code) { QCoreApplication::exit(code); });
    return QCoreApplication::exec();
}
