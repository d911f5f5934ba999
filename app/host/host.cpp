// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/host.h"

#include "app/base/durablefile.h"
#include "app/host/kubehost.h"
#include "app/host/sshhost.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Host", text, "@error");
}

class LocalHost : public Host
{
public:
    QString address() const override { return {}; }
    Task<Result<ProcessResult>> run(ProcessCall call) override { return runProcess(std::move(call)); }
    Task<Result<QByteArray>> readFile(QString path) override { co_return readWhole(path); }
    Task<Result<void>> writeFile(QString path, QByteArray bytes,
                                 QFileDevice::Permissions permissions) override
    {
        co_return writeDurably(path, bytes, permissions);
    }
    Task<Result<bool>> exists(QString path) override
    {
        co_return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
    }
    Task<Result<HttpReply>> send(HttpRequest request) override { return sendHttp(std::move(request)); }
};

} // namespace

std::unique_ptr<Host> localHost()
{
    return std::make_unique<LocalHost>();
}

Task<Result<ProcessResult>> Host::runChecked(ProcessCall call)
{
    const QString program = call.program;
    const QString line = shellLine(call.program, call.arguments);
    Result<ProcessResult> result = co_await run(std::move(call));
    if (!result)
        co_return std::unexpected(result.error());
    if (result->exitCode != 0) {
        const QString words =
            result->errors.isEmpty() ? QString::fromUtf8(result->output).trimmed() : result->errorText();
        co_return failure(
            ErrorKind::Failed,
            tr("%1 ended with %2: %3").arg(program).arg(result->exitCode).arg(words.section(u'\n', -1)),
            line + u'\n' + words);
    }
    co_return result;
}

Task<Result<ProcessResult>> Host::runScript(QString script, QStringList words,
                                            std::chrono::milliseconds timeout)
{
    ProcessCall call;
    call.program = u"sh"_s;
    call.arguments = QStringList{u"-c"_s, script, u"sh"_s} + words;
    call.timeout = timeout;
    Result<ProcessResult> result = co_await runChecked(std::move(call));
    co_return result;
}

Hosts::Hosts()
    : Hosts(localHost())
{
}

Hosts::Hosts(std::unique_ptr<Host> local)
    : m_local(std::move(local))
{
    add(u"ssh"_s, [](const QString &address, Hosts &) { return SshHost::make(address); });
    add(u"kube"_s,
        [](const QString &address, Hosts &hosts) { return KubeHost::fromAddress(address, *hosts.at({})); });
}

Hosts::~Hosts() = default;

void Hosts::add(const QString &scheme, HostMaker maker)
{
    m_makers.insert_or_assign(scheme, std::move(maker));
}

Host *Hosts::at(const QString &address)
{
    if (address.isEmpty())
        return m_local.get();
    if (const auto known = m_others.find(address); known != m_others.end())
        return known->second.get();
    const auto maker = m_makers.find(address.section(u"://"_s, 0, 0));
    std::unique_ptr<Host> made = maker == m_makers.end() ? nullptr : maker->second(address, *this);
    Host *host = made.get();
    if (host)
        m_others.emplace(address, std::move(made));
    return host;
}
