// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/commandcall.h"
#include "app/run/handlers.h"
#include "app/task/process.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("DetachedHandler", text, "@error");
}

/// $1 state folder, $2 working folder, $3 input, $4 output, then the command. The job claims its folder by
/// itself, with its pid and start time as one symbolic link: whoever makes it runs, every other one goes, and
/// there is no moment in between that a crash could hit. Its exit code comes last.
const QString startScript = uR"sh(
set -eu
mkdir -p -- "$1"
cd -- "$1"
[ ! -L pid ] || exit 0
if command -v setsid >/dev/null; then new=setsid; else new=; fi
$new nohup sh -c '
    born() { sed "s/.*) //" /proc/$$/stat 2>/dev/null | cut -d" " -f20; }
    state=$1 folder=$2 input=$3 output=$4; shift 4
    ln -s "$$:$(born)" "$state/pid" 2>/dev/null || exit 0
    rc=0
    ( cd -- "${folder:-/}" && exec <"${input:-/dev/null}" && { [ -z "$output" ] || exec >"$output"; } && exec "$@" ) || rc=$?
    echo "$rc" >"$state/rc.new" && sync -- "$state/rc.new" 2>/dev/null; mv "$state/rc.new" "$state/rc"
' sh "$@" >>log 2>&1 </dev/null &
)sh"_s;

/// $1 state folder. Takes the folder away from a job that was not seen to begin, so that it never can.
const QString claimScript = uR"sh(
mkdir -p -- "$1" && cd -- "$1" || exit 1
if ln -s "0:-" pid 2>/dev/null; then echo claimed; else readlink pid; fi
)sh"_s;

/// $1 state folder, $2 bytes of the log that were read. First line: "rc N", "running PID", "lost" or "none".
const QString lookScript = uR"sh(
cd -- "$1" 2>/dev/null || { echo none; exit 0; }
state() {
    if [ -e rc ]; then echo "rc $(cat rc)"; return; fi
    [ -L pid ] || { echo none; return; }
    claim=$(readlink pid)
    pid=${claim%%:*}
    now=$(sed "s/.*) //" "/proc/$pid/stat" 2>/dev/null | cut -d" " -f20)
    if [ "$pid" != 0 ] && kill -0 "$pid" 2>/dev/null && [ "$now" = "${claim#*:}" ]; then echo "running $pid"
    elif [ -e rc ]; then echo "rc $(cat rc)"
    else echo lost; fi
}
state
[ -e log ] && tail -c "+$(($2 + 1))" log | head -c 1000000
exit 0
)sh"_s;

const QString killScript = uR"sh(
kill -TERM "-$1" 2>/dev/null || kill -TERM "$1" 2>/dev/null || exit 0
for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "-$1" 2>/dev/null || exit 0; sleep 0.3; done
kill -KILL "-$1" 2>/dev/null; exit 0
)sh"_s;

struct Look {
    QString state; ///< "rc", "running", "lost", "none"
    qint64 number = 0;
    QByteArray log;
};

Task<Result<Look>> look(Host *host, QString folder, qint64 offset)
{
    Result<ProcessResult> result =
        co_await host->runScript(lookScript, {folder, QString::number(offset)}, std::chrono::seconds(30));
    if (!result)
        co_return std::unexpected(result.error());
    const qsizetype end = result->output.indexOf('\n');
    const QString first = QString::fromUtf8(result->output.left(end));
    co_return Look{first.section(u' ', 0, 0), first.section(u' ', 1).toLongLong(),
                   end < 0 ? QByteArray() : result->output.mid(end + 1)};
}

/// True: the job had not begun and never will.
Task<Result<bool>> claim(Host *host, QString folder)
{
    Result<ProcessResult> result = co_await host->runScript(claimScript, {folder}, std::chrono::seconds(30));
    if (!result)
        co_return std::unexpected(result.error());
    co_return result->output.startsWith("claimed");
}

Task<Result<void>> endJob(Host *host, QString folder)
{
    Result<bool> claimed = co_await claim(host, folder);
    if (!claimed)
        co_return std::unexpected(claimed.error());
    if (*claimed)
        co_return Result<void>();
    Result<Look> seen = co_await look(host, folder, 0);
    if (!seen)
        co_return std::unexpected(seen.error());
    if (seen->state != u"running")
        co_return Result<void>();
    Result<ProcessResult> killed =
        co_await host->runScript(killScript, {QString::number(seen->number)}, std::chrono::seconds(30));
    if (!killed)
        co_return std::unexpected(killed.error());
    co_return Result<void>();
}

/// Hands out whole lines; what follows the last line end waits.
qint64 streamLines(const QByteArray &bytes, bool toTheEnd, StepContext *context)
{
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        context->log(u"output"_s, QString::fromUtf8(bytes.mid(from, end - from)));
        from = end + 1;
    }
    if ((toTheEnd || bytes.size() >= 1000000) && from < bytes.size()) {
        context->log(u"output"_s, QString::fromUtf8(bytes.mid(from)));
        from = bytes.size();
    }
    return from;
}

class DetachedHandler : public Handler
{
public:
    QString kind() const override { return u"run-detached"_s; }

    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        Result<bool> already = co_await doneAlready(step.args, context);
        if (!already)
            co_return std::unexpected(already.error());
        if (*already)
            co_return Result<void>();
        Result<ProcessCall> call = co_await commandCall(step.args, context);
        if (!call)
            co_return std::unexpected(call.error());

        // Each try has a folder of its own: one that ended badly, or with the machine, is not taken for the
        // next.
        bool again = !context->lastReceipt.isEmpty() && !context->lastReceipt.value(u"ended"_s).toBool();
        if (again) {
            Result<Look> seen =
                co_await look(context->host, context->lastReceipt.value(u"folder"_s).toString(), 0);
            if (!seen)
                co_return std::unexpected(seen.error());
            again = seen->state != u"lost";
        }
        const int attempt = context->lastReceipt.value(u"attempt"_s).toInt(0) + (again ? 0 : 1);
        const QString folder = step.args.value(u"folder"_s).toString() + u"/try-%1"_s.arg(attempt);
        const QJsonObject receipt{{u"attempt"_s, attempt}, {u"folder"_s, folder}};
        if (auto kept = context->receipt(receipt); !kept)
            co_return kept;
        context->log(u"info"_s, (again ? u"looking for: "_s : u"starting apart: "_s) +
                                    shellLine(call->program, call->arguments));
        ProcessCall start;
        start.program = u"sh"_s;
        start.arguments =
            QStringList{u"-c"_s,         startScript,      u"sh"_s,      folder, call->workingDirectory,
                        call->inputFile, call->outputFile, call->program} +
            call->arguments;
        start.environment = call->environment;
        start.timeout = std::chrono::seconds(60);
        Result<ProcessResult> started = co_await context->host->runChecked(std::move(start));
        if (!started)
            co_return std::unexpected(started.error());

        Result<int> code = co_await follow(folder, call->timeout, context);
        QJsonObject ended = receipt;
        ended.insert(u"ended"_s, true);
        if (!code) {
            // A job that goes on without us (lost connection, stop of this program) is found again next time.
            if (code.error().kind == ErrorKind::Failed)
                if (auto kept = context->receipt(ended); !kept)
                    co_return kept;
            co_return std::unexpected(code.error());
        }
        if (!acceptedCodes(step.args).contains(*code)) {
            if (auto kept = context->receipt(ended); !kept)
                co_return kept;
            co_return failure(
                ErrorKind::Failed,
                tr("%1 ended with %2; its last words are in the log.").arg(call->program).arg(*code));
        }
        if (!call->outputFile.isEmpty()) {
            Result<QJsonObject> facts = co_await outputFacts(context->host, call->outputFile);
            if (!facts)
                co_return std::unexpected(facts.error());
            QJsonObject whole = receipt;
            whole.insert(u"output"_s, *facts);
            if (auto kept = context->receipt(whole); !kept)
                co_return kept;
        }
        Result<void> seen = co_await seenAfterwards(step.args, context);
        co_return seen;
    }

    Task<Result<void>> halt([[maybe_unused]] Step step, QJsonObject receipt,
                            StepContext *context) const override
    {
        if (receipt.isEmpty())
            co_return Result<void>();
        Result<void> ended = co_await endJob(context->host, receipt.value(u"folder"_s).toString());
        co_return ended;
    }

private:
    static Task<Result<int>> follow(QString folder, std::chrono::milliseconds timeout, StepContext *context)
    {
        QElapsedTimer clock;
        clock.start();
        QElapsedTimer silence;
        silence.start();
        qint64 offset = 0;
        for (;;) {
            Result<Look> seen = co_await look(context->host, folder, offset);
            if (!seen)
                co_return failure(ErrorKind::Unreachable, seen.error().message, seen.error().details);
            const bool ended = seen->state == u"rc" && seen->log.size() < 1000000;
            const qint64 taken = streamLines(seen->log, ended, context);
            offset += taken;
            if (taken > 0)
                silence.start();
            if (ended)
                co_return static_cast<int>(seen->number);
            if (seen->state == u"lost")
                co_return failure(
                    ErrorKind::Failed,
                    tr("The command was ended from outside before it was done; its state is in %1.")
                        .arg(folder));
            // Forked and not yet seen: milliseconds, more on a machine under load, for ever when it could not
            // start.
            if (seen->state == u"none" && clock.durationElapsed() > std::chrono::seconds(20)) {
                Result<bool> claimed = co_await claim(context->host, folder);
                if (claimed && *claimed)
                    co_return failure(ErrorKind::Failed,
                                      tr("The command was not started; its state is in %1.").arg(folder));
            }
            if (timeout.count() > 0 && clock.durationElapsed() > timeout) {
                Result<void> killed = co_await endJob(context->host, folder);
                co_return failure(
                    ErrorKind::Failed,
                    tr("The command did not end within %1 s and was ended.").arg(timeout.count() / 1000),
                    killed ? QString() : killed.error().message);
            }
            if (silence.durationElapsed() > std::chrono::seconds(40)) {
                context->log(u"warning"_s, u"stalled for 40 s: no output, the command is still running"_s);
                silence.start();
            }
            const auto pause = clock.durationElapsed() < std::chrono::seconds(2)
                                   ? std::chrono::milliseconds(50)
                                   : std::chrono::milliseconds(500);
            co_await delay(pause);
        }
    }
};

} // namespace

std::unique_ptr<Handler> detachedHandler()
{
    return std::make_unique<DetachedHandler>();
}
