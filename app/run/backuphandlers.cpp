// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/commandcall.h"
#include "app/run/handlers.h"
#include "app/run/manifest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("BackupHandlers", text, "@error");
}

class SealHandler : public Handler
{
public:
    QString kind() const override { return u"seal-backup"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString folder = step.args.value(u"folder"_s).toString();
        QJsonObject observations;
        for (const QString &name : wordList(step.args.value(u"observations"_s))) {
            const auto value = context->observation(name);
            if (!value)
                co_return std::unexpected(value.error());
            if (!*value)
                co_return failure(
                    ErrorKind::Failed,
                    tr("The backup cannot be sealed: “%1” was never seen in this run.").arg(name));
            observations.insert(name, **value);
        }
        Result<BackupCheck> sealed = co_await writeManifest(
            context->host, folder, step.args.value(u"facts"_s).toObject(), observations);
        if (!sealed)
            co_return std::unexpected(sealed.error());
        co_return context->receipt({{u"folder"_s, folder},
                                    {u"files"_s, sealed->files},
                                    {u"bytes"_s, sealed->bytes},
                                    {u"seal"_s, sealed->manifest.value(u"seal"_s)}});
    }
};

class VerifyHandler : public Handler
{
public:
    QString kind() const override { return u"verify-backup"_s; }
    Task<Result<void>> apply(Step step, StepContext *context) const override
    {
        const QString folder = step.args.value(u"folder"_s).toString();
        Result<BackupCheck> check = co_await verifyBackup(context->host, folder);
        if (!check)
            co_return std::unexpected(check.error());
        if (check->ok()) {
            context->log(u"info"_s,
                         u"%1 files, %2 bytes match the manifest"_s.arg(check->files).arg(check->bytes));
            co_return Result<void>();
        }
        QStringList lines;
        for (const Damage &damage : check->damaged)
            lines.append(damage.path + u": "_s + damage.reason);
        co_return failure(
            ErrorKind::Failed,
            tr("The backup %1 is damaged and is not used: %2.").arg(folder, lines.mid(0, 5).join(u"; "_s)),
            lines.join(u'\n'));
    }
};

} // namespace

std::unique_ptr<Handler> sealHandler()
{
    return std::make_unique<SealHandler>();
}

std::unique_ptr<Handler> verifyHandler()
{
    return std::make_unique<VerifyHandler>();
}
