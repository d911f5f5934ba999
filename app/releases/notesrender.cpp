// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notesmerge.h"
#include "app/releases/safehtml.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text, const char *kind = "@info", int count = -1)
{
    return QCoreApplication::translate("MergedNotes", text, kind, count);
}

struct Group {
    const char *key;
    QString title;
    const QList<MergedItem> *items;
};

QList<Group> groups(const MergedNotes &notes)
{
    return {{"breaking", tr("Breaking changes", "@title"), &notes.breaking},
            {"toRun", tr("What must be done or run", "@title"), &notes.toRun},
            {"removed", tr("Removed, deprecated or announced", "@title"), &notes.removed},
            {"unsure", tr("Could not be told apart: please read", "@title"), &notes.unsure},
            {"features", tr("New", "@title"), &notes.features},
            {"fixes", tr("Fixed", "@title"), &notes.fixes},
            {"others", tr("Other changes", "@title"), &notes.others}};
}

QString versionList(const QList<Version> &versions)
{
    QStringList texts;
    for (const Version &version : versions)
        texts.append(version.toString());
    return texts.join(u", "_s);
}

/// The lines of an item, indented so that they stay part of it.
QString itemMarkdown(const NoteItem &item, const QString &suffix)
{
    QString text = item.text;
    text.replace(u"\n"_s, u"\n  "_s);
    QString line = u"- "_s;
    if (!item.scope.isEmpty())
        line += u"**"_s + item.scope + u"**: "_s;
    line += text;
    const bool code = text.endsWith(u"```");
    if (!suffix.isEmpty())
        line += (code ? u"\n\n  "_s : u" "_s) + u"("_s + suffix + u")"_s;
    for (const QString &link : item.links)
        line += u" <"_s + link + u">"_s;
    return line + u"\n"_s;
}

QString page(const QString &title, const QString &markdown)
{
    // Colours that read on light and dark grounds; the first section is what an administrator must see.
    return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"_s +
           title.toHtmlEscaped() +
           u"</title><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           u"'unsafe-inline'\">"
           "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.5}"
           "h2:first-of-type{border-left:.3em solid #c0392b;padding-left:.5em}code{font-family:monospace}"
           "pre{overflow:auto;border:1px solid #888888;padding:.5em}table{border-collapse:collapse}"
           "td,th{border:1px solid #888888;padding:.2em .5em}</style></head><body>\n"_s +
           safeHtml(markdown) + u"</body></html>\n"_s;
}

} // namespace

QJsonObject MergedNotes::toJson() const
{
    QJsonObject json{{u"from"_s, from.toString()},
                     {u"to"_s, to.toString()},
                     {u"folded"_s, folded},
                     {u"complete"_s, complete},
                     {u"missing"_s, QJsonArray::fromStringList(missing)}};
    QJsonArray versions;
    for (const Version &version : read)
        versions.append(version.toString());
    json.insert(u"versions"_s, versions);
    for (const Group &group : groups(*this)) {
        QJsonArray array;
        for (const MergedItem &merged : *group.items) {
            QJsonObject item = merged.item.toJson();
            QJsonArray carriers;
            for (const Version &version : merged.versions)
                carriers.append(version.toString());
            item.insert(u"versions"_s, carriers);
            item.insert(u"since"_s, merged.versions.constFirst().toString());
            item.insert(u"origin"_s, merged.ours ? u"digest"_s : u"notes"_s);
            array.append(item);
        }
        json.insert(QString::fromLatin1(group.key), array);
    }
    return json;
}

QString MergedNotes::toMarkdown() const
{
    QString text = u"# "_s +
                   tr("Kestra %1 to %2: what changes", "@title").arg(from.toString(), to.toString()) +
                   u"\n\n"_s;
    if (!read.isEmpty())
        text += tr("From the notes of %1.").arg(versionList(read)) + u"\n\n"_s;
    if (!missing.isEmpty())
        text += tr("The notes of these lines could not be read; what is said of them is our own digest: %1.")
                    .arg(missing.join(u", "_s)) +
                u"\n\n"_s;
    for (const Group &group : groups(*this)) {
        if (group.items->isEmpty())
            continue;
        text += u"## "_s + group.title + u"\n\n"_s;
        for (const MergedItem &merged : *group.items)
            text += itemMarkdown(merged.item, versionList(merged.versions) +
                                                  (merged.ours ? tr("; our digest") : QString()));
        text += u"\n"_s;
    }
    if (folded > 0)
        text += tr("%n entries about version numbers, dependencies, builds and tests are left out.", "@info",
                   folded) +
                u"\n"_s;
    return text;
}

QString MergedNotes::toHtml() const
{
    return page(tr("Kestra %1 to %2: what changes", "@title").arg(from.toString(), to.toString()),
                toMarkdown());
}

QString noteToMarkdown(const ReleaseNote &note)
{
    QString text = u"# "_s + note.title + u"\n\n"_s;
    if (!note.breaking.isEmpty()) {
        text += u"## "_s + tr("Breaking changes", "@title") + u"\n\n"_s;
        for (const NoteItem &item : note.breaking)
            text += itemMarkdown(item, {});
        text += u"\n"_s;
    }
    if (!note.unsure.isEmpty()) {
        text += u"## "_s + tr("Could not be told apart: please read", "@title") + u"\n\n"_s;
        for (const QString &line : note.unsure)
            text += itemMarkdown({line, {}, {}, {}, false}, {});
        text += u"\n"_s;
    }
    for (const NoteSection &section : note.sections) {
        if (section.kind == u"contributors")
            continue;
        text += u"## "_s + (section.title.isEmpty() ? tr("Note", "@title") : section.title) +
                (section.edition.isEmpty() ? QString() : u" ("_s + section.edition + u")"_s) + u"\n\n"_s;
        for (const NoteItem &item : section.items)
            text += itemMarkdown(item, {});
        text += u"\n"_s;
    }
    return text;
}

QString noteToHtml(const ReleaseNote &note)
{
    return page(note.title, noteToMarkdown(note));
}
