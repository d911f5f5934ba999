// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notesmerge.h"

#include "app/releases/notekinds.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

/// A group of statements in which duplicates find each other.
class Folder
{
public:
    explicit Folder(QList<MergedItem> &items)
        : m_items(items)
    {
    }

    void add(const NoteItem &item, const Version &version, bool ours = false)
    {
        const QString key =
            plainWords(item.text.first(qMin(item.text.size(), qsizetype(400)))).remove(u"backport"_s);
        const auto known = m_index.constFind(key);
        if (known == m_index.cend()) {
            m_index.insert(key, m_items.size());
            m_items.append({item, {version}, ours});
            return;
        }
        MergedItem &merged = m_items[*known];
        if (!merged.versions.contains(version))
            merged.versions.append(version);
        for (const QString &link : item.links) {
            if (!merged.item.links.contains(link))
                merged.item.links.append(link);
        }
    }

    bool has(const NoteItem &item) const
    {
        return m_index.contains(plainWords(item.text.first(qMin(item.text.size(), qsizetype(400)))));
    }

private:
    QList<MergedItem> &m_items;
    QHash<QString, qsizetype> m_index;
};

struct Folders {
    explicit Folders(MergedNotes &notes)
        : breaking(notes.breaking)
        , toRun(notes.toRun)
        , removed(notes.removed)
        , features(notes.features)
        , fixes(notes.fixes)
        , others(notes.others)
        , unsure(notes.unsure)
    {
    }

    Folder &of(const QString &kind)
    {
        if (kind == u"action")
            return toRun;
        if (kind == u"deprecated" || kind == u"removed" || kind == u"announced")
            return removed;
        if (kind == u"feature")
            return features;
        if (kind == u"fix" || kind == u"security")
            return fixes;
        return others;
    }

    Folder breaking, toRun, removed, features, fixes, others, unsure;
};

void addNote(const ReleaseNote &note, Folders &folders, MergedNotes &merged)
{
    for (const NoteItem &item : note.breaking)
        folders.breaking.add(item, note.version);
    for (const NoteSection &section : note.sections) {
        const bool fold = section.kind == u"test" || section.kind == u"dependencies" ||
                          section.kind == u"build" || section.kind == u"contributors";
        for (const NoteItem &item : section.items) {
            if (fold || item.noise)
                ++merged.folded;
            else if (!folders.breaking.has(item))
                folders.of(section.kind).add(item, note.version);
        }
    }
    for (const QString &text : note.unsure)
        folders.unsure.add({text, {}, {}, {}, false}, note.version);
    merged.complete = merged.complete && note.complete;
    merged.read.append(note.version);
}

void addDigest(const ReleaseLine &line, Folders &folders)
{
    for (const DigestItem &item : line.digest) {
        NoteItem note{item.text, {item.source.toString()}, {}, {}, false};
        if (!item.command.isEmpty())
            note.text += u" `%1`"_s.arg(item.command);
        Folder &folder = item.kind == u"breaks" ? folders.breaking
                         : item.kind == u"run"  ? folders.toRun
                                                : folders.features;
        folder.add(note, line.first, true);
    }
}

void finish(MergedNotes &merged)
{
    for (QList<MergedItem> *items : {&merged.breaking, &merged.toRun, &merged.removed, &merged.features,
                                     &merged.fixes, &merged.others, &merged.unsure}) {
        for (MergedItem &item : *items)
            std::ranges::sort(item.versions);
        std::ranges::stable_sort(*items, {},
                                 [](const MergedItem &item) { return item.versions.constFirst(); });
    }
}

/// Of a line that is only passed, its first release tells what is new; its patches repeat the other lines'.
bool liesOnRoute(const Version &version, const Route &route)
{
    if (version <= route.from || version > route.to || version.isPreRelease())
        return version == route.to;
    if (version.patch() == 0)
        return true;
    Version previous = route.from;
    for (const RouteStop &stop : route.stops) {
        if (version.line() == stop.version.line())
            return version <= stop.version && version > previous;
        previous = stop.version;
    }
    return false;
}

} // namespace

MergedNotes mergeNotes(const QList<ReleaseNote> &notes, const Version &from, const Version &to)
{
    MergedNotes merged{from, to, {}, {}, {}, {}, {}, {}, {}, {}, 0, {}, true};
    Folders folders(merged);
    QList<ReleaseNote> sorted = notes;
    std::ranges::stable_sort(sorted, {}, &ReleaseNote::version);
    for (const ReleaseNote &note : std::as_const(sorted))
        addNote(note, folders, merged);
    finish(merged);
    return merged;
}

MergedNotes notesOfRoute(const Route &route, const Catalogue &catalogue)
{
    MergedNotes merged{route.from, route.to, {}, {}, {}, {}, {}, {}, {}, {}, 0, {}, true};
    Folders folders(merged);
    QList<Release> releases = catalogue.releases();
    std::ranges::sort(releases, {}, &Release::version);
    for (const Release &release : std::as_const(releases)) {
        if (!liesOnRoute(release.version, route))
            continue;
        ReleaseNote note = parseNotes(release.body, release.version, release.title);
        note.complete = note.complete && !release.bodyCut;
        addNote(note, folders, merged);
    }
    for (const ReleaseLine &line : catalogue.lines()) {
        if (line.first <= route.from || line.first > route.to)
            continue;
        addDigest(line, folders);
        if (!merged.read.contains(line.first))
            merged.missing.append(line.name);
    }
    finish(merged);
    return merged;
}
