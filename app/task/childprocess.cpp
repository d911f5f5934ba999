// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/task/childprocess.h"

#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

ChildProcess::ChildProcess() = default;
ChildProcess::~ChildProcess() = default;

void ChildProcess::start(const QString &program, const QStringList &arguments)
{
    m_words.clear();
    m_process.reset(new QProcess);
    QProcess *process = m_process.get();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardInputFile(QProcess::nullDevice());
    tieToUs(process);
    connect(process, &QProcess::readyRead, this,
            [this, process] { m_words = (m_words + process->readAll()).right(16384); });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_words = process->errorString().toUtf8();
    });
    process->start(program, arguments);
}

bool ChildProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool ChildProcess::hasEnded() const
{
    return !m_process || m_process->state() == QProcess::NotRunning;
}

void ChildProcess::kill()
{
    if (m_process)
        m_process->kill();
}

void ChildProcess::drop()
{
    m_process.reset();
}

QString ChildProcess::words() const
{
    return QString::fromUtf8(m_words).remove(u'\r').trimmed();
}
