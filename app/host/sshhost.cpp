// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/host/sshhost.h"

#include "app/host/sshscript.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace
{

constexpr int sessionLimit = 8; // an OpenSSH server lets ten share a connection
constexpr std::chrono::milliseconds turn{25};
constexpr int refusedTurns = 1200;
constexpr qint64 fileLimit = 64 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("SshHost", text, "@error");
}

QByteArray secretWord()
{
    QByteArray word(24, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(word.data()), word.size() / 4);
    return 'k' + word.toHex();
}

/// Lines for the listener of the program's own, without what the shell around it says at the end.
std::function<void(const QString &, bool)> upTo(const QByteArray &seal,
                                                std::function<void(const QString &, bool)> listener)
{
    return [listener = std::move(listener), word = QString::fromLatin1(seal),
            over = std::make_shared<bool>(false)](const QString &line, bool isError) {
        const qsizetype at = isError ? line.indexOf(word) : -1;
        if (at != 0 && !(isError && *over))
            listener(at < 0 ? line : line.left(at), isError);
        *over = *over || at >= 0;
    };
}

QString octal(QFileDevice::Permissions permissions)
{
    const int mode =
        (permissions & QFileDevice::ReadOwner ? 0400 : 0) |
        (permissions & QFileDevice::WriteOwner ? 0200 : 0) |
        (permissions & QFileDevice::ExeOwner ? 0100 : 0) | (permissions & QFileDevice::ReadGroup ? 040 : 0) |
        (permissions & QFileDevice::ExeGroup ? 010 : 0) | (permissions & QFileDevice::ReadOther ? 04 : 0) |
        (permissions & QFileDevice::ExeOther ? 01 : 0);
    return QString::number(mode, 8);
}

/// $1 path, $2 most bytes.
const QString readScript = uR"sh(
[ -e "$1" ] || exit 41
[ ! -d "$1" ] || exit 42
[ -r "$1" ] || exit 43
[ "$(wc -c <"$1")" -le "$2" ] || exit 44
exec cat <"$1"
)sh"_s;

/// $1 path, $2 mode of a new file; the bytes come on standard input. As writeDurably() does here.
const QString writeScript = uR"sh(
set -eu
target=$1
if [ -L "$1" ]; then target=$(readlink -f -- "$1"); fi
part=$target.writing-$$
trap 'rm -f -- "$part"' EXIT
umask 077
cat >"$part"
mode=$2
if [ -e "$target" ]; then
    mode=$(stat -c %a -- "$target")
    owner=$(stat -c %u:%g -- "$target")
    [ "$owner" = "$(stat -c %u:%g -- "$part")" ] || chown "$owner" -- "$part" 2>/dev/null || true
fi
chmod "$mode" -- "$part"
sync -- "$part" 2>/dev/null || sync
mv -f -- "$part" "$target"
trap - EXIT
sync -- "$(dirname -- "$target")" 2>/dev/null || sync
)sh"_s;

} // namespace

std::unique_ptr<SshHost> SshHost::make(const QString &address, const SshOptions &options)
{
    const std::optional<SshAddress> parsed = SshAddress::parse(address);
    return parsed ? std::unique_ptr<SshHost>(new SshHost(address, *parsed, options)) : nullptr;
}

SshHost::SshHost(QString address, const SshAddress &parsed, const SshOptions &options)
    : m_address(std::move(address))
    , m_name(parsed.words())
    , m_master(parsed, options)
{
}

Error SshHost::missing(const QByteArray &what, const ProcessCall &call) const
{
    if (what == "program")
        return {
            ErrorKind::NotFound, tr("The program %1 is not installed on %2.").arg(call.program, m_name), {}};
    if (what == "folder")
        return {ErrorKind::Failed,
                tr("The folder %1 on %2 cannot be entered.").arg(call.workingDirectory, m_name),
                {}};
    return {ErrorKind::Failed,
            (what == "input" ? tr("The file %1 on %2 cannot be read.")
                             : tr("The file %1 on %2 cannot be written."))
                .arg(what == "input" ? call.inputFile : call.outputFile, m_name),
            {}};
}

Error SshHost::cutOff(const QString &program, const ProcessResult &result)
{
    if (result.exitCode != 255)
        return {ErrorKind::Failed,
                tr("%1 lets us in but runs no commands: %2")
                    .arg(m_name, (result.errorText() + QString::fromUtf8(result.output)).trimmed().left(500)),
                result.errorText()};
    ++m_cutOffs;
    return {ErrorKind::Unreachable,
            tr("The connection to %1 was lost while %2 was running there; whether it came to its end is not "
               "known.")
                .arg(m_name, program),
            (m_master.words() + u'\n' + result.errorText()).trimmed()};
}

Task<void> SshHost::sweep()
{
    const QStringList left = std::exchange(m_left, {});
    for (const QString &mark : left) {
        ProcessCall call;
        call.program = u"sh"_s;
        call.arguments = {u"-c"_s, sshSweepScript(), u"sh"_s, mark};
        call.timeout = std::chrono::seconds(60);
        const Result<Outcome> swept = co_await once(std::move(call));
        if (!swept || swept->end.isEmpty())
            m_left.append(mark);
    }
}

Task<Result<SshHost::Outcome>> SshHost::once(ProcessCall call)
{
    Result<void> there = co_await m_master.connected();
    if (!there)
        co_return std::unexpected(there.error());
    if (m_markOf != m_master.number()) {
        m_markOf = m_master.number();
        m_mark = QString::fromLatin1(secretWord());
    }
    const QString mark = m_mark;
    const QByteArray seal = secretWord();
    ProcessCall outer = m_master.session(sshCommandLine());
    outer.shownAs = call.program;
    outer.input = sshInput(call, seal, mark.toLatin1());
    outer.holdInput = true;
    outer.timeout = call.timeout;
    outer.captureLimit = call.captureLimit;
    if (call.onLine)
        outer.onLine = upTo(seal, call.onLine);
    Result<ProcessResult> raw = co_await runProcess(std::move(outer));
    if (!raw)
        co_return std::unexpected(raw.error());
    Outcome outcome{std::move(*raw), {}, false};
    outcome.end = takeSshEnd(outcome.result.errors, seal).value_or(QByteArray());
    outcome.refused =
        outcome.end.isEmpty() && m_master.isReady() && outcome.result.errors.contains("open refused by peer");
    if (outcome.end.isEmpty() && !outcome.refused && outcome.result.exitCode == 255 && !m_left.contains(mark))
        m_left.append(mark);
    co_return outcome;
}

Task<Result<ProcessResult>> SshHost::run(ProcessCall call)
{
    if (const QString bad = sshUnfit(call); !bad.isEmpty())
        co_return failure(ErrorKind::BadInput, tr("%1 cannot be said to a shell.").arg(bad));
    while (m_open >= sessionLimit)
        co_await delay(turn);
    ++m_open;
    const auto closed = qScopeGuard([this] { --m_open; });
    for (int attempt = 0;; ++attempt) {
        // What an earlier connection left running must not meet what is done now.
        if (!m_left.isEmpty())
            co_await sweep();
        Result<Outcome> outcome = co_await once(call);
        if (!outcome)
            co_return std::unexpected(outcome.error());
        if (outcome->refused && attempt < refusedTurns) {
            co_await delay(turn);
            continue;
        }
        if (outcome->end.isEmpty())
            co_return std::unexpected(cutOff(call.program, outcome->result));
        if (!outcome->end.startsWith('='))
            co_return std::unexpected(missing(outcome->end, call));
        outcome->result.exitCode = outcome->end.mid(1).toInt();
        co_return std::move(outcome->result);
    }
}

Task<Result<ProcessResult>> SshHost::look(QString script, QStringList words)
{
    ProcessCall call;
    call.program = u"sh"_s;
    call.arguments = QStringList{u"-c"_s, script, u"sh"_s} + words;
    call.timeout = std::chrono::minutes(5);
    call.captureLimit = fileLimit + 65536;
    const int before = m_cutOffs;
    Result<ProcessResult> seen = co_await run(call);
    if (!seen && m_cutOffs > before)
        seen = co_await run(call);
    co_return seen;
}

Task<Result<QByteArray>> SshHost::readFile(QString path)
{
    const QStringList words{path, QString::number(fileLimit)};
    Result<ProcessResult> seen = co_await look(readScript, words);
    if (!seen)
        co_return std::unexpected(seen.error());
    switch (seen->exitCode) {
    case 0:
        co_return seen->output;
    case 41:
        co_return failure(ErrorKind::NotFound, tr("There is no file %1 on %2.").arg(path, m_name));
    case 42:
        co_return failure(ErrorKind::BadInput,
                          tr("%1 on %2 is a folder, a file was expected.").arg(path, m_name));
    case 44:
        co_return failure(ErrorKind::BadInput,
                          tr("The file %1 on %2 is too large to be read.").arg(path, m_name));
    default:
        co_return failure(ErrorKind::Denied, tr("The file %1 on %2 cannot be read.").arg(path, m_name),
                          seen->errorText());
    }
}

Task<Result<void>> SshHost::writeFile(QString path, QByteArray bytes, QFileDevice::Permissions permissions)
{
    ProcessCall call;
    call.program = u"sh"_s;
    call.arguments = {u"-c"_s, writeScript, u"sh"_s, path, octal(permissions)};
    call.input = bytes;
    call.timeout = std::chrono::minutes(30);
    Result<ProcessResult> written = co_await run(std::move(call));
    if (!written)
        co_return std::unexpected(written.error());
    if (written->exitCode == 0)
        co_return Result<void>();
    const QString words = written->errorText();
    const bool denied = words.contains(u"ermission denied"_s) || words.contains(u"Read-only file system"_s) ||
                        words.contains(u"not permitted"_s);
    const bool gone = words.contains(u"No such file"_s) || words.contains(u"nonexistent"_s);
    co_return failure(
        denied ? ErrorKind::Denied
        : gone ? ErrorKind::NotFound
               : ErrorKind::Failed,
        tr("The file %1 on %2 cannot be written: %3").arg(path, m_name, words.section(u'\n', -1)), words);
}

Task<Result<bool>> SshHost::exists(QString path)
{
    const QStringList words{path};
    Result<ProcessResult> seen =
        co_await look(u"if [ -e \"$1\" ] || [ -L \"$1\" ]; then echo yes; fi"_s, words);
    if (!seen)
        co_return std::unexpected(seen.error());
    co_return seen->output == "yes\n";
}

Task<Result<HttpReply>> SshHost::send(HttpRequest request)
{
    const QUrl asked = request.url;
    const bool secure = asked.scheme() == u"https";
    if ((!secure && asked.scheme() != u"http") || asked.host().isEmpty())
        co_return failure(ErrorKind::BadInput, tr("%1 is no web address.").arg(asked.toDisplayString()));
    const QString authority = asked.authority(QUrl::FullyEncoded).section(u'@', -1);
    request.headers.prepend({"Host", authority.toLatin1()});
    request.peerName = asked.host();
    for (int attempt = 0;; ++attempt) {
        const Result<int> port =
            co_await m_master.forwarded(asked.host(QUrl::FullyEncoded), asked.port(secure ? 443 : 80));
        if (!port)
            co_return std::unexpected(port.error());
        request.url.setHost(u"127.0.0.1"_s);
        request.url.setPort(*port);
        Result<HttpReply> reply = co_await sendHttp(request);
        if (reply)
            co_return reply;
        // A question may be asked again; whether an order arrived is not known.
        if (!m_master.isReady() && request.method == "GET" && attempt == 0)
            continue;
        if (m_master.words().contains(u"administratively prohibited"_s))
            co_return failure(
                ErrorKind::Denied,
                tr("The SSH server of %1 forwards no ports. Set AllowTcpForwarding to yes or local there.")
                    .arg(m_name));
        Error error = reply.error();
        error.message.replace(u"127.0.0.1:%1"_s.arg(*port), authority);
        error.message = tr("On %1: %2").arg(m_name, error.message);
        co_return std::unexpected(error);
    }
}
