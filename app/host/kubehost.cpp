// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/kubehost.h"

#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds openLimit(15);

QString tr(const char *text)
{
    return QCoreApplication::translate("KubeHost", text, "@error");
}

bool changesNothing(const HttpRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

} // namespace

KubeHost::KubeHost(Host &local, const QString &context, const QString &nameSpace)
    : m_local(local)
    , m_context(context)
    , m_nameSpace(nameSpace)
{
}

KubeHost::~KubeHost() = default;

QString KubeHost::addressOf(const QString &context, const QString &nameSpace)
{
    return u"kube://"_s + context + u'/' + nameSpace;
}

std::unique_ptr<Host> KubeHost::fromAddress(const QString &address, Host &local)
{
    static const QString scheme = u"kube://"_s;
    const QString rest = address.mid(scheme.size());
    const qsizetype slash = rest.lastIndexOf(u'/');
    if (!address.startsWith(scheme) || slash <= 0 || slash + 1 == rest.size())
        return nullptr;
    return std::make_unique<KubeHost>(local, rest.left(slash), rest.mid(slash + 1));
}

Task<Result<ProcessResult>> KubeHost::run(ProcessCall call)
{
    return m_local.run(std::move(call));
}

Task<Result<QByteArray>> KubeHost::readFile(QString path)
{
    return m_local.readFile(std::move(path));
}

Task<Result<void>> KubeHost::writeFile(QString path, QByteArray bytes, QFileDevice::Permissions permissions)
{
    return m_local.writeFile(std::move(path), std::move(bytes), permissions);
}

Task<Result<bool>> KubeHost::exists(QString path)
{
    return m_local.exists(std::move(path));
}

Task<Result<HttpReply>> KubeHost::send(HttpRequest request)
{
    const QString service = request.url.host();
    const int port = request.url.port(80);
    if (!changesNothing(request)) {
        // A tunnel ends with its pod, and a change is sent once only: a question finds out before.
        HttpRequest question;
        question.url = request.url.resolved(QUrl(u"/"_s));
        question.peerName = request.peerName;
        if (const Result<HttpReply> seen = co_await send(question); !seen)
            co_return std::unexpected(seen.error());
    }
    for (int attempt = 1;; ++attempt) {
        const Result<int> here = co_await tunnelPort(service, port);
        if (!here)
            co_return std::unexpected(here.error());
        HttpRequest through = request;
        through.url.setHost(u"127.0.0.1"_s);
        through.url.setPort(*here);
        Result<HttpReply> reply = co_await sendHttp(std::move(through));
        const bool broken = !reply && reply.error().kind == ErrorKind::Unreachable;
        if (!broken || attempt > 1 || !changesNothing(request))
            co_return reply;
        m_tunnels.erase(u"%1:%2"_s.arg(service).arg(port));
    }
}

Task<Result<int>> KubeHost::tunnelPort(QString service, int port)
{
    const QString key = u"%1:%2"_s.arg(service).arg(port);
    const auto known = m_tunnels.find(key);
    const bool alive = known != m_tunnels.end() && !known->second->process.hasEnded();
    if (alive && known->second->port > 0)
        co_return known->second->port;
    if (!alive) {
        const QString program = QStandardPaths::findExecutable(u"kubectl"_s);
        if (program.isEmpty())
            co_return failure(ErrorKind::NotFound, tr("The program kubectl is not installed here."));
        auto tunnel = std::make_shared<Tunnel>();
        m_tunnels[key] = tunnel;
        tunnel->process.start(program,
                              {u"--context"_s, m_context, u"-n"_s, m_nameSpace, u"port-forward"_s,
                               u"--address"_s, u"127.0.0.1"_s, u"service/"_s + service, u":%1"_s.arg(port)});
    }
    Result<int> opened = co_await openTunnel(service, port);
    co_return opened;
}

/// Waits until the tunnel that was started says which port it got.
Task<Result<int>> KubeHost::openTunnel(QString service, int port)
{
    static const QRegularExpression said(u"Forwarding from 127\\.0\\.0\\.1:(\\d+)"_s);
    const std::shared_ptr<Tunnel> tunnel = m_tunnels[u"%1:%2"_s.arg(service).arg(port)];
    QElapsedTimer clock;
    clock.start();
    while (clock.durationElapsed() < openLimit) {
        if (tunnel->port > 0)
            co_return tunnel->port;
        if (const QRegularExpressionMatch match = said.match(tunnel->process.words()); match.hasMatch()) {
            tunnel->port = match.captured(1).toInt();
            co_return tunnel->port;
        }
        if (tunnel->process.hasEnded())
            break;
        co_await delay(std::chrono::milliseconds(50));
    }
    const QString words = tunnel->process.words();
    m_tunnels.erase(u"%1:%2"_s.arg(service).arg(port));
    co_return failure(ErrorKind::Unreachable,
                      tr("The service %1 of the namespace %2 cannot be reached: %3")
                          .arg(service, m_nameSpace,
                               words.isEmpty() ? tr("kubectl opened no tunnel.") : words.section(u'\n', -1)),
                      words);
}
