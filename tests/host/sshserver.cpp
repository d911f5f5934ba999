// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "sshserver.h"

#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

const QString runFolder = u"/run/sshd"_s;

QString userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : u"root"_s;
}

bool answers(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
    return socket.waitForConnected(1000) && socket.waitForReadyRead(2000);
}

} // namespace

SshServer::~SshServer()
{
    if (m_server.state() != QProcess::NotRunning) {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }
    if (m_madeRunFolder)
        QDir().rmdir(runFolder);
}

void SshServer::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file of the server cannot be written");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray SshServer::hostLine() const
{
    QFile key(file(u"host.pub"_s));
    if (!key.open(QIODevice::ReadOnly))
        return {};
    return '[' + QByteArray("127.0.0.1]:") + QByteArray::number(m_port) + ' ' + key.readAll();
}

QString SshServer::start()
{
    const QString program = QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    if (program.isEmpty() || QStandardPaths::findExecutable(u"ssh"_s).isEmpty())
        return u"no OpenSSH server and client are installed"_s;
    if (::geteuid() == 0 && !QDir(runFolder).exists())
        m_madeRunFolder = QDir().mkdir(runFolder);
    for (const QString &name : {u"host"_s, u"id"_s}) {
        if (QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-C"_s,
                                                u""_s, u"-f"_s, file(name)}) != 0)
            return u"ssh-keygen failed"_s;
    }
    QFile::copy(file(u"id.pub"_s), file(u"authorized_keys"_s));
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    m_port = probe.serverPort();
    probe.close();
    const QByteArray folder = m_folder.path().toUtf8();
    write(u"sshd_config"_s, "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " +
                                folder + "/host\nPidFile none\nAuthorizedKeysFile " + folder +
                                "/authorized_keys\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
                                "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n");
    write(u"known_hosts"_s, hostLine());
    write(u"config"_s, "IdentityFile " + folder +
                           "/id\nIdentitiesOnly yes\nIdentityAgent none\nUserKnownHostsFile " + folder +
                           "/known_hosts\nGlobalKnownHostsFile none\n");
    m_server.setStandardErrorFile(file(u"log"_s));
    m_server.start(program, {u"-D"_s, u"-e"_s, u"-f"_s, file(u"sshd_config"_s)});
    for (int attempt = 0; attempt < 50; ++attempt) {
        if (m_server.state() == QProcess::NotRunning)
            break;
        if (answers(m_port))
            return {};
        QTest::qWait(100);
    }
    QFile log(file(u"log"_s));
    return log.open(QIODevice::ReadOnly)
               ? u"the server does not answer: "_s + QString::fromUtf8(log.readAll())
               : u"the server does not answer"_s;
}

QString SshServer::address() const
{
    return u"ssh://%1@127.0.0.1:%2"_s.arg(userName()).arg(m_port);
}

SshOptions SshServer::options() const
{
    return {file(u"config"_s), 3, 1};
}
