// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/practice/log.h"

#include <QDateTime>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

void write(const QString &level, int colour, const QString &logger, const QString &text)
{
    const QString line = u"%1 \x1b[%2m%3\x1b[0m \x1b[35mmain        \x1b[0m \x1b[36m%4\x1b[0m %5\n"_s.arg(
        QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s), QString::number(colour),
        level.leftJustified(5), logger.leftJustified(15), text);
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

void logInfo(const QString &logger, const QString &text)
{
    write(u"INFO"_s, 34, logger, text);
}

void logWarn(const QString &logger, const QString &text)
{
    write(u"WARN"_s, 31, logger, text);
}

void logError(const QString &logger, const QString &text)
{
    write(u"ERROR"_s, 31, logger, text);
}
