// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notetext.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace
{

/// Stands where something was left out, until the text around it is mended.
constexpr QChar Gap(0xfffc);

bool isHex(QStringView text)
{
    for (const QChar c : text) {
        if (!c.isDigit() && (c < u'a' || c > u'f'))
            return false;
    }
    return text.size() >= 7 && text.size() <= 40;
}

bool isNumber(QStringView text)
{
    if (text.startsWith(u"GH-"))
        text = text.sliced(3);
    else if (text.startsWith(u'#') || text.startsWith(u'!'))
        text = text.sliced(1);
    else
        return false;
    for (const QChar c : text) {
        if (!c.isDigit())
            return false;
    }
    return !text.isEmpty();
}

bool isPersonName(QStringView text)
{
    static const QStringList others{u"enterprise"_s, u"ee"_s,           u"oss"_s,
                                    u"beta"_s,       u"experimental"_s, u"deprecated"_s,
                                    u"breaking"_s,   u"optional"_s,     u"default"_s};
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 4 || text.size() > 40 || others.contains(text.toString().toLower()))
        return false;
    for (const QStringView &word : words) {
        for (const QChar c : word) {
            if (!c.isLetter() && !QStringView(u".-'’[]").contains(c))
                return false;
        }
    }
    bool capital = text == u"backport" || text.contains(u'.');
    for (const QChar c : text)
        capital = capital || c.isUpper();
    return capital;
}

/// Copies a sentence and leaves out what is noise. Every look ahead is remembered, so that no text costs more
/// than linear time.
class Cleaner
{
public:
    Cleaner(const QString &text, const QHash<QString, QString> &references)
        : m_text(text)
        , m_references(references)
        , m_closing(text.size(), -1)
    {
        QList<qsizetype> open;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if (m_text[i] == u'[')
                open.append(i);
            else if (m_text[i] == u']' && !open.isEmpty())
                m_closing[open.takeLast()] = i;
        }
    }

    CleanText run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            const bool taken = c == u'`'   ? takeCode()
                               : c == u'!' ? takePicture()
                               : c == u'[' ? takeLink()
                               : c == u'<' ? takeTag()
                               : c == u'@' ? takeMention()
                               : c == u'#' ? takeNumber()
                               : c == u'h' ? takeAddress()
                                           : false;
            if (!taken)
                m_result.text += m_text[m_at++];
        }
        return m_result;
    }

private:
    /// Position of `wanted` from `from` on; the answer is kept until it is passed.
    qsizetype next(QChar wanted, qsizetype from)
    {
        qsizetype &known = wanted == u')' ? m_nextParenthesis : m_nextAngle;
        if (known != -1 && known < from)
            known = m_text.indexOf(wanted, from);
        return known;
    }

    bool takeCode()
    {
        qsizetype run = 1;
        while (m_at + run < m_text.size() && m_text[m_at + run] == u'`')
            ++run;
        if (run > 3 || m_unclosed[run]) {
            m_result.text += m_text.sliced(m_at, run);
            m_at += run;
            return true;
        }
        const qsizetype end = m_text.indexOf(QString(run, u'`'), m_at + run);
        if (end < 0) {
            m_unclosed[run] = true;
            return takeCode();
        }
        m_result.text += m_text.sliced(m_at, end + run - m_at);
        m_at = end + run;
        return true;
    }

    bool takePicture()
    {
        if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'[' || m_closing[m_at + 1] < 0)
            return false;
        const qsizetype close = m_closing[m_at + 1];
        const QString alternative = m_text.sliced(m_at + 2, close - m_at - 2);
        m_at = close + 1;
        if (m_at < m_text.size() && m_text[m_at] == u'(') {
            const qsizetype end = next(u')', m_at);
            m_at = end < 0 ? m_at : end + 1;
        }
        m_result.text += alternative;
        return true;
    }

    bool takeLink()
    {
        const qsizetype close = m_closing[m_at];
        if (close < 0 || m_depth > 8)
            return false;
        const qsizetype length = close - m_at - 1;
        const bool isShort =
            length <= 300; // names of references are; this also bounds the cost of nested brackets
        QString words;
        QString address;
        qsizetype end = close + 1;
        if (end < m_text.size() && m_text[end] == u'(') {
            const qsizetype last = next(u')', end);
            if (last < 0)
                return false;
            words = m_text.sliced(m_at + 1, length);
            address = m_text.sliced(end + 1, qMin(last - end - 1, qsizetype(2048))).section(u' ', 0, 0);
            end = last + 1;
        } else if (isShort && end < m_text.size() && m_text[end] == u'[' && m_closing[end] > 0 &&
                   m_closing[end] - end <= 300) {
            words = m_text.sliced(m_at + 1, length);
            const QString name = m_text.sliced(end + 1, m_closing[end] - end - 1);
            address = m_references.value((name.isEmpty() ? words : name).toLower());
            end = m_closing[end] + 1;
        } else if (!isShort) {
            return false;
        } else {
            words = m_text.sliced(m_at + 1, length);
            address = m_references.value(words.toLower());
            if (address.isEmpty() && !isNumber(words))
                return false;
        }
        m_at = end;
        linkWords(words, address);
        return true;
    }

    void linkWords(const QString &words, const QString &address)
    {
        QStringView bare = QStringView(words).trimmed();
        while (bare.size() > 1 && (bare.startsWith(u'`') || bare.startsWith(u'[')))
            bare = bare.sliced(1).chopped(1);
        if (bare.startsWith(u"PR #"))
            bare = bare.sliced(3);
        if (isNumber(bare) || isHex(bare)) {
            m_result.text += Gap;
            return;
        }
        if (bare.startsWith(u'@') || address.contains(u"/commit/")) {
            m_result.people.append(bare.sliced(bare.startsWith(u'@')).toString());
            m_result.text += Gap;
            return;
        }
        addLink(address);
        Cleaner inner(words, m_references);
        inner.m_depth = m_depth + 1;
        // Brackets within brackets are rare; beyond a few the words stay as they are.
        m_result.text += m_depth < 4 && words.contains(u'[') ? inner.run().text : words;
    }

    bool takeTag()
    {
        const qsizetype end = next(u'>', m_at);
        if (end < 0 || m_at + 1 >= m_text.size())
            return false;
        const QStringView inside = QStringView(m_text).sliced(m_at + 1, end - m_at - 1);
        if (inside.startsWith(u"http") || inside.startsWith(u"mailto:")) {
            addLink(inside.toString());
            m_result.text += inside;
        } else if (!inside.isEmpty() && (inside.front().isLetter() || inside.front() == u'/') &&
                   inside.size() < 2000) {
            if (!m_result.text.isEmpty() && m_result.text.back() != u' ')
                m_result.text += u' ';
            m_result.text += Gap;
        } else {
            return false;
        }
        m_at = end + 1;
        return true;
    }

    bool takeMention()
    {
        if (m_at > 0 && !QStringView(u" (,[*").contains(m_text[m_at - 1]))
            return false;
        qsizetype end = m_at + 1;
        while (end < m_text.size() &&
               (m_text[end].isLetterOrNumber() || m_text[end] == u'-' || m_text[end] == u'_'))
            ++end;
        if (end == m_at + 1)
            return false;
        const QString name = m_text.sliced(m_at + 1, end - m_at - 1);
        const bool inside =
            m_at > 0 && m_text[m_at - 1] == u' ' && end < m_text.size() && m_text[end] == u' ';
        if (inside && !m_result.text.endsWith(u"by ")) {
            m_result.text += name; // within a sentence it may be a word of code: only the mark goes
        } else {
            m_result.people.append(name);
            m_result.text += Gap;
        }
        m_at = end;
        return true;
    }

    bool takeNumber()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end].isDigit())
            ++end;
        if (end == m_at + 1 || (m_at > 0 && m_text[m_at - 1].isLetterOrNumber()))
            return false;
        m_at = end;
        m_result.text += Gap;
        return true;
    }

    bool takeAddress()
    {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if (!rest.startsWith(u"https://") && !rest.startsWith(u"http://"))
            return false;
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace() &&
               !QStringView(u"<>\"*`)|").contains(m_text[end]))
            ++end;
        while (QStringView(u".,;:'").contains(m_text[end - 1]))
            --end;
        const QString address = m_text.sliced(m_at, end - m_at);
        m_at = end;
        const bool request =
            address.contains(u"github.com/") &&
            (address.contains(u"/pull/") || address.contains(u"/issues/") || address.contains(u"/commit/"));
        addLink(address);
        m_result.text += request ? QString(Gap) : address;
        return true;
    }

    void addLink(const QString &address)
    {
        const QString link = safeLink(address);
        if (!link.isEmpty() && !m_result.links.contains(link) && m_result.links.size() < 50)
            m_result.links.append(link);
    }

    const QString m_text;
    const QHash<QString, QString> &m_references;
    QList<qsizetype> m_closing;
    CleanText m_result;
    qsizetype m_at = 0;
    qsizetype m_nextParenthesis = -2;
    qsizetype m_nextAngle = -2;
    bool m_unclosed[4] = {};
    int m_depth = 0;
};

void dropLeadingHash(QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && end < 41 && text[end] != u' ' && text[end] != u':')
        ++end;
    if (end < text.size() && isHex(QStringView(text).first(end)))
        text = text.sliced(end + 1).trimmed();
}

void dropCloses(QString &text)
{
    for (const QStringView word :
         {QStringView(u"closes"), QStringView(u"fixes"), QStringView(u"refs"), QStringView(u"in")}) {
        while (true) {
            const QStringView trimmed = QStringView(text).trimmed();
            if (!trimmed.endsWith(word, Qt::CaseInsensitive) ||
                (trimmed.size() > word.size() &&
                 trimmed[trimmed.size() - word.size() - 1].isLetterOrNumber()))
                break;
            text = trimmed.chopped(word.size()).toString();
            while (!text.isEmpty() && (text.back() == u',' || text.back() == u' ' || text.back() == u';'))
                text.chop(1);
        }
    }
}

void dropAuthors(QString &text, QStringList &people)
{
    while (text.endsWith(u')')) {
        const qsizetype open = text.lastIndexOf(u'(');
        const QStringView inside =
            open < 0 ? QStringView() : QStringView(text).sliced(open + 1, text.size() - open - 2);
        const bool empty = open >= 0 && inside.trimmed().isEmpty();
        if (!empty && !isPersonName(inside))
            return;
        if (!empty)
            people.append(inside.toString());
        text.truncate(open);
        text = text.trimmed();
    }
}

/// Brackets in which everything was left out go as well.
QString withoutEmptyBrackets(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const QChar open = c == u')' ? u'(' : c == u']' ? u'[' : QChar();
        if (!open.isNull()) {
            qsizetype at = result.size();
            bool gap = false;
            while (at > 0 && (result[at - 1] == Gap || result[at - 1] == u' ' || result[at - 1] == u',')) {
                gap = gap || result[at - 1] == Gap;
                --at;
            }
            if (gap && at > 0 && result[at - 1] == open) {
                result.truncate(at - 1);
                result += Gap;
                continue;
            }
        }
        result += c;
    }
    return result;
}

/// Mends blanks and commas around what was left out; everything else, code above all, stays as it is.
QString tidy(const QString &text)
{
    const QString bare = withoutEmptyBrackets(text);
    QString result;
    result.reserve(bare.size());
    bool gap = false;
    for (const QChar c : bare) {
        if (c == Gap) {
            gap = true;
            continue;
        }
        const bool loose = c == u' ' || c == u',' || c == u';';
        if (gap && loose && (result.isEmpty() || result.back() == u' ' || result.back() == u','))
            continue;
        if (gap && QStringView(u"*.:!?)]").contains(c)) {
            while (result.endsWith(u' '))
                result.chop(1);
        }
        gap = gap && loose;
        result += c;
    }
    return result.trimmed();
}

} // namespace

CleanText cleanNoteText(const QString &text, const QHash<QString, QString> &references)
{
    // The footer of a commit: " - *text*"
    QString source = text;
    const qsizetype footer = source.indexOf(u" - *");
    const qsizetype end = source.lastIndexOf(u'*');
    if (footer >= 0 && end > footer + 4 && source.count(u'*') == 2) {
        source.remove(end, 1);
        source.remove(footer + 3, 1);
    }
    CleanText clean = Cleaner(source, references).run();
    clean.text = tidy(clean.text);
    dropLeadingHash(clean.text);
    dropCloses(clean.text);
    dropAuthors(clean.text, clean.people);
    dropCloses(clean.text);
    while (clean.text.endsWith(u',') || clean.text.endsWith(u" -") || clean.text.endsWith(u';'))
        clean.text = clean.text.chopped(1).trimmed();
    if (clean.text.startsWith(u": "))
        clean.text = clean.text.sliced(2);
    return clean;
}

QString safeLink(const QString &address)
{
    if (address.size() > 2000)
        return {};
    if (address.startsWith(u"/docs/") || address.startsWith(u"/blogs/"))
        return u"https://kestra.io"_s + address;
    const qsizetype docs = address.startsWith(u"../") ? address.indexOf(u"migration-guide/") : -1;
    if (docs >= 0) {
        QString page = address.sliced(docs);
        for (const QStringView end :
             {QStringView(u"index.mdx"), QStringView(u"index.md"), QStringView(u".md")})
            if (page.endsWith(end))
                page.chop(end.size());
        while (page.endsWith(u'/'))
            page.chop(1);
        return u"https://kestra.io/docs/"_s + page;
    }
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
    return url.isValid() && (web || url.scheme() == u"mailto") ? url.toString(QUrl::FullyEncoded) : QString();
}

QString withoutControls(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool direction = (c >= QChar(0x202a) && c <= QChar(0x202e)) ||
                               (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x200e) ||
                               c == QChar(0x200f) || c == QChar(0x061c) || c == QChar(0xfeff);
        if (c == u'\r')
            result += i + 1 < text.size() && text[i + 1] == u'\n' ? QString() : u"\n"_s;
        else if (c == u'\t')
            result += u"    "_s;
        else if (!direction && (c == u'\n' || (c >= u' ' && c != QChar(0x7f))))
            result += c;
    }
    return result;
}
