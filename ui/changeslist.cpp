// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changeslist.h"

#include "ui/icons.h"
#include "ui/rowpaint.h"
#include "ui/type.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

class ChangesList::Changes : public QAbstractItemModel
{
public:
    using QAbstractItemModel::QAbstractItemModel;

    QList<ChangeRow> groups[3];

    void renew(const QList<ChangeRow> &rows)
    {
        QList<ChangeRow> sorted[3];
        for (const ChangeRow &row : rows)
            sorted[groupOf(row.verdict)] << row;
        bool same = true;
        for (int g = 0; g < 3; ++g)
            same = same && std::ranges::equal(sorted[g], groups[g], {}, &ChangeRow::id, &ChangeRow::id);
        if (!same)
            beginResetModel();
        for (int g = 0; g < 3; ++g)
            groups[g] = sorted[g];
        if (!same)
            endResetModel();
        else
            for (int g = 0; g < 3; ++g)
                if (!groups[g].isEmpty())
                    Q_EMIT dataChanged(index(0, 0, index(g, 0, {})),
                                       index(int(groups[g].size()) - 1, 0, index(g, 0, {})));
    }

    // The internal id is the group of a change, or -1 for a group itself.
    QModelIndex index(int row, int column, const QModelIndex &parent) const override
    {
        return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : quintptr(-1));
    }
    QModelIndex parent(const QModelIndex &child) const override
    {
        return isGroup(child) ? QModelIndex() : createIndex(int(child.internalId()), 0, quintptr(-1));
    }
    int rowCount(const QModelIndex &parent) const override
    {
        if (!parent.isValid())
            return 3;
        return isGroup(parent) ? int(groups[parent.row()].size()) : 0;
    }
    int columnCount(const QModelIndex &) const override { return 1; }

    static bool isGroup(const QModelIndex &index) { return index.internalId() == quintptr(-1); }
    const ChangeRow &row(const QModelIndex &index) const
    {
        return groups[index.internalId()].at(index.row());
    }

    static int groupOf(Verdict verdict)
    {
        return verdict == Verdict::Hits ? 0 : verdict == Verdict::Unknown ? 1 : 2;
    }

    static QString groupTitle(int group)
    {
        return group == 0   ? ChangesList::tr("Hits you", "@title group")
               : group == 1 ? ChangesList::tr("Cannot tell", "@title group")
                            : ChangesList::tr("Does not hit you", "@title group");
    }

    static QString second(const ChangeRow &row)
    {
        QStringList parts{row.version};
        if (row.verdict == Verdict::Clear) {
            if (!row.why.isEmpty())
                parts << row.why;
        } else {
            if (row.where.size() == 1)
                parts << row.where.first().section(u' ', 0, 0).section(u'/', -1);
            else if (row.where.size() > 1)
                parts << ChangesList::tr("%Ln place(s)", "@info", int(row.where.size()));
            parts << (row.answer.isEmpty() ? ChangesList::tr("to answer", "@info change") : row.answerText);
        }
        return parts.join(u" · "_s);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return {};
        if (isGroup(index))
            return role == Qt::AccessibleTextRole
                       ? ChangesList::tr("%1, %Ln change(s)", "@info", int(groups[index.row()].size()))
                             .arg(groupTitle(index.row()))
                       : groupTitle(index.row());
        const ChangeRow &change = row(index);
        return role == Qt::AccessibleTextRole ? change.title + u", "_s + second(change) : change.title;
    }
};

class ChangesList::Painter : public QStyledItemDelegate
{
public:
    Painter(ChangesList *list, Changes *changes)
        : QStyledItemDelegate(list)
        , m_list(list)
        , m_changes(changes)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, Changes::isGroup(index) ? 32 : 49};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        p->save();
        RowPaint row(p, option);
        if (Changes::isGroup(index))
            group(row, index);
        else
            change(row, option, m_changes->row(index));
        p->restore();
    }

private:
    void group(RowPaint &row, const QModelIndex &index) const
    {
        row.background(row.shades.group, false);
        row.symbol(8, 16, m_list->isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s, Tone::Normal);
        static const char *icons[] = {"dialog-error", "dialog-question", "dialog-ok"};
        static const Tone tones[] = {Tone::Bad, Tone::Caution, Tone::Good};
        row.symbol(32, 16, QLatin1String(icons[index.row()]), tones[index.row()]);
        row.words(56, -56, Changes::groupTitle(index.row()), Type::Name, Tone::Normal);
        row.trailing(8, QLocale().toString(m_changes->groups[index.row()].size()), Type::Body, Tone::Second);
        row.focus();
    }

    static void change(RowPaint &row, const QStyleOptionViewItem &option, const ChangeRow &change)
    {
        const bool selected = option.state & QStyle::State_Selected;
        row.background(selected ? row.shades.selection : row.shades.base, selected);
        if (change.verdict == Verdict::Clear)
            row.symbol(18, 14, u"check"_s, Tone::Faint, -8);
        else
            row.symbol(18, 14, change.answer.isEmpty() ? u"more"_s : u"check"_s,
                       change.answer.isEmpty() ? Tone::Link : Tone::Good, -8);
        row.twoLines(40, -8, change.title, Changes::second(change));
        row.focus();
    }

    ChangesList *m_list;
    Changes *m_changes;
};

ChangesList::ChangesList(QWidget *parent)
    : QTreeView(parent)
    , m_changes(new Changes(this))
{
    setModel(m_changes);
    setItemDelegate(new Painter(this, m_changes));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(false);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Breaking changes", "@label"));
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (Changes::isGroup(index))
            setExpanded(index, !isExpanded(index));
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &i) {
        m_expanded[i.row() % 3] = m_renewing ? m_expanded[i.row() % 3] : true;
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &i) {
        m_expanded[i.row() % 3] = m_renewing ? m_expanded[i.row() % 3] : false;
    });
    expandGroups();
}

ChangesList::~ChangesList() = default;

void ChangesList::setRows(const QList<ChangeRow> &rows)
{
    m_rows = rows;
    setFilter(m_filter);
}

void ChangesList::setFilter(const QString &words)
{
    m_filter = words;
    const QString id = currentId();
    QList<ChangeRow> shown;
    for (const ChangeRow &row : std::as_const(m_rows)) {
        const QString all =
            row.title + u' ' + row.what + u' ' + row.id + u' ' + row.version + u' ' + row.where.join(u' ');
        if (words.isEmpty() || all.contains(words, Qt::CaseInsensitive))
            shown << row;
    }
    {
        const QScopedValueRollback renewing(m_renewing, true);
        m_changes->renew(shown);
        expandGroups();
    }
    if (!id.isEmpty())
        select(id);
    if (!currentIndex().isValid() || currentId().isEmpty()) {
        for (int g = 0; g < 3 && currentId().isEmpty(); ++g) {
            if (!m_changes->groups[g].isEmpty())
                setCurrentIndex(m_changes->index(0, 0, m_changes->index(g, 0, {})));
        }
    }
    viewport()->update();
}

void ChangesList::expandGroups()
{
    for (int g = 0; g < 3; ++g)
        setExpanded(m_changes->index(g, 0, {}), m_expanded[g] || !m_filter.isEmpty());
}

QString ChangesList::currentId() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !Changes::isGroup(index) ? m_changes->row(index).id : QString();
}

void ChangesList::select(const QString &id)
{
    for (int g = 0; g < 3; ++g) {
        for (int i = 0; i < m_changes->groups[g].size(); ++i) {
            if (m_changes->groups[g].at(i).id == id) {
                setCurrentIndex(m_changes->index(i, 0, m_changes->index(g, 0, {})));
                return;
            }
        }
    }
}

bool ChangesList::selectNextUnanswered()
{
    QStringList open;
    QString next;
    bool passed = false;
    for (int g = 0; g < 2; ++g) {
        for (const ChangeRow &row : std::as_const(m_changes->groups[g])) {
            if (row.answer.isEmpty() && row.id != currentId()) {
                open << row.id;
                if (passed && next.isEmpty())
                    next = row.id;
            }
            passed = passed || row.id == currentId();
        }
    }
    if (open.isEmpty())
        return false;
    select(next.isEmpty() ? open.first() : next);
    return true;
}

void ChangesList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT currentIdChanged(Changes::isGroup(current) ? QString() : m_changes->row(current).id);
}
