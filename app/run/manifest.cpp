// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/manifest.h"

#include "app/base/hash.h"
#include "app/run/filefacts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

const QString manifestName = u"manifest.json"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("Manifest", text, "@info");
}

/// Over everything but itself, so that a changed fact shows as well as a changed file.
QString sealOf(QJsonObject manifest)
{
    manifest.remove(u"seal"_s);
    return sha256Hex(QJsonDocument(manifest).toJson(QJsonDocument::Compact));
}

QJsonArray filesToJson(const FileFacts &facts)
{
    QJsonArray array;
    for (const FileFact &file : facts.files)
        array.append(QJsonObject{{u"path"_s, file.path}, {u"size"_s, file.size}, {u"sha256"_s, file.sha256}});
    return array;
}

void compare(const FileFacts &seen, const QJsonArray &promised, QList<Damage> &damaged)
{
    QHash<QString, FileFact> there;
    for (const FileFact &file : seen.files)
        there.insert(file.path, file);
    there.remove(manifestName);
    for (const QJsonValue &value : promised) {
        const FileFact file{value[u"path"].toString(), value[u"size"].toInteger(),
                            value[u"sha256"].toString()};
        const auto found = there.constFind(file.path);
        if (found == there.constEnd())
            damaged.append({file.path, tr("missing")});
        else if (found->size < file.size)
            damaged.append({file.path, tr("shortened: %1 of %2 bytes").arg(found->size).arg(file.size)});
        else if (*found != file)
            damaged.append({file.path, tr("changed")});
        there.remove(file.path);
    }
    QStringList extra = there.keys();
    extra.sort();
    for (const QString &path : extra)
        damaged.append({path, tr("not in the manifest")});
}

} // namespace

QJsonObject BackupCheck::toJson() const
{
    QJsonArray paths;
    QJsonObject reasons;
    for (const Damage &damage : damaged) {
        paths.append(damage.path);
        reasons.insert(damage.path, damage.reason);
    }
    return {{u"ok"_s, ok()},
            {u"files"_s, files},
            {u"bytes"_s, bytes},
            {u"damaged"_s, paths},
            {u"reasons"_s, reasons}};
}

Task<Result<BackupCheck>> writeManifest(Host *host, QString folder, QJsonObject facts,
                                        QJsonObject observations)
{
    Result<FileFacts> seen = co_await fileFacts(host, folder);
    if (!seen)
        co_return std::unexpected(seen.error());
    seen->files.removeIf([](const FileFact &file) { return file.path == manifestName; });
    // The data must be on disk before the file that vouches for it.
    const QString script = u"cd -- \"$1\" && { sync -f . 2>/dev/null || sync; }"_s;
    Result<ProcessResult> synced = co_await host->runScript(script, {folder}, std::chrono::minutes(30));
    if (!synced)
        co_return std::unexpected(synced.error());

    QJsonObject manifest{
        {u"format"_s, 1},
        {u"program"_s, u"Kestra Upgrade Assistant "_s + QStringLiteral(APPLICATION_VERSION)},
        {u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"facts"_s, facts},
        {u"observations"_s, observations},
        {u"files"_s, filesToJson(*seen)},
    };
    manifest.insert(u"seal"_s, sealOf(manifest));
    const QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    Result<void> written =
        co_await host->writeFile(folder + u'/' + manifestName, QJsonDocument(manifest).toJson(), permissions);
    if (!written)
        co_return std::unexpected(written.error());
    BackupCheck check;
    check.files = seen->files.size();
    check.bytes = seen->bytes();
    check.manifest = manifest;
    co_return check;
}

Task<Result<BackupCheck>> verifyBackup(Host *host, QString folder)
{
    Result<FileFacts> seen = co_await fileFacts(host, folder);
    if (!seen)
        co_return std::unexpected(seen.error());
    BackupCheck check;
    Result<QByteArray> text = co_await host->readFile(folder + u'/' + manifestName);
    if (!text) {
        check.damaged.append(
            {manifestName, text.error().kind == ErrorKind::NotFound ? tr("missing") : text.error().message});
        co_return check;
    }
    check.manifest = QJsonDocument::fromJson(*text).object();
    const QJsonArray promised = check.manifest.value(u"files"_s).toArray();
    if (check.manifest.isEmpty())
        check.damaged.append({manifestName, tr("cannot be understood")});
    else if (check.manifest.value(u"seal"_s).toString() != sealOf(check.manifest))
        check.damaged.append({manifestName, tr("changed")});
    compare(*seen, promised, check.damaged);
    seen->files.removeIf([](const FileFact &file) { return file.path == manifestName; });
    check.files = seen->files.size();
    check.bytes = seen->bytes();
    co_return check;
}
