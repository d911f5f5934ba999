// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/handlers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("TreeHandlers", text, "@error");
}

// Copies have names of their own ($$ and the time), so that a copy still running after its assistant was
// killed can never mix with the next one. "count" prints files and bytes.
const QString common = uR"sh(
set -eu
say() { printf '%s\n' "$*" >&2; exit 1; }
there() { [ -e "$1" ] || [ -L "$1" ]; }
count() { find "$1" -type f -exec ls -ln -- {} + | awk '{ n++; s += $5 } END { printf "%d %d", n, s }'; }
flush() { sync -f -- "$1" 2>/dev/null || sync; }
clear() { for old in "$1".copying-*; do if there "$old"; then rm -rf -- "$old"; fi; done; }
copy() {
    clear "$2"
    part="$2.copying-$$-$(date +%s)"
    wanted=$(count "$1")
    cp -a -- "$1" "$part" || { rm -rf -- "$part"; exit 1; }
    got=$(count "$part")
    [ "$wanted" = "$got" ] || { rm -rf -- "$part"; say "the copy has $got files and bytes, not $wanted"; }
    flush "$part"
}
)sh"_s;

/// $1 from, $2 to, $3 "again" when an earlier try of this step noted that it began.
const QString copyScript = common + uR"sh(
there "$1" || say "there is no $1"
if there "$2"; then
    [ "$3" = again ] || say "$2 is there already"
else
    mkdir -p -- "$(dirname -- "$2")"
    copy "$1" "$2"
    mv -T -- "$part" "$2"
    flush "$2"
fi
count "$2"
)sh"_s;

/// $1 from, $2 path, $3 aside, $4 "again", $5 "existed" when there was something in place before.
const QString replaceScript = common + uR"sh(
there "$1" || say "there is no $1"
if there "$3"; then [ "$4" = again ] || say "$3 is there already"; fi
if there "$2" && { there "$3" || [ "$5" != existed ]; }; then count "$2"; exit 0; fi
copy "$1" "$2"
if there "$2"; then mkdir -p -- "$(dirname -- "$3")"; mv -T -- "$2" "$3"; fi
mv -T -- "$part" "$2"
flush "$2"
count "$2"
)sh"_s;

/// $1 path, $2 aside, $3 "existed".
const QString putBackScript = common + uR"sh(
clear "$1"
if there "$2"; then
    if there "$1"; then mv -T -- "$1" "$1.copying-discarded-$$"; fi
    mv -T -- "$2" "$1"
elif [ "$3" != existed ] && there "$1"; then
    mv -T -- "$1" "$1.copying-discarded-$$"
fi
flush "$(dirname -- "$1")"
clear "$1"
)sh"_s;

std::unexpected<Error> treeFailure(const Error &error, const QString &from, const QString &to)
{
    const QString words = error.details.section(u'\n', 1);
    if (error.details.contains(u"No space left on device"_s))
        return failure(ErrorKind::Failed,
                       tr("The disk of %1 is full. Free space there, then resume.").arg(to), words);
    if (error.details.contains(u"Permission denied"_s) || error.details.contains(u"Read-only file system"_s))
        return failure(ErrorKind::Denied,
                       tr("Copying %1 to %2 was not allowed: %3").arg(from, to, words.section(u'\n', -1)),
                       words);
    return failure(ErrorKind::Failed,
                   tr("Copying %1 to %2 failed: %3")
                       .arg(from, to, words.isEmpty() ? error.message : words.section(u'\n', -1)),
                   words);
}

QJsonObject counted(QJsonObject receipt, const QByteArray &output)
{
    const QList<QByteArray> numbers = output.trimmed().split(' ');
    receipt.insert(u"files"_s, numbers.value(0).toLongLong());
    receipt.insert(u"bytes"_s, numbers.value(1).toLongLong());
    return receipt;
}

class CopyTreeHandler : public Handler
{
public:
    QString kind() const override { return u"copy-tree"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString from = step.args.value(u"from"_s).toString();
        const QString to = step.args.value(u"to"_s).toString();
        const bool again = context->lastReceipt.value(u"began"_s).toBool();
        Result<bool> there = co_await context->host->exists(to);
        if (!there)
            co_return std::unexpected(there.error());
        if (*there && !again)
            co_return failure(
                ErrorKind::Failed,
                tr("%1 is there already and is not from this run. Move it away first.").arg(to));
        const QJsonObject receipt{{u"from"_s, from}, {u"to"_s, to}, {u"began"_s, true}};
        if (auto noted = context->receipt(receipt); !noted)
            co_return noted;
        const QStringList words{from, to, u"again"_s};
        Result<ProcessResult> copied =
            co_await context->host->runScript(copyScript, words, std::chrono::hours(12));
        if (!copied)
            co_return treeFailure(copied.error(), from, to);
        co_return context->receipt(counted(receipt, copied->output));
    }
};

class ReplaceTreeHandler : public Handler
{
public:
    QString kind() const override { return u"replace-tree"_s; }

    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString from = step.args.value(u"from"_s).toString();
        const QString path = step.args.value(u"path"_s).toString();
        const QString aside = step.args.value(u"aside"_s).toString();
        QJsonObject receipt = context->lastReceipt;
        if (!receipt.value(u"began"_s).toBool()) {
            Result<bool> there = co_await context->host->exists(path);
            if (!there)
                co_return std::unexpected(there.error());
            Result<bool> taken = co_await context->host->exists(aside);
            if (!taken)
                co_return std::unexpected(taken.error());
            if (*taken)
                co_return failure(
                    ErrorKind::Failed,
                    tr("%1 is there already and is not from this run. Move it away first.").arg(aside));
            receipt = {{u"path"_s, path}, {u"aside"_s, aside}, {u"existed"_s, *there}, {u"began"_s, true}};
            if (auto noted = context->receipt(receipt); !noted)
                co_return noted;
        }
        const QStringList words{from, path, aside, u"again"_s, existedWord(receipt)};
        Result<ProcessResult> replaced =
            co_await context->host->runScript(replaceScript, words, std::chrono::hours(12));
        if (!replaced)
            co_return treeFailure(replaced.error(), from, path);
        co_return context->receipt(counted(receipt, replaced->output));
    }

    Task<Result<void>> undo([[maybe_unused]] Step step, QJsonObject receipt,
                            StepContext *context) const override
    {
        if (receipt.isEmpty())
            co_return Result<void>();
        const QString path = receipt.value(u"path"_s).toString();
        const QString aside = receipt.value(u"aside"_s).toString();
        const QStringList words{path, aside, existedWord(receipt)};
        Result<ProcessResult> back =
            co_await context->host->runScript(putBackScript, words, std::chrono::hours(2));
        if (!back)
            co_return treeFailure(back.error(), aside, path);
        co_return Result<void>();
    }

private:
    static QString existedWord(const QJsonObject &receipt)
    {
        return receipt.value(u"existed"_s).toBool() ? u"existed"_s : u"new"_s;
    }
};

} // namespace

std::unique_ptr<Handler> copyTreeHandler()
{
    return std::make_unique<CopyTreeHandler>();
}

std::unique_ptr<Handler> replaceTreeHandler()
{
    return std::make_unique<ReplaceTreeHandler>();
}
