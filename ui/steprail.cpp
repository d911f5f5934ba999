// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/steprail.h"

#include "ui/icons.h"
#include "ui/text.h"
#include "ui/type.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

class StepRail::Steps : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(steps.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const RailStep step = steps.value(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return step.title;
        case Qt::ToolTipRole:
            return step.reachable ? QString() : step.missing;
        case Qt::AccessibleTextRole:
            return spoken(index.row());
        default:
            return {};
        }
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const bool open = steps.value(index.row()).reachable || index.row() == current;
        return open ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    }

    QString spoken(int row) const
    {
        const RailStep step = steps.value(row);
        QString text =
            StepRail::tr("%1, step %2 of %3", "@info").arg(step.title).arg(row + 1).arg(steps.size());
        if (!step.word.isEmpty())
            text += u", "_s + step.word;
        if (row == current)
            text += u", "_s + StepRail::tr("current", "@info step");
        return text;
    }

    QList<RailStep> steps;
    int current = -1;

    void renew(const QList<RailStep> &now, int at)
    {
        if (now.size() != steps.size()) {
            beginResetModel();
            steps = now;
            current = at;
            endResetModel();
            return;
        }
        steps = now;
        current = at;
        if (!steps.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(steps.size()) - 1));
    }
};

class StepRail::Painter : public QStyledItemDelegate
{
public:
    Painter(Steps *steps, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_steps(steps)
    {
    }

    int rowHeight = 56;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const RailStep step = m_steps->steps.at(index.row());
        const Shades &shades = shadesFor(option.palette);
        const bool current = index.row() == m_steps->current;
        const bool rtl = option.direction == Qt::RightToLeft;
        const auto placed = [&](QRect r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QRect row = option.rect;
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        const int centre = rowHeight >= 56 ? 18 : 16;
        const QRectF ring =
            placed(QRect(row.left() + (rowHeight >= 56 ? 16 : 12), row.top() + centre - 10, 20, 20));
        if (current) {
            p->fillRect(row, shades.selection);
            p->fillRect(rtl ? QRect(row.right() - 2, row.top(), 3, row.height())
                            : QRect(row.left(), row.top(), 3, row.height()),
                        shades.accent);
        }
        if (index.row() + 1 < m_steps->steps.size()) {
            p->setPen(QPen(shades.frame, 1));
            p->drawLine(QPointF(ring.center().x() + 0.5, ring.bottom() + 4),
                        QPointF(ring.center().x() + 0.5, row.bottom() + 1.0 + centre - 14));
        }
        glyph(p, ring, step, current, index.row(), shades);
        const bool open = step.reachable || current;
        const QRect words = placed(QRect(row.left() + (rowHeight >= 56 ? 48 : 40), row.top(),
                                         row.width() - (rowHeight >= 56 ? 56 : 46), row.height()));
        QFont title = typeFont(current ? Type::Name : Type::Body);
        const int above = centre - QFontMetrics(title).height() / 2;
        p->setFont(title);
        p->setPen(open ? shades.text : shades.second);
        const auto line = [&](const QString &text, int y) {
            const QString shown = p->fontMetrics().elidedText(text, Qt::ElideRight, words.width());
            p->drawText(QRect(words.left(), row.top() + y, words.width(), p->fontMetrics().height()),
                        readingFlags(option.direction, Qt::AlignLeft | Qt::AlignTop, shown), shown);
        };
        line(step.title, above);
        p->setFont(typeFont(Type::Caption));
        p->setPen(step.state == RailStep::Failed      ? shades.bad
                  : step.state == RailStep::Attention ? shades.caution
                                                      : shades.second);
        line(step.word, above + QFontMetrics(title).height() - 1);
        if (option.state & QStyle::State_HasFocus) {
            p->setPen(QPen(shades.accent, 2));
            p->setBrush(Qt::NoBrush);
            p->drawRoundedRect(QRectF(row).adjusted(3, 2, -3, -2), 4, 4);
        }
        p->restore();
    }

private:
    static void glyph(QPainter *p, const QRectF &ring, const RailStep &step, bool current, int row,
                      const Shades &shades)
    {
        const QRectF inner = ring.adjusted(4, 4, -4, -4);
        const auto ringed = [&](const QColor &color, const QString &sign) {
            p->setPen(QPen(color, 1.4));
            p->setBrush(Qt::NoBrush);
            p->drawEllipse(ring.adjusted(0.7, 0.7, -0.7, -0.7));
            if (!sign.isEmpty())
                paintSymbol(p, sign, inner, color);
        };
        if (current) {
            p->setPen(Qt::NoPen);
            p->setBrush(shades.accent);
            p->drawEllipse(ring);
        } else if (step.state == RailStep::Done) {
            ringed(shades.good, u"check"_s);
            return;
        } else if (step.state == RailStep::Attention) {
            ringed(shades.caution, u"dialog-warning"_s);
            return;
        } else if (step.state == RailStep::Failed) {
            ringed(shades.bad, u"cross"_s);
            return;
        } else {
            ringed(shades.frame, {});
        }
        p->setFont(typeFont(Type::Caption));
        p->setPen(current ? shades.onAccent : shades.second);
        p->drawText(ring, Qt::AlignCenter, QLocale().toString(row + 1));
    }

    Steps *m_steps;
};

StepRail::StepRail(QWidget *parent)
    : QListView(parent)
    , m_steps(new Steps(this))
    , m_painter(new Painter(m_steps, this))
{
    setModel(m_steps);
    setItemDelegate(m_painter);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Steps of the upgrade", "@label"));
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    setViewportMargins(0, 16, 1, 0);
    const auto choose = [this](const QModelIndex &index) {
        if (m_steps->steps.value(index.row()).reachable)
            Q_EMIT stepChosen(index.row());
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
}

StepRail::~StepRail() = default;

void StepRail::setSteps(const QList<RailStep> &steps, int current)
{
    if (steps == m_steps->steps && current == m_steps->current)
        return;
    m_steps->renew(steps, current);
    viewport()->update();
}

QString StepRail::accessibleText(int step) const
{
    return m_steps->spoken(step);
}

QSize StepRail::sizeHint() const
{
    return {208, 16 + 56 * m_steps->rowCount({})};
}

void StepRail::resizeEvent(QResizeEvent *event)
{
    const bool small = height() < 16 + 56 * std::max(8, m_steps->rowCount({}));
    setViewportMargins(0, small ? 3 : 16, 1, 0);
    if (const int wanted = small ? 50 : 56; wanted != m_painter->rowHeight) {
        m_painter->rowHeight = wanted;
        scheduleDelayedItemsLayout();
    }
    QListView::resizeEvent(event);
}
