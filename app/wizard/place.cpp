// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/place.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Place", text, "@error");
}

} // namespace

Place Place::parse(const QString &text, const QString &folder)
{
    if (!text.startsWith(u"ssh://"_s))
        return {{}, text.isEmpty() ? text : QDir::cleanPath(QDir(folder).absoluteFilePath(text))};
    const qsizetype slash = text.indexOf(u'/', 6);
    const QString path = slash < 0 ? QString() : QDir::cleanPath(text.mid(slash));
    return {text.left(slash), path == u"/" ? QString() : path};
}

Task<Result<QString>> newFolder(Host *host, QString text, QString folder)
{
    const bool isThere = host->address().startsWith(u"ssh://"_s);
    if (isThere && !text.startsWith(u'/') && !text.startsWith(host->address() + u'/'))
        co_return failure(
            ErrorKind::Usage,
            tr("The backup lies on %1, beside the installation. Name an absolute folder there, not %2.")
                .arg(host->address(), text));
    if (!isThere && text.startsWith(u"ssh://"_s))
        co_return failure(
            ErrorKind::Usage,
            tr("The backup lies on the machine of the installation. Name a folder there, not %1.").arg(text));
    const Place place = Place::parse(text, folder);
    const QString script = u"[ ! -d \"$1\" ] || [ -z \"$(ls -A -- \"$1\")\" ] || exit 9"_s;
    ProcessCall call;
    call.program = u"sh"_s;
    call.arguments = {u"-c"_s, script, u"sh"_s, place.path};
    call.timeout = std::chrono::seconds(30);
    const Result<ProcessResult> seen = co_await host->run(std::move(call));
    if (!seen)
        co_return std::unexpected(seen.error());
    if (seen->exitCode != 0)
        co_return failure(ErrorKind::BadInput,
                          tr("The folder %1 is not empty; name a new one.").arg(place.path));
    co_return place.path;
}
