// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/practising.h"

#include "app/task/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

/// An old line with a long way to go: two hops, one of them through the one-way door.
constexpr QStringView practiceVersion(u"1.0.36");
/// Where its servers begin to listen: Kestra's own ports where they are free.
constexpr std::array firstPorts{8080, 18080, 28080, 38080, 48080};

QString tr(const char *text)
{
    return QCoreApplication::translate("Practising", text, "@error");
}

QString practiceProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/practice-kestra"_s;
    return QFileInfo(beside).isExecutable() ? beside : u"practice-kestra"_s;
}

Task<Result<void>> practice(QStringList words, std::function<void(const QString &line)> told)
{
    ProcessCall call;
    call.program = practiceProgram();
    call.arguments = words;
    call.timeout = std::chrono::minutes(5);
    call.onLine = [told](const QString &line, bool) { told(line); };
    Result<ProcessResult> done = co_await runProcess(std::move(call));
    if (!done)
        co_return std::unexpected(done.error());
    // 5: done, but something had to be killed.
    if (done->exitCode != 0 && done->exitCode != 5)
        co_return failure(ErrorKind::Failed,
                          tr("The practice installation did not start: %1 Try again, or remove its folder.")
                              .arg(done->errorText().section(u'\n', -1)),
                          done->errorText());
    co_return Result<void>();
}

} // namespace

Task<Result<QString>> makePractice(QString root, std::function<void(const QString &line)> told)
{
    const QDir parent(root + u"/practice"_s);
    if (!QDir().mkpath(parent.path()))
        co_return failure(ErrorKind::Denied, tr("The folder %1 cannot be made.").arg(parent.path()));
    const QStringList earlier = parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : earlier) {
        if (!QFileInfo::exists(parent.filePath(name + u"/practice.yaml"_s)))
            continue;
        // One that cannot be stopped does not stand in the way of a new one.
        const QStringList words{u"down"_s, parent.filePath(name)};
        Result<void> down = co_await practice(words, told);
        Q_UNUSED(down)
    }
    qsizetype number = earlier.size() + 1;
    while (parent.exists(u"practice-%1"_s.arg(number)))
        ++number;
    const QString folder = parent.filePath(u"practice-%1"_s.arg(number));
    Result<void> up;
    for (const int port : firstPorts) {
        const QStringList words{u"up"_s,           folder,        u"--version"_s, practiceVersion.toString(),
                                u"--components"_s, u"separate"_s, u"--port"_s,    QString::number(port)};
        up = co_await practice(words, told);
        // Somebody else listens there, which says nothing about the next ones.
        if (up || !up.error().details.contains(u"is in use"))
            break;
    }
    if (!up)
        co_return std::unexpected(up.error());
    const QStringList load{u"load"_s, folder, u"--executions"_s, u"200"_s};
    if (Result<void> done = co_await practice(load, told); !done)
        co_return std::unexpected(done.error());
    co_return u"practice:"_s + folder;
}
