// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/base/result.h"
#include "app/task/http.h"
#include "app/task/process.h"
#include "app/task/task.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

/// A machine on which commands run and files lie: this one, or one over SSH. Handed around by reference; the
/// owner (main, a test) outlives every task. Knows nothing of Kestra.
class Host
{
public:
    virtual ~Host() = default;

    /// "" for this machine, else "ssh://user@host".
    virtual QString address() const = 0;
    /// As runProcess(), there. Remote hosts quote for the remote shell.
    virtual Task<Result<ProcessResult>> run(ProcessCall call) = 0;
    virtual Task<Result<QByteArray>> readFile(QString path) = 0;
    /// Durable, mode and owner of an existing file kept (see writeDurably()).
    virtual Task<Result<void>> writeFile(QString path, QByteArray bytes,
                                         QFileDevice::Permissions permissions) = 0;
    virtual Task<Result<bool>> exists(QString path) = 0;
    /// How often the connection was lost under a call, so that its end is not known.
    virtual int cutOffs() const { return 0; }
    /// As sendHttp(), asked from there: "localhost" in the URL is that machine.
    virtual Task<Result<HttpReply>> send(HttpRequest request) = 0;

    /// run(), where anything but exit code 0 is an error with the tool's own last words in details.
    Task<Result<ProcessResult>> runChecked(ProcessCall call);
    /// A POSIX shell script of our own, never with foreign text pasted in: words come as $1, $2, …
    Task<Result<ProcessResult>> runScript(QString script, QStringList words,
                                          std::chrono::milliseconds timeout);
};

/// This machine.
std::unique_ptr<Host> localHost();

class Hosts;

/// Makes a host from its whole address, without asking it anything; null when the address cannot be one.
/// `hosts` outlives what is made.
using HostMaker = std::function<std::unique_ptr<Host>(const QString &address, Hosts &hosts)>;

/// By address, as plans name them: "" is this machine, anything else begins with a scheme. Kept for the life
/// of the registry. A new scheme is one add() in the constructor.
class Hosts
{
public:
    Hosts();
    /// With another machine in the place of this one.
    explicit Hosts(std::unique_ptr<Host> local);
    ~Hosts();
    Q_DISABLE_COPY_MOVE(Hosts)

    /// `scheme` without "://".
    void add(const QString &scheme, HostMaker maker);
    /// Null for an address that no kind of host serves.
    Host *at(const QString &address);

private:
    std::unique_ptr<Host> m_local;
    std::map<QString, HostMaker> m_makers;
    std::map<QString, std::unique_ptr<Host>> m_others;
};
