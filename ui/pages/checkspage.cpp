// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/checkspage.h"

#include "app/wizard/checksmodel.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/pages/checkrowview.h"

#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChecksPage::ChecksPage(ChecksModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_all(new QPushButton(symbol(u"view-refresh"_s), tr("Run all again", "@action")))
    , m_open(new Card)
    , m_passedHead(new Text(Type::Section))
    , m_passed(new Card)
{
    m_all->setAutoDefault(false);
    corner()->addWidget(m_all, 0, Qt::AlignTop);
    connect(m_all, &QPushButton::clicked, m_model, &ChecksModel::runAll);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (Card *card : {m_open, m_passed}) {
        card->column()->setContentsMargins(1, 1, 1, 1);
        card->column()->setSpacing(0);
    }
    column->addWidget(m_open);
    column->addSpacing(8);
    column->addWidget(m_passedHead);
    column->addWidget(m_passed);
    column->addStretch();
    body()->addWidget(scrolling(content), 1);
    auto *all = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5), this);
    all->setContext(Qt::WidgetWithChildrenShortcut);
    connect(all, &QShortcut::activated, m_model, &ChecksModel::runAll);
    bind(model);
}

QWidget *ChecksPage::firstFocus()
{
    return m_open->findChild<QPushButton *>();
}

void ChecksPage::lookAgain()
{
    m_model->runAll();
}

QString ChecksPage::help() const
{
    return tr("What has to be true before anything is touched. Checks only read. A failed one has to pass; a "
              "warning can "
              "be accepted.\n\nF5 runs all again · A accepts the one with the focus",
              "@info");
}

void ChecksPage::renew()
{
    const QList<CheckRow> rows = m_model->rows();
    QStringList now;
    for (const CheckRow &row : rows)
        now << QStringList{row.id,      row.title,  row.verdict,
                           row.message, row.remedy, QString::number(row.accepted)}
                   .join(u'\n');
    if (now == m_shown)
        return;
    m_shown = now;
    for (Card *card : {m_open, m_passed}) {
        while (QLayoutItem *item = card->column()->takeAt(0)) {
            item->widget()->deleteLater();
            item->widget()->hide();
            delete item;
        }
    }
    qsizetype open = 0;
    for (const CheckRow &row : rows)
        open += CheckRowView::isQuiet(row) ? 0 : 1;
    qsizetype shownOpen = 0;
    qsizetype shownPassed = 0;
    for (const CheckRow &row : rows) {
        const bool quiet = CheckRowView::isQuiet(row);
        const bool last = quiet ? ++shownPassed == rows.size() - open : ++shownOpen == open;
        auto *view = new CheckRowView(row, last);
        connect(view, &CheckRowView::againWanted, m_model, &ChecksModel::runOne, Qt::QueuedConnection);
        connect(view, &CheckRowView::accepted, m_model, &ChecksModel::accept, Qt::QueuedConnection);
        (quiet ? m_passed : m_open)->column()->addWidget(view);
    }
    m_open->setVisible(open > 0);
    m_passed->setVisible(open < rows.size());
    m_passedHead->setVisible(open < rows.size());
    m_passedHead->setText(tr("Passed  %1", "@title").arg(QLocale().toString(rows.size() - open)));
}
