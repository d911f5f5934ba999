// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/practicefolder.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>

class Database;

/// Starts and stops the processes of a practice folder and waits, bounded, for what it asked for. Ends the
/// application: 0 done, 1 not done, 5 a process had to be killed.
class Control : public QObject
{
    Q_OBJECT

public:
    explicit Control(PracticeFolder folder);
    ~Control() override;

    /// Those that already run are left alone. A first start also waits for the triggers.
    void start(const QStringList &components, bool isFirst, double timeout);
    /// One after the other, workers before the executor.
    void stop(const QStringList &components, double timeout);
    /// Waits until the loaded tasks run, when somebody is there to run them.
    void waitForTasks(int count);

private:
    using Check = std::function<bool()>;

    void waitUntil(const Check &check, double timeout, const std::function<void(bool)> &then);
    bool allAtWork();
    void complain(const QString &text) const;
    void stopNext();
    void endProcess(const QString &name, qint64 pid);
    bool isSettled();
    Database *database();

    PracticeFolder m_folder;
    std::unique_ptr<Database> m_database;
    QStringList m_names;
    QDateTime m_since;
    QString m_died;
    double m_timeout = 0;
    bool m_stopsWorker = false;
    int m_code = 0;
};
