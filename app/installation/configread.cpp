// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/configread.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

Task<KestraConfig> readConfig(Host *host, Installation *installation, ConfigSources sources)
{
    QString text = sources.environment.value(u"KESTRA_CONFIGURATION"_s);
    QString where = sources.where;
    sources.files += sources.environment.value(u"MICRONAUT_CONFIG_FILES"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &inside : std::as_const(sources.files)) {
        for (const auto &[target, source] : std::as_const(sources.mounts)) {
            const bool fits = inside == target || inside.startsWith(target + u'/');
            if (!fits || !source.startsWith(u'/'))
                continue;
            const QString path = source + inside.mid(target.size());
            const Result<QByteArray> bytes = co_await host->readFile(path);
            if (!bytes)
                continue;
            text = QString::fromUtf8(*bytes);
            where = path;
            installation->configurations.append({path, 1, u"application"_s, text});
            break;
        }
    }
    const Result<KestraConfig> config = KestraConfig::parse(text, where, sources.environment);
    if (config)
        co_return *config;
    installation->unknown.append(
        {u"configuration"_s, config.error().message,
         QCoreApplication::translate("ConfigRead", "Mend Kestra's configuration.", "@info")});
    co_return KestraConfig();
}
