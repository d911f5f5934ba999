// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/base/durablefile.h"
#include "app/releases/notesmerge.h"
#include "app/wizard/engine.h"
#include "app/wizard/words.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ReleaseCommands", text, "@info");
}

Result<Version> versionWord(const QString &text)
{
    const auto version = Version::parse(text);
    if (!version)
        return failure(ErrorKind::Usage, tr("“%1” is no version. Versions look like 1.3.44.").arg(text));
    return *version;
}

int noteOfFile(CommandContext *context)
{
    const Arguments &arguments = context->arguments;
    const auto bytes = readWhole(arguments.value(u"file"_s));
    if (!bytes)
        return failed(*context, bytes.error());
    Version version;
    if (arguments.has(u"version"_s)) {
        const auto given = versionWord(arguments.value(u"version"_s));
        if (!given)
            return failed(*context, given.error());
        version = *given;
    }
    const auto note = readNotes(*bytes, version);
    if (!note)
        return failed(*context, note.error());
    context->output.document(note->toJson());
    if (!context->output.isJson())
        context->output.raw(
            (arguments.value(u"format"_s) == u"html" ? noteToHtml(*note) : noteToMarkdown(*note)).toUtf8());
    return 0;
}

} // namespace

Task<int> releasesCommand(CommandContext *context)
{
    if (context->arguments.has(u"refresh"_s)) {
        context->output.progress(tr("Asking GitHub for the releases…"));
        Result<void> refreshed = co_await context->engine->refreshReleases();
        if (!refreshed)
            co_return failed(*context, refreshed.error());
    }
    QJsonArray list;
    const Catalogue &catalogue = context->engine->catalogue();
    for (const Version &version : catalogue.versions()) {
        const ReleaseLine *line = catalogue.line(version);
        const WithdrawnVersion *withdrawn = catalogue.withdrawn(version);
        const QString support = supportText(catalogue, version, QDate::currentDate());
        list.append(QJsonObject{{u"version"_s, version.toString()},
                                {u"line"_s, version.line()},
                                {u"lts"_s, line && line->longTerm},
                                {u"support"_s, support},
                                {u"supportEnd"_s, line ? line->supportEnd.toString(Qt::ISODate) : QString()},
                                {u"withdrawn"_s, withdrawn ? withdrawn->reason : QString()}});
        context->output.text(u"%1  %2%3"_s.arg(version.toString(), -10)
                                 .arg(support, withdrawn ? u"  "_s + withdrawn->reason : QString()));
    }
    context->output.document(list);
    co_return 0;
}

Task<int> routeCommand(CommandContext *context)
{
    const auto from = versionWord(context->arguments.words[0]);
    const auto to = versionWord(context->arguments.words[1]);
    if (!from || !to)
        co_return failed(*context, !from ? from.error() : to.error());
    const auto route = context->engine->route(*from, *to);
    if (!route)
        co_return failed(*context, route.error());
    context->output.document(route->toJson());
    context->output.text(from->toString());
    for (const RouteStop &stop : route->stops)
        context->output.text(u"  → %1  %2"_s.arg(stop.version.toString(), stop.why));
    for (const QString &warning : route->warnings)
        context->output.text(u"  ! "_s + warning);
    co_return 0;
}

Task<int> notesCommand(CommandContext *context)
{
    const Arguments &arguments = context->arguments;
    const QString format = arguments.has(u"format"_s) ? arguments.value(u"format"_s) : u"md"_s;
    if (format != u"md" && format != u"html")
        co_return failed(*context, Error{ErrorKind::Usage, tr("--format is md or html."), {}});
    if (arguments.has(u"file"_s))
        co_return noteOfFile(context);
    const QStringList ends = arguments.words.value(0).split(u".."_s);
    if (ends.size() != 2)
        co_return failed(*context, Error{ErrorKind::Usage,
                                         tr("Name a range such as 1.0.36..2.0.8, or a file with --file.") +
                                             u'\n' + usageText(arguments.command),
                                         {}});
    const auto from = versionWord(ends[0]);
    const auto to = versionWord(ends[1]);
    if (!from || !to)
        co_return failed(*context, !from ? from.error() : to.error());
    const auto route = context->engine->route(*from, *to);
    if (!route)
        co_return failed(*context, route.error());
    const MergedNotes notes = notesOfRoute(*route, context->engine->catalogue());
    context->output.document(notes.toJson());
    if (!context->output.isJson())
        context->output.raw((format == u"html" ? notes.toHtml() : notes.toMarkdown()).toUtf8());
    co_return 0;
}
