// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/base/durablefile.h"
#include "app/knowledge/flowscan.h"
#include "app/wizard/engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("FlowCommands", text, "@info");
}

/// Files named, and every YAML file below folders named, each once and in order.
Result<QStringList> flowFiles(const QStringList &paths, const QString &folder)
{
    QStringList files;
    for (const QString &path : paths) {
        const QString full = QDir::cleanPath(QDir(folder).absoluteFilePath(path));
        if (!QFileInfo::exists(full))
            return failure(ErrorKind::NotFound, tr("There is no %1.").arg(full));
        if (!QFileInfo(full).isDir()) {
            files.append(full);
            continue;
        }
        QDirIterator below(full, {u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (below.hasNext())
            files.append(below.next());
    }
    files.removeDuplicates();
    files.sort();
    return files;
}

} // namespace

Task<int> flowsCommand(CommandContext *context)
{
    const auto to = versionOption(context->arguments, u"to"_s);
    if (!to)
        co_return failed(*context, to.error());
    const Result<EngineKnowledge> &knowledge = EngineKnowledge::builtIn();
    if (!knowledge)
        co_return failed(*context, knowledge.error());
    const auto files = flowFiles(context->arguments.words, context->engine->options().callerFolder);
    if (!files)
        co_return failed(*context, files.error());
    QJsonArray list;
    bool clean = true;
    for (const QString &file : *files) {
        const auto bytes = readWhole(file);
        if (!bytes)
            co_return failed(*context, bytes.error());
        for (const FlowReport &report : scanFlows(QString::fromUtf8(*bytes), file, *to, *knowledge)) {
            list.append(report.toJson());
            clean = clean && report.isClean();
            context->output.text(u"%1  %2  %3  %4:%5"_s.arg(flowSaveName(report.save), -9)
                                     .arg(flowStoredName(report.stored), -10)
                                     .arg(report.id, report.file)
                                     .arg(report.line));
            for (const FlowIssue &issue : report.issues)
                context->output.text(u"      %1: %2"_s.arg(issue.line).arg(issue.text));
        }
    }
    context->output.document(list);
    co_return clean ? 0 : 4;
}
