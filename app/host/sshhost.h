// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/host/sshmaster.h"

/// A machine over SSH, through the OpenSSH client: keys, agent, jump hosts and aliases are those of the
/// person's own `ssh`. There it needs an account with a POSIX shell and the usual tools, nothing of ours.
class SshHost : public Host
{
public:
    /// Null for a text that is no address.
    static std::unique_ptr<SshHost> make(const QString &address, const SshOptions &options = {});

    QString address() const override { return m_address; }
    /// Unreachable: the connection could not be made, or was lost before the end was known.
    Task<Result<ProcessResult>> run(ProcessCall call) override;
    Task<Result<QByteArray>> readFile(QString path) override;
    Task<Result<void>> writeFile(QString path, QByteArray bytes,
                                 QFileDevice::Permissions permissions) override;
    Task<Result<bool>> exists(QString path) override;
    Task<Result<HttpReply>> send(HttpRequest request) override;
    int cutOffs() const override { return m_cutOffs; }

private:
    SshHost(QString address, const SshAddress &parsed, const SshOptions &options);

    struct Outcome {
        ProcessResult result;
        QByteArray end;       ///< last words of the other side; empty: none came
        bool refused = false; ///< too many sessions at once: nothing was run
    };
    Task<Result<Outcome>> once(ProcessCall call);
    Task<void> sweep();
    Error cutOff(const QString &program, const ProcessResult &result);
    Error missing(const QByteArray &what, const ProcessCall &call) const;
    /// A call that may be made twice: once more when the connection was lost.
    Task<Result<ProcessResult>> look(QString script, QStringList words);

    QString m_address;
    QString m_name; ///< as a person would type it
    SshMaster m_master;
    int m_open = 0;
    int m_cutOffs = 0;
    QString m_mark;     ///< of the connection that is in use
    int m_markOf = 0;   ///< number of that connection
    QStringList m_left; ///< marks of connections that were cut off
};
