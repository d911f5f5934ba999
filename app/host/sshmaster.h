// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/host/sshaddress.h"
#include "app/task/childprocess.h"
#include "app/task/process.h"
#include "app/task/task.h"

#include <QHash>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

/// How the OpenSSH client is called beyond what its own configuration says.
struct SshOptions {
    QString configFile; ///< empty: the client's own
    int connectSeconds = 10;
    int aliveSeconds = 5; ///< three unanswered questions in a row, this far apart, are a lost connection
};

/// The one connection to a machine that all sessions and forwarded ports share: `ssh -M`, kept as a child of
/// ours, with its socket in a folder that only we may enter. Made anew when it is gone and needed again.
class SshMaster : public QObject
{
    Q_OBJECT

public:
    SshMaster(SshAddress address, SshOptions options);
    ~SshMaster() override;

    /// There when it returns. Denied: the host's key or our account is not accepted; Unreachable: no answer.
    Task<Result<void>> connected();
    bool isReady() const;
    /// Counts connections; 0: none yet.
    int number() const { return m_number; }
    /// A call of the client that uses the connection and never makes one of its own.
    ProcessCall session(const QString &commandLine) const;
    /// Port on 127.0.0.1 that leads to `host`:`port` as seen from there.
    Task<Result<int>> forwarded(QString host, int port);
    /// What the client said since it was started.
    QString words() const;
    /// Ends a connection that does not answer any more; the next connected() makes a new one.
    void drop();

private:
    Result<void> start();
    Error failed() const;
    QStringList shared() const;

    SshAddress m_address;
    SshOptions m_options;
    std::unique_ptr<QTemporaryDir> m_folder;
    ChildProcess m_process;
    QString m_socket;
    QTimer m_patience;
    bool m_wasReady = false;
    QHash<QString, int> m_ports;
    int m_number = 0;
};
