// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/task/task.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

class QProcess;

/// One call of a program. Never through a shell: arguments arrive as they are.
struct ProcessCall {
    QString program; ///< absolute, or looked up in PATH
    QString shownAs; ///< in messages, when it works on behalf of another program
    QStringList arguments;
    QString workingDirectory;
    QHash<QString, QString> environment;  ///< added to ours; LC_ALL=C is always set
    QByteArray input;                     ///< written to standard input, which is then closed
    bool holdInput = false;               ///< standard input stays open as long as the program runs
    QString inputFile;                    ///< instead of `input`
    QString outputFile;                   ///< standard output goes there, byte for byte, and is not captured
    std::chrono::milliseconds timeout{0}; ///< 0: none
    qint64 captureLimit = 64 * 1024 * 1024; ///< of each stream; more ends the process and is an error
    /// Called for every line of both streams as it comes (true: standard error), without its line end.
    std::function<void(const QString &line, bool isError)> onLine;
};

/// For a program that we start: no Ctrl-C of a terminal reaches it, and it ends when we are killed.
void tieToUs(QProcess *process);
/// Ends a program without waiting for it: terminate, 500 ms, kill.
struct ProcessReaper {
    void operator()(QProcess *process) const;
};

struct ProcessResult {
    int exitCode = -1; ///< 128 + signal when killed by one
    QByteArray output;
    QByteArray errors;

    QString errorText() const { return QString::fromUtf8(errors).trimmed(); }
};

/// Runs a program to its end; an exit code other than 0 is not an error here. Errors: NotFound (no such
/// program), Failed (timeout, output beyond the limit). Destroying the task ends the program: terminate,
/// 500 ms, kill, without waiting for it.
Task<Result<ProcessResult>> runProcess(ProcessCall call);

/// The same words for a person, to show and to log: program and arguments, quoted for a POSIX shell.
QString shellQuoted(const QString &word);
QString shellLine(const QString &program, const QStringList &arguments);
