// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/wizard/notesmodel.h"

#include "app/base/humantext.h"
#include "app/releases/notesmerge.h"
#include "app/releases/releasesource.h"
#include "app/wizard/engine.h"
#include "app/wizard/words.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

NotesModel::NotesModel(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_read(QSettings(engine->home().settingsPath(), QSettings::IniFormat)
                 .value(u"notes/read"_s)
                 .toStringList())
{
    connect(&m_job, &Job::finished, this, &NotesModel::changed);
    connect(&m_job, &Job::cancelled, this, &NotesModel::changed);
}

namespace
{

/// The note of a version: its published text, else our own summary of its line.
ReleaseNote noteOf(const Catalogue &catalogue, const Version &version)
{
    if (const Release *release = catalogue.release(version); release && !release->body.isEmpty())
        return parseNotes(release->body, version, release->title);
    ReleaseNote note;
    note.version = version;
    note.title = version.toString();
    const ReleaseLine *line = catalogue.line(version);
    if (!line)
        return note;
    NoteSection fresh{NotesModel::tr("New in this line", "@title"), u"feature"_s, {}, {}};
    NoteSection toRun{NotesModel::tr("What must be run", "@title"), u"action"_s, {}, {}};
    for (const DigestItem &item : line->digest) {
        NoteItem entry;
        entry.text = item.text;
        entry.links = {item.source.toString()};
        if (item.kind == u"breaks")
            note.breaking.append(entry);
        else
            (item.kind == u"run" ? toRun : fresh).items.append(entry);
    }
    for (const NoteSection &section : {toRun, fresh}) {
        if (!section.items.isEmpty())
            note.sections.append(section);
    }
    return note;
}

} // namespace

QList<ReleaseRow> NotesModel::releases() const
{
    QList<ReleaseRow> rows;
    const Catalogue &catalogue = m_engine->catalogue();
    for (const Version &version : catalogue.versions()) {
        const ReleaseLine *line = catalogue.line(version);
        const Release *release = catalogue.release(version);
        ReleaseRow row;
        row.version = version.toString();
        row.line = version.line();
        row.lts = line && line->longTerm;
        row.unread = !m_read.contains(row.version);
        row.breaking = static_cast<int>(noteOf(catalogue, version).breaking.size());
        if (release)
            row.date = release->publishedAt.date();
        else if (line)
            row.date = version == line->newest  ? line->newestDate
                       : version == line->first ? line->firstDate
                                                : QDate();
        row.mark = catalogue.withdrawn(version) ? tr("withdrawn", "@status")
                                                : supportText(catalogue, version, QDate::currentDate());
        rows.append(row);
    }
    return rows;
}

QString NotesModel::noteHtml(const QString &version) const
{
    if (!m_read.contains(version)) {
        m_read.append(version);
        QSettings(m_engine->home().settingsPath(), QSettings::IniFormat).setValue(u"notes/read"_s, m_read);
    }
    return noteToHtml(noteOf(m_engine->catalogue(), Version::of(version)));
}

QString NotesModel::compareHtml(const QString &from, const QString &to) const
{
    const auto route = m_engine->route(Version::of(from), Version::of(to));
    return route ? notesOfRoute(*route, m_engine->catalogue()).toHtml()
                 : route.error().message.toHtmlEscaped();
}

QString NotesModel::sourceText() const
{
    const QDateTime at = ReleaseSource(m_engine->home().cacheFolder()).cachedAt();
    return at.isValid() ? tr("Read from GitHub %1", "@info").arg(momentText(at, QDateTime::currentDateTime()))
                        : tr("Our own summary; the published notes were not fetched yet", "@info");
}

QStringList NotesModel::search(const QString &words) const
{
    QStringList versions;
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (const Version &version : m_engine->catalogue().versions()) {
        const QString text =
            version.toString() + u'\n' + noteToMarkdown(noteOf(m_engine->catalogue(), version));
        if (std::ranges::all_of(
                wanted, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            versions.append(version.toString());
    }
    return versions;
}

bool NotesModel::isBusy() const
{
    return m_job.isRunning();
}

QString NotesModel::errorText() const
{
    return m_error;
}

void NotesModel::refresh()
{
    m_error.clear();
    m_job.start(m_engine->refreshReleases(), [this](const Result<void> &done) {
        if (!done)
            m_error = done.error().message;
    });
    Q_EMIT changed();
}

void NotesModel::cancel()
{
    m_job.cancel();
}
