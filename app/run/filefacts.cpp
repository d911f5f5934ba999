// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/run/filefacts.h"

#include "app/base/hash.h"
#include "app/task/waiting.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("FileFacts", text, "@error");
}

std::unexpected<Error> noFolder(const QString &folder)
{
    return failure(ErrorKind::NotFound, tr("There is no folder %1.").arg(folder));
}

void sort(FileFacts &facts)
{
    std::ranges::sort(facts.files, {}, &FileFact::path);
}

/// "sha256 size ./path" and NUL; the path is last because it may hold blanks.
Task<Result<FileFacts>> remoteFileFacts(Host *host, QString folder)
{
    static const QString script = u"[ -d \"$1\" ] || { echo there is no folder >&2; exit 3; }; cd -- \"$1\" "
                                  u"|| exit 5; find . -type f -exec sh -c 'for f; do "
                                  u"h=$(sha256sum < \"$f\") && s=$(wc -c < \"$f\") || exit 4; "
                                  "printf \"%s %s %s\\0\" \"${h%% *}\" \"$s\" \"$f\"; done' sh {} + && "
                                  "find . -type l -exec sh -c 'for f; do t=$(readlink \"$f\") || exit 4; "
                                  "h=$(printf %s \"$t\" | sha256sum); "
                                  "printf \"%s %s %s\\0\" \"${h%% *}\" 0 \"$f\"; done' sh {} +"_s;
    Result<ProcessResult> result = co_await host->runScript(script, {folder}, std::chrono::hours(6));
    if (!result && result.error().details.endsWith(u"\nthere is no folder"_s))
        co_return noFolder(folder);
    if (!result)
        co_return std::unexpected(result.error());
    FileFacts facts;
    for (const QString &line : QString::fromUtf8(result->output).split(QChar(0), Qt::SkipEmptyParts))
        facts.files.append(
            {line.section(u' ', 2).mid(2), line.section(u' ', 1, 1).toLongLong(), line.section(u' ', 0, 0)});
    sort(facts);
    co_return facts;
}

} // namespace

qint64 FileFacts::bytes() const
{
    return std::accumulate(files.begin(), files.end(), qint64(0),
                           [](qint64 sum, const FileFact &file) { return sum + file.size; });
}

QString FileFacts::digest() const
{
    QByteArray text;
    for (const FileFact &file : files)
        text += file.sha256.toLatin1() + ' ' + file.path.toUtf8() + '\0';
    return sha256Hex(text);
}

Result<FileFacts> localFileFacts(const QString &folder, std::stop_token stop)
{
    if (!QFileInfo(folder).isDir())
        return noFolder(folder);
    FileFacts facts;
    const QDir root(folder);
    QDirIterator walk(folder, QDir::Files | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot | QDir::Dirs,
                      QDirIterator::Subdirectories);
    while (walk.hasNext() && !stop.stop_requested()) {
        const QFileInfo info = walk.nextFileInfo();
        if (info.isSymLink()) {
            facts.files.append(
                {root.relativeFilePath(info.filePath()), 0, sha256Hex(info.readSymLink().toUtf8())});
        } else if (info.isFile()) {
            const auto hash = sha256OfFile(info.filePath());
            if (!hash)
                return std::unexpected(hash.error());
            facts.files.append({root.relativeFilePath(info.filePath()), info.size(), *hash});
        } else if (info.isDir() && !info.isReadable()) {
            return failure(ErrorKind::Denied, tr("The folder %1 cannot be read.").arg(info.filePath()));
        }
    }
    sort(facts);
    return facts;
}

Task<Result<FileFacts>> fileFacts(Host *host, QString folder)
{
    if (!host->address().isEmpty()) {
        Result<FileFacts> facts = co_await remoteFileFacts(host, folder);
        co_return facts;
    }
    const auto work = [folder](std::stop_token stop) { return localFileFacts(folder, stop); };
    Result<FileFacts> facts = co_await inThread(work);
    co_return facts;
}
