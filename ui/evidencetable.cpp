// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/evidencetable.h"

#include "ui/rowpaint.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

class EvidenceTable::Lines : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    QList<EvidenceLine> lines;
    QString before;
    QString now;

    void renew(const QList<EvidenceLine> &newer)
    {
        if (newer == lines)
            return;
        beginResetModel();
        lines = newer;
        endResetModel();
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(lines.size());
    }
    int columnCount(const QModelIndex &) const override { return 4; }

    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return section == 1 ? before : section == 2 ? now : QString();
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return {};
        const EvidenceLine &line = lines.at(index.row());
        switch (index.column()) {
        case 0:
            return line.label;
        case 1:
            return line.before;
        case 2:
            return line.now;
        default:
            return role == Qt::AccessibleTextRole ? stateWord(line.state) + u", "_s + line.word : line.word;
        }
    }

    static QString stateWord(EvidenceLine::State state)
    {
        switch (state) {
        case EvidenceLine::Good:
            return EvidenceTable::tr("good", "@info evidence");
        case EvidenceLine::Attention:
            return EvidenceTable::tr("attention", "@info evidence");
        case EvidenceLine::Bad:
            return EvidenceTable::tr("bad", "@info evidence");
        case EvidenceLine::Unknown:
            break;
        }
        return EvidenceTable::tr("unknown", "@info evidence");
    }
};

class EvidenceTable::Painter : public QStyledItemDelegate
{
public:
    Painter(Lines *lines, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_lines(lines)
    {
    }

    bool figures = false;
    int rowHeight = 28;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {60, rowHeight};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        static const QRegularExpression hash(u"^[0-9a-f]{6,}|^[0-9a-f]{4} [0-9a-f]{4}"_s);
        const EvidenceLine &line = m_lines->lines.at(index.row());
        p->save();
        RowPaint row(p, option);
        row.background(row.shades.base, false);
        if (index.row() + 1 == m_lines->lines.size())
            p->fillRect(option.rect, row.shades.base);
        const int column = index.column();
        if (column == 0) {
            row.words(16, -8, line.label, Type::Body, Tone::Normal);
        } else if (column < 3) {
            const QString text = column == 1 ? line.before : line.now;
            const Type type = hash.match(text).hasMatch() ? Type::Code : Type::Body;
            const Tone tone = column == 1 && !figures ? Tone::Second : Tone::Normal;
            if (figures && QFontMetrics(typeFont(type)).horizontalAdvance(text) < row.row.width() - 16)
                row.trailing(16, text, type, tone);
            else
                row.words(8, -8, text, type, tone);
        } else {
            static const char *icons[] = {"check", "dialog-warning", "dialog-error", "dialog-question"};
            static const Tone tones[] = {Tone::Good, Tone::Caution, Tone::Bad, Tone::Caution};
            row.symbol(8, 14, QLatin1String(icons[line.state]), tones[line.state]);
            const bool plain = line.state == EvidenceLine::Good;
            row.words(30, -8, line.word.isEmpty() ? Lines::stateWord(line.state) : line.word, Type::Caption,
                      plain ? (figures ? Tone::Good : Tone::Normal) : tones[line.state]);
        }
        p->restore();
    }

private:
    Lines *m_lines;
};

namespace
{

/// Column heads as words in second text over one line, without the style's boxes.
class QuietHeader : public QHeaderView
{
public:
    explicit QuietHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

    QSize sizeHint() const override { return {100, 30}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Shades &shades = shadesFor(palette());
        painter->fillRect(rect, shades.base);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shades.frame);
        painter->setFont(typeFont(Type::CaptionHead));
        painter->setPen(shades.second);
        const bool trailing = defaultAlignment() & (Qt::AlignRight | Qt::AlignTrailing);
        painter->drawText(
            rect.adjusted(8, 0, trailing ? -16 : -8, 0),
            int(QStyle::visualAlignment(layoutDirection(), trailing ? Qt::AlignRight | Qt::AlignVCenter
                                                                    : Qt::AlignLeft | Qt::AlignVCenter)),
            model()->headerData(section, Qt::Horizontal).toString());
    }
};

} // namespace

EvidenceTable::EvidenceTable(QWidget *parent)
    : QTreeView(parent)
    , m_lines(new Lines(this))
    , m_painter(new Painter(m_lines, this))
{
    setHeader(new QuietHeader(this));
    setModel(m_lines);
    setItemDelegate(m_painter);
    setFrameShape(QFrame::NoFrame);
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(false);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setMinimumSectionSize(40);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setAccessibleName(tr("Evidence before and after", "@label"));
}

EvidenceTable::~EvidenceTable() = default;

void EvidenceTable::setTitles(const QString &before, const QString &now)
{
    m_lines->before = before;
    m_lines->now = now;
    header()->viewport()->update();
}

void EvidenceTable::setLines(const QList<EvidenceLine> &lines)
{
    const bool sized = lines.size() != m_lines->lines.size();
    m_lines->renew(lines);
    if (sized)
        updateGeometry();
}

void EvidenceTable::setFigures(bool figures)
{
    m_painter->figures = figures;
    header()->setDefaultAlignment(figures ? Qt::AlignTrailing | Qt::AlignVCenter
                                          : Qt::AlignLeading | Qt::AlignVCenter);
}

EvidenceLine::State EvidenceTable::stateOf(const QString &verdict)
{
    if (verdict == "good"_L1 || verdict == "equal"_L1)
        return EvidenceLine::Good;
    if (verdict == "bad"_L1 || verdict == "differs"_L1)
        return EvidenceLine::Bad;
    return verdict == "attention"_L1 ? EvidenceLine::Attention : EvidenceLine::Unknown;
}

QSize EvidenceTable::sizeHint() const
{
    return {600, header()->sizeHint().height() + m_painter->rowHeight * int(m_lines->lines.size()) + 4};
}

void EvidenceTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int width = viewport()->width();
    const double parts[] = {m_painter->figures ? 0.30 : 0.24, 0.24, 0.24};
    for (int i = 0; i < 3; ++i)
        header()->resizeSection(i, int(width * parts[i]));
}
