// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notes.h"

#include "app/releases/noteblocks.h"
#include "app/releases/notekinds.h"
#include "app/releases/notetext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaximumBody = 1024 * 1024 + 1;
constexpr int LabelLevel = 7;
constexpr int FoldLevel = 8;
constexpr int SentenceLevel = 9;

QString tr(const char *text, const char *kind = "@info")
{
    return QCoreApplication::translate("ReleaseNote", text, kind);
}

/// Puts the blocks of a note where they belong.
class Assembler
{
public:
    Assembler(ReleaseNote &note, const NoteBlocks &blocks)
        : m_note(note)
        , m_blocks(blocks)
    {
    }

    void run()
    {
        for (const NoteBlock &block : m_blocks.blocks)
            take(block);
        endBreaking();
        for (const QString &comment : m_blocks.comments) {
            if (breakingWord(comment) != BreakingWord::None || headingKind(comment).kind == u"breaking")
                unsure(tr("In a comment of the note: %1").arg(comment));
        }
        m_note.sections.removeIf([](const NoteSection &section) { return section.items.isEmpty(); });
        m_note.contributors.removeDuplicates();
        m_note.unsure.removeDuplicates();
    }

private:
    struct Breaking {
        bool active = false;
        int level = 0;
        bool sameLevel = false; ///< its topics are headings of its own level
        QString title;
        qsizetype before = 0; ///< breaking items when it began
        QStringList introduction;
        bool saidNothing = false;
    };

    void take(const NoteBlock &block)
    {
        switch (block.type) {
        case NoteBlock::Type::Heading:
            return heading(block.level, block.text);
        case NoteBlock::Type::Label:
            return label(block.text);
        case NoteBlock::Type::Paragraph:
            return paragraph(block.text);
        case NoteBlock::Type::Item:
        case NoteBlock::Type::TableRow:
            return item(block.text);
        case NoteBlock::Type::Code:
            return code(block.text);
        case NoteBlock::Type::Rule:
            m_scope.clear();
            return;
        case NoteBlock::Type::Close:
            if (m_topicLevel == FoldLevel)
                endTopic();
            if (m_breaking.active && m_breaking.level >= FoldLevel)
                endBreaking();
            return;
        }
    }

    void heading(int level, const QString &title)
    {
        const HeadingKind kind = headingKind(title);
        m_scope.clear();
        if (m_breaking.active && staysBreaking(level, kind)) {
            if (m_topicLevel > 0 && level > m_topicLevel)
                m_topic += u"\n\n**"_s + title + u"**"_s;
            else if (kind.kind == u"breaking" && plainWords(title).startsWith(u"breaking"))
                endTopic(); // it only groups what follows
            else
                beginTopic(level, title);
            return;
        }
        endBreaking();
        if (kind.kind == u"edition") {
            m_edition = kind.edition;
            m_section = -1;
        } else if (kind.kind == u"version" || kind.kind == u"container") {
            if (m_note.title.isEmpty() && kind.kind == u"version")
                m_note.title = cleanNoteText(title).text;
            if (!m_note.version.isValid() && kind.kind == u"version")
                m_note.version = versionIn(title);
            m_section = -1;
        } else if (kind.kind == u"breaking") {
            beginBreaking(level, title);
        } else {
            beginSection(title, kind.kind == u"other" ? u"text"_s : kind.kind);
        }
    }

    bool staysBreaking(int level, const HeadingKind &kind)
    {
        if (kind.kind == u"version" || kind.kind == u"edition" || kind.kind == u"container")
            return false;
        if (level > m_breaking.level)
            return kind.kind == u"other" || kind.kind == u"breaking" || m_breaking.level < LabelLevel;
        if (level < m_breaking.level || kind.kind != u"other")
            return false;
        const bool bodyless = m_note.breaking.size() == m_breaking.before &&
                              m_breaking.introduction.isEmpty() && m_topicLevel == 0;
        m_breaking.sameLevel = m_breaking.sameLevel || bodyless;
        return m_breaking.sameLevel;
    }

    static Version versionIn(const QString &title)
    {
        Version found;
        QString word;
        for (const QChar c : title + u' ') {
            if (c.isLetterOrNumber() || c == u'.' || c == u'-') {
                word += c;
                continue;
            }
            if (const std::optional<Version> version = Version::parse(word); version && !found.isValid())
                found = *version;
            word.clear();
        }
        return found;
    }

    void beginBreaking(int level, const QString &title)
    {
        m_breaking = {true, level, false, cleanNoteText(title).text, m_note.breaking.size(), {}, false};
        m_section = -1;
    }

    void endBreaking()
    {
        endTopic();
        if (!m_breaking.active)
            return;
        m_breaking.active = false;
        const bool found = m_note.breaking.size() > m_breaking.before;
        if (!found) {
            for (const QString &text : std::as_const(m_breaking.introduction))
                addBreaking(text);
        } else if (!m_breaking.introduction.isEmpty()) {
            NoteSection section{m_breaking.title, u"breaking"_s, m_edition, {}};
            for (const QString &text : std::as_const(m_breaking.introduction))
                section.items.append(makeItem(text));
            m_note.sections.append(section);
        }
        if (m_note.breaking.size() == m_breaking.before && !m_breaking.saidNothing)
            unsure(tr("“%1” stands in the note with nothing below it.").arg(m_breaking.title));
    }

    void beginTopic(int level, const QString &title)
    {
        endTopic();
        m_topicLevel = level;
        m_topic = u"**"_s + title + u"**"_s;
    }

    void endTopic()
    {
        if (m_topicLevel == 0)
            return;
        m_topicLevel = 0;
        addBreaking(std::exchange(m_topic, QString()));
    }

    void beginSection(const QString &title, const QString &kind)
    {
        m_note.sections.append({cleanNoteText(title).text, kind, m_edition, {}});
        m_section = m_note.sections.size() - 1;
    }

    void label(const QString &text)
    {
        const bool bold = text.startsWith(u"**");
        QString title = bold ? text.sliced(2, text.lastIndexOf(u"**") - 2) : text;
        while (title.endsWith(u':'))
            title.chop(1);
        const QString kind = headingKind(title).kind;
        if (kind == u"breaking" && m_breaking.active && m_breaking.level < LabelLevel)
            return endTopic();
        const bool known = kind != u"other" && kind != u"version" && kind != u"container";
        // A word on its own groups what follows, as in "**core**", even where the word is that of a category.
        const bool grouped = m_section >= 0 || (m_breaking.active && m_breaking.level < LabelLevel);
        if (kind == u"breaking" ||
            (known && !(grouped && bold && !title.contains(u' ') && title == title.toLower())))
            return heading(LabelLevel, title);
        if (m_topicLevel > 0)
            m_topic += u"\n\n"_s + text;
        else if (bold && title.size() <= 60)
            m_scope = title;
        else
            paragraph(text);
    }

    void paragraph(const QString &text)
    {
        if (m_topicLevel > 0) {
            appendTopic(u"\n\n"_s + text);
        } else if (m_breaking.active && m_breaking.level == SentenceLevel) {
            endBreaking();
            paragraph(text);
        } else if (m_breaking.active) {
            if (saysNothing(text))
                m_breaking.saidNothing = true;
            else
                m_breaking.introduction.append(text);
        } else if (isContributors()) {
            addContributors(text);
        } else if (announcesList(text)) {
            beginBreaking(SentenceLevel, text);
        } else {
            addToSection(text);
        }
    }

    /// "We are adding several breaking changes:"; its last sentence must speak of them.
    static bool announcesList(const QString &text)
    {
        if (!text.endsWith(u':'))
            return false;
        const qsizetype start = qMax(text.lastIndexOf(u". "), text.lastIndexOf(u": "));
        return breakingWord(text.sliced(start + 1)) >= BreakingWord::Marked;
    }

    void item(const QString &text)
    {
        if (m_topicLevel > 0)
            appendTopic(u"\n- "_s + text);
        else if (m_breaking.active && saysNothing(text))
            m_breaking.saidNothing = true;
        else if (m_breaking.active)
            addBreaking(text);
        else if (isContributors())
            addContributors(text);
        else
            addToSection(text);
    }

    void code(const QString &text)
    {
        const QString block = u"\n\n```\n"_s + text + u"```"_s;
        if (m_topicLevel > 0)
            appendTopic(block);
        else if (m_breaking.active && m_note.breaking.size() > m_breaking.before)
            m_note.breaking.last().text += block;
        else if (m_breaking.active && !m_breaking.introduction.isEmpty())
            m_breaking.introduction.last() += block;
        else if (m_section >= 0 && !m_note.sections[m_section].items.isEmpty())
            m_note.sections[m_section].items.last().text += block;
    }

    void appendTopic(const QString &text)
    {
        if (m_topic.size() + text.size() < 64 * 1024)
            m_topic += text;
        else
            m_note.truncated = true;
    }

    bool isContributors() const
    {
        return m_section >= 0 && m_note.sections[m_section].kind == u"contributors";
    }

    void addContributors(const QString &text)
    {
        for (const QString &part : cleanNoteText(text).text.split(u',')) {
            const QString name = part.trimmed();
            if (!name.isEmpty() && name.size() < 60 && !name.contains(u':') && !name.contains(u" for ") &&
                m_note.contributors.size() < 1000)
                m_note.contributors.append(name);
        }
    }

    NoteItem makeItem(const QString &raw)
    {
        // "**scope**: text" of the older notes
        NoteItem item;
        item.scope = m_scope;
        QString text = raw;
        const qsizetype end = text.startsWith(u"**") ? text.indexOf(u"**", 2) : -1;
        const bool colonBehind = end > 0 && end + 2 < text.size() && text[end + 2] == u':';
        if (end > 2 && end < 62 && (colonBehind || text[end - 1] == u':')) {
            item.scope = text.sliced(2, end - 2 - (text[end - 1] == u':'));
            text = text.sliced(end + 2 + colonBehind).trimmed();
        }
        const CleanText clean = cleanNoteText(text, m_blocks.references);
        item.text = clean.text;
        item.links = clean.links;
        item.noise = isNoise(item.text, item.scope);
        for (const QString &name : clean.people) {
            if (!name.isEmpty() && m_note.contributors.size() < 1000)
                m_note.contributors.append(name);
        }
        return item;
    }

    /// "**All editions:**" with its own list below: each of that list is a statement, its scope the words in
    /// bold.
    template<typename Add>
    bool addGrouped(const QString &text, Add add)
    {
        const qsizetype line = text.indexOf(u"\n- ");
        if (line < 5 || line > 64 || !text.startsWith(u"**") || text.indexOf(u"**", 2) < line - 3)
            return false;
        QString scope = text.first(line);
        scope.remove(u"**"_s);
        const QString before = std::exchange(m_scope, scope.remove(u':').trimmed());
        for (const QString &part : text.sliced(line + 3).split(u"\n- "_s))
            add(part);
        m_scope = before;
        return true;
    }

    void addBreaking(const QString &text)
    {
        if (addGrouped(text, [this](const QString &part) { addBreaking(part); }))
            return;
        NoteItem item = makeItem(text);
        item.noise = false;
        if (!item.text.isEmpty() && !m_note.breaking.contains(item))
            m_note.breaking.append(item);
    }

    void addToSection(const QString &text)
    {
        if (addGrouped(text, [this](const QString &part) { addToSection(part); }))
            return;
        if (text.startsWith(u"**Full Changelog**"))
            return;
        NoteItem item = makeItem(text);
        if (item.text.isEmpty())
            return;
        if (m_section < 0)
            beginSection({}, u"text"_s);
        NoteSection &section = m_note.sections[m_section];
        if (section.kind == u"announced")
            item.severity = u"announced"_s;
        section.items.append(item);
        mark(text, item, section.kind);
    }

    /// Breaking changes that stand among others.
    void mark(const QString &raw, const NoteItem &item, const QString &kind)
    {
        const BreakingWord word = breakingWord(raw);
        bool guide = false;
        for (const QString &link : item.links)
            guide = guide || link.contains(u"kestra.io/docs/migration-guide");
        if (word == BreakingWord::Marked || (guide && word != BreakingWord::Denied && kind != u"announced"))
            addBreaking(raw);
        else if (word == BreakingWord::Mentioned || word == BreakingWord::Announced || kind == u"announced")
            unsure(item.text);
    }

    void unsure(const QString &text)
    {
        if (m_note.unsure.size() < 500)
            m_note.unsure.append(text.first(qMin(text.size(), qsizetype(1000))));
    }

    ReleaseNote &m_note;
    const NoteBlocks &m_blocks;
    Breaking m_breaking;
    QString m_edition;
    QString m_scope;
    QString m_topic;
    int m_topicLevel = 0;
    qsizetype m_section = -1;
};

bool endsTorn(const QString &body)
{
    const QStringView end = QStringView(body).trimmed();
    return end.endsWith(u"…") || end.endsWith(u"...") || end.endsWith(u" - *");
}

} // namespace

ReleaseNote parseNotes(const QString &body, const Version &version, const QString &title)
{
    ReleaseNote note;
    note.version = version;
    note.title = title;
    // A little more than the scanner takes, so that it sees that there is more.
    const NoteBlocks blocks = scanNoteBlocks(withoutControls(body.first(qMin(body.size(), MaximumBody))));
    if (!note.version.isValid())
        note.version =
            Version::parse(blocks.frontMatter.value(u"version"_s).section(u' ', 0, 0)).value_or(Version());
    if (note.title.isEmpty())
        note.title = blocks.frontMatter.value(u"title"_s);
    note.truncated = blocks.truncated;
    Assembler(note, blocks).run();
    if (note.title.isEmpty() && note.version.isValid())
        note.title = u"v"_s + note.version.toString();
    note.complete = !note.truncated && !blocks.torn && !endsTorn(body);
    if (note.breaking.isEmpty() && note.sections.isEmpty() && note.unsure.isEmpty())
        note.unsure.append(tr("This release has no note."));
    return note;
}

Result<ReleaseNote> readNotes(const QByteArray &bytes, const Version &version, const QString &title)
{
    const QByteArray start = bytes.first(qMin(bytes.size(), qsizetype(64 * 1024)));
    qsizetype strange = 0;
    for (const char c : start)
        strange += uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    const QString text = QString::fromUtf8(bytes);
    if (start.contains('\0') || strange * 20 > start.size() ||
        QStringView(text).first(qMin(text.size(), qsizetype(64 * 1024))).count(QChar::ReplacementCharacter) *
                20 >
            start.size())
        return failure(ErrorKind::BadInput,
                       tr("This is no text: give a release note in Markdown or plain text.", "@error"));
    return parseNotes(text, version, title);
}

QJsonObject NoteItem::toJson() const
{
    QJsonObject json{{u"text"_s, text}, {u"links"_s, QJsonArray::fromStringList(links)}};
    if (!scope.isEmpty())
        json.insert(u"scope"_s, scope);
    if (!severity.isEmpty())
        json.insert(u"severity"_s, severity);
    return json;
}

QJsonObject ReleaseNote::toJson() const
{
    const auto list = [](const QList<NoteItem> &items) {
        QJsonArray array;
        for (const NoteItem &item : items)
            array.append(item.toJson());
        return array;
    };
    QJsonArray parts;
    for (const NoteSection &section : sections) {
        QJsonObject part{
            {u"title"_s, section.title}, {u"kind"_s, section.kind}, {u"items"_s, list(section.items)}};
        if (!section.edition.isEmpty())
            part.insert(u"edition"_s, section.edition);
        parts.append(part);
    }
    return {{u"version"_s, version.toString()},
            {u"title"_s, title},
            {u"breaking"_s, list(breaking)},
            {u"sections"_s, parts},
            {u"unsure"_s, QJsonArray::fromStringList(unsure)},
            {u"contributors"_s, QJsonArray::fromStringList(contributors)},
            {u"truncated"_s, truncated},
            {u"complete"_s, complete}};
}
