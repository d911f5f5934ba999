// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/sshmaster.h"

#include <QProcess>
#include <QTemporaryDir>

/// An OpenSSH server of its own on a free port of 127.0.0.1, with its keys and the client's configuration in
/// a temporary folder; gone with this object.
class SshServer
{
public:
    ~SshServer();

    /// Empty when it answers; else why it does not.
    QString start();
    QString address() const;
    /// For a client that knows the server and has its key.
    SshOptions options() const;
    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QByteArray hostLine() const; ///< of known_hosts
    void write(const QString &name, const QByteArray &bytes) const;
    int port() const { return m_port; }

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/kua-sshd-XXXXXX")};
    QProcess m_server;
    int m_port = 0;
    bool m_madeRunFolder = false;
};
