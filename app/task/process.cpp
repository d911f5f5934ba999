// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/process.h"

#include "app/task/completion.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Process", text, "@error");
}

/// Cuts a stream into lines for the listener while it comes.
class LineCutter
{
public:
    void feed(const QByteArray &bytes, const std::function<void(const QString &)> &sink)
    {
        m_rest += bytes;
        qsizetype from = 0;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
            sink(QString::fromUtf8(m_rest.mid(from, end - from)).remove(u'\r'));
            from = end + 1;
        }
        m_rest.remove(0, from);
        if (m_rest.size() > 1024 * 1024)
            flush(sink);
    }
    void flush(const std::function<void(const QString &)> &sink)
    {
        if (!m_rest.isEmpty())
            sink(QString::fromUtf8(m_rest));
        m_rest.clear();
    }

private:
    QByteArray m_rest;
};

QProcessEnvironment childEnvironment(const QHash<QString, QString> &added)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"LANGUAGE"_s, u"C"_s);
    for (const auto &[name, value] : added.asKeyValueRange())
        environment.insert(name, value);
    return environment;
}

} // namespace

void ProcessReaper::operator()(QProcess *process) const
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->closeWriteChannel();
    process->terminate();
    QTimer::singleShot(std::chrono::milliseconds(500), process, [process] { process->kill(); });
}

void tieToUs(QProcess *process)
{
    // Ctrl-C in a terminal is for us alone: a step is finished or undone, never cut.
    process->setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
#ifdef Q_OS_LINUX
    // Nor does it go on unseen when we are killed, under a resume that does it again. Long work runs
    // detached.
    process->setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent)
            ::_exit(127);
    });
#endif
}

Task<Result<ProcessResult>> runProcess(ProcessCall call)
{
    QString program = call.program;
    if (!program.contains(u'/'))
        program = QStandardPaths::findExecutable(program);
    if (program.isEmpty())
        co_return failure(ErrorKind::NotFound, tr("The program %1 is not installed here.").arg(call.program));

    const QString shown = call.shownAs.isEmpty() ? call.program : call.shownAs;
    Completion ended;
    ProcessResult result;
    QString trouble;
    LineCutter outputLines;
    LineCutter errorLines;
    const std::unique_ptr<QProcess, ProcessReaper> process(new QProcess);
    process->setProgram(program);
    process->setArguments(call.arguments);
    process->setProcessEnvironment(childEnvironment(call.environment));
    if (!call.workingDirectory.isEmpty())
        process->setWorkingDirectory(call.workingDirectory);
    if (!call.outputFile.isEmpty())
        process->setStandardOutputFile(call.outputFile);
    if (!call.inputFile.isEmpty())
        process->setStandardInputFile(call.inputFile);
    tieToUs(process.get());

    const auto take = [&](QByteArray &stream, const QByteArray &bytes, LineCutter &lines, bool isError) {
        stream += bytes;
        if (call.onLine)
            lines.feed(bytes, [&](const QString &line) { call.onLine(line, isError); });
        if (stream.size() > call.captureLimit) {
            trouble = tr("%1 wrote more than can be taken in and was ended.").arg(shown);
            process->kill();
        }
    };
    QObject::connect(process.get(), &QProcess::readyReadStandardOutput, ended.context(),
                     [&] { take(result.output, process->readAllStandardOutput(), outputLines, false); });
    QObject::connect(process.get(), &QProcess::readyReadStandardError, ended.context(),
                     [&] { take(result.errors, process->readAllStandardError(), errorLines, true); });
    QObject::connect(process.get(), &QProcess::finished, ended.context(), [&] { ended.complete(); });
    QObject::connect(process.get(), &QProcess::errorOccurred, ended.context(),
                     [&](QProcess::ProcessError error) {
                         if (error != QProcess::FailedToStart)
                             return;
                         trouble = tr("%1 cannot be started: %2").arg(shown, process->errorString());
                         ended.complete();
                     });
    QTimer timer;
    if (call.timeout.count() > 0) {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, ended.context(), [&] {
            trouble =
                tr("%1 did not end within %2 s and was ended.").arg(shown).arg(call.timeout.count() / 1000.0);
            process->kill();
        });
        timer.start(call.timeout);
    }
    process->start();
    if (call.inputFile.isEmpty()) {
        if (!call.input.isEmpty())
            process->write(call.input);
        if (!call.holdInput)
            process->closeWriteChannel();
    }
    co_await ended;

    if (call.onLine) {
        outputLines.flush([&](const QString &line) { call.onLine(line, false); });
        errorLines.flush([&](const QString &line) { call.onLine(line, true); });
    }
    if (!trouble.isEmpty())
        co_return failure(ErrorKind::Failed, trouble, result.errorText());
    result.exitCode =
        process->exitStatus() == QProcess::CrashExit ? 128 + process->exitCode() : process->exitCode();
    co_return result;
}

QString shellQuoted(const QString &word)
{
    static const QRegularExpression safe(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (safe.match(word).hasMatch())
        return word;
    QString quoted = word;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString shellLine(const QString &program, const QStringList &arguments)
{
    QStringList words{shellQuoted(program)};
    for (const QString &argument : arguments)
        words.append(shellQuoted(argument));
    return words.join(u' ');
}
