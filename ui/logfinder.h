// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/logstore.h"

#include <QRegularExpression>

#include <optional>

/// Which lines of a store pass the filter and which hold what is searched for. Looks in slices of a few
/// milliseconds, so that ten million lines never hold up the window.
class LogFinder
{
public:
    explicit LogFinder(const LogStore &store);

    /// Empty: every component.
    void setComponent(const QString &component);
    /// A pattern is a regular expression; a broken one finds nothing and problem() says why.
    void setSearch(const QString &words, bool isPattern);
    QString problem() const { return m_problem; }
    /// Everything anew: the store was emptied.
    void restart();
    /// Goes on; true when all lines have been seen.
    bool scan();

    qint64 rows() const { return m_component.isEmpty() ? m_store.count() : m_rows.size(); }
    qint64 lineOf(qint64 row) const { return m_component.isEmpty() ? row : qint64(m_rows.value(row)); }
    /// Rows with a hit, ascending.
    const QList<quint32> &hits() const { return m_hits; }
    /// Where in a text the search hits: start and length.
    QList<std::pair<int, int>> within(const QString &text) const;
    bool isIdle() const { return m_component.isEmpty() && m_search.isEmpty(); }

private:
    bool passes(const QByteArray &raw) const;
    bool isHit(const QByteArray &raw) const;

    const LogStore &m_store;
    QByteArray m_component;
    QString m_search;
    QByteArray m_ascii; ///< of plain ASCII words, in lower case
    std::optional<QRegularExpression> m_pattern;
    QString m_problem;
    QList<quint32> m_rows; ///< lines that pass the filter, while there is one
    QList<quint32> m_hits;
    qint64 m_scanned = 0;
};
