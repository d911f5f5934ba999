// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/practice/serviceinstance.h"

#include <QObject>

struct ServerContext;

/// One component inside a server process: looks for work at its own pace and ends on request. Made and owned
/// by the server; a standalone process has several.
class Part : public QObject
{
    Q_OBJECT

public:
    Part(ServerContext &context, const QString &type)
        : m_context(context)
        , m_instance(context, type)
    {
    }

    ServiceInstance &instance() { return m_instance; }
    /// "Worker started with 8 thread(s)": printed by a process of its own only.
    virtual QString startedLine() const = 0;
    virtual int pollMilliseconds() const { return 1000; }
    /// Called once before the first poll.
    virtual Result<void> start() { return {}; }
    /// One look for work. True when there was a full batch and it is worth looking again at once.
    virtual Result<bool> poll() { return false; }
    /// No new work from here on; finished() follows when what runs has ended.
    virtual void beginStop() { Q_EMIT finished(true); }

Q_SIGNALS:
    /// Nothing runs here any more; not graceful when something was cut off.
    void finished(bool graceful);

protected:
    ServerContext &m_context;
    ServiceInstance m_instance;
};
