// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/notespage.h"

#include "app/wizard/notesmodel.h"
#include "ui/card.h"
#include "ui/icons.h"
#include "ui/noteview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NotesPage::NotesPage(NotesModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_search(new QLineEdit)
    , m_breaking(new QCheckBox(tr("&Breaking only", "@option")))
    , m_compare(new LinkButton(tr("Compare two…", "@action")))
    , m_list(new QTreeWidget)
    , m_source(new Text(Type::Caption, Tone::Second))
    , m_note(new NoteView)
{
    m_search->setPlaceholderText(tr("Search all notes", "@label"));
    m_search->setAccessibleName(tr("Search all notes", "@label"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(symbol(u"edit-find"_s, Tone::Second), QLineEdit::LeadingPosition);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(3);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIndentation(14);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Releases", "@label"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto *card = new Card;
    card->column()->setContentsMargins(1, 1, 1, 1);
    card->column()->setSpacing(0);
    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(11, 10, 11, 8);
    tools->setSpacing(6);
    tools->addWidget(m_search);
    auto *second = new QHBoxLayout;
    second->addWidget(m_breaking, 1);
    second->addWidget(m_compare);
    tools->addLayout(second);
    card->column()->addLayout(tools);
    card->column()->addWidget(new RowLine);
    card->column()->addWidget(m_list, 1);
    card->column()->addWidget(new RowLine);
    auto *source = new QHBoxLayout;
    source->setContentsMargins(12, 6, 12, 6);
    source->addWidget(m_source->elided());
    card->column()->addLayout(source);
    card->setFixedWidth(300);
    auto *noteCard = new Card;
    noteCard->column()->setContentsMargins(1, 1, 1, 1);
    noteCard->column()->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(card);
    row->addWidget(noteCard, 1);
    body()->addLayout(row, 1);
    auto *again = new QPushButton(symbol(u"view-refresh"_s), tr("Fetch new ones", "@action"));
    again->setAutoDefault(false);
    corner()->addWidget(again, 0, Qt::AlignTop);
    connect(again, &QPushButton::clicked, m_model, &NotesModel::refresh);
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &NotesPage::search);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_breaking, &QCheckBox::toggled, this, [this] {
        m_shown.clear();
        renew();
    });
    connect(m_compare, &QPushButton::clicked, this, &NotesPage::compare);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &NotesPage::showNote);
    connect(m_model, &NotesModel::changed, this, &NotesPage::renewSoon);
}

QWidget *NotesPage::firstFocus()
{
    return m_search;
}

void NotesPage::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void NotesPage::lookAgain()
{
    m_model->refresh();
}

QString NotesPage::help() const
{
    return tr("Every release with its notes, breaking changes first. All of it can be read offline.\n\n"
              "Up and down: version · Space scrolls · N and P: next and previous unread · B: next heading · "
              "C: compare",
              "@info");
}

void NotesPage::setSmall(bool small)
{
    Page::setSmall(small);
}

void NotesPage::renew()
{
    const QList<ReleaseRow> rows = m_model->releases();
    setTitle(tr("Release notes", "@title"),
             m_model->errorText().isEmpty() ? tr("%Ln release(s) from %1 to %2", "@info", int(rows.size()))
                                                  .arg(rows.isEmpty() ? QString() : rows.last().version,
                                                       rows.isEmpty() ? QString() : rows.first().version)
                                            : m_model->errorText());
    m_source->setText(m_model->isBusy() ? tr("Fetching new releases…", "@status") : m_model->sourceText());
    QStringList now{m_hits.join(u','), QString::number(m_breaking->isChecked())};
    for (const ReleaseRow &row : rows)
        now << row.version + row.mark + QString::number(row.unread) + QString::number(row.breaking);
    if (now == m_shown)
        return;
    m_shown = now;
    const QString selected = current();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    QTreeWidgetItem *line = nullptr;
    QTreeWidgetItem *keep = nullptr;
    const bool searching = !m_search->text().trimmed().isEmpty();
    for (const ReleaseRow &row : rows) {
        if ((m_breaking->isChecked() && row.breaking <= 0) || (searching && !m_hits.contains(row.version)))
            continue;
        if (!line || line->text(0) != row.line) {
            line =
                new QTreeWidgetItem(m_list, {row.line, row.lts ? tr("LTS", "@label") : QString(), QString()});
            line->setFont(0, typeFont(Type::Name));
            line->setFlags(Qt::ItemIsEnabled);
            line->setExpanded(searching || m_list->topLevelItemCount() <= 2);
        }
        auto *item = new QTreeWidgetItem(
            line, {row.version, row.mark.isEmpty() ? QLocale().toString(row.date, u"d MMM yyyy"_s) : row.mark,
                   row.breaking > 0 ? QLocale().toString(row.breaking) : QString()});
        item->setData(0, Qt::UserRole, row.version);
        if (row.breaking > 0) {
            item->setIcon(2, symbol(u"dialog-warning"_s, Tone::Caution));
            item->setToolTip(2, tr("%Ln breaking change(s)", "@info", row.breaking));
        }
        if (row.unread)
            item->setFont(0, typeFont(Type::Name));
        item->setData(0, Qt::AccessibleTextRole,
                      row.unread ? tr("%1, unread", "@info").arg(row.version) : row.version);
        item->setForeground(1, shadesFor(palette()).second);
        if (row.version == selected || (!keep && selected.isEmpty()))
            keep = item;
    }
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *top = m_list->topLevelItem(i);
        top->setExpanded(searching || i < 2 || (keep && keep->parent() == top));
        top->setForeground(1, shadesFor(palette()).second);
    }
    if (keep)
        m_list->setCurrentItem(keep);
    if (selected.isEmpty() || !keep)
        showNote();
}

QString NotesPage::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void NotesPage::search()
{
    m_hits =
        m_search->text().trimmed().isEmpty() ? QStringList() : m_model->search(m_search->text().trimmed());
    renew();
    m_note->mark(m_search->text().trimmed());
}

void NotesPage::showNote()
{
    if (current().isEmpty())
        return;
    m_note->setNote(m_model->noteHtml(current()));
    if (!m_search->text().trimmed().isEmpty())
        m_note->mark(m_search->text().trimmed());
}

void NotesPage::compare()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(tr("Compare two versions", "@title"));
    auto *from = new QComboBox;
    auto *to = new QComboBox;
    for (const ReleaseRow &row : m_model->releases()) {
        from->addItem(row.version);
        to->addItem(row.version);
    }
    from->setCurrentText(current());
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(24, 24, 24, 20);
    form->addRow(tr("From:", "@label"), from);
    form->addRow(tr("To:", "@label"), to);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Show all between", "@action"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this,
            [=, this] { m_note->setNote(m_model->compareHtml(from->currentText(), to->currentText())); });
    dialog->open();
}

void NotesPage::nextUnread(int direction)
{
    QTreeWidgetItem *item = m_list->currentItem();
    while (item) {
        item = direction > 0 ? m_list->itemBelow(item) : m_list->itemAbove(item);
        if (item && item->font(0).weight() >= QFont::DemiBold && item->parent()) {
            m_list->setCurrentItem(item);
            return;
        }
    }
}

void NotesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier) {
        Page::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_N:
        nextUnread(1);
        break;
    case Qt::Key_P:
        nextUnread(-1);
        break;
    case Qt::Key_B:
        m_note->jumpToHeading(1);
        break;
    case Qt::Key_C:
        compare();
        break;
    default:
        Page::keyPressEvent(event);
    }
}
