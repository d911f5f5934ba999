// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/plantree.h"

#include "ui/durations.h"
#include "ui/rowpaint.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace
{

constexpr int backColumn = 112;
constexpr int timeColumn = 96;

struct PhaseRows {
    QString title;
    int seconds = 0;
    QList<int> rows; ///< indexes of steps; -1 is the door
};

} // namespace

class PlanTree::Steps : public QAbstractItemModel
{
public:
    using QAbstractItemModel::QAbstractItemModel;

    QList<PlanRow> rows;
    QList<PhaseRows> phases;
    QString doorTitle;
    QString doorSentence;

    void renew(const QList<PlanRow> &now, const QString &door, const QString &sentence)
    {
        beginResetModel();
        rows = now;
        doorTitle = door;
        doorSentence = sentence;
        phases.clear();
        QString phase;
        for (int i = 0; i < rows.size(); ++i) {
            if (phases.isEmpty() || rows.at(i).phase != phase) {
                phase = rows.at(i).phase;
                phases.append({rows.at(i).phaseTitle, 0, {}});
            }
            if (rows.at(i).isDoor && !door.isEmpty())
                phases.last().rows << -1;
            phases.last().rows << i;
            phases.last().seconds += rows.at(i).seconds;
        }
        endResetModel();
    }

    QModelIndex index(int row, int column, const QModelIndex &parent) const override
    {
        return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : quintptr(-1));
    }
    QModelIndex parent(const QModelIndex &child) const override
    {
        return isPhase(child) ? QModelIndex() : createIndex(int(child.internalId()), 0, quintptr(-1));
    }
    int rowCount(const QModelIndex &parent) const override
    {
        if (!parent.isValid())
            return int(phases.size());
        return isPhase(parent) && parent.column() == 0 ? int(phases.at(parent.row()).rows.size()) : 0;
    }
    int columnCount(const QModelIndex &) const override { return 1; }

    static bool isPhase(const QModelIndex &index) { return index.internalId() == quintptr(-1); }
    int stepOf(const QModelIndex &index) const
    {
        return isPhase(index) ? -1 : phases.at(int(index.internalId())).rows.at(index.row());
    }
    bool isDoor(const QModelIndex &index) const { return !isPhase(index) && stepOf(index) < 0; }

    int stepsIn(int phase) const
    {
        return int(std::ranges::count_if(phases.at(phase).rows, [](int i) { return i >= 0; }));
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return {};
        if (isPhase(index))
            return PlanTree::tr("%1, %Ln step(s), %2", "@info", stepsIn(index.row()))
                .arg(phases.at(index.row()).title, spokenSeconds(phases.at(index.row()).seconds));
        if (isDoor(index))
            return doorTitle + u". "_s + doorSentence;
        const PlanRow &row = rows.at(stepOf(index));
        if (role == Qt::ToolTipRole)
            return row.detail.left(600);
        return role == Qt::DisplayRole ? row.title
                                       : PlanTree::tr("Step %1: %2, going back: %3, %4", "@info")
                                             .arg(row.number)
                                             .arg(row.title, row.reversal, row.time);
    }
};

class PlanTree::Painter : public QStyledItemDelegate
{
public:
    Painter(PlanTree *tree, Steps *steps)
        : QStyledItemDelegate(tree)
        , m_tree(tree)
        , m_steps(steps)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (!m_steps->isDoor(index))
            return {100, Steps::isPhase(index) ? 30 : 28};
        const QFontMetrics words(typeFont(Type::Caption));
        const QRect room(0, 0, std::max(120, m_tree->viewport()->width() - 72), 400);
        return {100,
                std::max(68, 26 + words.boundingRect(room, Qt::TextWordWrap, m_steps->doorSentence).height() +
                                 12)};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        p->save();
        RowPaint row(p, option);
        if (Steps::isPhase(index))
            phase(row, index);
        else if (m_steps->isDoor(index))
            door(p, row);
        else
            step(row, option, m_steps->rows.at(m_steps->stepOf(index)));
        row.focus();
        p->restore();
    }

private:
    void phase(RowPaint &row, const QModelIndex &index) const
    {
        const PhaseRows &phase = m_steps->phases.at(index.row());
        row.background(row.shades.group, false);
        row.symbol(8, 16, m_tree->isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s, Tone::Normal);
        const int used = row.words(32, -timeColumn, phase.title, Type::Name, Tone::Normal);
        row.words(32 + used + 8, -timeColumn,
                  PlanTree::tr("%Ln step(s)", "@info", m_steps->stepsIn(index.row())), Type::Body,
                  Tone::Second);
        row.trailing(12, spokenSeconds(phase.seconds), Type::Caption, Tone::Second);
    }

    static void step(RowPaint &row, const QStyleOptionViewItem &option, const PlanRow &step)
    {
        const bool selected = option.state & QStyle::State_Selected;
        row.background(selected ? row.shades.selection : row.shades.base, selected);
        const QString number = QLocale().toString(step.number);
        row.trailing(row.row.width() - 56, number, Type::Caption, Tone::Second);
        row.words(64, -(backColumn + timeColumn), step.title, Type::Body, Tone::Normal);
        row.words(row.row.width() - backColumn - timeColumn + 12, backColumn, step.reversal, Type::Caption,
                  Tone::Second);
        row.trailing(12, step.time, Type::Caption, Tone::Second);
    }

    void door(QPainter *p, RowPaint &row) const
    {
        p->fillRect(row.row, row.shades.window);
        p->fillRect(QRect(row.row.left(), row.row.top(), row.row.width(), 2), row.shades.text);
        p->fillRect(QRect(row.row.left(), row.row.bottom() - 1, row.row.width(), 2), row.shades.text);
        const QRect place = row.place(18, 24);
        const QRectF frame(place.left(), place.center().y() - 22, 24, 46);
        p->setPen(QPen(row.shades.text, 2));
        p->drawRect(frame);
        p->drawLine(QPointF(frame.left() - 5, frame.bottom()), QPointF(frame.right() + 5, frame.bottom()));
        p->setPen(QPen(row.shades.text, 1));
        p->drawRect(frame.adjusted(4, 4, -4, 0));
        p->setBrush(row.shades.text);
        p->drawEllipse(frame.center() + QPointF(4, 1), 2, 2);
        p->setBrush(Qt::NoBrush);
        const QRect words = row.place(60, -12);
        p->setFont(typeFont(Type::Name));
        p->setPen(row.shades.text);
        const int side =
            int(words.left() > row.row.left() + 20 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
        p->drawText(words.adjusted(0, 7, 0, 0), side | Qt::AlignTop, m_steps->doorTitle);
        p->setFont(typeFont(Type::Caption));
        p->setPen(row.shades.second);
        p->drawText(words.adjusted(0, 26, 0, -4), side | Qt::AlignTop | Qt::TextWordWrap,
                    m_steps->doorSentence);
    }

    PlanTree *m_tree;
    Steps *m_steps;
};

PlanTree::PlanTree(QWidget *parent)
    : QTreeView(parent)
    , m_steps(new Steps(this))
{
    setModel(m_steps);
    setItemDelegate(new Painter(this, m_steps));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Steps of the plan", "@label"));
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (Steps::isPhase(index))
            setExpanded(index, !isExpanded(index));
    });
}

PlanTree::~PlanTree() = default;

void PlanTree::setPlan(const QList<PlanRow> &rows, const QString &doorTitle, const QString &doorSentence)
{
    m_steps->renew(rows, doorTitle, doorSentence);
    // The phases around the door are open, the others one line each: the door is what one has to see.
    int doorPhase = -1;
    for (int i = 0; i < m_steps->phases.size(); ++i) {
        if (m_steps->phases.at(i).rows.contains(-1))
            doorPhase = i;
    }
    const bool all = rows.size() <= 14 || doorPhase < 0;
    for (int i = 0; i < m_steps->phases.size(); ++i)
        setExpanded(m_steps->index(i, 0, {}), all || std::abs(i - doorPhase) <= 1);
    jumpToDoor();
}

void PlanTree::jumpToDoor()
{
    for (int phase = 0; phase < m_steps->phases.size(); ++phase) {
        const qsizetype at = m_steps->phases.at(phase).rows.indexOf(-1);
        if (at < 0)
            continue;
        const QModelIndex parent = m_steps->index(phase, 0, {});
        setExpanded(parent, true);
        setCurrentIndex(m_steps->index(int(at) + 1, 0, parent));
        scrollTo(m_steps->index(int(at), 0, parent), PositionAtCenter);
        return;
    }
    if (!m_steps->phases.isEmpty())
        setCurrentIndex(m_steps->index(0, 0, m_steps->index(0, 0, {})));
}

void PlanTree::jumpToPhase(int direction)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    const int phase = Steps::isPhase(current) ? current.row() : int(current.internalId());
    const int next = std::clamp<int>(phase + direction, 0, int(m_steps->phases.size()) - 1);
    setCurrentIndex(m_steps->index(next, 0, {}));
}

const PlanRow *PlanTree::currentStep() const
{
    const QModelIndex index = currentIndex();
    const int step = index.isValid() ? m_steps->stepOf(index) : -1;
    return step < 0 ? nullptr : &m_steps->rows.at(step);
}

void PlanTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const PlanRow *step = currentStep();
    Q_EMIT stepSelected(step ? step->id : QString());
}

void PlanTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}
