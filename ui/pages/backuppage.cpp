// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/backuppage.h"

#include "app/wizard/backupmodel.h"
#include "ui/card.h"
#include "ui/codeview.h"
#include "ui/evidencetable.h"
#include "ui/icons.h"
#include "ui/pages/textsheet.h"
#include "ui/typedsheet.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

BackupPage::BackupPage(BackupModel *model, QWidget *parent)
    : Page(parent)
    , m_model(model)
    , m_start(new QPushButton(symbol(u"view-refresh"_s), tr("Back up again", "@action")))
    , m_savedCard(new Card)
    , m_folder((new Text(Type::Code))->wrapped(60))
    , m_free((new Text(Type::Caption, Tone::Second))->wrapped())
    , m_choose(new QPushButton(symbol(u"folder"_s), tr("Another folder…", "@action")))
    , m_without(new QPushButton(tr("Go on without a backup…", "@action")))
    , m_proofCard(new Card)
    , m_proofCount(new Text(Type::Name, Tone::Good))
    , m_progressText(new Text(Type::Body, Tone::Second))
    , m_progress(new QProgressBar)
    , m_table(new EvidenceTable)
    , m_expected((new Text(Type::Caption, Tone::Second))->wrapped(100))
    , m_commands(new LinkButton(tr("Show the commands", "@action")))
{
    m_start->setAutoDefault(false);
    corner()->addWidget(m_start, 0, Qt::AlignTop);
    connect(m_start, &QPushButton::clicked, m_model, &BackupModel::start);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(buildLeft(), 31);
    row->addWidget(buildProof(), 67);
    body()->addLayout(row, 1);
    bind(model);
}

QWidget *BackupPage::buildLeft()
{
    auto *area = new QWidget;
    area->setMinimumWidth(230);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    m_savedCard->column()->addWidget(new Text(tr("What is saved", "@title"), Type::Section));
    m_saved = new QVBoxLayout;
    m_saved->setSpacing(10);
    m_saved->setContentsMargins(0, 6, 0, 4);
    m_savedCard->column()->addLayout(m_saved);
    column->addWidget(m_savedCard);
    auto *where = new Card;
    where->column()->setSpacing(6);
    where->column()->addWidget(new Text(tr("Where", "@title"), Type::Section));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    where->column()->addWidget(m_folder);
    where->column()->addWidget(m_free);
    m_choose->setAutoDefault(false);
    where->column()->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &QPushButton::clicked, this, &BackupPage::chooseFolder);
    column->addWidget(where);
    m_without->setFlat(true);
    m_without->setAutoDefault(false);
    connect(m_without, &QPushButton::clicked, this, &BackupPage::askWithout);
    column->addWidget(m_without, 0, Qt::AlignLeft);
    column->addStretch();
    return scrolling(area);
}

QWidget *BackupPage::buildProof()
{
    auto *column = m_proofCard->column();
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 6);
    head->addWidget(new Text(tr("The proof", "@title"), Type::Section), 1);
    head->addWidget(m_proofCount);
    column->addLayout(head);
    auto *running = new QVBoxLayout;
    running->setContentsMargins(16, 2, 16, 10);
    running->setSpacing(6);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress of the backup", "@label"));
    m_progressText->elided();
    running->addWidget(m_progressText);
    running->addWidget(m_progress);
    column->addLayout(running);
    m_table->setTitles(tr("in the installation", "@title:column"),
                       tr("in the restored copy", "@title:column"));
    m_table->setFigures(true);
    column->addWidget(m_table, 1);
    column->addWidget(new RowLine);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 6, 12, 6);
    foot->addWidget(m_expected, 1);
    foot->addWidget(m_commands);
    column->addLayout(foot);
    connect(m_commands, &QPushButton::clicked, this, &BackupPage::showCommands);
    return m_proofCard;
}

QWidget *BackupPage::firstFocus()
{
    return nullptr;
}

QString BackupPage::help() const
{
    return tr("A copy of everything the upgrade may change, and the proof that it can be restored: it is "
              "restored into a "
              "throw-away place and counted there. The installation is only read.",
              "@info");
}

void BackupPage::renew()
{
    const bool running = m_model->isBusy() || m_model->progress() >= 0;
    const QList<ProofRow> proof = m_model->proof();
    m_start->setText(m_model->isProven() || !proof.isEmpty() ? tr("Back up again", "@action")
                                                             : tr("Back up now", "@action"));
    m_start->setVisible(!m_model->isBusy());
    m_choose->setEnabled(!m_model->isBusy());
    m_without->setVisible(!m_model->isReady() && !m_model->isBusy());
    renewSaved();
    m_folder->setText(m_model->folder());
    m_free->say(m_model->freeSpace());
    QList<EvidenceLine> lines;
    int equal = 0;
    for (const ProofRow &row : proof) {
        const auto state = EvidenceTable::stateOf(row.verdict);
        equal += state == EvidenceLine::Good;
        lines.append({row.label, row.original, row.copy, state,
                      row.verdict == "equal"_L1     ? tr("equal", "@info proof")
                      : row.verdict == "differs"_L1 ? tr("differs", "@info proof")
                                                    : tr("unknown", "@info proof")});
    }
    m_table->setLines(lines);
    m_table->setVisible(!lines.isEmpty());
    m_proofCount->setTone(equal == lines.size() ? Tone::Good : Tone::Bad);
    m_proofCount->say(
        lines.isEmpty()
            ? QString()
            : tr("%1 of %2 equal", "@info").arg(QLocale().toString(equal), QLocale().toString(lines.size())));
    const bool moving = running && !m_model->isProven();
    m_progress->setVisible(moving);
    m_progress->setRange(0, m_model->progress() < 0 ? 0 : 1000);
    m_progress->setValue(int(m_model->progress() * 1000));
    m_progressText->say(moving            ? m_model->progressText()
                        : lines.isEmpty() ? tr("Not taken yet. Afterwards this place shows every count of "
                                               "the original beside that of the restored copy.",
                                               "@info")
                                          : QString());
    const QString expected = m_model->expected();
    m_expected->setText(m_model->isProven() || expected.isEmpty()
                            ? tr("Restored into a throw-away place, counted, and removed again.", "@info")
                            : tr("Expected: %1", "@info").arg(expected));
    m_commands->setVisible(!m_model->commands().isEmpty());
    m_table->parentWidget()->layout()->invalidate();
}

void BackupPage::renewSaved()
{
    QString now;
    for (const SavedPart &part : m_model->saved())
        now += part.label + part.note + part.size + u'\n';
    if (now == m_savedShown)
        return;
    m_savedShown = now;
    while (QLayoutItem *item = m_saved->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const SavedPart &part : m_model->saved()) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new SymbolLabel(part.icon, Tone::Second), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget((new Text(part.label, Type::Body))->elided());
        if (!part.note.isEmpty())
            words->addWidget((new Text(part.note, Type::Caption, Tone::Second))->wrapped());
        row->addLayout(words, 1);
        row->addWidget(new Text(part.size, Type::Body), 0, Qt::AlignTop);
        m_saved->addWidget(line);
    }
    m_savedCard->setVisible(!now.isEmpty());
}

void BackupPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the backup", "@title"), m_model->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_model, &BackupModel::setFolder);
    dialog->open();
}

void BackupPage::askWithout()
{
    auto *sheet = new TypedSheet({tr("Go on without a backup", "@title"),
                                  {tr("Behind the one-way door there is no way back then.", "@info"),
                                   tr("What the new version writes into the database stays.", "@info")},
                                  m_model->wordForWithout(),
                                  tr("Go on without a backup", "@action")},
                                 this);
    connect(sheet, &QDialog::accepted, this, [this] { m_model->goWithout(m_model->wordForWithout()); });
    sheet->open();
}

void BackupPage::showCommands()
{
    showTextSheet(this, tr("What was run for the backup", "@title"), m_model->commands().join(u'\n'),
                  u"backup.sh"_s);
}
