// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/part.h"

#include <QHash>
#include <QJsonObject>

class QTimer;

/// Runs tasks, several at once, and lets them finish within the grace period after a SIGTERM.
class Worker : public Part
{
    Q_OBJECT

public:
    Worker(ServerContext &context, int threads);

    QString startedLine() const override;
    int pollMilliseconds() const override { return 250; }
    Result<bool> poll() override;
    void beginStop() override;
    /// The tasks that run now, as the management port shows them.
    QList<QJsonObject> running() const;

Q_SIGNALS:
    /// The database refused a result: the process cannot go on.
    void broken(const Error &error);

private:
    struct Job {
        QJsonObject message;
        QTimer *timer = nullptr;
    };

    Result<void> begin(const QJsonObject &message);
    void perform(const QString &runId);
    void finish(const QString &runId, const QString &state, const QJsonObject &outputs = {});
    Result<void> report(const QJsonObject &message, const QString &state, const QJsonObject &outputs);
    QString act(const QJsonObject &task, const QJsonObject &run, QJsonObject &outputs);
    void say(const QJsonObject &run, const QString &level, const QString &text);
    void drain();
    void force();

    int m_threads;
    QHash<QString, Job> m_jobs; ///< by task run id
    QTimer *m_drain = nullptr;
    double m_drained = 0; ///< seconds since the drain began
};
