// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/backup/checkparts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("BackupChecks", text, "@info");
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

CheckResult checkResult(const QString &id, const QString &title, CheckVerdict verdict, const QString &message,
                        const QString &remedy, bool blocking)
{
    return {id, title, verdict, message, remedy, blocking};
}

/// df -P gives one line a file system: device, blocks of 1024, used, available, capacity, mount point.
Result<FreeSpace> understandDf(const QByteArray &output)
{
    static const QRegularExpression shape(u"^(.*?)\\s+(\\d+)\\s+(\\d+)\\s+(-?\\d+)\\s+\\d+%\\s+(.*)$"_s);
    const QStringList lines = QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
    const QRegularExpressionMatch match = shape.match(lines.isEmpty() ? QString() : lines.last());
    if (!match.hasMatch())
        return failure(ErrorKind::BadInput, tr("df gave an answer that cannot be understood."),
                       QString::fromUtf8(output));
    return FreeSpace{match.captured(4).toLongLong() * 1024, match.captured(1), match.captured(5)};
}

CheckResult judgeSpace(const QString &id, const QString &title, const Result<FreeSpace> &space, qint64 needed,
                       bool complete, const QString &remedy)
{
    if (!space)
        return checkResult(id, title, CheckVerdict::Unknown,
                           tr("The free space could not be seen: %1").arg(space.error().message), remedy);
    const QString figures =
        tr("%1 free on %2, at most %3 needed.").arg(size(space->bytes), space->mountPoint, size(needed));
    if (space->bytes < needed)
        return checkResult(id, title, CheckVerdict::Fail, figures, remedy, true);
    if (!complete)
        return checkResult(id, title, CheckVerdict::Warn,
                           tr("%1 free on %2; how much is needed could not be seen.")
                               .arg(size(space->bytes), space->mountPoint),
                           tr("Compare it with the size of your database and storage yourself."));
    return checkResult(id, title, CheckVerdict::Pass, figures);
}
