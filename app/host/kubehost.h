// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/host/host.h"
#include "app/task/childprocess.h"

#include <map>

/// A namespace of a Kubernetes cluster, by a context of this machine's kubeconfig. Commands and files are
/// those of the machine on which kubectl and helm run; HTTP goes to the Services inside: the host of a URL is
/// the name of a Service, its port the Service's.
class KubeHost : public Host
{
public:
    /// `local` outlives it.
    KubeHost(Host &local, const QString &context, const QString &nameSpace);
    ~KubeHost() override;

    /// "kube://CONTEXT/NAMESPACE"; a context may hold slashes, a namespace does not.
    static QString addressOf(const QString &context, const QString &nameSpace);
    /// Null when the address names no context or no namespace.
    static std::unique_ptr<Host> fromAddress(const QString &address, Host &local);

    QString address() const override { return addressOf(m_context, m_nameSpace); }
    Task<Result<ProcessResult>> run(ProcessCall call) override;
    Task<Result<QByteArray>> readFile(QString path) override;
    Task<Result<void>> writeFile(QString path, QByteArray bytes,
                                 QFileDevice::Permissions permissions) override;
    Task<Result<bool>> exists(QString path) override;
    /// Through `kubectl port-forward`, kept open for as long as the host lives. A tunnel that is broken (its
    /// pod was replaced) is made anew once.
    Task<Result<HttpReply>> send(HttpRequest request) override;

private:
    struct Tunnel {
        ChildProcess process;
        int port = 0; ///< on this machine; 0: not open yet
    };

    Task<Result<int>> tunnelPort(QString service, int port);
    Task<Result<int>> openTunnel(QString service, int port);

    Host &m_local;
    QString m_context;
    QString m_nameSpace;
    std::map<QString, std::shared_ptr<Tunnel>> m_tunnels; ///< by "service:port"
};
