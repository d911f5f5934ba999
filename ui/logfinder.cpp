// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/logfinder.h"

#include <QElapsedTimer>

#include <algorithm>

namespace
{

constexpr int sliceMs = 6;
constexpr int linesPerLook = 256;

/// The text of a stored line: what stands behind its third tab.
QByteArrayView textOf(QByteArrayView raw)
{
    qsizetype at = -1;
    for (int i = 0; i < 3; ++i)
        at = raw.indexOf('\t', at + 1);
    return raw.sliced(at + 1);
}

} // namespace

LogFinder::LogFinder(const LogStore &store)
    : m_store(store)
{
}

void LogFinder::setComponent(const QString &component)
{
    m_component = component.toUtf8();
    restart();
}

void LogFinder::setSearch(const QString &words, bool isPattern)
{
    m_search = words;
    m_pattern.reset();
    m_problem.clear();
    const bool ascii = std::ranges::all_of(words, [](QChar c) { return c.unicode() < 128; });
    m_ascii = ascii && !isPattern ? words.toUtf8().toLower() : QByteArray();
    if (isPattern && !words.isEmpty()) {
        m_pattern.emplace(words, QRegularExpression::CaseInsensitiveOption);
        m_pattern->optimize();
        if (!m_pattern->isValid())
            m_problem = m_pattern->errorString();
    }
    restart();
}

void LogFinder::restart()
{
    m_rows.clear();
    m_hits.clear();
    m_scanned = isIdle() ? m_store.count() : 0;
}

bool LogFinder::scan()
{
    if (isIdle())
        m_scanned = m_store.count();
    QElapsedTimer spent;
    spent.start();
    while (m_scanned < m_store.count() && spent.elapsed() < sliceMs) {
        for (int i = 0; i < linesPerLook && m_scanned < m_store.count(); ++i, ++m_scanned) {
            const QByteArray raw = m_store.raw(m_scanned);
            if (!m_component.isEmpty()) {
                if (!passes(raw))
                    continue;
                m_rows.append(quint32(m_scanned));
            }
            if (isHit(raw))
                m_hits.append(quint32(m_component.isEmpty() ? m_scanned : m_rows.size() - 1));
        }
    }
    return m_scanned >= m_store.count();
}

bool LogFinder::passes(const QByteArray &raw) const
{
    const qsizetype from = raw.indexOf('\t') + 1;
    return QByteArrayView(raw).sliced(from).startsWith(m_component) &&
           raw.size() > from + m_component.size() && raw.at(from + m_component.size()) == '\t';
}

bool LogFinder::isHit(const QByteArray &raw) const
{
    if (m_search.isEmpty() || !m_problem.isEmpty())
        return false;
    const QByteArrayView text = textOf(raw);
    if (!m_ascii.isEmpty())
        return text.toByteArray().toLower().contains(m_ascii);
    const QString decoded = QString::fromUtf8(text);
    return m_pattern ? m_pattern->match(decoded).hasMatch() : decoded.contains(m_search, Qt::CaseInsensitive);
}

QList<std::pair<int, int>> LogFinder::within(const QString &text) const
{
    QList<std::pair<int, int>> places;
    if (m_search.isEmpty() || !m_problem.isEmpty())
        return places;
    if (m_pattern) {
        for (auto it = m_pattern->globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (match.capturedLength() > 0)
                places.append({int(match.capturedStart()), int(match.capturedLength())});
        }
        return places;
    }
    for (qsizetype at = text.indexOf(m_search, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(m_search, at + m_search.size(), Qt::CaseInsensitive))
        places.append({int(at), int(m_search.size())});
    return places;
}
