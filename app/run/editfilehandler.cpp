// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/durablefile.h"
#include "app/base/hash.h"
#include "app/plan/diff.h"
#include "app/run/handlers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("EditFileHandler", text, "@error");
}

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

struct Content {
    bool exists = false;
    QByteArray bytes;
};

Task<Result<Content>> contentOf(Host *host, QString path)
{
    Result<bool> there = co_await host->exists(path);
    if (!there)
        co_return std::unexpected(there.error());
    if (!*there)
        co_return Content{};
    Result<QByteArray> bytes = co_await host->readFile(path);
    if (!bytes)
        co_return std::unexpected(bytes.error());
    co_return Content{true, *bytes};
}

/// A kill in the middle of a write leaves the half-made file beside it; those of processes that are gone are
/// removed.
Task<Result<void>> sweep(Host *host, QString path)
{
    static const QString script =
        u"t=$(readlink -f -- \"$1\") || exit 0; for f in \"$t\".writing-*; do "
        "[ ! -e \"$f\" ] || kill -0 \"${f##*-}\" 2>/dev/null || rm -f -- \"$f\"; done"_s;
    Result<ProcessResult> swept = co_await host->runScript(script, {path}, std::chrono::seconds(30));
    co_return swept ? Result<void>() : std::unexpected(swept.error());
}

class EditFileHandler : public Handler
{
public:
    QString kind() const override { return u"edit-file"_s; }

    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString path = step.args.value(u"path"_s).toString();
        const QString wanted = step.args.value(u"afterSha256"_s).toString();
        Result<void> swept = co_await sweep(context->host, path);
        if (!swept)
            co_return swept;
        Result<Content> now = co_await contentOf(context->host, path);
        if (!now)
            co_return std::unexpected(now.error());
        const QString hash = sha256Hex(now->bytes);
        if (hash == wanted && now->exists) {
            context->log(u"info"_s, path + u" is already as it should be"_s);
            co_return Result<void>();
        }
        if (hash != step.args.value(u"beforeSha256"_s).toString())
            co_return failure(
                ErrorKind::Failed,
                tr("The file %1 was changed since the plan was made. Look at it, then make a new plan.")
                    .arg(path));
        const auto after = applied(lineEditsFromJson(step.args.value(u"edits"_s).toArray()), now->bytes);
        if (!after || sha256Hex(*after) != wanted)
            co_return failure(
                ErrorKind::Failed,
                tr("The change of %1 in the plan does not fit the file. Make a new plan.").arg(path));

        QJsonObject receipt{{u"path"_s, path},
                            {u"existed"_s, now->exists},
                            {u"beforeSha256"_s, hash},
                            {u"afterSha256"_s, wanted}};
        if (now->exists) {
            const QString kept =
                context->runFolder + u"/kept/"_s + context->key + u'-' + QFileInfo(path).fileName();
            if (auto made = makeFolder(QFileInfo(kept).path()); !made)
                co_return made;
            if (auto written = writeDurably(kept, now->bytes, ownerOnly); !written)
                co_return written;
            receipt.insert(u"kept"_s, kept);
        }
        if (auto noted = context->receipt(receipt); !noted)
            co_return noted;
        Result<void> written = co_await context->host->writeFile(
            path, *after, ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther);
        if (!written)
            co_return written;
        // Seen, not believed.
        Result<Content> seen = co_await contentOf(context->host, path);
        if (!seen)
            co_return std::unexpected(seen.error());
        if (sha256Hex(seen->bytes) != wanted)
            co_return failure(ErrorKind::Failed,
                              tr("The file %1 does not hold what was written to it.").arg(path));
        co_return Result<void>();
    }

    Task<Result<void>> undo([[maybe_unused]] Step step, QJsonObject receipt,
                            StepContext *context) const override
    {
        if (receipt.isEmpty())
            co_return Result<void>();
        const QString path = receipt.value(u"path"_s).toString();
        const QString kept = receipt.value(u"kept"_s).toString();
        const bool existed = receipt.value(u"existed"_s).toBool();
        const QString before = receipt.value(u"beforeSha256"_s).toString();
        Result<void> swept = co_await sweep(context->host, path);
        if (!swept)
            co_return swept;
        Result<Content> now = co_await contentOf(context->host, path);
        if (!now)
            co_return std::unexpected(now.error());
        const QString hash = sha256Hex(now->bytes);
        if (now->exists == existed && (!existed || hash == before))
            co_return Result<void>();
        if (now->exists && hash != receipt.value(u"afterSha256"_s).toString())
            co_return failure(
                ErrorKind::NeedsPerson,
                existed
                    ? tr("The file %1 was changed by somebody else after this program wrote it, so it is "
                         "left "
                         "alone. The original is %2: take over by hand what should stay, then roll back "
                         "again.")
                          .arg(path, kept)
                    : tr("The file %1 was changed by somebody else after this program made it. Remove it by "
                         "hand, then roll back again.")
                          .arg(path));
        if (!existed) {
            Result<ProcessResult> removed =
                co_await context->host->runScript(u"rm -f -- \"$1\""_s, {path}, std::chrono::seconds(30));
            co_return removed ? Result<void>() : std::unexpected(removed.error());
        }
        const Result<QByteArray> original = readWhole(kept);
        if (!original || sha256Hex(*original) != before)
            co_return failure(
                ErrorKind::NeedsPerson,
                tr("The kept original %1 of %2 is missing or damaged. Put the file back from the "
                   "backup by hand.")
                    .arg(kept, path));
        Result<void> written = co_await context->host->writeFile(path, *original, ownerOnly);
        co_return written;
    }

private:
    static Result<void> makeFolder(const QString &folder)
    {
        if (!QDir().mkpath(folder))
            return failure(ErrorKind::Denied, tr("The folder %1 cannot be made.").arg(folder));
        return syncFolder(QFileInfo(folder).path());
    }
};

} // namespace

std::unique_ptr<Handler> editFileHandler()
{
    return std::make_unique<EditFileHandler>();
}
