// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/noteblocks.h"

using namespace Qt::StringLiterals;

namespace
{

// Far above any real note (the longest known have some 60,000 characters), far below what a hostile one may
// cost.
constexpr qsizetype MaximumText = 1024 * 1024;
constexpr qsizetype MaximumLine = 64 * 1024;
constexpr qsizetype MaximumBlock = 16 * 1024;
constexpr qsizetype MaximumBlocks = 20'000;

bool isOf(QStringView line, QChar wanted)
{
    for (const QChar c : line) {
        if (c != wanted)
            return false;
    }
    return !line.isEmpty();
}

int underlineLevel(QStringView line)
{
    if (line.size() < 3 || !isOf(line, line.front()))
        return 0;
    return int(QStringView(u"=-^\"~+`").indexOf(line.front())) + 1;
}

bool isRule(QStringView line)
{
    if (line.size() < 3)
        return false;
    const QChar mark = line.front();
    if (mark != u'-' && mark != u'*' && mark != u'_')
        return false;
    for (const QChar c : line) {
        if (c != mark && c != u' ')
            return false;
    }
    return true;
}

/// Length of "- ", "* ", "12. " and the like at the start of a line; 0: none.
qsizetype bulletLength(QStringView line)
{
    if (line.size() >= 2 && QStringView(u"-*+•").contains(line[0]) && line[1].isSpace())
        return 2;
    qsizetype digits = 0;
    while (digits < line.size() && digits < 4 && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits + 1 < line.size() && (line[digits] == u'.' || line[digits] == u')') &&
        line[digits + 1] == u' ')
        return digits + 2;
    return 0;
}

QStringView between(QStringView line, QStringView open, QStringView close)
{
    const qsizetype start = line.indexOf(open);
    if (start < 0)
        return {};
    const qsizetype end = line.indexOf(close, start + open.size());
    return end < 0 ? QStringView() : line.sliced(start + open.size(), end - start - open.size());
}

bool isLabel(QStringView line)
{
    if (line.size() > 4 && line.size() < 120 && line.startsWith(u"**") &&
        line.indexOf(u"**", 2) >= line.size() - 3)
        return line.endsWith(u"**") || line.endsWith(u"**:");
    if (!line.endsWith(u':') || line.size() > 60)
        return false;
    int letters = 0;
    for (const QChar c : line) {
        if (c.isLower())
            return false;
        letters += c.isUpper();
    }
    return letters >= 4;
}

class Scanner
{
public:
    NoteBlocks scan(const QString &text)
    {
        QStringView rest = QStringView(text).first(qMin(text.size(), MaximumText));
        m_result.truncated = text.size() > MaximumText;
        rest = skipFrontMatter(skipFrontMatter(rest));
        while (!rest.isEmpty() && m_result.blocks.size() < MaximumBlocks) {
            const qsizetype end = rest.indexOf(u'\n');
            QStringView line = end < 0 ? rest : rest.first(end);
            rest = end < 0 ? QStringView() : rest.sliced(end + 1);
            if (line.size() > MaximumLine) {
                line = line.first(MaximumLine);
                m_result.truncated = true;
            }
            while (!line.isEmpty() && line.back().isSpace())
                line.chop(1);
            take(line);
        }
        m_result.truncated |= !rest.isEmpty();
        flush();
        m_result.torn = !m_fence.isEmpty() || m_inComment || m_inAsciiDocComment;
        return m_result;
    }

private:
    QStringView skipFrontMatter(QStringView text)
    {
        QStringView probe = text;
        while (!probe.isEmpty() && (probe.front() == u'\n' || probe.front() == u'\r'))
            probe = probe.sliced(1);
        if (!probe.startsWith(u"---\n") && !probe.startsWith(u"---\r\n"))
            return text;
        const qsizetype end = probe.first(qMin(probe.size(), qsizetype(8000))).indexOf(u"\n---", 3);
        if (end < 0)
            return text;
        const QList<QStringView> lines = probe.first(end).split(u'\n');
        QHash<QString, QString> values;
        for (const QStringView &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(u':');
            if (colon <= 0 && !line.trimmed().isEmpty() && !line.startsWith(u' ') && !line.startsWith(u'-'))
                return text; // a rule, some text, and another rule
            QString value = line.sliced(qMax(qsizetype(0), colon) + (colon > 0)).trimmed().toString();
            if (value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"'))
                value = value.sliced(1, value.size() - 2);
            if (colon > 0)
                values.insert(line.first(colon).trimmed().toString(), value);
        }
        m_result.frontMatter.insert(values);
        probe = probe.sliced(end + 1);
        const qsizetype next = probe.indexOf(u'\n');
        return next < 0 ? QStringView() : probe.sliced(next + 1);
    }

    void take(QStringView line)
    {
        if (takeComment(line) || takeFence(line))
            return;
        while (line.startsWith(u'>') ||
               (line.trimmed().startsWith(u'>') && line.size() - line.trimmed().size() < 4))
            line = line.trimmed().sliced(1).trimmed();
        const QStringView text = line.trimmed();
        if (text.isEmpty()) {
            takeBlank();
            return;
        }
        const qsizetype indent = line.indexOf(text.front());
        if (takeUnderline(text) || takeHeading(text, indent) || takeFold(text) || takeReference(text) ||
            takeTable(text) || takeItem(text, indent))
            return;
        if (isLabel(text) && (!m_open || m_blank || m_type == NoteBlock::Type::Item)) {
            flush();
            add(NoteBlock::Type::Label, 7, text.toString());
            return;
        }
        takeText(text, indent);
    }

    bool takeComment(QStringView &line)
    {
        if (m_inAsciiDocComment || (line.size() >= 4 && isOf(line, u'/'))) {
            if (line.size() >= 4 && isOf(line, u'/'))
                m_inAsciiDocComment = !m_inAsciiDocComment;
            else
                comment(line);
            return true;
        }
        if (m_inComment) {
            const qsizetype end = line.indexOf(u"-->");
            comment(end < 0 ? line : line.first(end));
            m_inComment = end < 0;
            if (!m_inComment)
                line = line.sliced(end + 3);
            return m_inComment || line.trimmed().isEmpty();
        }
        const qsizetype start = m_fence.isEmpty() ? line.indexOf(u"<!--") : -1;
        if (start < 0)
            return false;
        const qsizetype end = line.indexOf(u"-->", start);
        comment(end < 0 ? line.sliced(start + 4) : line.sliced(start + 4, end - start - 4));
        m_inComment = end < 0;
        // What stands around a comment on its line is text; a second comment on it is too, and harmless.
        m_joined = line.first(start).toString() + (end < 0 ? QString() : line.sliced(end + 3).toString());
        line = m_joined;
        return line.trimmed().isEmpty();
    }

    void comment(QStringView text)
    {
        const QStringView trimmed = text.trimmed();
        if (!trimmed.isEmpty() && m_result.comments.size() < 1000)
            m_result.comments.append(trimmed.first(qMin(trimmed.size(), qsizetype(500))).toString());
    }

    bool takeFence(QStringView line)
    {
        const QStringView text = line.trimmed();
        if (!m_fence.isEmpty()) {
            if (text.startsWith(m_fence) && isOf(text, m_fence.front())) {
                m_fence.clear();
                const QString code = std::exchange(m_text, QString());
                m_open = false;
                add(NoteBlock::Type::Code, 0, code);
            } else if (m_text.size() < MaximumBlock) {
                m_text += line.toString() + u'\n';
            } else {
                m_result.truncated = true;
            }
            return true;
        }
        if (!text.startsWith(u"```") && !text.startsWith(u"~~~"))
            return false;
        qsizetype length = 3;
        while (length < text.size() && text[length] == text[0])
            ++length;
        if (text.sliced(length).contains(u'`'))
            return false;
        flush();
        m_fence = text.first(length).toString();
        return true;
    }

    void takeBlank()
    {
        // The footer of a commit stands between asterisks and may hold blank lines.
        if (m_open && m_type == NoteBlock::Type::Item && m_text.contains(u" - *") && !m_text.endsWith(u'*') &&
            m_text.lastIndexOf(u'*') == m_text.lastIndexOf(u" - *") + 3)
            m_text += u'\n';
        else
            m_blank = true;
    }

    bool takeUnderline(QStringView text)
    {
        const int level = underlineLevel(text);
        if (level > 0 && m_open && !m_blank && m_type == NoteBlock::Type::Paragraph && m_lines == 1 &&
            (text.front() != u'-' || text.size() * 2 >= m_text.size())) {
            const QString heading = std::exchange(m_text, QString());
            m_open = false;
            add(NoteBlock::Type::Heading, level, heading);
            return true;
        }
        if (!isRule(text) && (level == 0 || text.size() < 4))
            return false;
        flush();
        add(NoteBlock::Type::Rule, 0, {});
        return true;
    }

    bool takeHeading(QStringView text, qsizetype indent)
    {
        const QChar mark = text.front();
        if (indent > 3 || (mark != u'#' && mark != u'='))
            return false;
        qsizetype level = 1;
        while (level < text.size() && text[level] == mark)
            ++level;
        if (level > 6 || level >= text.size() || !text[level].isSpace())
            return false;
        flush();
        QStringView title = text.sliced(level).trimmed();
        while (title.endsWith(mark))
            title.chop(1);
        add(NoteBlock::Type::Heading, int(level), title.trimmed().toString());
        return true;
    }

    bool takeFold(QStringView text)
    {
        QStringView title;
        if (text.startsWith(u"<summary", Qt::CaseInsensitive) ||
            text.startsWith(u"<details", Qt::CaseInsensitive)) {
            title = between(text, u"<summary>", u"</summary>");
            if (title.isEmpty())
                return text.endsWith(u'>') && text.size() < 80;
        } else if (text.startsWith(u"{% details")) {
            title = between(text, u"\"", u"\"");
        } else if (text.startsWith(u":::") && text.size() > 3) {
            title = between(text, u"title=\"", u"\"");
            if (title.isEmpty()) {
                flush();
                return true;
            }
        } else if (text == u":::" || text.startsWith(u"{% enddetails") || text.startsWith(u"</details")) {
            flush();
            add(NoteBlock::Type::Close, 0, {});
            return true;
        } else {
            return false;
        }
        flush();
        add(NoteBlock::Type::Heading, 8, title.toString());
        return true;
    }

    bool takeReference(QStringView text)
    {
        if (!text.startsWith(u'[') || text.size() > 2000)
            return false;
        const qsizetype end = text.indexOf(u"]:");
        if (end < 2 || text[1] == u'!')
            return false;
        const QStringView url = text.sliced(end + 2).trimmed();
        if (url.isEmpty() || url.contains(u' ') || text.first(end).contains(u']'))
            return false;
        m_result.references.insert(text.sliced(1, end - 1).toString().toLower(), url.toString());
        return true;
    }

    bool takeTable(QStringView text)
    {
        if (!text.startsWith(u'|') || text.size() < 3)
            return false;
        flush();
        bool separator = true;
        for (const QChar c : text)
            separator = separator && QStringView(u"|-: ").contains(c);
        if (separator) {
            if (!m_result.blocks.isEmpty() && m_result.blocks.constLast().type == NoteBlock::Type::TableRow)
                m_result.blocks.removeLast(); // the headings of the columns
            return true;
        }
        if (text.endsWith(u'|'))
            text.chop(1);
        QStringList cells;
        for (const QStringView &cell : text.sliced(1).split(u'|')) {
            if (!cell.trimmed().isEmpty() && cells.size() < 20)
                cells.append(cell.trimmed().toString());
        }
        add(NoteBlock::Type::TableRow, 0, cells.join(u": "));
        return true;
    }

    bool takeItem(QStringView text, qsizetype indent)
    {
        const qsizetype bullet = bulletLength(text);
        if (bullet == 0)
            return false;
        const bool nested = m_open && m_type == NoteBlock::Type::Item && indent >= m_indent + 2;
        if (nested) {
            append(u"\n- "_s + text.sliced(bullet).trimmed().toString());
        } else {
            flush();
            open(NoteBlock::Type::Item, text.sliced(bullet).trimmed(), indent);
        }
        m_blank = false;
        return true;
    }

    void takeText(QStringView text, qsizetype indent)
    {
        const bool inItem = m_open && m_type == NoteBlock::Type::Item;
        const bool continues = m_open && (!m_blank || (inItem && indent >= m_indent + 2));
        if (continues) {
            append((m_blank ? u"\n"_s : u" "_s) + text.toString());
            ++m_lines;
        } else {
            flush();
            open(NoteBlock::Type::Paragraph, text, indent);
        }
        m_blank = false;
    }

    void open(NoteBlock::Type type, QStringView text, qsizetype indent)
    {
        m_open = true;
        m_type = type;
        m_indent = indent;
        m_lines = 1;
        m_text.clear();
        append(text.toString());
    }

    void append(const QString &text)
    {
        m_text += text;
        if (m_text.size() > MaximumBlock) {
            m_text.truncate(MaximumBlock);
            m_result.truncated = true;
        }
    }

    void flush()
    {
        if (m_open)
            add(m_type, 0, std::exchange(m_text, QString()));
        m_open = false;
        m_blank = false;
    }

    void add(NoteBlock::Type type, int level, const QString &text)
    {
        m_result.blocks.append({type, level, text});
    }

    NoteBlocks m_result;
    QString m_fence;
    QString m_text;
    QString m_joined;
    NoteBlock::Type m_type = NoteBlock::Type::Paragraph;
    qsizetype m_indent = 0;
    int m_lines = 0;
    bool m_open = false;
    bool m_blank = false;
    bool m_inComment = false;
    bool m_inAsciiDocComment = false;
};

} // namespace

NoteBlocks scanNoteBlocks(const QString &text)
{
    return Scanner().scan(text);
}
