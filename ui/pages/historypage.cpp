// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/historypage.h"

#include "app/wizard/wizard.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/pages/textsheet.h"
#include "ui/rowpaint.h"
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

std::pair<QString, Tone> signOf(const QString &state)
{
    if (state == "rolled-back"_L1)
        return {u"edit-undo"_s, Tone::Normal};
    if (state == "needs-help"_L1 || state == "failed"_L1)
        return {u"dialog-error"_s, Tone::Bad};
    if (state == "interrupted"_L1 || state == "running"_L1)
        return {u"dialog-warning"_s, Tone::Caution};
    return {u"dialog-ok"_s, Tone::Good};
}

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
        const auto [sign, tone] = signOf(run.at(0));
        row.symbol(16, 16, sign, tone);
        row.words(48, 120, run.at(1), Type::Body, Tone::Normal);
        row.twoLines(176, -184, run.at(2), run.at(3), Type::Name);
        row.words(row.row.width() - 172, 164, run.at(4), Type::Caption, Tone::Link);
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
    , m_detail(new Card)
    , m_title((new Text(Type::Detail))->wrapped(60))
    , m_state((new Text(Type::Body))->wrapped(60))
    , m_when((new Text(Type::Body, Tone::Second))->wrapped(60))
    , m_installation((new Text(Type::Code, Tone::Second))->wrapped(60))
    , m_price((new Text(Type::Body))->wrapped(60))
    , m_rollBack(new QPushButton(symbol(u"edit-undo"_s), tr("&Roll back…", "@action")))
    , m_resume(new QPushButton(symbol(u"media-playback-start"_s), tr("&Resume", "@action")))
    , m_report(new QPushButton(symbol(u"document-save"_s), tr("Save re&port…", "@action")))
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
    auto *card = new Card;
    card->column()->setContentsMargins(1, 1, 1, 1);
    card->column()->addWidget(m_list);
    m_detail->column()->setContentsMargins(20, 16, 20, 16);
    m_detail->column()->setSpacing(8);
    for (Text *text : {m_title, m_state, m_when, m_installation})
        m_detail->column()->addWidget(text);
    m_detail->column()->addSpacing(8);
    m_detail->column()->addWidget(new RowLine);
    m_detail->column()->addSpacing(4);
    m_detail->column()->addWidget(new Text(tr("Going back now", "@title"), Type::Section));
    m_detail->column()->addWidget(m_price);
    m_detail->column()->addStretch();
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_resume, m_rollBack}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_report->setFlat(true);
    m_report->setAutoDefault(false);
    buttons->addWidget(m_report);
    m_detail->column()->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(card, 64);
    row->addWidget(m_detail, 36);
    body()->addLayout(row, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_shown.clear();
        renew();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryPage::showRun);
    connect(m_rollBack, &QPushButton::clicked, this, &HistoryPage::askRollBack);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        m_wizard->resumeRun(current().id);
        Q_EMIT runChosen();
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        saveText(this, tr("Save the report", "@title"), u"upgrade-report.html"_s,
                 m_model->reportHtml(current().id).toUtf8());
    });
    connect(m_model, &HistoryModel::changed, this, &HistoryPage::renewSoon);
}

QWidget *HistoryPage::firstFocus()
{
    return m_list;
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
    setTitle(tr("History", "@title"),
             rows.isEmpty() ? tr("No run yet. Each one is kept here with its evidence.", "@info")
                            : tr("%Ln run(s)", "@info", int(rows.size())) + u". "_s +
                                  tr("%Ln of them can still be rolled back.", "@info", possible));
    if (now == m_shown)
        return;
    m_shown = now;
    const QString selected = current().id;
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const HistoryRow &row : rows) {
            const QString all =
                row.title + u' ' + row.fromTo + u' ' + row.stateText + u' ' + row.installation;
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
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showRun();
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
    m_title->setText(run.title + u", "_s + run.fromTo);
    m_state->setText(run.stateText);
    m_when->setText(run.when);
    m_installation->setText(run.installation);
    m_price->setText(run.canRollBack ? run.price : tr("Not possible any more, or already done.", "@info"));
    m_rollBack->setVisible(run.canRollBack);
    m_resume->setVisible(run.canResume);
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
