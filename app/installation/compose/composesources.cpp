// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/installation/compose/composesources.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

constexpr int roundLimit = 20;

} // namespace

Task<QStringList> withOverride(Host *host, QString file)
{
    const QString folder = QFileInfo(file).path() + u'/';
    const QString name = QFileInfo(file).fileName();
    const bool isDefault = name == u"compose.yaml" || name == u"compose.yml" ||
                           name == u"docker-compose.yaml" || name == u"docker-compose.yml";
    const QString stem = name.startsWith(u"docker-"_s) ? u"docker-compose.override"_s : u"compose.override"_s;
    QStringList files{file};
    if (!isDefault)
        co_return files;
    const QStringList suffixes{u".yml"_s, u".yaml"_s};
    for (const QString &suffix : suffixes) {
        const QString other = folder + stem + suffix;
        const Result<bool> there = co_await host->exists(other);
        if (there && *there) {
            files.append(other);
            break;
        }
    }
    co_return files;
}

Task<Result<ComposeProject>> loadCompose(Host *host, QStringList files, QString folder, QStringList envFiles)
{
    ComposeSources sources;
    sources.files = files;
    sources.folder = folder;
    sources.envFiles = envFiles;
    for (const QString &file : files) {
        const Result<QByteArray> bytes = co_await host->readFile(file);
        if (!bytes)
            co_return std::unexpected(bytes.error());
        sources.texts.insert(file, *bytes);
    }
    QStringList missing;
    for (int round = 0;; ++round) {
        Result<ComposeProject> project = ComposeProject::parse(sources);
        if (!project || round == roundLimit)
            co_return project;
        bool found = false;
        const QStringList wanted = project->wanted();
        for (const QString &path : wanted) {
            if (missing.contains(path))
                continue;
            const Result<QByteArray> bytes = co_await host->readFile(path);
            if (bytes)
                sources.texts.insert(path, *bytes);
            else
                missing.append(path);
            found = found || bytes.has_value();
        }
        if (!found)
            co_return project;
    }
}
