// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/sqlite.h"
#include "app/practice/commandline.h"
#include "app/practice/control.h"
#include "app/practice/dataload.h"
#include "app/practice/enginecommands.h"
#include "app/practice/log.h"
#include "app/practice/server.h"
#include "app/practice/status.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace
{

int refuse(const Error &error)
{
    QTextStream(stderr) << "practice-kestra: " << error.message << Qt::endl;
    return error.kind == ErrorKind::Usage ? 2 : 1;
}

bool isFree(int port)
{
    QTcpServer probe;
    return probe.listen(QHostAddress::Any, quint16(port));
}

Result<PracticeFolder> makeFolder(const CommandLine &line)
{
    const auto version = Version::parse(line.value(u"version"_s));
    if (!version)
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate(
                "Main", "A new practice installation needs --version V, such as 1.0.36.", "@error"));
    const QString components = line.value(u"components"_s, u"separate"_s);
    if (components != u"all"_s && components != u"separate"_s)
        return failure(ErrorKind::Usage, QCoreApplication::translate(
                                             "Main", "--components is \"all\" or \"separate\".", "@error"));
    const bool separate = components == u"separate"_s;
    const int port = line.value(u"port"_s, u"8080"_s).toInt();
    if (port < 1 || port > 65000)
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Main", "--port is a number from 1 to 65000.", "@error"));
    for (int offset = 0; offset < (separate ? 60 : 10); offset += 10) {
        for (int taken : {port + offset, port + offset + 1}) {
            if (!isFree(taken))
                return failure(ErrorKind::Blocked,
                               QCoreApplication::translate(
                                   "Main", "Port %1 is in use: choose others with --port N.", "@error")
                                   .arg(taken));
        }
    }
    return PracticeFolder::create(line.word(1), *version, separate, port);
}

Result<PracticeFolder> folderForUp(const CommandLine &line, bool &isNew)
{
    isNew = !PracticeFolder::exists(line.word(1));
    if (isNew)
        return makeFolder(line);
    auto folder = PracticeFolder::read(line.word(1));
    if (!folder || !line.has(u"version"_s))
        return folder;
    const auto version = Version::parse(line.value(u"version"_s));
    if (!version)
        return failure(
            ErrorKind::Usage,
            QCoreApplication::translate("Main", "%1 is no version.", "@error").arg(line.value(u"version"_s)));
    if (*version != folder->version()) {
        if (auto set = folder->setVersion(*version); !set)
            return std::unexpected(set.error());
    }
    return folder;
}

Result<QStringList> chosen(const CommandLine &line, const PracticeFolder &folder)
{
    const QStringList names = line.words().sliced(2);
    for (const QString &name : names) {
        if (!folder.components().contains(name) && name != u"controller"_s)
            return failure(ErrorKind::Usage,
                           QCoreApplication::translate("Main", "There is no %1 here, only: %2.", "@error")
                               .arg(name, folder.components().join(u", "_s)));
    }
    return names.isEmpty() ? folder.components() : names;
}

int runServer(const CommandLine &line)
{
    const QString name = line.word(1) == u"local"_s ? u"standalone"_s : line.word(1);
    if (name.isEmpty()) {
        QTextStream(stdout) << CommandLine::help();
        return 0;
    }
    Server::installSignals();
    auto options = engineOptions(line, name);
    if (!options)
        return refuse(options.error());
    Server server(*options);
    if (auto started = server.start(); !started) {
        for (const QString &part : started.error().message.split(u'\n'))
            logError(u"i.kestra.cli.commands"_s, part);
        logInfo(u"i.kestra.cli.commands"_s, u"Kestra server - Shutdown completed"_s);
        return 1;
    }
    return QCoreApplication::exec();
}

/// A consistent copy while everything runs: SQLite makes it in one transaction.
int backUp(const PracticeFolder &folder, const QString &file)
{
    if (file.isEmpty())
        return refuse({ErrorKind::Usage,
                       QCoreApplication::translate("Main", "Into which file? backup DIR FILE", "@error"),
                       {}});
    auto database = SqliteFile::open(folder.databaseFile(), SqliteFile::Access::ReadWrite, 60000);
    if (!database)
        return refuse(database.error());
    const auto copied = database->run(u"vacuum into ?"_s, {file});
    return copied ? 0 : refuse(copied.error());
}

int runControl(const CommandLine &line)
{
    const QString command = line.word(0);
    if (line.word(1).isEmpty())
        return refuse({ErrorKind::Usage,
                       QCoreApplication::translate("Main", "Which folder? %1 DIR", "@error").arg(command),
                       {}});
    bool isNew = false;
    const auto folder = command == u"up"_s ? folderForUp(line, isNew) : PracticeFolder::read(line.word(1));
    if (!folder)
        return refuse(folder.error());
    if (command == u"status"_s) {
        const QJsonObject document = statusDocument(*folder);
        QTextStream(stdout) << (line.has(u"json"_s) ? QString::fromUtf8(QJsonDocument(document).toJson())
                                                    : statusText(document));
        return 0;
    }
    if (command == u"backup"_s)
        return backUp(*folder, line.word(2));
    const auto names = chosen(line, *folder);
    if (!names)
        return refuse(names.error());
    const double timeout = line.value(u"timeout"_s).toDouble();
    Control control(*folder);
    if (command == u"load"_s) {
        const int running = line.value(u"running"_s, u"2"_s).toInt();
        if (auto loaded = loadData(*folder, line.value(u"executions"_s, u"100"_s).toInt(), running); !loaded)
            return refuse(loaded.error());
        QTimer::singleShot(0, &control, [&control, running] { control.waitForTasks(running); });
    } else if (command == u"up"_s || command == u"start"_s) {
        QTimer::singleShot(0, &control, [&] { control.start(*names, isNew, timeout > 0 ? timeout : 90); });
    } else {
        // What an upgrade added or left behind is stopped too.
        const QStringList all = line.words().size() > 2 ? *names : *names + QStringList{u"controller"_s};
        QTimer::singleShot(0, &control,
                           [&control, all, timeout] { control.stop(all, timeout > 0 ? timeout : 330); });
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto line = CommandLine::parse(QCoreApplication::arguments().sliced(1));
    if (!line)
        return refuse(line.error());
    const QString command = line->word(0);
    if (line->has(u"help"_s) || (command.isEmpty() && !line->has(u"version"_s))) {
        QTextStream(stdout) << CommandLine::help();
        return command.isEmpty() && !line->has(u"help"_s) ? 2 : 0;
    }
    if (command == u"server"_s)
        return runServer(*line);
    if (command == u"sys"_s || command == u"migrate"_s || command.isEmpty())
        return runEngineCommand(*line);
    static const QStringList known{u"up"_s,     u"down"_s, u"start"_s, u"stop"_s,
                                   u"status"_s, u"load"_s, u"backup"_s};
    if (!known.contains(command))
        return refuse(
            {ErrorKind::Usage,
             QCoreApplication::translate("Main", "Unknown command %1; see --help.", "@error").arg(command),
             {}});
    return runControl(*line);
}
