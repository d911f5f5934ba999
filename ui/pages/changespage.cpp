// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/changespage.h"

#include "app/wizard/changesmodel.h"
#include "ui/card.h"
#include "ui/changeslist.h"
#include "ui/icons.h"
#include "ui/noteview.h"
#include "ui/pages/changedetail.h"
#include "ui/tabstrip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChangesPage::ChangesPage(ChangesModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_tabs(new TabStrip)
    , m_filter(new QLineEdit)
    , m_stack(new QStackedWidget)
    , m_list(new ChangesList)
    , m_detail(new ChangeDetail)
    , m_notes(new NoteView)
{
    m_tabs->addTab({});
    m_tabs->addTab(tr("All notes, merged", "@title:tab"));
    m_filter->setPlaceholderText(tr("Filter changes (Ctrl+F)", "@label"));
    m_filter->setAccessibleName(tr("Filter changes", "@label"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(symbol(u"edit-find"_s, Tone::Second), QLineEdit::LeadingPosition);
    m_filter->setFixedWidth(256);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_tabs, 1);
    tools->addWidget(m_filter);
    auto *listCard = new Card;
    listCard->column()->setContentsMargins(1, 1, 1, 1);
    listCard->column()->addWidget(m_list);
    listCard->setMinimumWidth(240);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(listCard, 35);
    row->addWidget(m_detail, 64);
    auto *noteCard = new Card;
    noteCard->column()->setContentsMargins(1, 1, 1, 1);
    noteCard->column()->addWidget(m_notes);
    m_stack->addWidget(both);
    m_stack->addWidget(noteCard);
    body()->setSpacing(12);
    body()->addLayout(tools);
    body()->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        if (tab == 1 && std::exchange(m_notesStale, false))
            m_notes->setNote(m_model->mergedNotesHtml());
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_list->setFilter(words);
        if (m_stack->currentIndex() == 1)
            m_notes->mark(words);
    });
    connect(m_list, &ChangesList::currentIdChanged, this, &ChangesPage::showChange);
    connect(m_detail, &ChangeDetail::answered, this, &ChangesPage::giveAnswer);
    auto *other = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), this);
    other->setContext(Qt::WidgetWithChildrenShortcut);
    connect(other, &QShortcut::activated, this,
            [this] { m_tabs->setCurrentIndex(1 - m_tabs->currentIndex()); });
    auto *next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down), this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, m_list, &ChangesList::selectNextUnanswered);
    bind(model);
}

QWidget *ChangesPage::firstFocus()
{
    return m_list;
}

void ChangesPage::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ChangesPage::lookAgain()
{
    m_model->refresh();
}

QString ChangesPage::help() const
{
    return tr("Every breaking change between the two versions, held against this installation. Each one that "
              "hits, or "
              "where it cannot be told, wants your answer by name.\n\nUp and down: change · 1 to 3 answer · "
              "Ctrl+Down next without an answer · Ctrl+Tab notes · Ctrl+F filter",
              "@info");
}

void ChangesPage::setSmall(bool small)
{
    Page::setSmall(small);
    m_detail->setSmall(small);
    m_filter->setFixedWidth(small ? 224 : 256);
}

void ChangesPage::renew()
{
    const QList<ChangeRow> rows = m_model->rows();
    m_tabs->setTabText(0, tr("Changes  %1", "@title:tab").arg(QLocale().toString(rows.size())));
    m_list->setRows(rows);
    showChange(m_list->currentId());
    m_notesStale = true;
    if (m_stack->currentIndex() == 1 && std::exchange(m_notesStale, false))
        m_notes->setNote(m_model->mergedNotesHtml());
}

void ChangesPage::showChange(const QString &id)
{
    for (const ChangeRow &row : m_model->rows()) {
        if (row.id == id) {
            m_detail->setChange(row);
            return;
        }
    }
    if (id.isEmpty() && m_model->rows().isEmpty())
        m_detail->setChange({});
}

void ChangesPage::giveAnswer(const QString &answer)
{
    const QString id = m_list->currentId();
    if (id.isEmpty() || answer.isEmpty())
        return;
    m_model->answer(id, answer);
    renewNow();
    m_list->selectNextUnanswered();
}

void ChangesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_3 && event->modifiers() == Qt::NoModifier)
        m_detail->choose(event->key() - Qt::Key_1);
    else if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else
        Page::keyPressEvent(event);
}
