// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshmaster.h"

#include "app/task/waiting.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace
{

/// A socket's path has about a hundred bytes, of which the client itself wants seventeen.
constexpr qsizetype longestFolder = 60;
constexpr std::chrono::seconds longestLogin{60};

QString folderTemplate()
{
    const QStringList candidates{qEnvironmentVariable("XDG_RUNTIME_DIR"), QDir::tempPath()};
    for (const QString &folder : candidates) {
        if (!folder.isEmpty() && folder.toUtf8().size() < longestFolder && QFileInfo(folder).isWritable())
            return folder + u"/ssh-XXXXXX"_s;
    }
    return u"/tmp/ssh-XXXXXX"_s;
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

QStringList options(const QStringList &settings)
{
    QStringList words;
    for (const QString &setting : settings)
        words += {u"-o"_s, setting};
    return words;
}

} // namespace

SshMaster::SshMaster(SshAddress address, SshOptions options)
    : m_address(std::move(address))
    , m_options(std::move(options))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!isReady())
            m_process.kill();
    });
}

SshMaster::~SshMaster() = default;

bool SshMaster::isReady() const
{
    return m_process.isRunning() && QFileInfo::exists(m_socket);
}

QString SshMaster::words() const
{
    return m_process.words();
}

void SshMaster::drop()
{
    m_process.drop();
}

Result<void> SshMaster::start()
{
    const QString program = QStandardPaths::findExecutable(u"ssh"_s);
    if (program.isEmpty())
        return failure(ErrorKind::NotFound,
                       tr("The program ssh is not installed here. Install the OpenSSH client.", "@error"));
    m_process.drop();
    m_folder = std::make_unique<QTemporaryDir>(folderTemplate());
    if (!m_folder->isValid())
        return failure(ErrorKind::Failed, tr("No private folder for the connection can be made: %1", "@error")
                                              .arg(m_folder->errorString()));
    m_socket = m_folder->filePath(u"s"_s);
    m_ports.clear();
    ++m_number;
    QStringList arguments;
    if (!m_options.configFile.isEmpty())
        arguments += {u"-F"_s, m_options.configFile};
    // Whatever the person's configuration says: nobody is asked, no key is taken in silence, nothing of this
    // machine is lent to the other one.
    arguments += options(
        {u"BatchMode=yes"_s, u"StrictHostKeyChecking=yes"_s, u"UpdateHostKeys=no"_s, u"VerifyHostKeyDNS=no"_s,
         u"NoHostAuthenticationForLocalhost=no"_s, u"ControlMaster=yes"_s, u"ControlPersist=no"_s,
         u"ControlPath="_s + m_socket, u"ClearAllForwardings=yes"_s, u"ForwardAgent=no"_s, u"ForwardX11=no"_s,
         u"PermitLocalCommand=no"_s, u"RemoteCommand=none"_s, u"RequestTTY=no"_s, u"EscapeChar=none"_s,
         u"LogLevel=INFO"_s, u"ConnectTimeout=%1"_s.arg(m_options.connectSeconds),
         u"ServerAliveInterval=%1"_s.arg(m_options.aliveSeconds), u"ServerAliveCountMax=3"_s});
    if (!m_address.user.isEmpty())
        arguments += {u"-l"_s, m_address.user};
    if (m_address.port > 0)
        arguments += {u"-p"_s, QString::number(m_address.port)};
    arguments += {u"-N"_s, u"-T"_s, u"--"_s, m_address.host};

    m_process.start(program, arguments);
    m_patience.start(longestLogin);
    return {};
}

Task<Result<void>> SshMaster::connected()
{
    if (isReady())
        co_return Result<void>();
    if (m_process.hasEnded()) {
        if (auto started = start(); !started)
            co_return started;
    }
    const int mine = m_number;
    while (m_number == mine && !m_process.hasEnded() && !isReady())
        co_await delay(std::chrono::milliseconds(10));
    if (isReady())
        co_return Result<void>();
    co_return std::unexpected(failed());
}

Error SshMaster::failed() const
{
    const QString said = words();
    const QString who = m_address.words();
    const auto has = [&said](const QString &text) { return said.contains(text, Qt::CaseInsensitive); };
    if (has(u"REMOTE HOST IDENTIFICATION HAS CHANGED"_s))
        return {
            ErrorKind::Denied,
            tr("The host key of %1 has changed: the machine was set up anew, or somebody stands in between. "
               "Ask who runs it for the new fingerprint; only when it is right, remove the old key with "
               "“ssh-keygen -R” and connect once by hand with “ssh %1”.",
               "@error")
                .arg(who),
            said};
    if (has(u"Host key verification failed"_s) || has(u"host key is known for"_s))
        return {ErrorKind::Denied,
                tr("The host key of %1 is not known here. Connect once by hand with “ssh %1”, compare the "
                   "fingerprint that it shows with the one of the machine, then look again.",
                   "@error")
                    .arg(who),
                said};
    if (has(u"Permission denied"_s) || has(u"Too many authentication failures"_s))
        return {
            ErrorKind::Denied,
            tr("%1 does not let us in. See that “ssh %1” works without a question: the key must be in the "
               "agent or without a passphrase, and in authorized_keys there.",
               "@error")
                .arg(who),
            said};
    const QString last = said.section(u'\n', -1);
    return {ErrorKind::Unreachable,
            tr("%1 cannot be reached: %2", "@error")
                .arg(who, last.isEmpty() ? tr("no answer in time.", "@error") : last),
            said};
}

QStringList SshMaster::shared() const
{
    // The connection is there or the call fails: a second one of its own would ask nobody and know nothing.
    return QStringList{u"-F"_s, u"none"_s, u"-S"_s, m_socket} +
           options({u"ControlMaster=no"_s, u"ProxyCommand=exit 255"_s, u"LogLevel=ERROR"_s});
}

ProcessCall SshMaster::session(const QString &commandLine) const
{
    ProcessCall call;
    call.program = u"ssh"_s;
    call.arguments = shared() + QStringList{u"-T"_s, u"--"_s, m_address.host, commandLine};
    return call;
}

Task<Result<int>> SshMaster::forwarded(QString host, int port)
{
    Result<void> there = co_await connected();
    if (!there)
        co_return std::unexpected(there.error());
    const QString target = (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
    if (m_ports.contains(target))
        co_return m_ports.value(target);
    Result<int> made = failure(ErrorKind::Failed, QString());
    const int mine = m_number;
    for (int attempt = 0; attempt < 3 && !made; ++attempt) {
        const int local = freePort();
        ProcessCall call;
        call.program = u"ssh"_s;
        call.arguments =
            shared() + QStringList{u"-O"_s, u"forward"_s,  u"-L"_s, u"127.0.0.1:%1:"_s.arg(local) + target,
                                   u"--"_s, m_address.host};
        call.timeout = std::chrono::seconds(15);
        const Result<ProcessResult> done = co_await runProcess(std::move(call));
        if (done && done->exitCode == 0)
            made = local;
        else
            made = failure(
                ErrorKind::Unreachable,
                tr("%1 of %2 cannot be reached through SSH.", "@error").arg(target, m_address.words()),
                done ? done->errorText() : done.error().message);
    }
    if (made && mine == m_number)
        m_ports.insert(target, *made);
    co_return made;
}
