// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/plan/steps.h"
#include "app/run/executor.h"
#include "app/run/handlers.h"
#include "app/task/job.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

/// Drives a task to its end; aborts the program when it does not come to one.
template<typename T>
T awaited(Task<T> task)
{
    std::optional<T> result;
    Job job;
    job.start(std::move(task), [&result](T value) { result.emplace(std::move(value)); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30000))
        qFatal("a task did not end");
    return std::move(*result);
}

/// A home in a temporary folder with blanks in its name, and everything a run needs.
struct RunBench {
    RunBench()
        : home(*Home::open(folder.path() + QStringLiteral("/a home")))
        , journal(*Journal::open(home.journalPath(), Journal::Access::ReadWrite))
        , handlers(allHandlers())
    {
    }
    RunParts parts() { return {&journal, home, &hosts, &secrets, &redactor, &handlers}; }
    QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    Home home;
    Journal journal;
    Hosts hosts;
    SecretStore secrets{false};
    Redactor redactor;
    Handlers handlers;
};

inline QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no such file>");
}

inline void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}
