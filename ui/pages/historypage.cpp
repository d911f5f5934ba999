// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/historypage.h"

#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/pages/rundetail.h"
#include "ui/pages/textsheet.h"
#include "ui/rowpaint.h"
#include "ui/runsign.h"
#include "ui/typedsheet.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

/// Sign, when, what, and what can still be done.
class RunPainter : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 56}; }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto run =
            index.data(Qt::UserRole + 1).value<QStringList>(); // state, when, title, text, possible
        if (run.size() < 5)
            return;
        p->save();
        RowPaint row(p, option);
        const bool selected = option.state & QStyle::State_Selected;
        row.background(selected ? row.shades.selection : row.shades.base, selected);
        const auto [sign, tone] = signOfRun(run.at(0));
        row.symbol(16, 16, sign, tone);
        row.words(48, 120, run.at(1), Type::Body, Tone::Normal);
        const int far = run.at(4).isEmpty() ? 16 : 136;
        row.twoLines(176, -far, run.at(2), run.at(3), Type::Name);
        row.words(row.row.width() - 124, 116, run.at(4), Type::Caption, Tone::Link);
        row.focus();
        p->restore();
    }
};

} // namespace

HistoryPage::HistoryPage(Wizard *wizard, QWidget *parent)
    : Page(parent)
    , m_wizard(wizard)
    , m_model(wizard->history())
    , m_filter(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_listCard(new Card)
    , m_none(new Card)
    , m_detail(new RunDetail)
{
    m_filter->setPlaceholderText(tr("Search runs", "@label"));
    m_filter->setAccessibleName(tr("Search runs", "@label"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(symbol(u"edit-find"_s, Tone::Second), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(256);
    corner()->addWidget(m_filter, 0, Qt::AlignVCenter);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RunPainter(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Runs, newest first", "@label"));
    m_listCard->column()->setContentsMargins(1, 1, 1, 1);
    m_listCard->column()->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_listCard, 56);
    row->addWidget(m_detail, 44);
    body()->addWidget(buildNone());
    body()->addLayout(row, 1);
    body()->addStretch();
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_shown.clear();
        renew();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryPage::showRun);
    connect(m_detail, &RunDetail::rollBackWanted, this, &HistoryPage::askRollBack);
    connect(m_detail, &RunDetail::resumeWanted, this, [this] {
        m_wizard->resumeRun(current().id);
        Q_EMIT runChosen();
    });
    connect(m_detail, &RunDetail::lookWanted, this, [this] {
        m_wizard->lookAtRun(current().id);
        Q_EMIT runChosen();
    });
    connect(m_detail, &RunDetail::reportWanted, this, [this] {
        saveText(this, tr("Save the report", "@title"), u"upgrade-report.html"_s,
                 m_model->reportHtml(current().id).toUtf8());
    });
    connect(m_model, &HistoryModel::changed, this, &HistoryPage::renewSoon);
}

QWidget *HistoryPage::buildNone()
{
    m_none->column()->setContentsMargins(24, 20, 24, 20);
    m_none->column()->setSpacing(12);
    m_none->column()->addWidget(
        (new Text(tr("Nothing has been upgraded or backed up from here yet. Each run stays here with what "
                     "was done, what was seen before and after, and its way back.",
                     "@info"),
                  Type::Body, Tone::Second))
            ->wrapped());
    auto *practise = new QPushButton(symbol(u"applications-science"_s), tr("&Practise one", "@action"));
    practise->setAutoDefault(false);
    connect(practise, &QPushButton::clicked, this, &HistoryPage::practiseWanted);
    m_none->column()->addWidget(practise, 0, Qt::AlignLeading);
    return m_none;
}

QWidget *HistoryPage::firstFocus()
{
    return m_listCard->isVisibleTo(this) ? m_list : nullptr;
}

void HistoryPage::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void HistoryPage::lookAgain()
{
    m_model->refresh();
}

QString HistoryPage::help() const
{
    return tr("Every run with its outcome. As long as its backup and the old version are there it can be "
              "taken back.\n\n"
              "Ctrl+F searches",
              "@info");
}

void HistoryPage::renew()
{
    const QList<HistoryRow> rows = m_model->rows();
    int possible = 0;
    QStringList now{m_filter->text()};
    for (const HistoryRow &row : rows) {
        possible += row.canRollBack;
        now << row.id + row.state + row.price;
    }
    setTitle(rows.isEmpty() ? tr("No run yet", "@title") : tr("History", "@title"),
             rows.isEmpty()
                 ? QString()
                 : tr("%Ln run(s)", "@info", int(rows.size())) + u". "_s +
                       (possible > 0 ? tr("%Ln of them can still be rolled back.", "@info", possible)
                                     : tr("None of them can be rolled back any more.", "@info")));
    m_none->setVisible(rows.isEmpty());
    m_listCard->setVisible(!rows.isEmpty());
    m_filter->setVisible(rows.size() > 1);
    if (now == m_shown)
        return;
    m_shown = now;
    fill(rows);
    showRun();
}

void HistoryPage::fill(const QList<HistoryRow> &rows)
{
    const QString selected = current().id;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const HistoryRow &row : rows) {
        const QString all = row.title + u' ' + row.fromTo + u' ' + row.stateText + u' ' + row.installation;
        if (!m_filter->text().isEmpty() && !all.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, QStringList{row.when, row.title, row.fromTo, row.stateText}.join(u", "_s));
        item->setData(0, Qt::UserRole, row.id);
        item->setData(0, Qt::UserRole + 1,
                      QStringList{row.state, row.when, row.title + u", "_s + row.fromTo, row.stateText,
                                  row.canRollBack ? tr("can be rolled back", "@info") : QString()});
        if (row.id == selected)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

HistoryRow HistoryPage::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(0, Qt::UserRole).toString() : QString();
    for (const HistoryRow &row : m_model->rows()) {
        if (row.id == id)
            return row;
    }
    return {};
}

void HistoryPage::showRun()
{
    const HistoryRow run = current();
    m_detail->setVisible(!run.id.isEmpty());
    if (!run.id.isEmpty())
        m_detail->setRun(run, m_model->detail(run.id));
}

void HistoryPage::askRollBack()
{
    const HistoryRow run = current();
    auto *sheet = new TypedSheet({tr("Take this run back", "@title"),
                                  {run.title + u", "_s + run.fromTo, run.price},
                                  run.title,
                                  tr("Roll back", "@action")},
                                 this);
    connect(sheet, &QDialog::accepted, this, [this, id = run.id] {
        m_wizard->rollBackRun(id);
        Q_EMIT runChosen();
    });
    sheet->open();
}
