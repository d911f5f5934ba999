// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/task/process.h"

#include <QObject>

#include <memory>

class QProcess;

/// A program that holds something open for as long as this object lives: a connection, a tunnel. It is asked
/// nothing, says little and ends with us, however we end.
class ChildProcess : public QObject
{
public:
    ChildProcess();
    ~ChildProcess() override;

    /// Ends what ran before. `program` as runProcess() takes it; LC_ALL=C is set.
    void start(const QString &program, const QStringList &arguments);
    bool isRunning() const; ///< started and not ended
    bool hasEnded() const;  ///< or never was started
    void kill();
    /// Ends it without waiting.
    void drop();
    /// The last 16 KiB of what it said on both streams; why it could not be started.
    QString words() const;

private:
    std::unique_ptr<QProcess, ProcessReaper> m_process;
    QByteArray m_words;
};
